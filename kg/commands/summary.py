"""What a run that writes to a store tells at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from kg import terminal
from kg.errors import InputError, SkippedError


def tell(
    head: str,
    counts: Mapping[str, int],
    problems: Sequence[InputError] = (),
    unused: Sequence[str] = (),
) -> None:
    """Print a table of counts, and what was not read; exit code 2 if something could not be.

    Args:
        head: of the table's first column.
        counts: name -> number.
        problems: files and records that were not read.
        unused: warnings of corrections that no longer apply.
    """
    rows = [(name, f"{count:,}") for name, count in counts.items()]
    click.echo(terminal.aligned((head, "count"), rows, right={1}), nl=False)
    for line in unused:
        click.echo(f"kg: {terminal.single_line(line)}", err=True)
    for problem in problems:
        click.echo(f"kg: {terminal.single_line(str(problem))}", err=True)
    if any(not isinstance(problem, SkippedError) for problem in problems):
        click.get_current_context().exit(2)
