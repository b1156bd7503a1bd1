"""The graph of merged things: events, deals, backings, control, affiliations, leaderships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg import vocab
from kg.graph.consolidate import Thing
from kg.graph.happenings import STANCES, Told
from kg.graph.merged_tolls import MergedToll, merged_tolls
from kg.graph.origins import origins
from kg.graph.quads import Sheet, fact, report_node
from kg.graph.terms import Leaves, boolean, day, decimal, integer, kg, node
from kg.model import Interval, Link, Report, Stance

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
        copied: copies among the articles -> the article that each copies, IRIs without the base.
        numbers: for each sheet, where its reports stood before corrections took some away.
    """

    graph: Leaves
    sheets: Sequence[Sheet]
    classes: Mapping[str, tuple[str, ...]]
    base: str
    known: frozenset[tuple[str, str, str]]
    copied: Mapping[str, str] = field(default_factory=dict)
    numbers: Sequence[Sequence[int]] = ()

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
        for subject, predicate, target in beside(thing, self.base):
            self._put(node(subject), predicate, node(target))

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
        known_from = origins(thing.told, self.sheets, self.copied)
        self._put(iri, vocab.kg("originCount"), integer(len(known_from)))

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
        span = span_of(reports)
        if span.begin is not None:
            self._put(iri, vocab.kg("begin"), day(span.begin))
        if span.end is not None:
            self._put(iri, vocab.kg("end"), day(span.end))
        deals = {report.deal.iri for report in reports if report.deal is not None}
        self._put(
            iri, vocab.kg("concernsDeal"), *(node(self.base + deal) for deal in sorted(deals))
        )
        tolls = merged_tolls([(told.sheet, told.report) for told in thing.told])
        stances = {report.stance for report in reports}
        self._put(iri, vocab.kg("occurrence"), kg(min(stances, key=STANCES.index).value))
        aspects = _disputed(reports, tolls)
        self._put(iri, vocab.kg("disputed"), boolean(bool(aspects)))
        self._put(iri, vocab.kg("disputedAspect"), *(ox.Literal(each) for each in aspects))
        self._tolls(iri, tolls)
        self._merges(iri, thing)

    def _merges(self, iri: ox.NamedNode, thing: Thing) -> None:
        """Why the reports of several tellings are one event: each join with its signs and score."""
        for n, (one, other, agreement) in enumerate(thing.joins, start=1):
            merge = node(f"{iri.value}/merge/{n}")
            self._put(iri, vocab.kg("mergedBecause"), merge)
            self._put(merge, vocab.TYPE, kg("Merge"))
            self._put(merge, vocab.kg("joined"), self._report(one), self._report(other))
            self._put(merge, vocab.kg("mergeRule"), ox.Literal(agreement.because))
            self._put(merge, vocab.kg("mergeScore"), decimal(agreement.certainty))

    def _report(self, told: Told) -> ox.NamedNode:
        at = self.numbers[told.sheet][told.at] if self.numbers else told.at
        return report_node(self.sheets[told.sheet], at, self.base)

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
            bounds = toll.bounds
            for name, value in (
                ("minCount", bounds.low), ("maxCount", bounds.high), ("bestCount", toll.best),
            ):  # fmt: skip
                if value is not None:
                    self._put(own, vocab.kg(name), integer(value))
            self._put(
                own, vocab.kg("victims"), *(node(self.base + victim) for victim in toll.victims)
            )
            if not toll.total:
                self._put(own, vocab.kg("partOfToll"), node(totals[toll.kind]))

    def _facts(self, iri: ox.NamedNode, reports: list[Report]) -> None:
        """Further properties; of several dates of a deal the most exact, unless it is curated."""
        told = {
            pair
            for report in reports
            for pair in report.facts
            if pair[0] in _MERGED_FACTS
            # What is denied, alleged or planned gives a deal no status.
            and (pair[0] != "status" or report.stance is Stance.ASSERTED)
        }
        dates = sorted(
            (value for name, value in told if name == "agreedOn"), key=lambda v: (-len(v), v)
        )
        dated = (iri.value, vocab.kg("agreedOn"))
        curated = bool(dates) and any(known[:2] == dated for known in self.known)
        for name, value in sorted(told):
            if name != "agreedOn" or (value == dates[0] and not curated):
                self._put(iri, vocab.kg(name), fact(name, value))


def beside(thing: Thing, base: str) -> list[tuple[str, str, str]]:
    """The triples of one thing that tell of others; another thing may tell the same ones."""
    reports = [told.report for told in thing.told]
    if thing.of not in _DIRECT or all(r.stance is not Stance.ASSERTED for r in reports):
        return []
    predicate, *ends = _DIRECT[thing.of]
    first, second = (base + reports[0].roles[end][0].iri for end in ends)
    return [(first, vocab.kg(predicate), second)]


def span_of(reports: Sequence[Report]) -> Interval:
    """The days of an event: those of all its reports, or those that a correction gives it."""
    dated = [each for each in reports if ("dateBasis", "corrected") in each.facts] or reports
    begins = [report.when.begin for report in dated if report.when.begin is not None]
    ends = [report.when.end for report in dated if report.when.end is not None]
    return Interval(min(begins, default=None), max(ends, default=None))


def _disputed(reports: Sequence[Report], tolls: Sequence[MergedToll]) -> list[str]:
    """What sources disagree on: that it happened, who did it, how many it struck."""
    stances = {report.stance for report in reports}
    told = [report for report in reports if report.stance is not Stance.PLANNED]
    accused = [{link.iri for link in r.roles.get("initiator", ())} for r in told if not _generic(r)]
    named = [each for each in accused if each]
    apart = any(not one & other for one in named for other in named)
    return [
        *(["occurrence"] if Stance.DENIED in stances and len(stances) > 1 else []),
        *(["perpetrator"] if apart else []),
        *(["toll"] if any(toll.disputed for toll in tolls) else []),
    ]


def _generic(report: Report) -> bool:
    """Whether the one who acts has no name: "gunmen" may be anybody."""
    return any(link.rule.startswith("generic") for link in report.roles.get("initiator", ()))
