"""Events, and what is told of those that are matched: who, where, when, by whose word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kg.evaluate import measures
from kg.evaluate.case import Case
from kg.evaluate.dates import same_days
from kg.evaluate.match import Hit, Match
from kg.evaluate.measures import Measure
from kg.evaluate.pairing import paired
from kg.evaluate.roles import PARTAKERS
from kg.evaluate.verdict import Mark, Verdict
from kg.model import Interval

_ROLES: dict[Measure, tuple[str, ...]] = {
    measures.EVENT_ACTORS: PARTAKERS,
    measures.INITIATORS: ("initiator",),
    measures.TARGETS: ("target",),
    measures.EVENT_PLACES: ("place",),
    measures.SOURCES: ("source",),
}


def event_verdicts(case: Case, match: Match) -> Iterator[Verdict]:
    """Whether the events are found, and what is told of those that are."""
    yield from _found(case, match)
    for hit in match.hits:
        for measure, roles in _ROLES.items():
            yield from _filled(case, hit, measure, roles)
        yield from _dated(case, hit)
        yield from _stance(case, hit)
    yield from itertools.starmap(_linked, itertools.combinations(match.hits, 2))


def _found(case: Case, match: Match) -> Iterator[Verdict]:
    found, wanted = len(match.counted), len(match.wanted)
    exact = sum(hit.exact for hit in match.hits)
    yield Mark(measures.EXACT, exact, found, wanted)
    yield Mark(measures.EVENTS, len(match.hits), found, wanted)
    told_by = {hit.gold: hit for hit in match.hits}
    for report in match.wanted:
        hit = told_by.get(report)
        name = f"{report.type} [{report.trigger}]" if report.trigger else report.type
        if hit is None:
            yield case.finding(measures.EVENTS, name, "", report.quote)
        elif not hit.exact:
            yield case.finding(measures.EXACT, name, hit.told.type, report.quote)
    taken = {hit.told for hit in match.hits}
    for told in match.counted:
        if told not in taken:
            yield case.finding(measures.EVENTS, "", told.type, told.quote)


def _filled(case: Case, hit: Hit, measure: Measure, roles: tuple[str, ...]) -> Iterator[Verdict]:
    """Who or what fills some roles, whichever of them."""
    keys, things = hit.gold.keys(*roles), hit.told.things(*roles)
    right = len(paired(keys, things, case.naming.is_near))
    yield Mark(measure, right, len(things), len(keys))
    if right < max(len(keys), len(things)):
        got = ", ".join(thing.label for thing in things)
        yield case.finding(measure, ", ".join(keys), got, hit.gold.quote)


def _dated(case: Case, hit: Hit) -> Iterator[Verdict]:
    """The days; where gold leaves them open, any answer passes."""
    wanted, told = hit.gold.when, hit.told.when
    if wanted.begin is None:
        return
    right = same_days(wanted, told)
    got = _days(told)
    yield Mark(measures.DATES, right, bool(got), 1)
    if not right:
        yield case.finding(measures.DATES, _days(wanted), got, hit.gold.quote)


def _days(when: Interval) -> str:
    """The days for a person: one, or the ends of several; "" if neither is known."""
    if when.begin == when.end:
        return str(when.begin or "")
    return f"{when.begin or ''}..{when.end or ''}"


def _stance(case: Case, hit: Hit) -> Iterator[Verdict]:
    wanted, told = hit.gold.stance, hit.told.stance
    yield Mark(measures.STANCE, wanted == told, 1, 1)
    if wanted != told:
        yield case.finding(measures.STANCE, wanted, told, hit.gold.quote)


def _linked(one: Hit, other: Hit) -> Mark:
    """Whether two reports tell of the same happening."""
    wanted = bool(one.gold.event) and one.gold.event == other.gold.event
    told = one.told.thing is not None and one.told.thing == other.told.thing
    return Mark(measures.SAME_EVENT, wanted and told, told, wanted)
