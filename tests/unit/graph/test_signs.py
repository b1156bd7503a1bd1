"""What speaks for and against two happenings being one: each sign, and its points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.happening import (
    HILL,
    KASR,
    NEAR,
    OSTRIN,
    SALIM,
    SOMEWHERE,
    THIRTY,
    UNKNOWN,
    VELMARA,
    dead,
    geography,
    happening,
)
from kg import resources
from kg.graph.agreement import Comparison, load_signs
from kg.graph.happenings import Figure
from kg.graph.tree import superclasses

ONTOLOGY = resources.folder("ontology")
#: What is particular has tests of its own (test_particular).
SIGNS = replace(load_signs(ONTOLOGY), need=-9.0)
COMPARISON = Comparison(SIGNS, superclasses(ONTOLOGY), geography())
#: Signs with tests of their own (test_shared_signs).
SHARED = ("shared-name", "no-shared-name", "shared-words")
#: What two tellings of an attack in one place on one day have in common.
SAME = ("same-type", "same-place", "same-day")


def signs(one: dict[str, Any], other: dict[str, Any]) -> tuple[str, ...]:
    """The signs of two happenings in whichever order, without bare words' sign."""
    words = {"words": ["shell", "fell", "here"]}
    first, second = happening("a", **(words | one)), happening("b", **(words | other))
    found = COMPARISON.of(first, second)
    assert COMPARISON.of(second, first) == found
    assert found.bar == ""
    points = sum(SIGNS.points.get(name, 0.0) for name in found.signs)
    alike = [row for types, row in SIGNS.alike if {first.type, second.type} <= types]
    if "alike types" in found.signs:
        points += max(alike, default=0.0)
    assert found.score == pytest.approx(points)
    return tuple(name for name in found.signs if name not in SHARED)


def parts(*names: str) -> tuple[str, ...]:
    """The signs of SAME with others in the place of those of their kind."""
    return (*names, "same-words")


def test_what_is_told_alike_agrees_in_type_place_and_day() -> None:
    assert signs({}, {}) == parts(*SAME)


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ({"type": "Shelling"}, {"type": "Shelling"}, "same-type"),
        ({"type": "Shelling"}, {"type": "AirStrike"}, "alike types"),
        ({"type": "Capture"}, {"type": "Offensive"}, "alike types"),
        ({"type": "Clash", "types": ("Clash", "Killing")},
         {"type": "Shelling", "types": ("Shelling", "Killing")}, "kind-of-type"),
        # a type and one below it, in no row of the table
        ({"type": "Attack"}, {"type": "ChemicalAttack"}, "alike types"),
    ],
)  # fmt: skip
def test_types(one: dict[str, Any], other: dict[str, Any], sign: str) -> None:
    assert signs(one, other)[0] == sign


def test_of_several_rows_the_best_counts() -> None:
    rows = [points for types, points in SIGNS.alike if {"Clash", "Offensive"} <= types]
    assert len(rows) > 1
    first = happening("a", type="Clash")
    same, alike = (COMPARISON.of(first, happening("b", type=t)) for t in ("Clash", "Offensive"))
    assert same.score - alike.score == pytest.approx(SIGNS.points["same-type"] - max(rows))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ([SALIM], [SALIM], "same-place"),
        ([SALIM, NEAR], [SALIM, UNKNOWN], "same-place"),
        ([SALIM], [NEAR], "near-place"),
        ([SALIM], [THIRTY], "other-place"),  # 30 km: too far to be one, too near to be barred
        ([SALIM], [UNKNOWN], "other-place"),
        ([SALIM], [SOMEWHERE], "other-place"),  # two towns are two, in one country or not
        ([SALIM], [OSTRIN], "within-place"),
        ([OSTRIN], [SALIM], "within-place"),
        ([OSTRIN], [VELMARA], "same-country"),
        ([OSTRIN], ["place/the-steppe"], "same-country"),
        ([UNKNOWN], ["place/grey-sea"], "other-place"),
        ([], [SALIM], "place-not-told"),
        ([], [], "place-not-told"),
        # the nearest of several pairs
        ([SALIM], [UNKNOWN, OSTRIN], "within-place"),
        ([SALIM], [NEAR, THIRTY], "near-place"),
    ],
)
def test_places(one: list[str], other: list[str], sign: str) -> None:
    found = signs({"places": one}, {"places": other})
    assert found == parts("same-type", sign, "same-day")


def test_a_place_of_the_story_is_a_sign_of_its_own_unless_it_is_the_same() -> None:
    carried: dict[str, Any] = {"carried": True}
    assert "place-of-the-story" in signs(carried | {"places": [KASR]}, {})
    assert "place-of-the-story" in signs(carried | {"places": [HILL]}, {})
    assert "same-place" in signs(carried, {})


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ((0, 0), (0, 0), "same-day"),
        ((0, 2), (2, 4), "same-day"),
        ((0, 0), (1, 1), "next-day"),
        ((0, 0), (2, 2), "other-day"),
        ((0, 0), (3, 3), "other-day"),
        ((None, None), (0, 0), "day-not-told"),
        ((None, 0), (0, 0), "day-not-told"),
        ((0, None), (0, 0), "day-not-told"),
    ],
)
def test_days(one: tuple[Any, Any], other: tuple[Any, Any], sign: str) -> None:
    assert signs({"on": one}, {"on": other}) == parts("same-type", "same-place", sign)


def test_a_guessed_span_that_is_much_longer_is_of_another_day() -> None:
    assert "other-day-guessed" in signs({"on": (-11, 0), "dated": False}, {})
    assert "same-day" in signs({"on": (-10, 0), "dated": False}, {})


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (dead(14), dead(14), "same-figure"),
        (dead(3), dead(3), "same-figure"),
        (dead(2), dead(2), ""),  # told of too many events
        (dead(0), dead(0), ""),
        (dead(14), dead(22), "near-figure"),
        (dead(14), dead(23), "other-figure"),
        (dead(14), dead(43), "other-figure"),
        (dead(14), dead(44), "far-figure"),
        ({"Killed": Figure(None, 14)}, dead(14), "same-figure"),
        ({"Killed": Figure(14, None)}, dead(14), "same-figure"),
        (dead(14), {"Injured": Figure(14, 14)}, ""),  # of other kinds
        (dead(14), {}, ""),
        # the best of several kinds
        (dead(14) | {"Injured": Figure(5, 5)}, dead(90) | {"Injured": Figure(5, 5)}, "same-figure"),
        (
            dead(14) | {"Injured": Figure(5, 5)},
            dead(14) | {"Injured": Figure(90, 90)},
            "same-figure",
        ),
    ],
)
def test_figures(one: dict[str, Figure], other: dict[str, Figure], sign: str) -> None:
    found = signs({"figures": one}, {"figures": other})
    assert found == parts(*SAME, *([sign] if sign else []))


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
    assert found == parts(*SAME, *([sign] if sign else []))


def test_targets() -> None:
    assert "same-target" in signs({"target": [FRONT]}, {"target": [FRONT, ARMY]})
    assert signs({"target": [FRONT]}, {"target": [ARMY]}) == parts(*SAME)


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("abc", "abc", ("same-words",)),
        ("abcde", "abcxyz", ("same-words",)),  # three of the shorter five
        ("abcde", "abwxyz", ()),
        ("abcde", "avwxyz", ()),  # one of five
        ("abcdef", "avwxyz", ("other-words",)),
        ("abc", "xyz", ("other-words",)),
        ("", "abc", ("other-words",)),
        ("", "", ("other-words",)),
    ],
)
def test_words(one: str, other: str, sign: tuple[str, ...]) -> None:
    assert signs({"words": one}, {"words": other}) == (*SAME, *sign)


def test_what_one_article_tells_as_two_is_mostly_two() -> None:
    found = signs({"sheet": 0}, {"sheet": 0})
    assert found == (*parts(*SAME), "one-article")
    assert SIGNS.points["one-article"] < -SIGNS.enough
