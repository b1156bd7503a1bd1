"""Who fought whom, as quads of the consolidated graph."""

from __future__ import annotations

from dataclasses import dataclass

from kg import vocab
from kg.graph.engagements import Pair
from kg.graph.opponents import Fight
from kg.graph.terms import Leaves, day, integer, kg, node


@dataclass(frozen=True, slots=True)
class Fighting:
    """Writes who fought whom, and over which events that is known.

    Attributes:
        graph: the consolidated graph.
        base: the base IRI.
    """

    graph: Leaves
    base: str

    def add(self, fight: Fight) -> None:
        """All triples of one pair."""
        fighter, opponent = node(self.base + fight.fighter), node(self.base + fight.opponent)
        own = node(self.base + fighting_iri((fight.fighter, fight.opponent)))
        put = self.graph.add
        put(fighter, vocab.kg("foughtAgainst"), opponent)
        put(own, vocab.TYPE, kg("Fighting"))
        put(own, vocab.kg("fighter"), fighter)
        put(own, vocab.kg("opponent"), opponent)
        put(
            own,
            vocab.kg("drawnFrom"),
            *(node(self.base + each.event) for each in fight.engagements),
        )
        when = fight.when
        for name, value in (("begin", when.begin), ("end", when.end)):
            if value is not None:
                put(own, vocab.kg(name), day(value))
        for name, figure in _figures(fight):
            put(own, vocab.kg(name), integer(figure))


def fighting_iri(pair: Pair) -> str:
    """The IRI, without the base, of what is known of a pair."""
    fighter, opponent = (iri.partition("/")[2] for iri in pair)
    return f"fighting/{fighter}--{opponent}"


def _figures(fight: Fight) -> list[tuple[str, int]]:
    killed, met = fight.killed, fight.engagements
    told = [
        ("eventCount", len(met)),
        ("reportCount", sum(each.reports for each in met)),
        ("originCount", len(frozenset().union(*(each.origins for each in met)))),
        ("deathsLow", killed.low if killed is not None else None),
        ("deathsHigh", killed.high if killed is not None else None),
    ]
    return [(name, figure) for name, figure in told if figure is not None]
