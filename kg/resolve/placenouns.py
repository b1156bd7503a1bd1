"""The place that a noun stands for: "Idlib province", "the city", "to the south of the town"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language.grammar import obliques, phrase
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.directions import directed, held_parts, part_of, towards
from kg.resolve.mint import link_to
from kg.resolve.named import Named
from kg.resolve.names import plain
from kg.resolve.placenames import by_name, called_so, curated, front
from kg.resolve.placescene import PlaceScene, own_words, surface_of
from kg.resolve.world import Meaning

_DEFINITE = frozenset(("the", "this", "that", "its"))
_MEASURES = ("compound", "nummod", "obl:unmarked", "nmod:unmarked", "obl")


def by_noun(scene: PlaceScene, word: Word) -> Link | None:
    """The place that a noun or a direction stands for, None if it is neither or tells none."""
    if not scene.words.is_place(word) or _measured(scene, word):
        return None
    wanted = "" if scene.is_several(word) else scene.words.class_of(word.lemma)
    named = _named_beside(scene, word)
    if named is None:
        return _apposed(scene, word) or _lying(scene, word) or _definite(scene, word, wanted)
    link = called_so(scene, word, named, wanted)
    if link is None or word is front(scene, named):
        return link
    if scene.words.is_direction(word):
        return towards(scene, word, link)
    inner = link if word in named.words else directed(scene, named.top, link)
    if inner.iri != link.iri:  # "an area of northern Hama", "a district of Old Aleppo"
        return inner
    if set(named.words) <= set(own_words(word)) and named.top.rel != "nmod:poss":
        link = replace(link, surface=surface_of(word))
    part = directed(scene, word, link)
    return held_parts(scene, word, link) if part.iri == link.iri else part


def _apposed(scene: PlaceScene, word: Word) -> Link | None:
    """For "El Fasher, the last city in Darfur": the place that the noun explains."""
    head = word.head if word.rel == "appos" else None
    return by_name(scene, head) if head is not None else None


def _lying(scene: PlaceScene, word: Word) -> Link | None:
    """For "several villages north of Aleppo": where they lie."""
    directions = (child for child in word.of("advmod") if scene.words.is_direction(child))
    return next((link for child in directions if (link := by_noun(scene, child))), None)


def _measured(scene: PlaceScene, word: Word) -> bool:
    """Whether a distance stands before it: "60 km north of Damascus" is not Damascus."""
    if any(child.lemma in scene.words.distance for child in word.of(*_MEASURES)):
        return True
    before = word.previous  # "60 kilometres (35 miles) north"
    while before is not None and before.pos in ("PUNCT", "NUM"):
        before = before.previous
    return before is not None and before.lemma in scene.words.distance


def _named_beside(scene: PlaceScene, word: Word) -> Named | None:
    """The place name that a place noun carries: "Idlib province", "the city of Idlib"."""
    return next(_names_beside(scene, word), None)


def _names_beside(scene: PlaceScene, word: Word) -> Iterator[Named]:
    yield from _own_names(scene, word)
    parts = [part for part in phrase(word) if part is not word]
    owners = [part for part in parts if part.rel == "nmod:poss"]
    for part in [*parts, *word.of("appos", "flat", "nmod:desc")]:
        if part not in owners and (named := _naming(scene, part)):
            yield named
    loose = scene.words.is_loose(word)
    for oblique in obliques(word):
        # "the last city in Darfur" is not Darfur, "the area around Hama" is by Hama
        if oblique.preposition in scene.words.carrying and (
            loose or oblique.preposition not in scene.words.around_names
        ):
            named = _naming(scene, oblique.word) or _named_beside(scene, oblique.word)
            if named:
                yield named
    # "Ukraine's peninsula of Crimea" is Crimea, "Syria's capital" Syria's
    yield from (named for part in owners if (named := _naming(scene, part)))


def _own_names(scene: PlaceScene, word: Word) -> Iterator[Named]:
    """For "the Idlib town of Saraqib", "the South Darfur capital Nyala": the last name.

    But in "the Bab Sharqi area of Damascus" the known name holds the unknown one.
    """
    fronts = [_naming(scene, part) for part in word.of("compound")]
    town = scene.words.class_of(word.lemma) == "Settlement"
    unknown = not town and any(front is not None and not front.meanings for front in fronts)
    behind = [each.word for each in obliques(word) if each.preposition == "of"]
    for part in [*behind, *word.of("appos", "flat", "nmod:desc")]:
        named = _naming(scene, part) if part.i > word.i else None
        if named is None or (unknown and named.meanings):
            continue
        if all(each.entity.cls != "Country" for each in named.places()):
            yield named


def _naming(scene: PlaceScene, part: Word) -> Named | None:
    named = scene.names.get(part.i)
    if named is None:
        return None
    known = any(meaning.how == "label" for meaning in named.places())
    return named if known or (not named.meanings and part.pos == "PROPN") else None


def _definite(scene: PlaceScene, word: Word, wanted: str) -> Link | None:
    """For "the province", "the city": the last place told of that class."""
    if not any(child.lower in _DEFINITE for child in word.of("det", "nmod:poss")):
        return None
    if word.lemma in scene.words.country:
        return scene.home(surface_of(word))
    if scene.words.is_direction(word) and (town := _told_town(scene, word)) is not None:
        return towards(scene, word, town)  # "to the south of the city"
    if scene.words.is_direction(word):  # "in the east": of the country
        told = (link for link in reversed(scene.context.places) if link.cls != "Facility")
        whole = next(told, None) if word.of("nmod:poss") else scene.home(word.text)
        return whole and part_of(scene, word.lower, whole, word.text)
    if word.lemma == "capital":
        return _capital(scene, surface_of(word))
    if word.lemma in scene.words.around or word.lemma in scene.words.facility:
        return None
    last = _told_before(scene, word, wanted)
    return last and replace(last, rule="definite noun", score=0.6)


def _told_town(scene: PlaceScene, word: Word) -> Link | None:
    """For "the south of the city": the town that was told last."""
    inner = (each.word for each in obliques(word) if each.preposition == "of")
    town = next((_definite(scene, each, "Settlement") for each in inner
                 if each.lemma in scene.words.settlement), None)  # fmt: skip
    return town if town is not None and town.cls == "Settlement" else None


def _told_before(scene: PlaceScene, word: Word, wanted: str) -> Link | None:
    """The last place of a class told before a word, in its sentence or before that."""
    for at in range(word.i - 1, -1, -1):
        named = scene.names.get(at)
        link = curated(scene, named, "") if named is not None and wanted else None
        if link is not None and link.cls == wanted:
            return link
    for link in reversed(scene.context.places):
        area = _area_of(scene, link, word.lemma) if word.lemma in scene.words.provinces else None
        if area is not None or not wanted or link.cls == wanted:
            return area or link
    return None


def _area_of(scene: PlaceScene, link: Link, noun: str) -> Link | None:
    """For "the region": the one told last, or the one in which the town told last lies.

    Only one that is called so: "the region" is no governorate, which nobody calls a region.
    """
    entities = scene.context.world.entities
    known = entities.get(link.iri)
    if known is not None and known.cls == "AdministrativeArea":
        return link
    area = entities.get(known.one("within") if known is not None else link.parent)
    if area is None or area.cls != "AdministrativeArea" or link.cls != "Settlement":
        return None
    called = any(noun in plain(name) for name in (area.label, *area.aliases))
    return link_to(area, "", "definite noun", 0.6) if called else None


def _capital(scene: PlaceScene, surface: str) -> Link | None:
    """For "the capital": the town that the press names for the government in focus."""
    state = scene.context.state
    for metonym in state.metonyms if state is not None else ():
        for meaning in scene.context.world.names.lookup(metonym)[0]:
            if isinstance(meaning, Meaning) and meaning.entity.cls == "Settlement":
                return link_to(meaning.entity, surface, "capital in focus", 0.7)
    return None
