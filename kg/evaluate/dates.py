"""When two accounts mean the same days."""

from __future__ import annotations

import datetime

from kg.model import Interval

#: Nothing is known of the days.
OPEN = Interval(None, None)

#: Spans of more days than this need not agree in both ends.
_SHORT = 3


def day_of(text: str) -> datetime.date | None:
    """The day that a date, or a date with a time, begins with; None if it is neither.

    >>> day_of("2031-05-02T10:00:00Z"), day_of("2031")
    (datetime.date(2031, 5, 2), None)
    """
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def same_days(wanted: Interval, found: Interval) -> bool:
    """Whether both ends lie within a day, or a longer span is met by at least a half.

    The half is that of all days that either span covers. An open end agrees with nothing.
    """
    if not (wanted.begin and wanted.end and found.begin and found.end):
        return False
    apart = (abs((wanted.begin - found.begin).days), abs((wanted.end - found.end).days))
    if max(apart) <= 1:
        return True
    both = (min(wanted.end, found.end) - max(wanted.begin, found.begin)).days + 1
    either = (max(wanted.end, found.end) - min(wanted.begin, found.begin)).days + 1
    return (wanted.end - wanted.begin).days > _SHORT and both / either >= 0.5
