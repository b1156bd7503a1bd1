"""Folding: many events become a few weighted lines between those who took part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.view.elements import Edge, Fact, Node
from kg.view.relations import merged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.view.records import Shelf

#: Event classes in which one side does violence to the other, or both to each other.
_VIOLENT = frozenset({"Clash", "Offensive", "Attack", "Killing", "Capture", "Siege"})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with those who took part, as ids.

    Attributes:
        node: the event's node.
        initiators: who act.
        targets: on whom.
        others: who take part without a side that acts on another.
        places: where, and whereto.
        deals: which deals it makes, keeps or breaks.
        types: local names of its classes.
    """

    node: Node
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()

    @property
    def violent(self) -> bool:
        """Whether it does violence."""
        return bool(self.types & _VIOLENT)


@dataclass(frozen=True, slots=True)
class Folded:
    """Events as lines.

    Attributes:
        edges: one for each relation, pair and stance, sorted by id.
        lonely: how many events join no two things, so that no line stands for them.
    """

    edges: tuple[Edge, ...]
    lonely: int


def happenings(
    events: Iterable[Node], edges: Iterable[Edge], things: Shelf
) -> tuple[Happening, ...]:
    """The events with those who took part, read from the edges that join them."""
    roles: dict[str, dict[str, list[str]]] = {}
    for edge in edges:
        for event, other in ((edge.source, edge.target), (edge.target, edge.source)):
            roles.setdefault(event, {}).setdefault(edge.relation, []).append(other)
    return tuple(_happening(node, roles.get(node.id, {}), things[node.id].types) for node in events)


def fold(events: Iterable[Happening], armed: Collection[str]) -> Folded:
    """The lines that stand for the events, and how many events have none.

    Who strikes one of the `armed` (ids of actors) fights them; who strikes others attacks them.

    An event joins initiators to targets; participants to each other; where there is no second
    actor, an actor to the place; and every actor to the deal. Lines of different stance stay apart.
    """
    lines = [tuple(_lines(event, armed)) for event in events]
    edges = merged(edge for edges in lines for edge in edges)
    return Folded(edges, sum(not edges for edges in lines))


def _happening(node: Node, roles: dict[str, list[str]], types: frozenset[str]) -> Happening:
    def role(*names: str) -> tuple[str, ...]:
        return tuple(sorted({iri for name in names for iri in roles.get(name, ())}))

    return Happening(
        node=node,
        initiators=role("initiator"),
        targets=role("target"),
        others=role("participant"),
        places=role("place", "destination"),
        deals=role("concerns"),
        types=types,
    )


def _lines(event: Happening, armed: Collection[str]) -> Iterator[Edge]:
    pairs = list(_pairs(event, armed))
    yield from (_line(event, *pair) for pair in pairs)
    actors = (*event.initiators, *event.others)
    if not pairs:
        yield from (_line(event, one, "acts in", place) for one in actors for place in event.places)
    relation = "breaks" if "CeasefireViolation" in event.types else "concerns"
    yield from (_line(event, one, relation, deal) for one in actors for deal in event.deals)


def _pairs(event: Happening, armed: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Who stands to whom in which relation."""
    for first, second in product(event.initiators, event.targets):
        struck = "fights" if second in armed else "attacks"
        if first != second:
            yield first, struck if event.violent else "acts on", second
    for first, second in combinations(event.others, 2):
        yield first, "clashes with" if event.violent else "acts with", second


def _line(event: Happening, source: str, relation: str, target: str) -> Edge:
    node = event.node
    return Edge(
        source,
        relation,
        target,
        node.stance,
        facts=(Fact("Event", node.label),),
        reports=node.reports,
        tolls=node.tolls,
        events=1,
    )
