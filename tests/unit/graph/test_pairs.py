"""What is left out beforehand is barred, and what is worked out once for many holds for each."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

from graph.sheets import CLASSES, report, sheet, write_ontology
from graph.tellings import telling
from kg.graph.agreement import Comparison
from kg.graph.geography import geography
from kg.graph.happenings import Happening, happenings
from kg.graph.pairs import Pairs
from kg.graph.quads import links_of
from kg.graph.signs import load_signs
from kg.graph.tidy import tidy
from kg.resolve import world


@pytest.fixture(scope="module")
def comparison_and_found(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Comparison, list[Happening]]:
    folder = write_ontology(tmp_path_factory.mktemp("ontology"))
    chance = random.Random(3)  # noqa: S311 - articles, not secrets
    sheets = [tidy(telling(chance, number)) for number in range(100)]
    links = [link for sheet in sheets for told in sheet.reports for link in links_of(told)]
    places = geography(links, world.load(folder))
    found = happenings(sheets, CLASSES, places)
    return Comparison(load_signs(folder), CLASSES, places), found


def likely_of_all(comparison: Comparison, found: list[Happening]) -> dict[frozenset[str], float]:
    """Every pair compared for itself."""
    told = {
        frozenset((one.key, other.key)): comparison.of(one, other)
        for one, other in combinations(found, 2)
        if set(one.fortnights) & set(other.fortnights)
    }
    enough = comparison.signs.enough
    return {pair: a.score for pair, a in told.items() if not a.bar and a.score >= enough}


def test_likely_pairs_are_those_of_comparing_all(
    comparison_and_found: tuple[Comparison, list[Happening]],
) -> None:
    comparison, found = comparison_and_found
    expected = likely_of_all(comparison, found)
    pairs = [(one.key, other.key, told.score)
             for one, other, told in Pairs(comparison).likely(found)]  # fmt: skip
    assert len(expected) > 50
    assert {frozenset(pair[:2]): pair[2] for pair in pairs} == expected


@pytest.mark.parametrize("points", [-0.7, 0.5, 3.0])
def test_what_is_not_compared_could_not_agree_whatever_the_table_says_of_days(
    comparison_and_found: tuple[Comparison, list[Happening]], points: float
) -> None:
    comparison, found = comparison_and_found
    signs = replace(comparison.signs, points={**comparison.signs.points, "other-day": points})
    other = Comparison(signs, comparison.classes, comparison.geography)
    pairs = {
        frozenset((one.key, two.key)): told.score for one, two, told in Pairs(other).likely(found)
    }
    assert pairs == likely_of_all(other, found)


def test_near_pairs_are_the_likely_ones_of_two_articles(
    comparison_and_found: tuple[Comparison, list[Happening]],
) -> None:
    comparison, found = comparison_and_found
    sheet = {each.key: each.sheet for each in found}
    first, rest = found[:20], found[20:]
    keys = {each.key for each in first}
    expected = {
        pair
        for pair in likely_of_all(comparison, found)
        if len(pair & keys) == 1 and len({sheet[key] for key in pair}) == 2
    }
    near = {
        frozenset((one.key, other.key)) for one, other, _ in Pairs(comparison).near(first, rest)
    }
    assert len(expected) > 10
    assert near == expected


def test_what_speaks_for_two_is_what_a_comparison_of_them_says(
    comparison_and_found: tuple[Comparison, list[Happening]],
) -> None:
    comparison, found = comparison_and_found
    pairs = Pairs(comparison)
    for one, other in combinations(found[:60], 2):
        meets = bool(set(one.fortnights) & set(other.fortnights))
        assert pairs.of(one, other) == (comparison.of(one, other) if meets else None)


def test_what_is_told_alike_is_compared_anew_in_one_sentence_and_in_two(
    comparison_and_found: tuple[Comparison, list[Happening]],
) -> None:
    """Three times the same words in an article: two happenings of one sentence, one of another."""
    comparison, _ = comparison_and_found
    quote = "the jets came back to the village at night"
    told = [
        replace(report(), quote=quote, start=at, end=at + len(quote), same_as=f"e{n}",
                trigger=(at + 4, at + 8))
        for n, at in enumerate((0, 0, 500))
    ]  # fmt: skip
    found = happenings([sheet("a", *told)], CLASSES, comparison.geography)
    pairs = Pairs(comparison)
    for one, other in combinations(found, 2):
        assert pairs.of(one, other) == comparison.of(one, other)
    signs = [comparison.of(one, other).signs for one, other in combinations(found, 2)]
    assert ["copied-words" in each for each in signs] == [False, True, True]
