"""The pairs that were judged by reading are whole, and the points fitted to them are the best."""

from __future__ import annotations

from collections import Counter

import numpy
import pytest
from gold import joins


def test_the_judged_pairs_are_whole() -> None:
    pairs = joins.judged()
    verdicts = {*joins.RIGHT, *joins.WRONG, "part", "unsure"}
    assert len(pairs) > 1000
    assert {pair.verdict for pair in pairs} == verdicts
    assert all(pair.one[0] != pair.other[0] for pair in pairs)
    assert all(start < end for pair in pairs for _, start, end in (pair.one, pair.other))


def test_most_of_what_the_points_joined_was_judged_right() -> None:
    """The table of the README: two draws that no point was fitted to."""
    drawn = ("joins-second", "joins-final")
    found = Counter(pair.verdict for pair in joins.judged() if pair.drawn in drawn)
    right, wrong = (sum(found[each] for each in group) for group in (joins.RIGHT, joins.WRONG))
    assert (right, found["part"], wrong, found["unsure"]) == (166, 15, 19, 0)


def test_weights_are_the_logarithm_of_odds() -> None:
    told = numpy.repeat([[0.0], [0.0], [1.0], [1.0]], [10, 30, 30, 10], axis=0)
    same = numpy.repeat([1.0, 0.0, 1.0, 0.0], [10, 30, 30, 10])
    weights = joins.logistic(told, same, penalty=0.0)
    assert weights[1] == pytest.approx(numpy.log(1 / 3), abs=1e-6)
    assert weights[0] == pytest.approx(numpy.log(9), abs=1e-6)
    assert 0 < joins.logistic(told, same)[0] < weights[0]
