"""One thing merged alone, and what its quads say."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from graph.sheets import BASE, CLASSES, actor, place, sheet
from kg import vocab
from kg.graph.consolidate import Thing
from kg.graph.happenings import Told
from kg.graph.quads import Sheet
from kg.graph.terms import leaves
from kg.graph.things import Merger
from kg.graph.turtle import trig
from kg.model import Report

FRONT, VELMARA, ILMAR = actor("Northern Front"), actor("Velmara", "State"), actor("Ilmar", "State")
PEOPLE, CHILDREN = actor("people", "Population"), actor("children", "Population")
SALIM = place("Deir Salim")
HEAD = """
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix deal: <https://example.org/kg/id/deal/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix place: <https://example.org/kg/id/place/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://example.org/kg/id/> .
"""


def merge(
    thing: str,
    of: str,
    *articles: Sequence[Report],
    known: frozenset[tuple[str, str, str]] = frozenset(),
) -> list[ox.Quad]:
    """The quads of one thing of which each article gives some reports."""
    sheets: list[Sheet] = [sheet("abc"[n], *told) for n, told in enumerate(articles)]
    told = tuple(
        Told(n, i, each) for n, one in enumerate(sheets) for i, each in enumerate(one.reports)
    )
    graph = leaves(BASE + vocab.CONSOLIDATED)
    Merger(graph, sheets, CLASSES, BASE, known).add(Thing(thing, of, told))
    return graph.quads


def same(found: list[ox.Quad], turtle: str) -> bool:
    """Whether the quads are exactly those of a Turtle text, all in the consolidated graph."""
    graph = ox.NamedNode(BASE + vocab.CONSOLIDATED)
    parsed = ox.parse(HEAD + turtle, format=ox.RdfFormat.TURTLE)
    expected = [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parsed]
    assert trig(found, BASE) == trig(expected, BASE)
    return True


def values(found: list[ox.Quad], name: str) -> list[str]:
    return sorted(last(q.object) for q in found if vocab.local(q.predicate.value) == name)


def last(term: object) -> str:
    return vocab.local(term.value) if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
