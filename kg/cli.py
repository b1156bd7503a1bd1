"""The command line: `kg build`, `kg query`, `kg view` and their like.

Commands are thin, and import what they need when they run, so that help is instant.
Exit codes: 0 fine, 1 the graph has findings, 2 wrong usage or input.
"""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path
from typing import Any

import click

from kg import __version__, streams, terminal
from kg.commands.build import build
from kg.commands.change import add, remove, restore
from kg.commands.corrections import corrections
from kg.commands.diff import diff
from kg.commands.evaluate import evaluate
from kg.commands.explain import explain
from kg.commands.export import export
from kg.commands.ontology import ontology
from kg.commands.opening import opened, unfinished
from kg.commands.review import review
from kg.commands.serve import serve
from kg.commands.verify import verify
from kg.commands.view import view
from kg.errors import KgError
from kg.graph.formats import RESULTS
from kg.options import FIELDS, GRAPH, LIST, PATHS, all_paths, pairs


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


for _command in (
    build, add, remove, restore, corrections, diff, verify, evaluate, explain, export, ontology,
    review, serve, view,
):  # fmt: skip
    main.add_command(_command)


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
        answer, base = ask(graph, asked, dict(params), opened, unfinished)
    width = terminal.width() if form == "table" else None
    streams.write(format_answer(answer, form, base=base, width=width).encode())


@main.command()
def queries() -> None:
    """List the shipped queries with their parameters and columns."""
    from kg.graph.query import describe, list_queries

    click.echo("\n".join(describe(shipped) for shipped in list_queries()), nl=False)


@main.command()
@GRAPH
def validate(*, graph: str) -> None:
    """Check the graph against the ontology's shapes; exit code 1 if it breaks any."""
    from kg.graph.check import check, finding_line

    # A value that belies its datatype is a finding; rdflib would log a traceback as well.
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    findings = check(opened(graph))
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

    sections = stats(opened(graph))
    click.echo("\n".join(section_text(section) for section in sections), nl=False)


@main.command()
@GRAPH
@click.argument("name")
def show(*, graph: str, name: str) -> None:
    """Show an actor, place, deal or event, and each report of it with its words."""
    from kg.graph.show import card_text, show

    cards = show(opened(graph), name)
    click.echo("\n".join(card_text(card) for card in cards), nl=False)


if __name__ == "__main__":
    main()
