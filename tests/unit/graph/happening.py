"""Happenings made by hand, and where their places lie, in the invented war of `graph.war`."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from graph.sheets import place, report
from graph.war import write_war
from kg.graph.geography import Geography
from kg.graph.happenings import Figure, Happening, Kind, Told, fortnights
from kg.model import Link, Stance
from kg.resolve import world

DAY = datetime.date(2031, 5, 10)
SALIM, KASR = "place/deir-salim", "place/kasr"  # curated towns, far apart
OSTRIN, VELMARA, ILMAR = "place/ostrin", "place/velmara", "place/ilmar"
#: New towns at so many kilometres to the north of Deir Salim, and one of which nothing is known.
NEAR, FIFTY, THIRTY = "place/near-town", "place/fifty-town", "place/thirty-town"
UNKNOWN, ABROAD, HILL = "place/lost-hamlet", "place/border-town", "place/ilmar-hill"
#: A facility of Deir Salim fifty kilometres from it, and a town of Ostrin, nobody knows where.
DAM, SOMEWHERE = "place/salim-dam", "place/somewhere"
#: A town that has its province's name, and a square in it.
SEAT, SQUARE = "place/ostrin-town", "place/seat-square"
_PER_DEGREE = 111.2  # kilometres


def _north(kilometres: float) -> tuple[float, float]:
    return 35.5 + kilometres / _PER_DEGREE, 36.25


def _town(iri: str, position: tuple[float, float] | None = None, parent: str = "") -> Link:
    return Link(iri, iri, "Settlement", iri, "gazetteer", 1.0, parent, position)


NAMED = {
    each.iri: each
    for each in (
        _town(NEAR, _north(14), OSTRIN),
        _town(THIRTY, _north(30), OSTRIN),
        _town(FIFTY, _north(50), OSTRIN),
        _town(UNKNOWN),
        _town(SOMEWHERE, None, OSTRIN),
        Link(DAM, DAM, "Facility", DAM, "new", 1.0, SALIM, _north(50)),
        _town(ABROAD, _north(20), ILMAR),
        Link(HILL, HILL, "Area", HILL, "new", 1.0, ILMAR),
        Link(SEAT, "Ostrin", "Settlement", "Ostrin", "gazetteer", 1.0, OSTRIN),
        Link(SQUARE, "Old Square", "Facility", "Old Square", "new", 1.0, SEAT),
    )
}


@cache
def geography() -> Geography:
    """The invented war's places, curated and new."""
    return Geography(world.load(write_war(Path(mkdtemp()))), NAMED)


def day(offset: int) -> datetime.date:
    return DAY + datetime.timedelta(days=offset)


def happening(key: str, **given: Any) -> Happening:
    """An asserted attack in Deir Salim on DAY, told by an article of that day; or as given.

    `on` gives its days as offsets from DAY, both ends; `sheet` the position of its article.
    """
    first, last = given.pop("on", (0, 0))
    told = Told(given.pop("sheet", ord(key) - ord("a")), 0, report(roles={"place": (place("x"),)}))
    sides = {role: frozenset(given.pop(role, ())) for role in ("initiator", "target")}
    type_ = given.pop("type", "Attack")
    values: dict[str, Any] = {
        "type": type_,
        "types": frozenset([type_]),
        "places": frozenset([SALIM]),
        "carried": False,
        "sides": {"participant": frozenset()} | sides,
        "begin": None if first is None else day(first),
        "end": None if last is None else day(last),
        "dated": True,
        "figures": {},
        "stance": Stance.ASSERTED,
        "sources": frozenset([""]),
        "words": frozenset(),
        "runs": frozenset(),
        "head": "attack",
        "names": frozenset(),
        "kinds": frozenset(),
        "issued": DAY,
    }
    for name in ("places", "sources", "words", "runs", "types", "names", "kinds"):
        if name in given:
            given[name] = frozenset(given[name])
    values |= given
    values["kind"] = Kind(values["stance"] is Stance.PLANNED, values["type"], values["types"])
    values["fortnights"] = fortnights(values["begin"] or values["end"] or values["issued"])
    return Happening(key, (told,), **values)


def dead(low: int | None, high: int | None = None) -> dict[str, Figure]:
    """So many killed; exactly `low` where no more is given."""
    return {"Killed": Figure(low, low if high is None else high)}
