"""What the page shows, before anybody draws it: frozen, slotted, free of colours and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.view.told import Evidence, Fact, TollSpan

#: Event classes in which one side does violence to the other, or both to each other.
VIOLENT = frozenset({"Clash", "Offensive", "Attack", "Killing", "Capture", "Siege"})


class Kind(StrEnum):
    """The four sorts of node."""

    ACTOR = "actor"
    PLACE = "place"
    DEAL = "deal"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first to the last, as ISO dates; "" where unknown.

    >>> Span("2019-05-01", "2019-05-03").text, Span("2019-05-01").text, Span().text
    ('2019-05-01 to 2019-05-03', 'since 2019-05-01', '')
    """

    begin: str = ""
    end: str = ""

    @property
    def text(self) -> str:
        """The time as a person reads it."""
        if self.begin and self.end:
            return self.begin if self.begin == self.end else f"{self.begin} to {self.end}"
        return f"since {self.begin}" if self.begin else f"until {self.end}" if self.end else ""

    def touches(self, since: str, until: str) -> bool:
        """Whether any of its days lies between two; what has no day lies nowhere.

        >>> Span("2019-05-01", "2019-05-03").touches("2019-05-03", ""), Span().touches("", "2020")
        (True, False)
        """
        if not (self.begin or self.end):
            return False
        return (not until or (self.begin or self.end) <= until) and (
            not since or (self.end or self.begin) >= since
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A spot on the earth, in WGS84 degrees."""

    lat: float
    long: float


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, place, deal or event.

    Attributes:
        id: its IRI.
        label: its preferred label, whole.
        kind: which of the four sorts.
        cls: its most specific class, as a person reads it: "Air strike".
        group: the class under which the legend files it: "ArmedEvent".
        type: its most specific class, as a local name: "AirStrike".
        aliases: other names, sorted.
        facts: what is known of it.
        reports: ids of the reports that name it, in the order of the evidence.
        tolls: for events, the tolls by kind.
        stance: for events, the strongest stance of their reports; else "".
        span: when an event happened, a deal held; for others, of the events they are in.
        point: where a place is.
    """

    id: str
    label: str
    kind: Kind
    cls: str
    group: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    reports: tuple[str, ...] = ()
    tolls: tuple[TollSpan, ...] = ()
    stance: str = ""
    span: Span = field(default=Span())
    point: Point | None = None

    @property
    def weight(self) -> int:
        """How many reports name it."""
        return len(self.reports)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with those who took part, as ids.

    Attributes:
        node: the event's node.
        initiators: who act.
        targets: on whom.
        others: who take part without a side that acts on another.
        places: where.
        destinations: whereto.
        deals: which deals it makes, keeps or breaks.
        types: local names of its classes.
    """

    node: Node
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()

    @property
    def violent(self) -> bool:
        """Whether it does violence."""
        return bool(self.types & VIOLENT)

    @property
    def parts(self) -> tuple[str, ...]:
        """Everything that it joins."""
        actors = (*self.initiators, *self.targets, *self.others)
        return (*actors, *self.places, *self.destinations, *self.deals)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes.

    Attributes:
        source: id of the node it starts from.
        relation: its name in the legend: "backs", "fights".
        target: id of the node it points to.
        stance: the strongest stance of its reports, or "Curated" where no report says it.
        facts: what is known of it.
        reports: ids of its reports, in the order of the evidence.
        tolls: for folded events, the tolls by kind.
        events: ids of the events that are folded into it.
        span: when it held, or from the first to the last of its events.
    """

    source: str
    relation: str
    target: str
    stance: str
    facts: tuple[Fact, ...] = ()
    reports: tuple[str, ...] = ()
    tolls: tuple[TollSpan, ...] = ()
    events: tuple[str, ...] = ()
    span: Span = field(default=Span())

    @property
    def id(self) -> str:
        """A key that no other edge of the view has."""
        return f"{self.source} {self.relation} {self.target} {self.stance}"

    @property
    def weight(self) -> int:
        """How many events, or else reports, stand behind it."""
        return len(self.events) or len(self.reports)


@dataclass(frozen=True, slots=True)
class ViewModel:
    """Everything that the page holds.

    Attributes:
        nodes: actors, places and deals, heaviest first, then by label.
        happenings: the events, by id.
        edges: standing relations and folded events, sorted by their ids.
        evidence: the reports behind all of these, by date, article and place in it.
        shown: ids of the nodes of the first view.
        communities: node -> number of the community it is in, from 0, the largest first.
    """

    nodes: tuple[Node, ...] = ()
    happenings: tuple[Happening, ...] = ()
    edges: tuple[Edge, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    shown: frozenset[str] = frozenset()
    communities: Mapping[str, int] = field(default_factory=dict)
