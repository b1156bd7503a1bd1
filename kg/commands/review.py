"""`kg review`: the least certain links and merges, asked of a person."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import terminal
from kg.commands.opening import opened
from kg.options import GRAPH

if TYPE_CHECKING:
    from kg.graph.corrections.correction import Correction
    from kg.graph.corrections.doubt import Doubt
    from kg.graph.quads import Sheet

_ANSWERS = click.Choice(["y", "n", "s", "q"])


def sheets_of(graph: str) -> list[Sheet]:
    """The articles of a store as told, with their links' rules and scores.

    Raises:
        StoreError: if there is no such store.
    """
    from kg import resources
    from kg.graph.decode import sheet_of
    from kg.graph.entries import entries
    from kg.graph.terms import node
    from kg.graph.tree import superclasses

    handle = opened(graph)
    classes = superclasses(resources.folder("ontology"))
    return [
        sheet_of(
            handle.store.quads_for_pattern(None, None, None, node(handle.base + local)),
            classes,
            handle.base,
        )
        for local, _ in sorted(entries(handle.store, handle.base))
    ]


@click.command()
@GRAPH
@click.option(
    "--corrections",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where decisions are written; what it has decided is not asked again.",
)
@click.option("--number", default=20, show_default=True, type=click.IntRange(1), help="At most.")
@click.option("--who", metavar="NAME", help="Who decides; asked for if it isn't given.")
@click.option("--list", "only_list", is_flag=True, help="Show the questions and ask nothing.")
def review(*, graph: str, file: Path, number: int, who: str | None, only_list: bool) -> None:
    """Ask about the least certain links and merges, with their quotes.

    y: right; n: wrong; s: skip; q: quit. Each decision is written to FILE at once and takes
    effect with the next build.
    """
    from kg.graph.corrections.write import append

    found = _doubts(graph, file)[:number]
    for at, doubt in enumerate(found, start=1):
        click.echo(_text(doubt, f"{at}/{len(found)}"))
        if only_list:
            continue
        answer = click.prompt("Right?", type=_ANSWERS, default="s")
        if answer == "q":
            break
        if answer in ("y", "n"):
            who = who or click.prompt("Who decides?")
            append(file, [_decided(doubt, right=answer == "y", who=who)])
    if not found:
        click.echo("nothing left to review")


def _doubts(graph: str, file: Path) -> list[Doubt]:
    from kg import resources
    from kg.graph.consolidate import things
    from kg.graph.corrections.apply import apply
    from kg.graph.corrections.doubt import doubts, joins_of
    from kg.graph.corrections.read import read
    from kg.graph.tree import superclasses
    from kg.resolve import world

    known = read(file) if file.exists() else ()
    folder = resources.folder("ontology")
    sheets = sheets_of(graph)
    corrected = apply(sheets, known, world.load(folder).entities)
    merged = things(corrected.sheets, superclasses(folder), folder, corrected.constraints)
    return doubts(sheets, corrected, joins_of(merged, corrected.sheets))


def _decided(doubt: Doubt, *, right: bool, who: str) -> Correction:
    to = ""
    if doubt.is_link and not right:
        to = click.prompt("What does it mean? (a name; nothing for none)", default="",
                          show_default=False).strip()  # fmt: skip
    why = click.prompt("Why?", default="reviewed").strip() or "reviewed"
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return doubt.decided(right=right, who=who.strip(), when=today, why=why, to=to)


def _text(doubt: Doubt, number: str) -> str:
    lines = [f"{number}  {doubt.question}  [{doubt.because}, {doubt.score:.2f}]"]
    lines += [f"  {one.article}: “{one.quote}”" for one in doubt.evidence]
    more = doubt.count - len(doubt.evidence)
    shown = [terminal.single_line(line) for line in lines]
    shown[1:] = [f"  {line}" for line in shown[1:]]
    return "\n".join([*shown, *([f"  … and {more} more"] if more else [])])
