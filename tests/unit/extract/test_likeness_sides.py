"""How alike two drafts are by their sides and figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.drafts import AVENIA, BORLAND, GREEN, RED, figure
from extract.likened import LIKENESS, NINE, SIX, UNCOUNTED, alike, counted, strike
from extract.trees import generic, to
from kg.extract.likeness import ENOUGH, NEVER, TELLING_FIGURE
from kg.model import Link, Toll


def test_the_same_doer_says_more_than_none_and_another_tells_apart() -> None:
    same, none, other = strike(), strike(by=None), strike(by=GREEN)
    assert alike(same, strike()) > alike(none, strike()) > NEVER
    assert alike(other, strike()) == NEVER


def test_a_side_without_a_name_may_be_any_of_its_kind() -> None:
    rebels, soldiers = generic("rebels", "ArmedGroup"), generic("soldiers", "ArmedForces")
    none, nameless, army = (strike(by=each) for each in (None, rebels, soldiers))
    assert alike(nameless, strike()) == alike(none, strike())
    assert alike(army, strike()) == NEVER
    assert alike(strike(by=rebels), strike(by=generic("gunmen", "ArmedGroup"))) > NEVER


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ("another/DET/det@2 strike/NOUN/root@0", True),
        ("a/DET/det@3 second/ADJ/amod@3 strike/NOUN/root@0", True),
        ("elsewhere/ADV/advmod@3 they/PRON/nsubj@3 strike/VERB/root@0", True),
        ("another/DET/det@2 plane/NOUN/nsubj@3 strike/VERB/root@0", True),
        # what is known by that name is that again
        ("the/DET/det@3 second/ADJ/amod@3 strike/NOUN/root@0", False),
        ("a/DET/det@2 strike/NOUN/root@0", False),
    ],
)
def test_another_strike_is_none_told_before(rows: str, apart: bool) -> None:
    assert LIKENESS.is_another(strike(rows=rows, word="strike")) is apart


def test_another_target_or_party_counts_against_but_does_not_tell_apart() -> None:
    struck, none, other = (strike(on=each) for each in (GREEN, None, BORLAND))
    assert alike(struck, struck) > alike(none, struck) > alike(other, struck) > NEVER
    beside, none, other = strike(), strike(), strike()
    beside.cast.add("participant", [GREEN])
    other.cast.add("participant", [BORLAND])
    assert alike(beside, beside) > alike(none, beside) > alike(other, beside) > NEVER


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (to("actor/avenian-armed-forces"), AVENIA, True),
        (to("actor/ana-kern"), BORLAND, True),
        (to("actor/ana-kern"), to("actor/borlandic-armed-forces"), True),
        (to("actor/avenian-armed-forces"), BORLAND, False),
        (to("actor/mira-sol"), AVENIA, False),
    ],
)
def test_a_states_forces_and_leaders_are_the_state(one: Link, other: Link, same: bool) -> None:
    assert (alike(strike(by=one), strike(by=other)) >= ENOUGH) is same


def test_the_same_figure_says_much_a_small_one_little_and_another_counts_against() -> None:
    telling, small = figure(TELLING_FIGURE), figure(TELLING_FIGURE - 1)
    assert counted(SIX, SIX) == counted(telling, telling) > counted(small, small) > UNCOUNTED
    assert counted(NINE, SIX) == counted(SIX, NINE) < UNCOUNTED


def test_figures_of_other_kinds_or_other_people_do_not_contradict() -> None:
    assert counted(figure(9, kind="Injured"), SIX) == UNCOUNTED
    assert counted(figure(9, RED), figure(6, GREEN)) == UNCOUNTED
    # whoever is not told may be the same people
    assert counted(figure(9, GREEN), figure(6, GREEN)) < UNCOUNTED
    assert counted(NINE, figure(6, GREEN)) == counted(figure(9, GREEN), SIX) < UNCOUNTED


@pytest.mark.parametrize("told", [figure(None, low=6), replace(SIX, count=None, low=None)])
def test_a_figure_told_as_the_least_or_the_most_is_the_figure(told: Toll) -> None:
    assert min(counted(told, SIX), counted(SIX, told)) > UNCOUNTED
    assert max(counted(told, NINE), counted(NINE, told)) < UNCOUNTED


def test_a_part_of_a_figure_is_none() -> None:
    assert counted(replace(SIX, part_of=0), SIX) == UNCOUNTED


def test_a_figure_many_times_another_is_of_something_else() -> None:
    assert counted(figure(60), SIX) == counted(SIX, figure(60)) > NEVER
    assert counted(figure(61), SIX) == counted(SIX, figure(61)) == NEVER
    # of other people as well
    assert counted(figure(61, RED), figure(6, GREEN)) == NEVER


def test_flights_of_untold_numbers_are_less_alike() -> None:
    flight, fled = strike(type="Displacement"), figure(6_000, kind="Displaced")
    assert alike(flight, flight) < alike(strike(), strike())
    told = strike(type="Displacement", counts=(fled,))
    assert alike(told, told) == counted(SIX, SIX)
