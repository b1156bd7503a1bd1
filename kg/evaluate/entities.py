"""Actors and places of an article, where the places are, and the day of the article itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.evaluate import measures, roles
from kg.evaluate.case import Case
from kg.evaluate.measures import Measure
from kg.evaluate.naming import Spot, Thing
from kg.evaluate.pairing import paired
from kg.evaluate.verdict import Mark, Verdict
from kg.sphere import kilometres

_NEAR = 25  # km


def entity_verdicts(case: Case) -> Iterator[Verdict]:
    """Whether the actors and places that reports name are named, in whatever report."""
    yield from _named(case, measures.ACTORS, roles.ACTORS)
    yield from _named(case, measures.PLACES, roles.PLACES)
    places = _things(case, roles.PLACES)
    for key in _keys(case, roles.PLACES, optional=False):
        yield from _located(case, key, places)
    yield from _issued(case)


def _named(case: Case, measure: Measure, among: Sequence[str]) -> Iterator[Verdict]:
    """Near names, and entities that gold only lists, are neither right nor false alarms."""
    keys, things = _keys(case, among, optional=False), _things(case, among)
    partner = paired(keys, things, case.naming.is_named)
    known = {*keys, *_keys(case, among, optional=True), *case.gold.entities}
    extra = [each for each in things if not any(case.naming.is_near(key, each) for key in known)]
    yield Mark(measure, len(partner), len(partner) + len(extra), len(keys))
    for at, key in enumerate(keys):
        if at not in partner:
            yield case.finding(measure, key, "")
    for each in extra:
        yield case.finding(measure, "", each.label)


def _located(case: Case, key: str, places: Sequence[Thing]) -> Iterator[Verdict]:
    """Whether the place that stands for an entity lies where gold says that it does.

    That is one that bears its very name before one that may stand for it, then the first by IRI.
    """
    wanted = case.naming.spot(key)
    meant = [each for each in places if case.naming.is_near(key, each)]
    if wanted is None or not meant:
        return
    place = min(meant, key=lambda each: not case.naming.is_named(key, each))
    right = place.spot is not None and kilometres(wanted, place.spot) <= _NEAR
    yield Mark(measures.COORDINATES, right, place.spot is not None, 1)
    if not right:
        got = f"{place.label} {_degrees(place.spot)}" if place.spot else ""
        yield case.finding(measures.COORDINATES, f"{key} {_degrees(wanted)}", got)


def _issued(case: Case) -> Iterator[Verdict]:
    wanted, told = str(case.gold.issued or ""), case.told.issued
    right = bool(wanted) and told[: len(wanted)] == wanted
    yield Mark(measures.ISSUE_DATES, right, bool(told), bool(wanted))
    if not right and (wanted or told):
        yield case.finding(measures.ISSUE_DATES, wanted, told)


def _degrees(spot: Spot) -> str:
    return f"{spot[0]:.2f} {spot[1]:.2f}"


def _keys(case: Case, among: Sequence[str], *, optional: bool) -> list[str]:
    reports = [report for report in case.gold.reports if report.optional == optional]
    return sorted({key for report in reports for key in report.keys(*among)})


def _things(case: Case, among: Sequence[str]) -> list[Thing]:
    return sorted({thing for report in case.told.reports for thing in report.things(*among)})
