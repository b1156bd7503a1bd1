"""The steps of ceasefire deals and their current status, as quads of the consolidated graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg import vocab
from kg.graph.deal_steps import Step, Telling, current, steps
from kg.graph.happenings import Told
from kg.graph.origins import origins
from kg.graph.quads import Sheet, report_node
from kg.graph.terms import Leaves, boolean, day, integer, kg, node


@dataclass(frozen=True, slots=True)
class DealHistory:
    """Writes what became of deals; what one deal gets hangs on its own tellings alone.

    Attributes:
        graph: the consolidated graph.
        sheets: all articles, as numbered in the reports.
        base: the base IRI.
        copied: copies among the articles -> the article that each copies, IRIs without the base.
        numbers: for each sheet, where its reports stood before corrections took some away.
    """

    graph: Leaves
    sheets: Sequence[Sheet]
    base: str
    copied: Mapping[str, str] = field(default_factory=dict)
    numbers: Sequence[Sequence[int]] = ()

    def add(self, deal: str, told: Sequence[Telling]) -> None:
        """The steps of a deal, by its IRI without the base, and how it stands."""
        iri = node(self.base + deal)
        found = steps(told, self.sheets)
        for n, step in enumerate(found, start=1):
            self._step(iri, node(f"{iri.value}/step/{n}"), step)
        if found:
            self._status(iri, found)

    def _step(self, deal: ox.NamedNode, own: ox.NamedNode, step: Step) -> None:
        put = self.graph.add
        put(deal, vocab.kg("step"), own)
        put(own, vocab.TYPE, kg("DealStep"))
        put(own, vocab.kg("stepKind"), kg(step.kind))
        put(own, vocab.kg("occurrence"), kg(step.occurrence.value))
        put(own, vocab.kg("disputed"), boolean(step.disputed))
        for name, value in (("begin", step.begin), ("end", step.end), ("asOf", step.as_of)):
            if value is not None:
                put(own, vocab.kg(name), day(value))
        for name, who in (
            ("accused", step.accused), ("accuser", step.accusers), ("denier", step.deniers),
        ):  # fmt: skip
            put(own, vocab.kg(name), *(node(self.base + each) for each in who))
        put(own, vocab.kg("provenBy"), *(self._report(each) for each in step.told))
        known_from = origins(step.told, self.sheets, self.copied)
        put(own, vocab.kg("originCount"), integer(len(known_from)))

    def _status(self, deal: ox.NamedNode, found: Sequence[Step]) -> None:
        status = current(found)
        put = self.graph.add
        put(deal, vocab.kg("currentStatus"), *(kg(name) for name in status.names))
        if status.names and status.as_of is not None:
            put(deal, vocab.kg("asOf"), day(status.as_of))
        aspects = [
            *(["occurrence"] if any(step.disputed for step in found) else []),
            *(["status"] if len(status.names) > 1 else []),
        ]
        put(deal, vocab.kg("disputed"), boolean(bool(aspects)))
        put(deal, vocab.kg("disputedAspect"), *(ox.Literal(each) for each in aspects))

    def _report(self, told: Told) -> ox.NamedNode:
        at = self.numbers[told.sheet][told.at] if self.numbers else told.at
        return report_node(self.sheets[told.sheet], at, self.base)
