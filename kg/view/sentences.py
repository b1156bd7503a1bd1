"""Sentences: what an edge says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.view.style import relation_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.view.elements import Edge

_DOUBTS = {"Denied": " (denied)", "Alleged": " (alleged)", "Planned": " (planned)"}


def edge_title(edge: Edge, labels: Mapping[str, str]) -> str:
    """An edge as a sentence; `labels` maps node ids to labels.

    >>> from kg.view.elements import Edge
    >>> edge_title(Edge("k", "backs", "f", "Denied"), {"k": "Kelmar", "f": "River Front"})
    'Kelmar backs River Front (denied)'
    """
    verb = relation_style(edge.relation).label
    title = f"{labels[edge.source]} {verb} {labels[edge.target]}{_DOUBTS.get(edge.stance, '')}"
    return f"{title} ({edge.events} events)" if edge.events > 1 else title
