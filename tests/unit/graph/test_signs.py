"""What speaks for and against two happenings being one: each sign, and its points."""

from __future__ import annotations

from typing import Any

import pytest

from graph.happening import (
    DAM,
    HILL,
    KASR,
    NEAR,
    OSTRIN,
    SALIM,
    SEAT,
    SOMEWHERE,
    SQUARE,
    THIRTY,
    UNKNOWN,
    VELMARA,
    dead,
    geography,
    happening,
)
from kg import resources
from kg.graph.agreement import Comparison
from kg.graph.signs import load_signs
from kg.graph.tree import superclasses

ONTOLOGY = resources.folder("ontology")
SIGNS = load_signs(ONTOLOGY)
COMPARISON = Comparison(SIGNS, superclasses(ONTOLOGY), geography())
#: What two tellings of an attack in one small place on one day have in common.
SAME = ("same-type", "same-small-place", "same-day-told")


def signs(one: dict[str, Any], other: dict[str, Any]) -> tuple[str, ...]:
    """The signs of two articles' happenings in whichever order, without the one all have."""
    first, second = happening("a", **one), happening("b", **other)
    found = COMPARISON.of(first, second)
    assert COMPARISON.of(second, first) == found
    assert found.bar == ""
    points = sum(SIGNS.points[name] for name in found.signs)
    if "alike-type" in found.signs:
        rows = [row for types, row in SIGNS.alike if {first.type, second.type} <= types]
        points += max(rows, default=0.0)
    assert found.score == pytest.approx(points)
    assert ("two-tellings" in found.signs) is (first.sheet != second.sheet)
    return tuple(name for name in found.signs if name != "two-tellings")


def test_what_is_told_alike_agrees_in_type_place_and_day() -> None:
    assert signs({}, {}) == SAME


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ({"type": "Shelling"}, {"type": "Shelling"}, "same-type"),
        ({"type": "Shelling"}, {"type": "AirStrike"}, "alike-type"),
        ({"type": "Capture"}, {"type": "Offensive"}, "alike-type"),
        ({"type": "Clash", "types": ("Clash", "Killing")},
         {"type": "Shelling", "types": ("Shelling", "Killing")}, "kind-of-type"),
        # a type and one below it, in no row of the table
        ({"type": "Attack"}, {"type": "ChemicalAttack"}, "alike-type"),
    ],
)  # fmt: skip
def test_types(one: dict[str, Any], other: dict[str, Any], sign: str) -> None:
    assert signs(one, other)[0] == sign


def test_of_several_rows_the_best_counts() -> None:
    rows = [points for types, points in SIGNS.alike if {"Clash", "Offensive"} <= types]
    assert len(rows) > 1
    first = happening("a", type="Clash")
    same, alike = (COMPARISON.of(first, happening("b", type=t)) for t in ("Clash", "Offensive"))
    less = SIGNS.points["alike-type"] + max(rows)
    assert same.score - alike.score == pytest.approx(SIGNS.points["same-type"] - less)


def test_two_tellings_of_a_rare_type_are_often_of_one_event() -> None:
    gas = {"type": "ChemicalAttack"}
    assert "rare-type" in signs(gas, gas)
    assert "rare-type" not in signs(gas, {"type": "AirStrike"})


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ([SALIM], [SALIM], "same-small-place"),
        ([SALIM, NEAR], [SALIM, UNKNOWN], "same-small-place"),
        ([OSTRIN], [OSTRIN], "same-area"),
        ([SEAT], [SEAT], "same-town"),  # one that has its province's name
        ([SALIM], [NEAR], "near-place"),
        ([SALIM], [THIRTY], "other-place"),  # 30 km: too far to be one, too near to be barred
        ([SALIM], [UNKNOWN], "other-place"),
        ([SALIM], [SOMEWHERE], "other-place"),  # two towns are two, in one country or not
        ([SALIM], [OSTRIN], "within-area"),
        ([OSTRIN], [SALIM], "within-area"),
        ([DAM], [SALIM], "within-small-place"),
        ([SQUARE], [SEAT], "within-town"),
        ([OSTRIN], [VELMARA], "same-country"),
        ([SALIM], [VELMARA], "same-country"),
        ([OSTRIN], ["place/the-steppe"], "same-country"),
        ([UNKNOWN], ["place/grey-sea"], "other-place"),
        ([], [SALIM], "place-not-told"),
        ([], [], "place-not-told"),
        # the nearest of several pairs
        ([SALIM], [UNKNOWN, OSTRIN], "within-area"),
        ([SALIM], [NEAR, THIRTY], "near-place"),
        ([SALIM, OSTRIN], [SALIM, OSTRIN], "same-small-place"),
    ],
)
def test_places(one: list[str], other: list[str], sign: str) -> None:
    found = signs({"places": one}, {"places": other})
    assert found == ("same-type", sign, "same-day-told")


def test_a_place_of_the_story_is_a_sign_of_its_own_unless_it_is_the_same() -> None:
    carried: dict[str, Any] = {"carried": True}
    assert "place-of-the-story" in signs(carried | {"places": [KASR]}, {})
    assert "place-of-the-story" in signs(carried | {"places": [HILL]}, {})
    assert "place-of-the-story" in signs(carried | {"places": [OSTRIN]}, {})
    assert "same-small-place" in signs(carried, {})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 0), (0, 0), ("same-day-told",)),
        ((0, 2), (2, 5), ("same-day-told",)),
        ((0, 2), (2, 6), ("same-day-told", "long-span")),
        ((0, 0), (1, 1), ("next-day-told",)),
        ((0, 0), (2, 2), ("other-day",)),
        ((0, 0), (3, 3), ("other-day",)),
        ((None, None), (0, 0), ("day-not-told",)),
        ((None, 0), (0, 0), ("day-not-told",)),
        ((0, None), (0, 0), ("day-not-told",)),
    ],
)
def test_days(one: tuple[Any, Any], other: tuple[Any, Any], expected: tuple[str, ...]) -> None:
    found = signs({"on": one}, {"on": other})
    assert found == ("same-type", "same-small-place", *expected)


def test_days_that_are_guessed_say_less() -> None:
    guessed = {"dated": False}
    assert "same-day" in signs(guessed, {})
    assert "same-day-guessed" in signs(guessed, guessed)
    assert "next-day" in signs(guessed | {"on": (1, 1)}, {})
    assert "next-day" in signs(guessed | {"on": (1, 1)}, guessed)
    assert "other-day" in signs(guessed | {"on": (2, 2)}, guessed)


def test_one_article_knows_the_days_that_it_means() -> None:
    guessed = {"dated": False, "sheet": 0}
    assert "same-day-told" in signs(guessed, guessed)


def test_a_guessed_span_that_is_much_longer_is_of_another_day() -> None:
    assert "other-day" in signs({"on": (-11, 0), "dated": False}, {})
    assert "same-day" in signs({"on": (-10, 0), "dated": False}, {})


@pytest.mark.parametrize(
    ("on", "expected"),
    [((0, 0), ("same-figure",)), ((1, 1), ("same-figure",)), ((2, 2), ())],
)
def test_figures_of_two_days_agree_by_chance(
    on: tuple[int, int], expected: tuple[str, ...]
) -> None:
    found = signs({"figures": dead(14)}, {"figures": dead(14), "on": on})
    assert found[3:] == expected
    assert "far-figure" in signs({"figures": dead(14)}, {"figures": dead(90), "on": on})


FRONT, ARMY, GUNMEN = "actor/front", "actor/army", "~actor/gunmen"


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ([FRONT], [FRONT], "same-initiator"),
        ([FRONT, ARMY], [FRONT], "same-initiator"),
        ([GUNMEN], [GUNMEN], "same-initiator"),
        ([FRONT], [ARMY], "other-initiator"),
        ([FRONT], [GUNMEN], ""),
        ([FRONT], [], ""),
    ],
)
def test_initiators(one: list[str], other: list[str], sign: str) -> None:
    found = signs({"initiator": one}, {"initiator": other})
    assert found == (*SAME, *([sign] if sign else []))


def test_targets() -> None:
    assert "same-target" in signs({"target": [FRONT]}, {"target": [FRONT, ARMY]})
    assert signs({"target": [FRONT]}, {"target": [ARMY]}) == SAME


def test_an_army_and_an_armed_group_that_have_no_names_are_two_sides() -> None:
    army, group = {"kinds": ["state"]}, {"kinds": ["group"]}
    assert "other-kind" in signs(army, group)
    assert "other-kind" not in signs(army, {"kinds": ["state", "group"]})
    assert "other-kind" not in signs(army, {})


def test_what_one_article_tells_as_two_is_mostly_two() -> None:
    found = signs({"sheet": 0}, {"sheet": 0})
    assert found == (*SAME, "one-article")
    assert sum(SIGNS.points[sign] for sign in found) < SIGNS.enough


def test_no_single_sign_is_enough_for_two_articles_tellings() -> None:
    signs_ = {**SIGNS.points, "two-tellings": 0.0}
    assert max(signs_.values()) + SIGNS.points["two-tellings"] < SIGNS.enough
