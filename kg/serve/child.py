"""A child process as the server holds it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

from kg.resources import root
from kg.serve.message import READY, Reply

if TYPE_CHECKING:
    from kg.serve.message import Task
    from kg.serve.settings import Settings

#: Of the environment a child sees only this, and so never the token.
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")

#: Seconds that a child may take to open the store, on a busy machine.
_STARTING = 60.0
#: Seconds that a child takes to die at most once its pipes are closed.
_DYING = 5.0
#: What a child may do: answer, answer for a server that takes updates, apply one update.
Mode = Literal["read", "update", "write"]


@dataclass(frozen=True, slots=True)
class Child:
    """A running child.

    Attributes:
        process: the process, with pipes to and from it.
        stamp: which state of the store it has open (`kg.serve.pool.stamp`).
    """

    process: asyncio.subprocess.Process
    stamp: object

    @classmethod
    async def start(cls, settings: Settings, mode: Mode, stamp: object) -> Self:
        """Start a child on the store and wait until it has it open.

        Raises:
            EOFError, OSError, TimeoutError: if it can't be started.
        """
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        path = os.pathsep.join(filter(None, [str(root()), kept.get("PYTHONPATH", "")]))
        numbers = (str(settings.rows), str(settings.memory))
        process = await asyncio.create_subprocess_exec(
            # -P: a file in the working folder must not pass for a module.
            *(sys.executable, "-P", "-m", "kg.serve.worker", str(settings.graph), *numbers, mode),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,  # Oxigraph dies of hunger with a long backtrace
            env=kept | {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "2"},
            start_new_session=True,  # Ctrl-C is for the server, which ends its children
        )
        child = cls(process, stamp)
        try:
            async with asyncio.timeout(_STARTING):
                ready = process.stdout and await process.stdout.readline()
        except (TimeoutError, asyncio.CancelledError):
            await child.end()
            raise
        if ready != READY:
            await child.end()
            raise EOFError
        return child

    async def ask(self, task: Task) -> Reply:
        """Give a task and wait for its reply.

        Raises:
            EOFError, OSError: if the child has died.
        """
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:  # pragma: no cover - both are pipes
            raise EOFError
        stdin.write(task.line())
        await stdin.drain()
        reply, length = Reply.head(await stdout.readuntil(b"\n"))
        body = await stdout.readexactly(length)
        return Reply(reply.status, reply.media, body, reply.headers)

    async def gone(self) -> int:
        """The exit code of a child that has closed its pipes; negative for a signal."""
        # To kill a child that is dying would take its exit code from asyncio, which makes one up.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_DYING):
                await self.process.wait()
        return await self.end()

    async def end(self) -> int:
        """End the child at once, whatever it is doing; its exit code."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        code = await self.process.wait()
        if self.process.stdin is not None:
            self.process.stdin.close()
        return code
