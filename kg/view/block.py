"""The JSON block of the page: things, events, relations, evidence, and how they look.

Everything points to other things by position, so that a large graph stays a small file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kg.view.caption import symbol_size
from kg.view.classes import words
from kg.view.elements import Edge, Happening, Node, Span, ViewModel
from kg.view.evidence import figure_text, span_text
from kg.view.network import network, places, short_id
from kg.view.style import GROUPS, RELATIONS, relation_style
from kg.view.told import Evidence, Fact, TollSpan
from kg.vocab import KG

Block = dict[str, Any]


def block(view: ViewModel, base: str, context: Block) -> Block:
    """All that the page's scripts read, with what `context` adds.

    Keys: `network` (the first view, as pyvis holds it), `things`, `events`, `ties` (relations;
    folded events name theirs), `evidence`, `articles`, `groups` and `relations` (their looks).
    web/types.js says what stands in each entry.
    """
    first, whole = places(view)
    nodes, edges, options = network(view, base, first)
    reports = {report.id: index for index, report in enumerate(view.evidence)}
    number = {node.id: index for index, node in enumerate(view.nodes)}
    happened = {event.node.id: index for index, event in enumerate(view.happenings)}
    maker = _Maker(base, reports, number, happened, view)
    articles = {report.article: report for report in view.evidence}
    spots = {article: index for index, article in enumerate(articles)}
    return {
        "base": base,
        "ontology": KG,
        "network": {"nodes": nodes, "edges": edges, "options": options},
        "things": [maker.thing(node, whole[node.id]) for node in view.nodes],
        "events": [maker.event(event) for event in view.happenings],
        "ties": [maker.tie(edge) for edge in view.edges],
        "evidence": [_evidence(report, spots[report.article]) for report in view.evidence],
        "articles": [_article(report) for report in articles.values()],
        "groups": [_look(asdict(style)) for style in GROUPS],
        "relations": _relations(view),
        **context,
    }


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes entries that point to others by position; what is empty is left out."""

    base: str
    reports: Mapping[str, int]
    number: Mapping[str, int]
    happened: Mapping[str, int]
    view: ViewModel

    def _known(self, node: Node) -> Block:
        """What is told of things and of events alike."""
        return {
            "id": short_id(node.id, self.base),
            "label": node.label,
            "cls": node.cls,
            "group": node.group,
            "type": node.type,
            "facts": _facts(node.facts),
            "told": self._told(node.reports),
            **_days(node.span),
        }

    def thing(self, node: Node, place: tuple[int, int]) -> Block:
        point = [node.point.lat, node.point.long] if node.point else None
        return _filled(
            {
                **self._known(node),
                "also": list(node.aliases),
                "point": point,
                "x": place[0],
                "y": place[1],
                "size": symbol_size(node),
                "shown": node.id in self.view.shown,
                "community": self.view.communities.get(node.id),
            }
        )

    def event(self, event: Happening) -> Block:
        node = event.node
        return _filled(
            {
                **self._known(node),
                "stance": node.stance,
                "tolls": [_toll(toll) for toll in node.tolls],
                "by": self._numbers(event.initiators),
                "on": self._numbers(event.targets),
                "with": self._numbers(event.others),
                "at": self._numbers(event.places),
                "to": self._numbers(event.destinations),
                "deals": self._numbers(event.deals),
                "violent": event.violent,
            }
        )

    def tie(self, edge: Edge) -> Block:
        return _filled(
            {
                "from": self.number[edge.source],
                "to": self.number[edge.target],
                "kind": relation_style(edge.relation).name,
                "stance": edge.stance,
                "facts": _facts(edge.facts),
                "told": [] if edge.events else self._told(edge.reports),
                "events": [self.happened[event] for event in edge.events],
                **_days(Span() if edge.events else edge.span),
            }
        )

    def _told(self, reports: Iterable[str]) -> list[int]:
        return [self.reports[report] for report in reports]

    def _numbers(self, ids: Iterable[str]) -> list[int]:
        return [self.number[each] for each in ids if each in self.number]


def _filled(entry: Block) -> Block:
    # By identity: nought is a place, and no empty value.
    return {
        name: value
        for name, value in entry.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _days(span: Span) -> Block:
    return {"begin": span.begin, "end": span.end}


def _facts(facts: Sequence[Fact]) -> list[list[str]]:
    return [[fact.name, fact.value] for fact in facts]


def _toll(toll: TollSpan) -> Block:
    return _filled(
        {
            "kind": words(toll.kind),
            "text": span_text(toll),
            "low": toll.low,
            "high": toll.high,
            "open": toll.unbounded,
            "disputed": toll.disputed,
            "best": toll.best,
        }
    )


def _evidence(report: Evidence, article: int) -> Block:
    figures = [
        [words(figure.kind), figure_text(figure), figure.partial] for figure in report.figures
    ]
    told = {
        "speaker": report.speaker,
        "confidence": report.confidence,
        "when": report.when,
        "figures": figures,
        "before": report.before,
        "after": report.after,
    }
    return {"quote": report.quote, "article": article, "stance": report.stance, **_filled(told)}


def _article(report: Evidence) -> Block:
    return _filled(
        {
            "title": report.title,
            "publisher": report.publisher,
            "issued": report.issued,
            "url": report.url,
        }
    )


def _look(style: Block) -> Block:
    return {**style, "color": style.pop("colour")}


def _relations(view: ViewModel) -> list[Block]:
    """The looks of all relations, with those that only this graph has."""
    known = {style.name for style in RELATIONS}
    others = sorted({edge.relation for edge in view.edges} - known)
    return [_look(asdict(style)) for style in (*RELATIONS, *map(relation_style, others))]
