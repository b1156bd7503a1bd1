"""Where a deal holds: the places told of it, and of the fighting that it is to end."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.deal_words import DealWords
from kg.extract.scene import Scene
from kg.extract.told import Told
from kg.language.arguments import objects
from kg.language.grammar import conjuncts, obliques, phrase
from kg.language.syntax import Word
from kg.model import Link

_AT = ("in", "for", "on", "across", "around", "at")
_CLAUSES = ("acl", "acl:relcl", "advcl", "xcomp")


def where(told: Told, words: DealWords, now: Scene) -> list[Link]:
    """The places of a deal, each once; none where it tells none."""
    # "Signed in Jeddah" is not where it holds, "took effect in Darfur" is.
    signed = told.act is not None and told.act.lemma in words.signing
    found = list(_behind(told.word, now))
    # "They agreed in Sochi on a zone in Idlib" tells of Idlib.
    if not found and told.act is not None and not signed:
        found = list(_behind(told.act, now))
    if not found:
        fighting = _ended(told, words)
        found = [place for word in fighting for place in _behind(word, now)]
    if not found and any(part.lower in words.nationwide for part in phrase(told.word)):
        home = now.locator.home(told.word.text)
        found = [home] if home is not None else []
    return list({place.iri: place for place in found}.values())


def _behind(word: Word, now: Scene) -> Iterator[Link]:
    for oblique in obliques(word):
        place = now.locator.place(oblique.word) if oblique.preposition in _AT else None
        if place is not None:
            yield place


def _ended(told: Told, words: DealWords) -> Iterator[Word]:
    """For "signed in Doha to end fighting in Darfur", "reached to try and end the war in X"."""
    above = [told.act] if told.act is not None else []
    verbs = [*above, *told.word.of(*_CLAUSES)]
    purposes = [clause for verb in (told.word, *verbs) for clause in verb.of(*_CLAUSES)]
    for verb in (each for clause in purposes for each in conjuncts(clause)):
        if verb.lemma in words.ending:
            yield from objects(verb)
