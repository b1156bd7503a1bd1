"""Who backs whom, holds what, belongs to whom and leads whom, as a sentence tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.affiliation import affiliations
from kg.extract.attribution import source_of
from kg.extract.backing import backings
from kg.extract.control import controls
from kg.extract.leadership import leaders
from kg.extract.scene import Scene
from kg.extract.stance import is_purpose
from kg.extract.tie import Tie
from kg.language.syntax import Word
from kg.model import Link, Stance


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie with the word that tells it.

    Attributes:
        of: "Backing", "Control", "Affiliation" or "Leadership".
        first: one end, `second` the other, in the order of the class's properties.
        word: the word that tells it.
        stance: how the article stands to it; `source` who says so.
        facts: property local name -> literal.
        rule: the pattern that found it.
    """

    of: str
    first: Link
    second: Link
    word: Word
    stance: Stance
    source: tuple[Link, ...]
    facts: tuple[tuple[str, str], ...] = ()
    rule: str = ""


def relations(now: Scene) -> list[Relation]:
    """All relations that a sentence tells, each pair once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in (*_told(now), *_led(now)):
        if relation.first.iri != relation.second.iri:
            found.setdefault((relation.of, relation.first.iri, relation.second.iri), relation)
    return list(found.values())


def _told(now: Scene) -> Iterator[Relation]:
    for word in now.sentence.words:
        for tie in _ties(word, now):
            stance = now.stance(word)
            if stance in (Stance.ASSERTED, Stance.ALLEGED) and not is_purpose(word):
                yield _relation(tie, word, stance, source_of(word, now.sayings))


def _ties(word: Word, now: Scene) -> list[Tie]:
    words = now.knowledge.relations
    return [
        *backings(word, now, words.backing),
        *controls(word, now, words.control),
        *affiliations(word, now, words.affiliation),
    ]


def _led(now: Scene) -> Iterator[Relation]:
    """Leaderships: a title beside a name is the article's own word."""
    for leader in leaders(now):
        facts = (("role", leader.role),)
        tie = Tie("Leadership", leader.person, leader.organization, "title beside a name", facts)
        yield _relation(tie, leader.word, Stance.ASSERTED, ())


def _relation(tie: Tie, word: Word, stance: Stance, source: tuple[Link, ...]) -> Relation:
    return Relation(tie.of, tie.first, tie.second, word, stance, source, tie.facts, tie.rule)
