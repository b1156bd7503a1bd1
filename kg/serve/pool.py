"""The children that do the work: so many at once, each killed when it takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

from kg.graph import lock
from kg.graph.note import NOTE
from kg.serve.child import Child
from kg.serve.message import Reply, Task, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from kg.serve.child import Mode
    from kg.serve.settings import Settings

#: Requests that may wait for a child, for each child that there is.
_WAITING = 8
#: Seconds between looks whether somebody waits to write to the store.
_LOOK = 0.25
#: Status of a reply from which on the fault is not the asker's.
_FAILED = 500


def stamp(graph: Path) -> object:
    """What changes when a store is written to or built anew; None while there is none."""
    try:
        told = [(graph / part).stat() for part in (NOTE, lock.LOCK)]
    except OSError:
        return None
    return tuple((part.st_ino, part.st_mtime_ns, part.st_size) for part in told)


class Pool:
    """Children of one server, started when needed and kept while they are well."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._slots = asyncio.Semaphore(settings.workers)
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._waiting = 0
        self._updating = asyncio.Lock()

    async def ask(self, task: Task) -> Reply:
        """The reply to a task; a refusal where there is no child or it takes too much."""
        if not await self._turn():
            return refusal(503, "the server is busy; ask again soon", Retry_After="1")
        try:
            if writer := lock.wanted(self._settings.graph):
                problem = f"{writer} is about to write to the store; ask again soon"
                return refusal(503, problem, Retry_After="2")
            return await self._done(task, await self._child())
        except (EOFError, OSError):
            return refusal(503, "no process can be started to answer", Retry_After="10")
        finally:
            self._slots.release()

    async def update(self, task: Task) -> Reply:
        """Apply an update in a child that has the store for itself."""
        async with self._updating:
            taken = 0
            try:
                for _ in range(self._settings.workers):
                    await self._slots.acquire()
                    taken += 1
                await self.close()
                writer = await Child.start(self._settings, "write", None)
                reply = await self._done(task, writer, keep=False)
            except (EOFError, OSError):
                reply = refusal(503, "no process can be started to write", Retry_After="10")
            finally:
                for _ in range(taken):
                    self._slots.release()
            return reply

    async def give_way(self, ended: asyncio.Event) -> None:
        """Until the server ends: let go of the store when somebody waits to write to it."""
        while not ended.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK):
                    await ended.wait()
            if self._idle and lock.wanted(self._settings.graph):
                while self._idle:
                    await self._idle.pop().end()

    async def close(self) -> None:
        """End all children."""
        while self._idle or self._busy:
            child = self._idle.pop() if self._idle else self._busy.pop()
            await child.end()

    async def _turn(self) -> bool:
        """Wait for a child to be free; False if too many wait already, or too long."""
        if self._waiting >= _WAITING * self._settings.workers:
            return False
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._slots.acquire()
        except TimeoutError:
            return False
        finally:
            self._waiting -= 1

    async def _child(self) -> Child:
        current = stamp(self._settings.graph)
        while self._idle:
            child = self._idle.pop()
            if child.stamp == current and child.process.returncode is None:
                return child
            await child.end()
        mode: Mode = "read" if self._settings.token is None else "update"
        return await Child.start(self._settings, mode, current)

    async def _done(self, task: Task, child: Child, *, keep: bool = True) -> Reply:
        well = False
        self._busy.add(child)
        try:
            async with asyncio.timeout(self._settings.timeout):
                reply = await child.ask(task)
            # One that could not open the store would say so for ever.
            well = keep and reply.status < _FAILED
        except TimeoutError:
            seconds = f"{self._settings.timeout:g} seconds"
            return refusal(504, f"stopped after {seconds}, the most that a request may take")
        except (EOFError, OSError):
            return self._lost(await child.gone())
        else:
            return reply
        finally:
            if well:
                self._idle.append(child)
            else:
                await child.end()
            # Only now, so that a server that ends waits for it.
            self._busy.discard(child)

    def _lost(self, code: int) -> Reply:
        # Oxigraph aborts when it gets no more memory.
        if code == -signal.SIGABRT:
            most = f"{self._settings.memory:,} MiB"
            return refusal(422, f"stopped: the request needs more memory than {most}")
        return refusal(500, f"the process that worked on the request has ended (code {code})")
