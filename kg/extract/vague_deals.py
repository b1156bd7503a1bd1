"""Deals that an article tells neither by name nor by date: which of those it names is meant."""

from __future__ import annotations

import datetime
from dataclasses import replace

from kg.model import Link, Report
from kg.resolve.world import World

# Rule of a deal that the article tells neither by name nor by date.
VAGUE = "some deal"
# Rule of one of which only the year is told.
OF_A_YEAR = "deal of a year"
# An undated deal is not one that was made more years ago than these.
_RECALLED = 3


def with_one_deal(found: list[Report], world: World, issued: datetime.date | None) -> list[Report]:
    """Reports in which "a truce" without a date is the one deal that the article does identify.

    A deal of years ago is history: an article that recalls it tells of another one.
    """
    deals = {report.deal.iri: report.deal for report in found if report.deal is not None}
    vague = {deal.iri for deal in deals.values() if deal.rule == VAGUE}
    known = [deal for deal in deals.values() if deal.rule not in (VAGUE, OF_A_YEAR)]
    if len(known) != 1 or not vague or _is_history(known[0], found, world, issued):
        return found
    return [
        replace(report, deal=replace(known[0], surface=report.deal.surface, score=0.5))
        if report.deal is not None and report.deal.iri in vague
        else report
        for report in found
    ]


def _is_history(
    deal: Link, found: list[Report], world: World, issued: datetime.date | None
) -> bool:
    entity = world.entities.get(deal.iri)
    told = [
        value for report in found if report.deal is not None and report.deal.iri == deal.iri
        for name, value in report.facts if name == "agreedOn"
    ]  # fmt: skip
    agreed = [entity.one("agreedOn")] if entity is not None else told
    years = [int(each[:4]) for each in agreed if each[:4].isdigit()]
    return issued is not None and bool(years) and max(years) < issued.year - _RECALLED
