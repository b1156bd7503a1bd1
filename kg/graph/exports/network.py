"""The network of actors, places, deals and events, for Gephi, yEd, Cytoscape and networkx.

Nodes carry `label`, `class` and, where known, `begin`, `lat` and `long`; edges carry
`relation` and `count`, the number of reports that tell of it (0 for what is only curated).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
from pyoxigraph import NamedNode

from kg.graph.names import KINDS, names_of, plain
from kg.vocab import WGS84, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

#: Direct relation -> how a report tells it: the property of its subject, and of its object.
_DIRECT = {
    "backs": ("backer", "backed"),
    "controls": ("controller", "controlled"),
    "affiliatedWith": ("member", "group"),
    "leads": ("person", "organization"),
}

_Edge = tuple[str, str, str]


def network(handle: GraphHandle) -> nx.MultiDiGraph[str]:
    """The network, nodes and edges sorted; nodes are IRIs, edges have keys e0, e1 and so on.

    An edge `participant` is left out where `initiator` or `target` says more.
    """
    names = names_of(handle)
    counts = _told(names)
    edges = sorted({*_stored(handle)})
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri in sorted({iri for start, end, _ in edges for iri in (start, end)}):
        graph.add_node(iri, **_attributes(names, NamedNode(iri)))
    for number, (start, end, relation) in enumerate(edges):
        # networkx writes the key as the edge's id, and Gephi wants ids to be unique.
        count = counts[start, end, relation]
        graph.add_edge(start, end, key=f"e{number}", relation=relation, count=count)
    return graph


def _attributes(names: Names, node: NamedNode) -> dict[str, str | float]:
    found: dict[str, str | float] = {
        "label": _xml_safe(names.label(node)),
        "class": " ".join(names.types(node)),
    }
    for name, predicate in (("lat", WGS84 + "lat"), ("long", WGS84 + "long")):
        if value := names.text(node, predicate):
            found[name] = float(value)
    if begin := names.text(node, kg("begin")):
        found["begin"] = begin
    return found


def _xml_safe(text: str) -> str:
    # XML 1.0 has no way to write the last two, either.
    return "".join(max(letter, " ") for letter in text if letter not in "\ufffe\uffff")


def _stored(handle: GraphHandle) -> Iterator[_Edge]:
    """Every statement that ties two things, apart from what `participant` repeats."""
    edges = {edge for quad in handle.store if (edge := _edge(handle, quad))}
    sides = {(start, end) for start, end, name in edges if name in ("initiator", "target")}
    for start, end, name in edges:
        if name != "participant" or (start, end) not in sides:
            yield start, end, name


def _edge(handle: GraphHandle, quad: Quad) -> _Edge | None:
    ends = (quad.subject, quad.object)
    if not all(isinstance(node, NamedNode) and _is_thing(handle, node) for node in ends):
        return None
    name = local(quad.predicate.value)
    known = quad.predicate.value == kg(name)
    return (plain(quad.subject), plain(quad.object), name) if known else None


def _is_thing(handle: GraphHandle, node: NamedNode) -> bool:
    """Whether it has a name of its own; tolls stand below the event that they count for."""
    kind, _, name = node.value.removeprefix(handle.base).partition("/")
    return node.value.startswith(handle.base) and kind in KINDS and "/" not in name


def _told(names: Names) -> Counter[_Edge]:
    """How many reports tell of each edge."""
    counts: Counter[_Edge] = Counter()
    store = names.handle.store
    for told in store.quads_for_pattern(None, NamedNode(kg("reports")), None):
        of = plain(told.object)
        for quad in store.quads_for_pattern(told.subject, None, None):
            counts[of, plain(quad.object), local(quad.predicate.value)] += 1
        for relation, (subject, thing) in _DIRECT.items():
            for start in names.nodes(told.subject, kg(subject)):
                for end in names.nodes(told.subject, kg(thing)):
                    counts[plain(start), plain(end), relation] += 1
    return counts
