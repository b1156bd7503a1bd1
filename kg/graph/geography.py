"""Where places lie and whose side actors are on, as the known world and the articles tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.ids import slug
from kg.model import Link
from kg.resolve.world import OF_A_PLACE, World
from kg.sphere import kilometres

#: Facts that tie an actor to the one on whose side it is.
_SIDE = ("forcesOf", "officeOf")
#: Classes of places that are points.
SMALL = ("Settlement", "Facility")
#: How far apart two points may be and still be taken for one place's, km.
NEAR = 15.0
#: From so far on, two towns are two places whatever else agrees, km.
FAR = 40.0


@dataclass(frozen=True, slots=True)
class Geography:
    """Places and sides of the things that a set of articles names.

    Attributes:
        world: the curated things.
        named: IRI -> a link to each place that is not curated.
    """

    world: World
    named: Mapping[str, Link]
    # Asked for with every two happenings that are compared.
    _lines: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    _countries: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def line(self, iri: str) -> list[str]:
        """A place and those that hold it, from within outwards."""
        found = self._lines.get(iri)
        if found is None:
            link = self.named.get(iri) or Link(iri, "", "", "", "", 1.0)
            found = self._lines[iri] = self.world.line(link)
        return found

    def cls(self, iri: str) -> str:
        """The class of a place."""
        entity = self.world.entities.get(iri)
        if entity is not None:
            return entity.cls
        link = self.named.get(iri)
        return link.cls if link is not None else ""

    def country(self, iri: str) -> str:
        """The country that holds a place, "" if unknown."""
        found = self._countries.get(iri)
        if found is None:
            line = self.line(iri)
            found = next((each for each in line if self.cls(each) == "Country"), "")
            self._countries[iri] = found
        return found

    def is_large(self, iri: str) -> bool:
        """Whether so much happens in a place that it says little: an area, or the seat of one."""
        if self.cls(iri) not in SMALL:
            return True
        own = self._name(iri)
        names = (self._name(holder) for holder in self.line(iri)[1:])
        return any(name == own or name.startswith(f"{own} ") for name in names)

    def _name(self, iri: str) -> str:
        """A place's label without what tells it from others of that name."""
        entity = self.world.entities.get(iri)
        link = self.named.get(iri)
        label = entity.label if entity is not None else link.label if link is not None else ""
        return label.split(" (")[0].removesuffix(" city")

    def most_exact(self, places: Iterable[Link]) -> list[str]:
        """Places without those that hold another of them, by IRI, in order."""
        return [place.iri for place in self.world.most_exact(places)]

    def point(self, iri: str) -> tuple[float, float] | None:
        """Latitude and longitude of a place, in degrees; None where it has none of its own."""
        entity = self.world.entities.get(iri)
        if entity is not None:
            lat, long = entity.one("lat"), entity.one("long")
            return (float(lat), float(long)) if lat and long else None
        link = self.named.get(iri)
        return link.position if link is not None else None

    def distance(self, one: str, other: str) -> float | None:
        """Kilometres between two places on a great circle; None where one has no point."""
        here, there = self.point(one), self.point(other)
        return kilometres(here, there) if here is not None and there is not None else None

    def side(self, link: Link) -> str:
        """Whose side an actor is on: a state's forces and offices are the state's.

        Groups without a name of their own ("rebels (Mali)") begin with "~".
        """
        entity = self.world.entities.get(link.iri)
        if entity is not None:
            return next((entity.one(name) for name in _SIDE if entity.one(name)), link.iri)
        return f"~{link.iri}" if link.rule.startswith("generic") else link.iri


def geography(links: Iterable[Link], world: World) -> Geography:
    """The places and sides of the things that links lead to, in the order of their articles."""
    places = sorted(
        (link for link in links if link.is_place and link.iri not in world.entities),
        key=lambda link: (link.iri, link.parent, link.position or (0.0, 0.0)),
    )
    named = {link.iri: link for link in places}
    settled = (link for _, link in sorted(named.items()) if link.cls == "Settlement")
    towns = {slug(link.label): link.iri for link in settled}
    return Geography(world, {iri: _held(link, towns) for iri, link in named.items()})


def _held(link: Link, towns: Mapping[str, str]) -> Link:
    """A "market (Oram)" within the town of Oram, if an article names that as a place of its own."""
    holder = towns.get(slug(link.label.rpartition(" (")[2]), "")
    return replace(link, parent=holder) if link.rule == OF_A_PLACE and holder else link
