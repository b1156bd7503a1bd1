"""Where a build is done: in the store's folder, or beside it where the store there is no use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph import lock
from kg.graph.note import NOTE, read_note
from kg.graph.store import DATABASE, MISTAKES, swap, unwritable


@contextmanager
def place_for(output: Path, base: str, *, fresh: bool) -> Iterator[Path]:
    """The folder to build in; when all went well, it is in the place of the output.

    A store of another format or base, or a broken one, is built again beside itself if that is
    asked for, in a folder that the next try goes on with; the old one stays until the end.

    Raises:
        StoreError: if another has the store open, or the new one can't take its place.
    """
    if not fresh or not (output / NOTE).is_file():
        yield output
        return
    try:
        held = lock.to_write(output)
    except OSError as error:
        raise unwritable(output, error) from error
    if _is_usable(output, base):
        held.release()
        yield output
        return
    with held:
        target = output.resolve()
        place = target.with_name(f".{target.name}.next")
        yield place
        try:
            swap(place, target)
        except OSError as error:
            raise unwritable(output, error) from error


def _is_usable(path: Path, base: str) -> bool:
    try:
        meta = read_note(path)
        ox.Store(str(path / DATABASE))
    except (StoreError, *MISTAKES):
        return False
    return meta.base == base
