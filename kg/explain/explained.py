"""An article with its reports, numbered, and those of them that a person asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Article, Report, Segment

#: Facts of a report that tell how others of it are known, and are shown beside them.
BASES = ("dateBasis", "placeBasis")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A report and its number, counted from 1 as at the end of its IRI in the graph."""

    number: int
    report: Report


@dataclass(frozen=True, slots=True)
class Asked:
    """Which reports are asked for: those that fit all that is given.

    Attributes:
        number: the report's, or None.
        offset: one that the quote covers, counted in `Document.text`, or None.
        words: some that the quote covers, whatever their case and spacing, or None.
    """

    number: int | None = None
    offset: int | None = None
    words: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether every report is asked for."""
        return self.number is None and self.offset is None and self.words is None


@dataclass(frozen=True, slots=True)
class Explained:
    """An article with what it is made into.

    Attributes:
        article: as read.
        every: all of its reports.
        chosen: those to be shown, in the same order.
        is_all: whether all were asked for.
    """

    article: Article
    every: tuple[Numbered, ...]
    chosen: tuple[Numbered, ...]
    is_all: bool = True

    @property
    def told(self) -> list[tuple[Segment, list[Numbered]]]:
        """The telling segments with their chosen reports; if not all are asked for, no others."""
        segments = _telling(self.article)
        begins = [segment.offsets[0] for segment in segments]
        own: list[list[Numbered]] = [[] for _ in segments]
        for each in self.chosen if segments else ():
            own[max(bisect_right(begins, each.report.trigger[0]) - 1, 0)].append(each)
        pairs = zip(segments, own, strict=True)
        return [(segment, found) for segment, found in pairs if found or self.is_all]

    def with_it(self, numbered: Numbered) -> list[int]:
        """The numbers of the other reports of the same happening."""
        key = numbered.report.same_as
        alike = [each.number for each in self.every if key and each.report.same_as == key]
        return [number for number in alike if number != numbered.number]


def explained(article: Article, reports: Sequence[Report], asked: Asked) -> Explained:
    """An article with its reports, those that are asked for chosen."""
    every = tuple(Numbered(number, report) for number, report in enumerate(reports, start=1))
    spans = list(_spans(article, asked.words)) if asked.words is not None else None
    chosen = [
        each
        for each in every
        if asked.number in (None, each.number)
        and (asked.offset is None or _covers(each.report, asked.offset, asked.offset + 1))
        and (spans is None or any(_covers(each.report, *span) for span in spans))
    ]
    return Explained(article, every, tuple(chosen), asked.is_all)


def _covers(report: Report, start: int, end: int) -> bool:
    return report.start <= start and end <= report.end


def _telling(article: Article) -> list[Segment]:
    return [segment for segment in article.segments if segment.kind.tells and segment.text]


def _spans(article: Article, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in the text as found, or as repaired; offsets into `Document.text`."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return
    for found in re.finditer(pattern, article.document.text, re.IGNORECASE):
        yield found.span()
    for segment in _telling(article):
        for found in re.finditer(pattern, segment.text, re.IGNORECASE):
            yield segment.span(*found.span())
