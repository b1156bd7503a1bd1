"""Rows as CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: How a cell begins that a spreadsheet takes for a formula (OWASP, "CSV injection").
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def cell(text: str) -> str:
    """The text, behind an apostrophe if a spreadsheet would run it; numbers stay as they are.

    >>> cell("=1+1"), cell("-35.5"), cell("Idlib")
    ("'=1+1", '-35.5', 'Idlib')
    """
    opens = text.lstrip(" ")[:1] in _FORMULA and text.strip(" ") != ""
    return f"'{text}" if opens and not _NUMBER.fullmatch(text) else text


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """CSV (RFC 4180) with a header; columns that a row lacks are empty.

    Raises:
        ValueError: if a row has a column that isn't listed.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(text) for name, text in row.items()} for row in rows)
    return stream.getvalue()
