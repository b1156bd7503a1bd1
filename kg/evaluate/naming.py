"""Which things of a graph bear the names of a gold file's entities."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTES = str.maketrans("", "", "‘’'ʿ")
#: Articles, Arabic and English, and prepositions, which spellings have or have not.
_PARTICLES = frozenset(
    ("the", "al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "of", "in")
)  # fmt: skip

Spot = tuple[float, float]


def plain_name(text: str) -> str:
    """A name without case, accents, punctuation and articles.

    >>> plain_name("Ma‘arrat an-Nu'mān"), plain_name("The Gulf of Aden")
    ('maarrat numan', 'gulf aden')
    """
    letters = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return " ".join(word for word in re.findall(r"\w+", bare) if word not in _PARTICLES)


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place as gold knows it.

    Attributes:
        names: every name that is right for it.
        near: keys of entities that may stand for it where the measure is lenient.
        spot: latitude and longitude, in degrees, or None.
    """

    names: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    spot: Spot | None = None


@dataclass(frozen=True, order=True, slots=True)
class Thing:
    """An actor, place, deal or event of a graph; things are the same if their IRIs are.

    Attributes:
        iri: its IRI ("_:b1" for a blank node).
        label: what to call it before people.
        names: its labels, as `plain_name` makes them.
        spot: latitude and longitude, in degrees, or None.
    """

    iri: str
    label: str = field(default="", compare=False)
    names: frozenset[str] = field(default=frozenset(), compare=False)
    spot: Spot | None = field(default=None, compare=False)


_UNKNOWN = Entity()


@dataclass(frozen=True, slots=True)
class Naming:
    """The entities of one article.

    Attributes:
        own: key -> entity, from the article's gold.
        registry: the same, for all articles.
    """

    own: Mapping[str, Entity]
    registry: Mapping[str, Entity]
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def names(self, key: str) -> frozenset[str]:
        """All names of an entity, its key's words among them, as `plain_name` makes them."""
        if key not in self._known:
            told = (name for entity in self._entities(key) for name in entity.names)
            self._known[key] = frozenset(map(plain_name, (*told, key.replace("-", " ")))) - {""}
        return self._known[key]

    def is_named(self, key: str, thing: Thing) -> bool:
        """Whether a thing bears a name of the entity."""
        return not self.names(key).isdisjoint(thing.names)

    def is_near(self, key: str, thing: Thing) -> bool:
        """Whether it bears a name of the entity or of one that may stand for it."""
        others = (other for entity in self._entities(key) for other in entity.near)
        return any(self.is_named(each, thing) for each in (key, *others))

    def spot(self, key: str) -> Spot | None:
        """Where the entity is, if that is known; the article's word goes first."""
        spots = (entity.spot for entity in self._entities(key))
        return next((spot for spot in spots if spot), None)

    def _entities(self, key: str) -> tuple[Entity, Entity]:
        return self.own.get(key, _UNKNOWN), self.registry.get(key, _UNKNOWN)
