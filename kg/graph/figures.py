"""What the figures of two happenings say: the same, near to each other, or far apart.

The dead say most; where neither is told, what differs most counts. Two that agree in one kind and
not in another ("12 wounded", of one dead and of five) do not agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from kg.graph.happenings import Figure

#: A figure below this is told of too many events to be a sign.
_TELLING = 3
#: From so many on a figure is one of few.
_LARGE = 10


class Relation(IntEnum):
    """How two figures lie to each other, from the nearest."""

    SAME = 0
    NEAR = 1
    OTHER = 2
    FAR = 3


def figure_sign(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> str:
    """The sign of two happenings' figures by kind, "" for none.

    Returns:
        "same-figure", "near-figure" or "far-figure".
    """
    kinds = sorted(one.keys() & other.keys())
    if not kinds:
        return ""
    found = {kind: relation(one[kind], other[kind]) for kind in kinds}
    worst = max(found.values())
    first = found.get("Killed", worst)
    least = {kind: min(one[kind].told, other[kind].told) for kind in kinds}
    same = max((least[kind] for kind in kinds if found[kind] is Relation.SAME), default=0)
    if first is Relation.FAR:
        return "far-figure"
    if first is Relation.SAME and worst <= Relation.NEAR and same >= _LARGE:
        return "same-figure"
    alike = first <= Relation.NEAR and (first is Relation.SAME or worst is not Relation.FAR)
    return "near-figure" if alike and max(least.values()) >= _TELLING else ""


def relation(one: Figure, other: Figure) -> Relation:
    """How two figures of one kind lie to each other."""
    low, high = sorted((one.told, other.told))
    if low == high:
        return Relation.SAME
    if high <= 1.5 * low + 1:
        return Relation.NEAR
    return Relation.OTHER if high <= 3 * low + 1 else Relation.FAR
