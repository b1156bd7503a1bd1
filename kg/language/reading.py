"""What the network says of a text's words, and the sentences that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy
from numpy.typing import NDArray

from kg.language.arcs import tree
from kg.language.spans import Span, names


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of the words of one window.

    Attributes:
        tag, pos, morph, lemma: (words,), numbers of classes.
        starts: (words,), above 0 where a sentence begins.
        names: (words, classes).
        arcs: (words, 1 + words); `left` (words, relations, width) and `right` (1 + words, width)
            give the scores of relations.
    """

    tag: NDArray[numpy.int64]
    pos: NDArray[numpy.int64]
    morph: NDArray[numpy.int64]
    lemma: NDArray[numpy.int64]
    starts: NDArray[numpy.float32]
    names: NDArray[numpy.float32]
    arcs: NDArray[numpy.float32]
    left: NDArray[numpy.float32]
    right: NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence's words from `start` to before `end`, heads counted from its first word."""

    start: int
    end: int
    heads: Sequence[int]
    relations: Sequence[int]
    tag: Sequence[int]
    pos: Sequence[int]
    morph: Sequence[int]
    lemma: Sequence[int]
    names: Sequence[Span]


def sentences(
    reading: Reading, classes: Mapping[str, Sequence[str]], offset: int = 0
) -> Iterator[Sentence]:
    """The sentences of a window; none begins inside a name.

    Args:
        reading: the network's scores, of at least one word.
        classes: those of each head by number.
        offset: the place of the window's first word in the text.
    """
    named = names(reading.names, classes["name"])
    starts = reading.starts > 0
    starts[0] = True
    for each in named:
        starts[each.start + 1 : each.end] = False
    root = classes["relation"].index("ROOT")
    for bounds in pairwise([*numpy.flatnonzero(starts).tolist(), len(starts)]):
        yield _sentence(reading, bounds, named, root, offset)


def _sentence(
    reading: Reading, bounds: tuple[int, int], named: Sequence[Span], root: int, offset: int
) -> Sentence:
    start, end = bounds
    heads = tree(_inner(reading.arcs, start, end))
    above = numpy.where(heads == 0, 0, heads + start)
    scores = (reading.left[start:end] * reading.right[above][:, None]).sum(axis=-1)
    scores[:, root] = -numpy.inf  # ROOT is for the root, and for it alone
    relations = numpy.where(heads == 0, root, scores.argmax(axis=1))
    return Sentence(
        start=start + offset,
        end=end + offset,
        heads=(heads - 1).tolist(),
        relations=relations.tolist(),
        tag=reading.tag[start:end].tolist(),
        pos=reading.pos[start:end].tolist(),
        morph=reading.morph[start:end].tolist(),
        lemma=reading.lemma[start:end].tolist(),
        names=[
            Span(n.start + offset, n.end + offset, n.kind) for n in named if start <= n.start < end
        ],
    )


def _inner(arcs: NDArray[numpy.float32], start: int, end: int) -> NDArray[numpy.float32]:
    """The arcs among the words of one sentence and from the root."""
    rows = arcs[start:end]
    return numpy.concatenate([rows[:, :1], rows[:, start + 1 : end + 1]], axis=1)
