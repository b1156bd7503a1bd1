"""Nodes: the actors, places, deals and events that some report names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.view.classes import ClassTree, class_tree, group, words
from kg.view.elements import Evidence, Fact, Kind, Node
from kg.view.evidence import strongest, toll_spans
from kg.view.records import ROLES, Records, Resource
from kg.vocab import ALT_LABEL, KG, OWL, PREF_LABEL, SKOS, WGS84, kg, local

_PLACE_ROLES = frozenset(map(kg, ("place", "destination", "controlled", "appliesTo")))
_ROLES = frozenset(map(kg, ROLES))
_DEAL_FACTS = ("agreedOn", "status", "begin", "end", "term")

Evidences = Mapping[str, Evidence]


def nodes(source: Records, told: Evidences) -> tuple[Node, ...]:
    """Every node, sorted by IRI; `told` maps report ids to evidence, in the order to show."""
    tree = class_tree(source.classes)
    kinds = _kinds(source)
    naming = _naming(source, told)
    return tuple(
        _event(source.things[iri], naming[iri], source, told, tree)
        if kinds[iri] is Kind.EVENT
        else _named(iri, kinds[iri], naming[iri], source, tree)
        for iri in sorted(kinds)
    )


def period(thing: Resource) -> str:
    """The time between the earliest and the latest day, as one string.

    >>> period(Resource("e", ((kg("begin"), "2019-05-01"), (kg("end"), "2019-05-03"))))
    '2019-05-01 to 2019-05-03'
    """
    begin, end = thing.one(kg("begin")), thing.one(kg("end"))
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    return f"since {begin}" if begin else f"until {end}" if end else ""


def _kinds(source: Records) -> dict[str, Kind]:
    """What each thing that some report names is, told by the role in which it stands."""
    kinds: dict[str, Kind] = {}
    for report in source.reports.values():
        for predicate, value in report.statements:
            if predicate == kg("reports"):
                kinds.update(_reported(value, source))
            elif predicate == kg("concernsDeal"):
                kinds[value] = Kind.DEAL
            elif predicate in _ROLES:
                kinds[value] = Kind.PLACE if predicate in _PLACE_ROLES else Kind.ACTOR
    return kinds


def _reported(iri: str, source: Records) -> dict[str, Kind]:
    types = source.things.get(iri, Resource(iri)).types
    if "Event" in types:
        return {iri: Kind.EVENT}
    return {iri: Kind.DEAL} if "CeasefireDeal" in types else {}


def _naming(source: Records, told: Evidences) -> dict[str, tuple[str, ...]]:
    """Thing -> ids of the reports that name it, in the order of the evidence."""
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for report_id in told:
        report = source.reports[report_id]
        roles = (*_ROLES, kg("reports"))
        named = {value for predicate, value in report.statements if predicate in roles}
        for iri in named:
            naming[iri].append(report_id)
    return {iri: tuple(reports) for iri, reports in naming.items()}


def _named(
    iri: str, kind: Kind, reports: tuple[str, ...], source: Records, tree: ClassTree
) -> Node:
    known = source.named.get(iri) or source.things.get(iri) or Resource(iri)
    # A deal's merged facts and its curated ones stand in two graphs, but under one IRI.
    thing = source.things.get(iri, known)
    label = source.label(iri)
    aliases = {*known.all(ALT_LABEL), *thing.all(ALT_LABEL), *known.all(PREF_LABEL)} - {label}
    return Node(
        id=iri,
        label=label,
        kind=kind,
        cls=tree.label(tree.specific(known.types, kind)),
        group=group(known.types, kind),
        aliases=tuple(sorted(aliases)),
        facts=(*_links(known), *(_deal_facts(thing, source) if kind is Kind.DEAL else ())),
        reports=reports,
    )


def _links(known: Resource) -> tuple[Fact, ...]:
    same = (*known.all(OWL + "sameAs"), *known.all(SKOS + "exactMatch"))
    facts = [Fact("Same as", iri) for iri in same]
    latitude, longitude = known.one(WGS84 + "lat"), known.one(WGS84 + "long")
    if latitude and longitude:
        facts.append(Fact("Latitude, longitude", f"{latitude}, {longitude}"))
    return tuple(facts)


def _deal_facts(deal: Resource, source: Records) -> tuple[Fact, ...]:
    facts = [
        Fact(words(name), _readable(value)) for name in _DEAL_FACTS for value in deal.all(kg(name))
    ]
    facts += [Fact("Applies to", source.label(place)) for place in deal.all(kg("appliesTo"))]
    return tuple(facts)


def _readable(value: str) -> str:
    return words(local(value)) if value.startswith(KG) else value


def _event(
    event: Resource, reports: tuple[str, ...], source: Records, told: Evidences, tree: ClassTree
) -> Node:
    cls = tree.label(tree.specific(event.types, Kind.EVENT))
    places = [source.label(place) for place in event.all(kg("place"))]
    when = period(event)
    evidence = [told[report] for report in reports]
    return Node(
        id=event.iri,
        label=", ".join(part for part in (cls, *places, when) if part),
        kind=Kind.EVENT,
        cls=cls,
        group=group(event.types, Kind.EVENT),
        facts=tuple(_event_facts(event, when, evidence, source)),
        reports=reports,
        tolls=toll_spans(evidence),
        stance=strongest(evidence),
    )


def _event_facts(
    event: Resource, when: str, evidence: Sequence[Evidence], source: Records
) -> Iterable[Fact]:
    if when:
        yield Fact("When", when)
    for name in ("initiator", "target", "participant", "place", "destination", "concernsDeal"):
        acting = {*event.all(kg("initiator")), *event.all(kg("target"))}
        for iri in event.all(kg(name)):
            if name != "participant" or iri not in acting:
                yield Fact(words(name), source.label(iri))
    stances = sorted({report.stance for report in evidence})
    if stances and stances != ["Asserted"]:
        yield Fact("Told as", ", ".join(stances).lower())
