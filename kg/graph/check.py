"""An open graph held against the shapes that kg ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from kg import resources
from kg.graph.export import render
from kg.graph.validate import Finding, load_shapes, validate

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle


def check(handle: GraphHandle) -> list[Finding]:
    """All findings of a graph, its named graphs taken together.

    Raises:
        KnowledgeError: if the shipped shapes can't be read.
    """
    folder = resources.folder("ontology")
    graph = Graph().parse(data=render(handle, "nt").decode("utf-8"), format="nt")
    ontology = Graph().parse(folder / "kg.ttl", format="turtle")
    return validate(graph, load_shapes(folder), ontology)


def finding_line(finding: Finding) -> str:
    """A finding on one line: how bad, where, what."""
    place = " ".join(filter(None, [finding.focus, finding.path]))
    value = f" [{finding.value}]" if finding.value else ""
    return f"{finding.severity}: {place}: {finding.message}{value}"
