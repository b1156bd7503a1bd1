"""What dates mean: one function for each kind of phrase that names a day, month or year.

A builder takes a `Phrase` and gives its `Meaning`, or None where the words turn out to be
something else.
"""

from __future__ import annotations

from kg.extract import calendar
from kg.extract.calendar import OPEN
from kg.extract.phrases import Meaning, Phrase, Resolver, Stated, fixed
from kg.extract.timewords import lexicon
from kg.model import Day, Interval

#: A date without a year that lies further back than this is the coming one, if a cue says so.
FAR_BACK = 300


def day(phrase: Phrase) -> Meaning | None:
    """Such as "17 September 2018", "Monday, April 5", "January 29 and 30"."""
    numbers, month = phrase.values("D"), phrase.value("Mm")
    year, weekday = phrase.value("Y"), phrase.value("Ww")
    if "J" in phrase.letters:
        run = phrase.values("J")[0]
        numbers, year = [run // 10000], run % 10000
    if not numbers or month is None or calendar.day(2000, month, max(numbers)) is None:
        return None
    stated = Stated(year, month, numbers[-1], weekday)
    precision = "day" if len(numbers) == 1 else "days"
    if year is not None:
        begin, end = calendar.day(year, month, numbers[0]), calendar.day(year, month, numbers[-1])
        if begin is None or end is None or begin > end:
            return None
        return Meaning(precision, fixed(Interval(begin, end)), fixed=True, stated=stated)
    if phrase.before == "i" and phrase.letters[0] in "Mm":
        return None  # "in April 12 fighters": the figure counts something else
    return Meaning(precision, _yearless(month, numbers[0], numbers[-1], phrase), stated=stated)


def _yearless(month: int, first: int, last: int, phrase: Phrase) -> Resolver:
    back = phrase.years_back

    def at(reference: Day, future: bool) -> Interval:
        end = calendar.latest_day(reference, month, last)
        if back is not None:
            end = calendar.day(reference.year - back, month, last)
        if end is None:
            return OPEN
        if future and back is None and (reference - end).days > FAR_BACK:
            end = calendar.day(end.year + 1, month, last) or end
        return Interval(calendar.day(end.year, month, first), end)

    return at


def numeric(phrase: Phrase) -> Meaning | None:
    """Such as "2020-01-16"."""
    found = phrase.tokens[0].day
    if found is None:
        return None
    stated = Stated(found.year, found.month, found.day)
    return Meaning("day", fixed(calendar.single(found)), fixed=True, stated=stated)


def month(phrase: Phrase) -> Meaning | None:
    """Such as "September 2018", "late August", "last March"; a doubtful name needs company."""
    number, year, part = phrase.value("Mm"), phrase.value("Y"), phrase.part
    if number is None:
        return None
    bare = phrase.letters == "M" or (phrase.letters[0] in "Lt" and len(phrase.letters) == 2)
    if (
        phrase.letters == "M"
        and number in lexicon().doubtful
        and phrase.before not in tuple("isbf>F&")
    ):
        return None
    if year is not None:
        stated = Stated(year, number)
        return Meaning(
            "month", fixed(calendar.month(year, number, part)), fixed=True, stated=stated
        )
    strict = bare and phrase.letters[0] == "L"
    return Meaning("month", _latest_month(number, part, phrase, strict=strict),
                   stated=Stated(None, number))  # fmt: skip


def _latest_month(number: int, part: str, phrase: Phrase, *, strict: bool) -> Resolver:
    back, coming = phrase.years_back, phrase.letters[0] == "X"
    this = phrase.letters[0] == "t"

    def at(reference: Day, future: bool) -> Interval:
        year = calendar.latest_month(reference, number)
        if back is not None or this:
            year = reference.year - (back or 0)
        elif coming:
            year += 1
        elif strict and number == reference.month:
            year -= 1
        found = calendar.month(year, number, part)
        if back is None and not this and not coming and found.begin is not None:
            late = found.begin > reference  # "late May" told on the 12th of May
            distant = future and (reference - found.begin).days > FAR_BACK
            if late and not future:
                found = calendar.month(year - 1, number, part)
            elif distant:
                found = calendar.month(year + 1, number, part)
        return found

    return at


def months(phrase: Phrase) -> Meaning | None:
    """Such as "April and August 2019", "May-June 2016": from the first to the last."""
    numbers, year = phrase.values("Mm"), phrase.value("Y")
    if year is None or numbers[0] >= numbers[-1]:
        return None
    begin, end = calendar.month(year, numbers[0]).begin, calendar.month(year, numbers[-1]).end
    return Meaning(
        "span", fixed(Interval(begin, end)), fixed=True, stated=Stated(year, numbers[-1])
    )


def year(phrase: Phrase) -> Meaning | None:
    """Such as "in 2016", "mid-2012", "at the end of 2015", "2011-2015"."""
    numbers = phrase.values("Y")
    if len(numbers) == 2:
        begin, end = calendar.year(numbers[0]).begin, calendar.year(numbers[1]).end
        if numbers[0] > numbers[1]:
            return None
        span = Interval(begin, end)
        return Meaning("span", fixed(span), fixed=True, stated=Stated(numbers[1]))
    part = phrase.part
    if "g" in phrase.letters and part in ("early", "late"):
        part = "beginning" if part == "early" else "end"
    interval = calendar.year(numbers[0], part)
    return Meaning("year", fixed(interval), fixed=True, stated=Stated(numbers[0]))


def bare_year(phrase: Phrase) -> Meaning | None:
    """Such as "the 2015 deal": a year before a noun; the article alone may count things instead."""
    return year(phrase) if phrase.after in ("x", "S") else None


def season(phrase: Phrase) -> Meaning | None:
    """Such as "the summer of 2014", "last spring"; a part of a season is taken as the season."""
    first, number = phrase.value("S"), phrase.value("Y")
    if first is None:
        return None
    if number is not None:
        found = calendar.season(number, first)
        return Meaning("season", fixed(found), fixed=True, stated=Stated(number))
    if phrase.tokens[-1].text.lower() == "fall" and phrase.letters[0] not in "LtX":
        return None  # "since the fall" of a town

    strict = phrase.letters[0] == "L"

    def at(reference: Day, _future: bool) -> Interval:
        year_number = calendar.latest_month(reference, first)
        found = calendar.season(year_number, first)
        if strict and found.end is not None and found.end >= reference:
            return calendar.season(year_number - 1, first)
        return found

    return Meaning("season", at)
