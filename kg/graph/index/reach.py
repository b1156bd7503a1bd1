"""How far a change of some articles reaches: which reports must be merged again.

An event hangs on the happenings that a chain of likely pairs leads to (`clusters.Cluster`), on
where the places that these name lie, and on which articles are copies. What is found here holds all
of that for each event that it touches; all else stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from kg.graph.agreement import Comparison
from kg.graph.clusters import components
from kg.graph.copies import copies
from kg.graph.geography import Geography
from kg.graph.happenings import Happening, Kind, happenings
from kg.graph.index.excerpt import excerpt
from kg.graph.index.lookups import Row
from kg.graph.index.tables import Tables
from kg.graph.pairs import Pairs


def moved(before: Geography, after: Geography) -> set[str]:
    """Places that lie elsewhere than before, and those that lie within them."""
    iris = before.named.keys() | after.named.keys()
    own = {iri for iri in iris if before.named.get(iri) != after.named.get(iri)}
    return own | {
        iri for each in (before, after) for iri, link in each.named.items() if link.parent in own
    }


def changed_origins(tables: Tables, suspects: Iterable[str]) -> dict[str, str]:
    """Articles that copy another than before, or none; noted in the tables.

    Args:
        tables: the articles as they are now.
        suspects: those that share a mark with an article that came or went.
    """
    found = tables.origins(suspects)
    heads = {origin or local for local, origin in found.items()}
    before = tables.origins(found.keys() | heads | tables.copies(heads))
    after = copies(list(tables.shells(before).values()))
    changed = {
        local: after.get(local, "") for local in before if before[local] != after.get(local, "")
    }
    tables.note_origins(changed)
    return changed


@dataclass(frozen=True, slots=True)
class Parts:
    """Which components a change may make one.

    Attributes:
        of: a component, or the key of a new happening -> the name of the part that it belongs to.
    """

    of: Mapping[str, str]

    def keyed(self, rows: Iterable[Row]) -> dict[str, str]:
        """For the happening of each row its part, which is its component if nothing joins that."""
        homes = ((row.key, row.component or row.key) for row in rows)
        return {key: self.of.get(home, home) for key, home in homes}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Finds the happenings of a store that may be one event with others.

    Attributes:
        tables: the articles.
        comparison: what speaks for two happenings.
    """

    tables: Tables
    comparison: Comparison

    def parts(self, locals_: AbstractSet[str]) -> Parts:
        """The components that articles' happenings may make one."""
        rows = self.tables.rows("local", locals_)
        near = {key for each in self._happenings(rows) for key in self._candidates(each)}
        others = [row for row in self.tables.rows("local", {local for local, _ in near} - locals_)
                  if (row.at[0], row.happening) in near]  # fmt: skip
        home = {row.key: row.component or row.key for row in (*rows, *others)}
        found = self._happenings([*rows, *others])
        own = [each for each in found if each.local in locals_]
        theirs = [each for each in found if each.local not in locals_]
        pairs = Pairs(self.comparison)
        likely = chain(pairs.near(own, theirs), pairs.likely(own))
        joined = [(home[one.key], home[other.key]) for one, other, _ in likely]
        reached = {home[each.key] for each in own}.union(*joined)
        return Parts(components(reached, joined))

    def _happenings(self, rows: Iterable[Row]) -> list[Happening]:
        listed = list(rows)
        shells = self.tables.shells({row.at[0] for row in listed})
        sheets = excerpt(listed, shells).sheets
        return happenings(sheets, self.comparison.classes, self.comparison.geography)

    def _candidates(self, happening: Happening) -> set[tuple[str, str]]:
        """Happenings that no cheap bar parts from one: article, and key in it."""
        planned = happening.kind.planned
        kin = [
            name
            for name in self.comparison.classes
            if self.comparison.are_kin(happening.kind, Kind(planned, name, frozenset((name,))))
        ]
        return self.tables.near(happening, kin)
