"""Names of the field, drawn by chance: towns, groups, bodies, people, with spelling variants."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence

_FILE = Path(__file__).with_name("names.toml")
_ARTICLES = ("al-", "Al-", "al ", "Al ", "el-", "El-")


@dataclass(frozen=True, slots=True)
class Names:
    """The pools that a training sentence's slots are filled from, by kind of name."""

    pools: Mapping[str, tuple[str, ...]]

    def draw(self, kind: str, chance: random.Random) -> str:
        """One name of a kind of names.toml, or of a person ("person", "surname").

        A leading "the" is kept; where a name bears the Arabic article, its spelling may vary.

        Raises:
            KeyError: for a kind that names.toml doesn't have.
        """
        if kind == "person":
            return f"{self.draw('given', chance)} {self.draw('family', chance)}"
        return respelt(chance.choice(self.pools[kind]), chance)


def load() -> Names:
    """The pools of names.toml, groups of all shapes together under "group".

    Raises:
        OSError, tomllib.TOMLDecodeError: if the file is missing or broken.
    """
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    pools = {kind: tuple(row) for kind, row in rows.items()}
    groups = pools["flat_groups"] + pools["english_groups"] + pools["acronyms"]
    return Names({**pools, "group": groups})


def split(names: Names, share: int) -> tuple[Names, Names]:
    """The pools parted in two: every `share`-th name is held out, the rest is for training."""
    kept = {kind: _every(row, lambda i: i % share != 0) for kind, row in names.pools.items()}
    held = {kind: _every(row, lambda i: i % share == 0) for kind, row in names.pools.items()}
    return Names(kept), Names(held)


def _every(row: Sequence[str], wanted: Callable[[int], bool]) -> tuple[str, ...]:
    return tuple(name for index, name in enumerate(row) if wanted(index))


def respelt(name: str, chance: random.Random) -> str:
    """The name with its Arabic article written in one of the ways that agencies write it."""
    if "al-" not in name or chance.random() < 0.5:
        return name
    article = chance.choice(_ARTICLES)
    return name.replace("al-", article)
