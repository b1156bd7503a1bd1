"""Nodes: the actors, places, deals and events that some report names."""

from __future__ import annotations

import math
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kg.view.classes import ClassTree, class_tree, group, words
from kg.view.elements import Happening, Kind, Node, Point, Span
from kg.view.happenings import counts, happening
from kg.view.records import ROLES, Records, Resource
from kg.view.told import Evidence, Fact
from kg.vocab import ALT_LABEL, KG, OWL, PREF_LABEL, SKOS, WGS84, kg, local

_PLACE_ROLES = frozenset(map(kg, ("place", "destination", "controlled", "appliesTo")))
_ROLES = frozenset(map(kg, ROLES))
_DEAL_FACTS = ("agreedOn", "endedOn", "status", "begin", "end", "term")

Evidences = Mapping[str, Evidence]


def things(source: Records, told: Evidences) -> tuple[tuple[Node, ...], tuple[Happening, ...]]:
    """Every actor, place and deal, and every event, sorted by IRI.

    `told` maps report ids to evidence, in the order to show.
    """
    tree = class_tree(source.classes)
    kinds = _kinds(source)
    naming = _naming(source, told)
    nodes = tuple(
        _named(iri, kinds[iri], naming[iri], source, tree)
        for iri in sorted(kinds)
        if kinds[iri] is not Kind.EVENT
    )
    events = tuple(
        happening(source.things[iri], [told[report] for report in naming[iri]], source, tree)
        for iri in sorted(kinds)
        if kinds[iri] is Kind.EVENT
    )
    return nodes, events


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
    specific = tree.specific(known.types, kind)
    return Node(
        id=iri,
        label=label,
        kind=kind,
        cls=tree.label(specific),
        group=group(known.types, kind),
        type=specific,
        aliases=tuple(sorted(aliases)),
        facts=(*_links(known), *(_deal_facts(thing, source) if kind is Kind.DEAL else ())),
        reports=reports,
        span=_deal_span(thing) if kind is Kind.DEAL else Span(),
        point=_point(known),
    )


def _links(known: Resource) -> Iterator[Fact]:
    for iri in (*known.all(OWL + "sameAs"), *known.all(SKOS + "exactMatch")):
        yield Fact("Same as", iri)
    latitude, longitude = known.one(WGS84 + "lat"), known.one(WGS84 + "long")
    if latitude and longitude:
        yield Fact("Latitude, longitude", f"{latitude}, {longitude}")


def _point(known: Resource) -> Point | None:
    """Where a place is; None if that isn't told, or is nowhere on earth."""
    try:
        point = Point(float(known.one(WGS84 + "lat")), float(known.one(WGS84 + "long")))
    except ValueError:
        return None
    on_earth = math.isfinite(point.lat + point.long)
    return point if on_earth and abs(point.lat) <= 90 and abs(point.long) <= 180 else None


def _deal_span(deal: Resource) -> Span:
    begin = deal.one(kg("agreedOn")) or deal.one(kg("begin"))
    end = deal.one(kg("endedOn")) or deal.one(kg("end"))
    return Span(_days(begin)[0], _days(end)[1])


def _days(told: str) -> tuple[str, str]:
    """The first and last day of a day, month or year; two blanks for anything else.

    >>> _days("2018-09"), _days("2020-02")[1], _days("2018"), _days("soon")
    (('2018-09-01', '2018-09-30'), '2020-02-29', ('2018-01-01', '2018-12-31'), ('', ''))
    """
    parts = told.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
        if len(parts) > 2:
            day = date.fromisoformat(told).isoformat()
            return day, day
        last = date(year, month or 12, monthrange(year, month or 12)[1])
        return date(year, month or 1, 1).isoformat(), last.isoformat()
    except ValueError:
        return "", ""


def _deal_facts(deal: Resource, source: Records) -> Iterator[Fact]:
    for name in _DEAL_FACTS:
        for value in deal.all(kg(name)):
            yield Fact(words(name), words(local(value)) if value.startswith(KG) else value)
    for place in deal.all(kg("appliesTo")):
        yield Fact("Applies to", source.label(place))
    yield from counts(deal)
