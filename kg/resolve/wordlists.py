"""A file of ontology/lexicon that holds lists of words, checked as it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class WordFile:
    """The tables of one file.

    Attributes:
        path: the file, for messages.
        tables: as TOML gives them.
    """

    path: Path
    tables: dict[str, Any]

    def only(self, keys: Mapping[str, frozenset[str] | None]) -> None:
        """Check that there are no tables and keys beside these; None allows any key.

        Raises:
            KnowledgeError: naming the file and the table.
        """
        unknown = set(self.tables) - set(keys)
        if unknown:
            raise KnowledgeError(f"unknown table {min(unknown)!r}", where=str(self.path))
        for table, allowed in keys.items():
            if allowed is not None and (odd := set(self.tables.get(table, ())) - allowed):
                raise KnowledgeError(f"unknown key {min(odd)!r}", where=f"{self.path}: {table}")

    def columns(
        self, wanted: Mapping[str, tuple[str, str]], *free: str
    ) -> dict[str, frozenset[str]]:
        """The word lists of a file that has no others, under names of their own.

        Args:
            wanted: name -> table and key.
            free: tables beside these, with keys of their own.

        Raises:
            KnowledgeError: as `only` and `words`.
        """
        tables = {table for table, _ in wanted.values()}
        keys = {
            table: frozenset(key for other, key in wanted.values() if other == table)
            for table in tables
        }
        self.only({**keys, **dict.fromkeys(free)})
        return {name: self.words(table, key) for name, (table, key) in wanted.items()}

    def words(self, table: str, key: str) -> frozenset[str]:
        """The words of a list.

        Raises:
            KnowledgeError: if it is missing or empty, holds anything but words, or one twice.
        """
        where = f"{self.path}: {table}.{key}"
        if table not in self.tables or key not in self.tables[table]:
            raise KnowledgeError("missing", where=where)
        return word_list(self.tables[table][key], where)


def word_list(words: object, where: str) -> frozenset[str]:
    """The words of a list that holds at least one, and none twice.

    Raises:
        KnowledgeError: if it is anything else; `where` says which list.
    """
    if not isinstance(words, list) or not words:
        raise KnowledgeError("must be a list of at least one word", where=where)
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise KnowledgeError("holds something that is no word", where=where)
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        raise KnowledgeError(f"holds {twice[0]!r} twice", where=where)
    return frozenset(words)


def read(path: Path) -> WordFile:
    """The tables of a file.

    Raises:
        KnowledgeError: if there is no such file, or it is not TOML.
    """
    try:
        return WordFile(path, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise KnowledgeError(f"not readable as TOML: {problem}", where=str(path)) from None
