"""Who may touch a store: one that writes, or any number that read.

The lock is the system's, on a file in the store's folder, so it ends with the process that holds
it, however that ends. Whoever writes also says in the file who it is. Oxigraph's own lock keeps
out a second writer but not a reader, whom it then gives an undefined view.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from kg.errors import StoreError

LOCK = "kg-lock.json"
_LONGEST = 4096
_NOT_NOW = (errno.EAGAIN, errno.EACCES)
#: File systems without locks, or that can't be written.
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EROFS, errno.EPERM)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a store.

    Attributes:
        pid, host: the process.
        command: what it was called to do: "kg build".
        since: when it began, ISO 8601 in UTC.
    """

    pid: int
    host: str
    command: str
    since: str

    def __str__(self) -> str:
        """In words, for a message."""
        since = self.since.replace("T", " ").removesuffix("+00:00")
        return f"{self.command} (process {self.pid} on {self.host}, since {since} UTC)"


class Lock:
    """A lock that is held until it is released or forgotten."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others in; a second time does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self) -> None:
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def own() -> Holder:
    """This process."""
    words = Path(sys.argv[0]).stem, *sys.argv[1:2]
    command = "kg " + words[1] if len(words) > 1 and words[0] in ("kg", "cli") else words[0] or "kg"
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    return Holder(os.getpid(), socket.gethostname(), command, now)


def to_write(folder: Path) -> Lock:
    """The lock of one who writes.

    Raises:
        StoreError: if others write or read; it says who writes.
        OSError: if the folder can't be written.
    """
    while True:
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        lock = Lock(descriptor)
        if not _taken(descriptor, fcntl.LOCK_EX):
            # The file may still name a writer that is gone: where one may read, none writes.
            reading = _taken(descriptor, fcntl.LOCK_SH)
            raise _busy(folder, "" if reading else _holder(descriptor))
        if _still_there(folder, descriptor):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(asdict(own())).encode(), 0)
            return lock


def to_read(folder: Path) -> Lock | None:
    """The lock of one who reads; None where a file system has none to give.

    Raises:
        StoreError: if another writes; it says who.
    """
    while True:
        descriptor = _opened(folder / LOCK)
        if descriptor is None:
            return None
        lock = Lock(descriptor)
        try:
            taken = _taken(descriptor, fcntl.LOCK_SH)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return None
            raise
        if not taken:
            raise _busy(folder, _holder(descriptor))
        if _still_there(folder, descriptor):
            return lock


def _opened(path: Path) -> int | None:
    """The lock file, made where it is missing; None where there can be none."""
    for flags in (os.O_RDONLY, os.O_RDWR | os.O_CREAT):
        try:
            return os.open(path, flags, 0o644)
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def _taken(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NOT_NOW:
            return False
        raise
    return True


def _still_there(folder: Path, descriptor: int) -> bool:
    """Whether the locked file is the folder's, which another may just have put in its place."""
    try:
        return os.path.samestat((folder / LOCK).stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _busy(folder: Path, writer: str) -> StoreError:
    problem = f"{writer} is writing the store" if writer else "another program is reading the store"
    return StoreError(problem, where=str(folder), advice="try again when it has ended")


def _holder(descriptor: int) -> str:
    """Who the lock file says writes."""
    try:
        note = json.loads(os.pread(descriptor, _LONGEST, 0))
        found = Holder(
            int(note["pid"]), str(note["host"]), str(note["command"]), str(note["since"])
        )
    except (ValueError, TypeError, KeyError):
        return "another program"
    return str(found)
