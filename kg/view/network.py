"""The network as pyvis holds it: ids, names, places, colours and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.view.caption import box, symbol_size
from kg.view.layout import Position, layout
from kg.view.multilevel import spread
from kg.view.style import group_style, relation_style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.view.elements import Edge, Node, ViewModel

Look = dict[str, Any]
Places = dict[str, tuple[int, int]]

#: Up to so many nodes every one is placed with care; more are placed fast.
CAREFUL = 450


def places(view: ViewModel) -> tuple[Places, Places]:
    """Where nodes stand in the first view, and where all of them stand when all are shown."""
    if len(view.nodes) <= CAREFUL:
        careful = _careful(view.nodes, view.edges)
        return careful, careful
    shown = [node for node in view.nodes if node.id in view.shown]
    edges = [edge for edge in view.edges if {edge.source, edge.target} <= view.shown]
    ends = [(edge.source, edge.target) for edge in view.edges]
    return _careful(shown, edges), _by_id(spread([node.id for node in view.nodes], ends))


def network(view: ViewModel, base: str, first: Places) -> tuple[list[Look], list[Look], Look]:
    """The first view as vis-network takes it: nodes, edges, and its options."""
    # Imported late: it pulls in IPython, and only a page needs it.
    from pyvis.network import Network  # noqa: PLC0415 - slow to import

    holder = Network(directed=True)
    holder.toggle_physics(status=False)
    for node in view.nodes:
        if node.id in view.shown:
            holder.add_node(short_id(node.id, base), **_node_look(node, first[node.id]))
    bends = _bends(view.edges)
    for edge in view.edges:
        if {edge.source, edge.target} <= view.shown:
            ends = short_id(edge.source, base), short_id(edge.target, base)
            holder.add_edge(*ends, id=short_id(edge.id, base), **_edge_look(edge, bends))
    nodes, edges, *_ = holder.get_network_data()
    return nodes, edges, {"physics": holder.options.physics.enabled}


def short_id(iri: str, base: str) -> str:
    """The id without the base, wherever it stands in it (ids of edges hold two IRIs).

    >>> short_id("https://a.org/actor/x backs https://a.org/actor/y Denied", "https://a.org/")
    'actor/x backs actor/y Denied'
    """
    return " ".join(part.removeprefix(base) for part in iri.split(" "))


def _careful(nodes: Sequence[Node], edges: Sequence[Edge]) -> Places:
    ends = [(edge.source, edge.target) for edge in edges]
    return _by_id(layout([box(node) for node in nodes], ends))


def _by_id(positions: Sequence[Position]) -> Places:
    return {place.id: (place.x, place.y) for place in positions}


def _node_look(node: Node, place: tuple[int, int]) -> Look:
    style = group_style(node.group)
    return {
        "label": node.label,
        "shape": style.shape,
        "color": style.colour,
        "size": symbol_size(node),
        "x": place[0],
        "y": place[1],
    }


def _edge_look(edge: Edge, bends: Mapping[str, float]) -> Look:
    style = relation_style(edge.relation)
    return {
        "color": style.colour,
        "dashes": list(style.dashes) or False,
        "width": style.width,
        "arrows": "to" if style.arrow else "",
        "bend": bends[edge.id],
    }


def _bends(edges: Sequence[Edge]) -> dict[str, float]:
    """How far each edge bends, so that edges between the same two nodes lie apart.

    The sign tells the side as seen along the edge, so an edge that runs the other way has it
    turned round.
    """
    pairs: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        ends = min(edge.source, edge.target), max(edge.source, edge.target)
        pairs.setdefault(ends, []).append(edge)
    bends: dict[str, float] = {}
    for (lesser, _), parallel in pairs.items():
        for index, edge in enumerate(parallel):
            offset = 0.16 * (index - (len(parallel) - 1) / 2)
            bends[edge.id] = round(offset if edge.source == lesser else -offset, 3)
    return bends
