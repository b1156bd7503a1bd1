"""Articles kept as records: JSON, JSON lines, CSV and TSV. One record, one document.

Each reader takes an open stream of bytes and yields what it finds, a mistake in one record not
hindering the next. Lines are read one at a time and only up to a limit, so a file of any size
takes the memory of one record.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from typing import IO

from kg.errors import InputError
from kg.model import Day, Document
from kg.read.decode import decoded
from kg.read.stamps import written_day

#: Most characters of one article, and most bytes of one file of text or one record.
MOST_CHARACTERS = 5_000_000
MOST_BYTES = 50_000_000

Found = Document | InputError

_WORDED = ("title", "publisher", "url")
_LIMIT_ADVICE = "split it into its articles"


def json_file(stream: IO[bytes], path: str, name: str) -> Iterator[Found]:
    """One article (an object) or several (a list of objects)."""
    octets = stream.read(MOST_BYTES + 1)
    if len(octets) > MOST_BYTES:
        yield InputError("more than 50 MB of JSON", where=path, advice="use JSON lines (.jsonl)")
        return
    value = _parsed(octets, path)
    if isinstance(value, InputError):
        yield value
    elif isinstance(value, list):
        for number, record in enumerate(value, start=1):
            yield from documents_of(record, path, f"{path}, record {number}", f"{name}#{number}")
        if not value:
            yield InputError("no articles in it", where=path)
    else:
        yield from documents_of(value, path, path, name)


def json_lines(stream: IO[bytes], path: str, name: str) -> Iterator[Found]:
    """One object a line; blank lines are skipped."""
    found = False
    for number, line in enumerate(_lines(stream), start=1):
        where = f"{path}, line {number}"
        if line is None:
            found = True
            yield InputError("a line of more than 50 MB", where=where, advice=_LIMIT_ADVICE)
            continue
        octets = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not octets.strip():
            continue
        found = True
        value = _parsed(octets, where)
        if isinstance(value, InputError):
            yield value
        else:
            yield from documents_of(value, path, where, f"{name}#{number}")
    if not found:
        yield InputError("no articles in it", where=path)


def table(stream: IO[bytes], path: str, name: str) -> Iterator[Found]:
    """A CSV or TSV file whose first row names the columns; `text` must be among them."""
    # The limit belongs to the csv module as a whole; its own is too small for an article.
    csv.field_size_limit(MOST_BYTES)
    lines = (line if line is not None else b"\n" for line in _lines(stream))
    texts = (decoded(line)[0] for line in lines)
    first = next(texts, "").removeprefix("\ufeff")
    rows = csv.reader(_chained(first, texts), delimiter=_delimiter(first), strict=False)
    try:
        columns = [column.strip().lower() for column in next(rows, [])]
    except csv.Error as error:
        yield InputError(f"not a table: {error}", where=path)
        return
    if "text" not in columns:
        yield InputError("no column called text", where=path, advice="name the columns in row 1")
        return
    yield from _rows(rows, columns, path, name)


def _rows(rows: Iterator[list[str]], columns: list[str], path: str, name: str) -> Iterator[Found]:
    number = 0
    while True:
        number += 1
        where = f"{path}, row {number + 1}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield InputError(f"not a row of a table: {error}", where=where)
            continue
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(columns):
            problem = f"{len(row)} cells where row 1 names {len(columns)} columns"
            yield InputError(problem, where=where)
            continue
        record = dict(zip(columns, row, strict=True))
        yield from documents_of(record, path, where, f"{name}#{number}")
    if number == 1:
        yield InputError("no articles in it", where=path)


def documents_of(record: object, path: str, where: str, name: str) -> Iterator[Found]:
    """The document that a record holds, or what is wrong with it.

    A date that can't be read is told as a mistake, and the article is kept without it.

    Args:
        record: a parsed JSON value or a row.
        path: the file, kept in the document.
        where: the file and record, for messages.
        name: the identifier if the record has no id.
    """
    if not isinstance(record, Mapping):
        yield InputError(f"not an object but {_kind(record)}", where=where)
        return
    text = record.get("text")
    problem = _text_problem(text) or _field_problem(record)
    if problem or not isinstance(text, str):
        yield InputError(problem, where=where)
        return
    identifier = str(record.get("id") or "").strip() or name
    told = record.get("date") or None
    issued = written_day(told) if isinstance(told, str) else None
    if told is not None and issued is None:
        yield InputError(f"the date {told!r:.40} can't be read; it is left out", where=where,
                         advice="write it as 2019-05-13")  # fmt: skip
    yield _document(record, text, identifier, path, issued)


def _document(
    record: Mapping[object, object], text: str, identifier: str, path: str, issued: Day | None
) -> Document:
    title, publisher, url = (str(record.get(field) or "").strip() or None for field in _WORDED)
    return Document(identifier, text, path, title, issued, publisher, url)


def _text_problem(text: object) -> str:
    if text is None:
        return "no text"
    if not isinstance(text, str):
        return f"the text is not a string but {_kind(text)}"
    return text_problem(text)


def text_problem(text: str) -> str:
    """Why a text can't be an article, or ""."""
    if not text.strip("\ufeff \t\r\n\f\v"):
        return "no text"
    if "\0" in text:
        return "NUL bytes in the text, so it is not plain text (or it is UTF-16)"
    if len(text) > MOST_CHARACTERS:
        return "more than 5 million characters"
    return ""


def _field_problem(record: Mapping[object, object]) -> str:
    for field in _WORDED:
        value = record.get(field)
        if value is not None and not isinstance(value, str):
            return f"the {field} is not a string but {_kind(value)}"
    identifier = record.get("id")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | None):
        return f"the id is neither a string nor a whole number but {_kind(identifier)}"
    return ""


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "null" if value is None else "a number")


def _parsed(octets: bytes, where: str) -> object:
    try:
        return json.loads(decoded(octets)[0].removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return InputError(f"not JSON: {reason}", where=where)


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Lines, or None for one that is longer than the limit and was passed over."""
    while line := stream.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES)
        yield None


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(header: str) -> str:
    """The mark that cuts the header into most columns."""
    return max(",;\t", key=header.count)
