"""Lives of deals and who fought whom, made anew for the deals and pairs that a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.consolidate import Thing
from kg.graph.deal_history import DealHistory
from kg.graph.deal_steps import Telling
from kg.graph.engagements import Engagement, Pair
from kg.graph.fighting import Fighting
from kg.graph.happenings import told_in
from kg.graph.index.excerpt import excerpt
from kg.graph.index.tables import Tables
from kg.graph.opponents import Sides, fight, sides_of
from kg.graph.terms import leaves
from kg.resolve.world import Entity


@dataclass(frozen=True, slots=True)
class Derivation:
    """Makes what follows from things, as `assemble.derived` does, of what the tables hold of them.

    Attributes:
        tables: the articles, and the things that their reports tell of.
        curated: IRI without the base -> curated thing.
        base: the base IRI.
    """

    tables: Tables
    curated: Mapping[str, Entity]
    base: str

    def deals(self, iris: Iterable[str]) -> list[ox.Quad]:
        """The lives of deals."""
        graph = leaves(self.base + vocab.CONSOLIDATED)
        rows = {row.at: row for row in self.tables.rows("deal", iris)}
        own = excerpt(rows.values(), self.tables.shells({local for local, _ in rows}))
        copied = self.tables.copied({sheet.local for sheet in own.sheets})
        found: dict[str, list[Telling]] = {}
        for told in told_in(own.sheets):
            row = rows[own.sheets[told.sheet].local, own.numbers[told.sheet][told.at]]
            event = row.thing if row.thing.startswith("event/") else ""
            found.setdefault(row.deal, []).append(Telling(told, event))
        history = DealHistory(graph, own.sheets, self.base, copied, own.numbers)
        for deal, tellings in found.items():
            history.add(deal, tellings)
        return graph.quads

    def fights(self, pairs: Iterable[Pair]) -> list[ox.Quad]:
        """Who of some pairs fought whom."""
        graph = leaves(self.base + vocab.CONSOLIDATED)
        fighting = Fighting(graph, self.base)
        sides = sides_of(self.tables.opponents.ties(), self.curated)
        for pair in pairs:
            found = fight(pair, self.tables.opponents.met(pair), sides)
            if found is not None:
                fighting.add(found)
        return graph.quads

    def note(
        self, told: AbstractSet[str], merged: Sequence[Thing], engagements: Iterable[Engagement]
    ) -> set[Pair]:
        """Note what things that were merged again tell of fights and ties.

        Args:
            told: IRIs of these, and of those that are no more.
            merged: those that are.
            engagements: the events among them in which actors fought.

        Returns:
            The pairs that fought other than before, or perhaps did.
        """
        tables = self.tables.opponents
        before = tables.ties()
        tables.forget_ties(told)
        tables.note_ties(merged)
        changed = Sides(self.curated, before ^ tables.ties())
        pairs = tables.forget(told) | tables.note(engagements)
        if changed.ties:
            pairs.update(pair for pair in tables.pairs() if changed.are_tied(*pair))
        return pairs
