"""The network as GraphML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.graph.exports.network import network

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle


def graphml(handle: GraphHandle) -> str:
    """The network as GraphML, nodes and edges sorted."""
    return "\n".join(nx.generate_graphml(network(handle), named_key_ids=True)) + "\n"
