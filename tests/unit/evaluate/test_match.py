"""Which report is taken for which event of the gold."""

from __future__ import annotations

import pytest

from evaluate.cases import FRONT, SHELLED, STRUCK, TEXT, VELMARA, case, span, tell, want
from kg.evaluate.match import matched
from kg.evaluate.span import Span
from kg.evaluate.told import Told
from kg.evaluate.toll import Toll

END = span("civilians").end


def test_a_report_of_the_same_words_and_type_is_the_event() -> None:
    gold, told = want(), tell()
    match = matched(case([gold], [told]))
    assert (match.wanted, match.counted) == ((gold,), (told,))
    assert [(hit.gold, hit.told, hit.exact) for hit in match.hits] == [(gold, told, True)]


def test_a_near_type_matches_though_not_exactly() -> None:
    (hit,) = matched(case([want()], [tell(type="Attack")])).hits
    assert not hit.exact


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(tell(type="Negotiation"), id="another type"),
        pytest.param(tell(of="Backing"), id="a report of something else"),
        pytest.param(tell(type=""), id="an event without a type"),
        pytest.param(tell(STRUCK), id="other words"),
    ],
)
def test_other_reports_are_not_the_event(told: Told) -> None:
    assert matched(case([want()], [told])).hits == ()


@pytest.mark.parametrize(
    ("at", "trigger", "hits"),
    [
        pytest.param(Span(END - 20, END + 20), "", 1, id="half of the shorter"),
        pytest.param(Span(END - 19, END + 21), "", 0, id="less than half"),
        pytest.param(Span(END - 4, END + 36), "shelled", 1, id="the same trigger"),
        pytest.param(Span(END - 4, END + 36), "struck", 0, id="another trigger"),
    ],
)
def test_half_of_the_shorter_quote_or_the_trigger_must_agree(
    at: Span, trigger: str, hits: int
) -> None:
    told = tell(TEXT[at.start : at.end], trigger)
    assert len(matched(case([want()], [told])).hits) == hits


@pytest.mark.parametrize(
    ("told", "text", "hits"),
    [
        pytest.param(tell("shelled Tel Amra", at=None), TEXT, 1, id="no offsets, within"),
        pytest.param(tell("shelled Tel Amra", at=Span(0, 5)), "", 1, id="no text, within"),
        pytest.param(tell(f"{SHELLED}. {STRUCK}"), "", 1, id="no text, around"),
        pytest.param(tell("Tel Amra, killing at least six civilians. Vel"), "", 0, id="across"),
        pytest.param(tell("", at=None), "", 0, id="no quote"),
    ],
)
def test_without_text_or_offsets_one_quote_must_hold_the_other(
    told: Told, text: str, hits: int
) -> None:
    assert len(matched(case([want()], [told], text=text)).hits) == hits


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(tell(), tell(type="Attack"), id="type"),
        pytest.param(tell(trigger="shelled"), tell(), id="trigger"),
        pytest.param(tell(SHELLED), tell(TEXT[30 : END + 25]), id="quote"),
        pytest.param(tell(initiator=[FRONT]), tell(initiator=[VELMARA]), id="names"),
        pytest.param(
            tell(tolls=(Toll("Killed", None, 6, None),)),
            tell(tolls=(Toll("Killed", None, 60, None),)),
            id="tolls",
        ),
    ],
)
def test_the_report_that_agrees_best_is_taken_in_any_order(better: Told, worse: Told) -> None:
    gold = want(initiator=["front"], tolls=(Toll("Killed", None, 6, None),))
    for told in ([better, worse], [worse, better]):
        (hit,) = matched(case([gold], told)).hits
        assert hit.told is better


def test_one_report_tells_one_event() -> None:
    match = matched(case([want(), want()], [tell()]))
    assert (len(match.hits), len(match.wanted)) == (1, 2)


def test_a_report_of_optional_gold_neither_helps_nor_hurts() -> None:
    match = matched(case([want(optional=True)], [tell()]))
    assert (match.wanted, match.counted, match.hits) == ((), (), ())


def test_optional_gold_that_is_missed_does_not_hurt() -> None:
    assert matched(case([want(optional=True)], [])).wanted == ()


def test_a_second_report_on_optional_words_is_free_too() -> None:
    second = tell(type="Negotiation")
    assert matched(case([want(optional=True)], [tell(), second])).counted == ()
    assert matched(case([want(optional=True)], [tell(), second], text="")).counted == (second,)


def test_a_report_that_only_touches_optional_words_counts() -> None:
    beside = tell(TEXT[END - 20 : END + 20], type="Negotiation")
    within = tell(TEXT[END - 21 : END + 20], type="Negotiation")
    assert matched(case([want(optional=True)], [beside, within])).counted == (beside,)


def test_a_report_that_gold_wants_counts_though_its_words_are_optional_too() -> None:
    told = tell(type="AirStrike")
    gold = [want(type="AirStrike"), want(type="Killing", optional=True)]
    match = matched(case(gold, [told]))
    assert (match.counted, len(match.hits)) == ((told,), 1)
