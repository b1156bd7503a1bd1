"""Which words mention a ceasefire deal."""

from __future__ import annotations

from kg.extract.deal_acts import is_definite
from kg.extract.deal_words import DealWords
from kg.extract.scene import Scene
from kg.language.grammar import obliques, phrase, preposition
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.world import Entity


def is_mention(word: Word, now: Scene, words: DealWords, focus: Link | None) -> bool:
    """Whether a word means a deal; `focus` is the deal spoken of last."""
    another = (
        focus is not None
        and _is_earlier(word, words)
        and any(clause.lemma in words.announced for clause in word.of("acl", "acl:relcl"))
    )
    if another and word.lower == "one":  # "an earlier one, agreed in Moscow"
        return True
    if not word.is_nominal or _is_modifier(word, words):
        return False
    if word.lemma in words.sure or word.lower in words.sure:
        return word.lemma != "cessation" or _is_of_hostilities(word)
    if word.lemma in words.zones:
        return bool(calling(word, words) & words.by)
    if word.lower == "it" and word.rel == "obj" and word.head is not None:
        # For "accused the army of breaking it".
        return focus is not None and word.head.lemma in words.violated
    if word.lemma not in words.maybe:
        return False
    if _beside(word) & words.by or named_deals(word, now):
        return True
    return another or (focus is not None and is_definite(word))


def is_inside(word: Word, deal: Word) -> bool:
    """Whether a word belongs to the mention of a deal, so that it mentions none of its own."""
    return word in phrase(deal) or _set_up(word, deal) or _is_of(word, deal)


def is_only_wanted(word: Word, words: DealWords) -> bool:
    """For "urged a truce", "called for a ceasefire": nobody has made it."""
    above = word.head
    if above is None or is_definite(word):
        return False
    if preposition(word) == "for":
        return above.lemma in words.wanted_for
    return word.rel in ("obj", "nsubj:pass") and above.lemma in words.wanted


def calling(word: Word, words: DealWords) -> set[str]:
    """The telling modifiers of a deal noun: "de-escalation" of "de-escalation zones"."""
    return {part.lower for part in phrase(word) if part is not word} & words.telling


def named_deals(word: Word, now: Scene) -> list[Entity]:
    """The curated deals whose name stands in a word's phrase."""
    named = [now.resolver.names.get(part.i) for part in phrase(word)]
    entities = [m.entity for each in named if each is not None for m in each.meanings]
    return [entity for entity in entities if entity.cls == "CeasefireDeal"]


def _is_earlier(word: Word, words: DealWords) -> bool:
    """For "an earlier deal", "a previous one": a deal beside the one that was told."""
    return any(child.lower in words.earlier for child in word.of("amod"))


def _is_of_hostilities(word: Word) -> bool:
    return any(oblique.word.lemma in ("hostility", "hostilities") for oblique in obliques(word))


def _beside(word: Word) -> set[str]:
    """The words of a deal noun's phrase and of the phrases behind it, and their hyphened parts."""
    own, behind = phrase(word), [oblique.word for oblique in obliques(word)]
    found = {part.lemma for part in (*own, *behind)} | {part.lower for part in own}
    found |= {part.lower for each in behind for part in phrase(each)}
    # "a deal that would establish a cease-fire", "signed a deal to stop fighting"
    clauses = [*word.of("acl", "acl:relcl"), *_aims(word)]
    found |= {thing.lower for clause in clauses for thing in clause.of("obj", "xcomp")}
    found |= {thing.lemma for clause in clauses for thing in clause.of("obj")}
    return found | {piece for part in found for piece in part.split("-")}


def _aims(word: Word) -> list[Word]:
    """What a deal is signed for, which the parser may hang on the verb in front of it."""
    verb = word.head if word.rel == "obj" else None
    behind = [clause for clause in verb.of("advcl") if clause.i > word.i] if verb else []
    return [each for each in behind if any(child.lower == "to" for child in each.of("mark"))]


def _set_up(word: Word, deal: Word) -> bool:
    """Whether a deal is told to set up what a word names: "a deal that establishes a truce"."""
    clause = word.head if word.rel == "obj" else None
    return clause is not None and clause.head is deal and clause.rel in ("acl", "acl:relcl")


def _is_of(word: Word, deal: Word) -> bool:
    """Whether a word tells what a deal is on: "an agreement on a demilitarised zone"."""
    return word.rel == "nmod" and word.head is deal


def _is_modifier(word: Word, words: DealWords) -> bool:
    """For "ceasefire" in "ceasefire agreement": the noun behind it is the mention."""
    return word.rel == "compound" and word.head is not None and word.head.lemma in words.whole
