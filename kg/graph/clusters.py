"""Happenings grouped into events: those that agree best first, and never what a bar parts.

Two groups become one where their members agree, on the mean of the average and the best of their
pairs (between average and single linkage), and no pair of them is barred, be it compared or not:
what a third telling holds together may still be two. The pairs are taken from the best downwards
with ties broken by key, so the result hangs on the set of happenings alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.agreement import Agreement
from kg.graph.happenings import Happening

Pair = tuple[str, str]
#: No pair counts less: two that have little in common may be one event's, as a third shows.
_LEAST = -0.5
#: What speaks for two happenings; None for two that are not compared.
Agree = Callable[[Happening, Happening], Agreement | None]
Barred = Callable[[Happening, Happening], bool]


@dataclass(frozen=True, slots=True)
class Join:
    """Two happenings that were joined, and what spoke for it.

    Attributes:
        one: key of the happening that sorts first.
        other: key of the other.
        agreement: between these two, the best pair of their groups.
    """

    one: str
    other: str
    agreement: Agreement


@dataclass(slots=True)
class Cluster:
    """Happenings of one event.

    Attributes:
        members: by key, in order.
        joins: how they were joined.
        component: the first key of all that a chain of likely pairs leads to: what lies beyond it
            has no bearing on the event.
    """

    members: list[Happening]
    joins: list[Join] = field(default_factory=list)
    component: str = ""


def clusters(
    found: Sequence[Happening],
    likely: Mapping[Pair, Agreement],
    agree: Agree,
    barred: Barred,
    enough: float,
) -> list[Cluster]:
    """The events of a set of happenings.

    Args:
        found: the happenings.
        likely: the pairs of keys that agree well enough to be joined, the first key first.
        agree: what speaks for any pair.
        barred: whether something parts a pair that is not compared.
        enough: the score from which groups are joined.
    """
    merging = _Merging(agree, barred, enough, {each.key: Cluster([each]) for each in found})
    for one, other in sorted(likely, key=lambda pair: (-likely[pair].score, pair)):
        merging.try_join(Join(one, other, likely[one, other]))
    roots = components(merging.home, likely)
    for key, group in merging.groups.items():
        group.component = roots[key]
    return [merging.groups[key] for key in sorted(merging.groups)]


def components(keys: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """For each key the first of those that a chain of pairs leads to."""
    above = {key: key for key in keys}

    def root(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        above[second] = first
    return {key: root(key) for key in above}


@dataclass(slots=True)
class _Merging:
    """Groups that become one, pair by pair.

    Attributes:
        agree, barred, enough: as in `clusters`.
        groups: by the key of their first member.
        home: key of a happening -> key of its group.
        unfit: pairs of groups that did not agree, each with its size: a group only grows.
    """

    agree: Agree
    barred: Barred
    enough: float
    groups: dict[str, Cluster]
    home: dict[str, str] = field(init=False)
    unfit: set[tuple[str, int, str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.home = {key: key for key in self.groups}

    def try_join(self, join: Join) -> None:
        """Make one of the groups of two happenings, if they agree."""
        first, second = sorted((self.home[join.one], self.home[join.other]))
        if first == second:
            return
        one, other = self.groups[first], self.groups[second]
        tried = (first, len(one.members), second, len(other.members))
        if tried in self.unfit:
            return
        if not self._fit(one, other):
            self.unfit.add(tried)
            return
        self.home |= {member.key: first for member in other.members}
        one.members = sorted([*one.members, *other.members], key=lambda each: each.key)
        one.joins = [*one.joins, *other.joins, join]
        del self.groups[second]

    def _fit(self, one: Cluster, other: Cluster) -> bool:
        """Whether two groups agree well enough, pairs that are not compared counting as unknown."""
        scores: list[float] = []
        for member in one.members:
            for each in other.members:
                told = self.agree(member, each)
                if self.barred(member, each) if told is None else told.bar:
                    return False
                if told is not None:
                    scores.append(max(told.score, _LEAST))
        return bool(scores) and (sum(scores) / len(scores) + max(scores)) / 2 >= self.enough
