"""The command line: `kg build`, `kg query`, `kg view` and their like.

Commands are thin, and import what they need when they run, so that help is instant.
Exit codes: 0 fine, 1 the graph has findings, 2 wrong usage or input.
"""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import __version__, streams, terminal
from kg.commands.corrections import corrections
from kg.commands.diff import diff
from kg.commands.evaluate import evaluate
from kg.commands.explain import explain
from kg.commands.export import export
from kg.commands.ontology import ontology
from kg.commands.serve import serve
from kg.commands.verify import verify
from kg.errors import KgError, SkippedError
from kg.graph.formats import RESULTS
from kg.options import (
    CORRECTIONS,
    DATE,
    FIELDS,
    FILE,
    GRAPH,
    LIST,
    MODEL,
    PATHS,
    STORE,
    all_paths,
    base_iri,
    pairs,
)

if TYPE_CHECKING:
    import datetime

    from kg.pipeline import Summary


class _Commands(click.Group):
    """A group that turns kg's errors into one line and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with streams.quiet_pipe():
                return super().invoke(ctx)
        except KgError as error:
            if ctx.params.get("debug"):
                click.echo(traceback.format_exc(), err=True, nl=False)
            else:
                click.echo(f"kg: {terminal.single_line(str(error))}", err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show where an error came from.")
@click.version_option(__version__, prog_name="kg")
def main(*, debug: bool) -> None:
    """Turn news about armed conflict into a graph that can be asked, seen and checked."""
    del debug  # read from the context when an error is shown
    # Sentences make small matrices: threads only cost time, and may round sums differently.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


main.add_command(corrections)
main.add_command(diff)
main.add_command(evaluate)
main.add_command(explain)
main.add_command(export)
main.add_command(ontology)
main.add_command(serve)
main.add_command(verify)


@main.command()
@PATHS
@STORE
@MODEL
@DATE
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes.")
@click.option(
    "--base-iri",
    "base",
    metavar="IRI",
    callback=base_iri,
    help="What the IRIs of the graph begin with.",
)
@FIELDS
@LIST
@CORRECTIONS
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
) -> None:
    """Read articles (files, folders, archives or - for standard input) into a new store."""
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
            progress=progress,
        )
    _report(summary)


@main.command()
@PATHS
@FIELDS
@LIST
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article.")
def read(
    *, paths: tuple[Path, ...], fields: dict[str, str], listed: tuple[Path, ...], as_json: bool
) -> None:
    """Show how articles are read: date, language, and what each of their paragraphs is."""
    from kg.read.clean import article
    from kg.read.files import documents
    from kg.read.show import as_record, as_text

    failed = False
    for found in documents(all_paths(paths, listed), fields):
        if isinstance(found, KgError):
            failed = True
            click.echo(f"kg: {terminal.single_line(str(found))}", err=True)
        else:
            show_as = as_record if as_json else as_text
            click.echo(show_as(article(found)))
    click.get_current_context().exit(2 if failed else 0)


@main.command()
@GRAPH
@click.argument("question", metavar="NAME|FILE|-")
@click.option("--format", "form", default="table", show_default=True, type=click.Choice(RESULTS))
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    callback=pairs,
    help="A value for one of the query's parameters; may be given several times.",
)
def query(*, graph: str, question: str, form: str, params: list[tuple[str, str]]) -> None:
    """Ask a shipped query (see kg queries), a file of SPARQL, or SPARQL from standard input."""
    from kg.graph.ask import ask
    from kg.graph.query import load_query, parse_query
    from kg.graph.results import format_answer

    asked = parse_query(streams.read_query(), "-") if question == "-" else load_query(question)
    with terminal.interruptible():
        answer, base = ask(graph, asked, dict(params))
    width = terminal.width() if form == "table" else None
    streams.write(format_answer(answer, form, base=base, width=width).encode())


@main.command()
def queries() -> None:
    """List the shipped queries with their parameters and columns."""
    from kg.graph.query import describe, list_queries

    click.echo("\n".join(describe(shipped) for shipped in list_queries()), nl=False)


@main.command()
@GRAPH
@click.option(
    "-o",
    "--output",
    default="build/network.html",
    show_default=True,
    type=FILE,
    help="The page to write; - for standard output.",
)
@click.option("--title", default="Conflict network", show_default=True, help="The page's title.")
def view(*, graph: str, output: Path, title: str) -> None:
    """Draw the network as one HTML page that needs no connection."""
    from kg.graph.store import open_graph
    from kg.view.page import page

    handle = open_graph(graph)
    streams.put(output, page(handle.store, base=handle.base, title=title).encode())


@main.command()
@GRAPH
def validate(*, graph: str) -> None:
    """Check the graph against the ontology's shapes; exit code 1 if it breaks any."""
    from kg.graph.check import check, finding_line
    from kg.graph.store import open_graph

    # A value that belies its datatype is a finding; rdflib would log a traceback as well.
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    findings = check(open_graph(graph))
    for finding in findings:
        click.echo(terminal.single_line(finding_line(finding)))
    broken = any(finding.severity == "Violation" for finding in findings)
    click.echo(f"{len(findings)} findings", err=True)
    click.get_current_context().exit(1 if broken else 0)


@main.command()
@GRAPH
def stats(*, graph: str) -> None:
    """Count what is in the graph."""
    from kg.graph.stats import section_text, stats
    from kg.graph.store import open_graph

    sections = stats(open_graph(graph))
    click.echo("\n".join(section_text(section) for section in sections), nl=False)


@main.command()
@GRAPH
@click.argument("name")
def show(*, graph: str, name: str) -> None:
    """Show an actor, place, deal or event, and each report of it with its words."""
    from kg.graph.show import card_text, show
    from kg.graph.store import open_graph

    cards = show(open_graph(graph), name)
    click.echo("\n".join(card_text(card) for card in cards), nl=False)


def _report(summary: Summary) -> None:
    """Tell what a build has read; exit code 2 if it could not read all."""
    rows = [(name, f"{count:,}") for name, count in summary.counts.items()]
    click.echo(terminal.aligned(("built", "count"), rows, right={1}), nl=False)
    for line in summary.unused:
        click.echo(f"kg: {terminal.single_line(line)}", err=True)
    for problem in summary.problems:
        click.echo(f"kg: {terminal.single_line(str(problem))}", err=True)
    if any(not isinstance(problem, SkippedError) for problem in summary.problems):
        click.get_current_context().exit(2)


if __name__ == "__main__":
    main()
