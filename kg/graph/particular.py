"""What two articles' tellings share that few events of a war have.

That two outlets tell of shelling in a large city on about one day says little: in a war much of
that happens. Tellings are joined only where something particular agrees as well: a figure, a small
place, a day that both tell, the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph.geography import Geography
from kg.graph.happenings import Happening

#: From so many on a figure is one of few.
_LARGE = 10
#: So many words in common, that are most of the shorter quote, are copied.
_MANY, _MOST = 4, 0.6
#: So many words that are neither names nor common ones are a sign.
SEVERAL = 2
NAMES = frozenset((
    "exact-figure", "large-figure", "near-figure", "small-place", "told-day", "half-told-day",
    "guessed-day", "other-day", "copied-words", "telling-words", "same-side",
))  # fmt: skip
_OF_SIGNS = {
    "near-figure": "near-figure",
    "same-day-guessed": "guessed-day",
    "other-day-guessed": "other-day",
    "same-initiator": "same-side",
    "same-target": "same-side",
}


@dataclass(frozen=True, slots=True)
class Particulars:
    """Weighs what is particular.

    Attributes:
        points: by name, as in ontology/merging.toml.
        common: stems of words that are told of any event.
        geography: where places lie.
    """

    points: Mapping[str, float]
    common: frozenset[str]
    geography: Geography

    def of(self, one: Happening, other: Happening, signs: list[str]) -> float:
        """The sum of points; the order of the two does not matter."""
        return sum(self.points[name] for name in self._names(one, other, signs))

    def _names(self, one: Happening, other: Happening, signs: list[str]) -> Iterator[str]:
        yield from (_OF_SIGNS[sign] for sign in signs if sign in _OF_SIGNS)
        if "same-figure" in signs:
            yield "large-figure" if _same(one, other) >= _LARGE else "exact-figure"
        if "same-day" in signs:
            yield "told-day" if one.dated and other.dated else "half-told-day"
        if any(self._is_small(here, there) for here in one.places for there in other.places):
            yield "small-place"
        shared = (one.words & other.words) - self.common
        most = _MOST * min(len(one.words), len(other.words))
        if len(shared) >= _MANY and len(one.words & other.words) >= most:
            yield "copied-words"
        elif len(shared - one.names - other.names) >= SEVERAL:
            yield "telling-words"

    def _is_small(self, one: str, other: str) -> bool:
        """Whether two places are one that is not large, or one is part of the other, such a one."""
        ours, theirs = self.geography.line(one), self.geography.line(other)
        holder = other if other in ours else one if one in theirs else ""
        return bool(holder) and not self.geography.is_large(holder)


def _same(one: Happening, other: Happening) -> int:
    """The largest figure that both tell of one kind."""
    kinds = one.figures.keys() & other.figures.keys()
    pairs = ((one.figures[kind].told, other.figures[kind].told) for kind in kinds)
    return max((first for first, second in pairs if first == second), default=0)
