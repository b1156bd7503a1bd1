"""The figure and the kind of people that a counted word tells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.harm import Harms
from kg.extract.numbers import FRACTIONS, SCALES, Figure, figure, is_number
from kg.language.grammar import obliques, phrase
from kg.language.syntax import Sentence, Word
from kg.model import Link, Toll
from kg.resolve.actors import Resolver, plural

_QUOTES = frozenset(('"', "“", "‘", "'"))
_OF_SCALE = ["of", "a"]
_ONE = frozenset(("a", "an", "another"))


@dataclass(frozen=True, slots=True)
class Counting:
    """What is needed to read the figures of a sentence.

    Attributes:
        sentence: its words.
        resolver: who is counted.
        harms: which word counts whom.
        facilities: lemmas of facilities.
    """

    sentence: Sentence
    resolver: Resolver
    harms: Harms
    facilities: frozenset[str]

    def joins(self, word: Word) -> bool:
        """Whether a word may stand inside a figure."""
        inside = word.lower in self.harms.figures.words or word.lower in _QUOTES
        return inside or is_number(word.lower)

    def is_quantity(self, word: Word) -> bool:
        """Whether a word is a figure or a vague plural: "40", "dozens", "millions"."""
        vague = word.lemma in self.harms.figures.nouns and word.lower.endswith("s")
        return is_number(word.lower) or vague


def toll_of(kind: str, victim: Word, counting: Counting, *, known: bool = False) -> Toll | None:
    """The toll that a counted word tells; None if it tells no figure or counts no such things.

    Args:
        kind: local name of the toll kind.
        victim: the counted word.
        counting: its sentence.
        known: whether only what is known to be people counts.
    """
    told = _figure(victim, counting)
    if told is None:
        return None
    head = _whom(victim, counting)
    if not _is_counted(head, kind, counting):
        return None
    if known and not counting.is_quantity(head) and not _is_people(head, counting, kind):
        return None
    facilities = kind in counting.harms.facility_kinds
    victims = _victims(head, counting, facilities=facilities)
    words = counting.sentence.words
    start = words[told.first - words[0].i].start
    end = max(head.end, words[told.last - words[0].i].end)
    return Toll(kind, told.value, told.low, told.high, victims, start, end)


def _is_people(head: Word, counting: Counting, kind: str) -> bool:
    """Whether a noun stands for people; a statement stands for its author, and is none.

    Fighters who leave a place are not displaced.
    """
    links = counting.resolver.actor(head)
    if kind == "Displaced":
        return any(link.cls == "Population" for link in links)
    return any(not link.rule.endswith("+body") for link in links)


def _is_counted(head: Word, kind: str, counting: Counting) -> bool:
    """Whether a kind of toll counts such things: facilities or people, never days and rockets."""
    if kind in counting.harms.facility_kinds:
        return head.lemma in counting.facilities
    return head.lemma not in counting.facilities | counting.harms.units


def _victims(head: Word, counting: Counting, *, facilities: bool) -> tuple[Link, ...]:
    """Who is counted; a noun that names no known kind of people is a kind of its own."""
    resolver, harms = counting.resolver, counting.harms
    if facilities:
        return (resolver.people(plural(head)),)
    plain = head.pos == "NUM" or counting.is_quantity(head) or head.lemma in harms.figures.bare
    if plain or head.lemma in harms.by_noun or head.lower in harms.by_state:
        return (resolver.people("people"),)
    label = plural(head) if head.pos == "NOUN" else "people"
    return resolver.actor(head) or (resolver.people(label),)


def _figure(victim: Word, counting: Counting) -> Figure | None:
    words = counting.sentence.words
    at = victim.i - words[0].i
    own = _in_front(victim)
    first = at
    while first > 0 and (words[first - 1].i in own or counting.joins(words[first - 1])):
        first -= 1
    told = figure(words[first : _last(victim, counting)], counting.harms.qualifiers)
    if told is None and victim.pos in ("NOUN", "PROPN") and victim.lower == victim.lemma:
        article = [child for child in victim.of("det") if child.lower in _ONE]
        return Figure(1, 1, 1, article[0].i, victim.i) if article else None
    return told


def _in_front(victim: Word) -> set[int]:
    """Positions of the words that belong to a counted noun."""
    numbers = victim.of("nummod", "nmod", "obl", "advmod")
    below = (word for child in numbers if child.i < victim.i for word in child.subtree())
    return {word.i for word in (*phrase(victim), *below)}


def _last(victim: Word, counting: Counting) -> int:
    """Where a figure may end: behind the noun, in "tens of thousands" and "more than 200"."""
    words = counting.sentence.words
    at = victim.i - words[0].i
    last = at + 1
    if victim.lemma in ("ten", "hundred", "thousand") or victim.lower == "tens":
        behind = counting.harms.figures.words
        while (
            last + 1 < len(words) and words[last].lower == "of" and words[last + 1].lower in behind
        ):
            last += 2
    if victim.lemma in FRACTIONS:  # "a quarter of a million people"
        own = [word.lower for word in words[at : at + len(_OF_SCALE) + 2]]
        last += len(_OF_SCALE) + 1 if own[1:-1] == _OF_SCALE and own[-1] in SCALES else 0
    if victim.lemma in counting.harms.figures.bare:
        inside = [word.i - words[0].i + 1 for word in victim.subtree() if is_number(word.lower)]
        last = max([last, *inside])
    return last


def _whom(victim: Word, counting: Counting) -> Word:
    """The counted noun behind "dozens of", "19 of the"."""
    vague = victim.lemma in counting.harms.figures.nouns or victim.lemma == "half"
    if victim.pos == "NUM" or vague:
        for oblique in obliques(victim):
            if oblique.preposition == "of":
                further = counting.is_quantity(oblique.word)
                return _whom(oblique.word, counting) if further else oblique.word
    return victim
