"""What ties the events of one article together, read from ontology/lexicon/story.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from kg.extract.table import Table, read


@dataclass(frozen=True, slots=True)
class Alike:
    """Types of events that may be one happening told in other words.

    Attributes:
        event: the types.
        kind: those of them whose definite mention ("the attack") may mean any of `event`.
    """

    event: frozenset[str]
    kind: frozenset[str]


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The tables of ontology/lexicon/story.toml.

    Attributes:
        earlier: words that set an event apart from the story of the day.
        war: nouns for the war as a whole.
        armed: event types whose dead an elliptic "19 were killed" counts.
        between_sides: event types that those who fell in them took part in.
        of_years: toll kind -> so many are those of a war and of no one event.
        general: event types whose mention takes over the type of the event that it points back to.
        anywhere: event types that don't happen where the events around them did.
        begun: nouns that name what something goes on since, with the types they may mean.
        another: adjectives of an event that is not one told before; `elsewhere` adverbs likewise;
            `onward` adverbs that make a direction ("further south") another place.
        occurring: verbs whose clause only tells more of an event that is known.
        alike: groups of types that may be one happening.
    """

    earlier: frozenset[str]
    war: frozenset[str]
    armed: frozenset[str]
    between_sides: frozenset[str]
    of_years: Mapping[str, int]
    general: frozenset[str]
    anywhere: frozenset[str]
    begun: Mapping[str, frozenset[str]]
    another: frozenset[str]
    elsewhere: frozenset[str]
    onward: frozenset[str]
    occurring: frozenset[str]
    alike: tuple[Alike, ...]

    def names(self, nouns: set[str], told: str) -> bool:
        """Whether one of the nouns may name an event of this type."""
        return any(told in self.begun.get(noun, ()) for noun in nouns)

    def one_happening(self, types: set[str]) -> bool:
        """Whether two types are the same or may tell of the same event."""
        return len(types) == 1 or any(types <= group.event for group in self.alike)

    def may_mean(self, mention: str, told: str) -> bool:
        """Whether a definite mention of a type may mean an event told before with another."""
        return mention == told or any(
            mention in group.kind and told in group.event for group in self.alike
        )


@lru_cache(maxsize=4)
def load(folder: Path) -> StoryWords:
    """The story words of an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    file = read(folder / "lexicon" / "story.toml")
    file.allow(*(field.name for field in fields(StoryWords)))
    return StoryWords(
        earlier=file.inner("earlier").words("words"),
        war=file.inner("war").words("nouns"),
        armed=file.inner("armed").words("event"),
        between_sides=file.inner("between_sides").words("event"),
        of_years=_of_years(file.inner("of_years")),
        general=file.inner("general").words("event"),
        anywhere=file.inner("anywhere").words("event"),
        begun=_begun(file),
        another=file.inner("another").words("words"),
        elsewhere=file.inner("elsewhere").words("words"),
        onward=file.inner("onward").words("words"),
        occurring=file.inner("occurring").words("verbs"),
        alike=tuple(_alike(row) for row in file.each("alike")),
    )


def _begun(file: Table) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in file.each("begun"):
        found.update(dict.fromkeys(row.words("nouns"), row.words("event")))
    return found


def _of_years(table: Table) -> Mapping[str, int]:
    for kind, least in table.rows.items():
        if not isinstance(least, int):
            raise table.mistake(f"{kind!r} must be a number")
    return dict(table.rows)


def _alike(row: Table) -> Alike:
    alike = row.filled(Alike)
    if not alike.kind <= alike.event:
        raise row.mistake(f"{min(alike.kind - alike.event)!r} is not in 'event'")
    return alike
