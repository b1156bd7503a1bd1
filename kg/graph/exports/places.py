"""Where an event is told to have been, and how exactly."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.names import plain
from kg.vocab import WGS84, kg

if TYPE_CHECKING:
    from kg.graph.answer import Node
    from kg.graph.names import Names

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with all that holds it.

    Attributes:
        iri: the place's.
        label: its preferred label.
        cls: its class's local name ("Settlement"), "" if unknown.
        kind: a plain word finer than the class ("sea"), or "".
        iso: ISO 3166 code, or "".
        point: its latitude and longitude in degrees (WGS 84), or None.
        around: what holds it, the next larger place first.
    """

    iri: str
    label: str
    cls: str
    kind: str
    iso: str
    point: Point | None
    around: tuple[Place, ...] = ()

    @property
    def chain(self) -> tuple[Place, ...]:
        """The place itself and all that hold it."""
        return (self, *self.around)

    @property
    def country(self) -> Place | None:
        """The country it is in (or is)."""
        return next((each for each in self.chain if each.cls == "Country"), None)

    @property
    def areas(self) -> tuple[Place, ...]:
        """The administrative areas it is in (or is), the largest first."""
        return tuple(each for each in reversed(self.chain) if each.cls == "AdministrativeArea")

    @property
    def located(self) -> Place | None:
        """The smallest place of the chain that has a point."""
        return next((each for each in self.chain if each.point is not None), None)

    @property
    def borrows(self) -> bool:
        """Whether its point is that of the town it is a part of."""
        towns = [each for each in self.around[:1] if each.cls == "Settlement"]
        return self.point is not None and any(town.point == self.point for town in towns)


def places_of(names: Names, event: Node) -> tuple[Place, ...]:
    """The places of an event, without those that hold another of them, sorted by IRI."""
    found = [read_place(names, node) for node in names.nodes(event, kg("place"))]
    holding = {holder.iri for place in found for holder in place.around}
    return tuple(place for place in found if place.iri not in holding)


def read_place(names: Names, node: Node) -> Place:
    """A place and what holds it; a circle of places ends where it began."""
    chain = [node]
    while higher := [each for each in names.nodes(chain[-1], kg("within")) if each not in chain]:
        chain.append(higher[0])
    above: tuple[Place, ...] = ()
    for each in reversed(chain[1:]):
        above = (_place(names, each, above), *above)
    return _place(names, node, above)


def _place(names: Names, node: Node, around: tuple[Place, ...]) -> Place:
    return Place(
        iri=plain(node),
        label=names.label(node),
        cls=next(iter(names.types(node)), ""),
        kind=names.text(node, kg("featureKind")),
        iso=names.text(node, kg("iso")),
        point=_point(names, node),
        around=around,
    )


def _point(names: Names, node: Node) -> Point | None:
    lat = degrees(names.text(node, WGS84 + "lat"), 90)
    long = degrees(names.text(node, WGS84 + "long"), 180)
    return None if lat is None or long is None else (lat, long)


def degrees(text: str, most: float) -> float | None:
    """A latitude or longitude; None if the text is none.

    >>> degrees("35.5", 90), degrees("95", 90), degrees("nan", 90), degrees("", 90)
    (35.5, None, None, None)
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= most else None


def degrees_text(value: float) -> str:
    """Degrees as people write them.

    >>> degrees_text(35.0), degrees_text(36.2503), degrees_text(0.00001)
    ('35', '36.2503', '0.00001')
    """
    return f"{value:.6f}".rstrip("0").rstrip(".")
