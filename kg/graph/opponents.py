"""Who fought whom: pairs of armed actors over all merged events that are told as facts.

In an event initiators fought targets; two that clash without either being told to begin it fought
each other. Civilians, other people without arms, persons and bodies that keep no army of their own
are nobody's opponents. Two of one side (a state and its forces, a part and its whole, one that is
affiliated with the other or backs it) are a pair only where one report tells that one acted against
the other. What a pair gets hangs on the events between the two and on what ties them to each other.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.graph.consolidate import Thing
from kg.graph.happenings import Told
from kg.graph.merged_tolls import Bounds, merged_tolls
from kg.graph.things import span_of
from kg.model import Interval, Report, Stance
from kg.resolve.world import Entity

#: Types of events in which two sides fight; those below them too. Troops that are sent or leave,
#: and people who are held or let go, are no fight.
_FIGHTS = frozenset(("Clash", "Offensive", "Attack", "Killing", "Capture", "Siege"))
_ARMED = frozenset(("State", "ArmedForces", "ArmedGroup"))
#: Curated facts that tie an actor to one on whose side it is.
_TIES = ("forcesOf", "officeOf", "partOf")
#: The ends of the relations that tie one actor to another.
_ENDS = {"Affiliation": ("member", "group"), "Backing": ("backer", "backed")}
#: The dead of an event of more days are those of a war or a window, and hold those of single days.
_DAYS = datetime.timedelta(days=1)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fight:
    """All events in which one actor fought another.

    Attributes:
        fighter: IRI of the one who acts.
        opponent: IRI of the one acted against.
        events: IRIs of the events, in order.
        told: their asserted reports.
        when: the first and last day of dated events.
        killed: the dead on both sides, least and most, of events of known days; None where no
            such event tells any.
    """

    fighter: str
    opponent: str
    events: tuple[str, ...]
    told: tuple[Told, ...]
    when: Interval
    killed: Bounds | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is on whose side.

    Attributes:
        entities: the curated things.
        tied: pairs of actors of which one belongs to, is allied with or backs the other.
    """

    entities: Mapping[str, Entity]
    tied: frozenset[frozenset[str]] = frozenset()

    def same(self, one: str, other: str) -> bool:
        """Whether two actors, or those whose parts or forces they are, are on one side."""
        ours, theirs = self._line(one), self._line(other)
        if one in theirs or other in ours or self._state(one) & self._state(other):
            return True
        return any(frozenset(pair) in self.tied for pair in product(ours, theirs))

    def _line(self, iri: str) -> frozenset[str]:
        """An actor and all that it is a part, force or office of."""
        found: set[str] = set()
        waiting = [iri]
        while waiting:
            actor = waiting.pop()
            if actor not in found:
                found.add(actor)
                waiting.extend(self._facts(actor, _TIES))
        return frozenset(found)

    def _state(self, iri: str) -> frozenset[str]:
        """The state whose force or office an actor is: two forces of one state are on its side."""
        return frozenset(self._facts(iri, ("forcesOf", "officeOf")))

    def _facts(self, iri: str, names: Iterable[str]) -> list[str]:
        entity = self.entities.get(iri)
        if entity is None:
            return []
        return [value for name in names for value in entity.facts.get(name, ())]


def sides_of(things: Iterable[Thing], entities: Mapping[str, Entity]) -> Sides:
    """The sides that the known world and what articles assert tell; old ties bind nobody."""
    pairs = {
        frozenset(link.iri for end in _ENDS[thing.of] for link in told.report.roles[end])
        for thing in things
        if thing.of in _ENDS
        for told in thing.told
        if told.report.stance is Stance.ASSERTED and ("former", "true") not in told.report.facts
    }
    known = {
        frozenset((entity.one("backer"), entity.one("backed")))
        for entity in entities.values()
        if entity.cls == "Backing"
    }
    return Sides(entities, frozenset(pairs | known))


def has_sides(report: Report) -> bool:
    """Whether it can bear on who fought whom: it asserts what armed actors did, or their ties."""
    if report.stance is not Stance.ASSERTED:
        return False
    roles = ("initiator", "target", "participant")
    return report.of in _ENDS or any(_armed(report, role) for role in roles)


def fights(
    things: Iterable[Thing], sides: Sides, classes: Mapping[str, tuple[str, ...]]
) -> list[Fight]:
    """Who fought whom, by the pairs' IRIs.

    Args:
        things: the merged things, of which only the events count.
        sides: who is on whose side.
        classes: superclasses of each class.
    """
    found: dict[Pair, list[Thing]] = {}
    for thing in things:
        if thing.of == "Event":
            for pair in sorted(_pairs(thing, sides, classes)):
                found.setdefault(pair, []).append(thing)
    return [_fight(pair, sorted(found[pair], key=lambda e: e.iri)) for pair in sorted(found)]


def _pairs(thing: Thing, sides: Sides, classes: Mapping[str, tuple[str, ...]]) -> set[Pair]:
    """Those who fought each other in an event, each as who acted against whom."""
    reports = [
        told.report
        for told in thing.told
        if told.report.stance is Stance.ASSERTED and _FIGHTS.intersection(classes[told.report.type])
    ]
    told = {pair for report in reports for pair in _told_pairs(report)}
    acting, struck = (
        {iri for report in reports for iri in _armed(report, role)}
        for role in ("initiator", "target")
    )
    # What two reports tell together holds only where none of them names both the other way round.
    joined = set(product(acting - struck, struck - acting))
    clashed = {pair for report in reports for pair in _clashed(report)}
    apart = {pair for pair in joined | clashed if not sides.same(*pair)}
    return {pair for pair in told | apart if pair[0] != pair[1]}


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


def _fight(pair: Pair, events: Sequence[Thing]) -> Fight:
    told = tuple(
        each for event in events for each in event.told if each.report.stance is Stance.ASSERTED
    )
    spans = [span_of([each.report for each in event.told]) for event in events]
    begins = [span.begin for span in spans if span.begin is not None]
    ends = [span.end for span in spans if span.end is not None]
    when = Interval(min(begins, default=None), max(ends, default=None))
    dated = [event for event, span in zip(events, spans, strict=True) if _is_of_a_day(span)]
    return Fight(*pair, tuple(event.iri for event in events), told, when, _killed(dated))


def _is_of_a_day(span: Interval) -> bool:
    return span.begin is not None and span.end is not None and span.end - span.begin <= _DAYS


def _killed(events: Iterable[Thing]) -> Bounds | None:
    """The sum of the dead; nothing is the most where one event has no upper bound."""
    counted = [
        toll.bounds
        for event in events
        for toll in merged_tolls([(told.sheet, told.report) for told in event.told])
        if toll.total and toll.kind == "Killed"
    ]
    if not counted:
        return None
    highs = [bounds.high for bounds in counted if bounds.high is not None]
    high = sum(highs) if len(highs) == len(counted) else None
    return Bounds(sum(bounds.low or 0 for bounds in counted), high)
