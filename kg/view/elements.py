"""What the page shows, before anybody draws it: frozen, slotted, free of colours and places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The four sorts of node."""

    ACTOR = "actor"
    PLACE = "place"
    DEAL = "deal"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known: `name` "Agreed on", `value` "2018-09-17"."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One toll as one report tells it.

    Attributes:
        kind: local name of the toll kind: "Killed".
        low: least, when told.
        high: most, when told.
        victims: labels of those counted, joined by commas, or "".
        partial: whether it is part of a larger figure of the same report.
    """

    kind: str
    low: int | None
    high: int | None
    victims: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class TollSpan:
    """What all reports together tell of one kind of toll.

    Attributes:
        kind: local name of the toll kind: "Killed".
        low: the lowest figure that somebody tells; 0 where only a ceiling is told.
        high: the highest figure told.
        unbounded: whether somebody says "at least" of the highest figure.
        disputed: whether two voices tell different figures.
    """

    kind: str
    low: int
    high: int
    unbounded: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report: the words, and who stands behind them.

    Attributes:
        id: the report's IRI.
        article: the article's IRI.
        quote: the exact words.
        title: the article's title, else its identifier.
        publisher: the outlet, or "".
        issued: ISO date of the article, or "".
        speaker: label of the actor to whom the article attributes it; "" for the article itself.
        stance: "Asserted", "Denied", "Alleged" or "Planned".
        confidence: as stored, "0.8", or "".
        when: the words that told the time, or "".
        url: where the article was published, http or https only, or "".
        figures: the tolls it tells.
    """

    id: str
    article: str
    quote: str
    title: str
    publisher: str = ""
    issued: str = ""
    speaker: str = ""
    stance: str = "Asserted"
    confidence: str = ""
    when: str = ""
    url: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, place, deal or event.

    Attributes:
        id: its IRI.
        label: its preferred label, whole.
        kind: which of the four sorts.
        cls: its most specific class, as a person reads it: "Air strike".
        group: the class under which the legend files it: "ArmedEvent".
        aliases: other names, sorted.
        facts: what is known of it.
        reports: ids of the reports that name it, in the order of the evidence.
        tolls: for events, the tolls by kind.
        stance: for events, the strongest stance of their reports; else "".
    """

    id: str
    label: str
    kind: Kind
    cls: str
    group: str
    aliases: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    reports: tuple[str, ...] = ()
    tolls: tuple[TollSpan, ...] = ()
    stance: str = ""

    @property
    def weight(self) -> int:
        """How many reports name it."""
        return len(self.reports)


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
        events: how many events are folded into it.
    """

    source: str
    relation: str
    target: str
    stance: str
    facts: tuple[Fact, ...] = ()
    reports: tuple[str, ...] = ()
    tolls: tuple[TollSpan, ...] = ()
    events: int = 0

    @property
    def id(self) -> str:
        """A key that no other edge of the view has."""
        return f"{self.source} {self.relation} {self.target} {self.stance}"

    @property
    def weight(self) -> int:
        """How many events, or else reports, stand behind it."""
        return self.events or len(self.reports)


@dataclass(frozen=True, slots=True)
class Omission:
    """What the view leaves out, in counts.

    Attributes:
        nodes: nodes beyond the limit.
        edges: edges that end at such a node.
        folded: events drawn as lines between those who took part.
        lonely: folded events that join no two things, so that no line stands for them.
    """

    nodes: int = 0
    edges: int = 0
    folded: int = 0
    lonely: int = 0


@dataclass(frozen=True, slots=True)
class ViewModel:
    """Everything that the page shows.

    Attributes:
        nodes: heaviest first, then by label.
        edges: sorted by their ids.
        evidence: the reports behind the shown nodes and edges, by date, article and place in it.
        omitted: what is left out.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    evidence: tuple[Evidence, ...]
    omitted: Omission = Omission()
