"""Turtle and TriG for people and for diffs: the same graph always gives the same text.

Oxigraph's own writer follows the order of the store, which depends on how the graph was
filled; rdflib's is slow. Here subjects, properties and objects are sorted, blank nodes get
their canonical names (RDFC-1.0), and only the prefixes in use are declared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kg.vocab import PREF_LABEL, PREFIXES, RDF, TYPE, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.answer import Term

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_UNTYPED = (XSD + "string", RDF + "langString", RDF + "dirLangString")
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items() if prefix != "kgd"}
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Shortener:
    """Writes IRIs with prefixes: those of kg.vocab, and one for each kind of thing (`actor:`).

    Attributes:
        base: the IRI below which things stand, with its final slash.
    """

    base: str

    def short(self, node: NamedNode) -> str | None:
        """The prefixed name of an IRI, legal in Turtle unescaped; None if it has none.

        >>> Shortener("https://example.org/kg/id/").short(
        ...     NamedNode("https://example.org/kg/id/actor/russia"))
        'actor:russia'
        """
        cut = max(node.value.rfind("#"), node.value.rfind("/")) + 1
        prefix = self._prefix(node.value[:cut])
        name = node.value[cut:]
        return f"{prefix}:{name}" if prefix and _LOCAL.fullmatch(name) else None

    def namespace(self, prefix: str) -> str:
        """What a prefix that `short` has used stands for."""
        if prefix == "kgd":
            return self.base
        return PREFIXES.get(prefix) or f"{self.base}{prefix}/"

    def _prefix(self, namespace: str) -> str | None:
        if namespace == self.base:
            return "kgd"
        if not namespace.startswith(self.base):
            return _PREFIX_OF.get(namespace)
        kind = namespace.removeprefix(self.base)[:-1]
        return kind if re.fullmatch(r"[a-z]+", kind) and kind not in PREFIXES else None


def turtle(triples: Iterable[Triple], base: str) -> str:
    """A graph as Turtle; a triple that comes twice is written once."""
    quads = stable(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    writer = _Writer(Shortener(base))
    blocks = [writer.block(list(same), "") for _, same in groupby(quads, _subject)]
    return writer.prefixes() + "".join(f"\n{block}\n" for block in blocks)


def trig(quads: Iterable[Quad], base: str) -> str:
    """A dataset as TriG: the default graph, then each named graph in the order of its name."""
    writer = _Writer(Shortener(base))
    graphs = [writer.graph(name, list(same)) for name, same in groupby(stable(quads), _graph)]
    return writer.prefixes() + "".join(graphs)


def stable(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, with blank nodes under canonical names, in a fixed order."""
    ground: set[Quad] = set()
    floating: list[Quad] = []
    for quad in quads:
        if floats(quad.subject) or floats(quad.object) or floats(quad.graph_name):
            floating.append(quad)
        else:
            ground.add(quad)
    if floating:
        # Ground quads don't bear on the names, and leaving them out keeps large graphs fast.
        dataset = Dataset(floating)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        ground.update(dataset)
    return sorted(ground, key=_order)


def floats(term: Term | DefaultGraph) -> bool:
    """Whether a term is, or may hold, a blank node."""
    return isinstance(term, BlankNode | Triple)


def _graph(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)


def _subject(quad: Quad) -> str:
    return str(quad.subject)


def _order(quad: Quad) -> tuple[str, str, int, str, str]:
    # What a thing is and what it is called come first, as a reader wants them.
    rank = {TYPE: 0, PREF_LABEL: 1}.get(quad.predicate.value, 2)
    return _graph(quad), _subject(quad), rank, quad.predicate.value, str(quad.object)


class _Writer:
    """Writes blocks of Turtle and remembers the prefixes they need."""

    def __init__(self, shortener: Shortener) -> None:
        self._shortener = shortener
        self._used: set[str] = set()

    def prefixes(self) -> str:
        used = sorted(self._used)
        return "".join(f"@prefix {p}: <{self._shortener.namespace(p)}> .\n" for p in used)

    def graph(self, name: str, quads: list[Quad]) -> str:
        indent = "    " if name else ""
        same = (list(group) for _, group in groupby(quads, _subject))
        blocks = "\n".join(f"{self.block(block, indent)}\n" for block in same)
        node = quads[0].graph_name
        if isinstance(node, DefaultGraph):
            return f"\n{blocks}"
        return f"\n{self._term(node)} {{\n{blocks}}}\n"

    def block(self, quads: list[Quad], indent: str) -> str:
        """All statements on one subject, each line after `indent`."""
        lines = [
            self._statement(predicate, [quad.object for quad in same], indent)
            for predicate, same in groupby(quads, lambda quad: quad.predicate)
        ]
        subject = f"{indent}{self._term(quads[0].subject)}"
        return f"{subject}\n{indent}    " + f" ;\n{indent}    ".join(lines) + " ."

    def _statement(self, predicate: NamedNode, objects: list[Term], indent: str) -> str:
        verb = "a" if predicate.value == TYPE else self._term(predicate)
        terms = [self._term(term) for term in objects]
        line = f"{verb} {', '.join(terms)}"
        if len(terms) == 1 or len(line) <= _WIDTH - len(indent):
            return line
        return f"{verb}\n{indent}        " + f",\n{indent}        ".join(terms)

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            name = self._shortener.short(term)
            if name is None:
                return str(term)
            self._used.add(name.partition(":")[0])
            return name
        return self._literal(term) if isinstance(term, Literal) else str(term)

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype
        if datatype.value in _UNTYPED:
            return str(literal)
        bare = _BARE.get(datatype.value)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        return f"{Literal(literal.value)}^^{self._term(datatype)}"
