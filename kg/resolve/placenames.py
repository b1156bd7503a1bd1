"""The place that a name stands for: a known one, one of the gazetteer, or a new one."""

from __future__ import annotations

from kg.ids import slug
from kg.language.grammar import conjuncts, preposition
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.directions import directed, part_of
from kg.resolve.gazetted import at_home, gazetted
from kg.resolve.mint import link_to
from kg.resolve.named import Named
from kg.resolve.placescene import PlaceScene
from kg.resolve.world import Entity

_BESIDE_NOUN = frozenset(("compound", "nmod", "appos", "flat", "nmod:desc"))
#: Class of a new place by the tagger's kind.
_PLACES = {"LOC": "Settlement", "FAC": "Facility"}


def by_name(scene: PlaceScene, word: Word, kind: str = "") -> Link | None:
    """The place of a name; `kind` is asked for where the words beside it tell none."""
    named = scene.names.get(word.i)
    wanted = _wanted(scene, word) or kind
    link = called_so(scene, word, named, wanted) if named is not None else None
    return link and directed(scene, word, link)


def called_so(scene: PlaceScene, word: Word, named: Named, wanted: str) -> Link | None:
    """The place that bears a name; `wanted` is the class that the words around ask for."""
    ahead = front(scene, named)  # "Old Damascus"
    if ahead is not None:
        wanted = ""
    link = curated(scene, named, wanted) or _unknown(scene, word, named, wanted)
    if link is None or ahead is None:
        return link
    return part_of(scene, ahead.lower, link, f"{ahead.text} {link.surface}")


def front(scene: PlaceScene, named: Named) -> Word | None:
    """The capitalised direction that the parser made the head of a name behind it."""
    head = named.words[0].head
    if head is None or named.words[0].rel != "flat" or not head.is_capitalised:
        return None
    return head if scene.words.is_direction(head) else None


def curated(scene: PlaceScene, named: Named, wanted: str) -> Link | None:
    """The known place of that name which fits best, None if the known world has none."""
    meanings = [meaning for meaning in named.places() if meaning.how == "label"]
    if not meanings:
        return None
    best = min(meanings, key=lambda each: (-_points(scene, each.entity, wanted), each.entity.iri))
    score = (1.0 if named.exact else 0.85) - (0.1 if len(meanings) > 1 else 0.0)
    rule = "label" if named.exact else "label by sound"
    return link_to(best.entity, named.surface, rule, score)


def _points(scene: PlaceScene, entity: Entity, wanted: str) -> float:
    """How well a place fits where several bear the name: more is better."""
    spoken_of = scene.context.placed
    points = 2.0 * (bool(wanted) and entity.cls == wanted)
    country = scene.context.world.country_of(entity.iri)
    home = country == scene.context.country
    points += 1.5 * home + 1.2 * (entity.cls == "Country")
    points += 1.0 * (entity.iri in spoken_of)
    points += 0.5 * (entity.one("within") in spoken_of or country in spoken_of)
    return points + 0.2 * (entity.cls == "Settlement")


def _wanted(scene: PlaceScene, word: Word) -> str:
    """The class that the words around a name ask for: "town of X", "X province"."""
    beside = [word.head] if word.head is not None and word.rel in _BESIDE_NOUN else []
    beside += word.of("compound", "nmod:desc", "appos", "amod")
    # "in Aleppo and Latakia provinces": the parser hangs the plural on the first name.
    beside += [
        other for other in word.of("conj") if other.lower != other.lemma and other.of("compound")
    ]
    return next(filter(None, (scene.words.class_of(other.lemma) for other in beside)), "")


def _unknown(scene: PlaceScene, word: Word, named: Named, wanted: str) -> Link | None:
    """A name that the known world lacks stands as a place within the last one told."""
    in_place = preposition(word) in scene.words.naming
    tagged = named.entity in _PLACES or (in_place and named.entity == "NAME")
    label = named.surface
    # The tagger took a village for a person: "in Jirgeti", where the country has one.
    mistaken = in_place and named.entity in ("PERSON", "ORG") and at_home(label, scene.context)
    if named.meanings or not (wanted or tagged or mistaken):
        return None
    if label.islower() or scene.words.class_of(label.lower()):  # "town" is no name of one
        return None
    settled = wanted in ("", "Settlement") and named.entity != "FAC"
    if settled and (link := gazetted(label, label, scene.context)) is not None:
        return link
    places = scene.context.world.entities
    beside = _listed_with(scene, word)
    told = (
        link.iri
        for link in reversed(scene.context.places)
        if link.iri in places and link.iri not in beside
    )
    last = next(told, scene.context.country)
    cls = wanted or _PLACES.get(named.entity, "Settlement")
    return Link(f"place/{slug(label)}", label, cls, label, "new name", 0.5, last)


def _listed_with(scene: PlaceScene, word: Word) -> set[str]:
    """The IRIs of the places told in one list with a name: they hold it as little as it them."""
    first = word
    while first.rel == "conj" and first.head is not None:
        first = first.head
    others = [part for each in conjuncts(first) if each is not word for part in each.subtree()]
    named = (scene.names.get(part.i) for part in others)
    return {meaning.entity.iri for each in named if each for meaning in each.places()}
