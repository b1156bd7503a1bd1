"""Captions on the canvas: wrapped, cut, and how much room they take."""

from __future__ import annotations

import math
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from kg.view.layout import Box

if TYPE_CHECKING:
    from kg.view.elements import Node

FONT_SIZE = 14
_LINE_HEIGHT = 17.0
# Mean width of a letter at 14 px in DejaVu Sans, the widest of the usual sans-serifs.
_LETTER = 8.2
_LINE_LENGTH = 18
_LINES = 4


def caption(label: str) -> str:
    r"""The label in at most four lines of about eighteen letters.

    >>> caption("Air strike, Khan Sheikhoun, 2019-05-12")
    'Air strike, Khan\nSheikhoun,\n2019-05-12'
    >>> caption("x" * 5000)
    'xxxxxxxxxxxxxxxxxx\nxxxxxxxxxxxxxxxxxx\nxxxxxxxxxxxxxxxxxx\nxxxxxxxxxxxxxxxxx…'
    """
    lines = textwrap.wrap(label, _LINE_LENGTH, break_on_hyphens=False)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: _LINE_LENGTH - 1].rstrip() + "…"]
    return "\n".join(lines)


def symbol_size(node: Node) -> int:
    """Half the width of a node's symbol, in pixels: its area grows with the reports."""
    return round(min(9 + 3.2 * math.sqrt(node.weight), 32))


def box(node: Node, font_size: int = FONT_SIZE) -> Box:
    """The room that a node takes with its caption, of `font_size` pixels, below it."""
    size = symbol_size(node)
    scale = font_size / FONT_SIZE
    lines = caption(node.label).split("\n")
    text = scale * max(sum(_width(letter) for letter in line) for line in lines)
    return Box(
        id=node.id,
        width=max(2.0 * size, text),
        above=float(size),
        below=size + 6 + scale * _LINE_HEIGHT * len(lines),
    )


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return _LETTER * (1.8 if unicodedata.east_asian_width(letter) in "WF" else 1.0)
