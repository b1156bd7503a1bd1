"""Paragraphs written for this project, with names marked in square brackets: [LOC Saraqib]."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe.chance import seeded
from kg.language.recipe.passages import Name, Passage

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_MARK = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")
_BLOCK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a file.

    Attributes:
        passage: its text and names.
        notes: what stands behind "- " on the lines below it.
    """

    passage: Passage
    notes: tuple[str, ...]


def read(text: str) -> dict[str, Block]:
    """The paragraphs of one file by their ids.

    Raises:
        ValueError: for a block that doesn't begin with "# id".
    """
    found = {}
    for block in filter(str.strip, _BLOCK.split(text.strip())):
        first, *lines = block.split("\n")
        if not first.startswith("# "):
            raise ValueError(f"a paragraph begins with '# id', not with {first[:40]!r}")
        told = "\n".join(line for line in lines if not line.startswith("- "))
        notes = tuple(line[2:] for line in lines if line.startswith("- "))
        found[first[2:].strip()] = Block(passage(told), notes)
    return found


def passage(marked: str) -> Passage:
    """The plain text of a marked one, and its names.

    >>> passage("near [LOC Saraqib].")
    Passage(text='near Saraqib.', names=(Name(start=5, end=12, label='LOC'),))
    """
    text, names, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        names.append(Name(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return Passage(text + marked[at:], tuple(names))


def read_all(directory: Path) -> list[Passage]:
    """The paragraphs of every .txt file of a directory, in the order of their names."""
    files = sorted(directory.glob("*.txt"))
    blocks = [read(file.read_text(encoding="utf-8")) for file in files]
    return [block.passage for found in blocks for block in found.values()]


def swapped(
    passages: Sequence[Passage], pools: Mapping[str, Sequence[str]], share: float, seed: int
) -> Iterator[Passage]:
    """The passages with some of their names put out for others of the same kind and shape.

    The same name in one passage gets the same other name.

    Args:
        passages: marked ones.
        pools: names by label; labels without a pool stay.
        share: how many names are put out, of one.
        seed: of the draws.
    """
    chance = seeded(seed)
    for each in passages:
        yield _swapped(each, pools, share, chance)


def _swapped(
    each: Passage, pools: Mapping[str, Sequence[str]], share: float, chance: random.Random
) -> Passage:
    drawn: dict[tuple[str, str], str] = {}
    text, names, at = "", [], 0
    for mark in each.names:
        old = each.text[mark.start : mark.end]
        pool = pools.get(shape(mark.label, old), ())
        if (mark.label, old) not in drawn:
            drawn[mark.label, old] = (
                chance.choice(pool) if pool and chance.random() < share else old
            )
        new = drawn[mark.label, old]
        text += each.text[at : mark.start]
        names.append(Name(len(text), len(text) + len(new), mark.label))
        text += new
        at = mark.end
    return Passage(text + each.text[at:], tuple(names))


def shape(label: str, name: str) -> str:
    """The pool that a name is drawn from: acronyms for acronyms, last names for last names."""
    alone = " " not in name
    if label == "ORG" and alone and name.isupper():
        return "ORG acronym"
    if label == "PERSON" and alone:
        return "PERSON last"
    return label


def pools_of(passages: Sequence[Passage]) -> dict[str, list[str]]:
    """The names of passages by pool, each once, sorted."""
    found: dict[str, set[str]] = {}
    for each in passages:
        for mark in each.names:
            name = each.text[mark.start : mark.end]
            found.setdefault(shape(mark.label, name), set()).add(name)
    return {kind: sorted(names) for kind, names in sorted(found.items())}
