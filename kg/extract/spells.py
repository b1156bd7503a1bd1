"""What deictic phrases mean: weekdays, yesterdays, weeks past and spells of days.

Builders like those of `kg.extract.meanings`; all of these need a reference day.
"""

from __future__ import annotations

from kg.extract import calendar
from kg.extract.calendar import OPEN
from kg.extract.periods import UNIT_DAYS, UNITS, last_week, month_back, vague
from kg.extract.phrases import Meaning, Phrase, Resolver, Stated, days_back, unknown
from kg.model import Day, Interval


def weekday(phrase: Phrase) -> Meaning | None:
    """Such as "on Sunday", "last Friday", "next Monday", "late on Monday night"."""
    number = phrase.value("W")
    if number is None or phrase.before == "z" or _habitual(phrase):
        return None
    coming, strict = "X" in phrase.letters, "L" in phrase.letters and "k" not in phrase.letters
    week_before = "Lk" in phrase.letters

    def at(reference: Day, future: bool) -> Interval:
        if week_before:
            begin = last_week(reference).begin
            found = None if begin is None else calendar.shifted(begin, number)
        elif coming or (future and reference.weekday() != number):
            found = calendar.weekday_after(reference, number)
        else:
            found = calendar.weekday_before(reference, number)
        if strict and found == reference:
            found = calendar.shifted(reference, -7)
        return calendar.single(found)

    return Meaning("day", at, stated=Stated(weekday=number))


def _habitual(phrase: Phrase) -> bool:
    """Whether "on Fridays" tells a habit; without "on" it is a lost apostrophe."""
    plural = any(token.text.endswith("days") for token in phrase.tokens)
    return plural and (phrase.before == "O" or "O" in phrase.letters)


def weekdays(phrase: Phrase) -> Meaning | None:
    """Such as "Saturday and Sunday", "Sunday to Tuesday": from the first to the last."""
    first, last = phrase.values("W")

    def at(reference: Day, future: bool) -> Interval:
        end = (calendar.weekday_after if future else calendar.weekday_before)(reference, last)
        return Interval(calendar.weekday_before(calendar.shifted(end, -1), first), end)

    return Meaning("days", at, stated=Stated(weekday=last))


def named(phrase: Phrase) -> Meaning:
    """Such as "today", "this morning", "yesterday", "last night", "overnight", "tomorrow"."""
    letters = phrase.letters
    if "9" in letters:
        return Meaning("days", days_back(1, 0))
    if "T" in letters:  # the day before yesterday
        return Meaning("day", days_back(2, 2))
    shift = 1 if "1" in letters or letters.startswith("L") else -1 if "2" in letters else 0
    return Meaning("day", days_back(shift, shift))


def overnight(phrase: Phrase) -> Meaning:
    """Such as "overnight on Saturday": that day and the next, as far as the reference day."""
    number = phrase.values("W")[0]

    def at(reference: Day, _future: bool) -> Interval:
        begin = calendar.weekday_before(reference, number)
        return Interval(begin, min(calendar.shifted(begin, 1), reference))

    return Meaning("days", at)


def past(phrase: Phrase) -> Meaning:
    """Such as "the past 24 hours", "over the last two weeks", "in four days", "two days of"."""
    unit = next(letter for letter in phrase.letters if letter in UNITS)
    count = phrase.value("DN") or (0 if "C" in phrase.letters else 1)
    if count == 0:  # "the last few days"
        return Meaning("days", days_back(7)) if unit == "d" else Meaning("span", unknown)
    return Meaning("day" if unit == "h" and count <= 24 else "days", _back(unit, count))


def _back(unit: str, count: int) -> Resolver:
    if unit == "h":
        return days_back(max(1, -(-count // 24)))
    if unit in UNIT_DAYS:
        return days_back(UNIT_DAYS[unit] * count)
    step = count if unit == "o" else 12 * count
    return lambda reference, _future: Interval(calendar.months_before(reference, step), reference)


def spell(phrase: Phrase) -> Meaning:
    """Such as "two days of clashes": the days up to the reference day, it included."""
    unit = next(letter for letter in phrase.letters if letter in UNITS)
    count = phrase.value("DN") or 1
    if unit == "d" and count > 1:
        return Meaning("days", days_back(count - 1))
    return Meaning("days", _back(unit, count))


def within(phrase: Phrase) -> Meaning:
    """Such as "in two weeks", "within 48 hours": behind us; unknown if a cue says it is ahead."""
    meaning = past(phrase)

    def at(reference: Day, future: bool) -> Interval:
        return OPEN if future else meaning.at(reference, future)

    return Meaning(meaning.precision, at)


def recent(phrase: Phrase) -> Meaning:
    """Such as "in recent days" is the past week; longer units stay unknown."""
    if phrase.letters.endswith("h"):
        return Meaning("days", days_back(1))
    return Meaning("days", days_back(7)) if phrase.letters.endswith("d") else vague(phrase)


def ago(phrase: Phrase) -> Meaning:
    """Such as "three days ago", "a week ago", "two years ago": as exact as the unit allows."""
    unit = next(letter for letter in phrase.letters if letter in UNITS)
    count = phrase.value("DN") or (0 if "C" in phrase.letters else 1)
    if count == 0:
        return vague(phrase)
    if unit == "h":
        return Meaning("day" if count < 24 else "days", _back(unit, count))
    if unit == "d":
        return Meaning("day", days_back(count, count))
    if unit in UNIT_DAYS:
        middle = UNIT_DAYS[unit] * count
        return Meaning("week", days_back(middle + 3, middle - 3))
    if unit == "o":
        return Meaning("month", lambda reference, _future: month_back(reference, count))
    return Meaning("year", lambda reference, _future: calendar.year(reference.year - count))


def anchored(phrase: Phrase) -> Meaning:
    """Such as "the same day", "the day before", "two days later": seen from the day told before."""
    letters, count = phrase.letters, phrase.value("DN") or 1
    if letters.endswith("Xd") and phrase.tokens[-1].text.lower().endswith("s"):
        return vague(phrase)  # "the next days"
    back = any(letter in letters for letter in "VFeL")
    ahead = any(letter in letters for letter in "nX")
    shift = -count if back else count if ahead else 0
    return Meaning("day", unknown, anchor=shift)


def nth(phrase: Phrase) -> Meaning | None:
    """Such as "for a third straight day", "the fifth day of", "its second week": up to that day.

    An ordinal alone ("the third day") may be any day; "a 15th day" needs its ending to be one.
    """
    count, unit = phrase.value("RD"), next(letter for letter in phrase.letters if letter in "dk")
    written = next(token.text for token, letter in phrase.lettered() if letter in "RD")
    telling = any(letter in phrase.letters for letter in "rug") or phrase.before == "x"
    if count is None or count < 2 or written.isdigit() or not telling:
        return None
    back = count - 1 if unit == "d" else 7 * count
    return Meaning("days" if unit == "d" else "span", days_back(back), leans="day")


def that_period(_phrase: Phrase) -> Meaning:
    """Such as "in that period", "over the same period": the span told last."""
    return Meaning("span", unknown, leans="span")


def then(_phrase: Phrase) -> Meaning:
    """Such as "since then": from the day told last on."""
    return Meaning("span", unknown, leans="last")
