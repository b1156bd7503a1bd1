"""Names on the canvas: how large a symbol is, and how much room it takes with its name."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from kg.view.layout import Box

if TYPE_CHECKING:
    from kg.view.elements import Node

_LINE_HEIGHT = 15.0
# Mean width of a letter at 12 px in DejaVu Sans, the widest of the usual sans-serifs.
_LETTER = 7.0
#: Longer names are cut or moved by the page, which knows how near one looks.
_WIDEST = 84.0


def symbol_size(node: Node) -> int:
    """Half the width of a node's symbol, in pixels: its area grows with the reports."""
    return round(min(6 + 2.4 * math.sqrt(node.weight), 26))


def box(node: Node) -> Box:
    """The room that a node takes with the beginning of its name below it."""
    size = symbol_size(node)
    text = sum(_width(letter) for letter in node.label[:60])
    return Box(
        id=node.id,
        width=max(2.0 * size, min(text, _WIDEST)),
        above=float(size),
        below=size + 2 + _LINE_HEIGHT,
    )


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return _LETTER * (1.8 if unicodedata.east_asian_width(letter) in "WF" else 1.0)
