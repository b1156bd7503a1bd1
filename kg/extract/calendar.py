"""Days, weeks, months and seasons as intervals; pure arithmetic, both ends included."""

from __future__ import annotations

import calendar
import datetime

from kg.model import Day, Interval

OPEN = Interval(None, None)


def day(year: int, month: int, number: int) -> Day | None:
    """The day, or None where the calendar has no such day.

    >>> day(2019, 2, 29) is None
    True
    """
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, number)


def shifted(start: Day, days: int) -> Day:
    """The day so many days later (earlier if negative), kept inside the calendar."""
    ordinal = start.toordinal() + days
    return datetime.date.fromordinal(min(max(ordinal, 1), datetime.date.max.toordinal()))


def single(one: Day | None) -> Interval:
    """The interval of one day."""
    return Interval(one, one)


def month(year: int, number: int, part: str = "") -> Interval:
    """A month, or a third of it: "early" (1..10), "middle" (11..20) or "late" (21..last)."""
    if not 1 <= year <= 9999:
        return OPEN
    length = calendar.monthrange(year, number)[1]
    first, last = {"early": (1, 10), "middle": (11, 20), "late": (21, length)}.get(
        part, (1, length)
    )
    return Interval(datetime.date(year, number, first), datetime.date(year, number, last))


def year(number: int, part: str = "") -> Interval:
    """A year, or a part of it.

    "early", "middle" and "late" are its thirds; "beginning" and "end" its first and last two
    months.
    """
    first, last = {
        "early": (1, 4),
        "middle": (5, 8),
        "late": (9, 12),
        "beginning": (1, 2),
        "end": (11, 12),
    }.get(part, (1, 12))
    return Interval(month(number, first).begin, month(number, last).end)


def season(number: int, first_month: int) -> Interval:
    """Three months from `first_month` of that year; a winter ends in the year after."""
    begin = month(number, first_month).begin
    turn = first_month + 2 > 12
    last = month(number + 1, first_month - 10) if turn else month(number, first_month + 2)
    return Interval(begin, last.end)


def months_before(start: Day, count: int) -> Day:
    """The same day so many months earlier, or the last of that month if it is shorter."""
    total = max(start.year * 12 + start.month - 1 - count, 12)
    number, index = divmod(total, 12)
    number = min(number, 9999)
    length = calendar.monthrange(number, index + 1)[1]
    return datetime.date(number, index + 1, min(start.day, length))


def weekday_before(reference: Day, weekday: int) -> Day:
    """The last such weekday (0 = Monday) up to and including the reference day."""
    return shifted(reference, -((reference.weekday() - weekday) % 7))


def weekday_after(reference: Day, weekday: int) -> Day:
    """The first such weekday after the reference day."""
    return shifted(reference, (weekday - reference.weekday() - 1) % 7 + 1)


def week(reference: Day, back: int = 0) -> Interval:
    """Monday to Sunday of the reference day's week, or of one `back` weeks earlier."""
    monday = shifted(reference, -reference.weekday() - 7 * back)
    return Interval(monday, shifted(monday, 6))


def weekend(reference: Day) -> Interval:
    """The last Saturday and Sunday; on a Sunday, that day and the day before.

    On a Saturday it is the weekend of the week before: the present one is not over.
    """
    sunday = weekday_before(reference, 6)
    return Interval(shifted(sunday, -1), sunday)


def latest_day(reference: Day, month_number: int, number: int) -> Day | None:
    """The latest day of that day and month, not after the reference; None if there is none."""
    for candidate_year in range(reference.year, reference.year - 9, -1):
        found = day(candidate_year, month_number, number)
        if found is not None and found <= reference:
            return found
    return None


def latest_month(reference: Day, number: int) -> int:
    """The year of the latest such month that begins on or before the reference day."""
    return reference.year if number <= reference.month else reference.year - 1
