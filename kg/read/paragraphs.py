"""Where the paragraphs of a document stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.read.repair import Repaired

#: The most characters of a segment; longer paragraphs are cut between sentences.
LONGEST = 4000

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+|(?P<end>\r\n|[\n\r\v\f\u2028\u2029])")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")
#: Widths that text is wrapped to, in characters, and how much short of it a full line may be.
_WIDTH_LEAST, _WIDTH_MOST, _SLACK = 45, 100, 3


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of a text: a line, or the lines that were wrapped."""
    for block in _blocks(text):
        width = max(_length(text, line) for line in block)
        if not _wrapped(text, block, width):
            yield from block
            continue
        start = block[0][0]
        for line, following in itertools.pairwise(block):
            if not (_full(text, line, following, width) or _inside(text, line, following)):
                yield start, line[1]
                start = following[0]
        yield start, block[-1][1]


def _length(text: str, line: tuple[int, int]) -> int:
    return len(text[line[0] : line[1]].rstrip())


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines between blank ones."""
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if text[start:end].isspace() or start == end:
            if block:
                yield block
            block = []
        else:
            block.append((start, end))
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Each line without its end; two ends in a row make an empty line."""
    start = 0
    for match in _LINE.finditer(text):
        if match["end"]:
            yield start, match.start()
            start = match.end()
    if start < len(text):
        yield start, len(text)


def _wrapped(text: str, block: list[tuple[int, int]], width: int) -> bool:
    """Whether lines were broken to a width: half are full and one breaks inside a sentence."""
    if len(block) < 2 or not _WIDTH_LEAST <= width <= _WIDTH_MOST:
        return False
    joints = list(itertools.pairwise(block))
    full = [joint for joint in joints if _full(text, *joint, width)]
    return any(_inside(text, *joint) for joint in full) and 2 * len(full) >= len(joints)


def _inside(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line breaks off inside a sentence."""
    last = text[line[0] : line[1]].rstrip()[-1:]
    return (last.isalnum() or last == ",") and text[following[0]].islower()


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted into this line."""
    first = text[following[0] : following[1]].split(maxsplit=1)
    return bool(first) and _length(text, line) + 1 + len(first[0]) > width - _SLACK


def pieces(whole: Repaired) -> Iterator[Repaired]:
    """A paragraph in pieces of at most `LONGEST` characters, cut after sentences if it can be."""
    start = 0
    while len(whole.text) - start > LONGEST:
        window = whole.text[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1 or LONGEST
        yield part(whole, start, start + cut)
        start += cut
    yield part(whole, start, len(whole.text))


def part(whole: Repaired, start: int, end: int) -> Repaired:
    """The slice of a repaired text, blanks at both ends gone."""
    piece = whole.text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = max(left, start + len(piece.rstrip()))
    return Repaired(whole.text[left:right], whole.offsets[left:right])
