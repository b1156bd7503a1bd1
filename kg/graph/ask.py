"""A question to a graph, wherever it is: a store, a file, or a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.query import run
from kg.graph.remote.address import is_remote
from kg.graph.store import open_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.graph.answer import Answer
    from kg.graph.query import Query
    from kg.graph.store import GraphHandle


def ask(
    target: str,
    query: Query,
    values: Mapping[str, str],
    opened: Callable[[str], GraphHandle] = open_graph,
    warn: Callable[[str], None] = lambda _: None,
) -> tuple[Answer, str]:
    """A graph's answer, and its base IRI. A server answers itself; nothing else is fetched.

    Args:
        target: a store, a file or a server's address.
        query: the question.
        values: the parameters' values as people write them.
        opened: what opens a store or a file.
        warn: called with a server's address if only a part of a build stands there.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound, or fails.
        StoreError: if there is no such graph, or a server refuses.
    """
    if is_remote(target):
        from kg.graph.remote.connect import ask_remote

        return ask_remote(target, query, values, warn)
    handle = opened(target)
    return run(handle, query, values), handle.base
