"""`kg serve`: a store on the network."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import click

from kg.errors import StoreError
from kg.options import GRAPH

_TOKEN = "KG_TOKEN"  # noqa: S105 - the variable's name
_SHORTEST = 16


def _origins(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Origins as browsers send them: scheme and host, and a port that isn't the usual one."""
    for origin in given:
        if not re.fullmatch(r"https?://[a-z0-9.-]+(:\d+)?|https?://\[[0-9a-f:]+\](:\d+)?", origin):
            problem = f"{origin!r} is not an origin like https://yasgui.example"
            raise click.BadParameter(problem)
    return given


@click.command()
@GRAPH
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--timeout",
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    type=click.FloatRange(0.1, 3600),
    help="What a request may take.",
)
@click.option(
    "--max-rows",
    "rows",
    default=100_000,
    show_default=True,
    type=click.IntRange(1),
    help="Of an answer; a larger one is refused, never cut.",
)
@click.option(
    "--memory",
    default=1024,
    show_default=True,
    metavar="MIB",
    type=click.IntRange(256),
    help="What a request may take.",
)
@click.option(
    "--workers",
    default=4,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Requests answered at once.",
)
@click.option("--update", is_flag=True, help=f"Take updates that show the token in {_TOKEN}.")
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    callback=_origins,
    help="Another site whose pages may ask, such as https://yasgui.example; may be given several "
    "times.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name of this machine by which it may be asked; may be given several times.",
)
def serve(*, graph: str, host: str, update: bool, **others: Any) -> None:
    """Serve the graph: a page to ask on, SPARQL for programs, a page for every IRI.

    Only this machine can reach it unless --host says otherwise. Ctrl-C stops it.
    """
    from kg.serve import server
    from kg.serve.settings import Settings
    from kg.vocab import DEFAULT_BASE

    # The other options are called as the settings are.
    token = _token() if update else None
    settings = Settings(Path(graph), DEFAULT_BASE, host, token=token, **others)
    if not server.is_loopback(host):
        warning = "whoever can reach this machine can ask; nothing is encrypted"
        click.echo(f"kg: {host} is not only this machine: {warning}", err=True)
    server.serve(settings, lambda address: click.echo(f"{graph} is served at {address}", err=True))


def _token() -> str:
    token = os.environ.get(_TOKEN, "")
    if len(token) < _SHORTEST:
        problem = f"--update needs a token of {_SHORTEST} characters or more"
        advice = f"put one into the environment variable {_TOKEN}"
        raise StoreError(problem, advice=advice)
    return token
