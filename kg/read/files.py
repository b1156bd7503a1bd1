"""Files, folders and archives to documents. What can't be read is told and passed over."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, cast

from kg.errors import InputError
from kg.model import Document
from kg.read.beside import (
    MOST_METADATA,
    TEXTS,
    metadata,
    names_beside,
    tells_only,
    texts_beside,
)
from kg.read.formats import ADVICE, READERS, by_its_head, suffixes
from kg.read.packed import unpacked
from kg.read.source import Found, Source, rewound
from kg.read.walk import STANDARD_INPUT, Item, items, names, unreadable

_HEAD = 4096
#: So many mistakes of one file are told one by one.
MOST_MISTAKES = 100
#: So deep a mail may lie in a mail.
MOST_NESTED = 5


def documents(
    paths: Sequence[Path], fields: Mapping[str, str] | None = None
) -> Iterator[Document | InputError]:
    """The articles in files, folders and archives, one at a time, and the mistakes met on the way.

    Args:
        paths: files, folders (searched in order of name, hidden ones left out), zip archives, or
            "-" for standard input.
        fields: part of an article (a key of `fields.NAMES`) -> the field or column that records
            keep it in, where that isn't one of the usual ones.

    Yields:
        A Document for each article; an InputError for whatever can't be read. Nothing is raised
        for what a file holds.
    """
    found, mistakes = items(paths)
    yield from mistakes
    with _Shelf(found, fields or {}) as shelf:
        for item, name in zip(found, names(found), strict=True):
            yield from _bounded(shelf.read(item, name), item)


def _bounded(found: Iterator[Found], item: Item) -> Iterator[Found]:
    """What a file holds, with no more mistakes than a person reads."""
    mistakes = 0
    for one in found:
        mistakes += isinstance(one, InputError)
        if not isinstance(one, InputError) or mistakes <= MOST_MISTAKES:
            yield one
    if mistakes > MOST_MISTAKES:
        more = f"{mistakes - MOST_MISTAKES:,} more mistakes like these"
        yield InputError(more, where=item.shown)


def _safely(found: Iterator[Found], shown: str) -> Iterator[Found]:
    """What is found, and the mistake that ends it, if one does."""
    try:
        yield from found
    except InputError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - a hostile file may make any parser raise anything
        yield unreadable(shown, error)


def _read(source: Source, suffix: str, depth: int = 0) -> Iterator[Found]:
    """What a source holds, told by the suffix of its name, or by how it begins."""
    reader = READERS.get(suffix)
    if reader is None and suffix:
        problem = f"a file of kind {suffix} is not read"
        raise InputError(problem, where=source.path, advice=ADVICE)
    if depth > MOST_NESTED:
        raise InputError("a mail too deep inside mails", where=source.path)
    for found in (reader or by_its_head(source.head(_HEAD)))(source):
        if isinstance(found, Source):
            inner = _read(found, suffixes(found.name)[0], depth + 1)
            yield from _safely(inner, found.path)
        else:
            yield found


class _Shelf(AbstractContextManager["_Shelf"]):
    """The files to read, with the archive open that the last of them came from.

    Args:
        found: all of them.
        fields: as in `documents`.
    """

    def __init__(self, found: Sequence[Item], fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._known = frozenset(map(_key, found))
        self._archive: zipfile.ZipFile | None = None

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def read(self, item: Item, name: str) -> Iterator[Found]:
        """What one file holds."""
        return _safely(self._read(item, name), item.shown)

    def _read(self, item: Item, name: str) -> Iterator[Found]:
        if self._only_tells(item):
            return
        suffix = "" if item.path == STANDARD_INPUT else item.kind[0]
        told, mistakes = self._beside(item) if suffix in TEXTS else ({}, [])
        yield from mistakes
        with self._opened(item) as stream:
            yield from _read(Source(stream, item.shown, name, self._fields, told), suffix)

    @contextmanager
    def _opened(self, item: Item) -> Iterator[IO[bytes]]:
        """The bytes of an item, unpacked."""
        if item.path == STANDARD_INPUT:
            # A pipe may show little of itself when it is only peeked into.
            yield rewound(sys.stdin.buffer.read(_HEAD), sys.stdin.buffer)
            return
        with self._packed(item) as stream:
            yield unpacked(stream, item.kind[1], self._size(item), item.shown)

    def _size(self, item: Item) -> int:
        if item.member and self._archive is not None:
            return self._archive.getinfo(item.member).file_size
        return item.path.stat().st_size

    def _packed(self, item: Item) -> IO[bytes]:
        """The bytes of an item as they lie in the folder or the archive."""
        if not item.member:
            return cast("IO[bytes]", item.path.open("rb"))
        if self._archive is None or self._archive.filename != str(item.path):
            self.__exit__()
            self._archive = zipfile.ZipFile(item.path)
        return self._archive.open(item.member)

    def _only_tells(self, item: Item) -> bool:
        """Whether a file is but metadata of a text that lies beside it."""
        texts = (_sibling(item, name) for name in texts_beside(_called(item)))
        if item.path == STANDARD_INPUT or self._known.isdisjoint(map(_key, texts)):
            return False
        if item.kind[0] not in READERS:
            return True  # YAML; a mistake in it is told with the text
        told = self._metadata(item)
        return not isinstance(told, InputError) and tells_only(told)

    def _beside(self, item: Item) -> tuple[dict[str, object], list[InputError]]:
        """What files of metadata beside a text tell of it, and what is wrong with them."""
        found: dict[str, object] = {}
        mistakes: list[InputError] = []
        for one in (_sibling(item, name) for name in names_beside(_called(item))):
            if _key(one) not in self._known and not _is_file(one):
                continue
            told = self._metadata(one)
            if isinstance(told, InputError):
                if one.kind[0] not in READERS:  # else it is read, and told, on its own
                    mistakes.append(told)
            elif tells_only(told):
                found = told | found
        return found, mistakes

    def _metadata(self, item: Item) -> dict[str, object] | InputError:
        with self._packed(item) as stream:
            octets = stream.read(4 * MOST_METADATA + 1)
        return metadata(octets.decode("utf-8", "replace"), item.shown)


def _called(item: Item) -> str:
    return item.member or str(item.path)


def _sibling(item: Item, name: str) -> Item:
    """The item of another name in the same folder or archive."""
    return Item(item.path, name) if item.member else Item(Path(name))


def _is_file(item: Item) -> bool:
    # Path.is_file raises where the name is longer than the system allows.
    return not item.member and os.path.isfile(item.path)  # noqa: PTH113 - see above


def _key(item: Item) -> tuple[str, str]:
    return str(item.path), item.member
