"""Words that tell kinds of places and directions, read from ontology/lexicon/placewords.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.language.syntax import Word
from kg.resolve.named import Named
from kg.resolve.wordlists import read

#: Field of PlaceWords -> table and key of its words.
_LISTS = {
    "area": ("area", "heads"),
    "provinces": ("area", "provinces"),
    "settlement": ("settlement", "heads"),
    "facility": ("facility", "heads"),
    "facility_kinds": ("facility", "kinds"),
    "loose_facilities": ("facility", "loose"),
    "around": ("around", "heads"),
    "country": ("country", "heads"),
    "direction": ("direction", "words"),
    "compass": ("direction", "compass"),
    "named_parts": ("direction", "named"),
    "distance": ("distance", "heads"),
    "at": ("prepositions", "at"),
    "to": ("prepositions", "to"),
    "origin": ("prepositions", "from"),
    "naming": ("prepositions", "naming"),
    "carrying": ("prepositions", "carrying"),
    "around_names": ("prepositions", "around"),
    "held": ("prepositions", "held"),
    "by": ("prepositions", "by"),
    "nearest": ("prepositions", "nearest"),
    "gripping": ("gripping", "verbs"),
    "shares": ("shares", "heads"),
}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The tables of the file; all nouns as lemmas in small letters.

    Attributes:
        area: nouns of provinces and the like; `settlement` of towns, `facility` of buildings.
        provinces: those of the area nouns that hold towns, which districts of towns do not.
        facility_kinds: adjectives that tell what kind of facility it is.
        loose_facilities: those of which a town has many, or none as a whole.
        around: nouns for the surroundings or a part of the place they carry.
        country: nouns for the country in focus.
        direction: adjectives and nouns of direction.
        compass: those of them for the four ends of the world; `named_parts` those that belong to
            the name of a part of a place.
        distance: units of length.
        at: prepositions of where something happens; `to` of where people go, `origin` from where.
        naming: prepositions behind which an unknown name is a place.
        carrying: prepositions between a place noun and the name it carries.
        around_names: those of them behind which only a loose noun is named ("the area in X").
        held: prepositions between a facility without a name and the town that it is in; `by`
            between several of them and where they are.
        nearest: prepositions of where something happens, where the parse ties no place to it.
        gripping: verbs whose object is where the event that does it happens.
        shares: words for a share of a place ("most of X").
    """

    area: frozenset[str]
    provinces: frozenset[str]
    settlement: frozenset[str]
    facility: frozenset[str]
    facility_kinds: frozenset[str]
    loose_facilities: frozenset[str]
    around: frozenset[str]
    country: frozenset[str]
    direction: frozenset[str]
    compass: frozenset[str]
    named_parts: frozenset[str]
    distance: frozenset[str]
    at: frozenset[str]
    to: frozenset[str]
    origin: frozenset[str]
    naming: frozenset[str]
    carrying: frozenset[str]
    around_names: frozenset[str]
    held: frozenset[str]
    by: frozenset[str]
    nearest: frozenset[str]
    gripping: frozenset[str]
    shares: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        """All nouns for places."""
        return self.area | self.settlement | self.facility | self.around | self.country

    def class_of(self, lemma: str) -> str:
        """The class of place that a noun tells, "" if none."""
        if lemma in self.area:
            return "AdministrativeArea"
        if lemma in self.settlement:
            return "Settlement"
        return "Facility" if lemma in self.facility else ""

    def told_kinds(self, word: Word) -> list[Word]:
        """The modifiers that tell what kind of facility a noun is, not whose or where."""
        return [
            part
            for part in word.of("compound", "amod")
            if not part.is_capitalised and (part.pos == "NOUN" or part.lower in self.facility_kinds)
        ]

    def is_loose(self, word: Word) -> bool:
        """Whether it is a noun for the surroundings or a part of a place, or a direction."""
        return word.lemma in self.around or self.is_direction(word)

    def is_direction(self, word: Word) -> bool:
        """Whether it tells a direction: "north", "southern"."""
        return word.lemma in self.direction or word.lower in self.direction

    def names_in(self, names: Mapping[int, Named]) -> dict[int, Named]:
        """The names that may be a place's: not "Old", which only stands before one."""
        return {
            at: named
            for at, named in names.items()
            if named.meanings or len(named.words) > 1 or not self.is_direction(named.words[0])
        }

    def is_place(self, word: Word) -> bool:
        """Whether it is a noun for places, or tells a direction."""
        known = self.class_of(word.lemma) != "" or self.is_direction(word)
        return known or word.lemma in self.around or word.lemma in self.country


@lru_cache(maxsize=4)
def load(folder: Path) -> PlaceWords:
    """The place words of an ontology folder.

    Raises:
        KnowledgeError: naming the file and the list that is wrong.
    """
    return PlaceWords(**read(folder / "lexicon" / "placewords.toml").columns(_LISTS))
