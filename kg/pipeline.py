"""Composition: files to documents, articles, reports, quads, store."""

from __future__ import annotations

import datetime
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg import resources
from kg.errors import InputError, SkippedError
from kg.extract import article as extracting
from kg.extract import knowledge
from kg.graph.assemble import Assembly, assemble
from kg.graph.corrections.read import read
from kg.graph.quads import Sheet, sheet
from kg.graph.store import StoreMeta, write_store
from kg.language.load import is_clear
from kg.language.load import load as load_model
from kg.model import Article, Document
from kg.read.clean import article as clean
from kg.read.files import documents
from kg.read.language import ENGLISH, name_of
from kg.vocab import DEFAULT_BASE

#: Articles parsed in one go: enough to fill the tagger's batches, few enough to stay small.
_CHUNK = 16
#: Chunks that wait for each process.
_AHEAD = 3

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


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns documents into sheets; made once in each process.

    Attributes:
        nlp: the language pipeline.
        rules: the knowledge to read by.
        date: issue date for articles that have none, or None.
    """

    nlp: Language
    rules: extracting.Rules
    date: datetime.date | None

    def sheets(self, documents: Sequence[Document]) -> list[Sheet | SkippedError]:
        """The sheets of a few documents, and those not in English, which are passed over."""
        cleaned = [clean(document, issued=self.date) for document in documents]
        articles = [one for one in cleaned if one.language == ENGLISH]
        told = [
            [segment for segment in article.segments if segment.kind.tells] for article in articles
        ]
        parsed = self.nlp.pipe(segment.text for segments in told for segment in segments)
        found: list[Sheet | SkippedError] = [
            _skipped(one) for one in cleaned if one.language != ENGLISH
        ]
        for article, segments in zip(articles, told, strict=True):
            docs = [next(parsed) for _ in segments]
            found.append(sheet(article, extracting.reports(article, docs, self.rules)))
        return found


def _skipped(article: Article) -> SkippedError:
    document = article.document
    where = document.path or document.identifier
    if document.path and not document.path.endswith(document.identifier):
        where = f"{document.path}, {document.identifier}"
    told = f"in {name_of(article.language)}, not English: passed over"
    return SkippedError(told, where=where)


def reader(model: str | None, date: datetime.date | None, ontology: Path | None = None) -> Reader:
    """A reader with its own pipeline.

    Raises:
        ModelError: if the pipeline can't be used.
        KnowledgeError: if a file of the ontology is wrong.
    """
    folder = ontology or resources.folder("ontology")
    nlp = load_model(model)
    rules = extracting.Rules(
        knowledge=knowledge.load(folder),
        clear=is_clear(nlp),
    )
    return Reader(nlp, rules, date)


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
    progress: Progress | None = None,
) -> Summary:
    """Build the graph of files and folders into a store.

    Args:
        paths: files and folders.
        output: the store's folder, replaced whole or left as it is if anything fails; or
            the address of a server, written graph by graph.
        model: a spaCy pipeline's name, None for the shipped one.
        date: issue date for articles that tell none.
        jobs: processes; the result does not depend on it.
        base: base IRI of the graph's things.
        fields: part of an article -> the field or column of records that holds it.
        corrections: a file of what people have put right, or None.
        progress: called with (articles done, articles seen so far).

    Raises:
        ModelError, KnowledgeError, CorrectionError, StoreError: as their names say.
    """
    # First, so that a mistake in it is told before an hour of reading.
    put_right = read(corrections) if corrections is not None else ()
    problems: list[InputError] = []
    good = _good(documents(paths, fields), problems)
    found = _read_all(_in_chunks(good, model, date, jobs), problems, progress)
    assembly = assemble(found, resources.folder("ontology"), base, put_right)
    write_store(output, assembly.quads, meta=StoreMeta(model=model or "kg", base=base))
    unused = tuple(effect.warning() for effect in assembly.unused)
    return Summary(_counted(found, assembly), tuple(problems), unused)


def _good(found: Iterable[Document | InputError], problems: list[InputError]) -> Iterator[Document]:
    for each in found:
        if isinstance(each, InputError):
            problems.append(each)
        else:
            yield each


def _read_all(
    chunks: Iterable[list[Sheet | SkippedError]],
    problems: list[InputError],
    progress: Progress | None,
) -> list[Sheet]:
    """The sheets of all documents; of two alike in name and text only one is kept."""
    found: dict[str, Sheet] = {}
    for chunk in chunks:
        for each in chunk:
            if isinstance(each, SkippedError):
                problems.append(each)
            else:
                found[each.local] = each
        if progress is not None:
            progress(len(found), len(found))
    return list(found.values())


def _in_chunks(
    documents: Iterator[Document], model: str | None, date: datetime.date | None, jobs: int
) -> Iterator[list[Sheet | SkippedError]]:
    chunks = iter(lambda: list(islice(documents, _CHUNK)), [])
    if jobs == 1:
        own = reader(model, date)
        yield from map(own.sheets, chunks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _start, (model, date)) as pool:
        # Not pool.map: it would read all that there is before the first result is asked for.
        waiting = deque(pool.submit(_work, chunk) for chunk in islice(chunks, _AHEAD * jobs))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_work, chunk) for chunk in islice(chunks, 1))


_reader: Reader | None = None


def _start(model: str | None, date: datetime.date | None) -> None:
    global _reader  # noqa: PLW0603 - one pipeline a worker process, loaded when it starts
    _reader = reader(model, date)


def _work(chunk: list[Document]) -> list[Sheet | SkippedError]:
    assert _reader is not None, "the pool's initializer has run"  # noqa: S101 - for mypy
    return _reader.sheets(chunk)


def _counted(sheets: list[Sheet], assembly: Assembly) -> dict[str, int]:
    reports = [report for sheet in sheets for report in sheet.reports]
    actors = {link.iri for r in reports for links in r.roles.values() for link in links}
    of = [thing.of for thing in assembly.things]
    return {
        "articles": len(sheets),
        "copies": len(assembly.copies),
        "actors": sum(iri.startswith("actor/") for iri in actors),
        "places": sum(iri.startswith("place/") for iri in actors),
        "backings": of.count("Backing"),
        "deals": of.count("CeasefireDeal"),
        "events": of.count("Event"),
        "tolls": sum(len(report.tolls) for report in reports),
        "reports": len(reports),
    }
