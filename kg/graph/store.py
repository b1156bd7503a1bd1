"""The graph on disk: an Oxigraph database in a folder, with a note of what it is.

    build/kg/
      kg-store.json   format, version of kg, model, base IRI
      kg-lock.json    locked by whoever writes, and says who that is
      kg-wanted.json  locked by one who waits to write until readers have ended
      oxigraph/       the database
      kg-index.*      what a writer needs to know of all articles; made again where it is missing

It is opened here to be read; `kg.graph.ledger` changes it.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.errors import BusyError, StoreError
from kg.graph import lock
from kg.graph.note import NOTE, StoreMeta, read_note, write_note
from kg.graph.remote.address import is_remote
from kg.vocab import CONSOLIDATED, DEFAULT_BASE, TYPE, XSD
from kg.vocab import kg as term

if TYPE_CHECKING:
    from collections.abc import Iterable

DATABASE = "oxigraph"
#: What may stand in a store's folder.
PARTS = frozenset((NOTE, lock.LOCK, lock.WANTED, DATABASE, "kg-index.json", "kg-index.sqlite"))

#: What Oxigraph raises of a database: the disk's mistakes, and damage.
MISTAKES = (OSError, RuntimeError)

RDF_FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class GraphHandle:
    """An open graph, for reading.

    Attributes:
        store: the quads.
        base: the IRI below which the data's IRIs stand, with its final slash.
        meta: the store's note; None for a graph read from an RDF file.
        lock: keeps others from writing to the store as long as this lives.
        is_unfinished: whether it is a copy of a server where only a part of a build stands.
    """

    store: Store
    base: str = DEFAULT_BASE
    meta: StoreMeta | None = None
    lock: lock.Lock | None = field(default=None, compare=False, repr=False)
    is_unfinished: bool = False

    @property
    def is_behind(self) -> bool:
        """Whether articles were added or removed that the merged things don't tell of yet."""
        return behind(self.base) in self.store


def behind(base: str) -> Quad:
    """The quad that marks a store whose merged things are behind its articles."""
    graph = NamedNode(base + CONSOLIDATED)
    true = Literal("true", datatype=NamedNode(XSD + "boolean"))
    return Quad(graph, NamedNode(term("behind")), true, graph)


def write_store(path: Path | str, quads: Iterable[Quad], *, meta: StoreMeta) -> None:
    """Write the quads to a new store that then takes the place of the one at `path`.

    Whatever fails, including `quads` while it is read, the old store stays as it was. A server
    (an http address) is written graph by graph instead; see kg.graph.remote.upload.

    Raises:
        StoreError: if `path` holds something other than a store, or can't be written.
    """
    if is_remote(path):
        from kg.graph.remote.connect import write_remote

        write_remote(str(path), quads, meta.base)
        return
    path = Path(path)
    target = path.resolve()
    fresh = _beside(target, "new")
    try:
        check_replaceable(path)
        fresh.mkdir(parents=True)
        _fill(fresh, quads, meta)
        swap(fresh, target)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def unwritable(path: Path, error: Exception) -> StoreError:
    """What to say when the disk is full or the like."""
    return StoreError(f"the store can't be written: {reason(error)}", where=str(path))


def open_graph(target: str | Path) -> GraphHandle:
    """Open a store for reading, or load an RDF file (by its extension) or a server into memory.

    Raises:
        StoreError: if there is nothing there, or something that can't be read as a graph.
    """
    if is_remote(target):
        from kg.graph.remote.connect import open_remote

        return open_remote(str(target))
    path = Path(target)
    if path.is_dir():
        return _open_store(path)
    if path.is_file():
        return _load_file(path)
    advice = "build one first: kg build ARTICLES"
    raise StoreError("there is no graph here", where=str(path), advice=advice)


def open_writable(path: Path) -> GraphHandle:
    """Open a store to change it; nobody else may have it open meanwhile.

    Raises:
        StoreError: if it is no store of this kg, or somebody has it open.
    """
    meta = read_note(path)
    try:
        held = lock.to_write(path)
        return GraphHandle(Store(str(path / DATABASE)), meta.base, meta, held)
    except MISTAKES as error:
        problem = f"can't be opened for writing: {reason(error)}"
        raise StoreError(problem, where=str(path)) from error


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.{ending}")


def reason(error: Exception) -> str:
    """Why the system or the database refuses, on one line."""
    # Oxigraph puts several lines of RocksDB's own words into one error.
    return getattr(error, "strerror", None) or str(error).partition("\n")[0]


def check_replaceable(path: Path) -> None:
    """Make sure that a store may be put here.

    Raises:
        StoreError: if something else stands here.
    """
    if not path.exists() or (path / NOTE).is_file():
        return
    if not path.is_dir():
        problem = "is a file, so no store can be put here"
    elif {part.name for part in path.iterdir()} - PARTS:
        problem = "is a folder with other things in it, which a store would replace"
    else:
        return
    raise StoreError(problem, where=str(path), advice="choose another output")


def _fill(folder: Path, quads: Iterable[Quad], meta: StoreMeta) -> None:
    store = Store(str(folder / DATABASE))
    store.bulk_extend(quads)
    # What comes in bulk lies in many files, which makes each look-up twice as long.
    store.optimize()
    store.flush()
    # Last, so that a folder with a note always has all its quads.
    write_note(folder, meta)
    (folder / lock.LOCK).touch()


def swap(fresh: Path, target: Path) -> None:
    """Put a store in the place of another, which is then gone.

    Raises:
        OSError: if it can't be done; the old store then stays.
    """
    if not target.exists():
        fresh.rename(target)
        return
    old = _beside(target, "old")
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _open_store(path: Path) -> GraphHandle:
    meta = read_note(path)
    held = lock.to_read(path)
    try:
        store = Store.read_only(str(path / DATABASE))
    except MISTAKES as error:
        raise unopened(path, error) from error
    return GraphHandle(store, meta.base, meta, held)


def unopened(path: Path, error: Exception) -> StoreError:
    """What to say of a database that does not open."""
    why = reason(error)
    if "lock" in why.lower():
        advice = "try again when it has ended"
        return BusyError("another program has the store open", where=str(path), advice=advice)
    full = os.strerror(errno.ENOSPC)
    if full in why:
        advice = "make room on the disk, and try again; nothing was changed"
        return StoreError(f"can't be opened: {full}", where=str(path), advice=advice)
    advice = "build it again with kg build --fresh"
    return StoreError(f"can't be opened: {why}", where=str(path), advice=advice)


def _load_file(path: Path) -> GraphHandle:
    rdf_format = RDF_FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        known = " ".join(RDF_FORMATS)
        problem = "is neither a store nor a file of a known RDF format"
        raise StoreError(problem, where=str(path), advice=f"known: {known}")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=rdf_format)
    except SyntaxError as error:
        where = f"{path}:{error.lineno}" if error.lineno else str(path)
        raise StoreError(f"can't be parsed: {error.msg}", where=where) from error
    except OSError as error:
        raise StoreError(f"can't be read: {reason(error)}", where=str(path)) from error
    return GraphHandle(store, _base_of(store))


def _base_of(store: Store) -> str:
    """The base IRI, as told by the IRIs of the articles; the usual one if there are none."""
    articles = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(term("Article")))
    for quad in articles:
        found = re.match(r"(.*/)article/[^/]*$", getattr(quad.subject, "value", ""))
        if found:
            return found[1]
    return DEFAULT_BASE
