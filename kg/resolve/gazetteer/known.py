"""A populated place as GeoNames records it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """A populated place.

    Attributes:
        id: its GeoNames number; its record is at https://sws.geonames.org/ID/.
        name: its main name at GeoNames, mostly the English or a romanised one.
        latitude: degrees north, WGS 84, to four decimals (some ten metres).
        longitude: degrees east, likewise.
        country: ISO 3166-1 code of two letters ("SY").
        admin: name of its first-level area ("Aleppo"), "" where none is known.
        population: inhabitants, 0 where GeoNames has no figure.
    """

    id: int
    name: str
    latitude: float
    longitude: float
    country: str
    admin: str
    population: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the file is compiled from.

    Attributes:
        place: the place.
        names: all names that lead to it, its main name among them or not.
    """

    place: Known
    names: tuple[str, ...]


def rank(place: Known) -> tuple[int, int]:
    """Places of one name are told in this order: the most populous first, then by number."""
    return -place.population, place.id
