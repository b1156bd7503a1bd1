"""Cells of CSV exports: text that a spreadsheet would run is made text, all else is kept."""

from __future__ import annotations

import csv
import io

import pytest

from kg.graph.exports.cells import cell, table


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", "\n=1", " =1", "＝1", "--5", "-5 dead", "-"],
)
def test_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "  ", "Idlib", "-35.5", "+7", "5-4", "a=b", "'=1", "|x"])
def test_numbers_and_plain_text_are_kept(text: str) -> None:
    assert cell(text) == text


def test_a_table_reads_back_with_its_line_breaks_and_quotes() -> None:
    rows = [{"a": 'say "no",\r\nthen', "b": "ü"}, {"b": "=1"}]
    text = table(("a", "b"), rows)
    assert list(csv.DictReader(io.StringIO(text, newline=""), strict=True)) == [
        {"a": 'say "no",\r\nthen', "b": "ü"},
        {"a": "", "b": "'=1"},
    ]


def test_a_column_that_is_not_listed_is_an_error() -> None:
    with pytest.raises(ValueError, match="fields not in fieldnames: 'c'"):
        table(("a",), [{"c": ""}])
