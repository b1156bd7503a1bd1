"""What the store holds that a view needs, read by SPARQL over the union of its graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.vocab import ALT_LABEL, KG, PREF_LABEL, PREFIXES, TYPE, kg, local

#: Properties by which a report puts a thing into the picture. kg:source and kg:victims are
#: missing on purpose: who is only quoted or only counted is told in the evidence.
ROLES: tuple[str, ...] = (
    *("initiator", "target", "participant", "place", "destination", "concernsDeal"),
    *("backer", "backed", "controller", "controlled", "member", "group"),
    *("person", "organization", "party", "broker", "guarantor", "appliesTo"),
)

_REPORTS = "?s a kg:Report ; ?p ?o ."
_THINGS = """
    VALUES ?kind { kg:Event kg:CeasefireDeal kg:Backing kg:Control kg:Affiliation kg:Leadership }
    ?s a ?kind ; ?p ?o .
    FILTER NOT EXISTS { ?s a kg:Report }"""
_TOLLS = "?telling kg:toll ?s . ?s ?p ?o ."
_MERGES = "?event kg:mergedBecause ?s . ?s ?p ?o ."
_ARTICLES = """
    VALUES ?p { dcterms:identifier dcterms:title dcterms:issued dcterms:publisher dcterms:source }
    ?s a kg:Article ; ?p ?o ."""
# The bound end stands first: Oxigraph joins in the order written (measured: 80 times faster).
_NAMED = """
    {{ SELECT DISTINCT ?s WHERE {{
        VALUES ?role {{ {roles} }} ?report ?role ?s . FILTER(isIRI(?s)) }} }}
    VALUES ?p {{
        rdf:type skos:prefLabel skos:altLabel geo:lat geo:long owl:sameAs skos:exactMatch }}
    ?s ?p ?o ."""
_WITHIN = "VALUES ?p { kg:within } ?s ?p ?o ."
_CLASSES = """
    VALUES ?p { rdfs:subClassOf rdfs:label }
    ?s ?p ?o .
    FILTER(STRSTARTS(STR(?s), STR(kg:)))"""


@dataclass(frozen=True, slots=True)
class Resource:
    """One subject of the graph and what is said of it.

    Attributes:
        iri: the subject's IRI, or a blank node's label.
        statements: pairs of predicate IRI and value (IRI or lexical form), sorted.
    """

    iri: str
    statements: tuple[tuple[str, str], ...] = ()

    def all(self, predicate: str) -> tuple[str, ...]:
        """Every value of the predicate, sorted."""
        return tuple(value for name, value in self.statements if name == predicate)

    def one(self, predicate: str) -> str:
        """The first value of the predicate, or ""."""
        return next(iter(self.all(predicate)), "")

    @property
    def types(self) -> frozenset[str]:
        """Local names of its classes in the ontology."""
        return frozenset(local(iri) for iri in self.all(TYPE) if iri.startswith(KG))


Shelf = Mapping[str, Resource]


@dataclass(frozen=True, slots=True)
class Records:
    """The resources of a store, each shelf in the order of IRIs.

    Attributes:
        reports: every kg:Report.
        things: events, deals and relations that are not reports.
        tolls: the tolls of reports and of merged events.
        merges: why reports were taken for one event.
        articles: what is known of each article.
        named: actors, places and deals that some report or thing names.
        within: place -> the next larger place.
        classes: the ontology's classes, where the store holds them.
    """

    reports: Shelf
    things: Shelf
    tolls: Shelf
    merges: Shelf
    articles: Shelf
    named: Shelf
    within: Mapping[str, str]
    classes: Shelf

    def label(self, iri: str) -> str:
        """The preferred label, else another name, else the IRI's last part as words."""
        resource = self.named.get(iri) or self.things.get(iri) or Resource(iri)
        fallback = local(iri).replace("-", " ")
        return resource.one(PREF_LABEL) or resource.one(ALT_LABEL) or fallback


def records(store: ox.Store) -> Records:
    """Read everything a view needs, in eight queries."""
    roles = " ".join(f"kg:{role}" for role in (*ROLES, "source", "victims", "reports"))
    within = _shelf(store, _WITHIN)
    return Records(
        reports=_shelf(store, _REPORTS),
        things=_shelf(store, _THINGS),
        tolls=_shelf(store, _TOLLS),
        merges=_shelf(store, _MERGES),
        articles=_shelf(store, _ARTICLES),
        named=_shelf(store, _NAMED.format(roles=roles)),
        within={iri: place.one(kg("within")) for iri, place in within.items()},
        classes=_shelf(store, _CLASSES),
    )


def _shelf(store: ox.Store, pattern: str) -> dict[str, Resource]:
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    query = f"{prefixes}SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}"
    rows = store.query(query, use_default_graph_as_union=True)
    if not isinstance(rows, ox.QuerySolutions):
        message = "a SELECT query gives solutions"
        raise TypeError(message)
    return _grouped((row["s"].value, row["p"].value, row["o"].value) for row in rows)


def _grouped(triples: Iterable[tuple[str, str, str]]) -> dict[str, Resource]:
    statements: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for subject, predicate, value in triples:
        statements[subject].add((predicate, value))
    return {iri: Resource(iri, tuple(sorted(statements[iri]))) for iri in sorted(statements)}
