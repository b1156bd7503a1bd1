"""Edges: who does what to whom, who backs whom, who is bound by which deal, what lies where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.view.elements import Edge, Kind, Node, Span
from kg.view.evidence import CURATED, STANCES, add_tolls, strongest
from kg.view.happenings import span
from kg.view.told import Evidence, Fact
from kg.vocab import DCTERMS, kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.view.records import Records, Resource

#: Class of a relation -> the property at its source, the edge's name, the property at its target.
_RELATIONS: tuple[tuple[str, str, str, str], ...] = (
    ("Backing", "backer", "backs", "backed"),
    ("Control", "controller", "controls", "controlled"),
    ("Affiliation", "member", "affiliated", "group"),
    ("Leadership", "person", "leads", "organization"),
)
#: Property of a deal -> relation, and whether the edge runs from the deal to the value.
_DEAL_ROLES: tuple[tuple[str, str, bool], ...] = (
    ("party", "party", False),
    ("broker", "broker", False),
    ("guarantor", "guarantor", False),
    ("appliesTo", "applies to", True),
)


@dataclass(frozen=True, slots=True)
class _Tie:
    """One statement of a thing that becomes an edge."""

    source: str
    relation: str
    target: str
    property: str
    value: str


def relation_edges(source: Records, told: Mapping[str, Evidence]) -> list[Edge]:
    """Backing, control, affiliation, leadership and the roles in deals, one edge a statement."""
    reports = _by_thing(source, told)
    edges = []
    for thing in source.things.values():
        naming = reports.get(thing.iri, ())
        facts = () if "CeasefireDeal" in thing.types else _relation_facts(thing)
        for tie in (*_relation_ties(thing), *_deal_ties(thing)):
            edge = _edge(tie, _telling(tie, naming, source, told))
            edges.append(replace(edge, facts=facts, span=span(thing)))
    return edges


def within_edges(source: Records, nodes: Iterable[Node]) -> list[Edge]:
    """An edge from each shown place to the next larger place that is shown as well."""
    shown = {node.id for node in nodes if node.kind is Kind.PLACE}
    pairs = ((place, _larger(place, shown, source.within)) for place in sorted(shown))
    return [Edge(place, "within", larger, CURATED) for place, larger in pairs if larger]


def merged(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge for all that say the same, with their facts, reports and tolls, sorted by id.

    Edges of one relation between the same two nodes become one, under their strongest stance,
    unless they fold events: what was only planned or is denied stays beside what happened.
    """
    groups: defaultdict[tuple[str, str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        stance = edge.stance if edge.events else ""
        groups[edge.source, edge.relation, edge.target, stance].append(edge)
    return tuple(sorted((_merge(group) for group in groups.values()), key=lambda edge: edge.id))


def _merge(group: list[Edge]) -> Edge:
    stances = {edge.stance for edge in group}
    return replace(
        group[0],
        stance=next((stance for stance in STANCES if stance in stances), CURATED),
        facts=tuple(dict.fromkeys(fact for edge in group for fact in edge.facts)),
        reports=tuple(dict.fromkeys(report for edge in group for report in edge.reports)),
        tolls=add_tolls(span for edge in group for span in edge.tolls),
        events=tuple(dict.fromkeys(event for edge in group for event in edge.events)),
        span=spanned(edge.span for edge in group),
    )


def spanned(spans: Iterable[Span]) -> Span:
    """From the first to the last of these days.

    >>> spanned([Span("2019-05-02", "2019-05-02"), Span(), Span("2019-05-01")])
    Span(begin='2019-05-01', end='2019-05-02')
    """
    days = [day for each in spans for day in (each.begin, each.end) if day]
    return Span(min(days), max(days)) if days else Span()


def _edge(tie: _Tie, reports: tuple[Evidence, ...]) -> Edge:
    ids = tuple(report.id for report in reports)
    return Edge(tie.source, tie.relation, tie.target, strongest(reports), reports=ids)


def _relation_ties(thing: Resource) -> Iterator[_Tie]:
    for cls, first, relation, second in _RELATIONS:
        if cls in thing.types:
            for start in thing.all(kg(first)):
                for end in thing.all(kg(second)):
                    yield _Tie(start, relation, end, first, start)


def _deal_ties(thing: Resource) -> Iterator[_Tie]:
    if "CeasefireDeal" in thing.types:
        for name, relation, outward in _DEAL_ROLES:
            for value in thing.all(kg(name)):
                yield _tie(thing.iri, value, relation, name, outward=outward)


def _tie(thing: str, value: str, relation: str, name: str, *, outward: bool) -> _Tie:
    start, end = (thing, value) if outward else (value, thing)
    return _Tie(start, relation, end, name, value)


def _telling(
    tie: _Tie, naming: Iterable[str], source: Records, told: Mapping[str, Evidence]
) -> tuple[Evidence, ...]:
    """The reports that tell this very statement."""
    return tuple(
        told[report]
        for report in naming
        if tie.value in source.reports[report].all(kg(tie.property))
    )


def _by_thing(source: Records, told: Mapping[str, Evidence]) -> dict[str, tuple[str, ...]]:
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for report in told:
        for thing in source.reports[report].all(kg("reports")):
            naming[thing].append(report)
    return {thing: tuple(reports) for thing, reports in naming.items()}


def _relation_facts(thing: Resource) -> tuple[Fact, ...]:
    facts = [Fact("Role", role) for role in thing.all(kg("role"))]
    if thing.one(kg("former")) == "true":
        facts.append(Fact("Former", "yes"))
    if when := span(thing).text:
        facts.append(Fact("When", when))
    facts += [Fact("Source", source) for source in thing.all(DCTERMS + "source")]
    return tuple(facts)


def _larger(place: str, shown: set[str], within: Mapping[str, str]) -> str:
    passed = {place}
    larger = within.get(place, "")
    while larger and larger not in shown and larger not in passed:
        passed.add(larger)
        larger = within.get(larger, "")
    return larger if larger in shown and larger != place else ""
