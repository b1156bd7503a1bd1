"""`kg diff`: stores and files, and its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_the_same_is_code_0_without_a_word(kg: Run, small: Path) -> None:
    result = kg("diff", small, small)
    assert (result.exit_code, result.output) == (0, "")


def test_a_difference_is_code_1(kg: Run, small: Path, tmp_path: Path) -> None:
    text = small.read_text(encoding="utf-8").replace('kg:end "2031-05-02"', 'kg:end "2031-05-04"')
    (tmp_path / "b.trig").write_text(text, encoding="utf-8")
    result = kg("diff", small, "b.trig")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == (
        "events: 0 gained, 0 lost, 1 changed\n"
        "  ~ AirStrike, Tel Amra, 2031-05-02  (event/e1)\n"
        "      end: −2031-05-02; +2031-05-04\n"
    )
    assert list(json.loads(kg("diff", "b.trig", small, "--json").stdout)) == ["event"]


def test_what_is_no_graph_is_code_2(kg: Run, small: Path) -> None:
    assert kg("diff", small, "nothing").exit_code == 2
