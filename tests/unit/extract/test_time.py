"""Properties of the resolver of time that a table of phrases can't show."""

from __future__ import annotations

import datetime
import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.time import ahead, expressions
from kg.model import Interval

ISSUED = datetime.date(2021, 3, 17)
OPEN = Interval(None, None)

PIECES = """since between and from to until the end of late early mid last past next this two 24 5
2018 May March Sept . , - – Monday Friday week days hours months year ago overnight weekend spring
in on over recent before day same shells fell 31 30 02/03/2019 2019-02-30 few a for of yesterday
earlier later January Feb 29"""
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)


@given(WORDS | st.text(max_size=200), st.dates() | st.none())
@settings(max_examples=400, deadline=None)
def test_expressions_are_in_order_apart_and_verbatim(
    text: str, issued: datetime.date | None
) -> None:
    found = expressions(text, issued)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.start < one.end
        begin, end = one.interval.begin, one.interval.end
        assert begin is None or end is None or begin <= end
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start


def test_a_preposition_belongs_to_one_time_alone() -> None:
    found = expressions("It fell a day before Monday.", ISSUED)
    assert [each.text for each in found] == ["a day before", "Monday"]


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_without_an_issue_date_only_words_with_a_year_of_their_own_are_resolved(text: str) -> None:
    for one in expressions(text, None):
        if one.interval.begin is not None or one.interval.end is not None:
            assert any(year in one.text for year in ("2018", "2019"))


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the town.",
        "The Sun reported it and they sat down.",
        "Some 2015 people fled.",
        "Between 2000 and 3000 people fled.",
        "It fell in fiscal 2019, and the budget for FY2020 rose.",
        "On 12 Rabi al-Awwal 1441 they met, as in Ramadan 1440.",
        "Resolution 2254 was passed.",
        "Every Friday they pray.",
        "The third day may be quiet.",
        "It came a second time.",
        "On the first day of the push they took a hill.",
        "They march on Fridays.",
        "A 48-hour truce and a two-week lull followed.",
        "In the 1990s the border was shut.",
        "It stood 2.5 km away at 16:30, said 5 of 12 men.",
        "Units of the 31st brigade left.",
        "The score was 10/11/2016 to none.",
    ],
)
def test_words_that_only_look_like_a_time_are_left_alone(text: str) -> None:
    assert expressions(text, ISSUED) == []


def test_a_figure_after_a_month_is_not_its_day() -> None:
    (found,) = expressions("In April 12 fighters died.", ISSUED)
    assert (found.text, found.interval.begin) == ("April", datetime.date(2020, 4, 1))


def test_a_day_without_year_is_the_latest_unless_it_is_said_to_come() -> None:
    past, coming = "They met on April 2.", "They will meet on April 2."
    assert expressions(past, ISSUED)[0].interval.begin == datetime.date(2020, 4, 2)
    assert expressions(coming, ISSUED)[0].interval.begin == datetime.date(2021, 4, 2)


def test_a_cue_does_not_move_a_day_that_lies_near() -> None:
    (found,) = expressions("The ruler, who will resign, was shot on March 9.", ISSUED)
    assert found.interval.begin == datetime.date(2021, 3, 9)


def test_a_cue_holds_only_in_its_sentence_and_up_to_a_verb_of_saying() -> None:
    assert ahead("The truce will begin on Friday", 24)
    assert not ahead("It will end. Shells fell on Friday", 28)
    assert not ahead("It will end, he said on Friday", 24)
    assert not ahead("Shells fell on Friday", 15)


def test_the_same_day_is_the_day_told_last() -> None:
    text = "A raid came on Monday. On the same day a mine went off. The day before was calm."
    days = [one.interval.begin for one in expressions(text, ISSUED)]
    assert days == [
        datetime.date(2021, 3, 15),
        datetime.date(2021, 3, 15),
        datetime.date(2021, 3, 14),
    ]


def test_the_same_day_is_open_where_no_day_was_told() -> None:
    (found,) = expressions("On the same day a mine went off.", ISSUED)
    assert found.interval == OPEN


def test_a_date_that_no_calendar_has_is_no_date() -> None:
    (month,) = expressions("On 31 June 2019", ISSUED)
    assert (month.text, month.precision) == ("June 2019", "month")
    assert expressions("Seen 2019-02-30.", ISSUED) == []


def test_since_a_day_still_to_come_is_open() -> None:
    (found,) = expressions("since December 2022", ISSUED)
    assert found.interval == OPEN


def test_the_edges_of_the_calendar_do_no_harm() -> None:
    text = "two years ago, last week, next year, over the weekend, since May, last winter"
    for edge in (datetime.date.min, datetime.date.max):
        assert len(expressions(text, edge)) == 6


def test_a_long_article_takes_little_time() -> None:
    sentence = "On Monday the army said that it had held the hill since the end of April 2019. "
    text = sentence * 1200
    expressions(sentence, ISSUED)
    begin = time.process_time()
    found = expressions(text, ISSUED)
    assert len(found) == 2400
    assert time.process_time() - begin < 1.0


@pytest.mark.parametrize(
    "run", ["1", "1,", "May ", "Monday ", "- ", "since ", "of the end ", "5 and "]
)
def test_no_repetition_is_slow(run: str) -> None:
    begin = time.process_time()
    expressions(run * 5_000, ISSUED)
    assert time.process_time() - begin < 3.0


def test_that_period_is_the_span_told_last() -> None:
    (spring, monday, same) = expressions(
        "From April to June 2020 they fought. On Monday they met. Forty died in that period.",
        ISSUED,
    )
    assert monday.precision == "day"
    assert same.interval == spring.interval
    (alone,) = expressions("Forty died over the same period.", ISSUED, [spring])
    assert alone.interval == spring.interval
    assert expressions("Forty died in that time.", ISSUED)[0].interval == OPEN


def test_the_fifth_day_is_seen_from_the_day_beside_it() -> None:
    (_, fifth) = expressions("It fell on Sunday, the fifth day of the push.", ISSUED)
    sunday = datetime.date(2021, 3, 14)
    assert fifth.interval == Interval(datetime.date(2021, 3, 10), sunday)


def test_since_then_is_since_what_was_told_last() -> None:
    (may,) = expressions("It fell in May 2020.", ISSUED)
    (since,) = expressions("Forty have died since then.", ISSUED, [may])
    assert since.interval == Interval(may.interval.begin, ISSUED)
    assert expressions("Forty have died since then.", ISSUED)[0].interval == OPEN
    assert expressions("They then left.", ISSUED) == []


def test_the_same_day_is_that_of_the_text_before() -> None:
    (friday,) = expressions("It fell on Friday.", ISSUED)
    (same,) = expressions("The same day they left.", ISSUED, [friday])
    assert same.interval == friday.interval
