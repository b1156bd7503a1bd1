"""Options that commands share, and what is checked of their values."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from kg import streams

if TYPE_CHECKING:
    from click.decorators import FC

FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
GRAPH = click.option(
    "-g",
    "--graph",
    default="build/kg",
    show_default=True,
    metavar="STORE|FILE|URL",
    help="A store, an RDF file, or the address of a SPARQL server.",
)


class _Option(Protocol):
    """What `click.option` gives: it adds an option to a command."""

    def __call__(self, command: FC, /) -> FC: ...


def _folder(*names: str) -> _Option:
    """An option that tells where a store is."""
    return click.option(
        *names,
        default="build/kg",
        show_default=True,
        metavar="STORE",
        type=click.Path(path_type=Path),
        help="Folder of the store.",
    )


def _together(*options: _Option) -> _Option:
    """Several options as one, shown in this order."""

    def add(command: FC, /) -> FC:
        for option in reversed(options):
            command = option(command)
        return command

    return add


STORE = _folder("-g", "--graph", "store")
STORE_TO_MAKE = _folder("-o", "--output")
JOBS = click.option(
    "--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes."
)


def pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> list[tuple[str, str]]:
    """NAME=VALUE options as pairs."""
    cut = [text.partition("=") for text in given]
    for name, equals, _value in cut:
        if not (name and equals):
            problem = f"{name!r} is not NAME=VALUE"
            raise click.BadParameter(problem)
    return [(name, value) for name, _, value in cut]


def _store(_: click.Context, __: click.Parameter, given: str) -> Path | str:
    """A store's folder as a path, a server's address as it is."""
    from kg.graph.remote.address import is_remote

    return given if is_remote(given) else Path(given)


STORE_OR_SERVER = click.option(
    "-o",
    "--output",
    default="build/kg",
    show_default=True,
    metavar="STORE|URL",
    callback=_store,
    help="Folder of the store, or the address of a SPARQL server.",
)


def base_iri(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    """An IRI to begin others with."""
    if given is not None and not re.fullmatch(r"https?://[^\s<>\"{}|^`\\]+[/#]", given):
        problem = f"{given!r} is not an http or https IRI that ends in / or #"
        raise click.BadParameter(problem)
    return given


def _parts(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """PART=FIELD pairs; the parts are those of `kg.read.fields.NAMES`."""
    if not given:
        return {}
    from kg.read.fields import NAMES

    found = dict(pairs(_, __, given))
    if wrong := sorted(set(found) - set(NAMES)):
        problem = f"{wrong[0]!r} is none of {', '.join(NAMES)}"
        raise click.BadParameter(problem)
    return found


def _lines(_: click.Context, __: click.Parameter, given: Path | None) -> tuple[Path, ...]:
    """The paths in a list file."""
    if given is None:
        return ()
    return tuple(Path(line) for line in streams.read_lines(given))


def all_paths(paths: tuple[Path, ...], listed: tuple[Path, ...]) -> tuple[Path, ...]:
    """What is to be read: named, or in a list."""
    if not paths and not listed:
        problem = "name files or folders, or a list of them with --list"
        raise click.UsageError(problem)
    return paths + listed


PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
FIELDS = click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="PART=FIELD",
    callback=_parts,
    help="The field or column of records that holds a part of an article (id, title, text, date, "
    "publisher, url, language), such as text=story; may be given several times.",
)
MODEL = click.option("--model", metavar="NAME", help="A spaCy pipeline other than kg's own.")
DATE = click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When articles that don't tell their date were published.",
)
LIST = click.option(
    "--list",
    "listed",
    type=FILE,
    metavar="FILE",
    callback=_lines,
    help="A file with a path on each line, read besides PATHS.",
)
CORRECTIONS = click.option(
    "--corrections",
    "put_right",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What people have put right (see kg corrections); the graph keeps a copy.",
)
#: How articles are read, and what is told of them besides.
READING = _together(MODEL, DATE, JOBS)
BESIDES = _together(FIELDS, LIST, CORRECTIONS)
