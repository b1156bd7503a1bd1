"""Whether the places of two happenings may be one event's: a sign, and what bars it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from kg.graph.geography import FAR, NEAR, SMALL, Geography

#: The most exact places that a happening tells, and whether none of its reports tells its own.
Told = tuple[frozenset[str], bool]
#: Of several pairs of places the one that is nearest counts.
_ORDER = (
    "same-small-place", "same-town", "same-area", "within-small-place", "within-town", "near-place",
    "within-area", "same-country",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Compares places; those of many happenings are the same, so each two only once.

    Attributes:
        geography: where places lie.
    """

    geography: Geography
    _known: dict[tuple[Told, Told], tuple[str, str]] = field(default_factory=dict, repr=False)

    def of(self, one: Told, other: Told) -> tuple[str, str]:
        """The sign that the places of two happenings give, and what bars these from being one."""
        found = self._known.get((one, other))
        if found is None:
            found = self._sign(one, other), self._far(one, other) or self._abroad(one, other)
            self._known[one, other] = found
        return found

    def _far(self, one: Told, other: Told) -> str:
        """A bar where both tell towns that are known to lie far apart."""
        if one[1] or other[1] or not one[0] or not other[0]:
            return ""
        pairs = list(product(sorted(one[0]), sorted(other[0])))
        small = all(self.geography.cls(each) in SMALL for each in one[0] | other[0])
        if not small or any(self._holder(a, b) for a, b in pairs):
            return ""
        apart = [self.geography.distance(a, b) for a, b in pairs]
        return "places far apart" if all(d is not None and d > FAR for d in apart) else ""

    def _abroad(self, one: Told, other: Told) -> str:
        """A bar where the places told lie in countries that are known and not the same."""
        lands = [
            {self.geography.country(place) for place in places} - {""}
            for places, carried in (one, other)
            if not carried
        ]
        apart = len(lands) > 1 and all(lands) and not lands[0] & lands[1]
        return "other country" if apart else ""

    def _sign(self, one: Told, other: Told) -> str:
        if not one[0] or not other[0]:
            return "place-not-told"
        found = {self._nearness(a, b) for a in one[0] for b in other[0]}
        best = next((each for each in _ORDER if each in found), "")
        if not best.startswith("same-") and (one[1] or other[1]):
            return "place-of-the-story"
        return best or "other-place"

    def _nearness(self, one: str, other: str) -> str:
        """How two places lie to each other, "" if they are two."""
        places = self.geography
        if holder := self._holder(one, other):
            size = self._size(holder)
            relation = "same" if one == other or size == "country" else "within"
            return f"{relation}-{size}"
        small = [places.cls(each) in SMALL for each in (one, other)]
        distance = places.distance(one, other)
        if all(small):
            return "near-place" if distance is not None and distance <= NEAR else ""
        country = places.country(one)
        return "same-country" if country and country == places.country(other) else ""

    def _holder(self, one: str, other: str) -> str:
        """The place of two that is or holds the other, "" if neither does."""
        if other in self.geography.line(one):
            return other
        return one if one in self.geography.line(other) else ""

    def _size(self, iri: str) -> str:
        """How much may happen in a place on one day."""
        cls = self.geography.cls(iri)
        if cls in SMALL:
            return "town" if self.geography.is_large(iri) else "small-place"
        return "country" if cls == "Country" else "area"
