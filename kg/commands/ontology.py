"""`kg ontology`: the ontology as a page to read."""

from __future__ import annotations

from pathlib import Path

import click

from kg import streams
from kg.options import FILE


@click.command()
@click.option(
    "-o",
    "--output",
    default="build/ontology.html",
    show_default=True,
    type=FILE,
    help="The page to write; - for standard output.",
)
def ontology(*, output: Path) -> None:
    """Write a reference of all classes, properties and values as one HTML page."""
    from kg import resources
    from kg.graph.tree import ontology as triples
    from kg.view.reference import reference

    streams.put(output, reference(triples(resources.folder("ontology"))).encode())
