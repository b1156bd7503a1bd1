"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from kg.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` into the file `path`: first beside it, then in its place.

    A crash or a full disk leaves the file that stood there as it was. Folders above it are
    made; a link is followed; a device or pipe is written straight.

    Raises:
        StoreError: if it can't be written.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
            return
        _replace(target, content)
    except OSError as error:
        problem = f"can't be written: {error.strerror or error}"
        raise StoreError(problem, where=str(path)) from error


def _replace(target: Path, content: bytes) -> None:
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        with fresh.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
