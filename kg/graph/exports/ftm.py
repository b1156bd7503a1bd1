"""Who and what as FollowTheMoney entities, a JSON object a line, for Aleph, OpenAleph and yente.

    Person, Organization, PublicBody   actors (states and their forces are public bodies)
    Address                            places
    Article                            articles
    Event                              events that an article asserts
    Membership, Directorship           affiliations, leaderships
    UnknownLink                        backing and control: the model has no schema of them

Populations ("civilians") are left out, as nobody in particular. Ids are SHA-1 of the IRIs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.events import Event, events
from kg.graph.exports.places import degrees_text, read_place
from kg.graph.names import names_of, plain
from kg.vocab import ALT_LABEL, DCTERMS, OWL, TYPE, WIKIDATA, kg

if TYPE_CHECKING:
    from kg.graph.answer import Node
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

Values = dict[str, list[str]]

_SCHEMATA = {
    "Person": "Person",
    "State": "PublicBody",
    "ArmedForces": "PublicBody",
    "ArmedGroup": "Organization",
    "Organization": "Organization",
}
#: Relation class -> schema, how its ends are called there, and here, and its role if none is told.
_LINKS = {
    "Affiliation": ("Membership", ("member", "organization"), ("member", "group"), ""),
    "Leadership": ("Directorship", ("director", "organization"), ("person", "organization"), ""),
    "Backing": ("UnknownLink", ("subject", "object"), ("backer", "backed"), "backs"),
    "Control": ("UnknownLink", ("subject", "object"), ("controller", "controlled"), "controls"),
}


#: What many readers of lines break them at besides line feeds, and JSON leaves as it is.
_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: values by property, of which empty ones are left out."""

    iri: str
    schema: str
    values: Values


def ftm(handle: GraphHandle) -> str:
    """JSON lines, sorted by id; no entity refers to one that isn't there."""
    names = names_of(handle)
    things = [*_actors(names), *_places(names), *_articles(names)]
    known = {entity.iri: entity.schema for entity in things}
    told = [_event(event, names, known) for event in events(handle) if event.asserted]
    lines = [_line(each) for each in [*things, *told, *_links(names, known)]]
    return "".join(f"{line}\n" for line in sorted(lines))


def identity(iri: str) -> str:
    """An entity's id.

    >>> identity("https://example.org/kg/id/actor/x")
    'kg-3f6cae960d2d07914dc8e0730bdd2e98dda871a0'
    """
    return f"kg-{hashlib.sha1(iri.encode(), usedforsecurity=False).hexdigest()}"


def _line(entity: Entity) -> str:
    values = {name: sorted({*found} - {""}) for name, found in sorted(entity.values.items())}
    told = {name: found for name, found in values.items() if found}
    record = {"id": identity(entity.iri), "schema": entity.schema, "properties": told}
    return json.dumps(record, ensure_ascii=False).translate(_BREAKS)


def _nodes(names: Names, kind: str, cls: str = "") -> list[Node]:
    """Things with IRIs below `kind/`, of a class if one is named."""
    wanted = NamedNode(kg(cls)) if cls else None
    quads = names.handle.store.quads_for_pattern(None, NamedNode(TYPE), wanted)
    prefix = f"{names.handle.base}{kind}/"
    return sorted({q.subject for q in quads if plain(q.subject).startswith(prefix)}, key=str)


def _actors(names: Names) -> Iterator[Entity]:
    for node in _nodes(names, "actor"):
        schema = next((_SCHEMATA[cls] for cls in names.types(node) if cls in _SCHEMATA), "")
        if schema:
            yield Entity(plain(node), schema, _actor(names, node, schema))


def _actor(names: Names, node: Node, schema: str) -> Values:
    lands = [*names.nodes(node, kg("country")), *names.nodes(node, kg("territory"))]
    same = [plain(each) for each in names.values(node, OWL + "sameAs")]
    values = {
        "name": [names.label(node)],
        "alias": [plain(each) for each in names.values(node, ALT_LABEL)],
        "country": [names.text(land, kg("iso"))[:2].lower() for land in lands],
        "wikidataId": [iri.removeprefix(WIKIDATA) for iri in same if iri.startswith(WIKIDATA)],
    }
    if schema == "Person":
        return values | {"position": [plain(each) for each in names.values(node, kg("office"))]}
    dates = {"incorporationDate": "activeFrom", "dissolutionDate": "activeTo"}
    return values | {name: [names.text(node, kg(of))] for name, of in dates.items()}


def _places(names: Names) -> Iterator[Entity]:
    for node in _nodes(names, "place"):
        place = read_place(names, node)
        values = {
            "name": [place.label],
            "alias": [plain(each) for each in names.values(node, ALT_LABEL)],
            "full": [", ".join(each.label for each in place.chain)],
            "country": [place.country.iso.lower()] if place.country else [],
        }
        if place.point is not None:
            lat, long = map(degrees_text, place.point)
            values |= {"latitude": [lat], "longitude": [long]}
        yield Entity(place.iri, "Address", values)


def _articles(names: Names) -> Iterator[Entity]:
    for node in _nodes(names, "article", "Article"):
        told = {"fileName": "identifier", "publishedAt": "issued", "language": "language"}
        told |= {"title": "title", "publisher": "publisher", "sourceUrl": "source"}
        values = {name: [names.text(node, DCTERMS + of)] for name, of in told.items()}
        values["language"] = ["eng" for code in values["language"] if code == "en"]
        values["sourceUrl"] = [u for u in values["sourceUrl"] if u.startswith(("http:", "https:"))]
        yield Entity(plain(node), "Article", values | {"name": values["fileName"]})


def _event(event: Event, names: Names, known: dict[str, str]) -> Entity:
    sides = (*event.initiators, *event.targets, *event.others)
    days = {"startDate": event.begin, "endDate": event.end}
    values: Values = {
        "name": [event.label],
        "keywords": list(event.types),
        "involved": [identity(iri) for iri in sides if iri in known],
        "location": [place.label for place in event.places],
        "addressEntity": [identity(place.iri) for place in event.places if place.iri in known],
        "summary": [told.quote for told in event.told if told.stance == "Asserted"],
        "proof": [identity(told.article) for told in event.told if told.article in known],
        "notes": [_toll(names, event)],
    }
    dates = {name: [day.isoformat()] if day else [] for name, day in days.items()}
    return Entity(event.iri, "Event", values | dates)


def _toll(names: Names, event: Event) -> str:
    """The dead, in words."""
    killed = event.killed
    if killed is None:
        return ""
    victims = " and ".join(sorted(names.label(NamedNode(iri)) for iri in killed.victims))
    low, high = ("?" if n is None else str(n) for n in (killed.low, killed.high))
    return f"killed: {low} to {high}{f' ({victims})' if victims else ''}"


def _links(names: Names, known: dict[str, str]) -> Iterator[Entity]:
    for cls, (schema, ends, told, role) in _LINKS.items():
        for node in _nodes(names, cls.lower(), cls):
            tied = [plain(each) for name in told for each in names.nodes(node, kg(name))[:1]]
            if len(tied) == 2 and _fits(schema, [known.get(iri, "") for iri in tied]):
                values = {end: [identity(iri)] for end, iri in zip(ends, tied, strict=True)}
                roles = [plain(each) for each in names.values(node, kg("role"))]
                yield Entity(plain(node), schema, values | {"role": roles or [role]})


def _fits(schema: str, ends: Sequence[str]) -> bool:
    """Whether the model lets such a link tie these schemata."""
    if schema == "UnknownLink":
        return all(ends)
    bodies = ("Organization", "PublicBody")
    return ends[0] in ("Person", *bodies) and ends[1] in bodies
