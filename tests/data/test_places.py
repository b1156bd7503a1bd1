"""Lint of ontology/places.ttl: every place keeps the rules; each rule finds what breaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from place_rules import (
    PLACE,
    RULES,
    Place,
    astray,
    chain,
    confusable,
    loose,
    mismatched,
    misshapen,
    places_of,
    unmarked,
    unplaced,
)

from kg.resources import folder
from kg.vocab import KG, SKOS, WGS84, XSD

if TYPE_CHECKING:
    from collections.abc import Callable

PREFIXES = f"""@prefix place: <{PLACE}> . @prefix kg: <{KG}> .
@prefix geo: <{WGS84}> . @prefix skos: <{SKOS}> .
"""


@pytest.fixture(scope="module")
def turtle() -> str:
    """The text of ontology/places.ttl."""
    return (folder("ontology") / "places.ttl").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def places(turtle: str) -> dict[str, Place]:
    """The curated places by slug."""
    return places_of(turtle)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_curated_place_breaks_a_rule(
    rule: Callable[[dict[str, Place]], set[str]], places: dict[str, Place]
) -> None:
    assert rule(places) == set()


VELMARA = """place:velmara a kg:Country ; skos:prefLabel "Velmara" ; kg:iso "XV" ;
    geo:lat 10.0 ; geo:long 10.0 .
"""
OSTRIN = 'a kg:Settlement ; skos:prefLabel "Ostrin" ; geo:lat 10.1 ; geo:long 10.1 ; kg:within'


@pytest.mark.parametrize(
    ("rule", "broken", "found"),
    [
        (misshapen, f'place:ostrin skos:prefLabel "Dun" ; {OSTRIN} place:velmara .', "ostrin"),
        (misshapen, f"place:old-ostrin {OSTRIN} place:velmara .", "old-ostrin"),
        (misshapen, f'place:ostrin skos:altLabel "Ostrin" ; {OSTRIN} place:velmara .', "ostrin"),
        (misshapen, f"place:ostrin a kg:Area ; {OSTRIN} place:velmara .", "ostrin"),
        (unplaced, 'place:ostrin a kg:Area ; skos:prefLabel "Ostrin" .', "ostrin"),
        (unplaced, "place:ostrin a kg:Area ; geo:lat 91.0 ; geo:long 1.0 .", "ostrin"),
        (loose, f"place:ostrin {OSTRIN} place:nowhere .", "ostrin"),
        (loose, f"place:ostrin {OSTRIN} place:ostrin .", "ostrin"),
        (loose, "place:ostrin a kg:Settlement .", "ostrin"),
        (astray, "place:ostrin kg:within place:velmara ; geo:lat 40.0 ; geo:long 10.0 .", "ostrin"),
        (unmarked, "place:ostrin a kg:Country .", "ostrin"),
        (unmarked, "place:ostrin a kg:Facility ; kg:within place:velmara .", "ostrin"),
        (
            confusable,
            f'place:ostrin {OSTRIN} place:x . place:dun skos:altLabel "OSTRIN" ; {OSTRIN} place:x.',
            "ostrin",
        ),
        (mismatched, "place:ostrin skos:exactMatch <https://example.org/1> .", "ostrin"),
    ],
)
def test_a_broken_place_is_found(
    rule: Callable[[dict[str, Place]], set[str]], broken: str, found: str
) -> None:
    assert rule(places_of(PREFIXES + VELMARA + broken)) == {found}


def test_a_province_and_its_capital_may_share_a_name() -> None:
    province = """place:ostrin-province a kg:AdministrativeArea ; kg:featureKind "province" ;
        skos:prefLabel "Ostrin Province" ; skos:altLabel "Ostrin" ; kg:within place:velmara ;
        geo:lat 10.2 ; geo:long 10.2 .
    """
    places = places_of(
        PREFIXES + VELMARA + province + f"place:ostrin {OSTRIN} place:ostrin-province ."
    )
    assert [rule(places) for rule in RULES] == [set() for _ in RULES]


def test_coordinates_are_decimals(turtle: str) -> None:
    points = {WGS84 + "lat", WGS84 + "long"}
    datatypes = {
        triple.object.datatype.value
        for triple in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        if triple.predicate.value in points and isinstance(triple.object, ox.Literal)
    }
    assert datatypes == {XSD + "decimal"}


def test_country_codes_are_unique_and_two_letters(places: dict[str, Place]) -> None:
    codes = [code for place in places.values() for code in place.isos]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch("[A-Z]{2}", code)] == []


def test_the_origin_of_coordinates_is_credited(turtle: str) -> None:
    header = turtle[:1500]
    assert "GeoNames" in header
    assert "https://creativecommons.org/licenses/by/4.0/" in header


@pytest.mark.parametrize(
    ("spelling", "slugs"),
    [
        ("Idlib", {"idlib", "idlib-governorate"}),
        ("Idlib province", {"idlib-governorate"}),
        ("Maaret al-Numan", {"maarrat-al-numan"}),
        ("Kafranbel", {"kafr-nabl"}),
        ("Deir Ezzor", {"deir-ez-zor", "deir-ez-zor-governorate"}),
        ("Gaza", {"gaza-strip", "gaza-city"}),
        ("Tripoli", {"tripoli", "tripoli-lebanon", "tripoli-district"}),
        ("Atlantis", set()),
    ],
)
def test_press_spellings_lead_to_their_places(
    spelling: str, slugs: set[str], places: dict[str, Place]
) -> None:
    named = {name for name, place in places.items() if spelling.casefold() in place.labels}
    assert named == slugs


def test_the_gazetteer_covers_the_wars(places: dict[str, Place]) -> None:
    assert len(places) >= 900
    syrian = [p for p in places.values() if chain(p, places)[-1].slug == "syria"]
    assert len(syrian) >= 250
