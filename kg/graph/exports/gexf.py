"""The network as GEXF, Gephi's own format; events with known days stand on its timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import networkx as nx

from kg.graph.exports.events import events
from kg.graph.exports.network import network

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle

_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
# networkx notes its version and today's date, which would change the bytes.
_META = re.compile(r"<meta\b.*?</meta>", re.DOTALL)


def gexf(handle: GraphHandle) -> str:
    """The network as GEXF 1.2, nodes and edges sorted."""
    graph = network(handle)
    for event in events(handle):
        if event.days and event.iri in graph:
            begin, end = event.days
            graph.nodes[event.iri].update(start=begin.isoformat(), end=end.isoformat())
    for _, _, key, edge in graph.edges(keys=True, data=True):
        edge.update(id=key, label=edge["relation"])
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    return _HEAD + _META.sub("<meta><creator>kg</creator></meta>", text, count=1) + "\n"
