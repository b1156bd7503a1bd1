"""A date of issue on a line of its own: with a city, an agency or a section, and nothing more."""

from __future__ import annotations

import datetime

import pytest

from kg.model import Document, SegmentKind
from kg.read.clean import article
from kg.read.stamps import line_stamp

PROSE = "The army took a hill above the town, a monitor of the war said by phone.\n\n"
DAY = datetime.date(2022, 10, 4)  # a Tuesday


@pytest.mark.parametrize(
    "line",
    [
        # a city in capitals before it
        "OSTRIN, 4 October 2022",
        "OSTRIN, October 4, 2022",
        "DEIR SALIM, 4 October 2022",
        "DEIR-SALIM, Tuesday 4 October 2022",
        "OSTRIN, 4 October 2022 10:15 GMT",
        # a section behind it
        "Tuesday 4 October 2022 | World",
        "4 October 2022 | Middle East",
        "4 October 2022 • Analysis & Comment",
        "Tuesday, October 4, 2022 | Africa",
        # both, and a writer
        "OSTRIN, 4 October 2022 | World",
        "By Jane Doe, 4 October 2022 | World",
        "Vash News | 4 October 2022 | World",
    ],
)
def test_a_city_before_or_a_section_behind_a_date_leaves_it_a_stamp(line: str) -> None:
    stamp = line_stamp(line)
    assert stamp is not None
    assert (stamp.day, stamp.words) == (DAY, line)
    assert (stamp.start, stamp.end) == (0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        # a city that is written as in a sentence, or says more
        "Ostrin, 4 October 2022",
        "In OSTRIN, 4 October 2022",
        "OSTRIN, on the night of 4 October 2022",
        "OSTRIN fell, 4 October 2022",
        "OSTRIN 4 October 2022 quietly",
        # what goes on behind it as a sentence does, or holds other marks
        "4 October 2022 | the fall of the town",
        "4 October 2022, the fall of the town",
        "4 October 2022 | World (and more of it)",
        "4 October 2022 | World, said the army. It left",
        # not a day in full
        "OSTRIN, October 2022",
        "OSTRIN, 4 October",
        "Tuesday | World",
        "OSTRIN, 4 October 2022" + " " * 120,
    ],
)
def test_a_line_that_says_more_is_no_stamp(line: str) -> None:
    assert line_stamp(line) is None


@pytest.mark.parametrize("line", ["OSTRIN, 4 October 2022", "Tuesday 4 October 2022 | World"])
def test_such_a_line_above_the_text_dates_it(line: str) -> None:
    found = article(Document("a", f"Army takes hill on border\n{line}\n{PROSE}"))
    assert (found.issued.day, found.issued.basis) == (DAY, "text")
    assert [each.text for each in found.segments if each.kind is SegmentKind.DATELINE] == [line]
