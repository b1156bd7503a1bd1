"""Whom a pronoun stands for: "he", "they", "it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.syntax import Word
from kg.model import Link
from kg.resolve import owners
from kg.resolve.persons import is_unnamed

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver

_HE = frozenset(("he", "she", "him", "her"))
_THEY = frozenset(("they", "them"))


def both_told(resolver: Resolver, word: Word) -> tuple[Link, ...]:
    """For "Turkey and Russia differ. In 2018 they agreed": the subjects of what was told last."""
    if word.lower != "they" or word.base != "nsubj" or word.head is None:
        return ()
    if word.head.rel != "root" or any(_above(resolver, word)):
        return ()
    found = resolver.context.subjects
    return tuple(replace(each, surface=word.text, rule="pronoun they", score=0.5) for each in found)


def by_pronoun(resolver: Resolver, word: Word) -> Link | None:
    """The one actor that a pronoun stands for, None if it is none or has no name."""
    classes = _stood_for(word)
    if not classes or (word.lower in _HE and is_unnamed(resolver.context, resolver.names, word)):
        return None
    told = _in_front(resolver, word) if word.lower == "them" else _above(resolver, word)
    nearest = next((each for each in told if each.cls in classes), None)
    last = nearest or resolver.context.last_actor(*classes)
    return last and replace(last, rule=f"pronoun {word.lower}", score=0.5)


def _stood_for(word: Word) -> tuple[str, ...]:
    """The classes of actors that a pronoun may stand for; empty if it is none."""
    if word.lower in _HE:
        return ("Person",)
    if word.lower in _THEY:
        return ("ArmedGroup", "ArmedForces", "Population")
    return owners.GROUPS if word.lower == "it" and word.pos == "PRON" else ()


def _above(resolver: Resolver, word: Word) -> Iterator[Link]:
    """For "Israel warned that it would …": subjects of the verbs over a pronoun, nearest first."""
    for verb in word.ancestors():
        for subject in verb.of("nsubj", "nsubj:pass"):
            own = subject.i >= word.i or subject.pos == "PRON" or word in subject.subtree()
            if not own:
                yield from resolver.actor(subject)


def _in_front(resolver: Resolver, word: Word) -> Iterator[Link]:
    """For "blamed the rebels and accused them": the nouns of several in front, nearest first.

    Not those of the pronoun's own verb: "the army said the rebels attacked them".
    """
    before = word.previous
    while before is not None:
        several = before.pos == "NOUN" and before.lower != before.lemma
        apart = before.head is not word.head and before.base in ("nsubj", "obj", "obl", "nmod")
        if several and apart and word not in before.subtree():
            yield from resolver.actor(before)
        before = before.previous
