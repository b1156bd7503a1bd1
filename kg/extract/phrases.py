"""A phrase of time, as the grammar finds it, and what it means short of a reference day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract import calendar
from kg.extract.calendar import OPEN
from kg.extract.timewords import Token
from kg.model import Day, Interval

#: Reference day and whether it is yet to come -> interval.
Resolver = Callable[[Day, bool], Interval]


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts of a date that the words themselves name; None for what they leave out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """A phrase understood, short of the reference day.

    Attributes:
        precision: "day", "days", "week", "month", "season", "year" or "span".
        at: gives the interval for a reference day.
        fixed: whether the words suffice, so that no reference day is needed.
        stated: the parts of a date named.
        anchor: days from the day told before it in the text ("the day before": -1), or None.
        leans: "day" where a day told right before it is its reference day ("on Sunday, the fifth
            day of …"), "span" where it is the span told last ("in that period"), "last" where it
            begins with whatever was told last ("since then"), or "".
    """

    precision: str
    at: Resolver
    fixed: bool = False
    stated: Stated = Stated()
    anchor: int | None = None
    leans: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that a rule of the grammar matched.

    Attributes:
        tokens: the tokens.
        letters: their classes.
        before: the class of the token before, or "".
        after: the class of the token after, or "".
    """

    tokens: tuple[Token, ...]
    letters: str
    before: str
    after: str

    def values(self, letters: str) -> list[int]:
        """Values of the tokens of these classes, in order."""
        return [token.value for token, letter in self.lettered() if letter in letters]

    def lettered(self) -> Iterator[tuple[Token, str]]:
        """Each token with its class."""
        return zip(self.tokens, self.letters, strict=True)

    def value(self, letters: str) -> int | None:
        """The first such value, or None."""
        found = self.values(letters)
        return found[0] if found else None

    @property
    def years_back(self) -> int | None:
        """0 for "this year", 1 for "last year", None where neither is said."""
        if "ty" in self.letters:
            return 0
        return 1 if "Ly" in self.letters else None

    @property
    def part(self) -> str:
        """The third told: "early", "middle", "late", or ""."""
        for letters, part in (("Bq", "early"), ("I", "middle"), ("Zl", "late")):
            if any(letter in self.letters for letter in letters):
                return part
        return ""


def unknown(_reference: Day, _future: bool) -> Interval:
    """No interval: the words are too vague for one."""
    return OPEN


def fixed(interval: Interval) -> Resolver:
    """The same interval whatever the reference day."""
    return lambda _reference, _future: interval


def days_back(first: int, last: int = 0) -> Resolver:
    """From so many days before the reference day to so many before it."""
    return lambda reference, _future: Interval(
        calendar.shifted(reference, -first), calendar.shifted(reference, -last)
    )
