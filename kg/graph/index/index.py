"""The index beside a store: what its writer must know of all articles to merge one more.

    kg-index.sqlite   the tables
    kg-index.json     their seal

Without the seal the tables are made again when the store is next settled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.assemble import Assembly
from kg.graph.geography import Geography
from kg.graph.happenings import happenings
from kg.graph.index import seal
from kg.graph.index.lookups import Lookups
from kg.graph.index.tables import Tables
from kg.graph.index.update import Change, Update
from kg.graph.quads import Sheet
from kg.graph.settle import Difference
from kg.graph.things import beside
from kg.resolve import world

TABLES, SEAL = "kg-index.sqlite", "kg-index.json"
#: What is raised where the tables can't be read or written, or hold what kg never wrote.
MISTAKES = (sqlite3.Error, OSError, ValueError)


class Index:
    """The index of a store that this process alone writes to."""

    def __init__(self, path: Path, database: Path, folder: Path) -> None:
        """Look for one; the database must not be open yet.

        Args:
            path: the store's folder.
            database: the database in it.
            folder: the ontology folder.
        """
        self._tables_at, self._seal_at = path / TABLES, path / SEAL
        self._database, self._folder = database, folder
        self._maker = seal.made_by(folder)
        state = seal.state_of(database)
        self._is_sealed = False
        self._is_sound = seal.is_sealed(self._seal_at, self._tables_at, self._maker, state)
        self._tables: Tables | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the tables are there and tell what the database did when it was opened."""
        return self._is_sound

    @property
    def lookups(self) -> Lookups:
        """The tables, to be asked."""
        return self._opened()

    def _opened(self) -> Tables:
        if self._tables is None:
            self._tables = Tables(self._tables_at)
        return self._tables

    def sheets(self, locals_: Iterable[str]) -> dict[str, Sheet]:
        """Some articles by local name, as far as sound tables know them."""
        try:
            return self._opened().sheets(locals_) if self._is_sound else {}
        except MISTAKES:
            return {}

    def update(self, change: Change, store: ox.Store, base: str) -> Difference:
        """What a change of articles makes of the merged things; the tables follow it.

        They are not sound from now on, until they are sealed.
        """
        self._is_sound = self._is_sealed = False
        return Update(self._opened(), store, self._folder, base).difference(change)

    def fill(self, assembly: Assembly) -> None:
        """Make the tables anew.

        Of a graph with corrections only what articles tell is of use, as long as it has any.
        """
        self.drop()
        try:
            self._fill(self._opened(), assembly)
        except MISTAKES:
            self.drop()

    def _fill(self, tables: Tables, assembly: Assembly) -> None:
        sheets = [sheet for sheet, _ in assembly.articles]
        known = world.load(self._folder)
        tables.add(sheets, known.entities)
        tables.note_moments(happenings(sheets, assembly.classes, Geography(known, {})))
        tables.note_things(
            (thing.iri, thing.component, (sheets[told.sheet].local, told.at))
            for thing in assembly.things
            for told in thing.told
        )
        tables.note_origins(assembly.copies)
        tables.opponents.note(assembly.engagements)
        tables.opponents.note_ties(assembly.things)
        tables.note_beside(
            (*triple, thing.iri)
            for thing in assembly.things
            for triple in beside(thing, assembly.base)
        )

    def seal(self) -> None:
        """Say that the tables tell what the database does, as long as that is open."""
        if self._is_sealed:
            return
        try:
            self._close()
            state = seal.state_of(self._database)
            seal.put(self._seal_at, self._tables_at, self._maker, state)
        except (StoreError, *MISTAKES):
            self.drop()  # a full disk, or one that fails: the store goes on without
        else:
            self._is_sound = self._is_sealed = True

    def break_seal(self) -> None:
        """Say that the database changes from now on."""
        if self._is_sealed:
            self._is_sealed = False
            self._seal_at.unlink(missing_ok=True)

    def drop(self) -> None:
        """Be without tables."""
        self._is_sound = self._is_sealed = False
        with suppress(sqlite3.Error):  # it goes in any case
            self._close()
        for file in (self._seal_at, self._tables_at):
            file.unlink(missing_ok=True)

    def _close(self) -> None:
        tables, self._tables = self._tables, None
        if tables is not None:
            tables.close()
