"""When an article was issued: told, stamped, inferred, or unknown."""

from __future__ import annotations

import datetime

import pytest

from kg.model import Document, IssueDate
from kg.read.clean import article
from kg.read.stamps import head_stamp, header_day, line_stamp, written_day

PROSE = "The army took a hill above the town, a monitor of the war said by phone.\n\n"
DAY = datetime.date(2018, 6, 2)  # a Saturday


def _issued(text: str, given: datetime.date | None = None, **metadata: datetime.date) -> IssueDate:
    return article(Document("a", text, issued=metadata.get("issued")), issued=given).issued


@pytest.mark.parametrize(
    "line",
    [
        "02 June, 2018", "2 June 2018", "June 2, 2018", "Sat 02 Jun 2018", "Saturday June 2, 2018",
        "Jun 2, 2018, 07.18 AM IST", "2018-06-02", "02.06.2018",
        "Published: 2 June 2018 at 14:05 GMT",
        "Published June 2, 2018 | Updated June 3, 2018", "Last updated at Jun 022018",
        "2018-06-02T10:15:00Z",
        "Example News | Jun 2, 2018, 07.18 AM IST", "By Jane Doe and John Roe, June 2, 2018",
    ],
)  # fmt: skip
def test_a_line_with_a_date_alone_is_a_stamp(line: str) -> None:
    stamp = line_stamp(line)
    assert stamp is not None
    assert stamp.day == DAY
    assert _issued(f"Army takes hill on border\n{line}\n{PROSE}").basis == "text"


@pytest.mark.parametrize(
    "line",
    ["On 2 June 2018", "Syria, 2 June 2018", "Smoke over the town, June 2, 2018", "June 2018",
     "2 June", "02/06/2018", "Between 2 June 2018 and 4 June 2018"],
)  # fmt: skip
def test_a_line_that_says_more_or_less_is_no_stamp(line: str) -> None:
    assert line_stamp(line) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Published June 2 2018 The army", "Published June 2 2018"),
        ("Date of publication 2 June 2018 The army", "Date of publication 2 June 2018"),
        ("2 Jun 2018 The army", "2 Jun 2018"),
        ("Army takes hill AFP Saturday 2 Jun 2018 The army", "Saturday 2 Jun 2018"),
        ("02.06.2018(updated 1133 02.06.2018) Get", "02.06.2018"),
    ],
)
def test_a_stamp_at_the_head_is_found(text: str, words: str) -> None:
    stamp = head_stamp(text)
    assert stamp is not None
    assert (stamp.day, stamp.words) == (DAY, words)


@pytest.mark.parametrize(
    "text",
    ["The army took it on Saturday 2 June 2018 at dawn", "A deal signed 2 June 2018 broke down",
     "Smoke over the town June 2 2018 (Agencies) The army"],
)  # fmt: skip
def test_a_date_in_the_first_sentence_is_no_stamp(text: str) -> None:
    assert head_stamp(text) is None


def test_a_date_field_must_tell_one_day() -> None:
    assert written_day("Sat, 02 Jun 2018 10:00:00 +0000") == DAY
    assert written_day("2018-06-02 or 2018-06-03") is None
    assert written_day("soon") is None


def test_a_day_in_the_address_is_metadata() -> None:
    found = article(Document("a", PROSE, url="https://example.org/2018/6/2/hill")).issued
    assert (found.day, found.basis) == (DAY, "metadata")
    assert article(Document("a", PROSE, url="https://example.org/2018/13/2/x")).issued.day is None


def test_a_header_line_gives_the_date_as_metadata() -> None:
    assert header_day("Date: 2018-06-02 09:43") == DAY
    assert header_day("Title: 2018-06-02") is None
    assert _issued(f"Title: Hill taken\nDate: 2018-06-02 09:43\n\n{PROSE}").basis == "metadata"


def test_metadata_goes_before_a_stamp_and_a_stamp_before_the_date_given() -> None:
    other = datetime.date(2017, 1, 1)
    stamped = f"Army takes hill\n2 June 2018\n{PROSE}"
    assert _issued(stamped, other, issued=other).day == other
    assert _issued(stamped, other).day == DAY
    given = _issued(PROSE, other)
    assert (given.day, given.basis) == (other, "metadata")


def test_the_first_stamp_above_the_text_counts() -> None:
    assert _issued(f"2 June 2018\n3 June 2018\n{PROSE}").day == DAY


def test_stamps_of_other_articles_below_the_text_do_not_count() -> None:
    assert _issued(f"{PROSE}2 June 2018\n\n3 June 2018").day is None
    assert _issued(f"{PROSE}2 June 2018").day == DAY


def test_a_weekday_with_its_day_finds_the_year_after_the_last_date_in_full() -> None:
    text = (
        "The army took a hill, a monitor of the war announced Saturday, June 2.\n\n"
        "It had lost the hill in a raid between March and October 2017, the monitor said.\n"
    )
    found = _issued(text)
    assert (found.day, found.basis) == (DAY, "inferred")
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= DAY <= found.latest
    assert "October 2017" in found.reason


def test_the_war_s_origin_does_not_give_the_year() -> None:
    text = (
        "The army took a hill, a monitor announced on June 2, after a raid on Saturday.\n\n"
        "Saturday's raid and Saturday's fire came a day after Friday's, on Saturday they said.\n\n"
        "The war began in March 2017 with protests that were put down by force of arms.\n"
    )
    assert _issued(text).day is None


def test_a_caption_of_a_day_told_gives_the_date() -> None:
    text = (
        "Army takes hill on border\n\n"
        "© AFP – JANE DOE – | Troops rest near the hill, June 2, 2018\n\n"
        "The army took a hill on Saturday, a monitor of the war said by phone from abroad.\n\n"
        "Nine died on Saturday and two on Friday, the monitor said of the fight for the hill.\n"
    )
    found = _issued(text)
    assert (found.day, found.basis) == (DAY, "inferred")


def test_a_caption_of_an_old_picture_gives_none() -> None:
    text = (
        "Army takes hill on border\n\n"
        "Troops rest near another hill on 4 June 2018 [Jane Doe/AFP/Getty Images]\n\n"
        "The army took a hill on Saturday, a monitor of the war said by phone from abroad.\n\n"
        "Nine died on Saturday and two on Friday, the monitor said of the fight for the hill.\n"
    )
    found = _issued(text)
    assert (found.day, found.basis, str(found.earliest)) == (None, "", "2018-06-04")


def test_the_last_day_told_and_many_weekdays_give_the_date() -> None:
    text = (
        "The army took a hill, a monitor said Saturday, after raids on Friday and Saturday.\n\n"
        "The powers had announced in November 2017 a zone around the town and the hill.\n\n"
        "Between the middle of May and 29 May raids drove ten thousand people from the town.\n\n"
        "A hospital was hit on Saturday, medics said, and the council met on Saturday.\n"
    )
    found = _issued(text)
    assert (found.day, found.basis) == (DAY, "inferred")


def test_weekdays_alone_give_no_date() -> None:
    assert (
        _issued("On Saturday and Friday shells fell; on Saturday they fell again, it said.\n").day
        is None
    )


def test_a_day_still_to_come_is_no_clue() -> None:
    text = (
        "Envoys will meet on Saturday, June 2, to talk of the hill that fell in November 2017.\n\n"
        "The army took the hill, a monitor of the war said by phone from the town below.\n"
    )
    assert _issued(text).day is None


def test_what_the_text_calls_today_is_the_date() -> None:
    text = "The army has today (June 2, 2018) taken a hill above the town, a monitor said.\n"
    assert _issued(text).day == DAY
