"""A store's database opened for writing, with the lock on its folder and the index beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph import lock
from kg.graph.index.index import Index
from kg.graph.note import StoreMeta
from kg.graph.store import DATABASE, MISTAKES, unopened, unwritable


@dataclass(slots=True)
class Opened:
    """A database with the lock on its folder.

    Attributes:
        path: the folder.
        store: the database.
        held: the lock.
        index: the index beside it.
        is_new: whether the folder was made just now.
    """

    path: Path
    store: ox.Store
    held: lock.Lock
    index: Index
    is_new: bool


def opened_alone(
    path: Path, folder: Path, noted: Callable[[Path], StoreMeta], *, is_new: bool = False
) -> tuple[Opened, StoreMeta]:
    """Lock a store's folder and open the database in it, with its note.

    Args:
        path: the folder.
        folder: the ontology folder.
        noted: gives the note; asked once the folder is locked.
        is_new: whether the folder was made just now.

    Raises:
        StoreError: if another has it open, or it can't be written to.
    """
    try:
        held = lock.to_write(path)
    except OSError as error:
        raise unwritable(path, error) from error
    meta = noted(path)
    index = Index(path, path / DATABASE, folder)
    try:
        store = ox.Store(str(path / DATABASE))
    except MISTAKES as error:
        raise unopened(path, error) from error
    return Opened(path, store, held, index, is_new), meta
