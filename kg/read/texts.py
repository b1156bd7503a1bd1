"""Plain text and Markdown, with what is told of it at its head or in a file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import InputError
from kg.read.beside import metadata
from kg.read.decode import decoded
from kg.read.fields import documents_of
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
        elif parsed:
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
    record = {**told, **source.beside, "text": text}
    # Of metadata only the date, title and the like are ours; an id in a page is its maker's.
    chosen = {part: name for part, name in source.fields.items() if part != "text"}
    yield from documents_of(
        record, path="" if source.path == "-" else source.path, where=source.path,
        name=source.name, fields=chosen, encoding=encoding, start=start,
    )  # fmt: skip
