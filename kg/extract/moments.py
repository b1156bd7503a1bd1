"""The grammar of time: which runs of words tell a time, and what each means.

A rule is a regular expression over the letters of `kg.extract.timewords`, one letter a token,
so "since the end of April" reads `sTZgM`. Where rules overlap the leftmost match wins, then the
longest, then the earlier rule. All patterns are bounded or repeat one class, so matching is
linear.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract import meanings, periods, spells
from kg.extract.phrases import Meaning, Phrase
from kg.extract.timewords import Words, lexicon, words

Builder = Callable[[Phrase], Meaning | None]

_DAY_NAME = "(?:[Ww]\\.?,?)?"
_YEAR = "(?:,?Y|g?ty|g?Ly)"
_PART = "(?:T?[BIZ]g|[qlBIZ]-?)"
_COUNT = "[Qv]{0,2}[DNC]g?"  # "couple of" is a count with "of"

#: Name, pattern over classes, builder.
RULES: tuple[tuple[str, str, Builder], ...] = (
    ("numeric", "#", meanings.numeric),
    ("month-day", f"{_DAY_NAME}[Mm]\\.?D{_YEAR}?", meanings.day),
    ("month-days", f"{_DAY_NAME}[Mm]\\.?D(?:,D){{0,4}}(?:,?&|-|>)D{_YEAR}?", meanings.day),
    ("day-month", f"{_DAY_NAME}T?Dg?[Mm]\\.?{_YEAR}?", meanings.day),
    ("days-month", f"{_DAY_NAME}T?D(?:&|-|>)T?Dg?[Mm]\\.?{_YEAR}?", meanings.day),
    ("glued-day", "[Mm]\\.?J", meanings.day),
    ("month-year", f"{_PART}?[Mm]\\.?g?{_YEAR}", meanings.month),
    ("part-month", f"{_PART}[Mm]\\.?", meanings.month),
    ("month", "[LtX]?M", meanings.month),
    ("months", "[Mm]\\.?(?:&|-|>)[Mm]\\.?,?Y", meanings.months),
    ("year", "(?<=[isbfgF>&])Y(?!&[DN])", meanings.year),
    ("years", "(?<![M-])Y-Y(?!-)", meanings.year),
    ("part-year", "(?:T?[BIZ]g|[ql]-?|I-?)Y", meanings.year),
    ("noun-year", "(?<=[aT])Y", meanings.bare_year),
    ("season-year", "(?:[ql]-?|T?[BIZ]g|I-)?T?Sg?Y", meanings.season),
    ("season", "[Lt]S|(?<=[is])T?S|(?<=[is][ql])S", meanings.season),
    ("weekday", "(?:[eqln]O?)?[LtX]?Wp?", spells.weekday),
    ("weekday-week", "Wg?Lk", spells.weekday),
    ("weekdays", "W(?:,?&|-|>)W", spells.weekdays),
    ("overnight-weekday", "9O?W(?:[>&-]W)?|W9", spells.overnight),
    ("named", "[eqln]?[0189]|[12]p?|[eqln]?tp|Lp|TdF1", spells.named),
    ("past-count", f"T?[LPV]{_COUNT}[hdkoy]", spells.past),
    ("past-unit", "T?P[hdkoy]|TL[hdkoy]", spells.past),
    ("last-unit", "(?:T?[BIZ]g|[qlBIZ]-?)?(?:T?V|(?<!T)L)[koy]", periods.last),
    ("this-unit", "(?:T?[BIZ]g|[qlen])?t[koy]|T?[BIZ]gT[koy]", periods.this),
    ("day-before", "T[VL]d|TdF|TXd", spells.anchored),
    ("next-unit", f"T?X(?:{_COUNT})?[hdkoy]", periods.coming),
    ("recent", "j[hdkoy]", spells.recent),
    ("ago", f"(?:(?:{_COUNT}|a)[hdkoy]|aK)G", spells.ago),
    ("units-ago", "[hdkoy]G", periods.vague),
    ("in-units", f"[iv]T?{_COUNT}[hdko](?!g)|[iv]Q?a[dk](?=[?.]|$)", spells.within),
    ("spell", "i?[Qv]{0,2}[DN][hdkoy]g", spells.spell),
    ("for-units", f"r(?:{_COUNT}|[Qv]{{0,2}}a)[hdkoy]", spells.past),
    ("for-unit", "r[hdkoy]", periods.vague),
    ("nth-unit", "(?:r[aT]|[aT])?[RD]u?[dk]g?", spells.nth),
    ("that-period", "[iv](?:Hc?|Tc)A", spells.that_period),
    ("then", "(?<=s)U", spells.then),
    ("weekend", "[LtXTP]?[PVX]?E", periods.weekend),
    ("same-day", "O?(?:Tcd|Hd|Hcd)", spells.anchored),
    ("days-apart", "(?:a|[DN])d[enF]", spells.anchored),
    ("units-apart", f"(?:a|{_COUNT})[koy][en]", periods.vague),
)  # fmt: skip

#: Every rule needs a word of one of these classes.
_TELLING = frozenset("MmWwYJ#S01289hdkKoyEpAU")


@dataclass(frozen=True, slots=True)
class Moment:
    """A phrase of time in a text, not yet resolved.

    Attributes:
        first: position of its first token; `last` of the last.
        start: offset into the text; `end` after it.
        rule: the rule that found it.
        meaning: what it means.
    """

    first: int
    last: int
    start: int
    end: int
    rule: str
    meaning: Meaning


@functools.cache
def _grammar() -> tuple[tuple[str, re.Pattern[str], Builder], ...]:
    return tuple((name, re.compile(pattern), build) for name, pattern, build in RULES)


@functools.lru_cache(maxsize=512)
def told_in(text: str) -> tuple[Words, tuple[Moment, ...]]:
    """The words of a text and its phrases of time.

    Kept for the last segments, since an article's date and its events are read from the same.
    """
    told = words(text)
    return told, tuple(moments(told))


def moments(told: Words) -> list[Moment]:
    """The phrases of time in a text, in order, none overlapping."""
    if _TELLING.isdisjoint(told.classes):
        return []
    found: list[tuple[int, int, int]] = []
    for order, (_name, pattern, _build) in enumerate(_grammar()):
        found.extend(
            (match.start(), -match.end(), order) for match in pattern.finditer(told.classes)
        )
    return list(_apart(told, sorted(found)))


def _apart(told: Words, found: list[tuple[int, int, int]]) -> Iterator[Moment]:
    """The first of each group of overlapping matches whose builder accepts the words."""
    free = 0
    for first, negative_end, order in found:
        if first < free:
            continue
        name, _pattern, build = _grammar()[order]
        end = -negative_end
        meaning = build(_phrase(told, first, end))
        if meaning is None or _counted(told, first, name):
            continue
        free = end
        yield Moment(first, end - 1, told.spans[first][0], told.spans[end - 1][1], name, meaning)


def _phrase(told: Words, first: int, end: int) -> Phrase:
    before = told.classes[first - 1] if first else ""
    after = told.classes[end] if end < len(told.classes) else ""
    tokens = tuple(told.token(position) for position in range(first, end))
    return Phrase(tokens, told.classes[first:end], before, after)


def _counted(told: Words, first: int, rule: str) -> bool:
    """Whether a spell is one of several, so that it doesn't end at the reference day."""
    if rule != "spell" or not first:
        return False
    return told.token(first - 1).text.lower() in lexicon().counted
