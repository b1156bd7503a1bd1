"""Articles kept as records: JSON, JSON lines, CSV and TSV. One record, one document.

Each reader takes a source and yields what it finds, a mistake in one record not
hindering the next. Lines are read one at a time and only up to a limit, so a file of any size
takes the memory of one record.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from kg.errors import InputError
from kg.read import source as limits
from kg.read.decode import decoded
from kg.read.fields import column, documents_of
from kg.read.source import Found, Source, rewound

_LIMIT_ADVICE = "split it into its articles"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def json_file(source: Source) -> Iterator[Found]:
    """One article (an object) or several: a list of objects, or an object a line."""
    path, name = source.path, source.name
    first = source.stream.readline(limits.MOST_BYTES + 1)
    following = source.stream.read(1)
    if following and _is_object(first):
        whole = replace(source, stream=rewound(first + following, source.stream))
        yield from json_lines(whole)
        return
    octets = first + following + source.stream.read(limits.MOST_BYTES + 1)
    if len(octets) > limits.MOST_BYTES:
        yield InputError("more than 50 MB of JSON", where=path, advice="use JSON lines (.jsonl)")
        return
    text, encoding = decoded(octets, source.declared)
    value = _parsed(text, path)
    if isinstance(value, InputError):
        yield value
    elif isinstance(value, list):
        for number, record in enumerate(value, start=1):
            yield from _record(record, source, f"record {number}", number, encoding)
        if not value:
            yield InputError("no articles in it", where=path)
    else:
        yield from documents_of(
            value, path=path, where=path, name=name, fields=source.fields, encoding=encoding
        )


def _is_object(line: bytes) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def json_lines(source: Source) -> Iterator[Found]:
    """One object a line; blank lines are skipped."""
    found = False
    decode = _Decoder(source.declared)
    for number, line in enumerate(_lines(source), start=1):
        where = f"{source.path}, line {number}"
        if line is None:
            found = True
            yield InputError("a line of more than 50 MB", where=where, advice=_LIMIT_ADVICE)
            continue
        octets = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not octets.strip():
            continue
        found = True
        value = _parsed(decode(octets), where)
        if isinstance(value, InputError):
            yield value
        else:
            yield from _record(value, source, f"line {number}", number, decode.encoding)
    if not found:
        yield InputError("no articles in it", where=source.path)


def _record(
    record: object, source: Source, place: str, number: int, encoding: str = "utf-8"
) -> Iterator[Found]:
    yield from documents_of(
        record, path=source.path, where=f"{source.path}, {place}", name=f"{source.name}#{number}",
        fields=source.fields, encoding=encoding,
    )  # fmt: skip


class _Decoder:
    """Decodes the lines of one file alike.

    Args:
        declared: the encoding that the file's container names, or "".
    """

    def __init__(self, declared: str) -> None:
        self._declared = declared
        self.encoding = "utf-8"

    def __call__(self, line: bytes) -> str:
        """The line; the first that isn't UTF-8 decides for those behind it."""
        if self.encoding == "utf-8":
            text, self.encoding = decoded(line, self._declared)
            return text
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return line.decode(self.encoding, "replace")


def table(source: Source) -> Iterator[Found]:
    """A CSV or TSV file whose first row names the columns; one must hold the text."""
    # The limit belongs to the csv module as a whole; its own is too small for an article.
    csv.field_size_limit(limits.MOST_BYTES)
    decode = _Decoder(source.declared)
    texts = (decode(line) for line in _whole_lines(source))
    first = next(texts, "").removeprefix("\ufeff")
    lines = itertools.chain([first], texts)
    # Strict: otherwise a quote that is never closed swallows the rows behind it without a word.
    rows = csv.reader(lines, delimiter=_delimiter(first), strict=True)
    try:
        columns = [column.strip() for column in next(rows, [])]
    except csv.Error as error:
        yield InputError(f"not a table: {error}", where=source.path)
        return
    problem = _column_problem(columns, source)
    if problem is not None:
        yield problem
        return
    yield from _rows(rows, columns, source, decode)


def _column_problem(columns: list[str], source: Source) -> InputError | None:
    """What is wrong with the columns: one that was named, or the text's, isn't there."""
    for part, name in source.fields.items():
        if name not in columns:
            return InputError(f"no column called {name} (for the {part})", where=source.path,
                              advice=f"row 1 names {', '.join(columns)!r:.200}")  # fmt: skip
    if column("text", dict.fromkeys(columns, "x"), source.fields) is None:
        advice = "name the columns in row 1, or say --field text=COLUMN"
        return InputError("no column called text", where=source.path, advice=advice)
    return None


def _whole_lines(source: Source) -> Iterator[bytes]:
    """The lines of a table.

    Raises:
        InputError: at one that is too long, as rows may go on over lines.
    """
    for number, line in enumerate(_lines(source), start=1):
        if line is None:
            where = f"{source.path}, line {number}"
            raise InputError("a line of more than 50 MB", where=where, advice=_LIMIT_ADVICE)
        yield line


def _rows(
    rows: Iterator[list[str]], columns: list[str], source: Source, decode: _Decoder
) -> Iterator[Found]:
    number = 0
    while True:
        number += 1
        where = f"{source.path}, row {number + 1}"
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
        record = {name: cell for name, cell in zip(columns, row, strict=True) if cell.strip()}
        yield from _record(record, source, f"row {number + 1}", number, decode.encoding)
    if number == 1:
        yield InputError("no articles in it", where=source.path)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return InputError(f"not JSON: {reason}", where=where)


def _lines(source: Source) -> Iterator[bytes | None]:
    """Lines, or None for one that is longer than the limit and was passed over."""
    if source.head(2) in _WIDE:  # what Excel calls Unicode text
        yield from _wide_lines(source.stream)
        return
    stream, most = source.stream, limits.MOST_BYTES
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield None


def _wide_lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines of UTF-16, as UTF-8."""
    letters = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n")
    most = limits.MOST_BYTES // 2
    try:
        while line := letters.readline(most + 1):
            if len(line) <= most:
                yield line.encode("utf-8", "replace")
                continue
            while line and not line.endswith("\n"):
                line = letters.readline(most)
            yield None
    finally:
        letters.detach()  # or the stream would be closed with it


def _delimiter(header: str) -> str:
    """The mark that cuts the header into most columns."""
    return max(",;\t", key=header.count)
