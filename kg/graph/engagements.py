"""What one merged event tells of who fought whom.

In an event initiators fought targets; two that clash without either being told to begin it fought
each other. Civilians, other people without arms, persons and bodies that keep no army of their own
are nobody's opponents.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.graph.consolidate import Thing
from kg.graph.merged_tolls import Bounds, merged_tolls
from kg.graph.origins import origins
from kg.graph.quads import Sheet
from kg.graph.things import span_of
from kg.model import Interval, Report, Stance

#: Types of events in which two sides fight; those below them too. Troops that are sent or leave,
#: and people who are held or let go, are no fight.
_FIGHTS = frozenset(("Clash", "Offensive", "Attack", "Killing", "Capture", "Siege"))
_ARMED = frozenset(("State", "ArmedForces", "ArmedGroup"))
#: The dead of an event of more days are those of a war or a window, and hold those of single days.
_DAYS = datetime.timedelta(days=1)

#: IRIs of one who acted and of one acted against.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Engagement:
    """An event in which armed actors fought.

    Attributes:
        event: its IRI.
        when: its days, open where not told.
        killed: its dead, least and most, if it is of known days and tells any.
        reports: how many assert it.
        origins: whom it is known from.
        told: the pairs of which one report tells that one acted against the other.
        joined: further pairs, which hold only of two who are not of one side.
    """

    event: str
    when: Interval
    killed: Bounds | None
    reports: int
    origins: frozenset[str]
    told: frozenset[Pair]
    joined: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Engagements:
    """Finds the engagements among merged things.

    Attributes:
        sheets: all articles, as numbered in the things' reports.
        classes: superclasses of each class.
        copied: copies among the articles -> the article that each copies, IRIs without the base.
    """

    sheets: Sequence[Sheet]
    classes: Mapping[str, tuple[str, ...]]
    copied: Mapping[str, str]

    def of(self, things: Iterable[Thing]) -> list[Engagement]:
        """Those of all things that tell of any, in their order."""
        found = (self._of(thing) for thing in things if thing.of == "Event")
        return [each for each in found if each is not None]

    def _of(self, thing: Thing) -> Engagement | None:
        told, joined = self._pairs(thing)
        if not told and not joined:
            return None
        asserted = [each for each in thing.told if each.report.stance is Stance.ASSERTED]
        span = span_of([each.report for each in thing.told])
        known_from = origins(asserted, self.sheets, self.copied)
        killed = _killed(thing) if _is_of_a_day(span) else None
        return Engagement(thing.iri, span, killed, len(asserted), known_from, told, joined)

    def _pairs(self, thing: Thing) -> tuple[frozenset[Pair], frozenset[Pair]]:
        """Those who fought each other: as single reports tell, and as several tell together."""
        reports = [
            each.report
            for each in thing.told
            if each.report.stance is Stance.ASSERTED
            and _FIGHTS.intersection(self.classes[each.report.type])
        ]
        told = {pair for report in reports for pair in _told_pairs(report)}
        acting, struck = (
            {iri for report in reports for iri in _armed(report, role)}
            for role in ("initiator", "target")
        )
        # What two reports tell together holds only where none names both the other way round.
        joined = set(product(acting - struck, struck - acting))
        joined |= {pair for report in reports for pair in _clashed(report)}
        return _of_two(told), _of_two(joined - told)


def _of_two(pairs: Iterable[Pair]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if pair[0] != pair[1])


def _told_pairs(report: Report) -> Iterator[Pair]:
    yield from product(_armed(report, "initiator"), _armed(report, "target"))


def _clashed(report: Report) -> Iterator[Pair]:
    """Two that fight, where neither is told to act on the other."""
    both = _armed(report, "participant")
    if len(both) == 2 and not report.roles.get("initiator") and not report.roles.get("target"):
        yield both[0], both[1]
        yield both[1], both[0]


def _armed(report: Report, role: str) -> list[str]:
    return sorted({link.iri for link in report.roles.get(role, ()) if link.cls in _ARMED})


def _is_of_a_day(span: Interval) -> bool:
    return span.begin is not None and span.end is not None and span.end - span.begin <= _DAYS


def _killed(event: Thing) -> Bounds | None:
    tolls = merged_tolls([(each.sheet, each.report) for each in event.told])
    return next((toll.bounds for toll in tolls if toll.total and toll.kind == "Killed"), None)
