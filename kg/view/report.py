"""The report page of an actor, a place, a deal or an event: one page to read and to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.view.bundle import WEB
from kg.view.classes import words
from kg.view.elements import Edge, Happening, Kind, Node, ViewModel
from kg.view.evidence import figure_text, span_text
from kg.view.model import view_model
from kg.view.style import relation_style
from kg.view.told import Evidence, TollSpan
from kg.web.pages import offline_page

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.view.model import Wanted

_DOUBTS = {"Denied": " (denied)", "Alleged": " (alleged)", "Planned": " (planned)"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: when, what, what is made of it, at what cost."""

    when: str
    text: str
    stance: str
    killed: str = ""
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What each voice tells of one kind of toll: pairs of voice and figure."""

    kind: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page tells of one thing."""

    node: Node
    tolls: tuple[tuple[str, str], ...]
    figures: tuple[Figures, ...]
    relations: tuple[Line, ...]
    events: tuple[Line, ...]
    evidence: tuple[Evidence, ...]


def report_page(
    store: ox.Store, iris: Sequence[str], base: str, wanted: Wanted | None = None
) -> str:
    """The page about the things with these IRIs, which the store holds."""
    view = view_model(store, wanted)
    subjects = [subject(view, iri) for iri in iris if iri in _ids(view)]
    title = subjects[0].node.label if subjects else "Nothing is reported"
    return offline_page(
        WEB / "report.html", ["report.css"], subjects=subjects, title=title, base=base
    )


def subject(view: ViewModel, iri: str) -> Subject:
    """All that a view tells of one of its things."""
    labels = {node.id: node.label for node in view.nodes}
    happenings = {event.node.id: event for event in view.happenings}
    node = happenings[iri].node if iri in happenings else next(n for n in view.nodes if n.id == iri)
    evidence = tuple(report for report in view.evidence if report.id in set(node.reports))
    return Subject(
        node=node,
        tolls=tuple((words(toll.kind), _toll(toll)) for toll in node.tolls),
        figures=tuple(_figures(toll, evidence) for toll in node.tolls if toll.disputed),
        relations=tuple(
            _relation(edge, labels) for edge in view.edges if iri in {edge.source, edge.target}
        ),
        events=tuple(_events(view.happenings, iri) if node.kind is not Kind.EVENT else ()),
        evidence=evidence,
    )


def _ids(view: ViewModel) -> set[str]:
    return {node.id for node in view.nodes} | {event.node.id for event in view.happenings}


def _relation(edge: Edge, labels: dict[str, str]) -> Line:
    verb = relation_style(edge.relation).label
    doubt = _DOUBTS.get(edge.stance, "")
    return Line(
        when=edge.span.text,
        text=f"{labels[edge.source]} {verb} {labels[edge.target]}{doubt}",
        stance="curated knowledge" if edge.stance == "Curated" else edge.stance.lower(),
        killed=_killed(edge.tolls),
        reports=len(edge.reports),
    )


def _events(happenings: Sequence[Happening], iri: str) -> list[Line]:
    """The events that a thing takes part in, dated ones first, by day."""
    own = [event.node for event in happenings if iri in event.parts]
    own.sort(key=lambda node: (not node.span.begin, node.span.begin, node.label, node.id))
    return [
        Line(
            node.span.text, node.label, node.stance.lower(), _killed(node.tolls), len(node.reports)
        )
        for node in own
    ]


def _killed(tolls: Sequence[TollSpan]) -> str:
    return next((span_text(toll) for toll in tolls if toll.kind == "Killed"), "")


def _toll(toll: TollSpan) -> str:
    told = span_text(toll)
    if not toll.disputed:
        return told
    best = "" if toll.best is None else f", best count {toll.best:,}"
    return f"{told} (sources differ{best})"


def _figures(toll: TollSpan, evidence: Sequence[Evidence]) -> Figures:
    told = [
        (_voice(report), figure_text(figure))
        for report in evidence
        for figure in report.figures
        if figure.kind == toll.kind and not figure.partial
    ]
    return Figures(words(toll.kind), tuple(told))


def _voice(report: Evidence) -> str:
    """Who says so, and in what stance unless it is plainly asserted."""
    outlet = report.publisher or report.title
    says = f"{report.speaker}, in {outlet}" if report.speaker else outlet
    return f"{says}{_DOUBTS.get(report.stance, '')}"
