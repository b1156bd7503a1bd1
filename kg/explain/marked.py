"""The words of a segment in lines, with the triggers of its reports in numbered brackets.

Triggers may overlap, so each stretch that the same ones cover has brackets of its own:
"[1 heavy] [1,2 clashes]".
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.explain.explained import Numbered
from kg.model import Segment
from kg.terminal import single_line, width_of

#: Sets words off in a terminal; `str` leaves them as they are.
Paint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a segment's text that a report is told by.

    Attributes:
        start: offset into the segment's text.
        end: likewise, after it.
        number: the report's.
    """

    start: int
    end: int
    number: int


def marks(segment: Segment, reports: Iterable[Numbered]) -> list[Mark]:
    """Where the triggers of reports stand in a segment; one that stands elsewhere has no mark."""
    found = []
    for each in reports:
        start, end = (bisect_left(segment.offsets, offset) for offset in each.report.trigger)
        if start < end:
            found.append(Mark(start, end, each.number))
    return found


def marked_lines(text: str, found: Sequence[Mark], width: int, paint: Paint = str) -> Iterator[str]:
    """A text in lines of at most `width` columns, save for longer words, its marks in brackets.

    >>> list(marked_lines("heavy clashes broke out", [Mark(0, 13, 1), Mark(6, 13, 2)], 20))
    ['[1 heavy] [1,2', 'clashes] broke out']
    """
    pieces = list(_pieces(text, found))
    shown = "".join(words for words, _ in pieces)
    lit = [is_marked for words, is_marked in pieces for _ in words]
    for start, end in _breaks(shown, width):
        groups = itertools.groupby(range(start, end), key=lambda at: lit[at])
        runs = [(is_marked, [shown[at] for at in ats]) for is_marked, ats in groups]
        yield "".join(paint("".join(run)) if is_marked else "".join(run) for is_marked, run in runs)


def lines(text: str, width: int) -> list[str]:
    r"""A text in lines, without characters that could steer a terminal.

    >>> lines("Rebels shelled\nthe town \x1b[2J", 14)
    ['Rebels shelled', 'the town [2J']
    """
    plain = single_line(text)
    return [plain[start:end] for start, end in _breaks(plain, width)]


def _pieces(text: str, found: Sequence[Mark]) -> Iterator[tuple[str, bool]]:
    """The text as shown, cut where a mark begins or ends, and whether each piece is marked."""
    plain = text.translate({ord(letter): single_line(letter) or " " for letter in set(text)})
    ends = {offset for mark in found for offset in (mark.start, mark.end)}
    bounds = sorted({0, len(plain)} | {min(max(offset, 0), len(plain)) for offset in ends})
    for start, end in itertools.pairwise(bounds):
        numbers = sorted({each.number for each in found if each.start <= start and end <= each.end})
        piece = plain[start:end]
        words = piece.strip()
        if not numbers or not words:
            yield piece, False
            continue
        first = piece.index(words)
        yield piece[:first], False
        yield f"[{','.join(map(str, numbers))} {words}]", True
        yield piece[first + len(words) :], False


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where lines of at most `width` columns begin and end; a longer word has a line of its own."""
    line: tuple[int, int] | None = None
    for word in re.finditer(r"[^ ]+", text):
        if line is not None and width_of(text[line[0] : word.end()]) <= width:
            line = line[0], word.end()
            continue
        if line is not None:
            yield line
        line = word.span()
    if line is not None:
        yield line
