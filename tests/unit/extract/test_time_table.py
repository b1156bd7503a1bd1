"""Expressions of time against the intervals a careful reader would give them.

The reference day is Wednesday 17 March 2021 throughout.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kg.extract.time import expressions
from kg.model import Day

ISSUED = datetime.date(2021, 3, 17)

#: Sentence with the expression between bars, begin, end (month-day of 2021, or a full date, or
#: nothing where it must stay open), precision.
TABLE = Path(__file__).with_name("time_table.txt").read_text("utf-8")


#: The same at the turn of a month and of a year: the reference day (a Tuesday after a leap day, a
#: Thursday that opens a year) comes first, and dates are in full.
TURNS = Path(__file__).with_name("time_turns.txt").read_text("utf-8")


def _rows(table: str) -> list[tuple[str, str, str, str, str]]:
    rows = []
    for line in table.strip().splitlines():
        before, told, rest = line.split("|", 2)
        after, *expected = rest.rsplit("|", 3)
        begin, end, precision = (cell.strip() for cell in expected)
        rows.append((before + told + after.rstrip(), told, begin, end, precision))
    return rows


def _day(written: str) -> Day | None:
    if not written:
        return None
    return _date(written if len(written) == 10 else f"2021-{written}")


def _date(written: str) -> Day:
    return datetime.date.fromisoformat(written)


@pytest.mark.parametrize(("sentence", "told", "begin", "end", "precision"), _rows(TABLE))
def test_the_words_mean_this_interval(
    sentence: str, told: str, begin: str, end: str, precision: str
) -> None:
    assert _meaning(sentence, told, ISSUED, precision) == (_day(begin), _day(end))


@pytest.mark.parametrize(("sentence", "told", "begin", "end", "precision"), _rows(TURNS))
def test_months_and_years_turn(
    sentence: str, told: str, begin: str, end: str, precision: str
) -> None:
    issued, _, rest = sentence.partition(": ")
    assert _meaning(rest, told, _date(issued), precision) == (_day(begin), _day(end))


def _meaning(
    sentence: str, told: str, issued: Day, precision: str
) -> tuple[Day | None, Day | None]:
    """The interval of the one expression that overlaps the words, its precision checked."""
    start = sentence.index(told)
    stop = start + len(told)
    found = [one for one in expressions(sentence, issued) if one.start < stop and start < one.end]
    assert len(found) == 1
    assert precision in ("-", found[0].precision)
    return found[0].interval.begin, found[0].interval.end


def test_the_table_is_long_enough() -> None:
    rows = _rows(TABLE) + _rows(TURNS)
    assert len(rows) >= 300
    assert len({row[0] for row in rows}) == len(rows)
