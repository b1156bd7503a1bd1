"""A count of people or facilities, in gold or in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Victim_co = TypeVar("Victim_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Toll(Generic[Victim_co]):
    """A toll as told.

    Attributes:
        kind: local name of a toll kind: "Killed".
        count: the figure, when one is told.
        low: the least, when told.
        high: the most, when told.
        victims: who is counted: entity keys in gold, things in a graph.
    """

    kind: str
    count: int | None
    low: int | None
    high: int | None
    victims: tuple[Victim_co, ...] = ()

    def figures(self) -> frozenset[int]:
        """Every figure that is told of it."""
        told = (self.count, self.low, self.high)
        return frozenset(figure for figure in told if figure is not None)

    def __str__(self) -> str:
        """The kind and the figures: "Killed 35", "Killed 20..30", "Killed 35.."."""
        if self.count is not None:
            return f"{self.kind} {self.count}"
        ends = ("" if end is None else str(end) for end in (self.low, self.high))
        return f"{self.kind} {'..'.join(ends)}"


def same_toll(one: Toll[object], other: Toll[object]) -> bool:
    """Whether kind and figure agree: the counts where both tell one, else any figure.

    >>> same_toll(Toll("Killed", 35, None, None), Toll("Killed", None, 35, None))
    True
    >>> same_toll(Toll("Killed", 35, 30, 40), Toll("Killed", 36, 30, 40))
    False
    """
    if one.kind != other.kind:
        return False
    if one.count is not None and other.count is not None:
        return one.count == other.count
    return not one.figures().isdisjoint(other.figures())
