"""What weeks, months and years mean that are told from the reference day: "last month"."""

from __future__ import annotations

from kg.extract import calendar
from kg.extract.phrases import Meaning, Phrase, days_back, unknown
from kg.model import Day, Interval

#: Classes of units of time.
UNITS = "hdkKoy"
#: Those with a fixed number of days.
UNIT_DAYS = {"d": 1, "k": 7, "K": 14}
#: Parts of a year that are named by their ends.
_ENDS = {"early": "beginning", "late": "end"}
_NEAR = {"h": "day", "d": "days", "k": "week", "K": "week", "o": "month", "y": "year"}


def vague(_phrase: Phrase) -> Meaning:
    """Such as "for several weeks", "in recent months", "earlier this year"."""
    return Meaning("span", unknown)


def month_back(reference: Day, count: int) -> Interval:
    """The calendar month so many months before the reference day's; after it if negative."""
    first = calendar.months_before(reference.replace(day=1), count)
    return calendar.month(first.year, first.month)


def last_week(reference: Day) -> Interval:
    """Monday to Sunday before this week; told on a Sunday, the six days before it."""
    if reference.weekday() == 6:
        return Interval(calendar.shifted(reference, -6), calendar.shifted(reference, -1))
    return calendar.week(reference, 1)


def last(phrase: Phrase) -> Meaning:
    """Such as "last week", "late last month", "the end of last year": the calendar's."""
    unit, part = phrase.letters[-1], phrase.part
    if unit == "k":
        return Meaning("week", lambda reference, _future: _part_of_week(last_week(reference), part))
    if unit == "o":
        return Meaning("month", lambda reference, _future: _month(month_back(reference, 1), part))
    told = _ENDS.get(part, part) if "g" in phrase.letters else part
    return Meaning("year", lambda reference, _future: calendar.year(reference.year - 1, told))


def _month(whole: Interval, part: str) -> Interval:
    """A third of a month given as an interval."""
    return (
        whole if whole.begin is None else calendar.month(whole.begin.year, whole.begin.month, part)
    )


def _part_of_week(week: Interval, part: str) -> Interval:
    """The first three days of a week for "early", the last four for "late"."""
    if week.begin is None or part not in _ENDS:
        return week
    if part == "early":
        return Interval(week.begin, calendar.shifted(week.begin, 2))
    return Interval(calendar.shifted(week.begin, 3), week.end)


def this(phrase: Phrase) -> Meaning:
    """Such as "this week", "earlier this month", "the start of the year".

    Without a part told it reaches from its begin to the reference day, or to its end where a
    cue says that it lies ahead. "earlier this year" is too vague for an interval.
    """
    unit, part = phrase.letters[-1], phrase.part
    if unit == "y" and "e" in phrase.letters:
        return vague(phrase)
    later = "n" in phrase.letters

    def at(reference: Day, future: bool) -> Interval:
        whole = _present(reference, unit, part)
        if part:
            return whole
        if later:
            return Interval(reference, whole.end)
        return whole if future else Interval(whole.begin, reference)

    return Meaning(_NEAR[unit], at)


def _present(reference: Day, unit: str, part: str) -> Interval:
    """The week, month or year that the reference day is in, or the part of it."""
    if unit == "k":
        return _part_of_week(calendar.week(reference), part)
    if unit == "o":
        return calendar.month(reference.year, reference.month, part)
    return calendar.year(reference.year, _ENDS.get(part, part))


def coming(phrase: Phrase) -> Meaning:
    """Such as "next week", "the next two months", "the coming days"."""
    unit = next(letter for letter in phrase.letters if letter in UNITS)
    count = phrase.value("DN")
    if count is not None:
        return Meaning("span", days_back(0, -_length(unit, count)))
    if unit in "hd" or "C" in phrase.letters:
        return vague(phrase)

    def at(reference: Day, _future: bool) -> Interval:
        if unit == "o":
            return month_back(reference, -1)
        return calendar.week(reference, -1) if unit == "k" else calendar.year(reference.year + 1)

    return Meaning(_NEAR[unit], at)


def _length(unit: str, count: int) -> int:
    """Days in so many units, months and years taken at 30 and 365."""
    if unit == "h":
        return -(-count // 24)
    return count * UNIT_DAYS.get(unit, 30 if unit == "o" else 365)


def weekend(phrase: Phrase) -> Meaning:
    """Such as "over the weekend", "last weekend", "next weekend": a Saturday and Sunday."""

    def at(reference: Day, _future: bool) -> Interval:
        if "X" not in phrase.letters:
            return calendar.weekend(reference)
        saturday = calendar.weekday_after(reference, 5)
        return Interval(saturday, calendar.shifted(saturday, 1))

    return Meaning("days", at)
