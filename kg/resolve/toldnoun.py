"""A noun for actors, with what its phrase says."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.grammar import phrase
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.nominals import Nominal

_DEFINITE = frozenset(("the", "this", "its"))
_APART = frozenset(("NUM", "DET", "PUNCT"))
_LOOSE = frozenset(("nummod", "advmod", "case"))


@dataclass(frozen=True, slots=True)
class ToldNoun:
    """A noun for actors, and what its phrase says.

    Attributes:
        word: the noun.
        noun: its nominal.
        owner: the actor that it belongs to, None if untold.
        surface: the phrase as written, without articles and numbers.
    """

    word: Word
    noun: Nominal
    owner: Link | None
    surface: str

    @property
    def is_definite(self) -> bool:
        """Whether it is told as known: "the group", "its agency"."""
        return any(child.lower in _DEFINITE for child in self.word.of("det", "nmod:poss"))

    def has(self, *modifiers: str) -> bool:
        """Whether one of the words stands in the phrase."""
        return any(part.lower in modifiers for part in phrase(self.word))


def noun_surface(word: Word) -> str:
    """The words of a noun's phrase without articles, numbers and prepositions."""
    kept = (p for p in phrase(word) if p.pos not in _APART and p.rel not in _LOOSE)
    return written(kept)
