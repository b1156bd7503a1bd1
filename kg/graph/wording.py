"""What the words of two articles' tellings say: names, telling nouns, copied runs.

Much happens in a war on one day, and all of it is told with the same few words. What parts one
event from the others is whom and what it struck ("a wedding", "the bakery"), what the small place
or the person is called, and that a sentence was copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.graph.happenings import Happening, stems
from kg.graph.signs import Signs
from kg.resolve.world import World

#: So many words that are neither names nor common ones are a sign.
SEVERAL = 2
#: Curated places whose names few events share; all other curated names are told all through a war.
_PLACES = ("Settlement", "Facility", "Area")


@dataclass(frozen=True, slots=True)
class Wording:
    """Compares the words of happenings.

    Attributes:
        signs: the table, for its lists of words.
        world: the curated things, whose names say little.
    """

    signs: Signs
    world: World
    _known: frozenset[str] = field(init=False, compare=False, repr=False)
    # Asked for with every two happenings that are compared.
    _telling: dict[frozenset[str], frozenset[str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", _names_of(self.world) | self.signs.common)

    def of_articles(self, one: Happening, other: Happening, *, one_time: bool) -> Iterator[str]:
        """The signs of the words that two articles tell.

        `one_time` tells whether the two may be of one day; else names and nouns are those of a
        town or a hospital that is struck again.
        """
        ours, theirs = self._telling_of(one.names), self._telling_of(other.names)
        if ours and theirs and not ours & theirs:
            yield "other-names"
        if one_time and ours & theirs:
            yield "telling-name"
        shared = one.words & other.words
        if one_time and shared & self.signs.telling:
            yield "telling-noun"
        plain = shared - one.names - other.names - self.signs.common - self.signs.telling
        if len(plain) >= SEVERAL:
            yield "shared-words"
        if {one.head, other.head} & self.signs.several:
            yield "several"

    def _telling_of(self, names: frozenset[str]) -> frozenset[str]:
        """Names without those that are told all through a war."""
        found = self._telling.get(names)
        if found is None:
            found = self._telling[names] = names - self._known
        return found


def _names_of(world: World) -> frozenset[str]:
    """Stems of the names of states, armed sides, other actors, provinces and countries."""
    return frozenset(
        word
        for entity in world.entities.values()
        if entity.cls not in _PLACES
        for name in (entity.label, *entity.aliases, *entity.metonyms, *entity.demonyms)
        for word in stems(name)
    )
