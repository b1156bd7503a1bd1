"""`kg build`: a store that holds the articles named, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import terminal
from kg.commands.summary import tell
from kg.options import BESIDES, PATHS, READING, STORE_OR_SERVER, all_paths, base_iri
from kg.uncollected import uncollected

if TYPE_CHECKING:
    import datetime


@click.command()
@PATHS
@STORE_OR_SERVER
@READING
@click.option(
    "--base-iri",
    "base",
    metavar="IRI",
    callback=base_iri,
    help="What the IRIs of the graph begin with.",
)
@BESIDES
@click.option(
    "--fresh",
    is_flag=True,
    help="Read every article again, and replace a store that this kg can't open.",
)
def build(  # noqa: PLR0913 - one an option
    *,
    paths: tuple[Path, ...],
    output: Path | str,
    model: str | None,
    date: datetime.datetime | None,
    jobs: int,
    base: str | None,
    fields: dict[str, str],
    listed: tuple[Path, ...],
    put_right: Path | None,
    fresh: bool,
) -> None:
    """Read articles (files, folders, archives or - for standard input) into a store.

    The store then holds these and no others. Articles that it holds already and that have not
    changed are not read again; a run that was cut short is gone on with.
    """
    with uncollected():
        from kg import pipeline
        from kg.vocab import DEFAULT_BASE

    with terminal.progress("Reading") as progress:
        summary = pipeline.build(
            all_paths(paths, listed),
            output,
            model=model,
            date=date.date() if date else None,
            jobs=jobs,
            base=base or DEFAULT_BASE,
            fields=fields,
            corrections=put_right,
            fresh=fresh,
            progress=progress,
        )
    tell("built", summary.counts, summary.problems, summary.unused)
