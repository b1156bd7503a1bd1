"""`kg explain` shows what made each report of an article, with the shipped pipeline."""

from __future__ import annotations

import csv
import datetime
import functools
import io
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg import pipeline, terminal
from kg.graph.query import parse_query, run
from kg.graph.results import format_answer
from kg.graph.store import open_graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ROOT = Path(__file__).parents[2]
STORY = """\
Truce frays in the north

Rebels shelled the town of Saraqib on Sunday, killing five civilians, the Syrian Observatory for \
Human Rights said.

The two sides agreed a truce last week. Clashes broke out in Idlib on Monday.
"""
DATED = ("--date", "2019-05-14")
QUOTES = """PREFIX kg: <https://example.org/kg/ontology#>
SELECT (STR(?r) AS ?iri) ?quote { ?r kg:quote ?quote }"""
_reader = functools.cache(pipeline.reader)


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped pipeline loaded once for all tests here."""
    monkeypatch.setattr(pipeline, "reader", _reader)


@pytest.fixture(autouse=True)
def _story(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)


def records(result: Result) -> list[dict[str, Any]]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def frames() -> dict[str, str]:
    """Name of a frame -> its file, as explained."""
    return {
        row["name"]: f"ontology/lexicon/{path.name}"
        for path in (ROOT / "ontology" / "lexicon").glob("events*.toml")
        for row in tomllib.loads(path.read_text("utf-8"))["frame"]
    }


def test_a_report_is_traced_to_its_frame(kg: Callable[..., Result]) -> None:
    result = kg("explain", "a.txt", *DATED, "--find", "killing five civilians")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "  issued: 2019-05-14, metadata" in result.stdout
    lines = result.stdout.splitlines()
    assert lines[0] == "a.txt"
    assert any(" shelled] the town of Saraqib on Sunday," in line for line in lines)
    assert "Clashes" not in result.stdout
    (rule,) = (line.split(maxsplit=1)[1] for line in lines if line.startswith("      rule "))
    name, _, rest = rule.partition(" (")
    assert rest.partition(": ")[0] == frames()[name]
    assert f"'{name}'" in rest
    for told in ("“Sunday” → 2019-05-12, told", "Killed 5, “five civilians”", "place:saraqib"):
        assert told in result.stdout


def test_standard_input_is_explained_alike(kg: Callable[..., Result]) -> None:
    (named,) = records(kg("explain", "a.txt", *DATED, "--json"))
    (piped,) = records(kg("explain", "-", *DATED, "--json", stdin=STORY))
    assert piped["reports"] == named["reports"]
    assert piped["reports"]


def test_numbers_are_those_of_the_graph(kg: Callable[..., Result], tmp_path: Path) -> None:
    (explained,) = records(kg("explain", "a.txt", *DATED, "--json"))
    pipeline.build([Path("a.txt")], tmp_path / "store", date=datetime.date(2019, 5, 14))
    told = run(open_graph(str(tmp_path / "store")), parse_query(QUOTES, "-"), {})
    rows = list(csv.reader(io.StringIO(format_answer(told, "csv", base=""))))[1:]
    quotes = {int(iri.rpartition("/")[2]): quote for iri, quote in rows}
    assert quotes == {each["number"]: each["quote"]["text"] for each in explained["reports"]}


def test_offset_and_number_choose_reports(kg: Callable[..., Result]) -> None:
    (whole,) = records(kg("explain", "a.txt", *DATED, "--json"))
    at = STORY.index("Clashes")
    (found,) = records(kg("explain", "a.txt", *DATED, "--json", "--offset", at))
    assert found["reports"] == [
        each for each in whole["reports"] if each["quote"]["start"] <= at < each["quote"]["end"]
    ]
    (clash,) = found["reports"]
    assert clash["type"] == "Clash"
    text = kg("explain", "a.txt", *DATED, "--report", clash["number"]).stdout
    assert f"[{clash['number']}] Event: Clash, asserted" in text
    assert text.count("  quote ") == 1


def test_of_several_articles_those_without_a_fitting_report_are_left_out(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("The mayor opened a library on Friday.")
    assert len(records(kg("explain", "a.txt", "b.txt", *DATED, "--json"))) == 2
    (found,) = records(
        kg("explain", "b.txt", "a.txt", *DATED, "--json", "--find", "CLASHES  broke")
    )
    assert found["id"] == "a.txt"


@pytest.mark.parametrize(
    "words", [["--report", 99], ["--find", "no such words"], ["--offset", 9999]]
)
def test_where_no_report_fits_the_code_is_2(kg: Callable[..., Result], words: list[object]) -> None:
    result = kg("explain", "a.txt", *DATED, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "kg: no report fits\n"


def test_what_cannot_be_read_is_told_and_the_rest_explained(kg: Callable[..., Result]) -> None:
    result = kg("explain", "none.txt", "a.txt", *DATED)
    assert result.exit_code == 2
    assert result.stderr == "kg: none.txt: can't be read: No such file or directory\n"
    assert result.stdout.startswith("a.txt\n")


def test_what_is_not_english_is_passed_over(kg: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("سقطت قذائف هاون على بلدة دير سالم يوم الجمعة", "utf-8")
    result = kg("explain", "b.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "kg: b.txt: in Arabic, not English: passed over\n"


@pytest.mark.parametrize("words", [[], ["a.txt", "--report", 0], ["a.txt", "--offset", -1]])
def test_wrong_usage_of_explain_is_code_2(kg: Callable[..., Result], words: list[object]) -> None:
    result = kg("explain", *words)
    assert (result.exit_code, result.stdout) == (2, "")


def test_no_character_of_an_article_steers_the_terminal(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    evil = STORY.replace("Rebels", "\x1b[31mRebels\x9b2J").replace("north", "north\x07")
    (tmp_path / "\x1b[1m.txt").write_text(evil, "utf-8")
    for words in ([], ["--json"]):
        result = kg("explain", "\x1b[1m.txt", *DATED, *words)
        assert {letter for letter in result.stdout if not letter.isprintable()} == {"\n"}


def test_marks_are_painted_on_a_terminal_only(
    kg: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = kg("explain", "a.txt", *DATED).stdout
    painted: list[str] = []

    def paint(words: str) -> str:
        painted.append(words)
        return words

    monkeypatch.setattr(terminal, "paint", lambda: paint)
    assert kg("explain", "a.txt", *DATED).stdout == plain
    assert painted
    assert all(words in plain for words in painted)


def test_each_report_of_the_samples_is_traced_to_a_row(kg: Callable[..., Result]) -> None:
    explained = records(kg("explain", ROOT / "seeds", "--json"))
    reports = [report for record in explained for report in record["reports"]]
    lost = Counter(report["rule"] for report in reports if not report["origin"])
    assert len(reports) > 200
    assert lost == {}
    assert {report["origin"]["row"] for report in reports} - {""}
    files = {report["origin"]["file"] for report in reports}
    assert [file for file in sorted(files) if not (ROOT / file).is_file()] == []
