"""Narrowing: the surroundings of one thing, some days, some types of event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.view.elements import Edge, Happening, ViewModel


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which part of a graph to show; without anything said, all of it.

    Attributes:
        focus: IRIs of the things around which to look.
        depth: how many steps away from them.
        since, until: ISO dates; events and ties with days, and none of them between, are left out.
        types: local names of the classes of events to keep, with all below them.
    """

    focus: frozenset[str] = frozenset()
    depth: int = 1
    since: str = ""
    until: str = ""
    types: frozenset[str] = frozenset()

    @property
    def timed(self) -> bool:
        """Whether time matters."""
        return bool(self.since or self.until)


ALL = Narrowing()


def happening_in(event: Happening, narrowing: Narrowing) -> bool:
    """Whether an event is of a wanted type and time; where time matters it must have a day."""
    typed = not narrowing.types or bool(event.types & narrowing.types)
    timed = narrowing.timed and not event.node.span.touches(narrowing.since, narrowing.until)
    return typed and not timed


def tie_in(edge: Edge, narrowing: Narrowing) -> bool:
    """Whether a standing relation holds at a wanted time; one without days always does."""
    dated = edge.span.begin or edge.span.end
    return not (narrowing.timed and dated) or edge.span.touches(narrowing.since, narrowing.until)


def around(view: ViewModel, narrowing: Narrowing) -> ViewModel:
    """What lies around the focus; without one, all, less what nothing joins any more."""
    if narrowing == ALL:
        return view
    if narrowing.focus:
        kept = _near(view, narrowing.focus, narrowing.depth)
    else:
        kept = {part for event in view.happenings for part in event.parts}
        kept |= {end for edge in view.edges for end in (edge.source, edge.target)}
    edges = tuple(edge for edge in view.edges if {edge.source, edge.target} <= kept)
    # An event lies in the picture if it is the focus, is in a line, or joins only what is kept.
    seen = {*narrowing.focus, *(event for edge in edges for event in edge.events)}
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id in kept),
        happenings=tuple(
            event for event in view.happenings if event.node.id in seen or set(event.parts) <= kept
        ),
        edges=edges,
    )


def _near(view: ViewModel, focus: Iterable[str], depth: int) -> set[str]:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    for event in view.happenings:
        # Who took part in an event, and where, is one step away from each other.
        for part in (event.node.id, *event.parts):
            near[part].update(event.parts)
    kept = set(focus)
    fringe = set(focus)
    for _ in range(depth):
        fringe = {other for node in fringe for other in near[node]} - kept
        kept |= fringe
    return kept
