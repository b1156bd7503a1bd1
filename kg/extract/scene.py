"""One sentence with all that is needed to read it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.attribution import Attribution
from kg.extract.knowledge import Knowledge
from kg.extract.stance import stance_of
from kg.extract.when import Timed, time_of
from kg.language.syntax import Sentence, Word
from kg.model import Day, SegmentKind, Stance, TimeExpression
from kg.resolve.actors import Resolver
from kg.resolve.places import Locator


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, who and where its words are, what is known of its times and speakers.

    Attributes:
        sentence: its words; `paragraph` the position of its segment; `segment` its kind.
        resolver: words to actors; `locator` words to places.
        times: the times told in it; `issued` the article's issue date, or None.
        knowledge: frames, harms, speech.
        sayings: who says what in it.
    """

    sentence: Sentence
    paragraph: int
    segment: SegmentKind
    resolver: Resolver
    locator: Locator
    times: list[Timed]
    issued: Day | None
    knowledge: Knowledge
    sayings: list[Attribution]

    def stance(self, word: Word) -> Stance | None:
        """How the article stands to what a word tells; None where it is plainly negated."""
        return stance_of(word, self.sayings, self.knowledge.speech)

    def time(self, word: Word) -> TimeExpression | None:
        """The time told of what a word tells, or None."""
        speaking = frozenset(saying.word.i for saying in self.sayings)
        return time_of(word, self.times, speaking, self.issued)
