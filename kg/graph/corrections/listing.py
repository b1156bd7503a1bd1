"""Corrections in words, with what became of them in a graph."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.quads import iri_of
from kg.graph.corrections.stored import Stored

Row = tuple[str, str, str, str, str]
COLUMNS = ("what", "who", "when", "why", "state")
NOT_ASKED, NOT_THERE, NOT_IN_FILE = "", "not in this graph yet", "only in this graph"


def rows(corrections: Sequence[Correction], found: Sequence[Stored] | None) -> list[Row]:
    """A row a correction, in the order of the file; then those that only the graph has.

    Args:
        corrections: those of the file.
        found: those of the graph, or None where no graph is asked.
    """
    by_iri = {one.iri: one for one in found or ()}
    listed = [
        _row(one, NOT_ASKED if found is None else _state(by_iri.get(iri_of(one))))
        for one in corrections
    ]
    named = {iri_of(one) for one in corrections}
    own = [one for one in found or () if one.iri not in named]
    told = f"{NOT_IN_FILE}: " if corrections else ""
    return listed + [_row(one.correction, told + _state(one)) for one in own]


def problems(corrections: Sequence[Correction], found: Sequence[Stored]) -> list[str]:
    """A line for each correction that does not do what it says in the graph."""
    where = {iri_of(one): one.named() for one in corrections}
    return [
        f"{where.get(one.iri, one.iri)}: {one.correction.do} "
        f"{'applies only in part' if one.changed else 'does not apply'}: {one.problem}"
        for one in found
        if one.problem
    ]


def _state(found: Stored | None) -> str:
    if found is None:
        return NOT_THERE
    if not found.changed:
        return "does not apply" if found.problem else "applied, nothing left to change"
    part = ", in part" if found.problem else ""
    return f"applied to {found.changed} thing{'s' if found.changed != 1 else ''}{part}"


def _row(one: Correction, state: str) -> Row:
    return f"{one.do}: {what(one)}", one.who, one.when.isoformat(), one.why, state


def what(one: Correction) -> str:
    """What a correction says, in a few words."""
    named = "; ".join(map(_named, one.reports))
    days = "/".join(day.isoformat() if day else "?" for day in (one.begin, one.end))
    given = {
        "these": ", ".join(one.these), "thing": one.thing, "name": one.name and f"“{one.name}”",
        "into": one.into and f"into {one.into}", "to": one.to and f"to {one.to}",
        "new": one.new and f"new {one.new}", "label": one.label and f"to “{one.label}”",
        "articles": one.articles and f"in {', '.join(one.articles)}",
        "days": days if one.do == "set-date" else "",
        "places": (", ".join(one.places) or "nowhere") if one.do == "set-place" else "",
        "reports": named,
    }  # fmt: skip
    return " ".join(filter(None, map(str, filter(None, given.values()))))


def _named(name: ReportName) -> str:
    word = f" ({name.word})" if name.word else ""
    return f"{name.article} “{name.quote}”{word}"
