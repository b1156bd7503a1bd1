"""Folding: many events become a few weighted lines between those who took part."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.view.elements import Edge, Happening
from kg.view.relations import merged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def fold(events: Iterable[Happening], armed: Collection[str]) -> tuple[Edge, ...]:
    """The lines that stand for the events: one for each relation, pair and stance, sorted by id.

    Who strikes one of the `armed` (ids of actors) fights them; who strikes others attacks them.

    An event joins initiators to targets; participants to each other; where there is no second
    actor, an actor to the place; and every actor to the deal. Lines of different stance stay apart.
    """
    return merged(line for event in events for line in _lines(event, armed))


def _lines(event: Happening, armed: Collection[str]) -> Iterator[Edge]:
    pairs = list(_pairs(event, armed))
    yield from (_line(event, *pair) for pair in pairs)
    actors = (*event.initiators, *event.others)
    if not pairs:
        places = (*event.places, *event.destinations)
        yield from (_line(event, one, "acts in", place) for one in actors for place in places)
    relation = "breaks" if "CeasefireViolation" in event.types else "involved"
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
        reports=node.reports,
        tolls=node.tolls,
        events=(node.id,),
        span=node.span,
    )
