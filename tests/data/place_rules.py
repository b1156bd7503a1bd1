"""What a curated place must be: rules that name the places that break them (see test_places.py)."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ids import slug
from kg.vocab import KG, RDF, SKOS, WGS84

PLACE = "https://example.org/kg/id/place/"
CLASSES = {"Country", "AdministrativeArea", "Settlement", "Facility", "Area"}
GEONAMES = re.compile(r"https://sws\.geonames\.org/[1-9][0-9]*/")

#: No place lies farther than this from the point of its country, kilometres ...
REACH = 1500
#: ... but in countries so wide, or with islands so far out, that some do: slug -> kilometres.
WIDE = {
    "australia": 1800,
    "brazil": 2000,
    "canada": 2100,
    "china": 2200,
    "india": 1900,
    "indonesia": 2800,
    "mexico": 1850,
    "russia": 4600,
    "united-states": 4500,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One place as the file tells it; coordinates in degrees, `kinds` its classes without kg:."""

    slug: str
    kinds: tuple[str, ...]
    preferred: tuple[str, ...]
    others: tuple[str, ...]
    within: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    isos: tuple[str, ...]
    feature_kinds: tuple[str, ...]
    matches: tuple[str, ...]

    @property
    def labels(self) -> set[str]:
        """All labels, casefolded."""
        return {label.casefold() for label in (*self.preferred, *self.others)}


def places_of(turtle: str) -> dict[str, Place]:
    """The places of a Turtle text, by slug."""
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
        subject = str(getattr(triple.subject, "value", ""))
        told[subject.removeprefix(PLACE)][triple.predicate.value].append(
            str(getattr(triple.object, "value", ""))
        )
    return {name: place_of(name, facts) for name, facts in told.items()}


def place_of(name: str, facts: dict[str, list[str]]) -> Place:
    """One place from its facts (predicate IRI -> values)."""
    latitudes = map(float, facts.get(WGS84 + "lat", []))
    longitudes = map(float, facts.get(WGS84 + "long", []))
    return Place(
        slug=name,
        kinds=tuple(kind.removeprefix(KG) for kind in facts.get(RDF + "type", [])),
        preferred=tuple(facts.get(SKOS + "prefLabel", [])),
        others=tuple(facts.get(SKOS + "altLabel", [])),
        within=tuple(iri.removeprefix(PLACE) for iri in facts.get(KG + "within", [])),
        points=tuple(zip(latitudes, longitudes, strict=True)),
        isos=tuple(facts.get(KG + "iso", [])),
        feature_kinds=tuple(facts.get(KG + "featureKind", [])),
        matches=tuple(facts.get(SKOS + "exactMatch", [])),
    )


def chain(place: Place, places: dict[str, Place]) -> list[Place]:
    """The place and all that hold it, the largest last; ends early where it turns in a circle."""
    held = [place]
    while held[-1].within and held[-1].within[0] in places:
        larger = places[held[-1].within[0]]
        if larger in held:
            break
        held.append(larger)
    return held


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees (haversine, mean radius 6371 km)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    bow = math.sin((lat2 - lat1) / 2) ** 2
    bow += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(bow))


def misshapen(places: dict[str, Place]) -> set[str]:
    """Not exactly one class, preferred label and slug of that label; a label that is no label."""
    return {
        place.slug
        for place in places.values()
        if len(place.kinds) != 1
        or not set(place.kinds) <= CLASSES
        or len(place.preferred) != 1
        or slug(place.preferred[0]) != place.slug
        or place.preferred[0] in place.others
        or any(label != label.strip() or not label for label in place.others)
    }


def unplaced(places: dict[str, Place]) -> set[str]:
    """Without exactly one point on the globe."""
    return {
        place.slug
        for place in places.values()
        if len(place.points) != 1
        or not (-90 <= place.points[0][0] <= 90 and -180 <= place.points[0][1] <= 180)
    }


def loose(places: dict[str, Place]) -> set[str]:
    """Not held, step by step, by one country; an area that spans borders may be held by nothing."""
    return {
        place.slug
        for place in places.values()
        if len(place.within) > 1
        or not set(place.within) <= set(places)
        or (
            (place.kinds == ("Country",)) != (chain(place, places)[-1] is place)
            and place.kinds != ("Area",)
        )
        or chain(place, places)[-1].kinds not in (("Country",), ("Area",))
        or chain(place, places)[-1].within
    }


def astray(places: dict[str, Place]) -> set[str]:
    """Too far from the point of the country that holds it."""
    return {
        place.slug
        for place in places.values()
        for country in [chain(place, places)[-1]]
        if kilometres(place.points[0], country.points[0]) > WIDE.get(country.slug, REACH)
    }


def unmarked(places: dict[str, Place]) -> set[str]:
    """A country without its code, another place with one or (towns aside) without its kind."""
    return {
        place.slug
        for place in places.values()
        if (place.kinds == ("Country",)) != (len(place.isos) == 1)
        or (
            place.kinds[0] in {"AdministrativeArea", "Facility", "Area"}
            and len(place.feature_kinds) != 1
        )
    }


def confusable(places: dict[str, Place]) -> set[str]:
    """Labels of two towns, or of two administrative areas, of one area, or of two countries."""
    bearers: dict[tuple[str, tuple[str, ...], str], set[str]] = defaultdict(set)
    for place in places.values():
        if place.kinds[0] in {"Country", "AdministrativeArea", "Settlement"}:
            for label in place.labels:
                bearers[place.kinds[0], place.within, label].add(place.slug)
    return {label for (_, _, label), slugs in bearers.items() if len(slugs) > 1}


def mismatched(places: dict[str, Place]) -> set[str]:
    """A match that is no GeoNames record, or is another place's too."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for place in places.values():
        for match in place.matches:
            bearers[match].add(place.slug)
    return {
        name
        for match, slugs in bearers.items()
        for name in slugs
        if len(slugs) > 1 or not GEONAMES.fullmatch(match)
    }


RULES = (misshapen, unplaced, loose, astray, unmarked, confusable, mismatched)
