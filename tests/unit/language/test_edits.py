"""A lemma is an edit of its form, and the edit gives the lemma back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.edits import apply, edit


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("villages", "village"), ("fled", "flee"), ("was", "be"), ("Aleppo", "Aleppo"),
        ("Rebels", "rebel"), ("AFP", "AFP"), ("better", "well"), ("n't", "not"), ("", ""),
    ],
)  # fmt: skip
def test_the_edit_of_a_pair_makes_its_lemma(form: str, lemma: str) -> None:
    assert apply(edit(form, lemma), form) == lemma


@given(st.text(max_size=12), st.text(min_size=1, max_size=12))
def test_any_lemma_comes_back(form: str, lemma: str) -> None:
    assert apply(edit(form, lemma), form) == lemma


def test_an_edit_that_drops_more_than_there_is_gives_the_form() -> None:
    assert apply("l6+be", "Is") == "is"


def test_an_edit_that_leaves_nothing_gives_the_form() -> None:
    assert apply("l2+", "Is") == "is"
