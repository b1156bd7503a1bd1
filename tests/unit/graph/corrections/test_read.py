"""corrections.toml is read strictly, and every mistake names its record."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from kg.errors import CorrectionError
from kg.graph.corrections.correction import KINDS, Correction, ReportName
from kg.graph.corrections.read import parse, read

SIGNED = 'who = "Ana"\nwhen = 2031-06-01\nwhy = "checked"\n'
REPORT = 'report = { article = "a.txt", quote = "fell" }\n'
TWO = 'reports = [{ article = "a.txt", quote = "fell" }, { article = "b.txt", quote = "hit" }]\n'
RENAME = 'do = "rename"\nthing = "Front"\nlabel = "Northern Front"\n'
DAY = datetime.date(2031, 6, 1)
NAMES = (ReportName("a.txt", "fell"), ReportName("b.txt", "hit"))


def record(body: str) -> str:
    return f"[[correction]]\n{body}{SIGNED}"


GOOD: dict[str, dict[str, Any]] = {
    'do = "merge-actors"\nthese = ["A", "actor/b"]\ninto = "C"\n': {
        "do": "merge-actors", "these": ("A", "actor/b"), "into": "C"},
    'do = "split-place"\nthing = "A"\nnew = "B"\n' + TWO: {
        "do": "split-place", "thing": "A", "new": "B", "reports": NAMES},
    'do = "split-deal"\nthing = "A"\nto = "B"\n' + REPORT: {
        "do": "split-deal", "thing": "A", "to": "B", "reports": NAMES[:1]},
    RENAME: {"do": "rename", "thing": "Front", "label": "Northern Front"},
    'do = "un-alias"\nthing = "A"\nname = "it"\nto = "B"\narticles = ["a.txt"]\n': {
        "do": "un-alias", "thing": "A", "name": "it", "to": "B", "articles": ("a.txt",)},
    'do = "confirm-link"\nthing = "A"\nname = " it "\n': {
        "do": "confirm-link", "thing": "A", "name": "it"},
    'do = "reject-report"\n'
    'report = { article = "a", quote = "b", word = "c", type = "D", nth = 2 }\n': {
        "do": "reject-report", "reports": (ReportName("a", "b", "c", "D", 2),)},
    'do = "set-date"\ndate = 2020-01-02\n' + REPORT: {
        "do": "set-date", "reports": NAMES[:1], "begin": datetime.date(2020, 1, 2),
        "end": datetime.date(2020, 1, 2)},
    'do = "set-date"\nbegin = 2020-01-02T10:00:00\n' + REPORT: {
        "do": "set-date", "reports": NAMES[:1], "begin": datetime.date(2020, 1, 2)},
    'do = "set-date"\ndate = "unknown"\n' + REPORT: {"do": "set-date", "reports": NAMES[:1]},
    'do = "set-place"\nplace = "Deir Salim"\n' + REPORT: {
        "do": "set-place", "reports": NAMES[:1], "places": ("Deir Salim",)},
    'do = "set-place"\nplace = []\n' + REPORT: {"do": "set-place", "reports": NAMES[:1]},
    'do = "merge-events"\n' + TWO: {"do": "merge-events", "reports": NAMES},
    'do = "split-events"\n' + TWO: {"do": "split-events", "reports": NAMES},
}  # fmt: skip

BAD = {
    "[[correction]]\n": "no 'do'",
    record('do = "mend"\n'): "unknown 'do': 'mend'",
    record("do = 3\n"): "unknown 'do': 3",
    record(RENAME + "nmae = 1\n"): "unknown key 'nmae' of rename",
    record(RENAME + 'into = "X"\n'): "unknown key 'into' of rename",
    record('do = "rename"\nthing = "A"\n'): "no 'label'",
    record('do = "rename"\nthing = ""\nlabel = "B"\n'): "'thing' is no text",
    record('do = "rename"\nthing = 3\nlabel = "B"\n'): "'thing' is no text",
    "[[correction]]\n" + RENAME: "no 'who'",
    "[[correction]]\n" + RENAME + 'who = "A"\nwhy = "b"\n': "no 'when'",
    "[[correction]]\n" + RENAME + 'who = "A"\nwhen = 2031-01-01\n': "no 'why'",
    "[[correction]]\n" + RENAME + 'who = "A"\nwhy = " "\nwhen = 2031-01-01\n': "'why' is no text",
    "[[correction]]\n" + RENAME + 'who = "A"\nwhy = "b"\nwhen = "2031-01-01"\n':
        "'when' is no date",
    record('do = "merge-actors"\nthese = "A"\ninto = "B"\n'): "'these' is no list of texts",
    record('do = "merge-actors"\nthese = []\ninto = "B"\n'): "'these' is no list of texts",
    record('do = "merge-actors"\nthese = [3]\ninto = "B"\n'): "an entry of 'these' is no text",
    record('do = "merge-actors"\nthese = ["B"]\ninto = "B"\n'): "'B' can't be merged into itself",
    record('do = "split-actor"\nthing = "A"\n' + REPORT): "no 'to' or 'new'",
    record('do = "split-actor"\nthing = "A"\nto = "B"\nnew = "C"\n' + REPORT):
        "both 'to' and 'new'",
    record('do = "reject-report"\n'): "no 'report' or 'reports'",
    record('do = "reject-report"\n' + REPORT + TWO): "both 'report' and 'reports'",
    record('do = "reject-report"\nreport = "a"\n'): "a report is no table",
    record('do = "reject-report"\nreports = []\n'): "'reports' is empty",
    record('do = "reject-report"\nreport = { article = "a" }\n'): "a report without 'quote'",
    record('do = "reject-report"\nreport = { article = "a", quote = "" }\n'):
        "'quote' of a report is no text",
    record('do = "reject-report"\nreport = { article = "a", quote = "b", at = 3 }\n'):
        "unknown key 'at' of a report",
    record('do = "reject-report"\nreport = { article = "a", quote = "b", nth = 0 }\n'):
        "'nth' of a report is no number from 1",
    record('do = "reject-report"\nreport = { article = "a", quote = "b", nth = true }\n'):
        "'nth' of a report is no number from 1",
    record('do = "set-date"\n' + REPORT): "needs either 'date' or 'begin' and 'end'",
    record('do = "set-date"\ndate = 2020-01-01\nbegin = 2020-01-01\n' + REPORT):
        "needs either 'date' or 'begin' and 'end'",
    record('do = "set-date"\ndate = "soon"\n' + REPORT): "'date' is no date",
    record('do = "set-date"\nbegin = 2020-01-02\nend = 2020-01-01\n' + REPORT):
        "'begin' is later than 'end'",
    record('do = "set-place"\nplace = 3\n' + REPORT): "'place' is no text",
    record('do = "set-place"\n' + REPORT): "no 'place'",
    record('do = "merge-events"\nreports = [{ article = "a", quote = "b" }]\n'):
        "merge-events needs two reports or more",
    record('do = "split-events"\n' + TWO.replace("b.txt", "a.txt").replace("hit", "fell")):
        "names a report twice",
}  # fmt: skip


@pytest.mark.parametrize("body", GOOD)
def test_a_record_says_what_it_says(body: str) -> None:
    expected = Correction(who="Ana", when=DAY, why="checked", **GOOD[body])
    (found,) = parse(record(body), "c.toml")
    assert found == expected
    assert found.where == "c.toml:1, record 1"


def test_every_kind_is_tried() -> None:
    alike = {"merge-places", "merge-deals", "split-actor"}
    assert {told["do"] for told in GOOD.values()} == set(KINDS) - alike


@pytest.mark.parametrize("text", BAD)
def test_a_mistake_is_told_with_its_record(text: str) -> None:
    with pytest.raises(CorrectionError) as error:
        parse("# mine\n\n" + text, "c.toml")
    assert (error.value.where, error.value.problem) == ("c.toml:3, record 1", BAD[text])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("correction = 3", "'correction' is no list of tables"),
        ("correction = [3]", "'correction' is no list of tables"),
        ("[[corrections]]\n", "unknown key 'corrections'"),
        ("a = [", "is not TOML: Invalid value (at end of document)"),
        ("a = " + "[" * 100_000, "is not TOML: "),
    ],
)
def test_a_file_of_another_form_is_a_mistake(text: str, problem: str) -> None:
    with pytest.raises(CorrectionError) as error:
        parse(text, "c.toml")
    assert error.value.where == "c.toml"
    assert error.value.problem.startswith(problem)


def test_lines_are_not_told_where_a_text_holds_a_header() -> None:
    text = record(RENAME.replace('"Front"', '"""\n[[correction]]\n"""'))
    assert [one.where for one in parse(text, "c.toml")] == ["c.toml, record 1"]


def test_records_keep_their_order_and_lines() -> None:
    text = record(RENAME) + "\n# next\n  [[ correction ]]\n" + RENAME + SIGNED
    assert [one.where for one in parse(text, "c")] == ["c:1, record 1", "c:10, record 2"]


def test_a_file_may_be_empty_and_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(b"\xef\xbb\xbf# nothing yet\n")
    assert read(path) == ()


@pytest.mark.parametrize("octets", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path, octets: bytes | None) -> None:
    path = tmp_path / "c.toml"
    if octets is not None:
        path.write_bytes(octets)
    with pytest.raises(CorrectionError) as error:
        read(path)
    assert error.value.where == str(path)
    assert error.value.problem.startswith("can't be read: ")
