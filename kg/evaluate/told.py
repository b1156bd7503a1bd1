"""What a graph tells of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.evaluate.dates import OPEN
from kg.evaluate.naming import Thing
from kg.evaluate.span import Span
from kg.evaluate.toll import Toll
from kg.model import Interval, Stance


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """A report in a graph; each is like itself alone.

    Attributes:
        iri: its IRI.
        of: one of roles.REPORTED.
        type: the event's type, or "" where it has none.
        quote: the article's words.
        at: where the quote stands, or None if the graph doesn't say.
        trigger: where the word stands that names it, or None.
        thing: what is reported, or None.
        stance: how the article stands to it.
        when: its days.
        roles: role -> who or what fills it, sorted.
        tolls: what it counts.
        agreed: when a deal was agreed, or "".
    """

    iri: str
    of: str
    type: str = ""
    quote: str = ""
    at: Span | None = None
    trigger: Span | None = None
    thing: Thing | None = None
    stance: str = Stance.ASSERTED
    when: Interval = OPEN
    roles: Mapping[str, tuple[Thing, ...]] = field(default_factory=dict)
    tolls: tuple[Toll[Thing], ...] = ()
    agreed: str = ""

    def things(self, *roles: str) -> list[Thing]:
        """Who or what fills some roles, in order, each once."""
        return list(dict.fromkeys(thing for role in roles for thing in self.roles.get(role, ())))


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article of a graph.

    Attributes:
        issued: when the graph says that it was published, or "".
        reports: sorted by IRI.
    """

    issued: str = ""
    reports: tuple[Told, ...] = ()
