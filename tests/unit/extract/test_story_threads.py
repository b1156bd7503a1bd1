"""Which happening a report joins, whom "both sides" and a denial mean, and where a story is set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.drafts import (
    AVENIA,
    BORLAND,
    DAY,
    DORN,
    GREEN,
    ORAM,
    RED,
    TELUK,
    draft,
    figure,
    story,
    then,
)  # fmt: skip
from extract.trees import ISSUED, context, generic, labels, to, told
from kg.extract.draft import Draft
from kg.model import Interval, Link, Stance

WATCH, SOL = to("actor/avenia-watch"), to("actor/mira-sol")
CIVILIANS = generic("civilians", "Population")
MARSA, COUNTRY = to("place/marsa"), to("place/avenia")
STRIKE = draft("AirStrike", by=RED, at=TELUK, when=DAY)


# ---------------------------------------------------------------- one happening or two


def test_a_report_joins_the_happening_that_it_is_most_like() -> None:
    six, nine = (draft(at=TELUK, when=DAY, counts=(figure(count),)) for count in (6, 9))
    sides = [replace(draft(by=side, at=TELUK, when=DAY), counts=each.counts)
             for side, each in ((RED, six), (GREEN, nine))]  # fmt: skip
    assert [each.key for each in story(*sides).events] == ["e1", "e2"]
    assert then(story(*sides), six).key == "e1"
    assert then(story(*sides), nine).key == "e2"


def test_of_happenings_that_are_equally_like_it_joins_the_one_told_last() -> None:
    before = story(
        draft(by=RED, at=TELUK, when=DAY),
        draft("Protest", at=TELUK, when=DAY),
        draft(by=GREEN, at=TELUK, when=DAY),
    )
    assert [each.key for each in before.events] == ["e1", "e2", "e3"]
    assert then(before, draft(at=TELUK, when=DAY)).key == "e3"


def test_another_strike_joins_none_told_before() -> None:
    for article, key in (("the", "e1"), ("another", "e2")):
        rows = f"{article}/DET/det@2 strike/NOUN/root@0"
        now = draft("AirStrike", rows=rows, word="strike", at=TELUK, when=DAY)
        assert then(story(STRIKE), now).key == key


def test_a_happening_takes_in_no_report_that_contradicts_one_of_its_own() -> None:
    nameless = draft("AirStrike", at=TELUK, when=DAY)
    before = story(nameless, STRIKE)
    assert [each.key for each in before.events] == ["e1", "e1"]
    # like the first report, but the second names another doer, or another place
    assert then(before, draft("AirStrike", by=GREEN, at=TELUK, when=DAY)).key == "e3"
    elsewhere = story(draft("AirStrike", by=RED, when=DAY), STRIKE)
    assert then(elsewhere, draft("AirStrike", by=RED, at=ORAM, when=DAY)).key == "e3"


def test_reports_far_apart_that_tell_little_are_two_happenings() -> None:
    assert then(story(draft(by=RED, at=TELUK)), draft(by=RED, at=TELUK, paragraph=4)).key == "e1"
    assert then(story(draft()), draft(paragraph=4)).key == "e2"


def test_what_is_said_is_never_the_same_happening() -> None:
    denial = draft("Denial", by=RED, when=DAY, statement=True)
    assert then(story(denial), denial).key == "e2"


# ----------------------------------------------------------------------- both sides

SIDES = "both/DET/det@2 sides/NOUN/nsubj@3/side met/VERB/root@0/meet"


def opponents(*events: Draft) -> list[str]:
    return labels(story(*events).context.opponents)


def test_both_sides_are_those_who_fight_each_other() -> None:
    assert opponents(draft("Clash", by=RED, on=GREEN)) == ["Red Front", "Green Legion"]
    army = to("actor/avenian-armed-forces")
    assert opponents(draft(by=army, on=GREEN)) == ["Avenian Armed Forces", "Green Legion"]
    clash = draft("Clash")
    clash.cast.add("participant", [GREEN, BORLAND, RED])
    assert opponents(clash) == ["Green Legion", "Borland"]


def test_both_sides_are_those_told_last_to_fight() -> None:
    fight, other = draft(by=RED, on=GREEN, at=TELUK), draft(by=AVENIA, on=BORLAND, at=ORAM)
    assert opponents(fight, other) == ["Avenia", "Borland"]
    # an event of only one side, or of none, leaves them as they were
    assert opponents(fight, draft(by=AVENIA, at=ORAM)) == ["Red Front", "Green Legion"]
    assert opponents(fight, draft("Protest", by=AVENIA, on=BORLAND)) == [
        "Red Front",
        "Green Legion",
    ]


@pytest.mark.parametrize(
    "event",
    [
        draft("Protest", by=RED, on=GREEN),
        draft(by=RED, on=CIVILIANS),
        draft(by=SOL, on=GREEN),
        draft(by=RED, on=WATCH),
        draft(by=RED),
    ],
)
def test_who_does_not_fight_is_no_side(event: Draft) -> None:
    assert opponents(event) == []


def test_both_sides_told_later_mean_them() -> None:
    within = context()
    story(draft("Clash", by=RED, on=GREEN), within=within)
    read = told(SIDES, within)
    assert labels(read.now.resolver.actor(read.the("sides"))) == ["Red Front", "Green Legion"]


# ------------------------------------------------------------- whom a denial answers

DENIAL = draft("Denial", by=RED, statement=True)
ACCUSATION = draft("Accusation", by=BORLAND, on=RED, statement=True)
BLAMED = draft(by=RED, at=TELUK, when=DAY, stance=Stance.ALLEGED, source=WATCH)


@pytest.mark.parametrize(
    ("before", "answered"),
    [
        (ACCUSATION, ["Borland"]),
        # an attack that somebody alleges
        (BLAMED, ["Avenia Watch"]),
        (replace(BLAMED, stance=Stance.ASSERTED), []),
        (draft(by=GREEN, at=TELUK, stance=Stance.ALLEGED, source=WATCH), []),
        # nobody alleges it, somebody else is accused, they accuse themselves
        (replace(BLAMED, source=()), []),
        (draft("Accusation", by=BORLAND, on=GREEN, statement=True), []),
        (draft("Accusation", by=RED, on=RED, statement=True), []),
        (draft("Denial", by=BORLAND, on=RED, statement=True), []),
    ],
)
def test_a_denial_answers_whoever_blamed_those_who_deny(before: Draft, answered: list[str]) -> None:
    assert labels(then(story(before), DENIAL).cast.get("target")) == answered


def test_a_denial_answers_what_stands_at_most_a_paragraph_before() -> None:
    near, far = (replace(DENIAL, paragraph=at) for at in (1, 2))
    assert labels(then(story(ACCUSATION), near).cast.get("target")) == ["Borland"]
    assert then(story(ACCUSATION), far).cast.get("target") == []


def test_of_two_accusers_the_nearest_is_answered() -> None:
    later = draft("Accusation", by=WATCH, on=RED, statement=True)
    assert labels(then(story(ACCUSATION, later), DENIAL).cast.get("target")) == ["Avenia Watch"]
    nameless = draft("Accusation", on=RED, statement=True)
    assert labels(then(story(ACCUSATION, nameless), DENIAL).cast.get("target")) == ["Borland"]


@pytest.mark.parametrize(
    ("now", "target"),
    [
        # told whom it answers, of nobody, no denial
        (draft("Denial", by=RED, on=GREEN, statement=True), ["Green Legion"]),
        (draft("Denial", statement=True), []),
        (draft("Accusation", by=RED, statement=True), []),
    ],
)
def test_what_is_no_bare_denial_answers_nobody(now: Draft, target: list[str]) -> None:
    assert labels(then(story(ACCUSATION), now).cast.get("target")) == target


# ------------------------------------------------------------------ where a story is


def setting(*places: Link, paragraph: int = 3, at: int = 2) -> list[tuple[str, str]]:
    """Where a later event without a place is, in a story of events at some places."""
    before = [draft("AirStrike", at=place, paragraph=at) for place in places]
    now = then(story(*before), draft("Capture", paragraph=paragraph))
    return [(place.label, now.place_basis) for place in now.places]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        # two towns of a province, a town and its province, one town twice
        ([TELUK, ORAM], "Dorn"),
        ([TELUK, DORN], "Dorn"),
        ([TELUK, TELUK], "Teluk"),
        # a country is no setting, and is passed over beside a town
        ([TELUK, MARSA], ""),
        ([COUNTRY], ""),
        ([TELUK, COUNTRY], "Teluk"),
        ([], ""),
    ],
)
def test_the_setting_is_the_finest_place_that_holds_all_told(
    places: list[Link], expected: str
) -> None:
    assert setting(*places) == ([(expected, "carried")] if expected else [])


def test_a_setting_that_was_told_is_told_again_as_it_was() -> None:
    assert then(story(STRIKE), draft("Capture", paragraph=1)).places == [TELUK]


def test_a_setting_lasts_three_paragraphs() -> None:
    assert setting(TELUK, ORAM, paragraph=5) == [("Dorn", "carried")]
    assert setting(TELUK, ORAM, paragraph=6) == []


def test_in_its_own_paragraph_an_event_is_where_the_one_before_it_was() -> None:
    assert setting(ORAM, TELUK, paragraph=2) == [("Teluk", "carried")]


def test_new_places_meet_in_the_known_one_that_holds_them() -> None:
    hill, mill = (
        Link(f"place/{name}", name, "Settlement", name, "new name", 0.5, "place/dorn")
        for name in ("hill", "mill")
    )
    assert setting(hill, mill) == [("Dorn", "carried")]
    assert setting(hill, TELUK) == [("Dorn", "carried")]
    assert setting(hill) == [("hill", "carried")]


def test_what_was_carried_over_sets_no_story() -> None:
    before = story(draft("AirStrike", at=TELUK), draft("Capture"), draft("Clash", at=ORAM))
    assert labels(before.events[1].places) == ["Teluk"]
    before.events = before.events[1:]
    assert labels(then(before, draft("Protest", paragraph=1)).places) == ["Oram"]


@pytest.mark.parametrize("event", ["Negotiation", "Denial"])
def test_talks_and_statements_set_no_story(event: str) -> None:
    before = story(draft(event, at=TELUK, statement=event == "Denial"))
    assert then(before, draft("Capture", paragraph=1)).places == []


# ------------------------------------------------------------------ figures of years


@pytest.mark.parametrize(
    ("toll", "whole"),
    [
        (figure(10_000), True),
        (figure(9_999), False),
        (figure(None, low=400_000), True),
        (figure(1_000_000, kind="Displaced"), True),
        (figure(999_999, kind="Displaced"), False),
        (figure(5_000_000, kind="Injured"), False),
    ],
)
def test_a_toll_of_years_fell_in_the_country_and_not_where_the_story_is(
    toll: object, whole: bool
) -> None:
    now = draft("Killing", counts=(toll,), when=Interval(ISSUED, ISSUED))  # type: ignore[arg-type]
    placed = then(story(STRIKE), now)
    expected = "Avenia" if whole else "Teluk"
    assert (labels(placed.places), placed.place_basis) == ([expected], "carried")


def test_a_toll_of_years_that_tells_its_place_keeps_it() -> None:
    now = draft("Killing", at=TELUK, counts=(figure(10_000),))
    assert (labels(then(story(), now).places), now.place_basis) == (["Teluk"], "")


# ------------------------------------------------------------------ fallen fighters

FELL = "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill"


@pytest.mark.parametrize(
    ("before", "victim", "expected"),
    [
        # fighters who fell in a clash took part in it, civilians did not
        (draft("Clash", at=TELUK), GREEN, ["Green Legion"]),
        (draft("Clash", at=TELUK), CIVILIANS, []),
        # and in an attack they only were struck
        (draft("AirStrike", at=TELUK), GREEN, []),
    ],
)
def test_fighters_who_fell_in_a_clash_took_part_in_it(
    before: Draft, victim: Link, expected: list[str]
) -> None:
    now = draft("Killing", FELL, "killed", counts=(figure(5, victim),))
    placed = then(story(before), now)
    assert (placed.key, labels(placed.cast.get("participant"))) == ("e1", expected)


def test_a_deal_is_broken_where_it_was_told_to_apply() -> None:
    truce, other = (Link(f"deal/{n}", n, "CeasefireDeal", n, "label", 1.0) for n in ("a", "b"))
    before = story(replace(draft("CeasefireAgreement", at=DORN), deal=truce))
    broken = [
        replace(draft("CeasefireViolation", paragraph=9), deal=each) for each in (truce, other)
    ]
    assert [labels(then(before, each).places) for each in broken] == [["Dorn"], []]
