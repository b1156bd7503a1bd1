"""Passages from sentence templates whose slots are filled with names."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language.recipe.chance import seeded
from kg.language.recipe.passages import Name, Passage

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from kg.language.recipe.names import Names

_FILE = Path(__file__).with_name("templates.txt")
_SLOT = re.compile(r"\{([a-z_]+)(?::\d)?\}")
_LABELS = {
    "town": "LOC", "region": "LOC", "state": "LOC", "capital": "LOC", "group": "ORG",
    "acronym": "ORG", "body": "ORG", "plain_body": "ORG", "short_body": "ORG",
    "plural_group": "ORG", "agency": "ORG", "person": "PERSON",
    "family": "PERSON", "demonym": "NORP", "day": "DATE", "month": "DATE",
}  # fmt: skip
_POOLS = {
    "town": "towns", "region": "regions", "state": "states", "capital": "capitals",
    "acronym": "acronyms", "body": "bodies", "plain_body": "plain_bodies",
    "short_body": "short_bodies", "plural_group": "plural_groups", "agency": "agencies",
    "demonym": "demonyms", "title": "titles",
}  # fmt: skip
_WORDS = {
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "month": ["January", "February", "March", "April", "May", "June", "August", "December", "2014"],
    "figure": ["two", "three", "11", "19", "24", "40", "120", "1,500", "dozens of", "at least 12"],
}


def templates() -> list[str]:
    """The lines of templates.txt."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def filled(template: str, names: Names, chance: random.Random) -> Passage:
    """The template with every slot filled; the same slot twice gets the same name."""
    drawn: dict[str, str] = {}
    text, marks, at = "", [], 0
    for match in _SLOT.finditer(template):
        text += template[at : match.start()]
        name = drawn.setdefault(match[0], _name(match[1], names, chance))
        article = _article(match[1], name, text)
        text += article
        if match[1] in _LABELS:
            skip = 4 if name.startswith("the ") else 0
            marks.append(Name(len(text) + skip, len(text) + len(name), _LABELS[match[1]]))
        text += name
        at = match.end()
    return _capital(Passage(text + template[at:], tuple(marks)))


def _name(kind: str, names: Names, chance: random.Random) -> str:
    if kind in _WORDS:
        return chance.choice(_WORDS[kind])
    if kind == "acronym" and chance.random() < 0.4:
        return "".join(chance.choices("ABCDEFHIJKLMNOPRSTUW", k=chance.choice([3, 3, 4, 5])))
    return names.draw(_POOLS.get(kind, kind), chance)


def _article(kind: str, name: str, before: str) -> str:
    """An article before bodies and groups that are told with it."""
    words = name.split()
    if before.endswith("the ") or len(words) < 2 or words[0].lower() == "the":
        return ""
    common = {
        "Army",
        "Front",
        "Forces",
        "Party",
        "Movement",
        "Council",
        "Brigade",
        "Guards",
        "Group",
    }
    told = kind == "body" or (kind == "group" and (words[-1] in common or " of " in name))
    return "the " if told else ""


def _capital(passage: Passage) -> Passage:
    return replace(passage, text=passage.text[:1].upper() + passage.text[1:])


def copy(names: Names, rounds: int, seed: int) -> Iterator[Passage]:
    """Every template that many times, each time with other names."""
    chance = seeded(seed)
    for _ in range(rounds):
        for template in templates():
            yield filled(template, names, chance)


def renamed(passages: Sequence[Passage], names: Names, seed: int) -> Iterator[Passage]:
    """The passages with about two names in five put out for names of the field."""
    chance = seeded(seed)
    kinds = {"LOC": ["towns", "regions", "states", "capitals"], "PERSON": ["person", "family"]}
    for passage in passages:
        text, marks, at = "", [], 0
        for mark in passage.names:
            text += passage.text[at : mark.start]
            name = passage.text[mark.start : mark.end]
            if chance.random() < 0.4:
                kind = chance.choice(kinds.get(mark.label, ["group", "bodies", "acronyms"]))
                name = names.draw(kind, chance).removeprefix("the ")
            marks.append(Name(len(text), len(text) + len(name), mark.label))
            text += name
            at = mark.end
        yield Passage(text + passage.text[at:], tuple(marks))


def disturbed(passage: Passage, chance: random.Random) -> Passage:
    """The passage with curly, lost or no apostrophes changed, or in capitals, by chance."""
    draw = chance.random()
    if draw < 0.3:
        return replace(passage, text=passage.text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"))
    if draw < 0.31 and len(passage.text.upper()) == len(passage.text):
        return replace(passage, text=passage.text.upper())
    return bare(passage) if draw < 0.41 else passage


def bare(passage: Passage) -> Passage:
    """The passage with the apostrophes of "'s" lost; a name takes in the letter that remains."""
    lost = [match.start() for match in re.finditer(r"(?<=\w)'(?=s\b)", passage.text)]
    names = []
    for name in passage.names:
        before = sum(at < name.start for at in lost)
        within = sum(name.start <= at < name.end for at in lost)
        end = name.end - before - within + (name.end in lost)
        names.append(Name(name.start - before, end, name.label))
    text = "".join(letter for at, letter in enumerate(passage.text) if at not in set(lost))
    return Passage(text, tuple(names))
