"""The least certain links and merges, each as a question that a correction answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.graph.consolidate import Thing
from kg.graph.constraints import ReportKey
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.effect import Corrected
from kg.graph.corrections.named import RULE, name_of, plain
from kg.graph.happenings import Told
from kg.graph.quads import Sheet, links_of
from kg.model import Link

#: So many quotes show what a link is about.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports that consolidation takes for one event, as numbered in the corrected sheets.

    Attributes:
        one: a report.
        other: another.
        because: what made them one.
        score: 0..1, how sure that is.
    """

    one: ReportKey
    other: ReportKey
    because: str
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and the article that it stands in."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that a person answers with yes or no.

    Attributes:
        score: how sure kg is of yes.
        question: in words.
        because: by which rule.
        evidence: quotes, a few of them.
        count: how many reports it is about.
        yes: the correction that says yes, not signed.
        no: the correction that says no, likewise.
    """

    score: float
    question: str
    because: str
    evidence: tuple[Evidence, ...]
    count: int
    yes: Correction
    no: Correction

    @property
    def is_link(self) -> bool:
        """Whether it asks what a name means."""
        return self.yes.do == "confirm-link"

    def decided(
        self, *, right: bool, who: str, when: datetime.date, why: str, to: str = ""
    ) -> Correction:
        """The answer, signed; `to` is the thing that a name means instead."""
        answer = self.yes if right else replace(self.no, to=to)
        return replace(answer, who=who, when=when, why=why)


def doubts(sheets: Sequence[Sheet], corrected: Corrected, joins: Sequence[Join]) -> list[Doubt]:
    """All questions that no correction has answered, the least certain first.

    Args:
        sheets: the articles as told.
        corrected: the same with the corrections so far.
        joins: the merges.
    """
    found = [*_links(corrected), *_merges(sheets, corrected, joins)]
    return sorted(found, key=lambda one: (one.score, one.question, one.evidence[0].article,
                                          one.evidence[0].quote))  # fmt: skip


def _unsigned(
    do: str, thing: str = "", name: str = "", reports: tuple[ReportName, ...] = ()
) -> Correction:
    """A correction to be signed by whoever makes it."""
    return Correction(
        do, who="", when=datetime.date.min, why="", thing=thing, name=name, reports=reports
    )


def _links(corrected: Corrected) -> Iterator[Doubt]:
    groups: dict[tuple[str, str], list[tuple[Link, Evidence]]] = {}
    for sheet in corrected.sheets:
        for report in sheet.reports:
            evidence = Evidence(sheet.identifier, report.quote)
            for link in dict.fromkeys(links_of(report)):
                if link.score < 1 and link.rule != RULE and plain(link.surface):
                    key = (link.iri, plain(link.surface).casefold())
                    groups.setdefault(key, []).append((link, evidence))
    for (iri, _), told in groups.items():
        link = min((link for link, _ in told), key=lambda one: (one.score, one.rule, one.surface))
        name = plain(link.surface)
        quotes = sorted({(each.article, each.quote) for _, each in told})
        yield Doubt(
            link.score, f"Does “{name}” mean {link.label} ({iri})?", link.rule,
            tuple(Evidence(*quote) for quote in quotes[:_SHOWN]), len(quotes),
            _unsigned("confirm-link", thing=iri, name=name),
            _unsigned("un-alias", thing=iri, name=name),
        )  # fmt: skip


def _merges(
    sheets: Sequence[Sheet], corrected: Corrected, joins: Sequence[Join]
) -> Iterator[Doubt]:
    numbers = {sheet.local: n for n, sheet in enumerate(corrected.sheets)}
    told = {sheet.local: sheet for sheet in sheets}
    for join in joins:
        pair = frozenset((join.one, join.other))
        together = any(pair <= known for known in corrected.constraints.together)
        if join.score >= 1 or together or pair in corrected.constraints.apart:
            continue
        ends = [(told[local], corrected.numbers[numbers[local]][at]) for local, at in sorted(pair)]
        names = tuple(name_of(sheet, at) for sheet, at in ends)
        yield Doubt(
            join.score, "Do these tell of one event?", join.because,
            tuple(Evidence(sheet.identifier, sheet.reports[at].quote) for sheet, at in ends), 2,
            _unsigned("merge-events", reports=names),
            _unsigned("split-events", reports=names),
        )  # fmt: skip


def joins_of(things: Sequence[Thing], sheets: Sequence[Sheet]) -> list[Join]:
    """The merges of events, each by the reports that agree best, with what speaks for it."""
    return [
        Join(_key(sheets, one), _key(sheets, other), agreement.because, agreement.certainty)
        for thing in things
        for one, other, agreement in thing.joins
    ]


def _key(sheets: Sequence[Sheet], told: Told) -> ReportKey:
    return sheets[told.sheet].local, told.at
