"""Words that tell a toll, read from ontology/lexicon/tolls.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.extract.numbers import Qualifiers
from kg.extract.table import Table, read

_TABLES = ("harm", "people_only", "qualifier", "vague", "figure", "units", "cause")
_KEYS = ("kind", "event", "object", "subject", "nouns", "states", "facilities")
_COLUMNS = ("object", "subject", "nouns", "states")


@dataclass(frozen=True, slots=True)
class Causes:
    """What did a harm.

    Attributes:
        event: types of events that take over the toll when they are told as its cause.
        prepositions: words in front of such an event.
        apart: toll kinds that are an event of their own beside it.
    """

    event: frozenset[str]
    prepositions: frozenset[str]
    apart: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words in and around figures.

    Attributes:
        words: those that may stand between a figure and the noun that it counts.
        nouns: lemmas that count without a figure in front ("dozens").
        bare: lemmas of heads that count without telling whom ("25 others").
        put: nouns that give a count behind "at" and "to" ("put the dead at 20").
        parts: prepositions in front of a part of those counted.
    """

    words: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    put: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Harms:
    """Which word counts whom.

    Attributes:
        by_object: verb -> toll kind of its object.
        by_subject: verb -> toll kind of its subject.
        by_noun: noun -> toll kind of what it is "of".
        by_state: predicate ("dead") -> toll kind of what it is said of.
        event_of: toll kind -> type of the event that the toll alone tells.
        facility_kinds: toll kinds that count facilities instead of people.
        people_only: verbs that count only what is known to be people.
        figures: words in and around figures.
        units: lemmas that are no people.
        causes: what did it.
        qualifiers: phrases around figures.
    """

    by_object: Mapping[str, str]
    by_subject: Mapping[str, str]
    by_noun: Mapping[str, str]
    by_state: Mapping[str, str]
    event_of: Mapping[str, str]
    facility_kinds: frozenset[str]
    people_only: frozenset[str]
    figures: FigureWords
    units: frozenset[str]
    causes: Causes
    qualifiers: Qualifiers

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs that tell a toll."""
        return frozenset(self.by_object) | frozenset(self.by_subject)

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns that tell a toll, or that a figure may count."""
        return frozenset(self.by_noun) | self.units | self.figures.nouns


@lru_cache(maxsize=4)
def load(folder: Path) -> Harms:
    """The harms of an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    file = read(folder / "lexicon" / "tolls.toml")
    file.allow(*_TABLES)
    rows = file.each("harm")
    for row in rows:
        _check(row)
    kinds = {column: _kinds(rows, column) for column in _COLUMNS}
    return Harms(
        by_object=kinds["object"],
        by_subject=kinds["subject"],
        by_noun=kinds["nouns"],
        by_state=kinds["states"],
        event_of={row.rows["kind"]: row.rows["event"] for row in rows if row.rows.get("event")},
        facility_kinds=frozenset(row.rows["kind"] for row in rows if row.rows.get("facilities")),
        people_only=file.inner("people_only").words("verbs"),
        figures=file.inner("figure").filled(FigureWords),
        units=file.inner("units").words("words"),
        causes=file.inner("cause").filled(Causes),
        qualifiers=_qualifiers(file),
    )


def _check(row: Table) -> None:
    row.allow(*_KEYS)
    row.value("kind")
    if not any(row.rows.get(column) for column in _COLUMNS):
        raise row.mistake(f"none of {', '.join(_COLUMNS)}")


def _kinds(rows: list[Table], column: str) -> dict[str, str]:
    """Word of a column -> toll kind of its row; of two rows the later counts."""
    return {word: row.rows["kind"] for row in rows for word in row.rows.get(column, ())}


def _qualifiers(file: Table) -> Qualifiers:
    phrases = file.inner("qualifier")
    phrases.allow("least", "most", "about")
    return Qualifiers(
        least=phrases.words("least"),
        most=phrases.words("most"),
        about=phrases.words("about"),
        vague=dict(file.inner("vague").rows.items()),
    )
