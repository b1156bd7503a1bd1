"""Which country an article is about: the one that most of its names speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.language.grammar import preposition
from kg.resolve.named import Named
from kg.resolve.world import PLACE_CLASSES, Entity, Meaning, World

_INSIDE = ("in", "across", "inside", "throughout")
#: What "in Mali" says for Mali as the country that an article is about.
_IN = 1.0
#: How many names an opening has, and what each counts.
_LEAD, _FIRST = 12, 2.0


def focus(world: World, names: Iterable[Named]) -> tuple[str, Entity | None]:
    """The country that an article is about, and its state.

    Towns and provinces count fully, a country's own name and groups at home there as well; a
    state that only acts there ("Russia", "Turkey" in an article on Idlib) counts little, since
    outside powers are often named more than the country at war. A group counts once however
    often it is named, and the opening counts double: there an article says where it is.
    """
    weights: dict[str, float] = defaultdict(float)
    heard: set[tuple[str, ...]] = set()
    for at, name in enumerate(names):
        told = tuple(sorted(each.entity.iri for each in name.meanings))
        for country, weight in _votes(world, name).items():
            again = weight < _IN and not name.places() and told in heard
            weights[country] += 0.0 if again else weight * (_FIRST if at < _LEAD else 1.0)
        heard.add(told)
    if not weights:
        return "", None
    best = max(sorted(weights), key=lambda country: weights[country])
    return best, world.state_of.get(best)


def _votes(world: World, name: Named) -> dict[str, float]:
    votes: dict[str, float] = {}
    for meaning in name.meanings:
        country = world.country_of(meaning.entity.iri)
        if country:
            weight = _IN if _is_where(name, meaning) else _weight(meaning)
            votes[country] = max(weight, votes.get(country, 0.0))
    # A name that may lie in many countries says little about any of them.
    return {country: weight / len(votes) for country, weight in votes.items()}


def _is_where(name: Named, meaning: Meaning) -> bool:
    """For "in Mali": where something happens, rather than a state that acts."""
    behind = preposition(name.top) in _INSIDE
    return meaning.entity.cls == "Country" and meaning.how == "label" and behind


def _weight(meaning: Meaning) -> float:
    cls = meaning.entity.cls
    if meaning.how == "metonym":
        return 0.2
    if cls in ("State", "Country"):
        return 0.6
    if cls in PLACE_CLASSES:
        return 1.0
    return 0.8 if cls in ("ArmedGroup", "ArmedForces") else 0.3
