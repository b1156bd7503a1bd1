"""When an article was issued: told beside it, stamped on it, or inferred from its words.

Inference looks for a day that the article tells as recent, then asks which of the days from
there on the weekdays told fit best. Too little to go by gives no date.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract import calendar
from kg.extract.timewords import words
from kg.model import Day, Document, IssueDate, Segment, SegmentKind
from kg.read.clues import Clues, DayClue, clues
from kg.read.stamps import address_day, full_days, header_day, line_stamp

#: Days after the last day told within which an article is taken to be issued.
WINDOW = 7
#: A year is only supplied if its day then lies no more days after the latest date in full:
#: for a day with its weekday, and for one without.
NEAREST, NEAREST_BARE = 400, 300
#: Days after a day told without weekday or year that the issue may lie.
WINDOW_BARE = 5
#: How much less likely the issue is with each day after the last day told.
DECAY = 0.08
#: How well a weekday told fits an issue day so many days later. News tells of today and
#: yesterday; a weekday six days back would be called by its date.
FIT = (1.0, 0.7, 0.4, 0.25, 0.1, 0.1, 0.05)
#: The best day must fit better than the second best by this much.
MARGIN = 0.1
#: The least fit, before decay: most weekdays told must be that day or the day before.
LEAST_FIT = 0.55
#: Fewest weekdays told, with and without a date that has its weekday or is in a caption.
MENTIONS_STRONG, MENTIONS_WEAK = 1, 4

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def issue_date(document: Document, segments: Sequence[Segment], given: Day | None) -> IssueDate:
    """The date of issue and how it is known.

    Args:
        document: for its metadata.
        segments: the article's, in order.
        given: a date from outside for an article that carries none.
    """
    if document.issued is not None:
        return IssueDate(document.issued, "metadata", "the date that came with the article")
    for segment in segments:
        day = header_day(segment.text) if _is_header(segment) else None
        if day is not None:
            return IssueDate(day, "metadata", f"the header line {segment.text!r:.60}")
    stamped = _stamped(segments)
    if stamped is not None:
        return stamped
    address = address_day(document.url or "")
    if address is not None:
        return IssueDate(address, "metadata", f"the date in its address {document.url!r:.80}")
    if given is not None:
        return IssueDate(given, "metadata", "the date given for articles without one")
    found = clues(segments)
    return _inferred(found) or _bounded(found)


def _is_header(segment: Segment) -> bool:
    return segment.kind in (SegmentKind.BOILERPLATE, SegmentKind.DATELINE)


def _stamped(segments: Sequence[Segment]) -> IssueDate | None:
    """The first stamp above the text, or the only one below it."""
    above: list[tuple[Day, str]] = []
    below: list[tuple[Day, str]] = []
    body_met = False
    for segment in segments:
        body_met = body_met or segment.kind is SegmentKind.BODY
        day = _stamp_day(segment)
        if day is not None:
            (below if body_met else above).append((day, segment.text))
    only = below if len({day for day, _text in below}) == 1 else []
    for day, text in above or only:
        return IssueDate(day, "text", f"the stamp {text!r:.60}")
    return None


def _stamp_day(segment: Segment) -> Day | None:
    if segment.kind is not SegmentKind.DATELINE:
        return None
    stamp = line_stamp(segment.text)
    if stamp is not None:
        return stamp.day
    found = full_days(words(segment.text))
    return found[0][1] if found else None


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A day told as recent: the issue date lies on it or soon after."""

    day: Day
    clue: DayClue
    strong: bool


def _inferred(found: Clues) -> IssueDate | None:
    anchors = list(_anchors(found))
    if not anchors:
        return None
    last = max(anchors, key=lambda anchor: (anchor.clue.today, anchor.strong, anchor.day))
    if last.clue.today:
        reason = f"the text calls {last.clue.words!r} today"
        return IssueDate(last.day, "inferred", reason, last.day, last.day)
    if found.floor is not None and found.floor > calendar.shifted(last.day, WINDOW):
        return None
    mentions = Counter(found.weekdays)
    mentions.update(clue.weekday for clue in found.days if clue.weekday is not None)
    if mentions.total() < (MENTIONS_STRONG if last.strong else MENTIONS_WEAK):
        return None
    day = _best_day(last, found.floor, mentions)
    if day is None:
        return None
    earliest = max(last.day, found.floor or last.day)
    latest = calendar.shifted(last.day, WINDOW - 1)
    return IssueDate(day, "inferred", _reason(last, day, mentions, found), earliest, latest)


def _bounded(found: Clues) -> IssueDate:
    """No day, but the day before which the article can't have been issued, if it tells one."""
    if found.floor is None:
        return IssueDate(None)
    return IssueDate(None, "", f"not told; the text tells of {found.floor} as past", found.floor)


def _anchors(found: Clues) -> Iterator[_Anchor]:
    """The days told, with their year, told or supplied."""
    for clue in found.days:
        if clue.year is not None:
            day = calendar.day(clue.year, clue.month, clue.number)
            # A date in full is background more often than news. It is news in a caption, if
            # the text tells of its weekday, and where its weekday stands beside it.
            captioned = clue.caption and day is not None and day.weekday() in found.weekdays
            if day is not None and (clue.today or captioned or day.weekday() == clue.weekday):
                yield _Anchor(day, clue, strong=True)
        else:
            day = _supplied(clue, found.recent)
            if day is not None:
                yield _Anchor(day, clue, strong=clue.weekday is not None)


def _supplied(clue: DayClue, recent: Day | None) -> Day | None:
    """The first such day after the latest date in full, of its weekday where one is told."""
    if recent is None:
        return None
    most = NEAREST_BARE if clue.weekday is None else NEAREST
    for year in range(recent.year, recent.year + 3):
        day = calendar.day(year, clue.month, clue.number)
        if day is None or day < recent or (day - recent).days > most:
            continue
        if clue.weekday is None or clue.weekday == day.weekday():
            return day
    return None


def _best_day(anchor: _Anchor, floor: Day | None, mentions: Counter[int]) -> Day | None:
    """The day from the anchor on that the weekdays fit best, if it stands out."""
    laters = range(WINDOW if anchor.strong else WINDOW_BARE)
    days = [calendar.shifted(anchor.day, later) for later in laters]
    ranked = sorted(
        (
            (_fit(day, mentions) * (1 - DECAY * (day - anchor.day).days), -day.toordinal())
            for day in days
            if (floor is None or day >= floor)
            and _fit(day, mentions) >= LEAST_FIT
            and mentions[day.weekday()]
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return datetime.date.fromordinal(-ranked[0][1])


def _fit(day: Day, mentions: Counter[int]) -> float:
    """0..1: how well an issue on this day explains the weekdays told."""
    weight = sum(FIT[(day.weekday() - weekday) % 7] * count for weekday, count in mentions.items())
    return weight / mentions.total()


def _reason(anchor: _Anchor, day: Day, mentions: Counter[int], found: Clues) -> str:
    told = ", ".join(
        f"{_DAY_NAMES[weekday]} {count}" for weekday, count in sorted(mentions.items())
    )
    year = "" if anchor.clue.year else f" (year: after {found.recent_words!r})"
    return (
        f"{anchor.clue.words!r}{year} is the last day told; of the days from {anchor.day} on, "
        f"{_DAY_NAMES[day.weekday()]} {day} fits the weekdays told best ({told})"
    )
