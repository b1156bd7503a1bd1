"""A question to a graph, wherever it is: a store, a file, or a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.query import run
from kg.graph.remote.address import is_remote
from kg.graph.store import open_graph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.answer import Answer
    from kg.graph.query import Query


def ask(target: str, query: Query, values: Mapping[str, str]) -> tuple[Answer, str]:
    """A graph's answer, and its base IRI. A server answers itself; nothing else is fetched.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound, or fails.
        StoreError: if there is no such graph, or a server refuses.
    """
    if is_remote(target):
        from kg.graph.remote.connect import ask_remote

        return ask_remote(target, query, values)
    handle = open_graph(target)
    return run(handle, query, values), handle.base
