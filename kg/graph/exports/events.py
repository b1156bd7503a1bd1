"""Merged events as the exports read them: sides, days, places, tolls, and who tells of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.places import Place, places_of
from kg.graph.names import names_of, plain
from kg.vocab import DCTERMS, KG, TYPE, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.answer import Node
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle


@dataclass(frozen=True, slots=True)
class Count:
    """A merged toll.

    Attributes:
        kind: local name of the toll kind ("Killed").
        victims: IRIs of those counted, sorted.
        low: the least figure told, None if none is.
        best: the figure to use where one is wanted, None where there is only an upper bound.
        high: the greatest figure told, None where a telling has no upper bound.
        total: whether it is no part of another toll.
    """

    kind: str
    victims: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    total: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A report of an event.

    Attributes:
        iri: the report's.
        stance: local name ("Asserted").
        quote: the article's words.
        article: the article's IRI, "" if unknown.
        outlet: who published the article, else what it is called.
        title: of the article.
        issued: day of the article, ISO 8601.
        sources: IRIs of those whom the article names as its sources for this.
    """

    iri: str
    stance: str
    quote: str
    article: str
    outlet: str
    title: str = ""
    issued: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A merged event.

    Attributes:
        iri: the event's.
        label: what, where and when.
        types: local names of its most special classes, sorted.
        line: local names of all its classes.
        begin, end: earliest and latest day, None if unknown.
        initiators, targets: IRIs of the sides, sorted.
        others: IRIs of those who take part on no told side, sorted.
        places: see `places_of`.
        counts: its merged tolls, totals first.
        told: its reports, sorted by IRI.
        disputed: whether the sources contradict each other.
    """

    iri: str
    label: str
    types: tuple[str, ...]
    line: frozenset[str]
    begin: datetime.date | None
    end: datetime.date | None
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    others: tuple[str, ...]
    places: tuple[Place, ...]
    counts: tuple[Count, ...]
    told: tuple[Telling, ...]
    disputed: bool

    @property
    def name(self) -> str:
        """The last part of its IRI, unique in the graph."""
        return local(self.iri)

    @property
    def asserted(self) -> bool:
        """Whether an article tells it as having happened."""
        return any(report.stance == "Asserted" for report in self.told)

    @property
    def quote(self) -> str:
        """The words of the first report that asserts it; there must be one."""
        return next(report.quote for report in self.told if report.stance == "Asserted")

    @property
    def outlets(self) -> list[str]:
        """Who published reports of it, each once, sorted."""
        return sorted({report.outlet for report in self.told if report.outlet})

    @property
    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """Earliest and latest day where both are known and in order."""
        if self.begin is None or self.end is None or self.end < self.begin:
            return None
        return self.begin, self.end

    @property
    def killed(self) -> Count | None:
        """The whole toll of the dead."""
        return next((each for each in self.counts if each.kind == "Killed" and each.total), None)


def events(handle: GraphHandle) -> list[Event]:
    """All merged events of a graph, in the order of their IRIs."""
    names = names_of(handle)
    prefix = f"{handle.base}event/"
    stored = handle.store.quads_for_pattern(None, NamedNode(TYPE), None)
    nodes = {q.subject for q in stored if _is_event(plain(q.subject), prefix)}
    return [_event(names, node) for node in sorted(nodes, key=str)]


def _is_event(iri: str, prefix: str) -> bool:
    """Whether it is an event rather than one of its tolls, which stand below it."""
    return iri.startswith(prefix) and "/" not in iri.removeprefix(prefix)


def _event(names: Names, node: Node) -> Event:
    sides = {role: _iris(names, node, role) for role in ("initiator", "target", "participant")}
    acting = {*sides["initiator"], *sides["target"]}
    types = {plain(found) for found in names.values(node, TYPE)}
    return Event(
        iri=plain(node),
        label=names.label(node),
        types=tuple(names.types(node)),
        line=frozenset(local(iri) for iri in types if iri.startswith(KG)),
        begin=_day(names.text(node, kg("begin"))),
        end=_day(names.text(node, kg("end"))),
        initiators=sides["initiator"],
        targets=sides["target"],
        others=tuple(iri for iri in sides["participant"] if iri not in acting),
        places=places_of(names, node),
        counts=tuple(sorted(_counts(names, node), key=lambda c: (not c.total, c.kind, c.victims))),
        told=tuple(_told(names, node)),
        disputed=names.text(node, kg("disputed")) == "true",
    )


def _iris(names: Names, node: Node, role: str) -> tuple[str, ...]:
    return tuple(plain(found) for found in names.nodes(node, kg(role)))


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _counts(names: Names, event: Node) -> Iterator[Count]:
    for toll in names.nodes(event, kg("toll")):
        told, best, low, high = (
            _number(names.text(toll, kg(name)))
            for name in ("count", "bestCount", "minCount", "maxCount")
        )
        exact = told if best is None else best
        if low is None and high is None:
            low = high = exact
        yield Count(
            kind=local(names.text(toll, kg("tollKind"))),
            victims=_iris(names, toll, "victims"),
            low=low,
            best=low if exact is None else exact,
            high=high,
            total=not names.text(toll, kg("partOfToll")),
        )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _told(names: Names, event: Node) -> Iterator[Telling]:
    quads = names.handle.store.quads_for_pattern(None, NamedNode(kg("reports")), event)
    for report in sorted({quad.subject for quad in quads}, key=str):
        article = next(iter(names.nodes(report, kg("article"))), None)
        facts = ("publisher", "identifier", "title", "issued")
        told = {f: "" if article is None else names.text(article, DCTERMS + f) for f in facts}
        yield Telling(
            iri=plain(report),
            stance=local(names.text(report, kg("stance"))),
            quote=names.text(report, kg("quote")),
            article="" if article is None else plain(article),
            outlet=told["publisher"] or told["identifier"],
            title=told["title"],
            issued=told["issued"],
            sources=_iris(names, report, "source"),
        )
