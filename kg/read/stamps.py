"""Dates that tell when an article was issued: the stamp above it, its header, its record.

A stamp is a full date that stands by itself: a line of its own, the head of a text, or after a
word such as "Published". A date inside a sentence ("on 11 June 2018") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract import calendar
from kg.extract.moments import Moment, moments
from kg.extract.timewords import Words, words
from kg.model import Day

#: How far into a text a stamp may stand that has no line of its own, in characters.
HEAD = 400

#: Words before a date that make it a stamp.
_LEAD = re.compile(
    r"(?:^|\W)(?:(?:first |last )?(?:published|posted|updated|modified|issued)(?: at| on)?"
    r"|date of publication|publication date|date|issued)\s*:?\s*$",
    re.IGNORECASE,
)
#: Words before a date that make it part of a sentence.
_PROSE = re.compile(
    r"\b(?:on|in|since|of|from|until|till|by|before|after|between|and|to|the|dated|for|syria|"
    r"province|city|village|near)\s*,?\s*$",
    re.IGNORECASE,
)
#: What may stand beside the date on a stamp's own line: a clock time, zones, a few labels.
_REST = re.compile(
    r"(?:published|posted|updated|last|modified|on|at|date|of|publication|issued|edited|by"
    r"|am|pm|a\.m\.|p\.m\.|utc|gmt|ist|est|edt|bst|cet|eet|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"|\d{1,2}\s?(?:am|pm)|\d{4}|[-–—|,:;()./T+ \t]|[zZ]\b)*",
    re.IGNORECASE,
)
#: Who wrote it, or where, before the date on the same line: "AFP | ", "By Jane Doe, ", "GOMA, ".
_WRITER = re.compile(
    r"(?:[Bb][Yy]\s[^.]{2,60}[,|•·–—-]|[A-Z][\w. &]{1,40}\s?[|•·]|[A-Z][A-Z’' /-]{2,40},)\s*"
)
#: The section behind the date on the same line: " | Middle East".
_SECTION = re.compile(r"\s?[|•·]\s?[A-Z][\w &-]{1,40}$")
_WEEKDAY_NAME = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?", re.IGNORECASE)
_ADDRESS = re.compile(r"/(20\d{2})/(\d{1,2})/(\d{1,2})(?:/|$)")
_HEADER = re.compile(r"^(?:\ufeff)?([A-Za-z][A-Za-z _-]{1,20}):[ \t]*(\S.*)$")
_HEADER_DATES = frozenset(("date", "pubdate", "issued", "created", "publish date"))
#: What follows a stamp that stands between a headline and the text: a clock time, a label, or
#: the capital of a new sentence.
_THEN = re.compile(r"\s?(?:\(updated|Get |\d{4}\b|\d{1,2}:\d\d)|\s[A-Z]")
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s")
_WEEKDAY_BEFORE = re.compile(r"[WwO]")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of issue as written.

    Attributes:
        start: offset into the text looked at; `end` after it.
        day: the day.
        words: the stamp itself.
    """

    start: int
    end: int
    day: Day
    words: str


def full_days(told: Words) -> list[tuple[Moment, Day]]:
    """The single days that a text names in full."""
    found: list[tuple[Moment, Day]] = []
    for moment in moments(told):
        meaning = moment.meaning
        if meaning.fixed and meaning.precision == "day":
            day = meaning.at(Day.max, False).begin
            if day is not None:
                found.append((moment, day))
    return found


def written_day(text: str) -> Day | None:
    """The day that a date field tells, with or without a clock time; None if none or several.

    >>> str(written_day("2019-05-13T08:00:00Z")), str(written_day("Mon, 13 May 2019 08:00"))
    ('2019-05-13', '2019-05-13')
    """
    days = {day for _moment, day in full_days(words(text[:100]))}
    return days.pop() if len(days) == 1 else None


def line_stamp(line: str) -> Stamp | None:
    """The stamp that a short line is, if it holds a full date and no more than labels beside."""
    if len(line) > 120:
        return None
    found = full_days(words(line))
    if not found:
        return None
    moment, day = found[0]
    before = line[: moment.start]
    writer = _WRITER.match(before)
    labels = before[writer.end() :] if writer else before
    tail = _SECTION.sub("", _tail(line, found))
    weekday = _WEEKDAY_NAME.sub("", labels)
    if (
        labels.strip().lower() in ("on", "by", "at")
        or not _REST.fullmatch(weekday)
        or not _REST.fullmatch(tail)
    ):
        return None
    return Stamp(0, len(line), day, line.strip())


def _tail(line: str, found: list[tuple[Moment, Day]]) -> str:
    """What follows the first date; a second one ("updated …") is cut out."""
    rest = line[found[0][0].end :]
    if len(found) > 1:
        second = found[1][0]
        rest = line[found[0][0].end : second.start] + line[second.end :]
    return rest


def address_day(url: str) -> Day | None:
    """The day in an address such as ".../2018/06/02/title", or None."""
    match = _ADDRESS.search(url)
    return calendar.day(*map(int, match.groups())) if match else None


def head_stamp(text: str) -> Stamp | None:
    """The stamp at the head of a text whose lines were run together.

    It is the text's first words, or follows a word such as "Published", or stands outside any
    sentence: with its weekday, or between a headline and what begins a new sentence.
    """
    told = words(text[:HEAD])
    for moment, day in full_days(told):
        before = text[: moment.start]
        start = moment.start
        lead = _LEAD.search(before)
        if lead is not None:
            start = lead.start() + (1 if lead[0][:1].isspace() else 0)
        named = _WEEKDAY_BEFORE.match(told.classes, moment.first) is not None
        apart = named or (_THEN.match(text, moment.end) and not _SENTENCE_END.search(before))
        if lead or not before.strip("\ufeff \t") or (apart and not _PROSE.search(before)):
            return Stamp(start, moment.end, day, text[start : moment.end].strip())
    return None


def header(line: str) -> tuple[str, str] | None:
    """Field and value of a header line ("Date: 2021-11-03 17:20"), the field in lower case."""
    match = _HEADER.match(line)
    return (match[1].lower().strip(), match[2].strip()) if match else None


def header_day(line: str) -> Day | None:
    """The date of issue that a header line gives, or None."""
    found = header(line)
    if found is None or found[0] not in _HEADER_DATES:
        return None
    return written_day(found[1])
