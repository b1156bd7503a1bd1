"""`kg add`, `kg remove`, `kg import`: a store changed, or made from an export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import terminal
from kg.commands.summary import tell
from kg.options import BESIDES, PATHS, READING, STORE, STORE_TO_MAKE
from kg.uncollected import uncollected

if TYPE_CHECKING:
    import datetime


@click.command()
@PATHS
@STORE
@READING
@BESIDES
def add(  # noqa: PLR0913 - one an option
    *,
    paths: tuple[Path, ...],
    store: Path,
    model: str | None,
    date: datetime.datetime | None,
    jobs: int,
    fields: dict[str, str],
    listed: tuple[Path, ...],
    put_right: Path | None,
) -> None:
    """Add articles to a store; those that it holds unchanged are not read again.

    An article takes the place of the one of the same name (file name or record id) with another
    text. Without PATHS, a store that a run left behind is only brought up to date.
    """
    with uncollected():
        from kg import pipeline

    with terminal.progress("Reading") as progress:
        summary = pipeline.add(
            paths + listed,
            store,
            model=model,
            date=date.date() if date else None,
            jobs=jobs,
            fields=fields,
            corrections=put_right,
            progress=progress,
        )
    tell("in store", summary.counts, summary.problems, summary.unused)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@STORE
def remove(*, articles: tuple[str, ...], store: Path) -> None:
    """Take articles out of a store, each by its name (file name or record id) or its IRI."""
    from kg import resources
    from kg.graph.removal import remove

    left = remove(store, articles, resources.folder("ontology"))
    tell("in store", left.counts)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@STORE_TO_MAKE
@click.option("--replace", is_flag=True, help="Put it in the place of a store that is there.")
def restore(*, file: Path, output: Path, replace: bool) -> None:
    """Make a store from the N-Quads (.nq) that kg export wrote, this kg's or an older one's.

    The articles are taken from the file; what follows from them all is made anew.
    """
    from kg import resources
    from kg.graph.restore import restore

    made = restore(file, output, resources.folder("ontology"), replacing=replace)
    tell("imported", made.counts)
