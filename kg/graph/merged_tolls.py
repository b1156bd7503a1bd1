"""Tolls of a merged event: low and high over its sources, never the sum of two tellings.

For each kind an event has one total: the least and the greatest figure that an article gives it.
An article's figure is the greatest of its reports' totals, since later sentences of an article
split a total or tell part of it; a report's total is the sum of its tolls that are no part of
another ("19 jihadists and 16 soldiers"). Counts by victims stand beside it as parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Report, Stance, Toll


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and most; None where nobody tells one."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class MergedToll:
    """A toll of an event over all its reports.

    Attributes:
        kind: toll kind's local name.
        victims: IRIs of those counted, sorted; of all groups for a total.
        bounds: least and greatest figure told.
        total: whether it is the whole toll of its kind rather than a part of it.
        disputed: whether two articles give figures that can't both be right.
        best: the figure that most articles give; of several the one in the middle, and the lower
            of two in the middle. None where nobody tells one.
    """

    kind: str
    victims: tuple[str, ...]
    bounds: Bounds
    total: bool
    disputed: bool
    best: int | None = None


def merged_tolls(told: Sequence[tuple[int, Report]]) -> list[MergedToll]:
    """The tolls of an event.

    Args:
        told: its reports, each with a number that tells its article.
    """
    counted = [
        (sheet, report)
        for sheet, report in told
        if report.stance not in (Stance.DENIED, Stance.PLANNED)
    ]
    found: list[MergedToll] = []
    for kind in sorted({toll.kind for _, report in counted for toll in report.tolls}):
        groups = _groups(counted, kind)
        found.append(_total(counted, kind, groups))
        if len(groups) > 1:
            found.extend(_part(kind, victims, groups[victims]) for victims in sorted(groups))
    return found


def _groups(
    counted: Iterable[tuple[int, Report]], kind: str
) -> dict[tuple[str, ...], list[Bounds]]:
    groups: dict[tuple[str, ...], list[Bounds]] = defaultdict(list)
    for _, report in counted:
        for toll in report.tolls:
            if toll.kind == kind:
                groups[tuple(sorted(link.iri for link in toll.victims))].append(_bounds(toll))
    return groups


def _bounds(toll: Toll) -> Bounds:
    low = toll.low if toll.low is not None else toll.count
    high = toll.high if toll.high is not None else toll.count
    return Bounds(low, high)


def _total(
    counted: Iterable[tuple[int, Report]], kind: str, groups: dict[tuple[str, ...], list[Bounds]]
) -> MergedToll:
    by_article: dict[int, Bounds] = {}
    for sheet, report in counted:
        own = _sum([_bounds(t) for t in report.tolls if t.kind == kind and t.part_of is None])
        if own is not None:
            known = by_article.get(sheet)
            by_article[sheet] = own if known is None or _size(own) > _size(known) else known
    figures = list(by_article.values())
    victims = tuple(sorted({iri for group in groups for iri in group}))
    span, clash = _span(figures), _clash(figures)
    return MergedToll(kind, victims, span, total=True, disputed=clash, best=_best(figures))


def _best(figures: list[Bounds]) -> int | None:
    """The most frequent figure, as UCDP's coders take the one best supported.

    See Sundberg and Melander 2013; a toll that has only an upper bound gives none.
    """
    told = sorted(each.low for each in figures if each.low is not None)
    if not told:
        return None
    often = max(told.count(each) for each in told)
    common = sorted({each for each in told if told.count(each) == often})
    return common[(len(common) - 1) // 2]


def _sum(bounds: list[Bounds]) -> Bounds | None:
    if not bounds:
        return None
    lows = [each.low for each in bounds]
    highs = [each.high for each in bounds]
    low = (
        sum(each for each in lows if each is not None)
        if any(each is not None for each in lows)
        else None
    )
    high = (
        None
        if any(each is None for each in highs)
        else sum(each for each in highs if each is not None)
    )
    return Bounds(low, high)


def _size(bounds: Bounds) -> int:
    return bounds.low if bounds.low is not None else bounds.high or 0


def _part(kind: str, victims: tuple[str, ...], figures: list[Bounds]) -> MergedToll:
    return MergedToll(kind, victims, _span(figures), total=False, disputed=False)


def _span(figures: list[Bounds]) -> Bounds:
    lows = [_size(each) for each in figures]
    highs = [each.high for each in figures if each.high is not None]
    told = min(lows) if any(each.low is not None for each in figures) else None
    high = max(highs) if highs and len(highs) == len(figures) else None
    return Bounds(told, high if high is None or told is None or high >= told else told)


def _clash(figures: list[Bounds]) -> bool:
    """Whether two figures exclude each other: one's least lies above the other's most."""
    return any(
        one.low is not None and other.high is not None and one.low > other.high
        for one in figures
        for other in figures
    )
