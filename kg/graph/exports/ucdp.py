"""Events in the columns of UCDP GED, for tools that read its tables; this is not UCDP's data.

Written are events that an article asserts, whose days are known to a year, for whose type the
ontology has a type of violence, and in which somebody was killed. What UCDP alone can tell (its
ids of conflicts, dyads and countries, active years, clarity, grid cells) is empty.

    where_prec   1 the town or site, 2 about it, 3 district, 4 province, 5 region or line,
                 6 country, 7 sea of no country; the point is that of the place or what holds it
    date_prec    1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year
    low, high    the least and the greatest figure told; high is empty where none is the most
    best         the figure that consolidation prefers, else the least; deaths_* add up to it
    side_a       who acts, but a government goes first; side_b of one-sided violence is "Civilians"
    source_*     of each article: who published it, when, its title; source_original is whom these
                 articles name as their sources, and our own column `quote` the words of one
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.exports.cells import table
from kg.graph.exports.events import Count, Event, Telling, events
from kg.graph.exports.parties import Parties, parties_of
from kg.graph.exports.places import Place, degrees_text

if TYPE_CHECKING:
    import datetime

    from kg.graph.store import GraphHandle

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
    *("latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b"),
    *("deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
#: What UCDP has no column for.
OWN = ("quote",)
_STATE, _NONSTATE, _ONESIDED = "state-based conflict", "non-state conflict", "one-sided violence"
#: The longest spans, in days, of date_prec 1 to 5.
_SPANS = (1, 6, 7, 31, 366)
_JOINT = "; "
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians")


def ucdp(handle: GraphHandle) -> str:
    """CSV of the deadly events, in the order of their days.

    Raises:
        KnowledgeError: if the table of codes is wrong.
    """
    writer = _Writer(parties_of(handle))
    rows = [row for event in events(handle) if (row := writer.row(event))]
    return table((*COLUMNS, *OWN), sorted(rows, key=lambda row: (row["date_start"], row["id"])))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who fights whom: actors' IRIs, and the type of violence, "" if they don't decide it."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    violence: str


@dataclass(frozen=True, slots=True)
class _Writer:
    parties: Parties

    def row(self, event: Event) -> dict[str, str] | None:
        """The event's row; None if it is none for UCDP."""
        allowed = self.parties.codes.of("ucdpType", event.types)
        killed, days = event.killed, event.days
        if not (allowed and days and event.asserted) or killed is None or not killed.best:
            return None
        precision = _date_prec(*days)
        if not precision:
            return None
        sides = self._sides(event, allowed)
        return {
            "id": event.name,
            "relid": event.iri,
            "year": str(days[0].year),
            "quote": event.quote,
            **self._sources(event),
            "date_prec": precision,
            "date_start": days[0].isoformat(),
            "date_end": days[1].isoformat(),
            **self._who(sides),
            **_where(event.places),
            **self._deaths(event, killed, sides),
        }

    def _sources(self, event: Event) -> dict[str, str]:
        articles = {t.article: t for t in sorted(event.told, key=lambda t: (t.issued, t.outlet))}
        originals = {self.parties.label(iri) for t in event.told for iri in t.sources}
        told = {
            "source_article": [_cited(t) for t in articles.values()],
            "source_office": [t.outlet for t in articles.values()],
            "source_date": [t.issued for t in articles.values()],
            "source_headline": [t.title for t in articles.values()],
            "source_original": sorted(originals),
        }
        cells = {column: _JOINT.join(filter(None, texts)) for column, texts in told.items()}
        number = len({t.outlet or t.article for t in event.told})
        return cells | {"number_of_sources": str(number)}

    def _sides(self, event: Event, allowed: tuple[str, ...]) -> _Sides:
        a, b = event.initiators, event.targets or self._hurt(event)
        if not event.initiators and not event.targets and len(event.others) == 2:
            a, b = event.others[:1], event.others[1:]
        if self.parties.fit("state", b, event) and not self.parties.fit("state", a, event):
            a, b = b, a  # GED puts the government first
        violence = self._violence(event, a, b)
        return _Sides(a, b, violence if violence in allowed else "")

    def _hurt(self, event: Event) -> tuple[str, ...]:
        """Those hurt, as a side, if they are all armed or all civilians."""
        hurt = self.parties.targets(event)
        return (
            hurt if any(self.parties.fit(word, hurt, event) for word in ("armed", "civil")) else ()
        )

    def _violence(self, event: Event, a: tuple[str, ...], b: tuple[str, ...]) -> str:
        armed = [self.parties.fit("armed", side, event) for side in (a, b)]
        civil = [self.parties.fit("civil", side, event) for side in (a, b)]
        if all(armed):
            return _STATE if self.parties.fit("state", a, event) else _NONSTATE
        return _ONESIDED if any(armed) and any(civil) else ""

    def _who(self, sides: _Sides) -> dict[str, str]:
        names = [
            _JOINT.join(self.parties.label(iri) for iri in side) for side in (sides.a, sides.b)
        ]
        if sides.violence == _ONESIDED:
            names[1] = "Civilians"
        return {
            "type_of_violence": str(self.parties.codes.violence.get(sides.violence, "")),
            "side_a": names[0],
            "side_b": names[1],
            "dyad_name": " - ".join(names) if all(names) else "",
        }

    def _deaths(self, event: Event, killed: Count, sides: _Sides) -> dict[str, str]:
        parts = [c for c in event.counts if c.kind == "Killed" and not c.total] or [killed]
        best = killed.best or 0
        told = dict.fromkeys(_DEATHS, 0)
        for part in parts:
            column = self._column(event, part, sides)
            if column:
                told[column] += part.best or 0
        if sum(told.values()) > best:
            told = dict.fromkeys(_DEATHS, 0)  # parts that overlap say nothing of each side
        told |= {"deaths_unknown": best - sum(told.values()), "best": best}
        bounds = {"low": killed.low, "high": killed.high}
        told |= {column: count for column, count in bounds.items() if count is not None}
        return {column: str(count) for column, count in told.items()}

    def _column(self, event: Event, part: Count, sides: _Sides) -> str:
        """Whose dead a toll counts; "" if they are of several sides or of none that is known."""
        victims = {*part.victims}
        if victims and all(self.parties.party(iri, event) == "civil" for iri in victims):
            return "deaths_civilians"
        if victims and victims <= {*sides.a}:
            return "deaths_a"
        armed_b = self.parties.fit("armed", tuple(victims & {*sides.b}), event)
        return "deaths_b" if victims and victims <= {*sides.b} and armed_b else ""


def _cited(telling: Telling) -> str:
    """An article as GED cites it: outlet, day and title."""
    title = f'"{telling.title}"' if telling.title else ""
    return ", ".join(filter(None, (telling.outlet, telling.issued, title)))


def _date_prec(begin: datetime.date, end: datetime.date) -> str:
    days = (end - begin).days + 1
    return next((str(code) for code, most in enumerate(_SPANS, 1) if days <= most), "")


def _where(places: tuple[Place, ...]) -> dict[str, str]:
    cells = {"where_description": _JOINT.join(place.label for place in places)}
    countries = {place.country.label for place in places if place.country is not None}
    cells["country"] = next(iter(countries)) if len(countries) == 1 else ""
    if len(places) != 1:
        return cells
    place = places[0]
    areas = dict(enumerate(place.areas))
    cells |= {f"adm_{n + 1}": areas[n].label for n in (0, 1) if n in areas}
    at = place.located
    if at is not None and at.point is not None:
        lat, long = (degrees_text(value) for value in at.point)
        cells |= {"where_prec": _where_prec(place, at), "where_coordinates": at.label}
        cells |= {"latitude": lat, "longitude": long, "geom_wkt": f"POINT ({long} {lat})"}
    return cells


def _where_prec(place: Place, at: Place) -> str:
    """How exactly a place is known whose point is that of `at`, itself or what holds it."""
    if place.borrows:
        return "2"
    if at.cls in ("Settlement", "Facility"):
        return "1" if at is place else "2"
    if at.cls == "AdministrativeArea":
        return "3" if len(at.areas) > 1 else "4"
    if at.cls == "Country":
        return "6"
    return "7" if at.kind == "sea" and not at.around else "5"
