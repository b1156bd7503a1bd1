"""What two tellings share that few events have, and that they are not joined without it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.happening import DAM, FIFTY, OSTRIN, SALIM, dead, geography, happening
from kg import resources
from kg.graph.agreement import Comparison, load_signs
from kg.graph.particular import NAMES, Particulars
from kg.graph.tree import superclasses

ONTOLOGY = resources.folder("ontology")
SIGNS = load_signs(ONTOLOGY)
COMPARISON = Comparison(SIGNS, superclasses(ONTOLOGY), geography())
#: So that the sum tells which names it is of: each its own power of two.
POINTS = {name: float(2**n) for n, name in enumerate(sorted(NAMES))}
WEIGHED = Particulars(POINTS, SIGNS.common, geography())


def names(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """The names of what is particular to two happenings in a large area, of guessed days."""
    plain = {"places": (OSTRIN,), "dated": False, "words": ("alpha", "beta", "gamma")}
    first = happening("a", **(plain | one))
    second = happening("b", **(plain | {"words": ("delta", "epsilon")} | other))
    signs = list(COMPARISON.of(first, second).signs)
    total = WEIGHED.of(first, second, signs)
    assert WEIGHED.of(second, first, signs) == total
    return {name for name, points in POINTS.items() if int(total) & int(points)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, {"guessed-day"}),
        ({"figures": dead(9)}, {"figures": dead(9)}, {"guessed-day", "exact-figure"}),
        ({"figures": dead(10)}, {"figures": dead(10)}, {"guessed-day", "large-figure"}),
        ({"figures": dead(10)}, {"figures": dead(12)}, {"guessed-day", "near-figure"}),
        ({"dated": True}, {}, {"half-told-day"}),
        ({"dated": True}, {"dated": True}, {"told-day"}),
        ({"places": (SALIM,)}, {"places": (SALIM,)}, {"guessed-day", "small-place"}),
        ({"places": (DAM,)}, {"places": (SALIM,)}, {"guessed-day", "small-place"}),
        ({"places": (SALIM,)}, {"places": (OSTRIN,)}, {"guessed-day"}),
        ({"on": (9, 9)}, {}, {"other-day"}),
        ({"initiator": ("x",)}, {"initiator": ("x",)}, {"guessed-day", "same-side"}),
        ({"words": "abcd"}, {"words": "abcdefg"}, {"guessed-day", "copied-words"}),
        ({"words": "abc"}, {"words": "abxyz"}, {"guessed-day", "telling-words"}),
        ({"words": "abc", "names": "ab"}, {"words": "abxyz"}, {"guessed-day"}),
        ({"words": ("troop", "kill")}, {"words": ("troop", "kill")}, {"guessed-day"}),
    ],
)
def test_each_is_found_where_it_is_told(
    one: dict[str, Any], other: dict[str, Any], expected: set[str]
) -> None:
    assert names(one, other) == expected


def test_the_seat_of_an_area_of_its_name_is_large() -> None:
    places = geography()
    assert places.is_large(OSTRIN)
    assert not places.is_large(SALIM)
    assert not places.is_large(FIFTY)


def test_without_anything_particular_two_articles_tell_of_two_events() -> None:
    given: dict[str, Any] = {"places": (OSTRIN,), "dated": False, "words": ("alpha", "beta")}
    vague = COMPARISON.of(happening("a", **given), happening("b", **given))
    assert vague.score < SIGNS.enough
    assert not vague.bar
    figure = given | {"figures": dead(31)}
    assert COMPARISON.of(happening("a", **figure), happening("b", **figure)).score >= SIGNS.enough


def test_within_one_article_the_points_decide() -> None:
    given: dict[str, Any] = {"places": (OSTRIN,), "dated": False, "words": ("alpha", "beta")}
    one, other = happening("a", sheet=0, **given), happening("b", sheet=0, **given)
    points = sum(SIGNS.points.get(sign, 0.0) for sign in COMPARISON.of(one, other).signs)
    assert COMPARISON.of(one, other).score == pytest.approx(points)
