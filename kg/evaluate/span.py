"""A stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets, in code points, half-open."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def shared(self, other: Span) -> int:
        """How much two spans share; below zero, how far they are apart.

        >>> Span(0, 5).shared(Span(3, 9)), Span(0, 5).shared(Span(7, 9))
        (2, -2)
        """
        return min(self.end, other.end) - max(self.start, other.start)
