"""Who fought whom: pairs of armed actors over all merged events that are told as facts.

Two of one side (a state and its forces, a part and its whole, one that is affiliated with the other
or backs it) are a pair only where one report tells that one acted against the other. What a pair
gets hangs on the events between the two (`engagements.Engagement`) and on what ties them to each
other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.graph.consolidate import Thing
from kg.graph.engagements import Engagement, Pair
from kg.graph.merged_tolls import Bounds
from kg.model import Interval, Stance
from kg.resolve.world import Entity

#: Curated facts that tie an actor to one on whose side it is.
_TIES = ("forcesOf", "officeOf", "partOf")
#: The ends of the relations that tie one actor to another.
_ENDS = {"Affiliation": ("member", "group"), "Backing": ("backer", "backed")}

#: IRIs of actors of which one belongs to, is allied with or backs the other.
Tie = frozenset[str]


@dataclass(frozen=True, slots=True)
class Fight:
    """All events in which one actor fought another.

    Attributes:
        fighter: IRI of the one who acts.
        opponent: IRI of the one acted against.
        engagements: what each of the events tells, in the order of their IRIs.
    """

    fighter: str
    opponent: str
    engagements: tuple[Engagement, ...]

    @property
    def when(self) -> Interval:
        """The first and last day of dated events."""
        spans = [each.when for each in self.engagements]
        begins = [span.begin for span in spans if span.begin is not None]
        ends = [span.end for span in spans if span.end is not None]
        return Interval(min(begins, default=None), max(ends, default=None))

    @property
    def killed(self) -> Bounds | None:
        """The dead on both sides, least and most, of events of known days; None where none tells.

        Nothing is the most where one event has no upper bound.
        """
        counted = [each.killed for each in self.engagements if each.killed is not None]
        if not counted:
            return None
        highs = [bounds.high for bounds in counted if bounds.high is not None]
        high = sum(highs) if len(highs) == len(counted) else None
        return Bounds(sum(bounds.low or 0 for bounds in counted), high)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event between two actors, and whether one report tells that one acted on the other."""

    engagement: Engagement
    is_told: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is on whose side.

    Attributes:
        entities: the curated things.
        ties: those that articles and the known world tell.
    """

    entities: Mapping[str, Entity]
    ties: frozenset[Tie] = frozenset()

    def same(self, one: str, other: str) -> bool:
        """Whether two actors, or those whose parts or forces they are, are on one side."""
        ours, theirs = self._line(one), self._line(other)
        if one in theirs or other in ours or self._state(one) & self._state(other):
            return True
        return self.are_tied(one, other)

    def are_tied(self, one: str, other: str) -> bool:
        """Whether a tie binds them, or those whose parts or forces they are."""
        return any(frozenset(pair) in self.ties
                   for pair in product(self._line(one), self._line(other)))  # fmt: skip

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


def ties(thing: Thing) -> frozenset[Tie]:
    """What the reports of a thing assert to tie actors; old ties bind nobody."""
    if thing.of not in _ENDS:
        return frozenset()
    return frozenset(
        frozenset(link.iri for end in _ENDS[thing.of] for link in told.report.roles[end])
        for told in thing.told
        if told.report.stance is Stance.ASSERTED and ("former", "true") not in told.report.facts
    )


def sides_of(told: Iterable[Tie], entities: Mapping[str, Entity]) -> Sides:
    """The sides that the known world and the ties that articles assert tell."""
    known = {
        frozenset((entity.one("backer"), entity.one("backed")))
        for entity in entities.values()
        if entity.cls == "Backing"
    }
    return Sides(entities, frozenset(told) | known)


def fights(engagements: Iterable[Engagement], sides: Sides) -> list[Fight]:
    """Who fought whom, by the pairs' IRIs."""
    met: dict[Pair, list[Meeting]] = {}
    for each in engagements:
        for pair in each.told | each.joined:
            met.setdefault(pair, []).append(Meeting(each, pair in each.told))
    found = (fight(pair, met[pair], sides) for pair in sorted(met))
    return [each for each in found if each is not None]


def fight(pair: Pair, met: Sequence[Meeting], sides: Sides) -> Fight | None:
    """All events of one pair; None where they are of one side, and no report tells of any."""
    are_apart = not sides.same(*pair)
    own = [each.engagement for each in met if each.is_told or are_apart]
    return Fight(*pair, tuple(sorted(own, key=lambda each: each.event))) if own else None
