"""The words of a text with the class that the grammar of time gives them.

Each token gets one letter; `Words.classes` is the string of letters, one a token, over which
the rules of `kg.extract.moments` are regular expressions. The words stand in
ontology/lexicon/time.toml; numbers, years and numeric dates are told by their shape.
"""

from __future__ import annotations

import datetime
import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import KnowledgeError
from kg.extract import calendar
from kg.resources import folder

#: Class in time.toml -> its letter in the rules.
LETTERS: Mapping[str, str] = {
    "article": "a", "the": "T", "vague": "C", "hour": "h", "day": "d", "week": "k",
    "fortnight": "K", "month_unit": "o", "year_unit": "y", "weekend": "E", "day_part": "p",
    "last": "L", "past": "P", "previous": "V", "next": "X", "this": "t", "that": "H",
    "same": "c", "recent": "j",
    "in": "i", "over": "v", "on": "O", "since": "s", "between": "b", "from": "f", "and": "&",
    "to": ">", "for": "r", "of": "g", "before": "F", "beginning": "B", "middle": "I", "end": "Z",
    "early": "q", "late": "l", "earlier": "e", "later": "n", "ago": "G", "qualifier": "Q",
    "today": "0", "tonight": "8", "yesterday": "1", "tomorrow": "2", "overnight": "9",
    "every": "z", "straight": "u", "period": "A", "then": "U",
}  # fmt: skip
#: Classes whose words have a value: table of time.toml -> letter.
VALUED: Mapping[str, str] = {
    "month": "M", "month_short": "m", "weekday": "W", "weekday_short": "w", "number": "N",
    "season": "S", "ordinal": "R",
}  # fmt: skip
#: Of these, the ones that must begin with a capital.
CAPITAL = "MmWw"

_TOKEN = re.compile(
    r"(?P<numeric>\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.:]\d+)*)(?P<suffix>[^\W\d_]*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s]|_)"
)
_ORDINALS = frozenset(("", "st", "nd", "rd", "th"))
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    Attributes:
        start: offset into the text; `end` after it.
        text: as written.
        value: month 1..12, weekday 0..6, a count, a year; 0 where there is none.
        day: the day that a numeric date tells, or None.
    """

    start: int
    end: int
    text: str
    value: int = 0
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text and, one letter each, their classes.

    Tokens are made on demand, and a run of words that tell no time is one token whose span is
    that of its last word: an article has thousands of words and few of time.

    Attributes:
        text: the text.
        spans: start and end of each token.
        classes: one letter a token.
        values: position of a token -> its value, where it has one.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    classes: str
    values: Mapping[int, int]

    def token(self, position: int) -> Token:
        """The token at this position."""
        start, end = self.spans[position]
        written = self.text[start:end]
        found = numeric_day(written) if self.classes[position] == "#" else None
        return Token(start, end, written, self.values.get(position, 0), found)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """time.toml as read.

    Attributes:
        entries: word in lower case -> letter and value.
        doubtful: months that are other words too.
        counted: words before a spell that is one of several.
        future: finds a cue that what follows is yet to come.
        breaks: finds a word after which such a cue no longer holds.
    """

    entries: Mapping[str, tuple[str, int]]
    doubtful: frozenset[int]
    counted: frozenset[str]
    future: re.Pattern[str]
    breaks: re.Pattern[str]


@functools.cache
def lexicon() -> Lexicon:
    """The words of time, read once.

    Raises:
        KnowledgeError: if time.toml lacks a table or is not TOML.
    """
    path = folder("ontology") / "lexicon" / "time.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = {
            word: (letter, int(value))
            for table, letter in VALUED.items()
            for word, value in tables[table].items()
        }
        for name, words in tables["class"].items():
            entries.update((word, (LETTERS[name], 0)) for word in words)
        doubtful = frozenset(tables["month"][name] for name in tables["month_doubtful"]["names"])
        counted = frozenset(tables["counted"]["words"])
        future, breaks = tables["future"]["cues"], tables["future"]["breaks"]
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(str(error), where=str(path)) from error
    except KeyError as error:
        raise KnowledgeError(f"no table or class called {error}", where=str(path)) from error
    return Lexicon(entries, doubtful, counted, _any_of(future), _any_of(breaks))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def words(text: str) -> Words:
    """The words of a text and their classes, in one pass."""
    entries = lexicon().entries
    spans: list[tuple[int, int]] = []
    letters: list[str] = []
    values: dict[int, int] = {}
    for match in _TOKEN.finditer(text):
        word = match["word"]
        letter, value = _word(word, entries) if word else _other(match)
        if letter == "x" and letters and letters[-1] == "x":
            spans[-1] = match.span()
            continue
        if value:
            values[len(spans)] = value
        spans.append(match.span())
        letters.append(letter)
    return Words(text, tuple(spans), "".join(letters), values)


_PLAIN = ("x", 0)


def _word(word: str, entries: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    lower = word.lower()
    entry = entries.get(lower)
    if entry is None:
        if not lower.endswith("days"):
            return _PLAIN
        entry = entries.get(lower[:-1], _PLAIN)  # "Sundays" where an apostrophe was lost
    return _PLAIN if entry[0] in CAPITAL and not word[0].isupper() else entry


def _other(match: re.Match[str]) -> tuple[str, int]:
    if mark := match["mark"]:
        return ("-" if mark in _DASHES else mark if mark in ",.'’" else "?"), 0
    if match["numeric"]:
        return ("?" if numeric_day(match["numeric"]) is None else "#"), 0
    return _number(match["number"], match["suffix"].lower())


def _number(number: str, suffix: str) -> tuple[str, int]:
    if not number.isascii() or not number.replace(",", "").isdigit() or len(number) > 9:
        return "x", 0
    value = int(number.replace(",", ""))
    if suffix in _ORDINALS and 1 <= value <= 31 and len(number) <= 2:
        return "D", value
    if suffix:
        return "x", 0
    if len(number) == 4 and 1900 <= value <= 2099:
        return "Y", value
    # "Apr 092017": a page whose marks were stripped runs day and year together.
    if len(number) in (5, 6) and 1 <= value // 10000 <= 31 and 1900 <= value % 10000 <= 2099:
        return "J", value
    return "N", value


def numeric_day(written: str) -> datetime.date | None:
    """The day of "2020-01-16", "24.09.2014", "13-08-2013"; None if that isn't one or is unsure.

    Day comes before month. With slashes either order is in use, so both readings must agree.
    """
    parts = re.split(r"[-./]", written)
    marks = re.sub(r"\d", "", written)
    if len(set(marks)) != 1 or len(parts) != 3:
        return None
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        return calendar.day(first, second, third)
    if len(parts[2]) != 4:
        return None
    found = calendar.day(third, second, first)
    other = calendar.day(third, first, second)
    if marks[0] == "/" and found and other and found != other:
        return None
    return found or (other if marks[0] == "/" else None)
