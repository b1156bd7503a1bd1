"""Event reports as a spreadsheet: one row a report, names instead of IRIs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.cells import table
from kg.graph.names import names_of, plain
from kg.vocab import DCTERMS, WGS84, kg, local

if TYPE_CHECKING:
    from kg.graph.answer import Node
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

KINDS = (
    "Killed",
    "Injured",
    "Displaced",
    "Missing",
    "Detained",
    "Released",
    "FacilitiesLost",
    "Affected",
)
_BEFORE_TOLLS = (
    *("article", "issued", "type", "begin", "end", "place", "lat", "long"),
    *("initiator", "target", "participants"),
)
_AFTER_TOLLS = ("source", "stance", "quote", "quote_start", "quote_end", "event", "report")
_JOINT = "; "


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that the tolls of one kind in one report add up to.

    Attributes:
        low: None where no toll has a lower bound.
        high: None where a toll has no upper bound.
    """

    low: int | None
    high: int | None


def event_rows(handle: GraphHandle) -> str:
    """CSV (RFC 4180, with a header) of all reports of events, in the order of the articles."""
    names = names_of(handle)
    rows = sorted((_row(names, report) for report in _event_reports(names)), key=_place)
    return table(_columns(), rows)


def toll_bounds(names: Names, report: Node, kind: str) -> Bounds:
    """What a report's tolls of a kind add up to; those included in a larger one don't count."""
    lows: list[int] = []
    highs: list[int | None] = []
    for toll in names.nodes(report, kg("toll")):
        counted = local(names.text(toll, kg("tollKind"))) == kind
        if counted and not names.text(toll, kg("partOfToll")):
            exact = names.text(toll, kg("count"))
            low = names.text(toll, kg("minCount")) or exact
            high = names.text(toll, kg("maxCount")) or exact
            lows.extend([int(low)] if low else [])
            highs.append(int(high) if high else None)
    known = [high for high in highs if high is not None]
    complete = bool(highs) and len(known) == len(highs)
    return Bounds(sum(lows) if lows else None, sum(known) if complete else None)


def _event_reports(names: Names) -> list[Node]:
    """Reports of things below `event/`: a Report's own class is that of its event as well."""
    prefix = f"{names.handle.base}event/"
    quads = names.handle.store.quads_for_pattern(None, NamedNode(kg("reports")), None)
    return sorted(
        {quad.subject for quad in quads if plain(quad.object).startswith(prefix)}, key=str
    )


def _columns() -> list[str]:
    tolls = [f"{_column(kind)}_{bound}" for kind in KINDS for bound in ("low", "high")]
    return [*_BEFORE_TOLLS, *tolls, *_AFTER_TOLLS]


def _column(kind: str) -> str:
    return "facilities_lost" if kind == "FacilitiesLost" else kind.lower()


def _row(names: Names, report: Node) -> dict[str, str]:
    event = names.nodes(report, kg("reports"))[0]
    article = next(iter(names.nodes(report, kg("article"))), None)
    row = {
        "article": names.text(article, DCTERMS + "identifier") if article else "",
        "issued": names.text(article, DCTERMS + "issued") if article else "",
        "type": _JOINT.join(names.types(report) or names.types(event)),
        "quote_start": names.text(report, kg("quoteStart")),
        "quote_end": names.text(report, kg("quoteEnd")),
        "stance": local(names.text(report, kg("stance"))),
        "event": plain(event),
        "report": plain(report),
    }
    row |= {name: names.text(report, kg(name)) for name in ("begin", "end", "quote")}
    row |= _where(names, report)
    for name in ("initiator", "target", "source"):
        row[name] = _JOINT.join(names.labels(report, kg(name)))
    row["participants"] = _JOINT.join(names.labels(report, kg("participant")))
    for kind in KINDS:
        bounds = toll_bounds(names, report, kind)
        row[f"{_column(kind)}_low"] = "" if bounds.low is None else str(bounds.low)
        row[f"{_column(kind)}_high"] = "" if bounds.high is None else str(bounds.high)
    return row


def _where(names: Names, report: Node) -> dict[str, str]:
    places = names.nodes(report, kg("place"))
    # Two places have no one point.
    point = places[0] if len(places) == 1 else None
    return {
        "place": _JOINT.join(names.labels(report, kg("place"))),
        "lat": names.text(point, WGS84 + "lat") if point else "",
        "long": names.text(point, WGS84 + "long") if point else "",
    }


def _place(row: dict[str, str]) -> tuple[str, int, str]:
    return row["article"], int(row["quote_start"] or 0), row["report"]
