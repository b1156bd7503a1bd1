"""Files to explained articles, each read by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from kg.errors import InputError, SkippedError
from kg.explain.explained import Asked, Explained, explained
from kg.graph.quads import Sheet
from kg.model import Day, Document
from kg.read.clean import article
from kg.read.files import documents


class Reader(Protocol):
    """What turns documents into sheets: `kg.pipeline.Reader`."""

    @property
    def date(self) -> Day | None:
        """The issue date of articles that tell none."""

    def sheets(self, documents: Sequence[Document]) -> list[Sheet | SkippedError]:
        """A sheet for each document, or the reason why it is passed over."""


def explanations(
    paths: Sequence[Path], fields: Mapping[str, str], reader: Reader, asked: Asked
) -> Iterator[Explained | InputError]:
    """The articles in files and folders with the reports asked for, and what can't be read.

    Args:
        paths: as in `kg.read.files.documents`.
        fields: likewise.
        reader: reads each article, knowing nothing of the others.
        asked: which reports to choose.
    """
    for found in documents(paths, fields):
        if isinstance(found, InputError):
            yield found
            continue
        for sheet in reader.sheets([found]):
            if isinstance(sheet, SkippedError):
                yield sheet
            else:
                yield explained(article(found, issued=reader.date), sheet.reports, asked)
