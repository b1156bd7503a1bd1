"""Text for terminals: tables that line up, cells that can't move the cursor, progress."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import signal
import sys
import unicodedata
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from click._termui_impl import ProgressBar

_GAP = "  "
_NARROWEST = 6  # columns: fewer say nothing


def single_line(text: str) -> str:
    r"""The text on one line, without characters that could steer a terminal or turn words about.

    >>> single_line("two\nlines \x1b[2J")
    'two lines [2J'
    """
    kinds = ((letter, unicodedata.category(letter)) for letter in text)
    plain = "".join(" " if kind == "Cc" else letter for letter, kind in kinds if kind != "Cf")
    return re.sub(r"\s+", " ", plain).strip()


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width_of("Idlib"), width_of("イドリブ"), width_of("ḥ"), width_of("h\u0323")
    (5, 8, 1, 1)
    """
    return sum(_width(letter) for letter in text)


def cut(text: str, width: int) -> str:
    """The text, cut to `width` columns with an ellipsis if it is longer.

    >>> cut("Idlib Governorate", 8)
    'Idlib G…'
    """
    if width_of(text) <= width:
        return text
    sums = itertools.accumulate(_width(letter) for letter in text)
    return text[: sum(1 for total in sums if total < width)] + "…"


def aligned(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Collection[int] = (),
    width: int | None = None,
) -> str:
    """A table with a line under its head.

    Args:
        columns: the head's cells.
        rows: cells of one line each.
        right: positions of columns set flush right.
        width: cut cells until a line has at most so many columns; None cuts nothing.
    """
    if not rows:
        return f"{_GAP.join(columns)}\n(no rows)\n"
    lines = [columns, *rows]
    widths = [max(width_of(line[column]) for line in lines) for column in range(len(columns))]
    widths = widths if width is None else _narrowed(widths, width)
    under = ["─" * column for column in widths]
    return "".join(_line(cells, widths, right) for cells in (columns, under, *rows))


def width() -> int | None:
    """The width of the terminal on standard output; None if that is no terminal."""
    if not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns


def paint() -> Callable[[str], str]:
    """What sets words off on standard output: nothing off a terminal or where NO_COLOR is set."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return str
    return lambda words: click.style(words, bold=True, underline=True)


@contextlib.contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, moved by calls with what is done and what there is in all.

    Nothing is shown where standard error is no terminal.
    """
    with contextlib.ExitStack() as stack:
        bars: list[ProgressBar[int]] = []

        def move(done: int, total: int) -> None:
            if not bars and sys.stderr.isatty():
                bar = click.progressbar(length=total, label=label, file=sys.stderr)
                bars.append(stack.enter_context(bar))
            for bar in bars:
                bar.update(done - bar.pos)

        yield move


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C end the program at once: Oxigraph returns to Python only when it is done.

    For commands that only read: nothing is cleaned up.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _narrowed(widths: list[int], total: int) -> list[int]:
    """Widths that fit, taken from the widest columns first."""
    narrow = list(widths)
    room = total - len(_GAP) * (len(widths) - 1)
    while sum(narrow) > room and max(narrow) > _NARROWEST:
        narrow[narrow.index(max(narrow))] -= 1
    return narrow


def _line(cells: Sequence[str], widths: Sequence[int], right: Collection[int]) -> str:
    padded = []
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        text = cut(cell, width)
        pad = " " * (width - width_of(text))
        padded.append(pad + text if column in right else text + pad)
    return _GAP.join(padded).rstrip() + "\n"
