"""Documents to sheets, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg import resources
from kg.errors import SkippedError
from kg.extract import article as extracting
from kg.extract import knowledge
from kg.graph.quads import Sheet, sheet
from kg.language.load import is_clear
from kg.language.load import load as load_model
from kg.model import Article, Day, Document
from kg.read.clean import article as clean
from kg.read.language import ENGLISH, name_of
from kg.uncollected import kept
from kg.versions import read_with

#: Articles parsed in one go: enough to fill the tagger's batches, few enough to stay small.
_CHUNK = 16
#: Chunks that wait for each process.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """How articles are read.

    Attributes:
        model: a spaCy pipeline's name, None for the shipped one.
        date: issue date for articles that tell none.
        reading: digest of what they are read with (`versions.of_reading`).
        jobs: processes; the result does not depend on it.
    """

    model: str | None
    date: Day | None
    reading: str
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns documents into sheets; made once in each process.

    Attributes:
        nlp: the language pipeline.
        rules: the knowledge to read by.
        date: issue date for articles that have none, or None.
        reading: digest of all this, "" where the sheets need not tell.
    """

    nlp: Language
    rules: extracting.Rules
    date: Day | None
    reading: str = ""

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
            own = sheet(article, extracting.reports(article, docs, self.rules))
            mark = read_with(article.document, self.reading) if self.reading else ""
            found.append(replace(own, read_with=mark))
        return found


def _skipped(article: Article) -> SkippedError:
    document = article.document
    where = document.path or document.identifier
    if document.path and not document.path.endswith(document.identifier):
        where = f"{document.path}, {document.identifier}"
    told = f"in {name_of(article.language)}, not English: passed over"
    return SkippedError(told, where=where)


def reader(
    model: str | None, date: Day | None, ontology: Path | None = None, reading: str = ""
) -> Reader:
    """A reader with its own pipeline.

    Raises:
        ModelError: if the pipeline can't be used.
        KnowledgeError: if a file of the ontology is wrong.
    """
    folder = ontology or resources.folder("ontology")
    with kept():
        nlp = load_model(model)
        rules = extracting.Rules(knowledge=knowledge.load(folder), clear=is_clear(nlp))
    return Reader(nlp, rules, date, reading)


def in_chunks(
    documents: Iterator[Document], setting: Setting
) -> Iterator[list[Sheet | SkippedError]]:
    """The sheets of documents, in their order; no model is loaded if there are none.

    Raises:
        ModelError, KnowledgeError: as `reader`.
    """
    chunks = iter(lambda: list(islice(documents, _CHUNK)), [])
    first = next(chunks, None)
    if first is None:
        return
    if setting.jobs == 1:
        own = reader(setting.model, setting.date, reading=setting.reading)
        yield own.sheets(first)
        yield from map(own.sheets, chunks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(setting.jobs, context, _start, (setting,)) as pool:
        # Not pool.map: it would read all that there is before the first result is asked for.
        ahead = _AHEAD * setting.jobs - 1
        waiting = deque(pool.submit(_work, chunk) for chunk in [first, *islice(chunks, ahead)])
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_work, chunk) for chunk in islice(chunks, 1))


_reader: Reader | None = None


def _start(setting: Setting) -> None:
    global _reader  # noqa: PLW0603 - one pipeline a worker process, loaded when it starts
    _reader = reader(setting.model, setting.date, reading=setting.reading)


def _work(chunk: list[Document]) -> list[Sheet | SkippedError]:
    assert _reader is not None, "the pool's initializer has run"  # noqa: S101 - for mypy
    return _reader.sheets(chunk)
