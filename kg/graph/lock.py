"""Who may touch a store: one that writes, or any number that read.

Who wants to write waits a while for those who read, and says so by a second lock: a server, which
reads as long as it runs, sees it and gives the store up until the writer has ended.

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
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from kg.errors import BusyError

LOCK = "kg-lock.json"
#: Locked by one who waits to write; names that process too.
WANTED = "kg-wanted.json"
#: Seconds that a writer waits for readers: longer than a request to a server takes, unless the
#: server allows more.
PATIENCE = 15.0
_PAUSE = 0.05
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
        self.descriptor = descriptor

    def take(self, kind: int) -> bool:
        """Take the lock, shared or alone, if that can be done at once.

        Raises:
            OSError: if the file system has no locks.
        """
        try:
            fcntl.flock(self.descriptor, kind | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NOT_NOW:
                return False
            raise
        return True

    def release(self) -> None:
        """Let others in; a second time does nothing."""
        if self.descriptor >= 0:
            # Outright: a process that is just being started holds a copy for a moment.
            with suppress(OSError):
                fcntl.flock(self.descriptor, fcntl.LOCK_UN)
            os.close(self.descriptor)
            self.descriptor = -1

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
    """The lock of one who writes; readers are given some time to end.

    Raises:
        BusyError: if others write, or go on reading; it says who writes.
        OSError: if the folder can't be written.
    """
    end = time.monotonic() + PATIENCE
    wish: Lock | None = None
    try:
        while True:
            lock = Lock(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644))
            if lock.take(fcntl.LOCK_EX):
                if _still_there(folder, lock.descriptor):
                    _sign(lock.descriptor)
                    return lock
                continue
            # The file may still name a writer that is gone: where one may read, none writes.
            if not lock.take(fcntl.LOCK_SH):
                raise _busy(folder, _holder(lock.descriptor))
            lock.release()
            if time.monotonic() >= end:
                raise _busy(folder, "")
            wish = wish or _wish(folder)
            time.sleep(_PAUSE)
    finally:
        if wish is not None:
            (folder / WANTED).unlink(missing_ok=True)
            wish.release()


def wanted(folder: Path) -> str:
    """Who waits to write to a store, in words; "" if nobody does."""
    with suppress(OSError), Lock(os.open(folder / WANTED, os.O_RDONLY)) as wish:
        return "" if wish.take(fcntl.LOCK_SH) else _holder(wish.descriptor)
    return ""


def _wish(folder: Path) -> Lock | None:
    """The lock of one who waits to write; None where another waits already."""
    wish = Lock(os.open(folder / WANTED, os.O_RDWR | os.O_CREAT, 0o644))
    if not wish.take(fcntl.LOCK_EX):
        return None
    _sign(wish.descriptor)
    return wish


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(asdict(own())).encode(), 0)


def to_read(folder: Path) -> Lock | None:
    """The lock of one who reads; None where a file system has none to give.

    Raises:
        BusyError: if another writes; it says who.
    """
    while True:
        descriptor = _opened(folder / LOCK)
        if descriptor is None:
            return None
        lock = Lock(descriptor)
        try:
            taken = lock.take(fcntl.LOCK_SH)
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


def _still_there(folder: Path, descriptor: int) -> bool:
    """Whether the locked file is the folder's, which another may just have put in its place."""
    try:
        return os.path.samestat((folder / LOCK).stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _busy(folder: Path, writer: str) -> BusyError:
    problem = f"{writer} is writing the store" if writer else "another program is reading the store"
    return BusyError(problem, where=str(folder), advice="try again when it has ended")


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
