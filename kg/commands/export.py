"""`kg export`: a graph as a file that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from kg import streams
from kg.commands.opening import opened
from kg.graph.formats import EXPORTS
from kg.options import FILE, GRAPH


@click.command()
@GRAPH
@click.option("-o", "--output", required=True, type=FILE, help="- for standard output.")
@click.option(
    "--format",
    "form",
    type=click.Choice(EXPORTS),
    metavar="NAME",
    help="One of those above; default: by extension.",
)
def export(*, graph: str, output: Path, form: str | None) -> None:
    """Write the graph as a file that other programs read.

    \b
    By extension:
      .ttl .nt .rdf .jsonld   all triples
      .trig .nq               with the graph of each article
      .graphml .gexf          the network, for yEd, Cytoscape and Gephi
      .geojson                events on the map
      .csv                    one row a report of an event

    \b
    By --format alone:
      acled   one row an event, in the columns of ACLED
      ucdp    one row a deadly event, in the columns of UCDP GED
      ftm     FollowTheMoney entities, a JSON object a line
      neo4j   nodes and relationships for neo4j-admin, in a zip
    """  # noqa: D301 - click's mark for text that it must not wrap
    from kg.graph.export import format_of, render

    if str(output) == "-" and form is None:
        problem = "standard output needs --format"
        raise click.UsageError(problem)
    form = form or format_of(output)
    streams.put(output, render(opened(graph), form))
