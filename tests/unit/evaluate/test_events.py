"""Events right, false and missed, and what is told of those that are found."""

from __future__ import annotations

from typing import Any

import pytest

from evaluate.cases import (
    ARMY,
    DAR_SUFA,
    FRONT,
    MONITOR,
    SHELLED,
    STRANGER,
    STRUCK,
    TEL_AMRA,
    VELMARA,
    case,
    days,
    findings,
    scores,
    tell,
    thing,
    want,
)
from kg.evaluate.case import Case
from kg.evaluate.events import event_verdicts
from kg.evaluate.match import matched
from kg.evaluate.naming import Thing
from kg.evaluate.verdict import Verdict
from kg.model import Interval


def verdicts(article: Case) -> list[Verdict]:
    return list(event_verdicts(article, matched(article)))


def one(gold: dict[str, Any], told: dict[str, Any]) -> list[Verdict]:
    """The verdicts on one event that is found."""
    return verdicts(case([want(**gold)], [tell(**told)]))


def test_an_event_is_right_false_or_missed() -> None:
    gold = [want(), want(STRUCK, type="AirStrike", trigger="struck")]
    told = [tell(), tell("Velmara, the ally of the Front", type="Statement")]
    found = verdicts(case(gold, told))
    assert scores(found)["events, type or near type"] == (1, 1, 1)
    assert scores(found)["events, exact type"] == (1, 1, 1)
    assert findings(found) == [
        ("events, type or near type", "missed", "AirStrike [struck]", ""),
        ("events, type or near type", "false", "", "Statement"),
    ]


def test_a_near_type_is_right_where_near_ones_are() -> None:
    found = one({}, {"type": "Attack"})
    assert scores(found)["events, type or near type"] == (1, 0, 0)
    assert scores(found)["events, exact type"] == (0, 1, 1)
    assert findings(found) == [("events, exact type", "differs", "Shelling [shelled]", "Attack")]


def test_optional_events_neither_help_nor_hurt() -> None:
    assert verdicts(case([want(optional=True)], [tell(initiator=[FRONT])])) == verdicts(case())
    assert scores(verdicts(case([want(optional=True)]))) == {}


ROLES = [
    ("initiator", "front", FRONT, {"actors of matched events", "initiators of matched events"}),
    ("target", "velmara", VELMARA, {"actors of matched events", "targets of matched events"}),
    ("participant", "velmara", VELMARA, {"actors of matched events"}),
    ("place", "tel-amra", TEL_AMRA, {"places of matched events"}),
    ("source", "monitor", MONITOR, {"sources of matched events"}),
]


@pytest.mark.parametrize("row", ROLES, ids=[row[0] for row in ROLES])
@pytest.mark.parametrize(
    ("told", "counts", "verdict"),
    [("right", (1, 0, 0), None), ("wrong", (0, 1, 1), "differs"), ("none", (0, 0, 1), "missed")],
)
def test_who_and_where_are_held_against_gold(
    row: tuple[str, str, Thing, set[str]], told: str, counts: Any, verdict: str | None
) -> None:
    role, key, right, names = row
    filled = {"right": [right], "wrong": [STRANGER], "none": []}[told]
    found = one({role: [key]}, {role: filled})
    taken = {name: value for name, value in scores(found).items() if not name.startswith("events")}
    assert taken == {"stance of matched events": (1, 0, 0)} | dict.fromkeys(names, counts)
    expected = {(name, verdict) for name in names} if verdict else set()
    assert {(name, kind) for name, kind, *_ in findings(found)} == expected


def test_what_gold_does_not_name_is_a_false_alarm() -> None:
    found = one({}, {"place": [DAR_SUFA]})
    assert scores(found)["places of matched events"] == (0, 1, 0)
    assert findings(found) == [("places of matched events", "false", "", "Dar Sufa")]


def test_a_near_key_passes_in_the_roles_of_events() -> None:
    assert scores(one({"initiator": ["velmara"]}, {"initiator": [ARMY]}))[
        "initiators of matched events"
    ] == (1, 0, 0)
    # Near holds one way: who names the army wants the army.
    assert scores(one({"initiator": ["velmaran-army"]}, {"initiator": [VELMARA]}))[
        "initiators of matched events"
    ] == (0, 1, 1)


def test_each_actor_counts_once_whatever_its_roles() -> None:
    found = one(
        {"initiator": ["front"], "target": ["velmara"]},
        {"initiator": [FRONT], "participant": [FRONT, VELMARA], "target": []},
    )
    assert scores(found)["actors of matched events"] == (2, 0, 0)
    assert scores(found)["targets of matched events"] == (0, 0, 1)


@pytest.mark.parametrize(
    ("gold", "told", "counts", "verdict"),
    [
        pytest.param(days("2031-05-02"), days("2031-05-03"), (1, 0, 0), [], id="a day off"),
        pytest.param(
            days("2031-05-02"), days("2031-05-04"), (0, 1, 1),
            [("differs", "2031-05-02", "2031-05-04")], id="two days off",
        ),
        pytest.param(
            days("2031-05-02", "2031-05-09"), Interval(None, None), (0, 0, 1),
            [("missed", "2031-05-02..2031-05-09", "")], id="not told",
        ),
        pytest.param(
            days("2031-05-02"), Interval(None, days("2031-05-02").end), (0, 1, 1),
            [("differs", "2031-05-02", "..2031-05-02")], id="an open end",
        ),
        pytest.param(Interval(None, None), days("2031-05-04"), None, [], id="gold leaves it open"),
    ],
)  # fmt: skip
def test_dates(gold: Interval, told: Interval, counts: Any, verdict: Any) -> None:
    found = one({"when": gold}, {"when": told})
    assert scores(found).get("dates of matched events") == counts
    assert [each[1:] for each in findings(found)] == verdict


def test_another_stance_is_wrong_and_missed() -> None:
    found = one({"stance": "Alleged"}, {"stance": "Asserted"})
    assert scores(found)["stance of matched events"] == (0, 1, 1)
    assert findings(found) == [("stance of matched events", "differs", "Alleged", "Asserted")]


@pytest.mark.parametrize(
    ("events", "things", "counts"),
    [
        (("e1", "e1"), ("strike", "strike"), (1, 0, 0)),
        (("e1", "e2"), ("strike", "strike"), (0, 1, 0)),
        (("e1", "e1"), ("strike", "raid"), (0, 0, 1)),
        (("", ""), ("strike", "raid"), None),
        (("e1", "e1"), (None, None), (0, 0, 1)),
    ],
)
def test_reports_of_one_happening_are_linked(events: Any, things: Any, counts: Any) -> None:
    gold = [want(event=events[0]), want(STRUCK, trigger="", event=events[1])]
    named = [name and thing(name) for name in things]
    told = [tell(SHELLED, thing=named[0]), tell(STRUCK, thing=named[1])]
    assert scores(verdicts(case(gold, told))).get("same-event links") == counts
