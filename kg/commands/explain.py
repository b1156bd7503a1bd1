"""`kg explain`: articles with what made each of their reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import streams, terminal
from kg.errors import KgError, SkippedError
from kg.options import DATE, FIELDS, LIST, MODEL, PATHS, all_paths

if TYPE_CHECKING:
    import datetime


@click.command()
@PATHS
@MODEL
@DATE
@FIELDS
@LIST
@click.option("--report", "number", type=click.IntRange(1), help="Only the report of this number.")
@click.option("--offset", type=click.IntRange(0), help="Only reports whose quote covers it.")
@click.option("--find", "words", metavar="WORDS", help="Only reports whose quote covers them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article.")
def explain(  # noqa: PLR0913 - one an option
    *,
    paths: tuple[Path, ...],
    model: str | None,
    date: datetime.datetime | None,
    fields: dict[str, str],
    listed: tuple[Path, ...],
    number: int | None,
    offset: int | None,
    words: str | None,
    as_json: bool,
) -> None:
    """Show what made each report of an article: its words, a row of a table, its links.

    Offsets count in the article's text; a report's number ends its IRI in the graph.
    """
    from kg import pipeline, resources
    from kg.explain import origins
    from kg.explain.article import as_text
    from kg.explain.explained import Asked
    from kg.explain.reading import explanations
    from kg.explain.record import as_record

    wanted, asked = all_paths(paths, listed), Asked(number, offset, words)
    reader = pipeline.reader(model, date.date() if date else None)
    rows = origins.load(resources.folder("ontology"))
    width, paint = terminal.width(), terminal.paint()
    failed, fits = False, asked.is_all
    for found in explanations(wanted, fields, reader, asked):
        if isinstance(found, KgError):
            failed = failed or not isinstance(found, SkippedError)
            click.echo(f"kg: {terminal.single_line(str(found))}", err=True)
        elif found.chosen or asked.is_all:
            fits = True
            shown = as_record(found, rows) if as_json else as_text(found, rows, width, paint)
            streams.write(f"{shown}\n".encode())
    if not fits:
        click.echo("kg: no report fits", err=True)
    click.get_current_context().exit(2 if failed or not fits else 0)
