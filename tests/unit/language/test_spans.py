"""Names out of scores: greedy where that fits, else the best row that does."""

from __future__ import annotations

import numpy
import pytest

from kg.language.spans import Span, names

CLASSES = ("O", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def scored(*labels: str) -> numpy.ndarray:
    """Scores that favour one class a word."""
    return numpy.array([[float(c == label) for c in CLASSES] for label in labels], "float32")


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("O", "O"), []),
        (("B-ORG", "I-ORG", "O"), [Span(0, 2, "ORG")]),
        (("B-LOC", "B-LOC"), [Span(0, 1, "LOC"), Span(1, 2, "LOC")]),
        (("O", "B-ORG"), [Span(1, 2, "ORG")]),
    ],
)
def test_a_sound_row_is_taken_as_it_is(labels: tuple[str, ...], found: list[Span]) -> None:
    assert names(scored(*labels), CLASSES) == found


def test_an_inner_word_without_a_first_one_is_mended_at_the_least_cost() -> None:
    scores = numpy.array([[1, 0.9, 0, 0, 0], [0, 0, 1, 0, 0]], "float32")

    assert names(scores, CLASSES) == [Span(0, 2, "ORG")]


def test_a_name_doesn_t_change_its_kind_inside() -> None:
    scores = numpy.array([[0, 1, 0, 0, 0], [0, 0, 0.8, 0, 1]], "float32")

    assert names(scores, CLASSES) == [Span(0, 2, "ORG")]
