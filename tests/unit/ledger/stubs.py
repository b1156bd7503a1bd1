"""A reader that needs no language model, for tests of what happens around it.

Its articles are lines such as `Attack Front Salim 3`: type of event, who, where, day of February.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.sheets import actor, place, report

from kg.errors import SkippedError
from kg.graph.quads import Sheet, hash_of, local_of
from kg.model import Document, Interval, IssueDate, Report
from kg.versions import read_with


class StubReader:
    """Reads lines; remembers which documents it was given.

    Attributes:
        given: the names of the documents read by any of them.
    """

    given: list[str] = []  # noqa: RUF012 - shared on purpose: a run makes its own reader

    def __init__(self, reading: str = "") -> None:
        self.reading = reading

    def sheets(self, documents: Sequence[Document]) -> list[Sheet | SkippedError]:
        StubReader.given += [document.identifier for document in documents]
        return [self._sheet(document) for document in documents]

    def _sheet(self, document: Document) -> Sheet | SkippedError:
        if document.text.startswith("Skip"):
            return SkippedError("passed over", where=document.path)
        mark = read_with(document, self.reading) if self.reading else ""
        return replace(sheet_of_lines(document.identifier, document.text), read_with=mark)


def sheet_of_lines(identifier: str, text: str) -> Sheet:
    document = Document(identifier, text)
    return Sheet(
        local=local_of(document),
        identifier=identifier,
        facts=(),
        issued=IssueDate(None),
        content_hash=hash_of(document),
        reports=tuple(map(_report, filter(str.strip, text.splitlines()))),
    )


def _report(line: str) -> Report:
    type_, who, where, day = line.split()
    date = datetime.date(2020, 2, int(day))
    roles = {"initiator": (actor(who),), "place": (place(where, parent="place/ostrin"),)}
    return report(type_, roles=roles, when=Interval(date, date), quote=line, end=len(line))


def reader(
    model: str | None, date: object, ontology: Path | None = None, reading: str = ""
) -> StubReader:
    """In the place of `kg.readers.reader`."""
    del model, date, ontology
    return StubReader(reading)


def write(folder: Path, articles: Mapping[str, str]) -> Path:
    """A folder of the articles, by name, and of nothing else."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in articles.items():
        (folder / name).write_text(text)
    return folder
