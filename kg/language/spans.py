"""Names out of the scores of their first and inner words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Span:
    """A name: places of its first word and behind its last, and its kind."""

    start: int
    end: int
    kind: str


def names(scores: NDArray[numpy.float32], classes: Sequence[str]) -> list[Span]:
    """The best row of names without overlap.

    Args:
        scores: (words, classes).
        classes: "O", and "B-x" and "I-x" for each kind; "I-x" may only follow "B-x" or "I-x".
    """
    best = scores.argmax(axis=1)
    if not best.any():
        return []
    labels = [classes[number] for number in best]
    if not _fits(labels):
        labels = [classes[number] for number in _path(scores, _allowed(tuple(classes)))]
    found: list[Span] = []
    start = 0
    for place, (label, after) in enumerate(zip(labels, [*labels[1:], "O"], strict=True)):
        if label.startswith("B"):
            start = place
        if label != "O" and not after.startswith("I"):
            found.append(Span(start, place + 1, label[2:]))
    return found


def _fits(labels: Sequence[str]) -> bool:
    pairs = zip(["O", *labels[:-1]], labels, strict=True)
    return all(before[2:] == label[2:] for before, label in pairs if label.startswith("I"))


def _allowed(classes: tuple[str, ...]) -> NDArray[numpy.float32]:
    """0 where a class (column) may follow another (row), else a score that never wins."""
    rows = [
        [0.0 if not after.startswith("I") or before[2:] == after[2:] else -1e9 for after in classes]
        for before in classes
    ]
    return numpy.array(rows, "float32")


def _path(scores: NDArray[numpy.float32], allowed: NDArray[numpy.float32]) -> list[int]:
    """The best allowed row of classes (Viterbi 1967)."""
    total = scores[0] + allowed[0]
    back = []
    for row in scores[1:]:
        reached = total[:, None] + allowed
        back.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + row
    path = [int(total.argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    return path[::-1]
