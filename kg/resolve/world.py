"""The known world: curated actors, places and deals, read from ontology/*.ttl."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError
from kg.model import Link
from kg.resolve.names import NameIndex

#: Files of curated things; the ontology itself and its shapes are not among them.
FILES = ("states.ttl", "actors.ttl", "places.ttl", "deals.ttl", "backing.ttl")
ACTOR_CLASSES = ("State", "ArmedForces", "ArmedGroup", "Organization", "Person", "Population")
#: Rule of a link to a facility told by its kind and by what holds it.
OF_A_PLACE = "facility of a place"
PLACE_CLASSES = ("Country", "AdministrativeArea", "Settlement", "Facility", "Area")


@dataclass(frozen=True, slots=True)
class Entity:
    """A curated thing.

    Attributes:
        iri: without the base: "actor/russia".
        cls: local name of its class.
        label: preferred label.
        aliases: other labels.
        metonyms: words that stand for it when it acts ("Moscow").
        demonyms: its adjectives and people ("Russian", "Russians").
        facts: property local name -> values, IRIs without the base.
    """

    iri: str
    cls: str
    label: str
    aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    demonyms: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]

    def one(self, name: str) -> str:
        """The first value of a property, "" if none."""
        return next(iter(self.facts.get(name, ())), "")

    def day(self, name: str) -> datetime.date | None:
        """A property's day, None if absent or less exact than a day."""
        try:
            return datetime.date.fromisoformat(self.one(name))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a written name may stand for.

    Attributes:
        entity: the thing.
        how: "label", "metonym" or "demonym".
        written: the name as curated.
    """

    entity: Entity
    how: str
    written: str


@dataclass(frozen=True, slots=True)
class World:
    """Curated things, found by IRI or by name.

    Attributes:
        entities: by IRI without base.
        names: labels, metonyms and demonyms, each to Meanings.
        forces: a state's IRI -> its armed forces.
        state_of: a country's IRI -> its state.
        deals_in: a country's IRI -> the ceasefire deals that apply to a place in it.
    """

    entities: Mapping[str, Entity]
    names: NameIndex
    forces: Mapping[str, Entity]
    state_of: Mapping[str, Entity]
    deals_in: Mapping[str, tuple[Entity, ...]]

    def country_of(self, iri: str) -> str:
        """The IRI of the country that holds a place, or of the actor's country; "" if unknown."""
        return _country(self.entities, iri)

    def line(self, place: Link) -> list[str]:
        """The IRIs of a place and of those that hold it, from within outwards."""
        found = [place.iri]
        above = place.parent
        while True:
            entity = self.entities.get(found[-1])
            above = entity.one("within") if entity is not None else above
            if not above or above in found:
                return found
            found.append(above)
            above = ""

    def most_exact(self, places: Iterable[Link]) -> list[Link]:
        """Each place once, without those that hold another of them."""
        told = {place.iri: place for place in places}
        holders = {holder for place in told.values() for holder in self.line(place)[1:]}
        return [place for iri, place in told.items() if iri not in holders]


def _country(entities: Mapping[str, Entity], iri: str) -> str:
    entity = entities.get(iri)
    for _ in range(8):
        if entity is None:
            return ""
        if entity.cls == "Country":
            return entity.iri
        above = entity.one("within") or entity.one("territory") or entity.one("country")
        entity = entities.get(above or entity.one("forcesOf") or entity.one("officeOf"))
    return ""


def _deals(entities: Mapping[str, Entity]) -> dict[str, tuple[Entity, ...]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities.values():
        if entity.cls == "CeasefireDeal":
            places = entity.facts.get("appliesTo", ())
            for country in dict.fromkeys(_country(entities, place) for place in places):
                found.setdefault(country, []).append(entity)
    return {country: tuple(deals) for country, deals in found.items()}


def _local(term: object, base: str) -> str:
    value = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    return value.removeprefix(base)


@lru_cache(maxsize=2)
def quads_of(folder: Path) -> dict[str, list[ox.Quad]]:
    """All curated triples, file by file, by the IRIs of their subjects.

    Raises:
        KnowledgeError: naming the file and line that is not Turtle.
    """
    found: dict[str, list[ox.Quad]] = {}
    for name in FILES:
        path = folder / name
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                found.setdefault(_local(quad.subject, ""), []).append(quad)
        except (SyntaxError, ValueError, OSError) as problem:
            raise KnowledgeError(f"not readable as Turtle: {problem}", where=str(path)) from None
    return found


@lru_cache(maxsize=4)
def load(folder: Path) -> World:
    """The known world of an ontology folder.

    Raises:
        KnowledgeError: as `quads_of`.
    """
    facts = {
        iri.removeprefix(vocab.DEFAULT_BASE): _facts(own) for iri, own in quads_of(folder).items()
    }
    entities = {iri: entity for iri, own in sorted(facts.items()) if (entity := _entity(iri, own))}
    return World(
        entities=entities,
        names=_index(entities.values()),
        forces=_forces(entities),
        state_of=_states(entities),
        deals_in=_deals(entities),
    )


def _facts(quads: Iterable[ox.Quad]) -> dict[str, list[str]]:
    """Local name of each property of a thing -> its values."""
    facts: dict[str, list[str]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        value = _local(quad.object, vocab.DEFAULT_BASE)
        told = vocab.local(value) if predicate == vocab.TYPE else value
        facts.setdefault(vocab.local(predicate), []).append(told)
    return facts


def _entity(iri: str, facts: dict[str, list[str]]) -> Entity | None:
    if "prefLabel" not in facts:
        return None
    own = {name: tuple(values) for name, values in facts.items()}
    return Entity(
        iri=iri,
        cls=own["type"][0],
        label=own["prefLabel"][0],
        aliases=own.get("altLabel", ()),
        metonyms=own.get("metonym", ()),
        demonyms=own.get("demonym", ()),
        facts=own,
    )


def _index(entities: Iterable[Entity]) -> NameIndex:
    index = NameIndex()
    for entity in entities:
        for name in (entity.label, *entity.aliases):
            index.add(name, Meaning(entity, "label", name))
        for name in entity.metonyms:
            index.add(name, Meaning(entity, "metonym", name))
        for name in entity.demonyms:
            index.add(name, Meaning(entity, "demonym", name), by_sound=False)
    return index


def _forces(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The armed forces as a whole of each state: not its police, guards or separate corps."""
    forces: dict[str, Entity] = {}
    for entity in sorted(entities.values(), key=_rank):
        state = entity.one("forcesOf")
        if state and "partOf" not in entity.facts:
            forces.setdefault(state, entity)
    return forces


def _rank(entity: Entity) -> tuple[bool, bool, str]:
    """Forces named so first, then those called an army or defence force, then the alphabet."""
    label = entity.label.lower()
    return "armed forces" not in label, "defence force" not in label, entity.iri


def _states(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    return {
        entity.one("territory"): entity
        for entity in entities.values()
        if entity.cls == "State" and "territory" in entity.facts
    }
