"""From paths to the files to read, archives looked into, each with a name of its own."""

from __future__ import annotations

import os
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.read.formats import ADVICE, ZIP, suffixes
from kg.read.packed import HARMLESS, MOST_SWELLING

STANDARD_INPUT = Path("-")
#: Most files in one archive.
MOST_MEMBERS = 200_000


@dataclass(frozen=True, slots=True)
class Item:
    """A file, or a file in an archive.

    Attributes:
        path: the file, or the archive.
        member: the name inside the archive, "" for a file.
    """

    path: Path
    member: str = ""

    @property
    def shown(self) -> str:
        """How messages call it."""
        return f"{self.path}: {self.member}" if self.member else str(self.path)

    @property
    def kind(self) -> tuple[str, str]:
        """Suffixes of its content and its packing."""
        return suffixes(self.member or self.path.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the name that lead to it."""
        if self.path == STANDARD_INPUT:
            return ("stdin",)
        return self.path.absolute().parts[1:] + PurePosixPath(self.member).parts


def items(paths: Sequence[Path]) -> tuple[list[Item], list[InputError]]:
    """Every file once, however often it is named, and what can't be looked into.

    Args:
        paths: files, folders, zip archives, "-".
    """
    found: dict[tuple[str, str], Item] = {}
    mistakes: list[InputError] = []
    for path in paths:
        inside = list(_inside(path, mistakes))
        if not inside and path.is_dir():
            problem = "no articles in this folder"
            mistakes.append(InputError(problem, where=str(path), advice=ADVICE))
        for one in inside:
            for item in _unpacked(one, mistakes):
                found.setdefault((os.path.realpath(one), item.member), item)
    return list(found.values()), mistakes


def names(found: list[Item]) -> list[str]:
    """The name of each file, with as many folders before it as tell it from the others."""
    parts = [one.parts for one in found]
    told = [one[-1] for one in parts]
    for depth in range(2, 1 + max(map(len, parts), default=0)):
        counts = Counter(told)
        told = [
            name if counts[name] == 1 else "/".join(one[-depth:])
            for one, name in zip(parts, told, strict=True)
        ]
    return told


def unreadable(shown: str, error: Exception) -> InputError:
    """The mistake for a file that the system, or its packing, refuses."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(f"can't be read: {reason}", where=shown)


def _inside(path: Path, mistakes: list[InputError]) -> Iterator[Path]:
    """The files in a folder, or the file itself; hidden files only if named."""
    try:
        folder = path != STANDARD_INPUT and stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        mistakes.append(unreadable(str(path), error))
        return
    if not folder:
        yield path
        return
    # Links to folders are not followed, so that a loop of links can't trap the walk.
    walk = os.walk(path, onerror=lambda error: mistakes.append(unreadable(str(path), error)))
    for place, subfolders, files in walk:
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _unpacked(path: Path, mistakes: list[InputError]) -> Iterator[Item]:
    """The file, or the files in it if it is a zip archive."""
    if path.suffix.lower() != ZIP:
        yield Item(path)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        mistakes.append(unreadable(str(path), error))
        return
    if len(members) > MOST_MEMBERS:
        problem = f"{len(members):,} files in one archive"
        mistakes.append(InputError(problem, where=str(path), advice="unpack it yourself"))
        return
    for member in sorted(members, key=lambda one: one.filename):
        problem = _member_problem(member)
        if problem:
            mistakes.append(InputError(problem, where=f"{path}: {member.filename}"))
        elif not member.is_dir() and not _is_hidden(member.filename):
            yield Item(path, member.filename)


def _member_problem(member: zipfile.ZipInfo) -> str:
    """Why a file in an archive is better not touched, or ""."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or name.parts[:1] == ("",):
        return "its name leads out of the archive"
    if member.flag_bits & 1:
        return "locked with a password"
    swollen = member.file_size > MOST_SWELLING * max(1, member.compress_size)
    if swollen and member.file_size > HARMLESS:
        return f"unpacks to over {MOST_SWELLING} times its size, as no text does"
    if suffixes(member.filename)[0] == ZIP:
        return "an archive inside an archive is not read"
    return ""


def _is_hidden(member: str) -> bool:
    """Whether a file, or a folder that holds it, is hidden or a Mac's shadow of another."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member).parts)
