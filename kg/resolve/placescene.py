"""What looking for places starts from: one sentence, its names, what was told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.language.grammar import phrase
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.mint import link_to
from kg.resolve.named import Named
from kg.resolve.placewords import PlaceWords

_APART = frozenset(("DET", "NUM", "PUNCT"))


@dataclass(frozen=True, slots=True)
class PlaceScene:
    """One sentence in which places are looked for.

    Attributes:
        context: what the article told so far.
        names: the sentence's names, by word position.
        words: place words.
        held: participles behind a hyphen that say who holds a place ("rebel-held").
    """

    context: Context
    names: Mapping[int, Named]
    words: PlaceWords
    held: frozenset[str] = frozenset()

    def home(self, surface: str) -> Link | None:
        """The country in focus, as "the country" or where the war as a whole is told of."""
        entity = self.context.world.entities.get(self.context.country)
        return link_to(entity, surface, "country in focus", 0.6) if entity is not None else None

    def is_several(self, word: Word) -> bool:
        """Whether it tells some parts of a place: "districts", "areas", but not "towns"."""
        settled = self.words.class_of(word.lemma) == "Settlement"
        return word.lower != word.lemma and word.lemma not in self.words.provinces and not settled


def own_words(word: Word) -> list[Word]:
    """The words of a place's phrase without articles and numbers."""
    return [part for part in phrase(word) if part.pos not in _APART]


def surface_of(word: Word) -> str:
    """These words as written."""
    return written(own_words(word))
