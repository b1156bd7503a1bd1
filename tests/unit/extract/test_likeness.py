"""How alike two drafts are: each agreement counts, one contradiction tells them apart."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from extract.drafts import AVENIA, BORLAND, DAY, DORN, GREEN, ORAM, RED, TELUK, draft, figure
from extract.trees import ISSUED, generic, known, sentence, to
from kg.extract.draft import Draft
from kg.extract.likeness import ENOUGH, NEVER, TELLING_FIGURE, Likeness
from kg.model import Interval, Link, Stance, Toll

LIKENESS = Likeness(known().world.entities, known().story)
SIX, NINE = figure(6), figure(9)
NEXT = Interval(datetime.date(2020, 5, 13), datetime.date(2020, 5, 13))


def alike(now: Draft, before: Draft) -> float:
    return LIKENESS.of(now, before)


def strike(**told: object) -> Draft:
    return draft(**({"by": RED, "at": TELUK, "when": DAY} | told))  # type: ignore[arg-type]


def untold(draft: Draft) -> Draft:
    """The draft with the day of the story instead of one that was told."""
    return replace(draft, basis="story")


def test_two_like_reports_are_one_happening_and_one_of_nothing_is_none() -> None:
    assert alike(strike(), strike()) >= ENOUGH
    assert NEVER < alike(draft(), draft()) < ENOUGH


# ---------------------------------------------------------------------------- types


def test_one_type_is_more_alike_than_two_that_may_mean_the_same_and_others_never_are() -> None:
    same, akin, other = (strike(type=each) for each in ("Attack", "AirStrike", "Protest"))
    assert alike(same, strike()) > alike(akin, strike()) > NEVER
    assert alike(strike(), akin) == alike(akin, strike())
    assert alike(other, strike()) == alike(strike(), other) == NEVER


@pytest.mark.parametrize("stances", [(Stance.PLANNED, Stance.ASSERTED),
                                     (Stance.ASSERTED, Stance.PLANNED),
                                     (Stance.PLANNED, Stance.PLANNED)])  # fmt: skip
def test_a_plan_is_no_happening(stances: tuple[Stance, Stance]) -> None:
    now, before = (strike(stance=stance) for stance in stances)
    assert alike(now, before) == NEVER


MEANS = "strikes/NOUN/root@0 and/CCONJ/cc@3 shelling/NOUN/conj@1 or/CCONJ/cc@5 fire/NOUN/conj@1"


@pytest.mark.parametrize(
    ("rows", "words", "one"),
    [
        (MEANS, ("shelling", "strikes"), True),
        # two conjuncts of one noun
        (MEANS, ("fire", "shelling"), True),
        # not coordinated, or not in one sentence
        (MEANS.replace("conj@1", "nmod@1"), ("shelling", "strikes"), False),
        (MEANS.replace("shelling/NOUN/conj@1", "shelling/NOUN/dep@1"), ("fire", "shelling"), False),
        # conjuncts of two nouns
        (
            f"{MEANS} raids/NOUN/dep@1".replace("conj@1 or", "conj@6 or"),
            ("fire", "shelling"),
            False,
        ),
    ],
)
def test_coordinated_means_are_one_happening(rows: str, words: tuple[str, str], one: bool) -> None:
    read = sentence(rows)
    now, before = (
        strike(type=each, rows=read, word=word)
        for each, word in zip(("Bombardment", "AirStrike"), words, strict=True)
    )
    assert (alike(now, before) >= ENOUGH) is one
    elsewhere = strike(type="AirStrike", rows=rows, word=words[1])
    assert alike(now, elsewhere) == NEVER


def test_coordinated_deeds_of_kinds_that_are_never_one_are_two() -> None:
    read = sentence(MEANS)
    protest = strike(type="Protest", rows=read, word="shelling")
    assert alike(protest, strike(rows=read, word="strikes")) == NEVER


def test_a_killing_is_of_the_armed_event_beside_it() -> None:
    killing, cause = strike(type="Killing", by=None), strike()
    assert alike(killing, cause) >= ENOUGH
    assert alike(cause, killing) >= ENOUGH
    assert alike(killing, strike(type="Protest")) == NEVER


def test_a_killing_with_a_killer_is_of_it_only_where_the_figure_is_the_same() -> None:
    killing, cause = strike(type="Killing"), strike(counts=(SIX,))
    assert alike(killing, cause) == NEVER
    assert alike(replace(killing, counts=[NINE]), cause) == NEVER
    assert alike(replace(killing, counts=[SIX]), cause) >= ENOUGH


# ---------------------------------------------------------------------------- times


def test_days_both_told_say_more_than_the_day_of_the_story_and_that_more_than_none() -> None:
    told, of_story, none = strike(), untold(strike()), strike(when=Interval(None, None))
    assert alike(told, told) > alike(of_story, told) > alike(none, told) > NEVER
    assert alike(told, of_story) == alike(of_story, told) == alike(of_story, of_story)


@pytest.mark.parametrize(
    ("when", "one"),
    [
        (Interval(DAY.begin, NEXT.begin), True),
        # days that do not meet, a week around the day, an open end
        (NEXT, False),
        (Interval(datetime.date(2020, 5, 8), DAY.end), True),
        (Interval(datetime.date(2020, 5, 7), DAY.end), False),
        (Interval(DAY.begin, None), False),
        (Interval(None, DAY.end), False),
    ],
)
def test_days_must_meet_and_neither_time_be_long_around_the_other(
    when: Interval, one: bool
) -> None:
    assert (alike(strike(when=when), strike()) >= ENOUGH) is one
    assert (alike(strike(), strike(when=when)) >= ENOUGH) is one


# --------------------------------------------------------------------------- places

NORTH = Link("place/northern-dorn", "northern Dorn", "Area", "x", "part of a place", 0.8,
             "place/dorn")  # fmt: skip
COUNTRY = to("place/avenia")


def test_the_same_place_says_more_than_one_around_it_and_that_more_than_none() -> None:
    same, around, none = strike(), strike(at=DORN), strike(at=None)
    assert alike(same, strike()) > alike(around, strike()) > alike(none, strike())
    assert alike(strike(), around) == alike(around, strike())
    assert alike(strike(), none) == alike(none, strike())
    assert alike(strike(at=ORAM), strike()) == NEVER


def test_a_new_place_lies_in_what_holds_it() -> None:
    assert alike(strike(at=NORTH), strike(at=DORN)) == alike(strike(), strike(at=DORN))
    assert alike(strike(at=NORTH), strike(at=COUNTRY)) > NEVER
    assert alike(strike(at=NORTH), strike()) == NEVER


def test_a_place_that_was_carried_over_or_is_a_country_says_no_more_than_none() -> None:
    none = alike(strike(at=None), strike())
    carried = replace(strike(), place_basis="carried")
    assert alike(carried, strike()) == alike(strike(), carried) == none
    assert alike(strike(at=COUNTRY), strike(at=COUNTRY)) == none


def test_of_several_places_one_in_common_is_enough() -> None:
    both = replace(strike(), places=[ORAM, TELUK])
    assert alike(both, strike()) == alike(strike(), strike())


# ---------------------------------------------------------------------------- sides


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


# -------------------------------------------------------------------------- figures


def counted(one: Toll, other: Toll) -> float:
    """How alike two strikes are that tell one figure each."""
    return alike(strike(counts=(one,)), strike(counts=(other,)))


UNCOUNTED = alike(strike(), strike(counts=(SIX,)))


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


# ----------------------------------------------------------------------- paragraphs


def test_what_stands_near_is_more_alike() -> None:
    near, far = strike(paragraph=3), strike(paragraph=4)
    assert alike(near, strike()) > alike(far, strike())
    assert alike(strike(paragraph=9), strike(paragraph=6)) == alike(near, strike())


# ------------------------------------------------------------------- contradictions


@pytest.mark.parametrize(
    ("now", "apart"),
    [
        (strike(by=GREEN), True),
        (strike(at=ORAM), True),
        (strike(by=None, at=None), False),
        # another day, target or type is no contradiction of sides or places
        (strike(when=Interval(ISSUED, ISSUED)), False),
        (strike(on=BORLAND, type="Protest"), False),
    ],
)
def test_sides_and_places_contradict_whatever_else_agrees(now: Draft, apart: bool) -> None:
    assert LIKENESS.contradicts(now, strike(on=GREEN)) is apart


# -------------------------------------------------------------- what is told as known


def test_a_definite_mention_is_more_alike_and_a_verb_is_never_one() -> None:
    the, a = (strike(rows=f"{each}/DET/det@2 attack/NOUN/root@0") for each in ("the", "an"))
    verb = strike(rows="the/DET/det@2 attack/VERB/root@0")
    assert alike(the, strike()) > alike(a, strike()) == alike(verb, strike())
    assert alike(strike(), the) == alike(strike(), a)


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
