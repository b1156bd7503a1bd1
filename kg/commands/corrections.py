"""`kg corrections`: what people have put right, and whether it still applies."""

from __future__ import annotations

from pathlib import Path

import click

from kg import streams, terminal
from kg.options import FILE


@click.command()
@click.argument("file", required=False, type=FILE)
@click.option(
    "-g",
    "--graph",
    metavar="STORE|FILE",
    help="The graph whose corrections are listed, or held against FILE.  [default, without FILE: "
    "build/kg]",
)
def corrections(*, file: Path | None, graph: str | None) -> None:
    """List the corrections of FILE or of a graph, and which of them apply there.

    Exit code 1 if one no longer applies.
    """
    from kg.graph.corrections import listing
    from kg.graph.corrections.read import read
    from kg.graph.corrections.stored import stored
    from kg.graph.store import open_graph

    written = read(file) if file is not None else ()
    asked = graph or (None if file is not None else "build/kg")
    found = stored(open_graph(asked)) if asked is not None else None
    rows = [[terminal.single_line(cell) for cell in row] for row in listing.rows(written, found)]
    table = terminal.aligned(listing.COLUMNS, rows, width=terminal.width())
    streams.write(table.encode())
    problems = listing.problems(written, found or ())
    for line in problems:
        click.echo(f"kg: {terminal.single_line(line)}", err=True)
    click.get_current_context().exit(1 if problems else 0)
