"""Reads what a graph tells of an article.

Values are taken in the order of the lines of an export to N-Quads, so that a store and its exports
read alike, and two readings are the same.
"""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.evaluate.dates import day_of
from kg.evaluate.naming import Spot, Thing, plain_name
from kg.evaluate.roles import ACTORS, PLACES, REPORTED
from kg.evaluate.span import Span
from kg.evaluate.terms import Terms
from kg.evaluate.told import Told, ToldArticle
from kg.evaluate.toll import Toll
from kg.graph.answer import Node, Term
from kg.graph.names import plain
from kg.graph.store import GraphHandle
from kg.graph.turtle import stable
from kg.model import Interval, Stance
from kg.vocab import ALT_LABEL, DCTERMS, KG, PREF_LABEL, TYPE, WGS84, kg, local

# Not longer: Python would take its time over a million digits.
_WHOLE = re.compile(r"([+-]?\d{1,18})(\.\d*)?")


class Facts:
    """The properties of one node, whichever graphs they stand in."""

    def __init__(self, store: Store, node: Node) -> None:
        self._values: dict[str, set[Term]] = {}
        for quad in store.quads_for_pattern(node, None, None):
            self._values.setdefault(quad.predicate.value, set()).add(quad.object)

    def values(self, predicate: str) -> list[Term]:
        """The values of a property (IRI), sorted."""
        return sorted(self._values.get(predicate, ()), key=str)

    def texts(self, predicate: str) -> list[str]:
        """The same as plain text."""
        return [plain(value) for value in self.values(predicate)]

    def text(self, predicate: str) -> str:
        """The first value as plain text, or ""."""
        return next(iter(self.texts(predicate)), "")

    def nodes(self, predicate: str) -> list[Node]:
        """The values that are nodes."""
        return [value for value in self.values(predicate) if not isinstance(value, Literal)]

    def whole(self, predicate: str) -> int | None:
        """The first value as a whole number, or None if it is none."""
        found = _WHOLE.fullmatch(self.text(predicate))
        return int(found[1]) if found else None

    def span(self, start: str, end: str) -> Span | None:
        """The offsets in two of kg's properties, or None if one is missing."""
        first, last = self.whole(kg(start)), self.whole(kg(end))
        return None if first is None or last is None else Span(first, last)

    def types(self) -> list[str]:
        """The local names of its classes in kg's ontology."""
        return [local(iri) for iri in self.texts(TYPE) if iri.startswith(KG)]


class ToldGraph:
    """Finds the articles of a graph by name."""

    def __init__(self, handle: GraphHandle, terms: Terms) -> None:
        self._store = _settled(handle)
        self.terms = terms
        self._things: dict[Node, Thing] = {}
        self._articles = {
            self._facts(node).text(DCTERMS + "identifier"): node
            for node in self._subjects(TYPE, NamedNode(kg("Article")))
        }

    def article(self, name: str) -> ToldArticle | None:
        """What is told of the article of a file's name, with its extension or without."""
        node = self._articles.get(name) or self._articles.get(name.rsplit(".", 1)[0])
        if node is None:
            return None
        told = ((each, self._facts(each)) for each in self._subjects(kg("article"), node))
        reports = (self._report(each, facts) for each, facts in told if "Report" in facts.types())
        return ToldArticle(self._facts(node).text(DCTERMS + "issued"), tuple(reports))

    def _facts(self, node: Node) -> Facts:
        return Facts(self._store, node)

    def _subjects(self, predicate: str, value: Node) -> list[Node]:
        quads = self._store.quads_for_pattern(None, NamedNode(predicate), value)
        return sorted({quad.subject for quad in quads}, key=str)

    def _report(self, node: Node, facts: Facts) -> Told:
        target = next(iter(facts.nodes(kg("reports"))), None)
        above = self._facts(target).types() if target else []
        kinds = {*facts.types(), *above}
        return Told(
            iri=plain(node),
            of=next((of for of in REPORTED[1:] if of in kinds), "Event"),
            type=self.terms.deepest(facts.types()) or self.terms.deepest(above),
            quote=facts.text(kg("quote")),
            at=facts.span("quoteStart", "quoteEnd"),
            trigger=facts.span("triggerStart", "triggerEnd"),
            thing=self._thing(target) if target else None,
            stance=local(facts.text(kg("stance"))) or Stance.ASSERTED,
            when=Interval(day_of(facts.text(kg("begin"))), day_of(facts.text(kg("end")))),
            roles={role: self._filling(facts, role) for role in (*ACTORS, *PLACES)},
            tolls=tuple(map(self._toll, facts.nodes(kg("toll")))),
            agreed=facts.text(kg("agreedOn")),
        )

    def _filling(self, facts: Facts, role: str) -> tuple[Thing, ...]:
        return tuple(map(self._thing, facts.nodes(kg(role))))

    def _toll(self, node: Node) -> Toll[Thing]:
        facts = self._facts(node)
        figures = (facts.whole(kg(name)) for name in ("count", "minCount", "maxCount"))
        count, low, high = figures
        kind = local(facts.text(kg("tollKind")))
        return Toll(kind, count, low, high, self._filling(facts, "victims"))

    def _thing(self, node: Node) -> Thing:
        if node not in self._things:
            facts = self._facts(node)
            preferred = facts.texts(PREF_LABEL)
            names = map(plain_name, (*preferred, *facts.texts(ALT_LABEL)))
            label = preferred[0] if preferred else local(plain(node))
            self._things[node] = Thing(plain(node), label, frozenset(names) - {""}, _spot(facts))
        return self._things[node]


def _spot(facts: Facts) -> Spot | None:
    try:
        return float(facts.text(WGS84 + "lat")), float(facts.text(WGS84 + "long"))
    except ValueError:
        return None


def _settled(handle: GraphHandle) -> Store:
    """A store whose blank nodes are called alike in every run; those of kg have none."""
    if handle.meta is not None or not any(map(_is_nameless, handle.store)):
        return handle.store
    store = Store()
    store.extend(stable(handle.store))
    return store


def _is_nameless(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
