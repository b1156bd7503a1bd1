"""Files and folders to documents. What can't be read is told and passed over."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import stat
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, cast

from kg.errors import InputError
from kg.model import Document
from kg.read import records
from kg.read.decode import decoded
from kg.read.records import MOST_BYTES, Found

STANDARD_INPUT = Path("-")
TEXTS = frozenset((".txt", ".md", ".text"))
RECORDS = {
    ".json": records.json_file,
    ".jsonl": records.json_lines,
    ".ndjson": records.json_lines,
    ".csv": records.table,
    ".tsv": records.table,
}
PACKED = frozenset((".gz", ".xz"))

_KINDS = "kg reads .txt, .md, .json, .jsonl and .csv, also as .gz or .xz"


def documents(paths: Sequence[Path]) -> Iterator[Document | InputError]:
    """The articles in files and folders, one at a time, and the mistakes met on the way.

    Args:
        paths: files, folders (searched in order of name, hidden ones left out), or "-" for one
            article on standard input.

    Yields:
        A Document for each article, its identifier unlike that of any other; an InputError for
        whatever can't be read. Nothing is raised for what a file holds.
    """
    files, mistakes = _files(paths)
    yield from mistakes
    names = _names(files)
    seen: set[bytes] = set()
    for path, name in zip(files, names, strict=True):
        for found in _read(path, name):
            yield _unlike(found, seen)


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


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[InputError]]:
    """Every file once, however often it is named, and what can't be looked into."""
    files: dict[str, Path] = {}
    mistakes: list[InputError] = []
    for path in paths:
        inside = list(_inside(path, mistakes))
        if not inside and path.is_dir():
            mistakes.append(
                InputError("no articles in this folder", where=str(path), advice=_KINDS)
            )
        for one in inside:
            files.setdefault(os.path.realpath(one), one)
    return list(files.values()), mistakes


def _inside(path: Path, mistakes: list[InputError]) -> Iterator[Path]:
    """The files in a folder, or the file itself; hidden files only if named."""
    try:
        folder = path != STANDARD_INPUT and stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        mistakes.append(_unreadable(path, error))
        return
    if not folder:
        yield path
        return
    # Links to folders are not followed, so that a loop of links can't trap the walk.
    walk = os.walk(path, onerror=lambda error: mistakes.append(_unreadable(path, error)))
    for place, subfolders, names in walk:
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _names(files: list[Path]) -> list[str]:
    """The name of each file, with as many folders before it as tell it from the others."""
    parts = [("stdin",) if path == STANDARD_INPUT else path.absolute().parts[1:] for path in files]
    names = [one[-1] for one in parts]
    for depth in range(2, 1 + max(map(len, parts), default=0)):
        counts = Counter(names)
        names = [
            name if counts[name] == 1 else "/".join(one[-depth:])
            for one, name in zip(parts, names, strict=True)
        ]
    return names


def _read(path: Path, name: str) -> Iterator[Found]:
    suffix, packing = _suffix(path)
    if path != STANDARD_INPUT and suffix not in TEXTS and suffix not in RECORDS and suffix:
        yield InputError(f"a file of kind {suffix} is not read", where=str(path), advice=_KINDS)
        return
    try:
        with _opened(path, packing) as stream:
            if suffix in RECORDS:
                yield from RECORDS[suffix](stream, str(path), name)
            else:
                yield _text(stream, str(path), name)
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        yield _unreadable(path, error)


def _suffix(path: Path) -> tuple[str, str]:
    """The kind of content and the kind of packing, each a suffix or ""."""
    last = path.suffix.lower()
    if last in PACKED:
        return Path(path.stem).suffix.lower(), last
    return last, ""


def _opened(path: Path, packing: str) -> AbstractContextManager[IO[bytes]]:
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    if packing == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if packing == ".xz":
        return cast("IO[bytes]", lzma.open(path, "rb"))
    return path.open("rb")


def _text(stream: IO[bytes], path: str, name: str) -> Found:
    octets = stream.read(MOST_BYTES + 1)
    if len(octets) > MOST_BYTES:
        return InputError("more than 50 MB of text", where=path, advice="split it into articles")
    text, encoding = decoded(octets)
    problem = records.text_problem(text)
    if problem:
        return InputError(problem, where=path)
    shown = "" if path == "-" else path
    return Document(name, text, shown, encoding=encoding)


def _unreadable(path: Path, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(f"can't be read: {reason}", where=str(path))
