"""`kg verify`: a graph's quotes against the articles on disk."""

from __future__ import annotations

from pathlib import Path

import click

from kg import streams, terminal
from kg.options import FIELDS, GRAPH, LIST, PATHS, all_paths


@click.command()
@GRAPH
@PATHS
@FIELDS
@LIST
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(
    *,
    graph: str,
    paths: tuple[Path, ...],
    fields: dict[str, str],
    listed: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Hold every quote of the graph against the articles' files.

    Exit code 1 if an article is missing or has changed, or a quote isn't where it should be.
    """
    from kg.graph.store import open_graph
    from kg.read.files import documents
    from kg.verify import show
    from kg.verify.verify import verify

    wanted = all_paths(paths, listed)
    found = verify(open_graph(graph), documents(wanted, fields))
    streams.write((show.as_json(found) if as_json else show.as_text(found)).encode())
    for mistake in found.mistakes:
        click.echo(f"kg: {terminal.single_line(str(mistake))}", err=True)
    click.get_current_context().exit(1 if found.findings else 2 if found.mistakes else 0)
