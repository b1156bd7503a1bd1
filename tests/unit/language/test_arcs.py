"""The best tree has one root, no circle, and the highest sum there is."""

from __future__ import annotations

from itertools import product

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.arcs import tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(len(heads)):
        node = start + 1
        for _ in heads:
            node = heads[node - 1] if node else 0
        if node:
            return False
    return True


def best(scores: list[list[float]]) -> float:
    """The highest sum of any tree, by trying all."""
    size = len(scores)
    choices = [[h for h in range(size + 1) if h != word + 1] for word in range(size)]
    return max(
        sum(scores[word][head] for word, head in enumerate(heads))
        for heads in product(*choices)
        if is_tree(list(heads))
    )


@given(st.integers(1, 5).flatmap(
    lambda n: st.lists(
        st.lists(st.integers(-20, 20), min_size=n + 1, max_size=n + 1), min_size=n, max_size=n
    )
))  # fmt: skip
@settings(max_examples=200)
def test_no_tree_scores_higher(scores: list[list[int]]) -> None:
    arcs = numpy.array(scores, "float32")
    for word in range(len(scores)):
        arcs[word, word + 1] = -1000  # no word is its own head
    heads = tree(arcs).tolist()

    assert is_tree(heads)
    assert sum(arcs[w, h] for w, h in enumerate(heads)) == pytest.approx(best(arcs.tolist()))


def test_one_word_is_the_root_even_when_it_likes_itself() -> None:
    assert tree(numpy.array([[0.0, 5.0]], "float32")).tolist() == [0]


def test_two_that_hold_on_to_each_other_are_parted_where_it_costs_least() -> None:
    arcs = numpy.array([[1, -9, 8], [4, 8, -9]], "float32")

    assert tree(arcs).tolist() == [2, 0]


def test_of_two_roots_one_stays() -> None:
    arcs = numpy.array([[9, -9, 1], [8, 2, -9]], "float32")

    assert tree(arcs).tolist() == [0, 1]
