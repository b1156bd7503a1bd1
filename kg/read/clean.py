"""Document to article: its paragraphs with their kinds, its title and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article, Day, Document, Segment, SegmentKind
from kg.read.issued import issue_date
from kg.read.kinds import kinds
from kg.read.language import language
from kg.read.leads import lead_end
from kg.read.paragraphs import paragraphs, part, pieces
from kg.read.repair import Repaired, repaired
from kg.read.repeats import without_repeats
from kg.read.signature import signature
from kg.read.stamps import head_stamp, header
from kg.read.wires import wires

#: A headline run together with the text has no more words than this.
_HEADLINE_WORDS = 30


def article(document: Document, *, issued: Day | None = None) -> Article:
    """Cuts a document into segments and finds its title and date of issue.

    Args:
        document: the document as found.
        issued: the date to take where neither metadata nor the text gives one.
    """
    spans = [span for span in paragraphs(document.text) if span[1] > document.start]
    found = [repaired(document.text, start, end) for start, end in spans]
    told = [one for one in found if one.text]
    segments = (*_front(document), *without_repeats(_segments(told)))
    date = issue_date(document, segments, issued)
    return Article(
        document, segments, date, _title(document, segments),
        language(segments, document.language), wires(segments), signature(segments),
    )  # fmt: skip


def _front(document: Document) -> Iterator[Segment]:
    """The metadata at the head of a text."""
    words = repaired(document.text, 0, document.start)
    if words.text:
        yield _segment(SegmentKind.BOILERPLATE, words, "front matter")


def _segments(told: list[Repaired]) -> Iterator[Segment]:
    prose_met = False
    for whole, (kind, rule) in zip(told, kinds([one.text for one in told]), strict=True):
        if kind is not SegmentKind.BODY:
            yield _segment(kind, whole, rule)
            continue
        rest = whole
        if not prose_met:
            prose_met = True
            cut, rest = _headless(whole)
            yield from cut
        for piece in pieces(rest):
            if piece.text:
                yield _segment(SegmentKind.BODY, piece, rule)


def _segment(kind: SegmentKind, words: Repaired, rule: str) -> Segment:
    return Segment(kind, words.text, words.offsets, rule)


def _headless(whole: Repaired) -> tuple[list[Segment], Repaired]:
    """A headline, date stamp and wire dateline run together with the first prose, and the rest."""
    cut: list[Segment] = []
    rest = whole
    stamp = head_stamp(whole.text)
    if stamp is not None:
        before = part(whole, 0, stamp.start)
        short = len(before.text.split()) <= _HEADLINE_WORDS
        kind = SegmentKind.HEADLINE if short else SegmentKind.BODY
        if before.text:
            cut.append(_segment(kind, before, "before a stamp"))
        dated = part(whole, stamp.start, stamp.end)
        cut.append(_segment(SegmentKind.DATELINE, dated, "stamp at the head"))
        rest = part(whole, stamp.end, len(whole.text))
    end = lead_end(rest.text)
    if end:
        cut.append(_segment(SegmentKind.DATELINE, part(rest, 0, end), "wire dateline"))
        rest = part(rest, end, len(rest.text))
    return cut, rest


def _title(document: Document, segments: tuple[Segment, ...]) -> str | None:
    if document.title:
        return re.sub(r"\s+", " ", document.title).strip() or None
    for segment in segments:
        field = header(segment.text)
        if field is not None and field[0] == "title" and segment.rule == "header field":
            return field[1]
    headlines = (one.text for one in segments if one.kind is SegmentKind.HEADLINE)
    return next((text.lstrip("# ") for text in headlines), None)
