"""Text as found to text as read: repaired, with the place of every character kept.

Nothing is guessed about words: spaces are made single, invisible characters go, text that was
decoded with the wrong code page is put right where its bytes are valid UTF-8, and a space goes
between sentences that were run together.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

import ftfy
import ftfy.badness

#: Code pages that UTF-8 is often misread with, and the lead bytes taken as proof of it. The Mac
#: pages only with leads that no language writes before such characters.
Pages = tuple[tuple[str, tuple[int, ...]], ...]
PAGES: Pages = (
    ("cp1252", (0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xEF, 0xF0)),
    ("mac_roman", (0xC2, 0xC3, 0xE2)),
    ("mac_latin2", (0xC2, 0xC3, 0xE2)),
)
#: The bytes that may lead a character (RFC 3629), for a page that the whole text speaks for.
_LEADS = tuple(range(0xC2, 0xF5))

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x9f"
)
#: Spaces and what can't be seen, in runs; a single plain space is left alone.
_BLANK = re.compile(rf"(?:[^\S ]|[{_UNSEEN}])[\s{_UNSEEN}]*| [\s{_UNSEEN}]+")
#: The end of a sentence with the next one's capital right behind it.
_GLUED = re.compile(
    r"(?<=[a-z0-9)][a-z0-9)])[.!?][\"”’)]?(?=[“\"‘]?(?:[A-Z][a-z]|[A-Z]\s|[A-Z]{2}))"
)
_WORD = re.compile(r"\S+")
_ADDRESS = ("://", "www.", "@")
_DOMAIN = re.compile(r"(?:Com|Net|Org|Info|Gov)\b")
#: A lead byte whose partner, a non-breaking space, became a plain space or was lost.
_LONE_LEAD = re.compile(r"(?<![A-ZÀ-Þ])Â(?=\s|$)")
#: A closing quote whose last byte has no character in cp1252 and was lost.
_LOST_QUOTE = re.compile("â€\ufffd?(?![\x80-\uffff])")
_LOST = re.compile("\ufffd+")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A stretch of a document as read.

    Attributes:
        text: the words, repaired.
        offsets: for each character of `text`, its offset in the document; never falling.
    """

    text: str
    offsets: tuple[int, ...]


def repaired(text: str, start: int, end: int) -> Repaired:
    """The slice `text[start:end]` of a document, repaired, blanks at both ends gone."""
    piece, offsets = text[start:end], list(range(start, end))
    if not piece.isascii():
        piece, offsets = _decoded(piece, offsets)
    piece, offsets = _spaced(piece, offsets)
    piece, offsets = _parted(piece, offsets)
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Repaired(piece[left:right], tuple(offsets[left:right]))


@dataclass(frozen=True, slots=True)
class _Patch:
    """Characters `start` to `end` become `text`, one offset for each of its characters."""

    start: int
    end: int
    text: str
    offsets: tuple[int, ...]


def _patched(text: str, offsets: list[int], patches: list[_Patch]) -> tuple[str, list[int]]:
    if not patches:
        return text, offsets
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for patch in patches:
        pieces += (text[done : patch.start], patch.text)
        places += offsets[done : patch.start]
        places += patch.offsets
        done = patch.end
    pieces.append(text[done:])
    places += offsets[done:]
    return "".join(pieces), places


def _spaced(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    patches = [
        _Patch(match.start(), match.end(), " ", (offsets[match.start()],))
        if any(letter.isspace() and letter not in "\x1c\x1d\x1e\x1f" for letter in match[0])
        else _Patch(match.start(), match.end(), "", ())
        for match in _BLANK.finditer(text)
    ]
    return _patched(text, offsets, patches)


def _parted(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Puts the space between sentences run together; it stands where the full stop does."""
    addresses = _addresses(text)
    patches = [
        _Patch(match.end(), match.end(), " ", (offsets[match.end() - 1],))
        for match in _GLUED.finditer(text)
        if not _DOMAIN.match(text, match.end()) and not _is_in(match.start(), addresses)
    ]
    return _patched(text, offsets, patches)


def _is_in(place: int, spans: list[tuple[int, int]]) -> bool:
    """Whether one of the spans, which are in order, holds a place."""
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where the web and mail addresses of a text stand."""
    if not any(mark in text for mark in _ADDRESS):
        return []
    found = _WORD.finditer(text)
    return [word.span() for word in found if any(mark in word[0] for mark in _ADDRESS)]


def _decoded(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Undoes decoding with a wrong code page, also where it happened twice."""
    # The page of ftfy first: characters that ours would put right look the same in it.
    for pages in (_other_page(text), PAGES):
        for _round in range(3 if pages else 0):
            patches = [
                patch for match in _misread(pages).finditer(text)
                if (patch := _read_again(match, pages, text, offsets)) is not None
            ]  # fmt: skip
            if not patches:
                break
            text, offsets = _patched(text, offsets, patches)
    for pattern, letter in ((_LONE_LEAD, ""), (_LOST_QUOTE, "”")):
        patches = [
            _Patch(match.start(), match.end(), letter, (offsets[match.end() - 1],) * len(letter))
            for match in pattern.finditer(text)
        ]
        text, offsets = _patched(text, offsets, patches)
    lost = [_mark_for(match, text, offsets) for match in _LOST.finditer(text)]
    return _patched(text, offsets, lost)


def _other_page(text: str) -> Pages:
    """The page that ftfy (Speer 2019) finds the whole of a text to be misread with.

    Only the page is taken from it; what is put right, and where it stood, is our own.
    """
    if not ftfy.badness.is_bad(text):
        return ()
    steps = ftfy.fix_encoding_and_explain(text)[1] or []
    pages = [step.parameter for step in steps if step.action == "encode"]
    return tuple((page, _LEADS) for page in pages[:1])


def _mark_for(match: re.Match[str], text: str, offsets: list[int]) -> _Patch:
    """An apostrophe for what was lost inside a word, a quotation mark elsewhere."""
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    inside = before.isalnum() and after.isalnum()
    mark = "’" if inside else "”" if before and not before.isspace() else "“"
    return _Patch(match.start(), match.end(), mark, (offsets[match.start()],))


@functools.cache
def _bytes_of(page: str) -> dict[str, int]:
    """Character -> byte above 0x7F; a byte without a character stands for itself."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)} if page == "cp1252" else {}
    for byte in range(0x80, 0x100):
        try:
            table[bytes((byte,)).decode(page)] = byte
        except UnicodeDecodeError:
            table[chr(byte)] = byte
    return table


@functools.cache
def _misread(pages: Pages) -> re.Pattern[str]:
    """Finds what may be one UTF-8 character read with a page, a group for each page."""
    found = []
    for number, (page, leads) in enumerate(pages):
        table = _bytes_of(page)
        tail = _one_of([letter for letter, byte in table.items() if 0x80 <= byte < 0xC0])
        counts = [(0xC0, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF8, 3)]
        forms = [
            _one_of(heads) + tail + f"{{{count}}}"
            for low, high, count in counts
            if (heads := [letter for letter, byte in table.items()
                          if byte in leads and low <= byte < high])
        ]  # fmt: skip
        found.append(f"(?P<page{number}>{'|'.join(forms)})")
    return re.compile("|".join(found))


def _one_of(letters: list[str]) -> str:
    return "[" + "".join(re.escape(letter) for letter in letters) + "]"


def _read_again(match: re.Match[str], pages: Pages, text: str, offsets: list[int]) -> _Patch | None:
    page = pages[int((match.lastgroup or "page0").removeprefix("page"))][0]
    octets = bytes(_bytes_of(page)[letter] for letter in match[0])
    try:
        letter = octets.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not _plausible(letter) and not _half_way(match, text, letter):
        return None
    # One character can't point at both ends of what it stands for: those that open a word
    # point at the first, the others at the last, so that quotes are cut at their ends.
    opens = match.start() == 0 or text[match.start() - 1].isspace()
    place = offsets[match.start()] if opens else offsets[match.end() - 1]
    return _Patch(match.start(), match.end(), letter, (place,))


def _half_way(match: re.Match[str], text: str, letter: str) -> bool:
    """Whether a control character is a byte of a text misread twice, to be joined next round."""
    return "\x80" <= letter < "\xa0" and match.start() > 0 and text[match.start() - 1] > "\x7f"


def _plausible(letter: str) -> bool:
    """Whether English news writes this character; a control character proves a false trail."""
    return letter.isprintable() or unicodedata.category(letter) in ("Zs", "Cf", "So")
