"""Sheets in the form in which the graph gives them back.

A graph has no order among the values of a property and keeps two decimals of a score. A sheet is
put into that form before it is written or consolidated, so that one just read and one decoded from
its graph are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kg.graph.mentions import link_order
from kg.graph.quads import Sheet
from kg.model import Link, Report, Toll

#: What is known of a sheet's article, in the order of its facts.
FACTS = ("title", "publisher", "source")


def tidy(sheet: Sheet) -> Sheet:
    """The same sheet in the form that survives being written and read; done twice, as once."""
    issued = sheet.issued
    return replace(
        sheet,
        facts=tuple(sorted(sheet.facts, key=lambda fact: FACTS.index(fact[0]))),
        issued=replace(issued, basis="" if issued.day is None else issued.basis),
        reports=tuple(map(tidy_report, sheet.reports)),
        wires=tuple(sorted(set(sheet.wires))),
    )


def tidy_report(report: Report) -> Report:
    """A report likewise: links, facts and roles sorted, each once; scores of two decimals."""
    return replace(
        report,
        roles={
            role: _links(report.roles[role]) for role in sorted(report.roles) if report.roles[role]
        },
        source=_links(report.source),
        tolls=tuple(map(_toll, report.tolls)),
        deal=None if report.deal is None else _link(report.deal),
        facts=tuple(sorted(set(report.facts))),
        # Only of an event is the trigger kept; elsewhere all of the quote stands for it.
        trigger=report.trigger if report.of == "Event" else (report.start, report.end),
        confidence=two_decimals(report.confidence),
    )


def two_decimals(value: float) -> float:
    """A score as the graph keeps it.

    >>> two_decimals(0.665), two_decimals(1)
    (0.66, 1.0)
    """
    return float(Decimal(str(value)).quantize(Decimal("0.01")))


def _toll(toll: Toll) -> Toll:
    return replace(toll, victims=_links(toll.victims))


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(set(map(_link, links)), key=link_order))


def _link(link: Link) -> Link:
    point = link.position
    return replace(
        link,
        score=two_decimals(link.score),
        # Four decimals are ten metres, as exact as coordinates are written.
        position=None if point is None else (round(point[0], 4), round(point[1], 4)),
    )
