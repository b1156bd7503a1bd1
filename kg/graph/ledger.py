"""A store open for writing: articles come and go, each in one transaction.

What an article says stands in its own graph; the merged things follow from all of these
(`kg.graph.assemble`). While articles change, a marker says that the merged things are behind;
`settle` brings them up to date and takes it away.
"""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph import settle
from kg.graph.assemble import assemble
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.stored import kept
from kg.graph.decode import sheet_of
from kg.graph.entries import Entry, entries
from kg.graph.index.index import MISTAKES as INDEX_MISTAKES
from kg.graph.index.index import Index
from kg.graph.index.update import Change
from kg.graph.note import NOTE, StoreMeta, read_note, write_note
from kg.graph.opening import Opened, opened_alone
from kg.graph.quads import Sheet, article_quads
from kg.graph.settle import Difference, Settled
from kg.graph.store import MISTAKES, behind, check_replaceable, unwritable
from kg.graph.tidy import tidy
from kg.graph.tree import superclasses
from kg.uncollected import uncollected

#: Where one in so many articles came or went, all things are made anew.
_FEW = 4


def open_ledger(path: Path, folder: Path) -> Ledger:
    """Open a store that is there.

    Args:
        path: its folder.
        folder: the ontology folder.

    Raises:
        StoreError: if there is none, another has it open, or this kg can't write to it.
    """
    if not path.is_dir():
        advice = "build one first: kg build ARTICLES"
        raise StoreError("there is no store here", where=str(path), advice=advice)
    read_note(path)  # before the lock, so that nothing is put into a folder that is no store
    return _locked(path, folder, read_note)


def make_ledger(path: Path, folder: Path, base: str) -> Ledger:
    """Open a store, or make an empty one where there is none.

    Args:
        path: its folder.
        folder: the ontology folder.
        base: the base IRI; that of a store which is there must be the same.

    Raises:
        StoreError: as `open_ledger`; and if something else is there, or the base is another.
    """
    check_replaceable(path)
    if (path / NOTE).is_file():
        _based(read_note(path), path, base)
    is_new = not path.exists()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error

    def noted(folder: Path) -> StoreMeta:
        if (folder / NOTE).is_file():
            return _based(read_note(folder), folder, base)
        return StoreMeta(base=base)

    return _locked(path, folder, noted, is_new=is_new)


def _based(meta: StoreMeta, path: Path, base: str) -> StoreMeta:
    if meta.base != base:
        problem = f"the IRIs of the store begin with {meta.base}, not with {base}"
        advice = "choose another output, or build it again with kg build --fresh"
        raise StoreError(problem, where=str(path), advice=advice)
    return meta


def _locked(
    path: Path, folder: Path, noted: Callable[[Path], StoreMeta], *, is_new: bool = False
) -> Ledger:
    opened, meta = opened_alone(path, folder, noted, is_new=is_new)
    return Ledger(opened, folder, meta)


class Ledger:
    """A store that this process alone may write to, until it is closed."""

    def __init__(self, opened: Opened, folder: Path, meta: StoreMeta) -> None:
        """Take over an open database; `folder` is that of the ontology."""
        self.meta = meta
        self.entries: dict[str, Entry] = dict(entries(opened.store, meta.base))
        self._opened: Opened | None = opened
        self._path, self._folder = opened.path, folder
        self._told: dict[str, Sheet] = {}
        self._changed: set[str] = set()
        self._corrections = kept(opened.store, meta.base)
        self._was_corrected = bool(self._corrections)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        is_new = self._opened is not None and self._opened.is_new
        _let_go(error)
        self.close()
        if error is not None and is_new and not self.entries:
            shutil.rmtree(self._path, ignore_errors=True)

    def close(self) -> None:
        """Let others in; a second time does nothing."""
        opened, self._opened = self._opened, None
        if opened is not None:
            held = opened.held
            if opened.index.is_sound and not self._changed:
                opened.index.seal()
            del opened  # closes the database first
            held.release()

    def _alone(self) -> Opened:
        if self._opened is None:
            raise StoreError("the store is closed", where=str(self._path))
        return self._opened

    @property
    def _store(self) -> ox.Store:
        return self._alone().store

    @property
    def _index(self) -> Index:
        return self._alone().index

    def note(self, model: str) -> None:
        """Say in the note which model, and which kg, last wrote to the store."""
        meta = StoreMeta(model=model, base=self.meta.base)
        if meta != self.meta or not (self._path / NOTE).is_file():
            write_note(self._path, meta)
        self.meta = meta

    def named(self, identifier: str) -> list[str]:
        """The articles of a name, by their IRIs without the base."""
        return [local for local, entry in self.entries.items() if entry.identifier == identifier]

    def put(self, sheet: Sheet, *, instead_of: Iterable[str] = ()) -> None:
        """Write an article, in the place of itself and of others, in one transaction.

        Args:
            sheet: the article.
            instead_of: articles that go, by their IRIs without the base.

        Raises:
            StoreError: if it can't be written; the store is then as it was.
        """
        own = tidy(sheet)
        quads = article_quads(own, {}, superclasses(self._folder), self.meta.base)
        gone = [local for local in {own.local, *instead_of} if local in self.entries]
        with self._writing():
            self._change(own.local, *gone)
            if gone:
                self._store.update(self._without(gone) + self._insert(quads))
            else:
                self._store.extend([*quads, behind(self.meta.base)])
        self._forget(gone)
        self.entries[own.local] = Entry(own.identifier, own.content_hash, own.read_with)
        self._told[own.local] = own

    def drop(self, locals_: Iterable[str]) -> None:
        """Forget articles, all in one transaction.

        Raises:
            StoreError: if it can't be written; the store is then as it was.
        """
        gone = [local for local in locals_ if local in self.entries]
        if gone:
            with self._writing():
                self._change(*gone)
                self._store.update(self._without(gone) + self._insert([]))
            self._forget(gone)

    def sheets(self) -> list[Sheet]:
        """Every article of the store, those just written as they were given.

        Raises:
            StoreError: naming an article whose graph can't be read back.
        """
        told = self._index.sheets(self.entries.keys() - self._changed) | self._told
        return [told.get(local) or self.sheet(local) for local in sorted(self.entries)]

    def correct(self, corrections: Sequence[Correction] | None) -> None:
        """Put other corrections in the place of those that the store keeps; None leaves them."""
        if corrections is not None:
            self._corrections = tuple(corrections)

    def settle(self) -> Settled:
        """Bring the merged things up to date with the articles.

        Raises:
            StoreError: if it can't be written; the store is then still behind.
        """
        with uncollected():
            is_plain = not self._corrections and not self._was_corrected
            settled = self._settle_change() if self._index.is_sound and is_plain else None
            settled = settled or self._settle_all()
        self._changed.clear()
        self._was_corrected = bool(self._corrections)
        return settled

    def _settle_change(self) -> Settled | None:
        """Bring up to date what the articles that came and went bear on; None if that is much."""
        try:
            lookups = self._index.lookups
            known = lookups.locals()
            gone = {local for local in known if local in self._changed or local not in self.entries}
            new = sorted(self.entries.keys() - (known - gone))
            if (len(gone) + len(new)) * _FEW > len(self.entries):
                return None
            sheets = tuple(self._told.get(local) or self.sheet(local) for local in new)
            if gone or new or behind(self.meta.base) in self._store:
                change = Change(frozenset(gone), sheets)
                self._write(self._index.update(change, self._store, self.meta.base))
            counts = lookups.counts()
        except INDEX_MISTAKES:
            return None
        self._index.seal()
        return Settled(counts)

    def _settle_all(self) -> Settled:
        """Make all merged things anew, and write what differs."""
        assembly = assemble(self.sheets(), self._folder, self.meta.base, self._corrections)
        self._write(settle.difference(self._store, assembly))
        self._index.fill(assembly)
        self._index.seal()
        return Settled(assembly.counts, assembly.unused)

    def _write(self, change: Difference) -> None:
        with self._writing():
            settle.apply(self._store, change, self.meta.base)
            self._store.flush()

    def sheet(self, local: str) -> Sheet:
        """An article, read back from its graph.

        Raises:
            StoreError: if it can't be.
        """
        base = self.meta.base
        graph = ox.NamedNode(base + local)
        quads = self._store.quads_for_pattern(None, None, None, graph)
        return sheet_of(quads, superclasses(self._folder), base)

    def _without(self, locals_: Iterable[str]) -> str:
        base = self.meta.base
        return "".join(f"DROP GRAPH {ox.NamedNode(base + local)} ;\n" for local in locals_)

    def _insert(self, quads: Iterable[ox.Quad]) -> str:
        return f"INSERT DATA {{ {settle.as_text([*quads, behind(self.meta.base)])} }}"

    def _change(self, *locals_: str) -> None:
        self._index.break_seal()
        self._changed.update(locals_)

    def _forget(self, locals_: Iterable[str]) -> None:
        for local in locals_:
            del self.entries[local]
            self._told.pop(local, None)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except MISTAKES as error:
            raise unwritable(self._path, error) from error


def _let_go(error: BaseException | None) -> None:
    """Empty the frames that an error keeps: one of them may hold the database, and so keep it open.

    Nobody may read a database that is open for writing, not even after its lock is given back.
    """
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
