"""`kg view`: the explorer as one HTML page, or the report page of one thing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import streams, terminal
from kg.commands.opening import opened
from kg.options import FILE, GRAPH

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle
    from kg.view.narrow import Narrowing


def _day(_: click.Context, option: click.Parameter, given: str | None) -> str:
    """A day, or the first or last of a month or year: --since 2019-05 is 2019-05-01."""
    if given is None:
        return ""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", given)
    try:
        year, month, day = (int(part or 0) for part in parts.groups()) if parts else (0, 0, 0)
        first = date(year, month or 1, day or 1)
        if option.name == "since" or day:
            return first.isoformat()
        last_month = month or 12
        following = date(year + last_month // 12, last_month % 12 + 1, 1)
        return (following - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        problem = f"{given!r} is no day, month or year such as 2019-05-13, 2019-05 or 2019"
        raise click.BadParameter(problem) from error


@click.command()
@GRAPH
@click.option(
    "-o",
    "--output",
    default="build/network.html",
    show_default=True,
    type=FILE,
    help="The page to write; - for standard output.",
)
@click.option("--title", help="The page's title.  [default: Conflict network]")
@click.option(
    "--focus", metavar="NAME", help="Show what lies around an actor, place, deal or event."
)
@click.option(
    "--depth",
    default=1,
    show_default=True,
    type=click.IntRange(0, 20),
    help="How many steps around the focus.",
)
@click.option("--since", callback=_day, metavar="DAY", help="Leave out what ended before.")
@click.option("--until", callback=_day, metavar="DAY", help="Leave out what began after.")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    help="Only events of this type, such as AirStrike; may be given several times.",
)
@click.option("--page", "subject", metavar="NAME", help="Write a page to print about one thing.")
@click.option(
    "--articles",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Files or folders of the articles: quotes are shown in their context.",
)
def view(  # noqa: PLR0913 - one for each option
    *,
    graph: str,
    output: Path,
    title: str | None,
    focus: str | None,
    depth: int,
    since: str,
    until: str,
    types: tuple[str, ...],
    subject: str | None,
    articles: tuple[Path, ...],
) -> None:
    """Draw the network as one HTML page that needs no connection."""
    from kg.view.eventtypes import event_types
    from kg.view.model import Wanted
    from kg.view.narrow import Narrowing
    from kg.view.page import page
    from kg.view.report import report_page

    if since and until and since > until:
        problem = f"{since} is after {until}: nothing lies between"
        raise click.BadParameter(problem, param_hint="'--since'")
    handle = opened(graph)
    named = _named(handle, focus or subject)
    narrowing = Narrowing(
        focus=named if focus else frozenset(),
        depth=depth,
        since=since,
        until=until,
        types=event_types(handle.store, types),
    )
    wanted = Wanted(texts=_texts(articles), narrowing=narrowing)
    if subject:
        content = report_page(handle.store, sorted(_named(handle, subject)), handle.base, wanted)
    else:
        heading = title or _heading(focus, narrowing)
        content = page(handle.store, base=handle.base, title=heading, wanted=wanted)
    streams.put(output, content.encode())


def _heading(focus: str | None, narrowing: Narrowing) -> str:
    """What the page is of, unless --title says so."""
    if narrowing.since and narrowing.until:
        time = f"{narrowing.since} to {narrowing.until}"
    else:
        time = f"since {narrowing.since}" if narrowing.since else ""
        time = f"until {narrowing.until}" if narrowing.until else time
    return ", ".join(filter(None, [focus or "Conflict network", *sorted(narrowing.types), time]))


def _named(handle: GraphHandle, name: str | None) -> frozenset[str]:
    """IRIs of the things that a name means; an error names those most alike."""
    from kg.graph.names import find

    return frozenset(node.value for node in find(handle, name)) if name else frozenset()


def _texts(paths: tuple[Path, ...]) -> dict[str, str]:
    """The articles' texts by their names; what can't be read is told, the rest is used."""
    from kg.errors import KgError
    from kg.read.files import documents

    texts = {}
    for found in documents(paths) if paths else ():
        if isinstance(found, KgError):
            click.echo(f"kg: {terminal.single_line(str(found))}", err=True)
        else:
            texts[found.identifier] = found.text
    return texts
