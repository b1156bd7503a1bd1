"""`kg eval`: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

QUOTE = "Velmaran jets killed 6 civilians, two of them children"
STRIKE: dict[str, Any] = {
    "of": "Event",
    "type": "AirStrike",
    "quote": QUOTE,
    "trigger": "jets",
    "initiator": ["velmara"],
    "place": ["tel-amra"],
    "source": ["monitor"],
    "begin": "2031-05-02",
    "end": "2031-05-02",
    "tolls": [{"kind": "Killed", "count": 6, "victims": ["civilians"]}],
}
GOLD: dict[str, Any] = {
    "article": "one.txt",
    "issued": "2031-05-03",
    "entities": {"monitor": {"names": ["War Monitor"]}},
    "reports": [STRIKE],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with gold for the first article of the small graph."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "one.txt.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the text of that article, as its quotes have it."""
    folder = tmp_path / "texts"
    folder.mkdir()
    text = f"Tel Amra: {QUOTE}. Said the Velmaran-backed Front."
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_table_is_printed(kg: Run, small: Path, gold: Path, texts: Path) -> None:
    result = kg("eval", gold, "-g", small, "--articles", texts)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == (
        "measure                         precision  recall     F1  right  false  missed"
    )
    assert lines[3] == (
        "events, type or near type           1.000   1.000  1.000      1      0       0"
    )
    assert lines[12] == (
        "tolls (kind and figure)             0.500   1.000  0.667      1      1       0"
    )
    assert lines[-2:] == [
        # The second quote of the small graph doesn't stand at its offsets.
        "articles 1, not in the graph 0; quotes checked 2, not in their text 1",
        "overall (mean F1 of the 10 main measures) 0.747",
    ]


def test_misses_and_false_alarms_are_listed(kg: Run, small: Path, gold: Path) -> None:
    shown = kg("eval", gold, "-g", small, "--show", "tolls").stdout.partition("\n\n")[2]
    assert [line.split("  ")[0] for line in shown.splitlines()[2:]] == ["tolls (kind and figure)"]
    listed = kg("eval", gold, "-g", small, "--show", "all").stdout.partition("\n\n")[2]
    assert {line.split("  ")[0] for line in listed.splitlines()[2:]} == {
        "tolls (kind and figure)", "backing pairs", "actors",
    }  # fmt: skip


def test_json_is_for_programs(kg: Run, small: Path, gold: Path) -> None:
    record = json.loads(kg("eval", gold, "-g", small, "--json").stdout)
    assert record["measures"]["backing pairs"]["false"] == 1
    assert "findings" not in record
    listed = json.loads(kg("eval", gold, "-g", small, "--json", "--show", "backing").stdout)
    assert [each["got"] for each in listed["findings"]] == ["Velmara – Northern Front"]


def test_a_measure_below_its_floor_is_exit_code_1(kg: Run, small: Path, gold: Path) -> None:
    floors = ["--min", "overall=0.5", "--min", "issue dates=1"]
    assert kg("eval", gold, "-g", small, *floors).exit_code == 0
    below = kg("eval", gold, "-g", small, *floors, "--min", "backing pairs=0.2", "--json")
    assert below.exit_code == 1
    assert below.stderr == "kg: backing pairs: F1 0.0000 is below 0.2\n"
    assert json.loads(below.stdout)["articles"] == 1


@pytest.mark.parametrize(
    ("floor", "line"),
    [
        ("evnts=0.5", "'evnts' is no measure; known: events, exact type; "),
        ("overall=high", "'high' is no F1 of overall: a number from 0 to 1"),
        ("overall=75", "'75' is no F1 of overall: a number from 0 to 1"),
        ("overall=nan", "'nan' is no F1 of overall: a number from 0 to 1"),
        ("overall", "'overall' is not NAME=VALUE"),
    ],
)
def test_a_wrong_floor_is_wrong_usage(
    kg: Run, small: Path, gold: Path, floor: str, line: str
) -> None:
    result = kg("eval", gold, "-g", small, "--min", floor)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Invalid value for '--min': {line}" in result.stderr


def test_an_article_that_the_graph_lacks_is_named(kg: Run, small: Path, gold: Path) -> None:
    lost = GOLD | {"article": "lost\x1b[2J.txt"}
    (gold / "lost.txt.json").write_text(json.dumps(lost), encoding="utf-8")
    result = kg("eval", gold, "-g", small)
    assert result.exit_code == 0
    assert "articles 2, not in the graph 1; " in result.stdout
    assert "\nnot in the graph: lost [2J.txt\n" in result.stdout


@pytest.mark.parametrize(
    ("octets", "line"),
    [
        (b'{"article": "x"', "is not JSON: "),
        (b'{"article": "x", "reports": [{"of": "\\u001b[2J\\n"}]}', "reports 1: 'of' is "),
        (b'{"article": "x"}', "lacks 'reports' (README.md, "),
    ],
)
def test_wrong_gold_is_one_line_and_exit_code_2(
    kg: Run, small: Path, gold: Path, octets: bytes, line: str
) -> None:
    (gold / "one.txt.json").write_bytes(octets)
    result = kg("eval", gold, "-g", small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg: {gold}/one.txt.json: {line}")
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_without_gold_or_graph_it_says_what_to_do(kg: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert kg("eval", "empty", "-g", small).stderr == (
        "kg: empty: there is no gold here (gold is a file ARTICLE.json an article)\n"
    )
    assert kg("eval", "empty").stderr == (
        "kg: build/kg: there is no graph here (build one first: kg build ARTICLES)\n"
    )
