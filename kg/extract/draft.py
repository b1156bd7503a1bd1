"""An event report in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cast import Cast
from kg.extract.lexicon import Frame
from kg.extract.triggers import Trigger
from kg.language.syntax import Sentence, Word
from kg.model import Interval, Link, SegmentKind, Stance, Toll

NOWHEN = Interval(None, None)


@dataclass(slots=True)
class Draft:
    """What is known so far of one event mention.

    Attributes:
        trigger: the words that tell it; `frame` the row that recognised them.
        sentence: where it stands; `paragraph` the position of its segment in the article.
        type: event type's local name.
        cast: roles other than place and destination come from here.
        places: where; `place_basis` "carried" if taken over from the story, else "".
        stance: how the article stands to it; `source` who says so.
        when: the time; `date_text` its words; `basis` "told", "carried" or "story".
        counts: tolls, with parts behind their wholes.
        words: words whose text the quote must hold.
        deal: the deal it makes, keeps or breaks; `step` what becomes of that.
        key: shared by reports of one happening.
    """

    trigger: Trigger
    frame: Frame
    sentence: Sentence
    paragraph: int
    segment: SegmentKind
    type: str
    cast: Cast
    places: list[Link]
    stance: Stance
    source: tuple[Link, ...] = ()
    when: Interval = NOWHEN
    date_text: str = ""
    basis: str = ""
    place_basis: str = ""
    counts: list[Toll] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    deal: Link | None = None
    step: str = ""
    key: str = ""
    rule: str = ""

    @property
    def word(self) -> Word:
        """The trigger's head word."""
        return self.trigger.word

    @property
    def actors(self) -> list[Link]:
        """All actors, in role order."""
        return [
            link for role in ("initiator", "target", "participant") for link in self.cast.get(role)
        ]
