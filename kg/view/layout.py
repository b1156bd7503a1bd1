"""Where each node stands: computed once, in Python, the same on every run.

Each connected part is laid out by networkx's spring embedder (T. Fruchterman and E. Reingold,
1991), then its distances are made true by stress majorisation (E. Gansner, Y. Koren and S. North,
2004), then labels are pushed apart, then the parts are set in rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.overlap import separated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Points = NDArray[np.float64]

_SEED = 7
# Above this networkx's spring embedder asks for scipy, which kg does not need otherwise.
_SPRING_LIMIT = 450
_SPRING_STEPS = 60
_STRESS_STEPS = 80
#: Length of an edge between two leaves, in pixels; hubs get more room.
_EDGE_LENGTH = 115.0
#: Between parts that nothing joins, across and down: wider than an edge, or they would read as one.
_GAP = (150.0, 80.0)
#: Width over height of the whole picture, about that of a laptop's canvas.
_ASPECT = 1.65


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its label, in pixels about the middle of its symbol.

    Attributes:
        id: the node's id.
        width: of symbol and label, centred.
        above: from the middle to the upper rim.
        below: from the middle to the lower rim.
    """

    id: str
    width: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Position:
    """Where the middle of a node's symbol stands, in pixels; y grows downwards."""

    id: str
    x: int
    y: int


def layout(boxes: Iterable[Box], edges: Iterable[tuple[str, str]]) -> tuple[Position, ...]:
    """A place for each box, sorted by id; no two boxes overlap."""
    by_id = {box.id: box for box in sorted(boxes, key=lambda box: box.id)}
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(by_id)
    graph.add_edges_from(pairs)
    parts = connected(by_id, pairs)
    islands = [_island(graph, [by_id[node] for node in part]) for part in parts]
    return tuple(sorted(_packed(islands), key=lambda position: position.id))


def connected(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected parts of a graph, the largest first; ids in each sorted."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(pairs)
    return sorted((sorted(part) for part in nx.connected_components(graph)), key=_size_first)


@dataclass(frozen=True, slots=True)
class _Island:
    """A connected part whose upper left corner is at 0, 0."""

    positions: tuple[Position, ...]
    width: float
    height: float


def _size_first(part: Sequence[str]) -> tuple[int, str]:
    return -len(part), part[0]


def _island(graph: nx.Graph[str], boxes: Sequence[Box]) -> _Island:
    sizes = np.array([(box.width, box.above + box.below) for box in boxes])
    shift = np.array([(0.0, (box.below - box.above) / 2) for box in boxes])
    centres = separated(_embedded(graph, [box.id for box in boxes]) + shift, sizes)
    corner = (centres - sizes / 2).min(axis=0)
    extent = (centres + sizes / 2).max(axis=0) - corner
    places = np.rint(centres - shift - corner).astype(int)
    positions = tuple(
        Position(box.id, int(x), int(y)) for box, (x, y) in zip(boxes, places, strict=True)
    )
    return _Island(positions, float(extent[0]), float(extent[1]))


def _embedded(graph: nx.Graph[str], ids: Sequence[str]) -> Points:
    """The middle of each symbol, before labels are pushed apart."""
    if len(ids) == 1:
        return np.zeros((1, 2))
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(ids)
    part.add_edges_from(sorted(graph.subgraph(ids).edges))
    start = nx.circular_layout(part)
    if len(ids) <= _SPRING_LIMIT:
        start = nx.spring_layout(part, pos=start, iterations=_SPRING_STEPS, seed=_SEED)
    points = np.array([start[node] for node in ids], dtype=np.float64)
    points = _majorised(points * _EDGE_LENGTH, _distances(part, ids))
    stretched: Points = _turned(points) * np.array([1.2, 0.9])
    return stretched


def _distances(part: nx.Graph[str], ids: Sequence[str]) -> Points:
    """Length of the shortest way between any two nodes, in pixels."""
    for first, second, ends in part.edges(data=True):
        crowd = part.degree(first) + part.degree(second)
        ends["length"] = _EDGE_LENGTH * (0.75 + 0.12 * crowd**0.5)
    lengths = dict(nx.all_pairs_dijkstra_path_length(part, weight="length"))
    rows = [[lengths[first][second] for second in ids] for first in ids]
    return np.array(rows, dtype=np.float64)


def _majorised(points: Points, wanted: Points) -> Points:
    """Stress majorisation with the weights 1/d², in its local form (each node in turn)."""
    with np.errstate(divide="ignore"):
        weights = np.where(wanted > 0, 1.0 / np.square(wanted), 0.0)
    total = weights.sum(axis=1)
    for _ in range(_STRESS_STEPS):
        for node in range(len(points)):
            away = points[node] - points
            length = np.maximum(np.sqrt(np.square(away).sum(axis=1)), 1e-6)
            goal = points + away * (wanted[node] / length)[:, None]
            points[node] = (weights[node][:, None] * goal).sum(axis=0) / total[node]
    return points


def _turned(points: Points) -> Points:
    """The same picture turned so that its longest extent lies level."""
    centred = points - points.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned: Points = centred @ turn
    return turned


def _packed(islands: Sequence[_Island]) -> Iterable[Position]:
    """The islands, as given, in rows of columns, in a frame of about the wanted aspect.

    What is lower than its row has others below it as long as they fit there.
    """
    across, down = _GAP
    area = sum((island.width + across) * (island.height + down) for island in islands)
    limit = max([(area * _ASPECT) ** 0.5, *(island.width for island in islands)])
    left, top, wide, used, tallest = 0.0, 0.0, 0.0, 0.0, 0.0
    for island in islands:
        if used + island.height > tallest or left + island.width > limit:
            left, used, wide = left + wide + across * bool(wide), 0.0, 0.0
            if left + island.width > limit:
                left, top, tallest = 0.0, top + tallest + down, 0.0
        for place in island.positions:
            yield Position(place.id, place.x + round(left), place.y + round(top + used))
        wide, used = max(wide, island.width), used + island.height + down
        tallest = max(tallest, used - down)
