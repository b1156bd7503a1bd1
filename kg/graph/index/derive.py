"""Lives of deals and who fought whom, made anew from all reports of an index that bear on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg import vocab
from kg.graph.assemble import derived
from kg.graph.consolidate import Thing
from kg.graph.happenings import Told
from kg.graph.index.excerpt import Excerpt, excerpt
from kg.graph.index.lookups import Row
from kg.graph.index.tables import Tables
from kg.graph.terms import leaves
from kg.graph.things import Merger
from kg.resolve.world import Entity


def all_derived(
    tables: Tables,
    classes: Mapping[str, tuple[str, ...]],
    curated: Mapping[str, Entity],
    base: str,
) -> list[ox.Quad]:
    """The quads that follow from all things of a store, as of `assemble.derived`."""
    rows = tables.deriving()
    own = excerpt(rows, tables.shells({row.at[0] for row in rows}))
    origins = tables.origins({sheet.local for sheet in own.sheets})
    copied = {local: origin for local, origin in origins.items() if origin}
    graph = leaves(base + vocab.CONSOLIDATED)
    merger = Merger(graph, own.sheets, classes, base, frozenset(), copied, own.numbers)
    return derived(merger, _things(rows, own), copied, curated)


def _things(rows: Iterable[Row], own: Excerpt) -> list[Thing]:
    """The things of all rows, each with its reports in the order of articles."""
    sheets = {sheet.local: n for n, sheet in enumerate(own.sheets)}
    positions = [{at: n for n, at in enumerate(numbers)} for numbers in own.numbers]
    found: dict[str, list[Told]] = {}
    for row in rows:
        sheet = sheets[row.at[0]]
        at = positions[sheet][row.at[1]]
        found.setdefault(row.thing, []).append(Told(sheet, at, own.sheets[sheet].reports[at]))
    return [
        Thing(iri, "Event" if iri.startswith("event/") else told[-1].report.of, tuple(told))
        for iri, told in sorted(found.items())
    ]
