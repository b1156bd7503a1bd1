"""Who belongs to whom, or did."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.relation_words import AffiliationWords
from kg.extract.scene import Scene
from kg.extract.tie import Ends, Tie, behind_hyphen, ties
from kg.language.grammar import objects, obliques, phrase, subjects
from kg.language.syntax import Word
from kg.model import Link

_GROUPS = ("ArmedGroup", "Organization")
_BESIDE = ("appos", "nmod:desc", "acl", "parataxis", "dep", "conj")


def affiliations(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """The affiliations that a word tells."""
    if word.lemma in words.nouns or word.lower in words.nouns:
        yield from _branch(word, now, words)
    yield from _linked(word, now, words)
    if word.pos == "VERB" and word.lemma in words.verbs:
        yield from _joined(word, now)


def _linked(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "Al-Qaeda-linked fighters"."""
    name, participle = behind_hyphen(word, words.participles)
    group = now.resolver.named(name) if name else None
    if group is None or word.head is None:
        return
    for member in now.resolver.actor(word.head):
        if member.cls in _GROUPS:
            yield Tie("Affiliation", member, group, f"-{participle}")


def _joined(verb: Word, now: Scene) -> Iterator[Tie]:
    """For "X is affiliated with Y", "X merged with Y"."""
    groups = [each.word for each in obliques(verb) if each.preposition in ("to", "with")]
    ends = Ends(objects(verb) or subjects(verb), groups)
    for tie in ties("Affiliation", ends, "verb of affiliation", now):
        if tie.first.cls == "ArmedGroup" and tie.second.cls in _GROUPS:
            yield tie


def _branch(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "HTS, Al-Qaeda's former Syrian branch", "a branch of Al-Qaeda"."""
    group = next(_parents(word, now), None)
    if group is None:
        return
    was = any(part.lower in words.former or part.lower.startswith("ex-") for part in phrase(word))
    facts = (("former", "true"),) if was else ()
    links = (link for other in _beside(word) for link in now.resolver.actor(other))
    member = next((link for link in links if link.cls == "ArmedGroup"), None)
    if member is not None:
        yield Tie("Affiliation", member, group, f"noun {word.lemma}", facts)


def _parents(word: Word, now: Scene) -> Iterator[Link]:
    """The groups that a branch is said to be of, its modifiers first."""
    owning = (now.resolver.owning(part) for part in phrase(word) if part is not word)
    yield from (link for link in owning if link is not None and link.cls in _GROUPS)
    for oblique in obliques(word):
        if oblique.preposition in ("of", "to"):
            links = now.resolver.actor(oblique.word)
            yield from (link for link in links if link.cls in _GROUPS)


def _beside(word: Word) -> list[Word]:
    beside = word.of("appos", "flat", "nsubj")
    if word.rel in _BESIDE and word.head is not None:
        beside.append(word.head)
    return beside
