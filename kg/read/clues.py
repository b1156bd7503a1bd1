"""What the words of an article tell of its date of issue, short of telling it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.moments import Moment, told_in
from kg.extract.time import ahead
from kg.model import Day, Segment, SegmentKind

#: How far before a date the words may stand that make it the origin of something long.
ORIGIN_REACH = 60
_ORIGIN = re.compile(
    r"\b(?:since|began|begun|started|erupted|broke out|outbreak|uprising|revolt|revolution)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayClue:
    """A day of a month that the article tells as past.

    Attributes:
        month: 1..12.
        number: day of the month.
        year: or None where it isn't told.
        weekday: 0..6 where told with the date, or None.
        words: the words.
        today: whether the article calls it today.
        caption: whether it stands in a caption.
    """

    month: int
    number: int
    year: int | None
    weekday: int | None
    words: str
    today: bool = False
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of an article.

    Attributes:
        days: days told with their month, in order.
        weekdays: weekdays told alone, once for each mention.
        floor: the latest begin of a day, month or year told as past; issue isn't earlier.
        recent: the latest day or month with its year that is told for its own sake, not as
            the origin of a war ("since March 2011"), or None.
        recent_words: the words that told it.
    """

    days: tuple[DayClue, ...]
    weekdays: tuple[int, ...]
    floor: Day | None
    recent: Day | None
    recent_words: str


def clues(segments: Iterable[Segment]) -> Clues:
    """The clues in the segments that tell something (no teasers, no site furniture)."""
    days: list[DayClue] = []
    weekdays: list[int] = []
    floors: list[tuple[Day, bool, str]] = []
    captions = SegmentKind.CAPTION
    for segment in segments:
        if not segment.kind.tells and segment.kind is not SegmentKind.DATELINE:
            continue
        text = segment.text
        today_end = -9
        for moment in told_in(text)[1]:
            if moment.rule == "named" and text[moment.start : moment.end].lower() == "today":
                today_end = moment.end
            if ahead(text, moment.start):
                continue
            near_today = 0 <= moment.start - today_end <= 2
            days.extend(_day(moment, text, today=near_today, caption=segment.kind is captions))
            if moment.meaning.stated.weekday is not None:
                weekdays.append(moment.meaning.stated.weekday)
            floors.extend(_floor(moment, text))
    floor = max((begin for begin, _own, _told in floors), default=None)
    own = [(begin, told) for begin, for_itself, told in floors if for_itself]
    recent, recent_words = max(own, default=(None, ""))
    return Clues(tuple(days), tuple(weekdays), floor, recent, recent_words)


def _day(moment: Moment, text: str, *, today: bool, caption: bool) -> list[DayClue]:
    stated = moment.meaning.stated
    if stated.month is None or stated.day is None:
        return []
    told = text[moment.start : moment.end]
    return [DayClue(stated.month, stated.day, stated.year, stated.weekday, told, today, caption)]


def _floor(moment: Moment, text: str) -> list[tuple[Day, bool, str]]:
    """The begin of a moment that needs no reference day, and whether it is told for itself."""
    if not moment.meaning.fixed:
        return []
    begin = moment.meaning.at(Day.max, False).begin
    if begin is None:
        return []
    stated = moment.meaning.stated
    if stated.year is not None:  # of "March and October 2017" the latter counts
        begin = max(begin, Day(stated.year, stated.month or 1, stated.day or 1))
    exact = stated.month is not None
    origin = _ORIGIN.search(text, max(0, moment.start - ORIGIN_REACH), moment.start)
    return [(begin, exact and origin is None, text[moment.start : moment.end])]
