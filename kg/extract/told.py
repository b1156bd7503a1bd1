"""What one sentence tells of a ceasefire deal."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.draft import NOWHEN
from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.model import Interval, Link


@dataclass(slots=True)
class Told:
    """What one sentence tells of a deal.

    Attributes:
        deal: which deal; `word` the word that names it.
        act: the word that tells what became of it, None if nothing did.
        event: "CeasefireAgreement", "CeasefireViolation" or "".
        status: local name of the deal's status, or "".
        party, broker: who is bound, who brought it about; `breaker` who is told to break it.
        extended: whether the act lets it go on that was made before.
        places: where it applies.
        terms: clauses, in the article's words.
        when: the time told of the act; `date_text` its words.
        making: how it was made, where a clause tells that beside what became of it.
    """

    deal: Link
    word: Word
    act: Word | None = None
    event: str = ""
    status: str = ""
    party: list[Link] = field(default_factory=list)
    broker: list[Link] = field(default_factory=list)
    breaker: list[Link] = field(default_factory=list)
    extended: bool = False
    places: list[Link] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    when: Interval = NOWHEN
    date_text: str = ""
    making: Told | None = None


def is_named_by(word: Word, date_text: str) -> bool:
    """Whether a time stands in the deal's own phrase: "a 1994 ceasefire", not "signed in 1994"."""
    return bool(date_text) and date_text in " ".join(part.text for part in phrase(word))
