"""`kg eval`: a graph held against gold."""

from __future__ import annotations

from pathlib import Path

import click

from kg import streams, terminal
from kg.commands.opening import opened
from kg.evaluate.measures import KINDS, MEASURES, OVERALL
from kg.options import GRAPH, pairs

_ALL = "all"
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


def _floors(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, float]:
    """MEASURE=F1 options, by measure."""
    return {name.strip(): _floor(name.strip(), f1) for name, f1 in pairs(context, parameter, given)}


def _floor(name: str, f1: str) -> float:
    known = [*(measure.name for measure in MEASURES), OVERALL]
    if name not in known:
        problem = f"{name!r} is no measure; known: {'; '.join(known)}"
        raise click.BadParameter(problem)
    try:
        floor = float(f1)
    except ValueError:
        floor = -1
    if not 0 <= floor <= 1:
        problem = f"{f1!r} is no F1 of {name}: a number from 0 to 1"
        raise click.BadParameter(problem)
    return floor


@click.command("eval")
@GRAPH
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--registry",
    type=_FILE,
    metavar="FILE",
    help="Entities that the gold files share.  [default: registry.json beside them]",
)
@click.option(
    "--articles",
    multiple=True,
    type=_FOLDER,
    metavar="DIR",
    help="A folder of the articles' texts, against which every quote is held; may be given several "
    "times.",
)
@click.option(
    "--show",
    "shown",
    type=click.Choice([*KINDS, _ALL]),
    help="List the misses and false alarms of a kind.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--min",
    "floors",
    multiple=True,
    metavar="MEASURE=F1",
    callback=_floors,
    help=f"Exit code 1 if a measure of the table, or {OVERALL}, is below; may be given several "
    "times.",
)
def evaluate(  # noqa: PLR0913 - one an option
    *,
    graph: str,
    gold: Path,
    registry: Path | None,
    articles: tuple[Path, ...],
    shown: str | None,
    as_json: bool,
    floors: dict[str, float],
) -> None:
    """Measure the graph against GOLD: a file of what a careful reader found, or a folder of them.

    Precision, recall and F1 of events, who and where and when, tolls, relations and deals.
    """
    from kg.evaluate.evaluation import evaluate
    from kg.evaluate.show import as_json as json_of
    from kg.evaluate.show import as_text, shortfalls

    found = evaluate(opened(graph), gold, registry=registry, texts=articles)
    kinds = KINDS if shown == _ALL else (shown,) if shown else None
    printed = json_of(found, kinds) if as_json else as_text(found, kinds, width=terminal.width())
    streams.write(printed.encode())
    below = shortfalls(found, floors)
    for line in below:
        click.echo(f"kg: {line}", err=True)
    click.get_current_context().exit(1 if below else 0)
