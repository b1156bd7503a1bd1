"""What is in a graph, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.names import names_of, plain, spaced
from kg.terminal import aligned
from kg.vocab import DCTERMS, TYPE, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.graph.answer import Node, Term
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle


#: What a report can be of.
_REPORTED = ("Event", "CeasefireDeal", "Backing", "Control", "Affiliation", "Leadership")


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the statistics: a name and a count or a span of days."""

    name: str
    value: int | str


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together, under a heading."""

    title: str
    figures: tuple[Figure, ...]


def stats(handle: GraphHandle) -> tuple[Section, ...]:
    """The figures of a graph: what it holds, its events by type, its tolls by kind.

    Actors and places count where a report names them; curated ones that none names don't.
    """
    names = names_of(handle)
    reports = _of_class(names, "Report")
    reported = {thing for report in reports for thing in names.nodes(report, kg("reports"))}
    kinds = {thing: _report_kind(names, thing) for thing in reported}
    events = [thing for thing, kind in kinds.items() if kind == "Event"]
    types = (name for event in events for name in names.types(event))
    tolls = [toll for report in reports for toll in names.nodes(report, kg("toll"))]
    return (
        Section("Graph", tuple(_overview(names, reports))),
        Section("Reported", _ranked(kinds.values())),
        Section("Events by type", _ranked(types)),
        Section("Days of events", tuple(_days(names, events))),
        Section("Reports by stance", _ranked(_ends(names, reports, "stance"))),
        Section("Reported tolls by kind", _ranked(_ends(names, tolls, "tollKind"))),
    )


def section_text(section: Section) -> str:
    """A section for a terminal."""
    rows = [
        (figure.name, f"{figure.value:,}" if isinstance(figure.value, int) else figure.value)
        for figure in section.figures
    ]
    return aligned((section.title, ""), rows, right={1})


def _overview(names: Names, reports: Sequence[Node]) -> Iterator[Figure]:
    articles = _of_class(names, "Article")
    issued = [names.text(article, DCTERMS + "issued") for article in articles]
    yield Figure("Articles", len(articles))
    yield Figure("Published", _span(issued))
    yield Figure("Reports", len(reports))
    sources = {node for report in reports for node in names.nodes(report, kg("source"))}
    yield Figure("Sources quoted", len(sources))
    named = Counter(_kind(names.handle, node) for node in _named(names, reports))
    for kind in ("actor", "place", "deal"):
        yield Figure(f"{kind.capitalize()}s named", named[kind])
    yield Figure("Triples", len(names.handle.store))


def _named(names: Names, reports: Sequence[Node]) -> set[Term]:
    """All things that reports, and the tolls in them, speak of."""
    store = names.handle.store
    tolls = [toll for report in reports for toll in names.nodes(report, kg("toll"))]
    return {
        quad.object
        for node in (*reports, *tolls)
        for quad in store.quads_for_pattern(node, None, None)
    }


def _days(names: Names, events: Sequence[Node]) -> Iterator[Figure]:
    begins = [names.text(event, kg("begin")) for event in events]
    yield Figure("Earliest and latest", _span(begins))
    yield Figure("Undated", begins.count(""))


def _span(days: Sequence[str]) -> str:
    known = sorted(filter(None, days))
    return f"{known[0]} to {known[-1]}" if known else "unknown"


def _of_class(names: Names, name: str) -> list[Node]:
    store = names.handle.store
    found = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(kg(name)))
    return sorted({quad.subject for quad in found}, key=str)


def _ends(names: Names, nodes: Sequence[Node], property_name: str) -> Iterator[str]:
    return (local(names.text(node, kg(property_name))) for node in nodes)


def _report_kind(names: Names, thing: Node) -> str:
    types = {local(plain(found)) for found in names.values(thing, TYPE)}
    return next((kind for kind in _REPORTED if kind in types), "")


def _kind(handle: GraphHandle, node: Term) -> str:
    """The first segment of a thing's IRI below the base, or ""."""
    iri = plain(node)
    below = iri.startswith(handle.base) and "/" in iri.removeprefix(handle.base)
    return iri.removeprefix(handle.base).partition("/")[0] if below else ""


def _ranked(found: Iterable[str]) -> tuple[Figure, ...]:
    ranks = sorted(Counter(found).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Figure(spaced(name) or "unknown", count) for name, count in ranks)
