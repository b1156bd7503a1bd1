"""Questions about a tree: which words are one phrase, what stands behind which preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.syntax import Word

_OBLIQUES = frozenset(
    ("obl", "obl:unmarked", "obl:tmod", "obl:npmod", "nmod", "nmod:unmarked", "nmod:tmod")
)
#: Subtypes of obl and nmod that are something else.
_NO_OBLIQUES = frozenset(("obl:agent", "nmod:poss", "nmod:desc"))
#: Relations that do not belong to the noun phrase proper: clauses, asides, conjuncts.
_OUTSIDE_PHRASE = frozenset(
    (
        "acl", "acl:relcl", "advcl", "advcl:relcl", "appos", "parataxis", "conj", "cc", "punct",
        "dep", "nsubj", "nsubj:pass", "cop", "aux", "mark", "advmod", "discourse", "case", "obl",
        "obj", "ccomp", "orphan",
    )
)  # fmt: skip
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "without", "neither", "nor"))
_NEGATING = frozenset(("advmod", "det", "neg", "case", "mark", "cc:preconj", "cc"))
_CLAUSE_BASES = frozenset(("ccomp", "advcl", "acl", "parataxis"))


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun behind a preposition: its preposition ("" when bare) and its head word."""

    preposition: str
    word: Word


def conjuncts(word: Word) -> list[Word]:
    """The word and the words coordinated with it, in text order.

    "rebels, jihadists and their allies" from "rebels" gives all three.
    """
    found = [word]
    for child in word.children:
        if child.rel == "conj":
            found.extend(conjuncts(child))
    return found


def phrase(word: Word) -> list[Word]:
    """The noun phrase's own words: determiners, modifiers, name parts; no clauses."""
    found, waiting = [word], [word]
    while waiting:
        inside = [child for child in waiting.pop().children if _in_phrase(child.rel)]
        found += inside
        waiting += inside
    return sorted(found, key=_place) if len(found) > 1 else found


def _place(word: Word) -> int:
    return word.i


def _in_phrase(relation: str) -> bool:
    if relation == "nmod:poss":
        return True
    return relation not in _OUTSIDE_PHRASE and not relation.startswith(("nmod", "obl"))


def preposition(word: Word) -> str:
    """The preposition that introduces a noun, in small letters: "according to", "" if none."""
    cases = [child for child in word.children if child.rel == "case" and child.i < word.i]
    if not cases:
        return ""
    parts = [part for case in cases for part in [case, *case.of("fixed")]]
    return " ".join([part.lower for part in sorted(parts, key=_place)])


def obliques(word: Word) -> list[Oblique]:
    """Nouns behind prepositions below a verb or noun, coordinated ones included."""
    found: list[Oblique] = []
    for child in word.children:
        if _is_oblique(child.rel):
            how = preposition(child)
            found.extend(Oblique(preposition(each) or how, each) for each in conjuncts(child))
    return found


def _is_oblique(relation: str) -> bool:
    subtype = relation.startswith(("obl:", "nmod:")) and relation not in _NO_OBLIQUES
    return subtype or relation in _OBLIQUES


def is_negated(word: Word) -> bool:
    """Whether "not", "never", "no" or "without" takes the word back."""
    first = next((child for child in word.children if child.lower in _NEGATIONS), None)
    return first is not None and first.rel in _NEGATING


def clause_of(word: Word) -> Word:
    """The verb or predicate that heads the clause in which a word stands."""
    current = word
    while current.head is not None and current.base not in _CLAUSE_BASES:
        if current.pos == "VERB" and current.rel in ("conj", "xcomp") and current is not word:
            return current
        current = current.head
        if current.pos in ("VERB", "AUX"):
            return current
    return current


def governors(word: Word) -> Iterator[Word]:
    """The word itself, then each head above it."""
    yield word
    yield from word.ancestors()


def particle(verb: Word) -> str:
    """The verb's particle ("out" of "carry out"), or ""."""
    particles = verb.of("compound:prt")
    return particles[0].lower if particles else ""


def renamed(word: Word) -> Word | None:
    """What an apposition stands beside: the noun before the comma that opens it.

    The parser often hangs "…, an ally of X" on a noun further back; the nearest is meant.
    """
    first = min(phrase(word), key=lambda part: part.i)
    comma = first.previous
    if comma is None or comma.text not in (",", "—", "–", "-"):
        return word.head if word.rel in ("appos", "nmod:desc") else None
    before = comma.previous
    while (
        before is not None and before.rel in ("flat", "punct", "fixed") and before.head is not None
    ):
        before = before.head
    return before if before is not None and before.is_nominal else None
