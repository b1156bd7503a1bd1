"""What records tell of an article, and under which names."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from kg.errors import InputError
from kg.model import Day, Document
from kg.read import source
from kg.read.source import Found
from kg.read.stamps import written_day

#: Part of a document -> the names that records give it, the first one found counting.
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "uuid", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "articlebody", "full_text", "fulltext"),
    "date": ("date", "published", "published_at", "publishedat", "publish_date", "date_published",
             "datepublished", "pubdate", "publication_date", "issued"),
    "publisher": ("publisher", "source", "outlet", "sitename"),
    "url": ("url", "link", "uri", "permalink"),
    "language": ("language", "lang"),
}  # fmt: skip

_WORDED = ("title", "publisher", "url", "language")


def column(part: str, columns: Mapping[str, object], chosen: Mapping[str, str]) -> object:
    """The value of a part of a document in a record, or None.

    Args:
        part: a key of `NAMES`.
        columns: the record.
        chosen: part -> the name that the user gave, which alone counts; "a.b" looks into objects.
    """
    if part in chosen:
        return _within(columns, chosen[part])
    lower = {key.lower(): value for key, value in columns.items() if isinstance(key, str)}
    lower |= {key: value for key, value in columns.items() if isinstance(key, str)}
    if lower.get(part) is not None:
        return _named(lower[part])
    # Under another name it may be something else: {"source": {"id": 3}} is no publisher.
    others = (_named(lower.get(name)) for name in NAMES[part])
    return next((one for one in others if isinstance(one, str | int | datetime.date)), None)


def _named(value: object) -> object:
    """The name of an object that has one ({"name": "Example News"}), else the value itself."""
    return value.get("name", value) if isinstance(value, Mapping) else value


def _within(record: Mapping[str, object], name: str) -> object:
    """A field by its name, or by the names of the objects that hold it, with dots between."""
    value: object = record
    if name in record:
        return record[name]
    for step in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def documents_of(  # noqa: PLR0913 - what a record needs to be told of, all by name
    record: object,
    *,
    path: str,
    where: str,
    name: str,
    fields: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    start: int = 0,
) -> Iterator[Found]:
    """The document that a record holds, or what is wrong with it.

    A date that can't be read is told as a mistake, and the article is kept without it.

    Args:
        record: a parsed JSON value or a row.
        path: the file, kept in the document.
        where: the file and record, for messages.
        name: the identifier if the record has no id.
        fields: part of a document -> what the user says records call it.
        encoding: of the text, kept in the document.
        start: where the article begins in its text.
    """
    if not isinstance(record, Mapping):
        yield InputError(f"not an object but {_kind(record)}", where=where)
        return
    told = {part: column(part, record, fields or {}) for part in NAMES}
    text = _joined(told["text"]) if isinstance(told["text"], str) else told["text"]
    problem = _text_problem(text, (fields or {}).get("text", "text")) or _field_problem(told)
    if problem or not isinstance(text, str):
        yield InputError(problem, where=where)
        return
    issued = _day(told["date"])
    if told["date"] not in (None, "") and issued is None:
        yield InputError(f"the date {str(told['date'])!r:.40} can't be read; it is left out",
                         where=where, advice="write it as 2019-05-13")  # fmt: skip
    title, publisher, url, language = (_worded(told[part]) for part in _WORDED)
    yield Document(
        _worded(told["id"]) or name, text, path, title, issued, publisher, url, encoding,
        language, start,
    )  # fmt: skip


def _worded(value: object) -> str | None:
    """A value as one line, or None where there is none."""
    return _joined(" ".join(str(value).split())) or None if value is not None else None


def _joined(text: str) -> str:
    """A text whose halves of characters are put together; a lone half becomes U+FFFD."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _day(value: object) -> Day | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return written_day(value) if isinstance(value, str) else None


def _text_problem(text: object, column: str) -> str:
    if text is None:
        return "no text" if column == "text" else f"no field called {column}"
    if not isinstance(text, str):
        return f"the text is not a string but {_kind(text)}"
    return text_problem(text)


def text_problem(text: str) -> str:
    """Why a text can't be an article, or ""."""
    if not text.strip("\ufeff \t\r\n\f\v"):
        return "no text"
    if "\0" in text:
        return "NUL bytes in the text, so it is not plain text"
    if len(text) > source.MOST_CHARACTERS:
        return "more than 5 million characters"
    return ""


def _field_problem(told: Mapping[str, object]) -> str:
    for part in _WORDED:
        value = told[part]
        if value is not None and not isinstance(value, str):
            return f"the {part} is not a string but {_kind(value)}"
    identifier = told["id"]
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | None):
        return f"the id is neither a string nor a whole number but {_kind(identifier)}"
    return ""


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "null" if value is None else "a number")
