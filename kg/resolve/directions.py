"""Parts of a place and what lies beside it: "northern Hama", "villages south of Aleppo"."""

from __future__ import annotations

from kg.ids import slug
from kg.language.grammar import obliques, phrase, preposition
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.mint import link_to
from kg.resolve.placescene import PlaceScene, own_words, surface_of
from kg.resolve.placewords import PlaceWords
from kg.resolve.world import Meaning

#: Rule of the parts of a place that somebody holds.
HELD_PARTS = "held parts of a place"


def directed(scene: PlaceScene, word: Word, link: Link) -> Link:
    """For "northern Hama", "southern Idlib province": an area within the place named.

    In "the northern province of Idlib" the adjective only tells where the province lies.
    """
    if link.cls == "Facility" or _described(scene, word):
        return link
    for child in word.of("amod", "compound", "advmod"):
        leads = child.i < word.i and child.i not in scene.names
        if leads and child.lower in scene.words.direction:
            return part_of(scene, child.lower, link, surface_of(word))
    return link


def towards(scene: PlaceScene, word: Word, link: Link) -> Link:
    """What a direction tells of a place: beside it or a part of it."""
    if _is_outside(word):
        return _beside(scene, word.lower, link)
    return part_of(scene, word.lower, link, f"{word.text} of {link.surface}")


def part_of(scene: PlaceScene, direction: str, whole: Link, surface: str) -> Link:
    """The part of a place that lies in a direction: curated, or new within the place."""
    label = f"{_adjective(direction, scene.words)} {whole.label}"
    for meaning in scene.context.world.names.lookup(label)[0]:
        if isinstance(meaning, Meaning) and meaning.entity.iri.startswith("place/"):
            return link_to(meaning.entity, surface, "label", 0.9)
    iri = f"place/{slug(label)}"
    # A new place that only lends its name to its part is told nowhere, so it can hold nothing.
    known = whole.iri in scene.context.world.entities
    return Link(
        iri,
        label,
        "Area",
        surface,
        "part of a country" if whole.cls == "Country" else "part of a place",
        0.8,
        whole.iri if known else whole.parent,
        _town_point(whole),
    )


def held_parts(scene: PlaceScene, word: Word, whole: Link) -> Link:
    """For "rebel-held districts of Aleppo": what is told of the place is not all of it."""
    holding = [part for part in word.of("amod") if part.lower.rpartition("-")[2] in scene.held]
    if not holding or not scene.is_several(word) or "-" not in holding[0].text:
        return whole
    label = f"{written([holding[0], word])} of {whole.label}"
    known = whole.iri in scene.context.world.entities
    holder = whole.iri if known else whole.parent
    iri, surface = f"place/{slug(label)}", _surface_to_place(word)
    return Link(iri, label, "Area", surface, HELD_PARTS, 0.7, holder, _town_point(whole))


def _beside(scene: PlaceScene, direction: str, anchor: Link) -> Link:
    """For "villages south of Aleppo": an area beside a place, within what holds that."""
    label = f"{direction} of {anchor.label}"
    entity = scene.context.world.entities.get(anchor.iri)
    holder = entity.one("within") if entity is not None else anchor.parent
    surface = f"{direction} of {anchor.surface}"
    return Link(f"place/{slug(label)}", label, "Area", surface, "beside a place", 0.6, holder)


def _described(scene: PlaceScene, word: Word) -> bool:
    """Whether the name stands behind its noun: "the northern province of Idlib"."""
    if any(
        child.lower in scene.words.named_parts for child in word.of("amod")
    ):  # "the old city of Homs"
        return False
    named = scene.names.get(word.i)
    if named is not None:
        return named.words[0] is word and scene.words.class_of(word.lemma) != ""
    if scene.is_several(word):  # "the eastern districts of Aleppo"
        return False
    return not any(part.i in scene.names for part in word.of("compound", "amod", "flat"))


def _town_point(whole: Link) -> tuple[float, float] | None:
    """Where a part of a town stands that has no point of its own: at the town's."""
    return whole.position if whole.cls == "Settlement" else None


def _adjective(direction: str, words: PlaceWords) -> str:
    """For "north-east" and "northeast" as "northeastern", "old" as "Old"."""
    joined = direction.replace("-", "")
    if joined.endswith(tuple(words.compass)):
        return f"{joined}ern"
    return joined.capitalize() if joined in words.named_parts else joined


def _is_outside(word: Word) -> bool:
    """Whether "south of X" lies beside X: "the south of X" is a part of it, "to the south" not."""
    return not word.of("det") or preposition(word) == "to"


def _surface_to_place(word: Word) -> str:
    """The words from those before a noun to the name of the place behind it."""
    behind = [oblique.word for oblique in obliques(word)][:1]
    last = max((part.i for each in behind for part in phrase(each)), default=word.i)
    first = own_words(word)[0]
    return written(part for part in word.subtree() if first.i <= part.i <= last)
