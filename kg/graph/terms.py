"""RDF terms, made in one place."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from kg import vocab

Object = ox.NamedNode | ox.Literal

_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "date"),
    (re.compile(r"\d{4}-\d{2}"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


@lru_cache(maxsize=1024)
def kg(name: str) -> ox.NamedNode:
    """An ontology term."""
    return ox.NamedNode(vocab.kg(name))


def node(iri: str) -> ox.NamedNode:
    """Any IRI."""
    return ox.NamedNode(iri)


def integer(value: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(value), datatype=ox.NamedNode(vocab.XSD + "integer"))


def decimal(value: float) -> ox.Literal:
    """An xsd:decimal of two places, without trailing noughts (Oxigraph drops them anyway)."""
    text = f"{Decimal(str(value)).quantize(Decimal('0.01')).normalize():f}"
    return ox.Literal(text, datatype=ox.NamedNode(vocab.XSD + "decimal"))


def boolean(value: bool) -> ox.Literal:  # noqa: FBT001 - the value is the point
    """An xsd:boolean."""
    return ox.Literal("true" if value else "false", datatype=ox.NamedNode(vocab.XSD + "boolean"))


def day(value: datetime.date) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(value.isoformat(), datatype=ox.NamedNode(vocab.XSD + "date"))


def date_as_told(value: str) -> ox.Literal:
    """An xsd:date, xsd:gYearMonth or xsd:gYear, by how exact the text is.

    Raises:
        ValueError: if it is none of them.
    """
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=ox.NamedNode(vocab.XSD + datatype))
    raise ValueError(value)


@lru_cache(maxsize=1024)
def _verb(predicate: str) -> ox.NamedNode:
    return ox.NamedNode(predicate)


@dataclass(slots=True)
class Leaves:
    """Collects the quads of one named graph.

    Attributes:
        graph: the graph's IRI.
        quads: what was added, in order; duplicates are dropped by the store.
    """

    graph: ox.NamedNode
    quads: list[ox.Quad]

    def add(self, subject: ox.NamedNode, predicate: str, *objects: Object) -> None:
        """One quad for each object."""
        verb = _verb(predicate)
        self.quads.extend([ox.Quad(subject, verb, each, self.graph) for each in objects])


def leaves(graph: str) -> Leaves:
    """An empty named graph."""
    return Leaves(ox.NamedNode(graph), [])
