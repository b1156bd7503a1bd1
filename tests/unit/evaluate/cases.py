"""An invented article, with gold and reports for it in few words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from kg.evaluate.case import Case
from kg.evaluate.gold import Gold, GoldReport
from kg.evaluate.naming import Entity, Naming, Thing, plain_name
from kg.evaluate.span import Span
from kg.evaluate.terms import shipped_terms
from kg.evaluate.told import Told, ToldArticle
from kg.evaluate.verdict import Finding, Mark, Score, Verdict
from kg.model import Interval

SHELLED = "On Friday the Northern Front shelled Tel Amra, killing at least six civilians"
STRUCK = "Velmaran jets struck the town of Dar Sufa"
ALLY = "Velmara, the ally of the Front"
TEXT = f"{SHELLED}. {STRUCK}. {ALLY}, kept silent."

ENTITIES = {
    "front": Entity(("Northern Front", "the Front"), near=("rebels",)),
    "rebels": Entity(("rebels",)),
    "velmara": Entity(("Velmara",), near=("velmaran-army",)),
    "velmaran-army": Entity(("Velmaran army", "Velmaran jets")),
    "monitor": Entity(("War Monitor",)),
    "civilians": Entity(("civilians",)),
    "tel-amra": Entity(("Tel Amra",), spot=(35.5, 36.25)),
    "dar-sufa": Entity(("Dar Sufa",)),
}


def thing(label: str, *others: str, spot: tuple[float, float] | None = None) -> Thing:
    names = frozenset(map(plain_name, (label, *others)))
    return Thing(f"https://example.org/kg/id/{label.lower().replace(' ', '-')}", label, names, spot)


FRONT = thing("Northern Front", "NF")
REBELS = thing("rebels")
VELMARA = thing("Velmara")
ARMY = thing("Velmaran army")
MONITOR = thing("War Monitor")
CIVILIANS = thing("civilians")
TEL_AMRA = thing("Tel Amra", spot=(35.6, 36.3))
DAR_SUFA = thing("Dar Sufa")
STRANGER = thing("Lake District")


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def want(quote: str = SHELLED, **parts: Any) -> GoldReport:
    """A report that gold wants: shelling, unless something else is said."""
    of = parts.pop("of", "Event")
    usual = {"type": "Shelling", "trigger": "shelled"} if of == "Event" else {}
    roles = {name: parts.pop(name) for name in list(parts) if isinstance(parts[name], list)}
    filled = {name: tuple(keys) for name, keys in roles.items()}
    return GoldReport(of=of, quote=quote, roles=filled, **(usual | parts))


def tell(quote: str = SHELLED, trigger: str = "", **parts: Any) -> Told:
    """The same of a graph."""
    of = parts.pop("of", "Event")
    usual = {"type": "Shelling"} if of == "Event" else {}
    roles = {name: parts.pop(name) for name in list(parts) if isinstance(parts[name], list)}
    return Told(
        iri=f"https://example.org/kg/id/report/{len(quote)}",
        of=of,
        quote=quote,
        at=parts.pop("at", span(quote)),
        trigger=span(trigger) if trigger else None,
        roles={name: tuple(sorted(things)) for name, things in roles.items()},
        **(usual | parts),
    )


def case(
    gold: Iterable[GoldReport] = (),
    told: Iterable[Told] = (),
    *,
    text: str = TEXT,
    issued: tuple[datetime.date | None, str] = (None, ""),
) -> Case:
    """The article, with what gold wants and what the graph tells.

    Args:
        gold: in the order of its file.
        told: in the order of the graph.
        text: "" for an article whose text isn't at hand.
        issued: the day by gold, and the day by the graph.
    """
    return Case(
        gold=Gold("amra.txt", issued[0], {}, tuple(gold)),
        told=ToldArticle(issued[1], tuple(told)),
        missing=False,
        text=text,
        naming=Naming({}, ENTITIES),
        terms=shipped_terms(),
    )


def scores(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int, int]]:
    """Measure -> right, false, missed; those that nothing counts towards are left out."""
    found: dict[str, Score] = {}
    for mark in verdicts:
        if isinstance(mark, Mark):
            found[mark.measure.name] = found.get(mark.measure.name, Score()).with_mark(mark)
    sums = {name: (one.right, one.false, one.missed) for name, one in found.items()}
    return {name: counts for name, counts in sums.items() if any(counts)}


def findings(verdicts: Iterable[Verdict]) -> list[tuple[str, str, str, str]]:
    """Measure, verdict, gold, got."""
    return [
        (each.measure.name, each.kind, each.gold, each.got)
        for each in verdicts
        if isinstance(each, Finding)
    ]


def days(begin: str, end: str = "") -> Interval:
    first = datetime.date.fromisoformat(begin)
    return Interval(first, datetime.date.fromisoformat(end) if end else first)
