"""Communities: groups of nodes with more edges among themselves than to others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.view.elements import Edge, Node

_SEED = 7


def communities(nodes: Sequence[Node], edges: Iterable[Edge]) -> dict[str, int]:
    """Node -> number of its community, the largest being 0; nodes without edges have none.

    By the Louvain method (V. Blondel and others, 2008), weighted by reports and events.
    """
    ids = sorted(node.id for node in nodes)
    number = {node: index for index, node in enumerate(ids)}
    weights: Counter[tuple[int, int]] = Counter()
    for edge in edges:
        ends = sorted((number[edge.source], number[edge.target]))
        if ends[0] != ends[1]:
            weights[ends[0], ends[1]] += max(edge.weight, 1)
    # Numbers instead of IRIs: sets of texts have another order on every run.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()))
    found = nx.community.louvain_communities(graph, seed=_SEED) if weights else []
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return {ids[node]: index for index, group in enumerate(ordered) for node in sorted(group)}
