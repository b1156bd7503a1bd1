"""Pairs of backing, control, affiliation and leadership."""

from __future__ import annotations

import pytest

from evaluate.cases import (
    ALLY,
    ARMY,
    FRONT,
    MONITOR,
    REBELS,
    STRANGER,
    TEL_AMRA,
    VELMARA,
    case,
    findings,
    scores,
    tell,
    want,
)
from kg.evaluate.naming import Thing
from kg.evaluate.relations import relation_verdicts

OF = {
    "Backing": (("backer", "velmara", VELMARA), ("backed", "front", FRONT)),
    "Control": (("controller", "front", FRONT), ("controlled", "tel-amra", TEL_AMRA)),
    "Affiliation": (("member", "front", FRONT), ("group", "rebels", REBELS)),
    "Leadership": (("person", "monitor", MONITOR), ("organization", "front", FRONT)),
}


@pytest.mark.parametrize("of", OF)
def test_a_pair_is_right_false_or_missed(of: str) -> None:
    (first, key, thing), (second, key_2, thing_2) = OF[of]
    gold = want(ALLY, of=of, **{first: [key], second: [key_2]})
    right = tell(ALLY, of=of, trigger="", **{first: [thing], second: [thing_2]})
    wrong = tell(ALLY, of=of, trigger="", **{first: [thing], second: [STRANGER]})
    name = f"{of.lower()} pairs"
    assert scores(relation_verdicts(case([gold], [right]))) == {name: (1, 0, 0)}
    found = list(relation_verdicts(case([gold], [wrong])))
    assert scores(found) == {name: (0, 1, 1)}
    assert findings(found) == [
        (name, "missed", f"{key} – {key_2}", ""),
        (name, "false", "", f"{thing.label} – Lake District"),
    ]


def backing(backer: Thing, backed: Thing) -> list[object]:
    told = tell(ALLY, of="Backing", backer=[backer], backed=[backed])
    gold = want(ALLY, of="Backing", backer=["velmara"], backed=["front"])
    return [scores(relation_verdicts(case([gold], [told])))["backing pairs"]]


def test_near_keys_pass_on_both_sides() -> None:
    assert backing(ARMY, REBELS) == [(1, 0, 0)]


def test_the_sides_of_a_pair_may_not_change_places() -> None:
    assert backing(FRONT, VELMARA) == [(0, 1, 1)]


def test_optional_pairs_neither_help_nor_hurt() -> None:
    gold = want(ALLY, of="Backing", backer=["velmara"], backed=["front"], optional=True)
    told = tell(ALLY, of="Backing", backer=[VELMARA], backed=[FRONT])
    assert scores(relation_verdicts(case([gold], [told]))) == {}
    assert scores(relation_verdicts(case([gold]))) == {}


def test_a_pair_told_twice_counts_once() -> None:
    gold = want(ALLY, of="Backing", backer=["velmara"], backed=["front"])
    told = tell(ALLY, of="Backing", backer=[VELMARA], backed=[FRONT])
    again = case([gold, gold], [told, told])
    assert scores(relation_verdicts(again)) == {"backing pairs": (1, 0, 0)}


def test_two_near_answers_to_one_pair_are_no_false_alarm() -> None:
    gold = want(ALLY, of="Backing", backer=["velmara"], backed=["front"])
    told = tell(ALLY, of="Backing", backer=[VELMARA, ARMY], backed=[FRONT])
    assert scores(relation_verdicts(case([gold], [told]))) == {"backing pairs": (1, 0, 0)}
