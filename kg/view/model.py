"""The view model: what the page shows of a store, bounded, with the evidence for each part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.view.elements import Edge, Evidence, Kind, Node, Omission, ViewModel
from kg.view.evidence import evidence
from kg.view.fold import fold, happenings
from kg.view.nodes import nodes
from kg.view.records import Records, records
from kg.view.relations import event_edges, merged, relation_edges, within_edges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyoxigraph as ox

#: Nodes in the default view; beyond some hundreds nobody reads a network.
NODE_LIMIT = 300
#: More events than this are folded into lines between those who took part.
FOLD_ABOVE = 120

_ARMED_GROUPS = ("State", "ArmedForces", "ArmedGroup")


@dataclass(frozen=True, slots=True)
class _Whole:
    """The unbounded view."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    folded: int = 0
    lonely: int = 0


def view_model(
    store: ox.Store, *, limit: int = NODE_LIMIT, fold_above: int = FOLD_ABOVE
) -> ViewModel:
    """The `limit` nodes that most reports name, what joins them, and the reports behind both.

    More events than `fold_above` are drawn as lines between those who took part.
    """
    source = records(store)
    told = {report.id: report for report in evidence(source)}
    whole = _whole(source, told, fold_above)
    return _bounded(whole, tuple(told.values()), limit)


def _whole(source: Records, told: dict[str, Evidence], fold_above: int) -> _Whole:
    everything = nodes(source, told)
    events = [node for node in everything if node.kind is Kind.EVENT]
    others = [node for node in everything if node.kind is not Kind.EVENT]
    happening = event_edges(source, told, events)
    standing = [*relation_edges(source, told), *within_edges(source, others)]
    if len(events) <= fold_above:
        return _Whole(everything, merged([*happening, *standing]))
    armed = {node.id for node in others if node.group in _ARMED_GROUPS}
    folded = fold(happenings(events, happening, source.things), armed)
    edges = merged([*folded.edges, *standing])
    return _Whole(others, edges, folded=len(events), lonely=folded.lonely)


def _bounded(whole: _Whole, told: Iterable[Evidence], limit: int) -> ViewModel:
    # Curated knowledge may name actors that no report does: they are not drawn.
    known = {node.id for node in whole.nodes}
    edges = [edge for edge in whole.edges if {edge.source, edge.target} <= known]
    ranked = _ranked(whole.nodes, edges)
    kept = {node.id for node in ranked[:limit]}
    shown = [edge for edge in edges if {edge.source, edge.target} <= kept]
    behind = {report for node in ranked[:limit] for report in node.reports}
    behind |= {report for edge in shown for report in edge.reports}
    return ViewModel(
        nodes=tuple(ranked[:limit]),
        edges=tuple(shown),
        evidence=tuple(report for report in told if report.id in behind),
        omitted=Omission(
            nodes=len(ranked) - len(kept),
            edges=len(edges) - len(shown),
            folded=whole.folded,
            lonely=whole.lonely,
        ),
    )


def _ranked(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[Node]:
    """Nodes by the number of their reports, then of their edges, then by label and id."""
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    return sorted(nodes, key=lambda node: (-node.weight, -degree[node.id], node.label, node.id))
