"""What no number of points outweighs: each bar alone, and what it lets pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.happening import (
    ABROAD,
    DAM,
    FIFTY,
    HILL,
    ILMAR,
    KASR,
    NEAR,
    OSTRIN,
    SALIM,
    THIRTY,
    UNKNOWN,
    VELMARA,
    geography,
    happening,
)
from kg import resources
from kg.graph.agreement import Comparison
from kg.graph.signs import load_signs
from kg.graph.tree import superclasses
from kg.model import Stance

ONTOLOGY = resources.folder("ontology")
COMPARISON = Comparison(load_signs(ONTOLOGY), superclasses(ONTOLOGY), geography())


def bar(one: dict[str, Any], other: dict[str, Any]) -> str:
    """What stands against two happenings being one, in whichever order they come."""
    first, second = happening("a", **one), happening("b", **other)
    found = COMPARISON.of(first, second)
    assert COMPARISON.of(second, first).bar == found.bar
    assert bool(found.bar) is (found.signs == ())
    return found.bar


def test_nothing_bars_two_that_tell_the_same() -> None:
    assert bar({}, {}) == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Attack", "Attack", ""),
        ("Attack", "AirStrike", ""),
        ("AirStrike", "Shelling", ""),
        ("CeasefireViolation", "Shelling", ""),
        ("Attack", "Displacement", "other type"),
        ("Accusation", "Denial", "other type"),
        ("Detention", "Release", "other type"),
        # a root says nothing of what happened
        ("ArmedEvent", "Attack", "other type"),
        ("Statement", "Denial", "other type"),
        ("Statement", "Statement", ""),
    ],
)
def test_types_that_exclude_each_other_bar(one: str, other: str, expected: str) -> None:
    assert bar({"type": one}, {"type": other}) == expected


def test_any_of_several_types_may_agree() -> None:
    both = {"type": "Displacement", "types": ("Displacement", "Shelling")}
    assert bar(both, {"type": "AirStrike"}) == ""
    assert bar(both, {"type": "Negotiation"}) == "other type"
    # but not in a root, which says nothing
    assert bar({"types": ("Attack", "Event")}, {"type": "Negotiation", "types": ("Event",)}) == (
        "other type"
    )


def test_a_new_type_is_of_its_kind_without_a_row_in_the_table() -> None:
    classes = COMPARISON.classes
    more = {"Ambush": ("Ambush", *classes["Siege"]), "Sortie": ("Sortie", "ArmedEvent", "Event")}
    comparison = replace(COMPARISON, classes={**classes, **more})

    def barred(one: str, other: str) -> str:
        return comparison.of(happening("a", type=one), happening("b", type=other)).bar

    assert barred("Ambush", "Siege") == barred("Siege", "Ambush") == ""
    assert barred("Sortie", "ArmedEvent") == barred("Ambush", "Sortie") == "other type"


@pytest.mark.parametrize("stance", [Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED])
def test_what_is_only_planned_in_one_bars(stance: Stance) -> None:
    assert bar({"stance": Stance.PLANNED}, {"stance": stance}) == "only planned in one"
    assert bar({"stance": Stance.PLANNED}, {"stance": Stance.PLANNED}) == ""
    assert bar({"stance": Stance.ASSERTED}, {"stance": stance}) == ""


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([FIFTY], "places far apart"),
        ([KASR], "places far apart"),
        ([THIRTY], ""),
        ([NEAR], ""),
        ([UNKNOWN], ""),  # nobody knows where it lies
        ([DAM], ""),  # far off, but the town's
        ([OSTRIN], ""),  # no town, and it holds the other
        ([FIFTY, SALIM], ""),  # one of them is the same
        ([FIFTY, UNKNOWN], ""),
        ([FIFTY, OSTRIN], ""),
        ([], ""),
    ],
)
def test_towns_known_to_lie_far_apart_bar(places: list[str], expected: str) -> None:
    assert bar({"places": places}, {}) == expected


def test_a_place_of_the_story_bars_nothing() -> None:
    assert bar({"places": [FIFTY], "carried": True}, {}) == ""
    assert bar({"places": [ABROAD], "carried": True}, {"places": [OSTRIN]}) == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([HILL], [OSTRIN], "other country"),
        ([ABROAD], [SALIM], "other country"),
        ([ILMAR], [VELMARA], "other country"),
        ([OSTRIN], [VELMARA], ""),
        ([HILL, OSTRIN], [OSTRIN], ""),
        ([UNKNOWN], [HILL], ""),  # in a country that nobody knows
        ([], [HILL], ""),
    ],
)
def test_places_told_in_two_countries_bar(one: list[str], other: list[str], expected: str) -> None:
    assert bar({"places": one}, {"places": other}) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [((3, 3), ""), ((4, 4), "days apart"), ((-4, -4), "days apart"), ((7, 7), "days apart"),
     ((-9, -3), "")],
)  # fmt: skip
def test_days_told_apart_bar(on: tuple[int, int], expected: str) -> None:
    assert bar({"on": on}, {}) == expected


def test_days_that_are_guessed_bar_nothing() -> None:
    assert bar({"on": (7, 7), "dated": False}, {}) == ""
    assert bar({"on": (7, 7)}, {"dated": False}) == ""
    assert bar({"on": (20, 20), "dated": False}, {}) == ""  # a guess is a day, too


def test_a_day_is_not_of_a_much_longer_span() -> None:
    assert bar({"on": (-10, 0)}, {}) == ""
    assert bar({"on": (-11, 0)}, {}) == "a span and a day"
    assert bar({"on": (-300, 0)}, {"on": (-290, 0)}) == ""
    assert bar({"on": (-11, 0), "dated": False}, {}) == ""


UNDATED: dict[str, Any] = {"on": (None, None), "dated": False}


def test_what_has_no_day_is_of_about_the_time_of_its_article() -> None:
    assert bar(UNDATED, {}) == ""
    assert bar(UNDATED, {"on": (14, 14)}) == ""
    assert bar(UNDATED, {"on": (15, 15)}) == "time not known"
    assert bar(UNDATED, {"on": (-15, -15)}) == "time not known"


def test_an_open_end_is_enough_to_know_about_when() -> None:
    assert bar({"on": (None, 14)}, UNDATED) == ""
    assert bar({"on": (None, 15)}, UNDATED) == "time not known"
    assert bar({"on": (15, None)}, UNDATED) == "time not known"


def test_without_any_day_the_time_is_not_known() -> None:
    nowhen = UNDATED | {"issued": None}
    assert bar(nowhen, {}) == "time not known"
    assert bar(nowhen, nowhen) == "time not known"
    # one article tells of one time
    assert bar(nowhen | {"sheet": 0}, nowhen | {"sheet": 0}) == ""


MONITOR, AGENCY = "actor/monitor", "actor/agency"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([MONITOR], [MONITOR], "one source, two perpetrators"),
        ([MONITOR, ""], [MONITOR, AGENCY], "one source, two perpetrators"),
        ([MONITOR], [AGENCY], ""),  # sources may disagree
        ([""], [""], ""),  # articles that speak for themselves are not one source
    ],
)
def test_one_source_that_names_two_perpetrators_bars(
    one: list[str], other: list[str], expected: str
) -> None:
    front, army = {"initiator": ["actor/front"]}, {"initiator": ["actor/army"]}
    assert bar({"sources": one} | front, {"sources": other} | army) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["actor/front"], ["actor/front", "actor/army"]),  # the same among others
        (["actor/front"], ["~actor/gunmen"]),  # "gunmen" may be anybody
        (["actor/front"], []),
    ],
)
def test_perpetrators_that_may_be_the_same_do_not_bar(one: list[str], other: list[str]) -> None:
    same = {"sources": [MONITOR]}
    assert bar(same | {"initiator": one}, same | {"initiator": other}) == ""
