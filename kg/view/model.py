"""The view model: what the page shows of a store, bounded at first, with the evidence for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.view.bound import first_view
from kg.view.communities import communities
from kg.view.elements import Edge, Happening, Kind, Node, ViewModel
from kg.view.evidence import evidence
from kg.view.fold import fold
from kg.view.narrow import ALL, Narrowing, around, happening_in, tie_in
from kg.view.nodes import things
from kg.view.records import records
from kg.view.relations import merged, relation_edges, spanned, within_edges

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.view.told import Evidence

#: Nodes in the first view; beyond some hundreds nobody reads a network.
NODE_LIMIT = 300

_ARMED_GROUPS = ("State", "ArmedForces", "ArmedGroup")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of a store, and how.

    Attributes:
        limit: nodes of the first view, without those that connect them.
        texts: identifier of an article -> its text as it was decoded, to show quotes in context.
        narrowing: which events, relations and surroundings to keep.
    """

    limit: int = NODE_LIMIT
    texts: Mapping[str, str] = field(default_factory=dict)
    narrowing: Narrowing = ALL


def view_model(store: ox.Store, wanted: Wanted | None = None) -> ViewModel:
    """What a store holds, the events folded into lines, and the reports behind all of it."""
    wanted = wanted or Wanted()
    source = records(store)
    told = {report.id: report for report in evidence(source, wanted.texts)}
    nodes, events = things(source, told)
    events = tuple(event for event in events if happening_in(event, wanted.narrowing))
    standing = [edge for edge in relation_edges(source, told) if tie_in(edge, wanted.narrowing)]
    standing += within_edges(source, nodes)
    armed = {node.id for node in nodes if node.group in _ARMED_GROUPS}
    # Curated knowledge may name actors that no report does: they are not drawn.
    known = {node.id for node in nodes}
    edges = [
        edge
        for edge in (*fold(events, armed), *merged(standing))
        if {edge.source, edge.target} <= known
    ]
    whole = ViewModel(nodes, events, tuple(sorted(edges, key=lambda edge: edge.id)))
    return _completed(around(whole, wanted.narrowing), tuple(told.values()), wanted.limit)


def _completed(view: ViewModel, told: Sequence[Evidence], limit: int) -> ViewModel:
    """The view with ranks, spans, its first part, its communities and its evidence."""
    nodes = _ranked(_spanned(view.nodes, view.happenings), view.edges)
    behind = {report for node in nodes for report in node.reports}
    behind |= {report for event in view.happenings for report in event.node.reports}
    behind |= {report for edge in view.edges for report in edge.reports}
    return replace(
        view,
        nodes=tuple(nodes),
        evidence=tuple(report for report in told if report.id in behind),
        shown=first_view(nodes, view.edges, limit),
        communities=communities(nodes, view.edges),
    )


def _spanned(nodes: Iterable[Node], events: Iterable[Happening]) -> list[Node]:
    """Nodes with the time of the events that they take part in; deals have their own."""
    spans = defaultdict(list)
    for event in events:
        for part in event.parts:
            spans[part].append(event.node.span)
    return [
        node if node.kind is Kind.DEAL else replace(node, span=spanned(spans[node.id]))
        for node in nodes
    ]


def _ranked(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[Node]:
    """Nodes by the number of their reports, then of their edges, then by label and id."""
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    return sorted(nodes, key=lambda node: (-node.weight, -degree[node.id], node.label, node.id))
