"""`kg review`: what it asks, and what it writes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from graph.corrections.records import GUARD, MORTARS, SHELLED
from graph.sheets import sheet

from kg.commands import review
from kg.graph.corrections.read import read
from kg.model import Interval

LATER = datetime.date(2031, 6, 1)
SHEETS = [
    sheet(
        "one", replace(SHELLED, roles={"initiator": (replace(GUARD, surface="they", score=0.4),)})
    ),
    sheet(
        "two",
        replace(
            MORTARS,
            roles={"initiator": (replace(GUARD, surface="it\x1b", score=0.6),)},
            when=Interval(LATER, LATER),
        ),
    ),
]
Ask = Callable[..., Result]


@pytest.fixture
def ask(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(review, "sheets_of", lambda _: SHEETS)
    words = ["-g", str(small), "--corrections", "c.toml"]

    def run(*more: str, stdin: str = "") -> Result:
        return CliRunner().invoke(review.review, [*words, *more], input=stdin)

    return run


def test_a_list_asks_and_writes_nothing(ask: Ask, tmp_path: Path) -> None:
    result = ask("--list")
    assert result.exit_code == 0
    assert result.stdout == (
        "1/2 Does “they” mean Valley Guard (actor/valley-guard)? [label, 0.40]\n"
        "  one.txt: “the Front shelled Deir Salim”\n"
        "2/2 Does “it ” mean Valley Guard (actor/valley-guard)? [label, 0.60]\n"
        "  two.txt: “mortars fell on Deir Salim”\n"
    )
    assert not (tmp_path / "c.toml").exists()


def test_decisions_are_written_at_once_and_not_asked_again(ask: Ask, tmp_path: Path) -> None:
    result = ask(stdin="y\nAna\nseen\nn\nValley Guard\n\n")
    assert result.exit_code == 0, result.output
    found = [(one.do, one.name, one.to, one.who, one.why) for one in read(tmp_path / "c.toml")]
    assert found == [
        ("confirm-link", "they", "", "Ana", "seen"),
        ("un-alias", "it\x1b", "Valley Guard", "Ana", "reviewed"),
    ]
    assert ask().stdout == "nothing left to review\n"


def test_skipped_and_left_questions_stay(ask: Ask, tmp_path: Path) -> None:
    assert ask(stdin="s\nq\n").exit_code == 0
    assert not (tmp_path / "c.toml").exists()
    assert ask("--list", "--number", "1").stdout.count("Does") == 1


def test_a_graph_without_articles_leaves_nothing_to_ask(small: Path, tmp_path: Path) -> None:
    words = ["-g", str(small), "--corrections", str(tmp_path / "c.toml"), "--list"]
    result = CliRunner().invoke(review.review, words)
    assert (result.exception, result.output) == (None, "nothing left to review\n")
