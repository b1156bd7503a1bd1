"""The graph on disk: an Oxigraph database in a folder, with a note of what it is.

    build/kg/
      kg-store.json   format, version of kg, model, base IRI
      oxigraph/       the database

A store is written once, whole, and never changed afterwards, so it is opened read-only and
any number of readers may share it.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

import kg
from kg.errors import StoreError
from kg.graph.remote.address import is_remote
from kg.vocab import DEFAULT_BASE, TYPE
from kg.vocab import kg as term

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Raised by one whenever an older kg could misread what this one writes.
FORMAT = 1

NOTE = "kg-store.json"
_DATABASE = "oxigraph"

RDF_FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class StoreMeta:
    """What the note in a store's folder says.

    Attributes:
        model: the language pipeline that read the articles.
        base: the IRI below which the data's IRIs stand.
        version: the kg that wrote the store.
        format: how the folder is laid out; see FORMAT.
    """

    model: str = ""
    base: str = DEFAULT_BASE
    version: str = kg.__version__
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class GraphHandle:
    """An open graph, for reading.

    Attributes:
        store: the quads.
        base: the IRI below which the data's IRIs stand, with its final slash.
        meta: the store's note; None for a graph read from an RDF file.
    """

    store: Store
    base: str = DEFAULT_BASE
    meta: StoreMeta | None = None


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
        _check_replaceable(path)
        fresh.mkdir(parents=True)
        _fill(fresh, quads, meta)
        _swap(fresh, target)
    except OSError as error:
        problem = f"the store can't be written: {_reason(error)}"
        raise StoreError(problem, where=str(path)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


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
    meta = _read_note(path)
    try:
        return GraphHandle(Store(str(path / _DATABASE)), meta.base, meta)
    except OSError as error:
        problem = f"can't be opened for writing: {_reason(error)}"
        raise StoreError(problem, where=str(path)) from error


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.{ending}")


def _reason(error: OSError) -> str:
    # Oxigraph puts several lines of RocksDB's own words into one error.
    return error.strerror or str(error).partition("\n")[0]


def _check_replaceable(path: Path) -> None:
    if not path.exists() or (path / NOTE).is_file():
        return
    if not path.is_dir():
        problem = "is a file, so no store can be put here"
    elif any(path.iterdir()):
        problem = "is a folder with other things in it, which a store would replace"
    else:
        return
    raise StoreError(problem, where=str(path), advice="choose another output")


def _fill(folder: Path, quads: Iterable[Quad], meta: StoreMeta) -> None:
    store = Store(str(folder / _DATABASE))
    store.bulk_extend(quads)
    store.flush()
    # Last, so that a folder with a note always has all its quads.
    note = json.dumps(asdict(meta), ensure_ascii=False, indent=2, sort_keys=True)
    (folder / NOTE).write_text(note + "\n", encoding="utf-8")


def _swap(fresh: Path, target: Path) -> None:
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
    meta = _read_note(path)
    try:
        store = Store.read_only(str(path / _DATABASE))
    except OSError as error:
        reason = _reason(error)
        locked = "lock" in reason.lower()
        problem = "another program has the store open" if locked else f"can't be opened: {reason}"
        advice = "try again when it has ended" if locked else "build it again"
        raise StoreError(problem, where=str(path), advice=advice) from error
    return GraphHandle(store, meta.base, meta)


def _read_note(path: Path) -> StoreMeta:
    try:
        note = json.loads((path / NOTE).read_text(encoding="utf-8"))
        meta = StoreMeta(
            model=str(note["model"]),
            base=str(note["base"]),
            version=str(note["version"]),
            format=int(note["format"]),
        )
    except FileNotFoundError as error:
        advice = "build one with kg build, or name an RDF file"
        raise StoreError("is not a kg store", where=str(path), advice=advice) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        problem = f"can't be read: {error!r}"
        raise StoreError(problem, where=str(path / NOTE), advice="build it again") from error
    if meta.format != FORMAT:
        problem = f"the store has format {meta.format}; kg {kg.__version__} reads format {FORMAT}"
        advice = f"build it again, or export it with kg {meta.version}"
        raise StoreError(problem, where=str(path), advice=advice)
    return meta


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
        raise StoreError(f"can't be read: {_reason(error)}", where=str(path)) from error
    return GraphHandle(store, _base_of(store))


def _base_of(store: Store) -> str:
    """The base IRI, as told by the IRIs of the articles; the usual one if there are none."""
    articles = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(term("Article")))
    for quad in articles:
        found = re.match(r"(.*/)article/[^/]*$", getattr(quad.subject, "value", ""))
        if found:
            return found[1]
    return DEFAULT_BASE
