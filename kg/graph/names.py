"""What things are called and what they are, and which thing a name means."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.errors import QueryError
from kg.graph.tree import superclasses
from kg.vocab import ALT_LABEL, KG, PREF_LABEL, RDFS, TYPE, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.graph.answer import Node, Term
    from kg.graph.store import GraphHandle

#: The kinds of things that have names: the first segment of their IRIs below the base.
KINDS = ("actor", "place", "deal", "event")


_IRI = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Reads labels, classes and single values of a graph.

    Attributes:
        handle: the graph.
        parents: class IRI -> IRIs of the classes directly above it.
    """

    handle: GraphHandle
    parents: Mapping[str, frozenset[str]]

    def values(self, node: Node, predicate: str) -> list[Term]:
        """The objects of a property (IRI), in a stable order."""
        quads = self.handle.store.quads_for_pattern(node, NamedNode(predicate), None)
        return sorted({quad.object for quad in quads}, key=str)

    def text(self, node: Node, predicate: str) -> str:
        """The first value of a property as text, or ""."""
        return next((plain(found) for found in self.values(node, predicate)), "")

    def nodes(self, node: Node, predicate: str) -> list[Node]:
        """The objects of a property that are things, not literals."""
        found = self.values(node, predicate)
        return [value for value in found if not isinstance(value, Literal)]

    def label(self, node: Term) -> str:
        """The preferred label; for an event what, where and when; else the end of the IRI."""
        if isinstance(node, Literal):
            return node.value
        if isinstance(node, NamedNode):
            return self.text(node, PREF_LABEL) or self._event_label(node) or local(node.value)
        return str(node)

    def labels(self, node: Node, predicate: str) -> list[str]:
        """The labels of all values of a property, sorted."""
        return sorted(self.label(value) for value in self.values(node, predicate))

    def types(self, node: Node) -> list[str]:
        """The local names of the most special classes of kg's ontology.

        Mostly one; an event that one article calls shelling and another an air strike has two.
        kg:Report is left aside, as reports carry the class of what they report as well.
        """
        types = {plain(found) for found in self.values(node, TYPE)}
        own = {found for found in types if found.startswith(KG)} - {KG + "Report"}
        above = {parent for found in own for parent in self.parents.get(found, ())}
        return sorted(local(found) for found in own - above)

    def type_words(self, node: Node) -> str:
        """The classes of a thing as words ("Air strike", "Air strike or shelling")."""
        return " or ".join(map(spaced, self.types(node))).capitalize()

    def _event_label(self, node: NamedNode) -> str:
        if not node.value.startswith(self.handle.base + "event/"):
            return ""
        where = next(iter(self.labels(node, KG + "place")), "")
        told = [self.type_words(node), where, self.text(node, KG + "begin")]
        return ", ".join(filter(None, told))


def names_of(handle: GraphHandle) -> Names:
    """The names of a graph; classes are known from its ontology graph, else from kg's own."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for child, parent in _subclasses(handle):
        above[child].add(parent)
    return Names(handle, {child: frozenset(parents) for child, parents in above.items()})


def find(handle: GraphHandle, name: str, kinds: tuple[str, ...] = KINDS) -> list[NamedNode]:
    """The things of some kinds that a name means: an IRI, a label, or a label in other case.

    A preferred label goes before an alternative one. Several things may share a label.

    Raises:
        QueryError: if there is none; its advice names the labels that look most alike.
    """
    wanted = _by_iri(handle, name, kinds)
    if wanted is not None:
        return [wanted]
    labels: defaultdict[str, set[NamedNode]] = defaultdict(set)
    for predicate in (PREF_LABEL, ALT_LABEL):
        for label, node in _labelled(handle, predicate, kinds):
            labels[label].add(node)
        for same in (str, str.casefold):
            nodes = {n for label in labels if same(label) == same(name) for n in labels[label]}
            if nodes:
                return sorted(nodes, key=str)
    raise _unknown(name, kinds, sorted(labels))


def plain(term: Term) -> str:
    """A term without quotes, brackets and type."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def spaced(name: str) -> str:
    """The words of a class or property.

    >>> spaced("AirStrike"), spaced("concernsDeal")
    ('Air strike', 'Concerns deal')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _subclasses(handle: GraphHandle) -> Iterator[tuple[str, str]]:
    stored = list(handle.store.quads_for_pattern(None, NamedNode(RDFS + "subClassOf"), None))
    for quad in stored:
        yield plain(quad.subject), plain(quad.object)
    if not stored:
        for name, line in superclasses(resources.folder("ontology")).items():
            yield from ((kg(name), kg(above)) for above in line[1:])


def _kind(handle: GraphHandle, iri: str) -> str:
    kind, slash, _ = iri.removeprefix(handle.base).partition("/")
    return kind if slash and iri.startswith(handle.base) else ""


def _by_iri(handle: GraphHandle, name: str, kinds: tuple[str, ...]) -> NamedNode | None:
    for iri in (name, handle.base + name):
        if _kind(handle, iri) in kinds and _IRI.fullmatch(iri):
            node = NamedNode(iri)
            if next(handle.store.quads_for_pattern(node, None, None), None):
                return node
    return None


def _labelled(
    handle: GraphHandle, predicate: str, kinds: tuple[str, ...]
) -> Iterator[tuple[str, NamedNode]]:
    for quad in handle.store.quads_for_pattern(None, NamedNode(predicate), None):
        if isinstance(quad.subject, NamedNode) and _kind(handle, quad.subject.value) in kinds:
            yield plain(quad.object), quad.subject


def _unknown(name: str, kinds: tuple[str, ...], labels: list[str]) -> QueryError:
    folded = {label.casefold(): label for label in labels}
    close = difflib.get_close_matches(name.casefold(), folded, n=3, cutoff=0.7)
    advice = "did you mean " + " or ".join(folded[label] for label in close) if close else ""
    kind = " or ".join([", ".join(kinds[:-1]), kinds[-1]]) if kinds[1:] else kinds[0]
    return QueryError(f"no {kind} is called {name!r}", advice=advice)
