"""`kg read` shows an article with its segments, so that a person can check them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

ARTICLE = """\
Truce frays in the north

BEIRUT (AFP) - Shells fell on the town of Tel Ramin on Sunday, killing nine dockers at the end of \
their shift, a union of workers said.

Read also: Why the port matters
"""

SHOWN = """\
a.txt
  title: Truce frays in the north
  issued: not known
  language: English
  wire: AFP

headline     Truce frays in the north
0-24         [headline]

dateline     BEIRUT (AFP) -
26-40        [wire dateline]

body         Shells fell on the town of Tel Ramin on Sunday, killing nine dockers at the end of
41-161       their shift, a union of workers said.

teaser       Read also: Why the port matters
163-194      [read also]

"""


def test_an_article_is_shown_with_its_segments(kg: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    result = kg("read", "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == SHOWN


def test_each_offset_cuts_its_words_out_of_the_text(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    record = json.loads(kg("read", "a.txt", "--json").stdout)
    assert [record[key] for key in ("id", "title", "language", "wires")] == [
        "a.txt", "Truce frays in the north", "en", ["AFP"],
    ]  # fmt: skip
    for segment in record["segments"]:
        assert ARTICLE[segment["start"] : segment["end"]] == segment["text"]


def test_an_article_in_another_language_is_told_to_be_passed_over(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "سقطت قذائف هاون على بلدة دير سالم يوم الجمعة", encoding="utf-8"
    )
    shown = kg("read", "a.txt").stdout
    assert "language: Arabic (kg reads English: kg build passes it over)" in shown


def test_what_cannot_be_read_is_told_and_the_rest_shown(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    result = kg("read", "none.txt", "a.txt")
    assert result.exit_code == 2
    assert result.stderr == "kg: none.txt: can't be read: No such file or directory\n"
    assert result.stdout == SHOWN


def test_control_characters_of_an_article_do_not_reach_the_terminal(
    kg: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"id": "a\x1b[31m", "title": "b\x1b]0;x\x07", "text": "Shells\x1b[2J fell."})
    )
    assert "\x1b" not in kg("read", "a.json").stdout
