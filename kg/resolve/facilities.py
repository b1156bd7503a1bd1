"""Buildings and other facilities that have no name of their own: "a market in Idlib"."""

from __future__ import annotations

from kg.ids import slug
from kg.language.grammar import obliques, phrase
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.places import Locator
from kg.resolve.world import OF_A_PLACE


def facility(word: Word, locator: Locator) -> Link | None:
    """The facility that a common noun tells of, as a place of its own in a named town.

    Two articles' "market in Idlib" are one place: no more exact one is told.
    """
    words = locator.words
    single = word.lower == word.lemma and not word.of("nummod") and word.i not in locator.names
    if (
        word.pos != "NOUN"
        or not single
        or word.lemma not in words.facility - words.loose_facilities
    ):
        return None
    owners = [part for part in phrase(word) if part.rel in ("nmod:poss", "compound")]
    behind = [each.word for each in obliques(word) if each.preposition in words.held]
    holders = (locator.place(holder) for holder in [*behind, *owners])
    held = next((place for place in holders if place is not None), None)
    return _within(word, held, locator) if held is not None and held.cls == "Settlement" else None


def _within(word: Word, place: Link, locator: Locator) -> Link:
    called = written([*locator.words.told_kinds(word), word])
    label = f"{called} ({place.label})"
    iri = f"place/{slug(label)}"
    # A new place that only lends its name is told nowhere, so it can hold nothing.
    holder = place.iri if place.iri in locator.context.world.entities else place.parent
    return Link(iri, label, "Facility", called, OF_A_PLACE, 0.6, holder, place.position)
