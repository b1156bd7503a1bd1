"""Plain text and Markdown, with what is told of it at its head or in a file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import InputError
from kg.read.beside import metadata, tells
from kg.read.decode import decoded
from kg.read.fields import NAMES, column, documents_of
from kg.read.source import Found, Source

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
                    re.DOTALL | re.MULTILINE)  # fmt: skip


def text(source: Source) -> Iterator[Found]:
    """One article of plain text; YAML between two lines of dashes at its head tells of it."""
    found, encoding = decoded(source.whole(), source.declared)
    front = _FRONT.match(found)
    told: Mapping[str, object] = {}
    start = 0
    if front is not None:
        parsed = metadata(front[1], f"{source.path}, front matter")
        if isinstance(parsed, InputError):
            yield parsed
        elif tells(parsed):
            told, start = parsed, front.end()
    yield from article(source, found, told, encoding=encoding, start=start)


def article(
    source: Source,
    text: str,
    told: Mapping[str, object],
    *,
    encoding: str = "utf-8",
    start: int = 0,
) -> Iterator[Found]:
    """The document of a text, with metadata told in it and, before that, beside it."""
    if not text[start:].strip():
        text, start = "", 0
    record = {**_parts(told, source), **_parts(source.beside, source), "text": text}
    yield from documents_of(
        record, path="" if source.path == "-" else source.path, where=source.path,
        name=source.name, encoding=encoding, start=start,
    )  # fmt: skip


def _parts(told: Mapping[str, object], source: Source) -> dict[str, object]:
    """What metadata tells, by the part of the document that it tells of.

    An id there is that of its maker's system; the article is called like its file.
    """
    chosen = {part: name for part, name in source.fields.items() if name in told}
    parts = {part: column(part, told, chosen) for part in NAMES if part not in ("id", "text")}
    return {part: value for part, value in parts.items() if value is not None}
