"""Names as the press spells them: keys under which spellings of one name meet.

Two keys are made of each name. The plain key forgives capitals, accents, apostrophes, hyphens
and articles ("Al-Nusra", "al Nusra", "an-Nusra"). The sound key also forgives what
transliterations from Arabic, Persian, Kurdish, Hebrew and Cyrillic differ in: vowels (ou/u/oo/o,
e/i/ee), q/k, j/dj, doubled letters, final h ("Idleb", "Idlib"; "Jaysh", "Jaish").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

ARTICLES = frozenset(
    ("al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "es", "en", "ez",
     "ul", "ud", "the", "a")
)  # fmt: skip
# Words that are articles only in front of a hyphen: "an-Nusra", but "an attack".
_HYPHEN_ONLY = frozenset(("a", "an", "as", "at", "ad", "en", "es", "ul", "ud"))
_APOSTROPHES = re.compile("['’‘`ʿʾʼ´]")
_SOUNDS = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[a-z][a-z][^aeiou])e$", ""),
        ("dj|dzh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("sh|ch|sch", "s"),
        ("ts|tz", "z"),
        ("q|ck|c", "k"),
        ("v|w", "v"),
        ("y", "i"),
        ("ou|oo|aw|au|o|w", "u"),
        ("ee|ei|ai|ae|ie|ea|e", "i"),
        ("ah$|eh$|ih$", "a"),
        ("at$|et$|it$", "a"),
    )
]


class Piece(NamedTuple):
    """A part of a written name, between spaces or hyphens.

    Attributes:
        word: position of its word.
        plain: small letters without accents.
        article: whether it is an article, which keys leave out.
        closing: whether its word ends with it.
    """

    word: int
    plain: str
    article: bool
    closing: bool


@lru_cache(maxsize=65536)
def plain(part: str) -> str:
    """Small letters without accents and apostrophes.

    >>> plain("Nu’man"), plain("Türkiye")
    ('numan', 'turkiye')
    """
    # Decomposed on both sides of the folding: a letter such as "ℨ" decomposes into a capital.
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", part)).casefold()
    folded = unicodedata.normalize("NFKD", decomposed)
    return "".join(letter for letter in folded if letter.isalnum())


@lru_cache(maxsize=65536)
def sound(part: str) -> str:
    """The part as it sounds, however it was transliterated.

    >>> sound("Idleb") == sound("Idlib"), sound("Jaysh") == sound("Jaish")
    (True, True)
    >>> sound("Hama") == sound("Homs")
    False
    """
    heard = plain(part)
    for pattern, to in _SOUNDS:
        heard = pattern.sub(to, heard)
    return re.sub(r"(.)\1+", r"\1", heard)


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[tuple[str, bool], ...]:
    """A word's hyphenated parts in plain form, each with whether it is an article.

    >>> split("Al-Nusra"), split("an"), split("an-Nusra")
    ((('al', True), ('nusra', False)), (('an', False),), (('an', True), ('nusra', False)))
    """
    raw = [part for part in re.split(r"[-‐-—/]", word) if part]
    parts = [(plain(part), len(raw) > 1 and at < len(raw) - 1) for at, part in enumerate(raw)]
    return tuple(
        (part, part in ARTICLES and (hyphened or part not in _HYPHEN_ONLY))
        for part, hyphened in parts
        if part
    )


def key(name: str) -> tuple[str, ...]:
    """The plain key of a whole name: its parts without articles.

    >>> key("Hayat Tahrir al-Sham")
    ('hayat', 'tahrir', 'sham')
    """
    parts = [piece for word in name.split() for piece in split(word)]
    kept = tuple(part for part, article in parts if not article)
    return kept or tuple(part for part, _ in parts)


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of words that spells a known name.

    Attributes:
        first: position of its first word; `last` of its last, included.
        names: what was stored under the key.
        exact: whether the plain key matched, rather than the sound key.
    """

    first: int
    last: int
    names: tuple[object, ...]
    exact: bool


@dataclass(slots=True)
class NameIndex:
    """Names stored under both keys, found in running text longest first."""

    _plain: dict[tuple[str, ...], list[object]] = field(default_factory=dict)
    _sound: dict[tuple[str, ...], list[object]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)
    _longest_sound: dict[str, int] = field(default_factory=dict)
    _reaches: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, meaning: object, *, by_sound: bool = True) -> None:
        """Store a meaning under a name.

        Args:
            name: as written.
            meaning: anything; one name may have several.
            by_sound: also under its sound key; off for acronyms and short names.
        """
        parts = key(name)
        if not parts:
            return
        self._reaches.clear()
        _put(self._plain, parts, meaning)
        self._longest[parts[0]] = max(len(parts), self._longest.get(parts[0], 0))
        heard = tuple(sound(part) for part in parts)
        if by_sound and sum(map(len, heard)) >= 5 and not name.isupper():
            _put(self._sound, heard, meaning)
            self._longest_sound[heard[0]] = max(len(heard), self._longest_sound.get(heard[0], 0))

    def lookup(self, name: str) -> tuple[tuple[object, ...], bool]:
        """Meanings of a whole name, and whether the plain key gave them."""
        parts = key(name)
        if parts in self._plain:
            return tuple(self._plain[parts]), True
        return tuple(self._sound.get(tuple(sound(part) for part in parts), ())), False

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Known names in a sequence of words, longest first, not overlapping."""
        pieces = list(_pieces(words))
        at = 0
        while at < len(pieces):
            hit = self._match(pieces, at)
            if hit is None:
                at += 1
                continue
            yield hit
            while at < len(pieces) and pieces[at].word <= hit.last:
                at += 1

    def _match(self, pieces: list[Piece], at: int) -> Hit | None:
        first = pieces[at]
        if first.article or (
            at and pieces[at - 1].word == first.word and not pieces[at - 1].article
        ):
            return None
        reach = self._reach(first.plain)
        if not reach:
            return None
        run = _run(pieces, at, reach)
        told = tuple(piece.plain for piece in run)
        heard = tuple(map(sound, told))
        for size in range(len(run), 0, -1):
            if not run[size - 1].closing:
                continue  # the match would end inside a hyphenated word
            names, exact = self._meet(told[:size], heard[:size])
            last = _singular(told[size - 1])
            if not names and last != told[size - 1]:
                # A genitive that lost its apostrophe ("Syrias army") is tried last.
                own = (*told[: size - 1], last)
                names, exact = self._meet(own, (*heard[: size - 1], sound(last)))
            if names:
                return Hit(first.word, run[size - 1].word, tuple(names), exact=exact)
        return None

    def _reach(self, part: str) -> int:
        """The most parts of a name that begins with this one."""
        known = self._reaches.get(part)
        if known is None:
            forms = (part, _singular(part))
            plain_ = max(self._longest.get(form, 0) for form in forms)
            known = max(plain_, *(self._longest_sound.get(sound(form), 0) for form in forms))
            self._reaches[part] = known
        return known

    def _meet(self, told: tuple[str, ...], heard: tuple[str, ...]) -> tuple[Sequence[object], bool]:
        """What is stored under parts and how they sound, and whether the parts gave it."""
        if told in self._plain:
            return self._plain[told], True
        if heard in self._sound:
            return self._sound[heard], False
        return (), False


def _singular(part: str) -> str:
    return part[:-1] if part.endswith("s") and len(part) > 4 else part


def _put(table: dict[tuple[str, ...], list[object]], at: tuple[str, ...], meaning: object) -> None:
    meanings = table.setdefault(at, [])
    if meaning not in meanings:
        meanings.append(meaning)


def _pieces(words: Iterable[str]) -> Iterator[Piece]:
    for at, word in enumerate(words):
        parts = split(word)
        for n, (part, article) in enumerate(parts, start=1):
            yield Piece(at, part, article, closing=n == len(parts))


def _run(pieces: list[Piece], at: int, reach: int) -> list[Piece]:
    """Up to `reach` parts from `at` on, articles passed over."""
    run: list[Piece] = []
    for piece in pieces[at:]:
        if not piece.article:
            run.append(piece)
            if len(run) == reach:
                break
    return run
