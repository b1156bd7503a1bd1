"""Graphs opened for commands that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import terminal

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle


def opened(target: str) -> GraphHandle:
    """A graph to read; if it is not whole, or not up to date, standard error says so.

    Raises:
        StoreError: if there is nothing there, or something that can't be read as a graph.
    """
    from kg.graph.store import open_graph

    handle = open_graph(target)
    if handle.is_behind:
        told = (
            f"{target}: the last run was cut short, so events, deals and links don't tell of all "
            f"articles yet (go on with it, or bring the store up to date: kg add -g {target})"
        )
        click.echo(f"kg: {terminal.single_line(told)}", err=True)
    if handle.is_unfinished:
        unfinished(target)
    return handle


def unfinished(address: str) -> None:
    """Say that only a part of a build stands on a server."""
    told = (
        f"{address}: an upload is under way or was cut short, so only a part of the graph is there "
        "(go on with it: the same kg build)"
    )
    click.echo(f"kg: {terminal.single_line(told)}", err=True)
