"""A table of a lexicon file, whose mistakes are told with the file and the row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import KnowledgeError
from kg.resolve import wordlists

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Words = TypeVar("_Words", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values as they stand in TOML.

    Attributes:
        rows: key -> list of words, inner table or list of tables.
        where: the file, and the table or row in it, for messages.
    """

    rows: Mapping[str, Any]
    where: str

    def mistake(self, problem: str) -> KnowledgeError:
        """The error that says what is wrong with this table."""
        return KnowledgeError(problem, where=self.where)

    def allow(self, *keys: str) -> None:
        """Refuse keys that no rule reads.

        Raises:
            KnowledgeError: naming the first other key.
        """
        unknown = set(self.rows) - set(keys)
        if unknown:
            raise self.mistake(f"unknown key {min(unknown)!r}")

    def value(self, key: str) -> Any:
        """What stands under a key that must be there.

        Raises:
            KnowledgeError: if it is not there.
        """
        if key not in self.rows:
            raise self.mistake(f"no {key!r}")
        return self.rows[key]

    def words(self, key: str) -> frozenset[str]:
        """The words of a list, at least one.

        Raises:
            KnowledgeError: if the list is missing, empty, none of words, or holds a word twice.
        """
        return wordlists.word_list(self.value(key), f"{self.where}: {key}")

    def inner(self, key: str) -> Table:
        """A table inside, which must be there.

        Raises:
            KnowledgeError: if it is missing or no table.
        """
        rows = self.value(key)
        if not isinstance(rows, Mapping):
            raise self.mistake(f"{key!r} must be a table")
        return Table(rows, f"{self.where}: {key}")

    def each(self, key: str) -> list[Table]:
        """The rows of a list of tables, counted from 1 in messages; none if it is not there."""
        return [
            Table(row, f"{self.where}: {key} {at}")
            for at, row in enumerate(self.rows.get(key, ()), start=1)
        ]

    def filled(self, cls: type[_Words]) -> _Words:
        """A dataclass of word lists whose fields are the keys of this table, no more and no less.

        Raises:
            KnowledgeError: as `allow` and `words`.
        """
        names = [field.name for field in fields(cls)]
        self.allow(*names)
        return cls(**{name: self.words(name) for name in names})

    def columns(self, wanted: Mapping[str, tuple[str, str]]) -> dict[str, frozenset[str]]:
        """The word lists of the tables inside, under names of their own.

        Args:
            wanted: name -> table and key.

        Raises:
            KnowledgeError: as `allow`, `inner` and `words`.
        """
        self.allow(*(table for table, _ in wanted.values()))
        for name in self.rows:
            self.inner(name).allow(*(key for table, key in wanted.values() if table == name))
        return {name: self.inner(table).words(key) for name, (table, key) in wanted.items()}


def read(path: Path) -> Table:
    """A whole file.

    Raises:
        KnowledgeError: if it can't be read as TOML.
    """
    return Table(wordlists.read(path).tables, str(path))
