"""The quads that change when articles come and go, made of what the change reaches alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.graph.agreement import Comparison
from kg.graph.assemble import consolidated, triple_of, triples_of
from kg.graph.consolidate import Known, Thing, is_named, own_iri, things
from kg.graph.engagements import Engagements
from kg.graph.geography import geography
from kg.graph.happenings import happenings
from kg.graph.index.derive import Derivation
from kg.graph.index.excerpt import Excerpt, excerpt
from kg.graph.index.lookups import At, Row
from kg.graph.index.reach import Neighbours, changed_origins, moved
from kg.graph.index.tables import Tables
from kg.graph.index.there import There
from kg.graph.labels import curated, gazetteer, known, roots
from kg.graph.quads import Sheet, links_of, reports_quads
from kg.graph.settle import Difference, as_stored
from kg.graph.signs import load_signs
from kg.graph.terms import leaves, node
from kg.graph.things import Merger, beside
from kg.graph.tree import superclasses
from kg.model import Link
from kg.resolve import world


@dataclass(frozen=True, slots=True)
class Change:
    """Articles that come and go.

    Attributes:
        gone: those that are no more, or no more as they were.
        new: those that are new, in tidy form.
    """

    gone: frozenset[str]
    new: tuple[Sheet, ...]

    @property
    def fresh(self) -> set[str]:
        """The new ones by local name."""
        return {sheet.local for sheet in self.new}


@dataclass(frozen=True, slots=True)
class _Reached:
    """What a change reaches.

    Attributes:
        rows: the reports to be merged again.
        things: IRIs, without the base, of the things that they, and those gone, told of so far.
        articles: those that may copy another than before.
        deals: IRIs of those that the reports, and those gone, concern.
        comparison: what speaks for two happenings, now.
        parts: key of a happening -> the part beyond which nothing is one event with it.
    """

    rows: list[Row]
    things: set[str]
    articles: set[str]
    deals: set[str]
    comparison: Comparison
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Update:
    """Works out what a change of articles makes of the merged things.

    Attributes:
        tables: the articles as they were when the store was last settled; changed in passing.
        store: the graph, in which the articles' own graphs are as they are to be.
        folder: the ontology folder.
        base: the base IRI.
    """

    tables: Tables
    store: ox.Store
    folder: Path
    base: str

    def difference(self, change: Change) -> Difference:
        """What must change in the graphs that articles share, and what ties reports to things."""
        named = self.tables.named_by(change.gone) | _named_in(change.new)
        held = self._curated(self.tables.links(named))
        reached = self._reach(change, named)
        own = excerpt(reached.rows, self.tables.shells({row.at[0] for row in reached.rows}))
        more = Known(reached.comparison.geography, reached.parts)
        merged = things(own.sheets, reached.comparison.classes, self.folder, known=more)
        told = {thing.iri for thing in merged} | reached.things
        names = named | {iri for iri in told if is_named(iri)}
        links = self.tables.links(names)
        present = self._present(reached, told, names)
        wanted = self._wanted(reached, own, merged, links)
        present |= set(self._beside(told, merged))
        gone = {quad for quad in present - wanted if not self.tables.is_beside(triple_of(quad))}
        new = wanted - present
        for before, after in self._tied(reached.rows, own, own.told(merged)):
            gone |= before - after
            new |= after - before
        there, follows = self._derived(reached, own, told, merged)
        gone = (gone | there) - follows
        new |= follows - there
        if self._curated(link for link in links if link.iri in named) != held:
            wanted = as_stored(gazetteer(self.tables.roots(), self.folder, self.base))
            present = set(There(self.store, self.base).gazetteer())
            gone, new = gone | present - wanted, new | wanted - present
        return Difference(frozenset(gone), frozenset(new))

    def _curated(self, links: Iterable[Link]) -> set[str]:
        """The curated things that links lead to."""
        return known(roots(links), self.folder)

    def _reach(self, change: Change, names: set[str]) -> _Reached:
        """Bring the articles of the tables up to date, and find what that bears on."""
        lost = self.tables.rows("local", change.gone)
        suspects = self.tables.alike(change.gone)
        entities = world.load(self.folder).entities
        before = geography(self.tables.places(), world.load(self.folder))
        self.tables.drop(change.gone)
        self.tables.add(change.new, entities)
        after = geography(self.tables.places(), world.load(self.folder))
        comparison = Comparison(load_signs(self.folder), superclasses(self.folder), after)
        self.tables.note_moments(happenings(change.new, comparison.classes, after))
        touched = self.tables.naming(moved(before, after))
        suspects |= self.tables.alike(change.fresh)
        recopied = changed_origins(self.tables, suspects).keys()
        again = [*lost, *self.tables.rows("local", touched | recopied)]
        parts = Neighbours(self.tables, comparison).parts(touched | change.fresh)
        reached = {*parts.of, *(row.component for row in again)}
        own = {own_iri(report) for sheet in change.new for report in sheet.reports}
        own |= {row.thing for row in again if not row.component} | names
        rows = {
            row.at: row
            for row in (
                *self.tables.rows("component", reached - {""}),
                *self.tables.rows("thing", own - {""}),
                *self.tables.rows("local", change.fresh),
            )
        }
        told = {row.thing for row in (*lost, *rows.values())} - {""}
        deals = {row.deal for row in (*lost, *rows.values())} - {""}
        articles = {*recopied, *change.gone, *change.fresh}
        keyed = parts.keyed(rows.values())
        return _Reached(list(rows.values()), told, articles, deals, comparison, keyed)

    def _present(self, reached: _Reached, told: set[str], names: set[str]) -> set[ox.Quad]:
        """What the graph of merged things says of those reached so far."""
        there = There(self.store, self.base)
        return {*there.things(told), *there.names(names), *there.copies(reached.articles)}

    def _wanted(
        self, reached: _Reached, own: Excerpt, merged: Sequence[Thing], links: list[Link]
    ) -> set[ox.Quad]:
        """What it is to say of them."""
        named = {link.iri for link in links} | _named_in(own.sheets)
        triples = triples_of(curated(named, self.folder, self.base))
        copied = self.tables.copied({sheet.local for sheet in own.sheets} | reached.articles)
        shown = {local: copied[local] for local in reached.articles & copied.keys()}
        graph = leaves(self.base + vocab.CONSOLIDATED)
        classes = reached.comparison.classes
        merger = Merger(graph, own.sheets, classes, self.base, triples, copied, own.numbers)
        told = consolidated(merger, merged, shown, links, world.load(self.folder).entities)
        return as_stored(quad for quad in told if triple_of(quad) not in triples)

    def _derived(
        self, reached: _Reached, own: Excerpt, told: set[str], merged: Sequence[Thing]
    ) -> tuple[set[ox.Quad], set[ox.Quad]]:
        """Of deals and pairs that are touched: what the graph says, and what it is to say."""
        derivation = Derivation(self.tables, world.load(self.folder).entities, self.base)
        copied = self.tables.copied({sheet.local for sheet in own.sheets})
        engagements = Engagements(own.sheets, reached.comparison.classes, copied).of(merged)
        pairs = derivation.note(told, merged, engagements)
        there = There(self.store, self.base)
        present = {*there.deals(reached.deals), *there.fights(pairs)}
        wanted = [*derivation.deals(reached.deals), *derivation.fights(pairs)]
        return present, as_stored(wanted)

    def _beside(self, told: set[str], merged: Sequence[Thing]) -> list[ox.Quad]:
        """The triples that things told of others so far; what they tell now is noted instead."""
        was = self.tables.take_beside(told)
        self.tables.note_beside(
            (*triple, thing.iri) for thing in merged for triple in beside(thing, self.base)
        )
        graph = node(self.base + vocab.CONSOLIDATED)
        return [ox.Quad(node(s), node(p), node(o), graph) for s, p, o in was]

    def _tied(
        self, rows: Sequence[Row], own: Excerpt, told: Mapping[At, Thing]
    ) -> Iterator[tuple[set[ox.Quad], set[ox.Quad]]]:
        """What tied articles' reports to things and what does so now, where it differs; noted."""
        was: dict[str, dict[int, str]] = {}
        for row in rows:
            was.setdefault(row.at[0], {})[row.at[1]] = row.thing
        self.tables.note_things((told[at].iri, told[at].component, at) for at in told)
        for sheet in own.sheets:
            before = {at: thing for at, thing in was[sheet.local].items() if thing}
            after = {at: told[sheet.local, at].iri for at in was[sheet.local]
                     if (sheet.local, at) in told}  # fmt: skip
            if before != after:
                yield (
                    set(reports_quads(sheet, before, self.base)),
                    set(reports_quads(sheet, after, self.base)),
                )


def _named_in(sheets: Iterable[Sheet]) -> set[str]:
    reports = (report for sheet in sheets for report in sheet.reports)
    return {link.iri for report in reports for link in links_of(report)}
