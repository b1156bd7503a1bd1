"""Nouns that stand for actors without naming them, read from ontology/lexicon/nominals.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.resolve.wordlists import WordFile, read, word_list
from kg.resolve.world import ACTOR_CLASSES

KINDS = (
    "forces",
    "aircraft",
    "allies",
    "branch",
    "fighters",
    "group",
    "government",
    "office",
    "body",
    "population",
)
_KEYS = frozenset(("kind", "class", "heads", "label", "home"))
#: Field of Nominals -> table and key of its words.
_LISTS = {
    "facility": ("facility", "heads"),
    "struck": ("facility", "struck"),
    "peoples": ("peoples", "adjectives"),
    "unnamed": ("unnamed", "heads"),
    "relational": ("relational", "heads"),
    "unowning": ("unowning", "words"),
    "led": ("owning", "participles"),
    "loyal": ("owning", "loyal"),
    "unowning_forces": ("owning", "unowning"),
    "armed_groups": ("groups", "armed"),
    "called": ("groups", "called"),
    "ruling": ("government", "ruling"),
    "state_bodies": ("government", "bodies"),
    "state_owning": ("government", "owning"),
    "state_securing": ("government", "securing"),
    "former": ("former", "words"),
    "articles": ("articles", "words"),
    "monitor": ("monitor", "words"),
    "quantities": ("quantities", "heads"),
    "speaking": ("speaking", "verbs"),
    "rivals": ("rivals", "heads"),
    "rivalling": ("rivals", "words"),
    "uncalled": ("uncalled", "heads"),
    "calendar": ("calendar", "words"),
}


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun for actors: its kind, the class of the actor, its generic label ("" = its plural).

    `home` tells that it stands, alone, for the state in focus.
    """

    kind: str
    cls: str
    label: str
    home: bool


@dataclass(frozen=True, slots=True)
class Nominals:
    """All nominal knowledge; words are lemmas or forms in small letters.

    Attributes:
        heads: lemma -> nominal; of two rows with one head, the first in the file counts.
        facility: lemmas of facilities; `struck` those that count as whom an attack is on.
        side: modifier -> side label.
        sides: side label -> class.
        peoples: adjectives of peoples without a state.
        unnamed: nouns of one person without a name ("the pilot").
        relational: lemmas of nouns that stand for their owner.
        unowning: side words that own nothing.
        led: participles behind a hyphen that make a name the owner.
        loyal: adjectives and participles that make the noun behind "to" or "with" the owner.
        unowning_forces: nouns for forces that own nothing as modifiers.
        armed_groups: group nouns that stand for armed groups only; `called` those that stand
            for an actor only if its name has them.
        ruling: nouns that alone stand for the government in focus; `state_bodies` those of bodies
            that can only be its, `state_owning` those that stand for it as modifiers,
            `state_securing` the modifiers of "forces" that make them the state's.
        former: words for what a branch was once.
        articles: capitalised articles that belong to a name.
        monitor: words of a phrase that tell of a body that watches a war.
        quantities: lemmas that count the noun behind "of".
        speaking: verbs whose subject speaks.
        rivals: nouns that, with a word of `rivalling`, stand for both who fight ("both sides").
        uncalled: group nouns that call back no actor by its name.
        calendar: capitalised words that are no names.
    """

    heads: Mapping[str, Nominal]
    facility: frozenset[str]
    struck: frozenset[str]
    side: Mapping[str, str]
    sides: Mapping[str, str]
    peoples: frozenset[str]
    unnamed: frozenset[str]
    relational: frozenset[str]
    unowning: frozenset[str]
    led: frozenset[str]
    loyal: frozenset[str]
    unowning_forces: frozenset[str]
    armed_groups: frozenset[str]
    called: frozenset[str]
    ruling: frozenset[str]
    state_bodies: frozenset[str]
    state_owning: frozenset[str]
    state_securing: frozenset[str]
    former: frozenset[str]
    articles: frozenset[str]
    monitor: frozenset[str]
    quantities: frozenset[str]
    speaking: frozenset[str]
    rivals: frozenset[str]
    rivalling: frozenset[str]
    uncalled: frozenset[str]
    calendar: frozenset[str]

    def of(self, word: Word) -> Nominal | None:
        """The nominal at the head of a phrase, of two words ("security forces") or of one."""
        compounds = (c.lower for c in word.children if c.rel in ("compound", "amod"))
        doubles = (self.heads.get(f"{compound} {word.lemma}") for compound in compounds)
        return (
            next((noun for noun in doubles if noun is not None), None)
            or self.heads.get(word.lemma)
            # The tagger may miss a lemma ("jihadists"), and some nouns are none without their s:
            # "others", but not "each accuses the other".
            or self.heads.get(word.lower)
            or self.heads.get(word.lower.removesuffix("s"))
        )

    def side_of(self, *forms: str) -> str:
        """The side of the first form that tells one, "" if none does."""
        return next((self.side[form] for form in forms if form in self.side), "")

    def side_in(self, word: Word) -> str:
        """The side that a phrase's modifiers tell ("rebel forces"), "" if none."""
        sides = (self.side_of(part.lower, part.lemma) for part in phrase(word) if part is not word)
        return next(filter(None, sides), "")

    def people_in(self, word: Word) -> str:
        """The people without a state among a phrase's modifiers ("Kurdish fighters"), or ""."""
        for part in phrase(word):
            if part is not word and part.lower in self.peoples and part.is_capitalised:
                return part.text
        return ""

    def is_monitor(self, word: Word) -> bool:
        """For "an NGO", "the war monitor", "a monitoring group", "the Observatory"."""
        return word.lemma in self.monitor or any(p.lower in self.monitor for p in phrase(word))


@lru_cache(maxsize=4)
def load(folder: Path) -> Nominals:
    """The nominals of an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    file = read(folder / "lexicon" / "nominals.toml")
    lists = file.columns(_LISTS, "nominal", "side", "sides")
    lists["peoples"] = frozenset(word.lower() for word in lists["peoples"])
    side, sides = _sides(file)
    return Nominals(heads=_heads(file), side=side, sides=sides, **lists)


def _heads(file: WordFile) -> dict[str, Nominal]:
    heads: dict[str, Nominal] = {}
    for at, row in enumerate(file.tables.get("nominal", ()), start=1):
        nominal = _nominal(row, f"{file.path}: nominal {at}")
        for head in row["heads"]:
            heads.setdefault(head, nominal)
    return heads


def _nominal(row: dict[str, Any], where: str) -> Nominal:
    unknown = set(row) - _KEYS
    if unknown:
        raise KnowledgeError(f"unknown key {min(unknown)!r}", where=where)
    if row.get("kind") not in KINDS:
        raise KnowledgeError(f"kind must be one of {', '.join(KINDS)}", where=where)
    _actor_class(row.get("class"), where)
    word_list(row.get("heads"), f"{where}: heads")
    return Nominal(row["kind"], row["class"], row.get("label", ""), row.get("home", False))


def _sides(file: WordFile) -> tuple[Mapping[str, str], Mapping[str, str]]:
    side, sides = file.tables.get("side", {}), file.tables.get("sides", {})
    for label in sides:
        _actor_class(sides[label], f"{file.path}: sides.{label}")
    for word in side:
        if side[word] not in sides:
            raise KnowledgeError(f"no side {side[word]!r}", where=f"{file.path}: side.{word}")
    return side, sides


def _actor_class(cls: object, where: str) -> None:
    if cls not in ACTOR_CLASSES:
        raise KnowledgeError(f"class must be one of {', '.join(ACTOR_CLASSES)}", where=where)
