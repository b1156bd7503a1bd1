"""Expressions of time and what they mean, given the day an article was issued.

Phrases (`kg.extract.moments`) are joined ("between … and …", "from … to …", "since …"), then
resolved. A date without a year is the latest one not after the issue date, unless the sentence
says that it is yet to come. Words that can't be resolved keep open ends: the issue date never
stands in for a time that isn't told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract import calendar
from kg.extract.calendar import OPEN
from kg.extract.moments import Moment, told_in
from kg.extract.timewords import Words, lexicon
from kg.model import Day, Interval, TimeExpression

#: How far before an expression a word may stand that puts it in the future, in characters.
CUE_REACH = 60
#: How far before "the same day" the day that it means may be told, in characters.
ANCHOR_REACH = 400

#: More days than this are a span that "in that period" may mean.
FEW_DAYS = 3
#: How far after a day told "the fifth day of …" may explain it, in characters.
APPOSED = 12

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")

#: Rules whose phrase already has both ends, so that "between" or "from" belongs to it.
_PAIRS = frozenset(("weekdays", "months", "month-days", "days-month", "years"))


@dataclass(frozen=True, slots=True)
class _Joined:
    """One moment, or two with the words that join them."""

    start: int
    end: int
    moment: Moment
    until: Moment | None = None
    lead: str = ""


def expressions(
    text: str, issued: Day | None, earlier: Sequence[TimeExpression] = ()
) -> list[TimeExpression]:
    """The times told in a segment's text, in order, none overlapping.

    Args:
        text: a segment's text.
        issued: when the article was issued; None leaves open what depends on it.
        earlier: the times told before this text, for "in that period" and "since then".
    """
    told, phrases = told_in(text)
    found: list[TimeExpression] = []
    for joined in _joined(told, phrases):
        interval = _resolved(text, joined, issued, found, earlier)
        surface = text[joined.start : joined.end]
        precision = _precision(joined, interval)
        found.append(TimeExpression(joined.start, joined.end, surface, interval, precision))
    return found


def is_span(told: TimeExpression) -> bool:
    """Whether it tells more than a few days, both ends known."""
    begin, end = told.interval.begin, told.interval.end
    return begin is not None and end is not None and (end - begin).days > FEW_DAYS


def ahead(text: str, start: int) -> bool:
    """Whether the same sentence says, shortly before this offset, that it is yet to come."""
    near = text[max(0, start - CUE_REACH) : start]
    near = _SENTENCE_END.split(near)[-1]
    cues = list(lexicon().future.finditer(near))
    return bool(cues) and lexicon().breaks.search(near, cues[-1].end()) is None


def _joined(told: Words, found: Sequence[Moment]) -> list[_Joined]:
    """Joins moments with each other and with a preposition that turns them into a span."""
    joined: list[_Joined] = []
    position = 0
    while position < len(found):
        one = found[position]
        other = found[position + 1] if position + 1 < len(found) else None
        lead, start = _lead(told, one, found[position - 1].last if position else -1)
        if other is not None and _linked(told, one, other, lead):
            from_start = start if lead in "bf" else one.start
            joined.append(_Joined(from_start, other.end, one, other, "b"))
            position += 2
            continue
        if lead and lead in "s>F":
            joined.append(_Joined(start, one.end, one, lead=lead))
        elif lead and one.rule in _PAIRS:
            joined.append(_Joined(start, one.end, one))
        else:
            joined.append(_Joined(one.start, one.end, one))
        position += 1
    return joined


def _lead(told: Words, moment: Moment, taken: int) -> tuple[str, int]:
    """The class of the preposition before a moment, over an article, and where it stands.

    The words up to `taken` belong to another moment: "a day before" in "a day before Monday".
    """
    position = moment.first - 1
    if position > 0 and told.classes[position] in "TOi":
        position -= 1
    if position <= taken or told.classes[position] not in "sbf>F":
        return "", moment.start
    token = told.token(position)
    if told.classes[position] == ">" and token.text.lower() not in ("until", "till"):
        return "", moment.start
    return told.classes[position], token.start


def _linked(told: Words, one: Moment, other: Moment, lead: str) -> bool:
    """Whether two moments are the ends of one span."""
    between = told.classes[one.last + 1 : other.first]
    if between and between[-1] in "TO":
        between = between[:-1]
    if lead == "b":
        return between == "&"
    if lead == "f":
        return between in (">", "-")
    # Without a preposition only like joins like: "30 May to 2 June", "April to August".
    alike = one.meaning.precision == other.meaning.precision
    return alike and between in (">", "-") and one.meaning.precision in ("day", "month", "year")


def _resolved(
    text: str,
    joined: _Joined,
    issued: Day | None,
    found: list[TimeExpression],
    earlier: Sequence[TimeExpression],
) -> Interval:
    future = ahead(text, joined.start)
    if joined.until is not None:
        return _spanned(joined.moment, joined.until, issued, future=future)
    if joined.moment.meaning.anchor is not None:
        interval = _anchored(joined, joined.moment.meaning.anchor, found, earlier)
    elif joined.moment.meaning.leans in ("span", "last"):
        interval = _told_last(joined.moment.meaning.leans, [*earlier, *found])
    else:
        reference = _apposed(joined, found) or issued
        interval = _at(joined.moment, reference, future=future)
    if joined.lead == "s":
        begin = interval.begin
        late = begin is not None and issued is not None and begin > issued
        return OPEN if late else Interval(begin, issued if begin is not None else None)
    if joined.lead == ">":
        return Interval(None, interval.end)
    if joined.lead == "F":
        before = None if interval.begin is None else calendar.shifted(interval.begin, -1)
        return Interval(None, before)
    return interval


def _at(moment: Moment, reference: Day | None, *, future: bool) -> Interval:
    if reference is None:
        return moment.meaning.at(Day.max, future) if moment.meaning.fixed else OPEN
    return moment.meaning.at(reference, future)


def _spanned(one: Moment, other: Moment, issued: Day | None, *, future: bool) -> Interval:
    """From the begin of one to the end of the other; what lacks a year leans on the other."""
    last = _at(other, issued, future=future)
    if one.meaning.fixed and not other.meaning.fixed:
        first = _at(one, issued, future=False)
        told_without_year = other.meaning.stated.month is not None
        if first.begin is not None and told_without_year:
            last = other.meaning.at(calendar.shifted(first.begin, 365), False)
    first = _at(one, last.begin if last.begin is not None else issued, future=False)
    if last.begin is None and not one.meaning.fixed:
        return Interval(None, last.end)
    if first.begin is not None and last.end is not None and first.begin > last.end:
        return OPEN
    return Interval(first.begin, last.end)


def _anchored(
    joined: _Joined,
    shift: int,
    found: list[TimeExpression],
    earlier: Sequence[TimeExpression],
) -> Interval:
    """The day told last before, in the same text or as the last of the one before it, shifted."""
    near = [each for each in found if joined.start - each.end <= ANCHOR_REACH]
    for expression in reversed([*earlier[-1:], *near]):
        interval = expression.interval
        if interval.begin is not None and interval.begin == interval.end:
            return calendar.single(calendar.shifted(interval.begin, shift))
    return OPEN


def _told_last(leans: str, before: Sequence[TimeExpression]) -> Interval:
    """The span told last, or whatever time with a begin was; open where none was."""
    for each in reversed(before):
        if is_span(each) if leans == "span" else each.interval.begin is not None:
            return each.interval
    return OPEN


def _apposed(joined: _Joined, earlier: list[TimeExpression]) -> Day | None:
    """The day told right before a phrase that leans on it: "on Sunday, the fifth day of …"."""
    if joined.moment.meaning.leans != "day" or not earlier:
        return None
    before = earlier[-1]
    near = joined.start - before.end <= APPOSED and before.precision == "day"
    return before.interval.begin if near else None


def _precision(joined: _Joined, interval: Interval) -> str:
    if joined.until is not None or joined.lead:
        return "span"
    if interval.begin is not None and interval.begin == interval.end:
        return "day"
    told = joined.moment.meaning.precision
    return "days" if told == "day" and interval.begin != interval.end else told
