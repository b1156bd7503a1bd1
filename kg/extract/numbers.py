"""Figures in words: "at least 35", "some 180,000", "two dozen", "a quarter of a million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.syntax import Word

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "m": 10**6,
    "mn": 10**6,
}
_COLLECTIVES = {"dozen": 12, "score": 20, "couple": 2}
FRACTIONS = {"half": 0.5, "quarter": 0.25}
_LINKS = frozenset(["and", "of", "a", "an"])
_DIGITS = re.compile(r"^\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+$|^\d+$")
_DECIMAL = re.compile(r"^\d+\.\d+$")
_ATTACHED = re.compile(r"^(\d+(?:\.\d+)?)(m|k|mn)$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as told.

    Attributes:
        value: the number, or None where only a range or a vague plural is told.
        low: least; `high` most; None where not told.
        first: position of the first word, its qualifier included; `last` of the last.
    """

    value: int | None
    low: int | None
    high: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Phrases that make a figure a bound, and vague plurals (ontology/lexicon/tolls.toml)."""

    least: frozenset[str]
    most: frozenset[str]
    about: frozenset[str]
    vague: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Run:
    """Number words among others: from word `at` to word `end`, both included, and their value."""

    words: Sequence[Word]
    at: int
    end: int
    value: int

    @property
    def lowers(self) -> list[str]:
        return [word.lower for word in self.words]

    def told(self, value: int | None, low: int | None, high: int | None, first: int) -> Figure:
        return Figure(value, low, high, self.words[first].i, self.words[self.end].i)


def number(words: Sequence[str]) -> int | None:
    """The value of number words, None if they are none.

    >>> number(["twenty-five"]), number(["1.9", "million"]), number(["two", "dozen"])
    (25, 1900000, 24)
    >>> number(["a", "quarter", "of", "a", "million"]), number(["180,000"]), number(["tank"])
    (250000, 180000, None)
    """
    total, current, seen = 0.0, 0.0, False
    for word in (part for each in words for part in _parts(each.lower())):
        if word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif _DIGITS.match(word):
            current, seen = current + float(re.sub(r"\D", "", word)), True
        elif _DECIMAL.match(word):
            current, seen = current + float(word), True
        elif word in FRACTIONS:
            current, seen = current + FRACTIONS[word], True
        elif word in SCALES or word in _COLLECTIVES:
            scale = SCALES.get(word) or _COLLECTIVES[word]
            current, seen = (current or 1.0) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word not in ("and", "a", "an", "of"):
            return None
    return round(total + current) if seen else None


def _parts(word: str) -> list[str]:
    attached = _ATTACHED.match(word)
    if attached:
        return [attached[1], {"k": "thousand"}.get(attached[2], attached[2])]
    return word.split("-") if "-" in word and not word[0].isdigit() else [word]


def is_number(word: str) -> bool:
    """Whether a single word is a figure or a number word."""
    return number([word]) is not None and word.lower() not in ("m", "mn", "a", "an", "and")


def figure(words: Sequence[Word], qualifiers: Qualifiers) -> Figure | None:
    """The figure told in a run of words, with what qualifies it, or None."""
    vague = _vague(words, qualifiers)
    if vague is not None:
        return vague
    run = _run(words)
    if run is None:
        return None
    return _range(run) or _qualified(run, qualifiers)


def _run(words: Sequence[Word]) -> _Run | None:
    """The first number words; none in "no one" and "half of them"."""
    lowers = [word.lower for word in words]
    starts = (i for i, lower in enumerate(lowers) if is_number(lower) or _is_collective(lowers, i))
    at = next(starts, None)
    if at is None or (at > 0 and lowers[at - 1] == "no"):
        return None
    end = _reach(lowers, at)
    value = number(lowers[at : end + 1])
    if value is None or (end == at and lowers[at] in FRACTIONS):
        return None
    return _Run(words, at, end, value)


def _reach(lowers: Sequence[str], at: int) -> int:
    """Position of the last word of the figure that begins at a word."""
    end, between = at, at > 0 and lowers[at - 1] == "between"
    for stop in range(at + 1, len(lowers)):
        if number(lowers[at : stop + 1]) is None or (between and lowers[stop] == "and"):
            break
        if lowers[stop] not in _LINKS:
            if lowers[stop - 1] in _LINKS and not _joined(lowers[end], lowers[stop]):
                break
            end = stop
    return end


def _joined(before: str, word: str) -> bool:
    """Whether a link word joins two others: "half a million", "hundred and ten", not "20 of 30"."""
    if before in FRACTIONS:
        return word in SCALES or word in _COLLECTIVES
    small = word[0].isalpha() and (number([word]) or 0) < SCALES.get(before, 0)
    return word in FRACTIONS or small


def _is_collective(lowers: list[str], at: int) -> bool:
    return lowers[at] in ("dozen", "couple") and at > 0 and lowers[at - 1] in ("a", "the", "half")


def _vague(words: Sequence[Word], qualifiers: Qualifiers) -> Figure | None:
    lowers = [word.lower for word in words]
    for phrase, least in sorted(qualifiers.vague.items(), key=lambda item: -len(item[0])):
        parts = phrase.split()
        for at in range(len(lowers) - len(parts) + 1):
            if lowers[at : at + len(parts)] == parts:
                return Figure(None, least, None, words[at].i, words[at + len(parts) - 1].i)
    return None


def _range(run: _Run) -> Figure | None:
    """For "between 5 and 10", "5 to 10", "two to three hundred"."""
    lowers, at, start = run.lowers, run.at, run.end + 2
    between = at > 0 and lowers[at - 1] == "between"
    if start >= len(lowers) or lowers[start - 1] not in ("and", "to", "or", "-", "–"):
        return None
    stop = _reach(lowers, start)
    high = number(lowers[start : stop + 1])
    if high is None or high <= run.value or (lowers[start - 1] == "and" and not between):
        return None
    # "two to three hundred": the scale counts for both.
    scaled = run.value * SCALES.get(lowers[stop], 1)
    low = scaled if stop > start and scaled < high else run.value
    first, last = run.words[at - between], run.words[stop]
    return Figure(None, low, high, first.i, last.i)


def _qualified(run: _Run, qualifiers: Qualifiers) -> Figure:
    lowers, at, value = run.lowers, run.at, run.value
    # "more than a dozen": the article belongs to the figure.
    at -= at > 0 and lowers[at - 1] in ("a", "an")
    for first in range(max(0, at - 4), at):
        said = " ".join(lowers[first:at])
        if said in qualifiers.least:
            return run.told(None, value, None, first)
        if said in qualifiers.most:
            return run.told(None, None, value, first)
        if said in qualifiers.about:
            return run.told(value, value, value, first)
    return run.told(value, value, value, at)
