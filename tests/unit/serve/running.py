"""A server that runs in a thread of the tests, on a port of its own."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from kg.graph.note import StoreMeta
from kg.graph.store import GraphHandle, open_graph, write_store
from kg.serve.server import make_server
from kg.serve.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = Path(__file__).parents[1] / "graph" / "small.trig"
TOKEN = "a-token-of-the-tests"  # noqa: S105 - opens nothing
BEARER = {"Authorization": f"Bearer {TOKEN}"}
BASE = "https://example.org/kg/id/"

# A product of all triples with themselves, several times over: it would run for days.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


def store_at(path: Path, graph: Path = SMALL) -> GraphHandle:
    """A store with what stands in an RDF file."""
    handle = open_graph(graph)
    write_store(path, handle.store, meta=StoreMeta(base=handle.base))
    return handle


@contextlib.contextmanager
def running(settings: Settings) -> Iterator[httpx.Client]:
    """A client of a server that runs as long as the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = make_server(replace(settings, port=listening.getsockname()[1]))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            with httpx.Client(base_url=address, timeout=30, trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join(timeout=20)
