"""Passages with names to train on: open corpora, partly renamed, and filled templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe import convert, entities, slots
from kg.language.recipe.chance import seeded
from kg.language.recipe.names import Names, split
from kg.language.recipe.passages import Passage
from kg.language.recipe.sources import gum_split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_SEED = 30
_RENAMED = 0.5
_ROUNDS = 12  # how often each template is filled
_HELD = 12  # every twelfth name of names.toml is kept for testing


@dataclass(frozen=True, slots=True)
class Passages:
    """Marked passages by use."""

    train: Mapping[str, Sequence[Passage]]
    dev: Sequence[Passage]
    tests: Mapping[str, Sequence[Passage]]


def gather(root: Path, re3d: Path, names: Names) -> Passages:
    """The passages of every corpus, split by whole documents or by the corpus's own parts."""
    gum = {part: entities.gum(convert.gum(root, ids)) for part, ids in gum_split(root).items()}
    third = list(entities.re3d(re3d).values())
    kept, held = split(names, _HELD)
    open_text = [
        *gum["train"],
        *entities.uner(root, "dev"),
        *(p for part in ("train", "dev") for p in entities.crossner(root, part)),
        *(p for domain in ("ai", "literature", "music", "science")
          for p in entities.crossner(root, "test", domain)),
    ]  # fmt: skip
    conflict = [p for index, pages in enumerate(third) if index % 5 > 1 for p in pages]
    return Passages(
        train=_mixed([*open_text[::2], *conflict], conflict, kept),
        dev=[*gum["dev"], *(p for pages in third[1::5] for p in pages)],
        tests={
            "gum_test": gum["test"],
            "uner_ewt_test": entities.uner(root, "test"),
            "crossner_politics_test": entities.crossner(root, "test", "politics"),
            "re3d_held_out": [p for pages in third[0::5] for p in pages],
            "templates_unseen_names": list(slots.copy(held, 1, _SEED)),
        },
    )


def _mixed(
    corpus: Sequence[Passage], conflict: Sequence[Passage], names: Names
) -> dict[str, list[Passage]]:
    """The corpora with names put out in half of them, conflict texts twice, the templates."""
    several = [*corpus, *conflict]
    renamed = list(slots.renamed(several, names, _SEED))
    chance = seeded(_SEED)
    either = [pair[chance.random() < _RENAMED] for pair in zip(several, renamed, strict=True)]
    return {
        "names": disturbed(either, _SEED),
        "templates": disturbed(slots.copy(names, _ROUNDS, _SEED + 1), _SEED),
    }


def disturbed(passages: Iterable[Passage], seed: int) -> list[Passage]:
    """The passages, some with curly or lost apostrophes or in capitals."""
    chance = seeded(seed)
    return [slots.disturbed(passage, chance) for passage in passages]
