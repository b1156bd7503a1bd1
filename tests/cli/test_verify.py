"""`kg verify`: what it prints, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
ONE = (
    "Tel Amra: Velmaran jets killed 6 civilians, two of them children. "
    "And the Velmaran-backed Front"
)
TWO = '"no strike", it said;\nup to 9 dead | claimed'


def texts(folder: Path, one: str = ONE) -> Path:
    """The texts of the small graph's articles."""
    folder.mkdir()
    (folder / "one.txt").write_text(one, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8", newline="")
    return folder


def test_a_graph_that_is_right_is_code_0(kg: Run, small: Path, tmp_path: Path) -> None:
    result = kg("verify", "-g", small, texts(tmp_path / "t"))
    assert result.stdout == (
        "articles 2: missing 0, changed 0; quotes 3: not in their place 0\n"
    )  # fmt: skip
    assert (result.exit_code, result.stderr) == (0, "")


def test_records_are_read_as_they_were_built(kg: Run, small: Path, tmp_path: Path) -> None:
    records = [{"name": "one.txt", "story": ONE}, {"name": "two.txt", "story": TWO}]
    lines = "".join(json.dumps(one) + "\n" for one in records)
    (tmp_path / "news.jsonl").write_text(lines, encoding="utf-8")
    result = kg("verify", "-g", small, "news.jsonl", "--field", "id=name", "--field", "text=story")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_finding_is_code_1(kg: Run, small: Path, tmp_path: Path) -> None:
    result = kg("verify", "-g", small, texts(tmp_path / "t", ONE.replace("killed", "slew")))
    assert result.exit_code == 1
    assert "not in their place 2\n" in result.stdout
    assert json.loads(kg("verify", "-g", small, tmp_path / "t", "--json").stdout)["quotes"] == 3


def test_a_file_that_cannot_be_read_is_code_2(kg: Run, small: Path, tmp_path: Path) -> None:
    folder = texts(tmp_path / "t")
    (folder / "three.json").write_text("{", encoding="utf-8")
    result = kg("verify", "-g", small, folder)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {folder / 'three.json'}")


def test_something_must_be_named(kg: Run, small: Path) -> None:
    assert kg("verify", "-g", small).exit_code == 2
