"""Number words and digits have the value that a reader gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import is_number, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0),
        ("one", 1),
        ("Nine", 9),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-five", 25),
        ("Ninety-nine", 99),
        ("twenty five", 25),
        ("hundred", 100),
        ("a hundred", 100),
        ("two hundred", 200),
        ("two hundred and fifty", 250),
        ("two hundred fifty-one", 251),
        ("three thousand", 3000),
        ("two thousand five hundred", 2500),
        ("one hundred thousand", 100000),
        ("one million two hundred thousand", 1200000),
        ("a million", 1000000),
        ("two billion", 2000000000),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("two and a half million", 2500000),
        ("dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a couple", 2),
        ("19", 19),
        ("007", 7),
        ("1,200", 1200),
        ("180,000", 180000),
        ("1,234,567", 1234567),
        ("180.000", 180000),
        ("180\u202f000", 180000),
        ("1.9 million", 1900000),
        ("1.9m", 1900000),
        ("3mn", 3000000),
        ("180k", 180000),
        ("5 million", 5000000),
        ("20 thousand", 20000),
    ],
)
def test_number_words_and_digits_have_a_value(text: str, value: int) -> None:
    assert number(text.split(" ")) == value


@pytest.mark.parametrize(
    "text",
    [
        "tank",
        "",
        "a",
        "and",
        "of",
        "12-year-old",
        "31st",
        "third",
        "one-third",
        "two-thirds",
        "3,50",
        "16:30",
        "2019-02-30",
        "T-72",
        "5 tanks",
        "several",
        "twenty-something",
        "1990s",
    ],
)
def test_other_words_have_none(text: str) -> None:
    assert number(text.split()) is None


@given(st.integers(0, 999_999_999))
def test_digits_mean_themselves_with_and_without_commas(value: int) -> None:
    assert number([str(value)]) == value
    assert number([f"{value:,}"]) == value


@given(st.integers(1, 999), st.sampled_from([("thousand", 1000), ("million", 10**6)]))
def test_a_scale_multiplies(value: int, scale: tuple[str, int]) -> None:
    assert number([str(value), scale[0]]) == value * scale[1]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("19", True),
        ("Nine", True),
        ("million", True),
        ("dozen", True),
        ("twenty-five", True),
        ("m", False),
        ("a", False),
        ("and", False),
        ("tank", False),
        ("12-year-old", False),
    ],
)
def test_a_single_word_is_a_number_or_not(word: str, *, expected: bool) -> None:
    assert is_number(word) is expected
