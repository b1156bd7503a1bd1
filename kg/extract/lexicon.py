"""Frames: what words tell which event with which roles, read from ontology/lexicon/events*.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.extract.table import Table, read

KINDS = ("actor", "armed", "body", "facility", "fighters", "people", "place", "weapon")
_TABLES = ("template", "frame", "means", "sharpened", "light", "clause", "measure")
_FRAME_KEYS = (
    "name", "event", "template", "nouns", "verbs", "needs", "bars", "alone", "adjective",
    "statement", "toll_only", "unless", "slots", "yes", "no",
)  # fmt: skip
_NEED_KEYS = ("slot", "words", "kind", "with", "also")


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on a companion of the trigger.

    Attributes:
        slot: "subject", "object", "owner", "by" or a preposition.
        words: lemmas, one of which must head the slot; empty for any.
        kind: what the slot's filler must be, "" for anything.
        beside: lemmas, one of which must also stand in the clause; empty for none.
        also: conditions that must all hold as well.
    """

    slot: str
    words: frozenset[str]
    kind: str
    beside: frozenset[str]
    also: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One row: an event type, the words that tell it and the roles of their companions.

    Attributes:
        name: the row's own name, unique.
        event: event type's local name.
        nouns: joined lemmas (`joined`); `verbs` likewise; `spelled` the verbs and
            `told` the nouns as written.
        roles: slot -> role ("initiator", "target", "participant", "place", "destination", "").
        needs: conditions, at least one of which must hold; empty for none.
        bars: conditions none of which may hold.
        alone: whether it tells an event even where nobody, nowhere and no time is told, as
            "the clinic shut its doors" does and "the attack" does not.
        unless: lemmas of objects that give a verb another sense ("take part"), and of verbs
            that give their object another sense ("win a rally").
        adjective: whether a participle before a noun tells the event too.
        statement: whether it is a speech act, whose content is told by it.
        toll_only: whether it tells an event only where it counts people.
    """

    name: str
    event: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    roles: Mapping[str, str]
    needs: tuple[Need, ...] = ()
    bars: tuple[Need, ...] = ()
    alone: bool = False
    unless: frozenset[str] = frozenset()
    adjective: bool = False
    statement: bool = False
    toll_only: bool = False
    spelled: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(slots=True)
class Lexicon:
    """All frames, found by their words.

    Attributes:
        frames: in file order.
        nouns: joined lemma -> frames in file order; `verbs` likewise.
        beginnings: what the lemmas of `nouns` begin with, whole ones too.
        means: event type -> words of its means.
        sharpened: general type -> special types that means may make of it.
        light: light verb -> role of its subject in the event that is its object.
        leading: verbs of a clause behind an event noun whose agent acts in it.
        striking: likewise, whose object is struck.
        backing: verbs of a clause behind an actor whose agent fights beside it.
        blaming: verbs and adjectives that say whose deed an event is ("blamed on").
        beside: prepositions of those who do the same ("X alongside Y").
        measures: nouns that only measure an event noun ("dozens of attacks").
    """

    frames: list[Frame] = field(default_factory=list)
    nouns: dict[str, list[Frame]] = field(default_factory=dict)
    verbs: dict[str, list[Frame]] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)
    means: dict[str, frozenset[str]] = field(default_factory=dict)
    sharpened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    light: dict[str, str] = field(default_factory=dict)
    leading: frozenset[str] = frozenset()
    striking: frozenset[str] = frozenset()
    backing: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def joined(words: str) -> str:
    """A phrase without spaces and hyphens: "air strike" and "air-strike" are one.

    >>> joined("air-strike"), joined("take over")
    ('airstrike', 'takeover')
    """
    return re.sub(r"[\s\-‐-—]+", "", words.lower())


@lru_cache(maxsize=4)
def load(folder: Path) -> Lexicon:
    """The frames of an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    files = [read(path) for path in sorted((folder / "lexicon").glob("events*.toml"))]
    templates = {
        name: slots for file in files for name, slots in file.rows.get("template", {}).items()
    }
    lexicon = Lexicon()
    for file in files:
        file.allow(*_TABLES)
        for row in file.each("frame"):
            _add_frame(lexicon, _frame(row, templates))
        _add_means(lexicon, file)
        _add_companions(lexicon, file)
    return lexicon


def _add_frame(lexicon: Lexicon, frame: Frame) -> None:
    lexicon.frames.append(frame)
    for noun in frame.nouns:
        lexicon.nouns.setdefault(noun, []).append(frame)
        lexicon.beginnings.update(noun[:end] for end in range(len(noun) + 1))
    for verb in frame.verbs:
        lexicon.verbs.setdefault(verb, []).append(frame)


def _add_means(lexicon: Lexicon, file: Table) -> None:
    means, sharpened = file.rows.get("means", {}), file.rows.get("sharpened", {})
    lexicon.means |= {event: frozenset(words) for event, words in means.items()}
    lexicon.sharpened |= {event: tuple(special) for event, special in sharpened.items()}


def _add_companions(lexicon: Lexicon, file: Table) -> None:
    for role, verbs in file.rows.get("light", {}).items():
        lexicon.light |= {joined(verb): role for verb in verbs}
    if "clause" in file.rows:
        clause = file.inner("clause")
        clause.allow("leading", "striking", "backing", "blaming", "beside")
        lexicon.leading |= clause.words("leading")
        lexicon.striking |= clause.words("striking")
        lexicon.backing |= clause.words("backing")
        lexicon.blaming |= clause.words("blaming")
        lexicon.beside |= clause.words("beside")
    if "measure" in file.rows:
        lexicon.measures |= file.inner("measure").words("nouns")


def _frame(row: Table, templates: Mapping[str, Mapping[str, str]]) -> Frame:
    row.allow(*_FRAME_KEYS)
    told = row.rows
    if not told.get("nouns") and not told.get("verbs"):
        raise row.mistake("neither nouns nor verbs")
    template = told.get("template", "")
    if template not in templates:
        raise row.mistake(f"no template {template!r}")
    return Frame(
        name=row.value("name"),
        event=row.value("event"),
        nouns=frozenset(joined(noun) for noun in told.get("nouns", ())),
        verbs=frozenset(joined(verb) for verb in told.get("verbs", ())),
        roles={**templates[template], **told.get("slots", {})},
        needs=tuple(_need(need) for need in row.each("needs")),
        bars=tuple(_need(bar) for bar in row.each("bars")),
        unless=frozenset(told.get("unless", ())),
        alone=told.get("alone", False),
        adjective=told.get("adjective", False),
        statement=told.get("statement", False),
        toll_only=told.get("toll_only", False),
        spelled=tuple(told.get("verbs", ())),
        told=tuple(told.get("nouns", ())),
        yes=tuple(told.get("yes", ())),
        no=tuple(told.get("no", ())),
    )


def _need(row: Table) -> Need:
    row.allow(*_NEED_KEYS)
    told = row.rows
    if told.get("kind", "") not in ("", *KINDS):
        raise row.mistake(f"kind must be one of {', '.join(KINDS)}")
    return Need(
        slot=row.value("slot"),
        words=frozenset(told.get("words", ())),
        kind=told.get("kind", ""),
        beside=frozenset(told.get("with", ())),
        also=tuple(_need(need) for need in row.each("also")),
    )
