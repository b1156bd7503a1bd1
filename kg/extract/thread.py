"""The events of an article so far, and what is asked of them again and again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.draft import Draft
from kg.extract.story_words import StoryWords
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.context import Context


@dataclass(slots=True)
class Thread:
    """The events of one article so far.

    Attributes:
        context: what the article told of actors and places.
        issued: its issue date, or None.
        words: what ties events together.
        events: the drafts told, in order.
    """

    context: Context
    issued: datetime.date | None
    words: StoryWords
    events: list[Draft] = field(default_factory=list)

    def before(self, draft: Draft, paragraphs: int) -> Iterator[Draft]:
        """The events told before a draft, the nearest first, so many paragraphs back."""
        for earlier in reversed(self.events):
            if draft.paragraph - earlier.paragraph > paragraphs:
                return
            yield earlier

    def told_of_war(self, word: Word) -> bool:
        """Whether the clause speaks of the war as a whole: "the war has killed over 370,000"."""
        return self.is_of_war(clause_around(word))

    def is_of_war(self, clause: list[Word]) -> bool:
        """Whether the words of a clause name the war."""
        return any(
            each.lemma in self.words.war and each.rel not in ("compound", "amod") for each in clause
        )


def clause_around(word: Word) -> list[Word]:
    """The words of the clause in which a word stands, with the one that it depends on."""
    head = word
    while head.head is not None and head.pos != "VERB":
        head = head.head
    words = head.subtree()
    if head.rel in ("conj", "acl", "acl:relcl") and head.head is not None:
        words = [*words, head.head, *head.head.children]
    return words


def fighters_of(links: list[Link]) -> list[Link]:
    """Those of the actors who fight."""
    return [link for link in links if link.cls in ("State", "ArmedForces", "ArmedGroup")]


def iris_of(links: list[Link]) -> set[str]:
    """The IRIs of links."""
    return {link.iri for link in links}
