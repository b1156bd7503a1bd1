"""Figures in words: what number they tell, exact, rounded, bounded or vague."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import Figure, Qualifiers, figure
from kg.language.syntax import Word

FIRST = 7
QUALIFIERS = Qualifiers(
    least=frozenset(["at least", "more than", "over", "no fewer than", "no less than"]),
    most=frozenset(["up to", "nearly", "almost", "as many as", "no more than", "fewer than"]),
    about=frozenset(["some", "about", "around", "an estimated", "another", "a further"]),
    vague={
        "dozens": 24,
        "hundreds": 200,
        "thousands": 2000,
        "tens of thousands": 20000,
        "hundreds of thousands": 200000,
        "millions": 2000000,
    },
)


def words(text: str) -> list[Word]:
    """The words of a text, numbered from FIRST on; rules for figures read no tree."""
    return [
        Word(FIRST + at, 0, 0, part, part.lower(), part.lower(), "X", "dep")
        for at, part in enumerate(text.split())
    ]


def told(text: str) -> tuple[int | None, int | None, int | None, str] | None:
    """Value, least and most of a text's figure, and the words that it spans."""
    found = figure(words(text), QUALIFIERS)
    if found is None:
        return None
    parts = text.split()[found.first - FIRST : found.last - FIRST + 1]
    return found.value, found.low, found.high, " ".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # exact: the figure is both bounds
        ("19 soldiers", (19, 19, 19, "19")),
        ("nineteen soldiers", (19, 19, 19, "nineteen")),
        ("the 19 soldiers", (19, 19, 19, "19")),
        ("Syrian soldiers 19", (19, 19, 19, "19")),
        ("two dozen people", (24, 24, 24, "two dozen")),
        ("180,000 people", (180000, 180000, 180000, "180,000")),
        ("1.9 million people", (1900000, 1900000, 1900000, "1.9 million")),
        ("two hundred and fifty men", (250, 250, 250, "two hundred and fifty")),
        ("twelve and wounded", (12, 12, 12, "twelve")),
        ("200 and 50", (200, 200, 200, "200")),
        ("three of the five", (3, 3, 3, "three")),
        ("five of a dozen", (5, 5, 5, "five")),
        # articles and fractions
        ("a dozen rebels", (12, 12, 12, "a dozen")),
        ("half a dozen rebels", (6, 6, 6, "half a dozen")),
        ("a couple of rebels", (2, 2, 2, "a couple")),
        ("half a million people", (500000, 500000, 500000, "half a million")),
        ("a quarter of a million", (250000, 250000, 250000, "a quarter of a million")),
        ("one and a half million", (1500000, 1500000, 1500000, "one and a half million")),
        # rounded
        ("some 180,000 people", (180000, 180000, 180000, "some 180,000")),
        ("an estimated 400 people", (400, 400, 400, "an estimated 400")),
        ("another 12", (12, 12, 12, "another 12")),
        ("a further 12", (12, 12, 12, "a further 12")),
        # least
        ("at least 35 people", (None, 35, None, "at least 35")),
        ("At least thirty-five", (None, 35, None, "At least thirty-five")),
        ("more than 40", (None, 40, None, "more than 40")),
        ("over 1,000", (None, 1000, None, "over 1,000")),
        ("no fewer than 30", (None, 30, None, "no fewer than 30")),
        ("more than a dozen", (None, 12, None, "more than a dozen")),
        ("at least half a million", (None, 500000, None, "at least half a million")),
        ("at least two dozen", (None, 24, None, "at least two dozen")),
        # most
        ("up to 50", (None, None, 50, "up to 50")),
        ("nearly 20", (None, None, 20, "nearly 20")),
        ("nearly a million", (None, None, 1000000, "nearly a million")),
        ("as many as 40", (None, None, 40, "as many as 40")),
        ("no more than 3", (None, None, 3, "no more than 3")),
        # a qualifier counts beside its figure only
        ("over the 12", (12, 12, 12, "12")),
        ("more soldiers than 12", (12, 12, 12, "12")),
        # ranges
        ("between 5 and 10", (None, 5, 10, "between 5 and 10")),
        (
            "between one hundred and two hundred",
            (None, 100, 200, "between one hundred and two hundred"),
        ),
        ("between two and three hundred", (None, 200, 300, "between two and three hundred")),
        ("5 to 10", (None, 5, 10, "5 to 10")),
        ("10 to 15 thousand", (None, 10000, 15000, "10 to 15 thousand")),
        ("5 – 10", (None, 5, 10, "5 – 10")),
        ("500 to 2 thousand", (None, 500, 2000, "500 to 2 thousand")),
        ("30 or 40", (None, 30, 40, "30 or 40")),
        ("10 to 5", (10, 10, 10, "10")),
        ("5 and 10", (5, 5, 5, "5")),
        # vague
        ("dozens of people", (None, 24, None, "dozens")),
        ("Hundreds of civilians", (None, 200, None, "Hundreds")),
        ("thousands", (None, 2000, None, "thousands")),
        ("tens of thousands of people", (None, 20000, None, "tens of thousands")),
        ("hundreds of thousands", (None, 200000, None, "hundreds of thousands")),
        ("millions of people", (None, 2000000, None, "millions")),
    ],
)
def test_a_figure_is_told_with_its_bounds_and_words(text: str, expected: object) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "people",
        "several people",
        "a 12-year-old boy",
        "no one",
        "half of them",
        "a quarter of the town",
        "the dozens-strong unit",
        "some people",
        "at least",
    ],
)
def test_no_figure_is_told(text: str) -> None:
    assert told(text) is None


RUN = (
    "at least more than up to between and or some 12 5 1,200 two hundred thousand million "
    "half a of an quarter dozen dozens hundreds tens thousands no people dozens/hundreds 1.9 m the "
)


@given(
    st.lists(
        st.sampled_from(RUN.split()),
        max_size=9,
    )
)
def test_any_run_of_words_gives_ordered_bounds_inside_the_run(parts: list[str]) -> None:
    found = figure(words(" ".join(parts)), QUALIFIERS)
    if found is None:
        return
    assert FIRST <= found.first <= found.last < FIRST + len(parts)
    assert found.low is not None or found.high is not None
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
    if found.value is not None:
        assert found == Figure(found.value, found.value, found.value, found.first, found.last)
