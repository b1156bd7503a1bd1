"""Tables line up in columns of the terminal, and texts can't steer it."""

from __future__ import annotations

import io
import signal
import sys

import pytest

from kg import terminal
from kg.terminal import aligned, cut, interruptible, progress, single_line, width_of


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert aligned(["a", "b"], [["イド", "1"], ["h\u0323o", "2"], ["xyzw", "3"]]) == (
        "a     b\n────  ─\nイド  1\nh\u0323o    2\nxyzw  3\n"
    )


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("Idlib", 5, "Idlib"), ("Idlib", 4, "Idl…"), ("イドリブ", 5, "イド…"), ("イドリブ", 4, "イ…")],
)
def test_a_text_is_cut_to_its_columns(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
    assert width_of(cut(text, width)) <= width


def test_the_widest_columns_are_narrowed_first() -> None:
    text = aligned(["n", "quote"], [["12345678", "x" * 60]], width=30)
    assert text.splitlines()[2] == "12345678  " + "x" * 19 + "…"
    assert max(width_of(line) for line in text.splitlines()) == 30


def test_columns_never_vanish() -> None:
    text = aligned(["a", "b"], [["x" * 20, "y" * 20]], width=4)
    assert text.splitlines()[2] == "xxxxx…  yyyyy…"


@pytest.mark.parametrize("steer", ["\x1b", "\x07", "\x9b", "\r", "\n", "\t", "\x00"])
def test_no_control_character_is_shown(steer: str) -> None:
    assert single_line(f"a{steer}b") == "a b"


def test_output_that_is_no_terminal_has_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.width() is None
    monkeypatch.setattr(sys, "stdout", _Terminal())
    monkeypatch.setenv("COLUMNS", "77")
    assert terminal.width() == 77


def test_progress_is_silent_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    with progress("Reading") as move:
        move(1, 2)
        move(2, 2)
    assert stderr.getvalue() == ""


def test_progress_is_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = _Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    with progress("Reading") as move:
        for done in (0, 2, 4):
            move(done, 4)
    assert "Reading" in stderr.getvalue()
    assert "100%" in stderr.getvalue()


def test_ctrl_c_ends_the_program_only_inside() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interruptible():
        assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) == before


def test_words_are_painted_only_on_a_terminal_that_wants_colours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert terminal.paint()("x") == "x"
    monkeypatch.setattr(sys, "stdout", _Terminal())
    assert terminal.paint()("x") == "\x1b[1m\x1b[4mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal.paint()("x") == "x"
