"""The dateline with which a wire story opens is cut off, also one that tells its date in full."""

from __future__ import annotations

import datetime

import pytest

from kg.model import Document, SegmentKind
from kg.read.clean import article
from kg.read.leads import REACH, lead_end

STORY = "The army took a hill above the town, a monitor of the war said by phone."
DAY = datetime.date(2031, 5, 3)  # a Saturday


@pytest.mark.parametrize(
    "lead",
    [
        "OSTRIN, 3 May 2031 - ",
        "OSTRIN, May 3, 2031 - ",
        "OSTRIN 3 May 2031 - ",
        # country, a country of several words, province and country
        "OSTRIN, Vash, 3 May 2031 - ",
        "OSTRIN, Republic of Vash, 3 May 2031 - ",
        "DEIR SALIM, Ostrin, Republic of Vash, 3 May 2031 - ",
        # in brackets, with its weekday, with an agency behind it
        "OSTRIN, Republic of Vash (3 May 2031) - ",
        "OSTRIN (May 3, 2031) - ",
        "OSTRIN, Saturday 3 May 2031 - ",
        "OSTRIN, Sat, 3 May 2031 - ",
        "OSTRIN, Vash, Saturday, May 3, 2031 - ",
        "OSTRIN, 3 May 2031 (Vash News) - ",
        # other months and marks
        "OSTRIN, 3 Sept. 2031 - ",
        "OSTRIN, 3 May 2031 — ",
        "OSTRIN, 3 May 2031 -- ",
        "OSTRIN, 3 May 2031: ",
    ],
)
def test_a_city_in_capitals_with_a_full_date_opens_a_story(lead: str) -> None:
    assert lead_end(lead + STORY) == len(lead)


@pytest.mark.parametrize(
    "text",
    [
        # a date without its year, no mark behind it, no capitals, no date at all
        f"OSTRIN, 3 May - {STORY}",
        f"OSTRIN, May 2031 - {STORY}",
        f"OSTRIN, 3 May 2031 {STORY}",
        f"Ostrin, 3 May 2031 - {STORY}",
        f"OSTRIN, Vash - {STORY}",
        # no month, no year, no brackets that close
        f"OSTRIN, 3 Moon 2031 - {STORY}",
        f"OSTRIN, 3 May 31 - {STORY}",
        f"OSTRIN (3 May 2031 - {STORY}",
        # not where the text begins
        f"In OSTRIN, 3 May 2031 - {STORY}",
        STORY,
        "",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert lead_end(text) == 0


def test_a_dateline_ends_within_reach() -> None:
    long = "OSTRIN" + " HEIGHTS" * 4
    lead = f"{long}, Republic of Northern Vash, Saturday 3 May 2031 - "
    assert len(lead) <= REACH
    assert lead_end(lead + STORY) == len(lead)
    longer = lead.replace(", Saturday", ", Old Kingdom of Vash Vash, Saturday")
    assert len(longer) > REACH
    assert lead_end(longer + STORY) == 0


def test_a_story_is_issued_on_the_day_of_its_dateline() -> None:
    found = article(Document("a", f"OSTRIN, Republic of Vash, 3 May 2031 - {STORY}"))
    assert [(each.kind, each.text) for each in found.segments] == [
        (SegmentKind.DATELINE, "OSTRIN, Republic of Vash, 3 May 2031 -"),
        (SegmentKind.BODY, STORY),
    ]
    assert (found.issued.day, found.issued.basis) == (DAY, "text")
