"""Who and what the tests of assembly tell of, and what they read off a graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyoxigraph as ox

from graph.sheets import BASE, actor, deal, place, report
from kg import vocab
from kg.graph.assemble import Assembly
from kg.graph.consolidate import Thing
from kg.model import Report, Toll

VELMARA, ILMAR = actor("Velmara", "State"), actor("Ilmar", "State")
FRONT, SHIELD = actor("Northern Front"), actor("Ostrin Shield")
OSTRIN = place("Ostrin", "AdministrativeArea")
SALIM = place("Deir Salim", parent="place/ostrin")
JIHADISTS, SOLDIERS, PEOPLE = (
    actor(name, "Population") for name in ("jihadists", "soldiers", "people")
)
TRUCE = deal("Ostrin truce")


def strike(*tolls: Toll, **given: Any) -> Report:
    """An air strike by Velmara on Deir Salim."""
    roles = {"initiator": (VELMARA,), "place": (SALIM,)}
    return report("AirStrike", roles=roles, tolls=tolls, **given)


def short(term: object) -> str:
    """An IRI or a literal's text without our base."""
    return term.value.removeprefix(BASE) if isinstance(term, ox.NamedNode | ox.Literal) else ""


def triples(quads: Sequence[ox.Quad], graph: str) -> set[tuple[object, ...]]:
    return {(q.subject, q.predicate, q.object) for q in quads if short(q.graph_name) == graph}


def tolls(assembly: Assembly, thing: Thing) -> dict[str, tuple[str, str, str]]:
    """An event's tolls: name -> least, most, and the toll it is part of."""
    found: dict[str, dict[str, str]] = {}
    for quad in assembly.quads:
        name = short(quad.subject).partition(f"{thing.iri}/toll/")[2]
        if name:
            told = found.setdefault(name, {})
            told[vocab.local(quad.predicate.value)] = vocab.local(short(quad.object))
    return {
        name: (told.get("minCount", ""), told.get("maxCount", ""), told.get("partOfToll", ""))
        for name, told in found.items()
    }


def events(assembly: Assembly) -> list[Thing]:
    return [thing for thing in assembly.things if thing.of == "Event"]
