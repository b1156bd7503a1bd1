"""Happenings grouped into events: those that agree best first, and never what a bar parts.

Two groups become one where their members agree, on the mean of the average and the best of their
pairs (between average and single linkage), and no pair of them is barred. The pairs are taken from
the best downwards with ties broken by key, so the result hangs on the set of happenings alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.agreement import Agreement
from kg.graph.happenings import Happening

Pair = tuple[str, str]


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
    """Happenings of one event, by key in order, and how they were joined."""

    members: list[Happening]
    joins: list[Join] = field(default_factory=list)


def clusters(
    found: Sequence[Happening],
    candidates: Iterable[Pair],
    agree: Callable[[Happening, Happening], Agreement],
    enough: float,
) -> list[Cluster]:
    """The events of a set of happenings.

    Args:
        found: the happenings.
        candidates: pairs of keys that may be one event; all others are not compared.
        agree: what speaks for a pair.
        enough: the score from which groups are joined.
    """
    by_key = {each.key: each for each in found}
    agreed = {pair: agree(by_key[pair[0]], by_key[pair[1]]) for pair in sorted(set(candidates))}
    groups = {key: Cluster([by_key[key]]) for key in sorted(by_key)}
    home = {key: key for key in groups}
    likely = sorted(
        (pair for pair, told in agreed.items() if not told.bar and told.score >= enough),
        key=lambda pair: (-agreed[pair].score, pair),
    )
    for one, other in likely:
        first, second = sorted((home[one], home[other]))
        if first == second or not _fit(groups[first], groups[second], agreed, enough):
            continue
        _join(groups[first], groups[second], Join(one, other, agreed[one, other]))
        home |= {member.key: first for member in groups[second].members}
        del groups[second]
    return [groups[key] for key in sorted(groups)]


def _fit(one: Cluster, other: Cluster, agreed: Mapping[Pair, Agreement], enough: float) -> bool:
    """Whether two groups agree well enough, pairs that were not compared counting as unknown."""
    told = [
        agreed.get((min(a.key, b.key), max(a.key, b.key)))
        for a in one.members
        for b in other.members
    ]
    known = [each for each in told if each is not None]
    if any(each.bar for each in known):
        return False
    scores = [each.score for each in known]
    return bool(scores) and (sum(scores) / len(scores) + max(scores)) / 2 >= enough


def _join(one: Cluster, other: Cluster, join: Join) -> None:
    one.members = sorted([*one.members, *other.members], key=lambda each: each.key)
    one.joins = [*one.joins, *other.joins, join]
