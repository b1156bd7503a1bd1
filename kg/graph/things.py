"""The graph of merged things: events, deals, backings, control, affiliations, leaderships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.consolidate import Thing
from kg.graph.merged_tolls import MergedToll, merged_tolls
from kg.graph.quads import Sheet, fact
from kg.graph.terms import Leaves, boolean, day, integer, kg, node
from kg.model import Link, Report, Stance

_DIRECT = {
    "Backing": ("backs", "backer", "backed"),
    "Control": ("controls", "controller", "controlled"),
    "Affiliation": ("affiliatedWith", "member", "group"),
    "Leadership": ("leads", "person", "organization"),
}
_MERGED_FACTS = ("agreedOn", "term", "status", "former", "role")


@dataclass(frozen=True, slots=True)
class Merger:
    """Writes merged things into the consolidated graph.

    Attributes:
        graph: the consolidated graph.
        sheets: all articles, as numbered in the things' reports.
        classes: superclasses of each class.
        base: the base IRI.
        known: triples of the gazetteer, which must not stand here too.
    """

    graph: Leaves
    sheets: Sequence[Sheet]
    classes: Mapping[str, tuple[str, ...]]
    base: str
    known: frozenset[tuple[str, str, str]]

    def add(self, thing: Thing) -> None:
        """All triples of one thing."""
        iri = node(self.base + thing.iri)
        reports = [told.report for told in thing.told]
        types = sorted({name for report in reports for name in self.classes[report.type]})
        self._put(iri, vocab.TYPE, *(kg(name) for name in types))
        self._counts(iri, thing)
        self._roles(iri, reports)
        if thing.of == "Event":
            self._event(iri, thing, reports)
        self._facts(iri, reports)
        if thing.of in _DIRECT and any(report.stance is Stance.ASSERTED for report in reports):
            predicate, first, second = _DIRECT[thing.of]
            self._put(
                self._node(reports[0].roles[first][0]),
                vocab.kg(predicate),
                self._node(reports[0].roles[second][0]),
            )

    def _put(
        self, subject: ox.NamedNode, predicate: str, *objects: ox.NamedNode | ox.Literal
    ) -> None:
        for each in objects:
            if (subject.value, predicate, each.value) not in self.known:
                self.graph.add(subject, predicate, each)

    def _node(self, link: Link) -> ox.NamedNode:
        return node(self.base + link.iri)

    def _counts(self, iri: ox.NamedNode, thing: Thing) -> None:
        sources = {
            link.iri if link else self.sheets[told.sheet].local
            for told in thing.told
            for link in (told.report.source or (None,))
        }
        self._put(iri, vocab.kg("reportCount"), integer(len(thing.told)))
        self._put(iri, vocab.kg("articleCount"), integer(len({told.sheet for told in thing.told})))
        self._put(iri, vocab.kg("sourceCount"), integer(len(sources)))

    def _roles(self, iri: ox.NamedNode, reports: list[Report]) -> None:
        """Roles as asserted; where nobody asserts, as alleged, denied or planned."""
        told = [report for report in reports if report.stance is Stance.ASSERTED] or reports
        for role in sorted({role for report in told for role in report.roles}):
            links = {link.iri: link for report in told for link in report.roles.get(role, ())}
            self._put(iri, vocab.kg(role), *(self._node(links[at]) for at in sorted(links)))
            if role in ("initiator", "target"):
                self._put(
                    iri, vocab.kg("participant"), *(self._node(links[at]) for at in sorted(links))
                )

    def _event(self, iri: ox.NamedNode, thing: Thing, reports: list[Report]) -> None:
        begins = [report.when.begin for report in reports if report.when.begin is not None]
        ends = [report.when.end for report in reports if report.when.end is not None]
        if begins:
            self._put(iri, vocab.kg("begin"), day(min(begins)))
        if ends:
            self._put(iri, vocab.kg("end"), day(max(ends)))
        deals = {report.deal.iri for report in reports if report.deal is not None}
        self._put(
            iri, vocab.kg("concernsDeal"), *(node(self.base + deal) for deal in sorted(deals))
        )
        tolls = merged_tolls([(told.sheet, told.report) for told in thing.told])
        stances = {report.stance for report in reports}
        denied = Stance.DENIED in stances and len(stances) > 1
        self._put(
            iri, vocab.kg("disputed"), boolean(denied or any(toll.disputed for toll in tolls))
        )
        self._tolls(iri, tolls)

    def _tolls(self, iri: ox.NamedNode, tolls: list[MergedToll]) -> None:
        totals = {
            toll.kind: f"{iri.value}/toll/{toll.kind.lower()}" for toll in tolls if toll.total
        }
        for toll in tolls:
            who = "" if toll.total else "/" + "+".join(v.rpartition("/")[2] for v in toll.victims)
            own = node(totals[toll.kind] + who)
            self._put(iri, vocab.kg("toll"), own)
            self._put(own, vocab.TYPE, kg("Toll"))
            self._put(own, vocab.kg("tollKind"), kg(toll.kind))
            for name, value in (("minCount", toll.bounds.low), ("maxCount", toll.bounds.high)):
                if value is not None:
                    self._put(own, vocab.kg(name), integer(value))
            self._put(
                own, vocab.kg("victims"), *(node(self.base + victim) for victim in toll.victims)
            )
            if not toll.total:
                self._put(own, vocab.kg("partOfToll"), node(totals[toll.kind]))

    def _facts(self, iri: ox.NamedNode, reports: list[Report]) -> None:
        """Further properties; of several dates of a deal the most exact, unless it is curated."""
        told = {pair for report in reports for pair in report.facts if pair[0] in _MERGED_FACTS}
        dates = sorted(
            (value for name, value in told if name == "agreedOn"), key=lambda v: (-len(v), v)
        )
        dated = (iri.value, vocab.kg("agreedOn"))
        curated = bool(dates) and any(known[:2] == dated for known in self.known)
        for name, value in sorted(told):
            if name != "agreedOn" or (value == dates[0] and not curated):
                self._put(iri, vocab.kg(name), fact(name, value))
