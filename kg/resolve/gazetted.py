"""Places that only the gazetteer of the whole world knows.

It knows a place for most words ("March" is one in England), so it is asked only for what the
text itself makes a place, and in the country that the article is about before any other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from kg.ids import slug
from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.gazetteer.index import gazetteer
from kg.resolve.gazetteer.known import Known
from kg.resolve.world import Entity, Meaning

#: Outside the countries that the article tells of, only a city of so many people is meant.
KNOWN_ABROAD = 100_000
_SCORES = {"gazetteer": 0.75, "gazetteer by sound": 0.55, "gazetteer, abroad": 0.5}
#: Kilometres of a degree of latitude.
_DEGREE = 111.2


def gazetted(name: str, surface: str, context: Context) -> Link | None:
    """The place of that name in the country in focus, else in one told of, else a great city.

    Of several in one country it is the one nearest to the place told last, else the largest.
    """
    found = gazetteer()
    home = _iso(context, context.country)
    near = [code for code in _told_of(context) if code != home]
    for countries in ([home] if home else [], near):
        for rule, places in (
            ("gazetteer", found.named(name, countries)),
            ("gazetteer by sound", found.sounding(name, countries)),
        ):
            if countries and places:
                return _link(_nearest(places, context), surface, rule, context)
    large = [each for each in found.named(name) if each.population >= KNOWN_ABROAD]
    return _link(large[0], surface, "gazetteer, abroad", context) if len(large) == 1 else None


def at_home(name: str, context: Context) -> bool:
    """Whether the country in focus has a place so spelt."""
    home = _iso(context, context.country)
    return bool(home) and bool(gazetteer().named(name, [home]))


def _iso(context: Context, country: str) -> str:
    entity = context.world.entities.get(country)
    return entity.one("iso") if entity is not None else ""


def _told_of(context: Context) -> Iterator[str]:
    """Codes of the countries of the places told so far, each once."""
    yield from (code for country in context.lands if (code := _iso(context, country)))


def _nearest(places: Collection[Known], context: Context) -> Known:
    here = _told_last(context)
    largest = next(iter(places))
    return (
        largest if here is None else min(places, key=lambda each: (_distance(each, here), each.id))
    )


def _told_last(context: Context) -> tuple[float, float] | None:
    """Latitude and longitude of the place told last that has some and is no country."""
    for link in reversed(context.places):
        entity = context.world.entities.get(link.iri)
        if link.position is not None:
            return link.position
        if entity is not None and entity.cls != "Country" and entity.one("lat"):
            return float(entity.one("lat")), float(entity.one("long"))
    return None


def _distance(place: Known, here: tuple[float, float]) -> float:
    """Kilometres as the crow flies, near enough for telling villages of one name apart."""
    north = (place.latitude - here[0]) * _DEGREE
    east = (place.longitude - here[1]) * _DEGREE * math.cos(math.radians(here[0]))
    return math.hypot(north, east)


def _link(place: Known, surface: str, rule: str, context: Context) -> Link:
    return Link(
        iri=f"place/{slug(place.name)}-{place.id}",
        label=place.name,
        cls="Settlement",
        surface=surface,
        rule=rule,
        score=_SCORES[rule],
        parent=_holder(place, context),
        position=(place.latitude, place.longitude),
        geonames=place.id,
    )


def _holder(place: Known, context: Context) -> str:
    """The curated area that holds a place, else its country, "" if neither is curated."""
    world = context.world
    country = next(
        (
            entity.iri
            for entity in world.entities.values()
            if entity.cls == "Country" and entity.one("iso") == place.country
        ),
        "",
    )
    areas = [
        meaning.entity
        for meaning in (world.names.lookup(place.admin)[0] if place.admin else ())
        if isinstance(meaning, Meaning) and _is_area(meaning.entity)
    ]
    return next((area.iri for area in areas if world.country_of(area.iri) == country), country)


def _is_area(entity: Entity) -> bool:
    return entity.cls == "AdministrativeArea"
