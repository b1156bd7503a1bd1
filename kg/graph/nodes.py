"""What a graph says, subject by subject."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab


@dataclass(frozen=True, slots=True)
class Node:
    """What is said of one subject: predicate -> its quads."""

    told: dict[str, list[ox.Quad]]

    def types(self) -> list[str]:
        """IRIs of its classes."""
        return self.all(vocab.TYPE)

    def all(self, predicate: str) -> list[str]:
        """The values of a property, by its whole IRI."""
        return [text_of(quad.object) for quad in self.told.get(predicate, ())]

    def one(self, name: str) -> str:
        """The value of a property that must be there."""
        return text_of(self.told[vocab.kg(name)][0].object)

    def get(self, name: str, namespace: str = vocab.KG) -> str:
        """The value of a property, "" if there is none."""
        quads = self.told.get(namespace + name)
        return text_of(quads[0].object) if quads else ""

    def number(self, name: str) -> int | None:
        """The value of a property that is an integer, None if there is none."""
        text = self.get(name)
        return int(text) if text else None

    def day(self, name: str, namespace: str = vocab.KG) -> datetime.date | None:
        """The value of a property that is a day, None if there is none."""
        text = self.get(name, namespace)
        return datetime.date.fromisoformat(text) if text else None


def text_of(term: object) -> str:
    """The characters of a term: an IRI, a literal's text."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def nodes_of(quads: Iterable[ox.Quad]) -> dict[str, Node]:
    """The quads of a graph by their subjects."""
    nodes: dict[str, Node] = {}
    for quad in quads:
        subject = text_of(quad.subject)
        node = nodes.get(subject)
        if node is None:
            node = nodes[subject] = Node({})
        node.told.setdefault(quad.predicate.value, []).append(quad)
    return nodes


def numbered(iris: Iterable[str]) -> list[str]:
    """IRIs that end in numbers, in their order."""
    return sorted(iris, key=lambda iri: (int(iri.rpartition("/")[2]), iri))
