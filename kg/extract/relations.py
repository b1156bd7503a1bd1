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

_QUOTES = ('"', "“", "”", "«", "»", "``", "''")


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
    tying = now.knowledge.relations.tying
    for word in now.sentence.words:
        if word.lemma not in tying and word.lower not in tying and "-" not in word.text:
            continue
        for tie in _ties(word, now):
            teller = tie.teller or word
            stance = now.stance(teller)
            if stance in (Stance.ASSERTED, Stance.ALLEGED) and not is_purpose(teller):
                yield _relation(tie, word, stance, _source(word, now))


def _ties(word: Word, now: Scene) -> list[Tie]:
    words = now.knowledge.relations
    return [
        *backings(word, now, words.backing),
        *controls(word, now, words.control),
        *affiliations(word, now, words.affiliation),
    ]


def _source(word: Word, now: Scene) -> tuple[Link, ...]:
    """Who says it: what stands aside between commas is the article's own word, save in a quotation.

    In "Russia, an ally of Damascus, confirmed the truce" nobody says who is an ally.
    """
    aside = None if _quotes(now) else _aside(word)
    inside = set(aside.subtree()) if aside is not None else set(now.sentence.words)
    return source_of(word, [saying for saying in now.sayings if saying.word in inside])


def _aside(word: Word) -> Word | None:
    """The head of the outermost apposition or relative clause behind a comma that holds a word."""
    chain = [word, *word.ancestors()]
    return next((each for each in reversed(chain) if _is_aside(each)), None)


def _is_aside(word: Word) -> bool:
    before = word.subtree()[0]
    comma = before.text == "," or (before.previous is not None and before.previous.text == ",")
    return word.rel in ("appos", "acl:relcl") and comma


def _quotes(now: Scene) -> bool:
    return any(word.text in _QUOTES for word in now.sentence.words)


def _led(now: Scene) -> Iterator[Relation]:
    """Leaderships: a title beside a name is the article's own word, a verb that of who says so."""
    for leader in leaders(now):
        facts = (("role", leader.role),)
        tie = Tie("Leadership", leader.person, leader.organization, "title beside a name", facts)
        if leader.word.pos != "VERB":
            yield _relation(tie, leader.word, Stance.ASSERTED, ())
        elif (stance := now.stance(leader.word)) in (Stance.ASSERTED, Stance.ALLEGED):
            yield _relation(tie, leader.word, stance, _source(leader.word, now))


def _relation(tie: Tie, word: Word, stance: Stance, source: tuple[Link, ...]) -> Relation:
    return Relation(tie.of, tie.first, tie.second, word, stance, source, tie.facts, tie.rule)
