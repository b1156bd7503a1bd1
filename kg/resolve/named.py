"""A name in a sentence, and what it may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.syntax import Word, written
from kg.resolve.world import ACTOR_CLASSES, PLACE_CLASSES, Meaning


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of words that is a name.

    Attributes:
        words: its words, in text order.
        meanings: what the known world has under it; empty for an unknown name.
        exact: whether the spelling matched rather than the sound.
        entity: the tagger's label where it gave one, else "".
    """

    words: tuple[Word, ...]
    meanings: tuple[Meaning, ...]
    exact: bool
    entity: str = ""

    @property
    def surface(self) -> str:
        """The words as written, single-spaced."""
        return written(self.words)

    @property
    def top(self) -> Word:
        """The word of it that hangs on none of its others."""
        own = set(self.words)
        return next((word for word in self.words if word.head not in own), self.words[-1])

    def actors(self) -> list[Meaning]:
        """The meanings that are actors."""
        return [meaning for meaning in self.meanings if meaning.entity.cls in ACTOR_CLASSES]

    def places(self) -> list[Meaning]:
        """The meanings that are places."""
        return [meaning for meaning in self.meanings if meaning.entity.cls in PLACE_CLASSES]
