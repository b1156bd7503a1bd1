"""What the commands do with an address: ask it, read it whole, write a build to it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg.errors import StoreError
from kg.graph.query import answer_of_nothing
from kg.graph.remote import ask
from kg.graph.remote.address import checked
from kg.graph.remote.client import Client
from kg.graph.remote.server import Server
from kg.graph.remote.upload import Written, is_unfinished, upload
from kg.graph.store import GraphHandle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.graph.answer import Answer
    from kg.graph.query import Query


@contextlib.contextmanager
def connected(address: str) -> Iterator[Server]:
    """The server at an address, as the environment says who asks and how.

    Raises:
        StoreError: if none answers there.
    """
    client = Client.of(checked(address), os.environ)
    with client.http:
        yield Server.find(address, client, os.environ)


def ask_remote(
    address: str, query: Query, values: Mapping[str, str], warn: Callable[[str], None]
) -> tuple[Answer, str]:
    """A server's answer to a query, and the graph's base IRI.

    Args:
        address: the server.
        query: the question.
        values: the parameters' values as people write them.
        warn: called with the address if only a part of a build stands there.

    Raises:
        QueryError, StoreError: as of kg.graph.remote.ask.
    """
    answer_of_nothing(query)  # before anybody else is troubled with it
    with connected(address) as server:
        base = server.base()
        if is_unfinished(server):
            warn(address)
        return ask.ask(server, query, values, base), base


def open_remote(address: str) -> GraphHandle:
    """The whole graph of a server, copied into memory.

    Raises:
        StoreError: if none answers there, or it gives only a part.
    """
    store = Store()
    with connected(address) as server:
        store.bulk_extend(server.quads())
        return GraphHandle(store, server.base(), is_unfinished=is_unfinished(server))


def write_remote(address: str, quads: Iterable[Quad], base: str) -> Written:
    """Make a build stand on a server; KG_UPLOAD=bulk sends it as N-Quads.

    Raises:
        StoreError: if the server refuses or is lost; the same build goes on from there.
    """
    way = os.environ.get("KG_UPLOAD") or "graphs"
    if way not in ("graphs", "bulk"):
        raise StoreError(
            f"{way!r} is not a way to write", where="KG_UPLOAD", advice="graphs or bulk"
        )
    with connected(address) as server:
        return upload(server, quads, base, bulk=way == "bulk")
