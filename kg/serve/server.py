"""A server from its first second to its last."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import signal
import socket
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import StoreError
from kg.graph.note import StoreMeta
from kg.graph.store import open_graph, write_store
from kg.serve.app import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.serve.settings import Settings

#: Connections at once; more are told that the server is busy.
_CONNECTIONS = 200


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve a store or an RDF file until the process is told to stop.

    Args:
        settings: what to serve; its `base` is replaced by the graph's own.
        ready: called with the server's address when it can be asked.

    Raises:
        StoreError: if there is no graph, it can't take updates, or the port is taken.
    """
    with _graph(settings) as found, _socket(found) as listening:
        port = listening.getsockname()[1]
        server = make_server(found)
        name = f"[{found.host}]" if ":" in found.host else found.host
        ready(f"http://{name}:{port}/")
        with _ending_quietly():
            server.run(sockets=[listening])


def make_server(settings: Settings) -> uvicorn.Server:
    """The server of an application, not yet running."""
    return uvicorn.Server(
        uvicorn.Config(
            make(settings),
            http="h11",
            ws="none",
            lifespan="on",
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
        )
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address or name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextlib.contextmanager
def _ending_quietly() -> Iterator[None]:
    """Let a signal that has ended the server do no more: uvicorn raises it again afterwards."""
    own = threading.current_thread() is threading.main_thread()  # others can't set handlers
    signals = (signal.SIGINT, signal.SIGTERM) if own else ()
    before = [signal.signal(number, lambda *_: None) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


@contextlib.contextmanager
def _graph(settings: Settings) -> Iterator[Settings]:
    """The settings with the graph's base, and a store in the place of a file."""
    handle = open_graph(settings.graph)
    if handle.meta is not None:
        base = handle.base
        del handle  # an update needs the store for itself
        yield replace(settings, base=base)
        return
    if settings.token is not None:
        problem = "is a file, and updates need a store"
        raise StoreError(problem, where=str(settings.graph), advice="serve what kg build has made")
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
        path = Path(folder) / "kg"
        write_store(path, handle.store, meta=StoreMeta(base=handle.base))
        base = handle.base
        del handle  # the children have it on disk
        yield replace(settings, graph=path, base=base)


def _socket(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        where = f"{settings.host}:{settings.port}"
        problem = f"can't listen there: {reason}"
        raise StoreError(problem, where=where, advice="choose another --port or --host") from error
