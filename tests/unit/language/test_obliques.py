"""Nouns behind prepositions are found with them, in both label schemes."""

from __future__ import annotations

import pytest

from kg.language.grammar import obliques, preposition
from language.examples import (
    ALLY,
    BEGAN,
    DEEP,
    NOUN,
    PASSIVE,
    ROUTE,
    SOURCED,
    TO_REBELS,
    TWO_DAYS,
)
from language.trees import SCHEMES, tree

pytestmark = pytest.mark.parametrize("scheme", SCHEMES)


@pytest.mark.parametrize(
    ("rows", "word", "found"),
    [
        (
            ROUTE,
            "moved",
            [("out of", "Homs"), ("towards", "Hama"), ("towards", "Idlib"), ("", "week")],
        ),
        (SOURCED, "died", [("according to", "ministry")]),
        (DEEP, "raged", [("in", "villages")]),
        (DEEP, "villages", [("near", "city")]),
        (DEEP, "city", [("of", "Raqqa")]),
        (DEEP, "Raqqa", []),
        (NOUN, "attack", [("by", "rebels"), ("on", "Hama"), ("on", "Homs")]),
        (TO_REBELS, "sent", [("to", "rebels")]),
        (PASSIVE, "shelled", []),
        (ALLY, "ally", [("of", "Damascus")]),
        (TWO_DAYS, "resumed", [("", "Monday")]),
        (TWO_DAYS, "Talks", [("", "week")]),
        (BEGAN, "began", []),
        (BEGAN, "withdraw", [("from", "Hama")]),
    ],
)
def test_obliques_carry_their_preposition(
    scheme: str, rows: str, word: str, found: list[tuple[str, str]]
) -> None:
    told = obliques(tree(rows, scheme).the(word))
    assert [(oblique.preposition, oblique.word.text) for oblique in told] == found


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (ROUTE, "Homs", "out of"),
        (ROUTE, "Hama", "towards"),
        (ROUTE, "Idlib", ""),
        (ROUTE, "week", ""),
        (SOURCED, "ministry", "according to"),
        (PASSIVE, "jets", "by"),
        (TO_REBELS, "rebels", "to"),
        (TO_REBELS, "rockets", ""),
    ],
)
def test_the_preposition_is_the_nouns_own(scheme: str, rows: str, word: str, expected: str) -> None:
    assert preposition(tree(rows, scheme).the(word)) == expected
