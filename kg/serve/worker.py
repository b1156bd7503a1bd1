"""A child of the server: one store, one task at a time, killed when it takes too long.

Oxigraph can't be interrupted, and a query may ask for all the memory there is. So each query runs
in a process that the server may kill and replace, under a limit of address space that Linux
keeps. Tasks come on standard input and replies go to standard output; when the input ends,
because the server has gone, so does the child, whatever it is doing.
"""

from __future__ import annotations

import os
import queue
import resource
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import BusyError, KgError
from kg.graph.store import open_graph, open_writable
from kg.serve.change import change
from kg.serve.message import READY, Reply, Task, refusal
from kg.serve.tasks import Desk, perform, warned

if TYPE_CHECKING:
    from collections.abc import Callable

_MIB = 1 << 20
_STATM = Path("/proc/self/statm")


def main(
    arguments: list[str], tasks: BinaryIO, replies: BinaryIO, end: Callable[[], None] = lambda: None
) -> None:
    """Serve tasks until there are no more.

    Args:
        arguments: the store's folder, the most rows, MiB of memory to take, and "read", "update"
            (read for a server that takes updates) or "write" (one update).
        tasks: a task a line.
        replies: where replies go.
        end: called when no more tasks can come.
    """
    graph, rows, memory, mode = arguments
    try:
        work = _worker(Path(graph), int(rows), mode)
    except KgError as error:
        reply = unopened(error)
        work = lambda _: reply  # noqa: E731 - the same answer to whatever is asked
    _limit(int(memory))
    replies.write(READY)
    replies.flush()
    waiting = _lines(tasks, end)
    while line := waiting.get():
        replies.write(work(Task.read(line)).octets())
        replies.flush()


def _worker(graph: Path, rows: int, mode: str) -> Callable[[Task], Reply]:
    if mode == "write":
        writable = open_writable(graph)
        return lambda task: change(writable, task)
    desk = Desk(open_graph(graph), rows, updates=mode == "update")
    return lambda task: warned(desk, perform(desk, task))


def unopened(error: KgError) -> Reply:
    """What is said of a store that can't be opened; one that somebody holds will be free again."""
    if isinstance(error, BusyError):
        return refusal(503, str(error), Retry_After="2")
    return refusal(500, str(error))


def _limit(memory: int) -> None:
    """Let the process grow by so many MiB and no more, and leave no core behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not _STATM.exists():
        return  # systems without it, such as macOS, don't keep such limits either
    pages = int(_STATM.read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + memory * _MIB
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _lines(tasks: BinaryIO, end: Callable[[], None]) -> queue.SimpleQueue[bytes]:
    """The tasks, read beside the work, so that the end of the input ends a long query too."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        for line in tasks:
            waiting.put(line)
        waiting.put(b"")
        end()

    threading.Thread(target=read, daemon=True).start()
    return waiting


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer, lambda: os._exit(0))
