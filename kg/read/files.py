"""Files, folders and archives to documents. What can't be read is told and passed over."""

from __future__ import annotations

import hashlib
import lzma
import sys
import zipfile
import zlib
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
from kg.read.formats import ADVICE, READERS, by_its_head
from kg.read.packed import unpacked
from kg.read.source import Found, Source
from kg.read.walk import STANDARD_INPUT, Item, items, names, unreadable

_HEAD = 4096
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)


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
        A Document for each article, its identifier unlike that of any other; an InputError for
        whatever can't be read. Nothing is raised for what a file holds.
    """
    found, mistakes = items(paths)
    yield from mistakes
    seen: set[bytes] = set()
    with _Shelf(found, fields or {}) as shelf:
        for item, name in zip(found, names(found), strict=True):
            for one in shelf.read(item, name):
                yield _unlike(one, seen)


def _unlike(found: Found, seen: set[bytes]) -> Found:
    """The document, or a mistake if its identifier was met before."""
    if isinstance(found, InputError):
        return found
    # Digests, not names: a set of a million long names would be most of the memory.
    octets = found.identifier.encode("utf-8", "surrogatepass")
    key = hashlib.blake2b(octets, digest_size=12).digest()
    if key in seen:
        problem = f"another article is called {found.identifier!r:.80}"
        return InputError(problem, where=found.path, advice="give each record an id of its own")
    seen.add(key)
    return found


class _Shelf(AbstractContextManager["_Shelf"]):
    """The files to read, with the archive open that the last of them came from.

    Args:
        found: all of them.
        fields: as in `documents`.
    """

    def __init__(self, found: Sequence[Item], fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._known = {(str(item.path), item.member) for item in found}
        self._archive: zipfile.ZipFile | None = None

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def read(self, item: Item, name: str) -> Iterator[Found]:
        """What one file holds."""
        suffix, _packing = item.kind
        reader = READERS.get(suffix)
        try:
            if self._only_tells(item):
                return
            if reader is None and suffix and item.path != STANDARD_INPUT:
                problem = f"a file of kind {suffix} is not read"
                yield InputError(problem, where=item.shown, advice=ADVICE)
                return
            told, mistakes = self._beside(item) if suffix in TEXTS else ({}, [])
            yield from mistakes
            with self._opened(item) as stream:
                source = Source(stream, item.shown, name, self._fields, told)
                yield from (reader or by_its_head(source.head(_HEAD)))(source)
        except InputError as error:
            yield error
        except _BROKEN as error:
            yield unreadable(item.shown, error)

    @contextmanager
    def _opened(self, item: Item) -> Iterator[IO[bytes]]:
        """The bytes of an item, unpacked."""
        if item.path == STANDARD_INPUT:
            yield sys.stdin.buffer
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
        if item.path == STANDARD_INPUT or not self._there(item, texts_beside(_called(item))):
            return False
        told = self._metadata(item)
        return isinstance(told, InputError) or tells_only(told)  # a mistake is told with the text

    def _there(self, item: Item, names: list[str]) -> list[Item]:
        """The items of these names that lie where an item does."""
        inside = [Item(item.path, name) if item.member else Item(Path(name)) for name in names]
        return [
            one for one in inside
            if (str(one.path), one.member) in self._known or (not one.member and one.path.is_file())
        ]  # fmt: skip

    def _beside(self, item: Item) -> tuple[dict[str, object], list[InputError]]:
        """What files of metadata beside a text tell of it, and what is wrong with them."""
        found: dict[str, object] = {}
        mistakes: list[InputError] = []
        for one in self._there(item, names_beside(_called(item))):
            told = self._metadata(one)
            if isinstance(told, InputError):
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
