"""The ontology's words that gold is written in, and how like two event types are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg import resources
from kg.graph.names import plain
from kg.graph.tree import ontology, superclasses
from kg.vocab import TYPE, kg, local

#: Types that careful readers mix up, though neither stands above the other.
_MIXED_UP = frozenset(
    frozenset(pair)
    for pair in (
        ("Accusation", "CeasefireViolation"),
        ("Accusation", "Condemnation"),
        ("Attack", "Clash"),
        ("Attack", "FacilityLoss"),
        ("Attack", "Killing"),
        ("Attack", "Offensive"),
        ("Bombardment", "Killing"),
        ("Bombardment", "Offensive"),
        ("AirStrike", "Killing"),
        ("Shelling", "Killing"),
        ("Explosion", "Killing"),
        ("Clash", "Killing"),
        ("Clash", "Offensive"),
        ("Capture", "Offensive"),
        ("Killing", "Offensive"),
        ("Demand", "Warning"),
        ("Threat", "Warning"),
        ("Displacement", "Evacuation"),
        ("AidObstruction", "Siege"),
    )
)
#: Any two types directly below one of these are near.
_ALIKE_BELOW = frozenset(("Statement", "Bombardment"))
#: These say so little that they are near to nothing.
_TOO_WIDE = frozenset(("Event", "ArmedEvent", "HumanitarianEvent", "DiplomaticEvent"))


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of the ontology.

    Attributes:
        lines: event type -> its own name and those of the types above it, nearest first.
        toll_kinds: local names of the kinds of toll.
    """

    lines: Mapping[str, tuple[str, ...]]
    toll_kinds: frozenset[str]

    def likeness(self, wanted: str, found: str) -> float:
        """1 for the same event type, 0.5 for a near one, else 0.

        Near is a type above or below, one that readers mix up with it, and a sister below
        kg:Statement or kg:Bombardment.
        """
        if wanted == found:
            return 1.0
        if not _TOO_WIDE.isdisjoint((wanted, found)):
            return 0.0
        return 0.5 if self._is_near(wanted, found) else 0.0

    def deepest(self, types: Iterable[str]) -> str:
        """The event type that stands deepest in the tree, the first of several; "" if none is."""
        events = (name for name in types if name in self.lines)
        return max(events, key=lambda name: len(self.lines[name]), default="")

    def _is_near(self, wanted: str, found: str) -> bool:
        above, also = self.lines[wanted], self.lines[found]
        if wanted in also or found in above or frozenset((wanted, found)) in _MIXED_UP:
            return True
        return above[1] == also[1] and above[1] in _ALIKE_BELOW


def shipped_terms() -> Terms:
    """The words of kg's own ontology."""
    folder = resources.folder("ontology")
    events = {name: line for name, line in superclasses(folder).items() if "Event" in line}
    a_kind = (NamedNode(TYPE), NamedNode(kg("TollKind")))
    typed = (quad for quad in ontology(folder) if (quad.predicate, quad.object) == a_kind)
    return Terms(events, frozenset(local(plain(quad.subject)) for quad in typed))
