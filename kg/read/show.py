"""An article as read, for a person to check: its metadata and each of its segments."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from kg.model import Article, Segment
from kg.read.language import ENGLISH, name_of
from kg.terminal import single_line

_WIDTH = 100
_MARGIN = 13


def as_text(article: Article) -> str:
    """The article in lines for the terminal, a segment a paragraph with its kind before it."""
    lines = head(article)
    for segment in article.segments:
        lines += ["", *_paragraph(segment)]
    return "\n".join(lines) + "\n"


def head(article: Article) -> list[str]:
    """The lines that say which article it is, and what is known of it as a whole."""
    facts = [f"  {name}: {single_line(value)}" for name, value in _facts(article)]
    return [single_line(article.document.identifier), *facts]


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    document, issued = article.document, article.issued
    told = f"{issued.day or 'not known'}"
    if issued.basis:
        told += f", {issued.basis}"
    if issued.reason:
        told += f": {issued.reason}"
    language = name_of(article.language)
    if article.language != ENGLISH:
        language += " (kg reads English: kg build passes it over)"
    every = (
        ("title", article.title), ("publisher", document.publisher), ("address", document.url),
        ("issued", told), ("language", language), ("wire", ", ".join(article.wires)),
        ("encoding", document.encoding if document.encoding != "utf-8" else ""),
    )  # fmt: skip
    yield from ((name, value) for name, value in every if value)


def _paragraph(segment: Segment) -> Iterator[str]:
    """The words of a segment, wrapped, with its kind, place and rule at the margin."""
    start, end = segment.span(0, len(segment.text))
    notes = [str(segment.kind), f"{start}-{end}"]
    words = textwrap.wrap(single_line(segment.text), _WIDTH - _MARGIN, break_long_words=False)
    if segment.rule:
        words.append(f"[{segment.rule}]")
    for row in range(max(len(words), len(notes))):
        note = notes[row] if row < len(notes) else ""
        word = words[row] if row < len(words) else ""
        yield f"{note:<{_MARGIN}}{word}".rstrip()


def as_record(article: Article) -> str:
    """The article as one line of JSON; offsets count in the text as found."""
    return json.dumps(record(article), ensure_ascii=False)


def record(article: Article) -> dict[str, Any]:
    """The article as JSON gives it, without what is empty."""
    document, issued = article.document, article.issued
    segments = [
        {
            "kind": str(one.kind), "rule": one.rule, "text": one.text,
            "start": one.span(0, len(one.text))[0], "end": one.span(0, len(one.text))[1],
        }
        for one in article.segments
    ]  # fmt: skip
    days = {"issued": issued.day, "earliest": issued.earliest, "latest": issued.latest}
    every = {
        "id": document.identifier, "title": article.title, "publisher": document.publisher,
        "url": document.url, **{name: str(day) for name, day in days.items() if day},
        "issued_basis": issued.basis, "issued_reason": issued.reason,
        "language": article.language, "wires": list(article.wires),
        "encoding": document.encoding, "segments": segments,
    }  # fmt: skip
    return {name: value for name, value in every.items() if value}
