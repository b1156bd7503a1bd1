"""Tolls right, false and missed, and who is counted."""

from __future__ import annotations

from typing import Any

import pytest

from evaluate.cases import CIVILIANS, FRONT, SHELLED, STRUCK, case, findings, scores, tell, want
from kg.evaluate.naming import Thing
from kg.evaluate.toll import Toll, same_toll
from kg.evaluate.tolls import toll_verdicts

SIX: Toll[str] = Toll("Killed", None, 6, None, ("civilians",))
SIX_TOLD: Toll[Thing] = Toll("Killed", 6, 6, 6, (CIVILIANS,))
NINE: Toll[str] = Toll("Injured", 9, 9, 9)
FORTY: Toll[Thing] = Toll("Displaced", 40, None, None)
TOLLS = "tolls (kind and figure)"
VICTIMS = "victims of matched tolls"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Toll("Killed", 6, 6, 6), Toll("Killed", 6, None, 9), True),
        (Toll("Killed", 6, 6, 6), Toll("Injured", 6, 6, 6), False),
        (Toll("Killed", 6, 1, 9), Toll("Killed", 7, 1, 9), False),
        (Toll("Killed", None, 6, None), Toll("Killed", 6, None, None), True),
        (Toll("Killed", None, 6, 9), Toll("Killed", None, 9, 12), True),
        (Toll("Killed", None, 6, 9), Toll("Killed", 7, None, None), False),
        (Toll("Killed", 0, None, None), Toll("Killed", None, 0, None), True),
    ],
)
def test_tolls_are_the_same_by_kind_and_figure(
    one: Toll[object], other: Toll[object], same: bool
) -> None:
    assert same_toll(one, other) is same
    assert same_toll(other, one) is same


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Toll("Killed", 6, 1, 9), "Killed 6"),
        (Toll("Killed", None, 6, 9), "Killed 6..9"),
        (Toll("Killed", None, 6, None), "Killed 6.."),
        (Toll("Killed", None, None, 9), "Killed ..9"),
    ],
)
def test_a_toll_in_words(toll: Toll[object], words: str) -> None:
    assert str(toll) == words


def test_a_toll_is_right_false_or_missed_whichever_event_it_stands_in() -> None:
    gold = [want(tolls=(SIX, NINE))]
    told = [tell(STRUCK, tolls=(SIX_TOLD,)), tell(tolls=(FORTY,))]
    found = list(toll_verdicts(case(gold, told)))
    assert scores(found) == {TOLLS: (1, 1, 1), VICTIMS: (1, 0, 0)}
    assert findings(found) == [
        (TOLLS, "missed", "Injured 9", ""),
        (TOLLS, "false", "", "Displaced 40"),
    ]


def test_the_figure_of_optional_gold_is_no_false_alarm() -> None:
    found = toll_verdicts(case([want(optional=True, tolls=(SIX,))], [tell(tolls=(SIX_TOLD,))]))
    assert scores(found) == {}
    assert scores(toll_verdicts(case([want(optional=True, tolls=(SIX,))]))) == {}


def test_a_figure_told_twice_of_the_same_words_counts_once() -> None:
    told = [tell(tolls=(FORTY,)), tell(type="Displacement", tolls=(FORTY,))]
    assert scores(toll_verdicts(case([], told))) == {TOLLS: (0, 1, 0)}
    apart = [tell(tolls=(FORTY,)), tell(STRUCK, tolls=(FORTY,))]
    assert scores(toll_verdicts(case([], apart))) == {TOLLS: (0, 2, 0)}


def test_a_figure_of_other_people_in_the_same_words_counts_too() -> None:
    other = Toll("Displaced", 40, None, None, (CIVILIANS,))
    assert scores(toll_verdicts(case([], [tell(tolls=(FORTY, other))]))) == {TOLLS: (0, 2, 0)}


def test_only_tolls_of_events_count() -> None:
    told = [tell(type="", tolls=(FORTY,)), tell(of="Backing", tolls=(FORTY,))]
    gold = [want(of="Backing", tolls=(SIX,))]
    assert scores(toll_verdicts(case(gold, told))) == {}


def test_a_figure_told_again_elsewhere_is_no_false_alarm() -> None:
    told = [tell(SHELLED, tolls=(SIX_TOLD,)), tell(STRUCK, tolls=(SIX_TOLD,))]
    assert scores(toll_verdicts(case([want(tolls=(SIX,))], told)))[TOLLS] == (1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "told", "counts", "listed"),
    [
        (("civilians",), (CIVILIANS,), (1, 0, 0), []),
        (("civilians",), (FRONT,), (0, 1, 1), [("differs", "civilians", "Northern Front")]),
        (("civilians",), (), (0, 1, 1), [("missed", "civilians", "")]),
        ((), (CIVILIANS,), (0, 1, 0), []),
    ],
)
def test_victims(gold: Any, told: Any, counts: Any, listed: Any) -> None:
    wanted = Toll("Killed", 6, None, None, gold)
    toll = Toll("Killed", 6, None, None, told)
    found = list(toll_verdicts(case([want(tolls=(wanted,))], [tell(tolls=(toll,))])))
    assert scores(found)[VICTIMS] == counts
    assert [each[1:] for each in findings(found)] == listed
