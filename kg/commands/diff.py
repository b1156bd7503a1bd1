"""`kg diff`: what two graphs say differently."""

from __future__ import annotations

import click

from kg import streams


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def diff(*, before: str, after: str, as_json: bool) -> None:
    """Show what graphs A and B (stores or RDF files) say differently, thing by thing.

    Exit code 1 if they differ.
    """
    from kg.graph.diff import show
    from kg.graph.diff.diff import diff
    from kg.graph.diff.view import view
    from kg.graph.store import open_graph

    found = diff(view(open_graph(before)), view(open_graph(after)))
    streams.write((show.as_json(found) if as_json else show.as_text(found)).encode())
    click.get_current_context().exit(1 if found else 0)
