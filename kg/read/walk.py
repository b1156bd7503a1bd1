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
        path = _legible(str(self.path))
        return f"{path}: {self.member}" if self.member else path

    @property
    def kind(self) -> tuple[str, str]:
        """Suffixes of its content and its packing."""
        return suffixes(self.member or self.path.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the name that lead to it."""
        if self.path == STANDARD_INPUT:
            return ("stdin",)
        folders = tuple(map(_legible, self.path.absolute().parts[1:]))
        return folders + PurePosixPath(self.member).parts


def items(paths: Sequence[Path]) -> tuple[list[Item], list[InputError]]:
    """Every file once, however often it is named, and what can't be looked into.

    Args:
        paths: files, folders, zip archives, "-".
    """
    found: dict[tuple[str, str], Item] = {}
    mistakes: list[InputError] = []
    for path in paths:
        before = len(mistakes)
        inside = list(_inside(path, mistakes))
        if not inside and len(mistakes) == before and os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for long names
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
    walk = os.walk(path, onerror=lambda error: mistakes.append(unreadable(error.filename, error)))
    for place, subfolders, files in walk:
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted([*subfolders, *files]):
            one = Path(place, name)
            if name.startswith(".") or (name in subfolders and not one.is_symlink()):
                continue
            if os.path.isfile(one):  # noqa: PTH113 - Path.is_file raises for long names
                yield one
            else:
                problem = "a link to a folder, a broken link, a pipe or a device is not read"
                mistakes.append(InputError(problem, where=_legible(str(one))))


def _legible(name: str) -> str:
    """A name whose bytes aren't all UTF-8, with U+FFFD for those that aren't."""
    return os.fsencode(name).decode("utf-8", "replace")


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
    problem = _archive_problem(members, path.stat().st_size)
    if problem:
        mistakes.append(InputError(problem, where=str(path), advice="unpack it yourself"))
        return
    met: set[str] = set()
    for member in sorted(members, key=lambda one: one.filename):
        problem = _member_problem(member)
        if member.filename in met:
            problem = "a second file of this name"
        met.add(member.filename)
        if problem:
            mistakes.append(InputError(problem, where=f"{path}: {member.filename}"))
        elif not member.is_dir() and not _is_hidden(member.filename):
            yield Item(path, member.filename)


def _archive_problem(members: list[zipfile.ZipInfo], size: int) -> str:
    """Why an archive is better not opened, or ""."""
    if len(members) > MOST_MEMBERS:
        return f"{len(members):,} files in one archive"
    if sum(member.file_size for member in members) > max(HARMLESS, MOST_SWELLING * size):
        return f"unpacks to over {MOST_SWELLING} times its size, as no texts do"
    return ""


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
