"""A tie between two things that a word tells, before anybody asks who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.scene import Scene
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.actors import coordinated

#: Classes of actors that back and are backed; a population is not one.
SIDES = ("State", "ArmedForces", "ArmedGroup", "Organization", "Person")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two ends and the pattern that found them.

    Attributes:
        of: "Backing", "Control", "Affiliation" or "Leadership".
        first: the end that backs, holds, belongs or leads; `second` the other one.
        rule: the pattern.
        facts: property local name -> literal.
        teller: the word whose stance is the tie's, where it isn't the word that tells it.
    """

    of: str
    first: Link
    second: Link
    rule: str
    facts: tuple[tuple[str, str], ...] = ()
    teller: Word | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """The words of the two ends of ties, coordinated ones not yet unfolded."""

    first: list[Word]
    second: list[Word]


def ties(of: str, ends: Ends, rule: str, now: Scene) -> Iterator[Tie]:
    """All ties between the sides that the words of two ends stand for."""
    firsts = [link for word in coordinated(ends.first) for link in now.resolver.actor(word)]
    for word in coordinated(ends.second):
        for second in now.resolver.actor(word):
            for first in firsts:
                if first.cls in SIDES and second.cls in SIDES:
                    yield Tie(of, first, second, rule)


def behind_hyphen(word: Word, participles: frozenset[str]) -> tuple[str, str]:
    """Name and participle of "Turkish-backed" before a noun; two times "" if it is none."""
    name, _, participle = word.text.rpartition("-")
    fits = name and participle.lower() in participles and word.head is not None
    return (name, participle.lower()) if fits else ("", "")
