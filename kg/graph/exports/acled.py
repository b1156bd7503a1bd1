"""Events in the columns of ACLED, for tools that read its tables; this is not ACLED's data.

Written are events that an article asserts, whose days are known to a month, and for whose type
the ontology has a code of ACLED's. What can't be known from a graph is empty: region, admin codes,
source_scale, timestamp, and the type of non-state groups.

    time_precision   1 the day, 2 within a week, 3 within a month; event_date is the middle day
    geo_precision    1 the town or site, 2 about it or in a district, 3 in a province or region
    actor1       who acts; actor2 to whom it is done; two who meet on no told side are one each
    fatalities   the least figure told, as ACLED counts, and 0 where no death is told; low, best and
                 high, which are then empty, stand at the end
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.exports.cells import table
from kg.graph.exports.codes import SubEvent
from kg.graph.exports.events import Event, events
from kg.graph.exports.parties import Parties, parties_of
from kg.graph.exports.places import Place, degrees_text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from kg.graph.store import GraphHandle

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2"),
    *("admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale"),
    *("notes", "fatalities", "tags", "timestamp"),
)
#: What ACLED has no column for.
OWN = ("fatalities_low", "fatalities_best", "fatalities_high", "iri")
_WEEK, _MONTH = 7, 31
_JOINT = "; "


def acled(handle: GraphHandle) -> str:
    """CSV of the events, in the order of their days.

    Raises:
        KnowledgeError: if the table of codes is wrong.
    """
    writer = _Writer(parties_of(handle))
    rows = [row for event in events(handle) if (row := writer.row(event))]
    rows.sort(key=lambda row: (row["event_date"], row["iri"]))
    return table((*COLUMNS, *OWN), rows)


@dataclass(frozen=True, slots=True)
class _Writer:
    parties: Parties

    def row(self, event: Event) -> dict[str, str] | None:
        """The event's row; None if it is none for ACLED."""
        allowed = self.parties.codes.of("acledSubEventType", event.types)
        days = event.days
        if not (allowed and days and event.asserted) or (days[1] - days[0]).days >= _MONTH:
            return None
        middle = days[0] + (days[1] - days[0]) // 2
        return {
            "event_id_cnty": event.name,
            "event_date": middle.isoformat(),
            "year": str(middle.year),
            "time_precision": _time_precision(*days),
            "source": _JOINT.join(event.outlets),
            "notes": event.quote,
            "iri": event.iri,
            **_type(self._sub_events(event, allowed)),
            **self._sides(event),
            **self._where(event),
            **_deaths(event),
        }

    def _sub_events(self, event: Event, allowed: tuple[str, ...]) -> list[SubEvent]:
        """The one sub-event type that the sides decide for, else all that it may be."""
        known = [name for name in allowed if name in self.parties.codes.sub_events]
        targets = self.parties.targets(event)
        for row in self.parties.codes.choices if len(known) > 1 else ():
            if (
                row.type in event.line
                and row.sub_event in known
                and self.parties.fit(row.initiator, event.initiators, event)
                and self.parties.fit(row.target, targets, event)
            ):
                return [self.parties.codes.sub_events[row.sub_event]]
        return [self.parties.codes.sub_events[name] for name in known]

    def _sides(self, event: Event) -> dict[str, str]:
        first, second, rest = _lineup(event)
        cells = {"tags": _JOINT.join(self._tags(event, rest))}
        inters = []
        for number, side in ((1, first), (2, second)):
            labels = [self.parties.label(iri) for iri in side]
            party = self.parties.party(side[0], event) if side else ""
            inter = self.parties.codes.inter.get(party)
            inters.append(inter if side else 0)
            cells[f"actor{number}"] = labels[0] if labels else ""
            cells[f"assoc_actor_{number}"] = _JOINT.join(labels[1:])
            cells[f"inter{number}"] = "" if inter is None else str(inter)
        cells["interaction"] = _interaction(*inters)
        targeted = self.parties.fit("civil", self.parties.targets(event), event)
        cells["civilian_targeting"] = "Civilian targeting" if targeted else ""
        return cells

    def _tags(self, event: Event, rest: Iterable[str]) -> list[str]:
        disputed = ["disputed"] if event.disputed else []
        return disputed + [f"participant={self.parties.label(iri)}" for iri in rest]

    def _where(self, event: Event) -> dict[str, str]:
        cells = {"location": _JOINT.join(place.label for place in event.places)}
        country = _common([place.country for place in event.places])
        if country is not None:
            cells["country"] = country.label
            cells["iso"] = str(self.parties.codes.iso.get(country.iso) or "")
        for level, column in enumerate(("admin1", "admin2", "admin3")):
            areas = [dict(enumerate(place.areas)).get(level) for place in event.places]
            shared = _common(areas)
            cells[column] = shared.label if shared is not None else ""
        if len(event.places) == 1:
            cells |= _point(event.places[0])
        return cells


def _lineup(event: Event) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The first side, the second, and who takes part on no side that is told."""
    if event.initiators or event.targets or len(event.others) > 2:
        return event.initiators, event.targets, event.others
    return event.others[:1], event.others[1:], ()


def _interaction(first: int | None, second: int | None) -> str:
    """ACLED's code of who meets whom: both codes, the lower first; 0 stands for nobody."""
    if not first or second is None:
        return ""
    return f"{first}0" if second == 0 else "".join(map(str, sorted((first, second))))


def _type(options: list[SubEvent]) -> dict[str, str]:
    """What all that the event may be have in common."""
    told = {
        "sub_event_type": {each.name for each in options},
        "event_type": {each.event for each in options},
        "disorder_type": {each.disorder for each in options},
    }
    return {column: next(iter(names)) for column, names in told.items() if len(names) == 1}


def _time_precision(begin: datetime.date, end: datetime.date) -> str:
    days = (end - begin).days + 1
    if days == 1:
        return "1"
    return "2" if days <= _WEEK else "3"


def _common(places: list[Place | None]) -> Place | None:
    """The place that all of them are; None if they differ."""
    same = {place.iri for place in places if place is not None}
    return places[0] if len(same) == 1 and None not in places else None


def _point(place: Place) -> dict[str, str]:
    """The point of the place, or of the smallest one around it, unless that is the country."""
    at = place.located
    if at is None or at.point is None or at.cls == "Country":
        return {}
    return {
        "latitude": degrees_text(at.point[0]),
        "longitude": degrees_text(at.point[1]),
        "geo_precision": _geo_precision(place, at),
    }


def _geo_precision(place: Place, at: Place) -> str:
    if place.borrows:
        return "2"
    if at.cls in ("Settlement", "Facility"):
        return "1" if at is place else "2"
    district = at.cls == "AdministrativeArea" and len(at.areas) > 1
    return "2" if district else "3"


def _deaths(event: Event) -> dict[str, str]:
    killed = event.killed
    if killed is None:
        return {"fatalities": "0"}
    told = {"fatalities": killed.low, "fatalities_low": killed.low}
    told |= {"fatalities_best": killed.best, "fatalities_high": killed.high}
    return {column: str(count) for column, count in told.items() if count is not None}
