"""The JSON block of the page: the network, the evidence, the legend."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.view.classes import words
from kg.view.evidence import figure_text, span_text
from kg.view.network import network, short_id
from kg.view.sentences import edge_title
from kg.view.style import GROUPS, RELATIONS, group_style, relation_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.view.elements import Edge, Evidence, Fact, Node, TollSpan, ViewModel

Block = dict[str, Any]

#: A line of two hundred folded events lists the first of them; its reports are all there.
_FACTS = 25


def block(view: ViewModel, base: str) -> Block:
    """All that the page's scripts read.

    Keys: `nodes` and `edges` (see `network`); `details`, id -> what the panel shows;
    `evidence`, to which details point by position; `articles`, to which evidence points by
    position; `groups` and `relations`, the legend. Empty fields of evidence are left out.
    """
    labels = {node.id: node.label for node in view.nodes}
    position = {report.id: index for index, report in enumerate(view.evidence)}
    first = {report.article: report for report in view.evidence}
    articles = {article: index for index, article in enumerate(first)}
    details = {short_id(node.id, base): _node_detail(node, position) for node in view.nodes}
    details |= {short_id(e.id, base): _edge_detail(e, labels, position) for e in view.edges}
    nodes, edges = network(view, base)
    return {
        "nodes": nodes,
        "edges": edges,
        "details": details,
        "evidence": [_evidence(report, articles[report.article]) for report in view.evidence],
        "articles": [_article(report) for report in first.values()],
        "groups": _groups(view.nodes),
        "relations": _relations(view.edges),
    }


def _node_detail(node: Node, position: Mapping[str, int]) -> Block:
    return {
        "title": node.label,
        "cls": node.cls,
        "aliases": list(node.aliases),
        "compare": bool(node.tolls),
        **_common(node.facts, node.tolls, node.reports, position),
    }


def _edge_detail(edge: Edge, labels: Mapping[str, str], position: Mapping[str, int]) -> Block:
    label = relation_style(edge.relation).label
    stance = "Curated knowledge" if edge.stance == "Curated" else edge.stance
    return {
        "title": edge_title(edge, labels),
        "cls": f"{label[:1].upper()}{label[1:]} · {stance}",
        "aliases": [],
        # Figures of several events side by side would look like a quarrel that is none.
        "compare": edge.events == 1,
        **_common(edge.facts, edge.tolls, edge.reports, position),
    }


def _common(
    facts: Sequence[Fact],
    tolls: Iterable[TollSpan],
    reports: Iterable[str],
    position: Mapping[str, int],
) -> Block:
    lines = [[fact.name, fact.value] for fact in islice(facts, _FACTS)]
    if len(facts) > _FACTS:
        lines.append(["", f"and {len(facts) - _FACTS:,} more"])
    return {
        "facts": lines,
        "tolls": [[words(span.kind), span_text(span), span.disputed] for span in tolls],
        "reports": [position[report] for report in reports],
    }


def _evidence(report: Evidence, article: int) -> Block:
    figures = [
        [words(figure.kind), figure_text(figure), figure.partial] for figure in report.figures
    ]
    told = {
        "speaker": report.speaker,
        "confidence": report.confidence,
        "when": report.when,
        "figures": figures,
    }
    filled = {name: value for name, value in told.items() if value}
    return {"quote": report.quote, "article": article, "stance": report.stance, **filled}


def _article(report: Evidence) -> Block:
    return {
        "title": report.title,
        "publisher": report.publisher,
        "issued": report.issued,
        "url": report.url,
    }


def _groups(nodes: Iterable[Node]) -> list[Block]:
    counts = Counter(group_style(node.group).name for node in nodes)
    return [
        {
            "name": style.name,
            "label": style.label,
            "shape": style.shape,
            "color": style.colour,
            "count": counts[style.name],
        }
        for style in GROUPS
        if counts[style.name]
    ]


def _relations(edges: Iterable[Edge]) -> list[Block]:
    counts = Counter(relation_style(edge.relation).name for edge in edges)
    return [
        {
            "name": style.name,
            "label": style.label,
            "color": style.colour,
            "dashes": list(style.dashes),
            "width": style.width,
            "arrow": style.arrow,
            "count": counts[style.name],
        }
        for style in RELATIONS
        if counts[style.name]
    ]
