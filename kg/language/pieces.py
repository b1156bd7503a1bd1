"""Words cut into the pieces that the encoder knows, with the case that its vocabulary drops."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_MOST = 32  # pieces of one word; a row of signs may have thousands
_KEPT = 100_000  # words whose pieces are remembered
_LONGEST = 100  # letters of a run that is worth cutting; longer ones are unknown
#: How a run of letters is written; the encoder reads it beside each piece.
SMALL, TITLE, CAPITALS, MIXED, DIGITS, SIGN = range(1, 7)
#: One kind for [CLS] and [SEP], then six for a word's first pieces and six for all later ones.
KINDS = 13
_LATER = 6


@dataclass(frozen=True, slots=True)
class Cut:
    """One word's pieces.

    Attributes:
        ids: numbers in the vocabulary, at least one.
        kinds: for each piece how it is written, below KINDS.
    """

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


@dataclass(frozen=True)
class Pieces:
    """WordPiece of BERT's uncased models, applied to one word at a time.

    Devlin and others (2019), after Schuster and Nakajima (2012).

    Attributes:
        vocabulary: piece -> number; "##x" continues a word.
    """

    vocabulary: Mapping[str, int]
    _known: dict[str, Cut] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, path: Path) -> Pieces:
        """The pieces of a vocabulary file, one a line.

        Raises:
            OSError: if it can't be read.
        """
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    @cached_property
    def first(self) -> int:
        """The number of the piece that opens every text."""
        return self.vocabulary["[CLS]"]

    @cached_property
    def last(self) -> int:
        """The number of the piece that closes every text."""
        return self.vocabulary["[SEP]"]

    def cut(self, word: str) -> Cut:
        """The pieces of one word, cut as whole runs of letters or digits and single signs."""
        found = self._known.get(word)
        if found is None:
            found = self._cut(word)
            if len(self._known) < _KEPT and len(word) <= _LONGEST:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> Cut:
        ids: list[int] = []
        kinds: list[int] = []
        for run in _runs(word):
            kind = _kind(run)
            for number in self._pieces(_plain(run)):
                kinds.append(kind + (_LATER if ids else 0))
                ids.append(number)
        if not ids:  # blanks and control characters
            return Cut((self.vocabulary["[UNK]"],), (SIGN,))
        return Cut(tuple(ids[:_MOST]), tuple(kinds[:_MOST]))

    def _pieces(self, run: str) -> list[int]:
        """The fewest longest pieces from the left, or the unknown piece."""
        unknown = [self.vocabulary["[UNK]"]]
        if len(run) > _LONGEST:
            return unknown
        found, start = [], 0
        while start < len(run):
            number, start = self._longest(run, start)
            if number is None:
                return unknown
            found.append(number)
        return found

    def _longest(self, run: str, start: int) -> tuple[int | None, int]:
        for stop in range(len(run), start, -1):
            piece = run[start:stop] if start == 0 else "##" + run[start:stop]
            if piece in self.vocabulary:
                return self.vocabulary[piece], stop
        return None, start


def _runs(word: str) -> Iterator[str]:
    """Runs of letters and digits, and each sign by itself; blanks and controls are dropped."""
    run = ""
    for letter in word:
        if _is_sign(letter) or letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf"):
            if run:
                yield run
            run = ""
            if _is_sign(letter):
                yield letter
        else:
            run += letter
    if run:
        yield run


def _is_sign(letter: str) -> bool:
    """BERT's punctuation: Unicode's, and every ASCII character that is no letter or digit."""
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter).startswith("P")


def _plain(run: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFD", run.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def _kind(run: str) -> int:
    if not any(letter.isalnum() for letter in run):
        return SIGN
    if any(letter.isdigit() for letter in run):
        return DIGITS
    if run.islower():
        return SMALL
    if run.isupper():
        return CAPITALS if len(run) > 1 else TITLE
    return TITLE if run[0].isupper() and run[1:].islower() else MIXED


def joined(
    cuts: Sequence[Cut], pieces: Pieces
) -> tuple[list[int], list[int], list[int], list[int]]:
    """The pieces of a whole text.

    Returns:
        ids and kinds of all pieces with the opening and closing one, and for each word the place
        of its first and of its last piece.
    """
    ids, kinds, firsts, lasts = [pieces.first], [0], [], []
    for cut in cuts:
        firsts.append(len(ids))
        ids.extend(cut.ids)
        kinds.extend(cut.kinds)
        lasts.append(len(ids) - 1)
    return [*ids, pieces.last], [*kinds, 0], firsts, lasts
