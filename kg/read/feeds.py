"""RSS and Atom feeds: an article for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.read.fields import documents_of
from kg.read.pages import plain
from kg.read.source import Found, Source, stream_of


def feed(source: Source) -> Iterator[Found]:
    """The entries of a feed, each with the fullest text that it carries."""
    import feedparser

    # A stream, never a string: feedparser would open what looks like an address.
    found = feedparser.parse(
        stream_of(source.whole()), sanitize_html=True, resolve_relative_uris=False
    )
    publisher = _words(found.feed, "title")
    language = _words(found.feed, "language")[:2]
    for number, entry in enumerate(found.entries, start=1):
        where = f"{source.path}, entry {number}"
        record: dict[str, object] = {
            "id": _words(entry, "id"), "title": plain(_words(entry, "title")),
            "text": _text(entry), "publisher": publisher,
            # As written: feedparser's own reading moves days to UTC, and fills gaps with today's.
            "date": _words(entry, "published") or _words(entry, "updated"),
            "url": _words(entry, "link"), "language": language,
        }  # fmt: skip
        yield from documents_of(
            {part: value for part, value in record.items() if value},
            path=source.path, where=where, name=f"{source.name}#{number}",
        )  # fmt: skip
    if not found.entries:
        problem = "no entries in the feed" if found.get("version") else "not a feed (RSS or Atom)"
        yield InputError(problem, where=source.path)


def _words(told: Any, name: str) -> str:
    value = told.get(name)
    return value.strip() if isinstance(value, str) else ""


def _text(entry: Any) -> str:
    """The longest of the full texts and the summary, without its markup."""
    full = [one.get("value") or "" for one in entry.get("content", [])]
    return max((plain(each) for each in [*full, _words(entry, "summary")]), key=len)
