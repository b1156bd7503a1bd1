"""Names, near names, dates and types: when two are the same."""

from __future__ import annotations

import pytest

from evaluate.cases import ARMY, FRONT, VELMARA, days, thing
from kg.evaluate.dates import same_days
from kg.evaluate.naming import Entity, Naming, plain_name
from kg.evaluate.terms import shipped_terms
from kg.model import Interval


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kafr Nabl", "kafr nabl"),
        ("al-Qaʿida", "Al Qaida"),
        ("Türkiye", "Turkiye"),
        ("Ma’arrat an-Nu‘man", "Maarrat al-Numan"),
        ("the Gulf of Aden", "Gulf (Aden)"),
        ("ﬁghters", "fighters"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other) != ""


def test_a_name_of_particles_alone_names_nothing() -> None:
    assert plain_name("of the") == ""
    assert not Naming({"of-the": Entity(("the",))}, {}).is_named("of-the", thing("the"))


def test_names_come_from_the_article_the_registry_and_the_key() -> None:
    naming = Naming({"front": Entity(("NF",))}, {"front": Entity(("Northern Front",))})
    assert naming.names("front") == {"nf", "northern front", "front"}
    assert naming.names("dar-sufa") == {"dar sufa"}


def test_near_keys_come_from_both_too_and_reach_one_step() -> None:
    naming = Naming(
        {"a": Entity(near=("velmara",))},
        {"a": Entity(near=("northern-front",)), "velmara": Entity(near=("velmaran-army",))},
    )
    assert [naming.is_near("a", each) for each in (VELMARA, FRONT, ARMY)] == [True, True, False]
    assert not naming.is_named("a", VELMARA)


def test_the_article_knows_best_where_a_place_is() -> None:
    registry = {"mir": Entity(spot=(1, 1)), "sur": Entity(spot=(2, 2))}
    naming = Naming({"mir": Entity(spot=(3, 3)), "sur": Entity()}, registry)
    assert [naming.spot(key) for key in ("mir", "sur", "none")] == [(3, 3), (2, 2), None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (days("2031-05-02"), days("2031-05-02"), True),
        (days("2031-05-02"), days("2031-05-01", "2031-05-03"), True),
        (days("2031-05-02"), days("2031-05-02", "2031-05-04"), False),
        # Spans of up to four days must agree at both ends, longer ones by half.
        (days("2031-05-01", "2031-05-04"), days("2031-05-01", "2031-05-06"), False),
        (days("2031-05-01", "2031-05-05"), days("2031-05-01", "2031-05-10"), True),
        (days("2031-05-01", "2031-05-05"), days("2031-05-01", "2031-05-11"), False),
        (days("2031-05-01", "2031-05-10"), days("2031-05-06", "2031-05-10"), True),
        (days("2031-05-01", "2031-05-10"), days("2031-05-07", "2031-05-10"), False),
        (days("2031-05-01", "2031-05-10"), days("2032-05-01", "2032-05-10"), False),
        (days("2031-05-02"), Interval(None, None), False),
        (Interval(days("2031-05-02").begin, None), days("2031-05-02"), False),
    ],
)
def test_days_are_the_same_within_a_day_or_by_half_of_a_longer_span(
    one: Interval, other: Interval, same: bool
) -> None:
    assert same_days(one, other) is same


@pytest.mark.parametrize(
    ("wanted", "found", "likeness"),
    [
        ("AirStrike", "AirStrike", 1.0),
        ("Event", "Event", 1.0),
        ("AirStrike", "Attack", 0.5),
        ("Attack", "AirStrike", 0.5),
        ("AirStrike", "ArmedEvent", 0.0),
        ("Event", "Protest", 0.0),
        ("AirStrike", "Shelling", 0.5),
        ("AirStrike", "Explosion", 0.0),
        ("Threat", "Demand", 0.5),
        ("Killing", "Clash", 0.5),
        ("Clash", "Killing", 0.5),
        ("Siege", "AidObstruction", 0.5),
        ("Siege", "Capture", 0.0),
        ("Evacuation", "AidDelivery", 0.0),
    ],
)
def test_how_like_two_types_are(wanted: str, found: str, likeness: float) -> None:
    assert shipped_terms().likeness(wanted, found) == likeness


def test_the_deepest_event_type_is_taken_the_first_of_several() -> None:
    terms = shipped_terms()
    assert terms.deepest(["Event", "Attack", "Shelling", "Report", "AirStrike"]) == "Shelling"
    assert terms.deepest(["Report", "Backing"]) == ""
