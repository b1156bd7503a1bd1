"""The first view: the heaviest nodes, and what connects them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.view.elements import Edge, Node

#: How many nodes may be added, as a share of the limit, because they connect others.
_CONNECTORS = 0.2


def first_view(nodes: Sequence[Node], edges: Iterable[Edge], limit: int) -> frozenset[str]:
    """Ids of the first `limit` nodes (given heaviest first) and of nodes that connect them.

    What nothing joins to anything is left for search and lists, unless nothing is joined at all.
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    joined = [node.id for node in nodes if near[node.id] - {node.id}]
    if not joined:
        return frozenset(node.id for node in nodes[:limit])
    shown = set(joined[:limit])
    return frozenset(shown | _connectors(joined[limit:], shown, near, int(limit * _CONNECTORS)))


def _connectors(
    rest: Iterable[str], shown: set[str], near: Mapping[str, set[str]], most: int
) -> set[str]:
    """The heaviest of the rest whose neighbours stand in two or more parts of what is shown."""
    part = _Parts(shown)
    for node in shown:
        for other in near[node] & shown:
            part.join(node, other)
    added: set[str] = set()
    for node in rest:
        ends = sorted(near[node] & shown)
        if len(added) < most and len({part.of(end) for end in ends}) > 1:
            added.add(node)
            for end in ends[1:]:
                part.join(ends[0], end)
    return added


class _Parts:
    """Which nodes hang together (R. Tarjan's union and find, 1975)."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self._above = {node: node for node in nodes}

    def of(self, node: str) -> str:
        while self._above[node] != node:
            self._above[node] = self._above[self._above[node]]
            node = self._above[node]
        return node

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
