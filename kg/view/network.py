"""The network as pyvis holds it: ids, captions, places, colours and shapes."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kg.view.caption import FONT_SIZE, box, caption, symbol_size
from kg.view.elements import Kind
from kg.view.layout import layout
from kg.view.style import group_style, relation_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.view.elements import Edge, Node, ViewModel

Look = dict[str, Any]

#: In a view of more nodes than fit at full size, the heaviest keep captions that can be read.
_CROWD = 70
_LEADERS = 24
_DOUBTFUL = frozenset({"Denied", "Planned", "Alleged"})


def network(view: ViewModel, base: str) -> tuple[list[Look], list[Look]]:
    """Nodes and edges as vis-network takes them, each with our own `kind` (group or relation)."""
    # Imported late: it pulls in IPython, and only a page needs it.
    from pyvis.network import Network  # noqa: PLC0415 - slow to import

    holder = Network(directed=True)
    holder.toggle_physics(status=False)
    for node, look in _node_looks(view):
        holder.add_node(short_id(node.id, base), label=caption(node.label), **look)
    bends = _bends(view.edges)
    for edge in view.edges:
        ends = short_id(edge.source, base), short_id(edge.target, base)
        look = _edge_look(edge, bends[edge.id])
        holder.add_edge(*ends, id=short_id(edge.id, base), **look)
    nodes, edges, *_ = holder.get_network_data()
    return nodes, edges


def short_id(iri: str, base: str) -> str:
    """The id without the base, wherever it stands in it (ids of edges hold two IRIs).

    >>> short_id("https://a.org/actor/x backs https://a.org/actor/y Denied", "https://a.org/")
    'actor/x backs actor/y Denied'
    """
    return " ".join(part.removeprefix(base) for part in iri.split(" "))


def _node_looks(view: ViewModel) -> Iterator[tuple[Node, Look]]:
    fonts = {node.id: _font(node, rank, len(view.nodes)) for rank, node in enumerate(view.nodes)}
    boxes = [box(node, fonts[node.id]) for node in view.nodes]
    places = {
        place.id: place
        for place in layout(boxes, [(edge.source, edge.target) for edge in view.edges])
    }
    for node in view.nodes:
        style, place = group_style(node.group), places[node.id]
        yield (
            node,
            {
                "kind": style.name,
                "shape": style.shape,
                "color": style.colour,
                "size": symbol_size(node),
                "font": {"size": fonts[node.id]},
                "x": place.x,
                "y": place.y,
            },
        )


def _font(node: Node, rank: int, nodes: int) -> int:
    """Height of a caption in pixels."""
    if node.kind is Kind.EVENT:
        # Events are many and actors few: smaller letters keep the actors in front.
        return FONT_SIZE - 2
    if nodes > _CROWD and rank < _LEADERS:
        return round(min(FONT_SIZE * math.sqrt(nodes / _CROWD), 2 * FONT_SIZE))
    return FONT_SIZE


def _edge_look(edge: Edge, bend: float) -> Look:
    style = relation_style(edge.relation)
    # What no article plainly asserts is drawn thin and broken, whatever its relation.
    doubtful = edge.stance in _DOUBTFUL
    dashes = [3, 5] if doubtful else list(style.dashes)
    width = 1.0 if doubtful else min(style.width + 0.6 * (math.sqrt(max(edge.weight, 1)) - 1), 9)
    curve = {"type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
    return {
        "kind": style.name,
        "color": style.colour,
        "dashes": dashes or False,
        "width": round(width, 2),
        "arrows": "to" if style.arrow else "",
        "smooth": curve if bend else False,
    }


def _bends(edges: Iterable[Edge]) -> dict[str, float]:
    """How far each edge bends, so that edges between the same two nodes lie apart.

    The sign tells the side as seen along the edge, so an edge that runs the other way has it
    turned round.
    """
    pairs: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    bends: dict[str, float] = {}
    for (lesser, _), parallel in pairs.items():
        for index, edge in enumerate(parallel):
            offset = 0.16 * (index - (len(parallel) - 1) / 2)
            bends[edge.id] = round(offset if edge.source == lesser else -offset, 3)
    return bends
