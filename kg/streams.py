"""Standard input and output as files: `-`, bytes, and readers that go away."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from kg.errors import InputError, QueryError
from kg.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_query() -> str:
    """All of standard input, which must be UTF-8.

    Raises:
        QueryError: if it is not.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"is not UTF-8: {error}", where="standard input") from error


def read_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file, or of standard input for `-`, blank ones left out.

    Raises:
        InputError: if it can't be read.
    """
    try:
        octets = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        lines = octets.decode("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"a list that can't be read: {reason}", where=str(path)) from error
    return [line for line in lines if line.strip()]


def put(path: Path, content: bytes) -> None:
    """Write to a file, whole or not at all, or to standard output for `-`.

    Raises:
        StoreError: if the file can't be written.
    """
    if str(path) == "-":
        write(content)
    else:
        write_whole(path, content)


def write(content: bytes) -> None:
    """Write to standard output, as UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


@contextlib.contextmanager
def quiet_pipe() -> Iterator[None]:
    """End without a word when the reader of standard output has gone (`kg query … | head`)."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit; let it do so into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
