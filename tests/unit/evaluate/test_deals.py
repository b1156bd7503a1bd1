"""Ceasefire deals, their sides and their dates."""

from __future__ import annotations

from typing import Any

import pytest

from evaluate.cases import (
    ALLY,
    FRONT,
    MONITOR,
    STRANGER,
    VELMARA,
    case,
    findings,
    scores,
    tell,
    thing,
    want,
)
from kg.evaluate.deals import deal_verdicts
from kg.evaluate.gold import GoldReport
from kg.evaluate.told import Told

TRUCE = thing("Lake truce")
PACT = thing("Hill pact")
DEALS = "ceasefire deals"
SIDES = "parties and brokers of deals"
DATES = "dates of deals"


def deal(key: str = "lake", **parts: Any) -> GoldReport:
    return want(ALLY, of="CeasefireDeal", deal=key, **({"names": ("the Lake Truce",)} | parts))


def told(named: Any = TRUCE, **parts: Any) -> Told:
    return tell(ALLY, of="CeasefireDeal", thing=named, **parts)


def test_a_deal_is_right_false_or_missed() -> None:
    gold = [deal(), deal("bridge", names=("Bridge accord",))]
    found = list(deal_verdicts(case(gold, [told(), told(PACT)])))
    assert scores(found) == {DEALS: (1, 1, 1)}
    assert findings(found) == [(DEALS, "missed", "bridge", ""), (DEALS, "false", "", "Hill pact")]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        pytest.param(deal(), told(), True, id="by its name"),
        pytest.param(deal("lake-truce", names=()), told(), True, id="by the words of its key"),
        pytest.param(deal(names=()), told(), False, id="by neither"),
        pytest.param(
            deal(names=(), agreed="2031-05-02"), told(PACT, agreed="2031-05"), True, id="by month"
        ),
        pytest.param(
            deal(names=(), agreed="2031"), told(PACT, agreed="2031-05"), False, id="only a year"
        ),
        pytest.param(deal(names=()), told(PACT, agreed=""), False, id="no date is no month"),
    ],
)  # fmt: skip
def test_a_deal_is_known_by_name_or_month(gold: GoldReport, found: Told, same: bool) -> None:
    assert scores(deal_verdicts(case([gold], [found])))[DEALS] == ((1, 0, 0) if same else (0, 1, 1))


def test_an_optional_deal_neither_helps_nor_hurts() -> None:
    assert scores(deal_verdicts(case([deal(optional=True)], [told()]))) == {}
    missed = list(deal_verdicts(case([deal(optional=True)])))
    assert (scores(missed), findings(missed)) == ({}, [])


def test_a_deal_is_wanted_if_one_of_its_reports_is() -> None:
    reports = [deal(optional=True), deal(names=("Pact of the hill",))]
    assert scores(deal_verdicts(case(reports, [told()]))) == {DEALS: (1, 0, 0)}


def test_a_deal_without_a_node_of_its_own_is_its_report() -> None:
    (found,) = findings(deal_verdicts(case([], [told(None)])))
    assert found[:2] == (DEALS, "false")


def test_sides_count_whichever_role_they_have() -> None:
    gold = [deal(party=["front"], broker=["velmara"]), deal(guarantor=["monitor"])]
    found = list(deal_verdicts(case(gold, [told(party=[FRONT, VELMARA, STRANGER])])))
    assert scores(found)[SIDES] == (2, 1, 1)
    assert findings(found) == [
        (
            SIDES,
            "differs",
            "broker velmara, guarantor monitor, party front",
            "party Lake District, party Northern Front, party Velmara",
        )
    ]
    full = case(gold, [told(party=[FRONT], broker=[VELMARA], guarantor=[MONITOR])])
    assert findings(deal_verdicts(full)) == []


@pytest.mark.parametrize(
    ("gold", "found", "counts", "listed"),
    [
        ("2031-05-02", "2031-05-20", (1, 0, 0), []),
        ("2031-05", "2031-06", (0, 1, 1), [(DATES, "differs", "2031-05", "2031-06")]),
        ("2031-05", "", (0, 0, 1), [(DATES, "missed", "2031-05", "")]),
        ("", "2031-05", None, []),
    ],
)
def test_the_month_of_a_deal(gold: str, found: str, counts: Any, listed: Any) -> None:
    verdicts = list(deal_verdicts(case([deal(agreed=gold)], [told(agreed=found)])))
    assert scores(verdicts).get(DATES) == counts
    assert findings(verdicts) == listed
