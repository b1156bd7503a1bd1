"""Who fought whom, as quads of the consolidated graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg import vocab
from kg.graph.opponents import Fight
from kg.graph.origins import origins
from kg.graph.quads import Sheet
from kg.graph.terms import Leaves, day, integer, kg, node


@dataclass(frozen=True, slots=True)
class Fighting:
    """Writes who fought whom, and over which events that is known.

    Attributes:
        graph: the consolidated graph.
        sheets: all articles, as numbered in the reports.
        base: the base IRI.
        copied: copies among the articles -> the article that each copies, IRIs without the base.
    """

    graph: Leaves
    sheets: Sequence[Sheet]
    base: str
    copied: Mapping[str, str] = field(default_factory=dict)

    def add(self, fight: Fight) -> None:
        """All triples of one pair."""
        fighter, opponent = node(self.base + fight.fighter), node(self.base + fight.opponent)
        ends = [iri.partition("/")[2] for iri in (fight.fighter, fight.opponent)]
        own = node(f"{self.base}fighting/{ends[0]}--{ends[1]}")
        put = self.graph.add
        put(fighter, vocab.kg("foughtAgainst"), opponent)
        put(own, vocab.TYPE, kg("Fighting"))
        put(own, vocab.kg("fighter"), fighter)
        put(own, vocab.kg("opponent"), opponent)
        put(own, vocab.kg("drawnFrom"), *(node(self.base + event) for event in fight.events))
        for name, value in (("begin", fight.when.begin), ("end", fight.when.end)):
            if value is not None:
                put(own, vocab.kg(name), day(value))
        for name, figure in self._figures(fight):
            put(own, vocab.kg(name), integer(figure))

    def _figures(self, fight: Fight) -> list[tuple[str, int]]:
        killed = fight.killed
        told = [
            ("eventCount", len(fight.events)),
            ("reportCount", len(fight.told)),
            ("originCount", len(origins(fight.told, self.sheets, self.copied))),
            ("deathsLow", killed.low if killed is not None else None),
            ("deathsHigh", killed.high if killed is not None else None),
        ]
        return [(name, figure) for name, figure in told if figure is not None]
