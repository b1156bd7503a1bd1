"""Composition: files to documents, articles, reports, quads, store."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg import readers, resources, versions
from kg.errors import InputError, SkippedError
from kg.graph.assemble import Assembly, assemble
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.read import read
from kg.graph.entries import Entry
from kg.graph.fresh import place_for
from kg.graph.ledger import Ledger, make_ledger, open_ledger
from kg.graph.note import NOTE, StoreMeta
from kg.graph.quads import Sheet, hash_of, local_of
from kg.graph.remote.address import is_remote
from kg.graph.settle import Settled
from kg.graph.store import write_store
from kg.graph.tidy import tidy
from kg.model import Document
from kg.read.files import documents
from kg.readers import Reader, Setting, reader
from kg.vocab import DEFAULT_BASE

__all__ = ["Reader", "Summary", "add", "build", "reader"]

#: What the note of a store calls the shipped pipeline.
_SHIPPED = "kg"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build found.

    Attributes:
        counts: name -> number, in the order to print them.
        problems: files and records that could not be read.
        unused: a line for each correction that does not apply, or only in part.
    """

    counts: dict[str, int]
    problems: tuple[InputError, ...]
    unused: tuple[str, ...] = ()


@dataclass(slots=True)
class _Taken:
    """What came of the articles that a run was given.

    Attributes:
        told: the articles that are now in the store, by their IRIs without the base.
        read: how many of them were read.
        replaced: those that took the place of another text or reading.
        problems: files and records that could not be read.
    """

    told: set[str] = field(default_factory=set)
    read: int = 0
    replaced: set[str] = field(default_factory=set)
    problems: list[InputError] = field(default_factory=list)

    @property
    def unchanged(self) -> int:
        return len(self.told) - self.read


def build(  # noqa: PLR0913 - the options of the command, all by name
    paths: Sequence[Path],
    output: Path | str,
    *,
    model: str | None = None,
    date: datetime.date | None = None,
    jobs: int = 1,
    base: str = DEFAULT_BASE,
    fields: Mapping[str, str] | None = None,
    corrections: Path | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Make a store hold the articles in files and folders, and no others.

    Those that it holds already, read with the same kg, model and knowledge, are not read again.
    Each article is written when it has been read, so that a run cut short is gone on with.

    Args:
        paths: files and folders.
        output: the store's folder, or the address of a server, which is written graph by graph.
        model: a spaCy pipeline's name, None for the shipped one.
        date: issue date for articles that tell none.
        jobs: processes; the result does not depend on it.
        base: base IRI of the graph's things.
        fields: part of an article -> the field or column of records that holds it.
        corrections: a file of what people have put right; None for those that the store keeps.
        fresh: whether to read every article again, and to replace a store that kg can't open.
        progress: called with (articles written, articles seen so far).

    Raises:
        ModelError, KnowledgeError, CorrectionError, StoreError: as their names say.
        InputError: if a path is not there, and what it told would go from the store.
    """
    _all_there(paths, output)
    # First, so that a mistake in it is told before an hour of reading.
    put_right = read(corrections) if corrections is not None else None
    folder = resources.folder("ontology")
    setting = Setting(model, date, versions.of_reading(model, date), jobs)
    if is_remote(output):
        return _send(
            str(output), base, documents(paths, fields), setting, put_right or (), progress
        )
    place_of = place_for(Path(output), base, fresh=fresh)
    with place_of as place, make_ledger(place, folder, base) as ledger:
        ledger.note(model or _SHIPPED)
        ledger.correct(put_right)
        known = {} if fresh and place == Path(output) else dict(ledger.entries)
        taken = _take_in(ledger, documents(paths, fields), known, setting, progress)
        gone = set(ledger.entries) - taken.told
        ledger.drop(sorted(gone))
        settled = ledger.settle()
    change = {"read": taken.read, "unchanged": taken.unchanged, "removed": len(gone)}
    is_plain = taken.unchanged == len(gone) == 0
    return _summary({} if is_plain else change, settled, taken.problems)


def _all_there(paths: Sequence[Path], output: Path | str) -> None:
    """A path that is misspelt must not empty a store of all that it does not name."""
    missing = [path for path in paths if str(path) != "-" and not path.exists()]
    if missing and (is_remote(output) or (Path(output) / NOTE).is_file()):
        problem = "there is no such file or folder, and a build leaves nothing that it is not given"
        raise InputError(problem, where=str(missing[0]), advice="nothing was changed")


def _send(  # noqa: PLR0913, PLR0917 - all that a build is told, for once without a ledger
    address: str,
    base: str,
    found: Iterable[Document | InputError],
    setting: Setting,
    corrections: Sequence[Correction],
    progress: Progress | None,
) -> Summary:
    """Read all articles and write what they tell to a server."""
    problems: list[InputError] = []
    sheets: dict[str, Sheet] = {}
    for chunk in readers.in_chunks(_good(found, problems), setting):
        for each in chunk:
            if isinstance(each, SkippedError):
                problems.append(each)
            else:
                sheets[each.local] = tidy(each)
        if progress is not None:
            progress(len(sheets), len(sheets))
    folder = resources.folder("ontology")
    assembly = assemble(list(sheets.values()), folder, base, corrections)
    write_store(address, assembly.quads, meta=StoreMeta(setting.model or _SHIPPED, base))
    return _summary({}, assembly, problems)


def _summary(
    change: Mapping[str, int], settled: Assembly | Settled, problems: Sequence[InputError]
) -> Summary:
    unused = tuple(effect.warning() for effect in settled.unused)
    return Summary({**change, **settled.counts}, tuple(problems), unused)


def add(  # noqa: PLR0913 - likewise
    paths: Sequence[Path],
    store: Path,
    *,
    model: str | None = None,
    date: datetime.date | None = None,
    jobs: int = 1,
    fields: Mapping[str, str] | None = None,
    corrections: Path | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Add the articles in files and folders to a store; without any, only bring it up to date.

    An article takes the place of those of the same name that the run does not tell of as well.

    Args:
        paths: files and folders.
        store: the store's folder.
        model: a spaCy pipeline's name, None for the one that the store was built with.
        date: as in `build`.
        jobs: likewise.
        fields: likewise.
        corrections: likewise.
        progress: likewise.

    Raises:
        ModelError, KnowledgeError, StoreError: as their names say.
    """
    put_right = read(corrections) if corrections is not None else None
    folder = resources.folder("ontology")
    with open_ledger(store, folder) as ledger:
        ledger.correct(put_right)
        built_with = ledger.meta.model if ledger.meta.model not in ("", _SHIPPED) else None
        own = model or built_with
        ledger.note(own or _SHIPPED)
        setting = Setting(own, date, versions.of_reading(own, date), jobs)
        found, known = documents(paths, fields), dict(ledger.entries)
        taken = _take_in(ledger, found, known, setting, progress, replacing=True)
        settled = ledger.settle()
    replaced = len(taken.replaced)
    change = {"added": taken.read - replaced, "replaced": replaced, "unchanged": taken.unchanged}
    return _summary(change, settled, taken.problems)


def _take_in(  # noqa: PLR0913 - one place where all that a run knows comes together
    ledger: Ledger,
    found: Iterable[Document | InputError],
    known: dict[str, Entry],
    setting: Setting,
    progress: Progress | None,
    *,
    replacing: bool = False,
) -> _Taken:
    """Write the articles that are not known, each as soon as it is read.

    Args:
        ledger: the store.
        found: the articles, and what could not be read.
        known: articles that need not be read again; of two alike in name and text the last counts.
        setting: how to read.
        progress: as in `build`.
        replacing: whether others of the same name go.
    """
    taken = _Taken()
    written: set[str] = set()
    wanted = _wanted(_good(found, taken.problems), known, setting.reading, taken.told)
    for chunk in readers.in_chunks(wanted, setting):
        for each in chunk:
            if isinstance(each, SkippedError):
                taken.problems.append(each)
                continue
            others = set(ledger.named(each.identifier)) - taken.told if replacing else set()
            if others or each.local in ledger.entries:
                taken.replaced.add(each.local)
            ledger.put(each, instead_of=others)
            taken.told.add(each.local)
            written.add(each.local)
            if progress is not None:
                progress(len(taken.told), len(taken.told))
    taken.read = len(written)
    return taken


def _wanted(
    found: Iterable[Document], known: dict[str, Entry], reading: str, told: set[str]
) -> Iterator[Document]:
    """The documents that must be read; the others are noted as told."""
    for document in found:
        local = local_of(document)
        mark = versions.read_with(document, reading)
        if known.get(local) == Entry(document.identifier, hash_of(document), mark):
            told.add(local)
        else:
            known.pop(local, None)
            yield document


def _good(found: Iterable[Document | InputError], problems: list[InputError]) -> Iterator[Document]:
    for each in found:
        if isinstance(each, InputError):
            problems.append(each)
        else:
            yield each
