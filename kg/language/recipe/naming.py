"""The entity recogniser's sets: open corpora, the same renamed, and filled templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe import convert, entities, slots
from kg.language.recipe.chance import seeded
from kg.language.recipe.names import Names, split
from kg.language.recipe.passages import Passage, document
from kg.language.recipe.sources import gum_split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "SPACY")
_SEED = 30
_ROUNDS = 30  # how often each template is filled
_HELD = 12  # every twelfth name of names.toml is kept for testing


@dataclass(frozen=True, slots=True)
class Passages:
    """Marked passages by use."""

    train: Sequence[Passage]
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
        train=_mixed([*open_text, *conflict], conflict, kept),
        dev=[*gum["dev"], *(p for pages in third[1::5] for p in pages)],
        tests={
            "gum_test": gum["test"],
            "uner_ewt_test": entities.uner(root, "test"),
            "crossner_politics_test": entities.crossner(root, "test", "politics"),
            "re3d_held_out": [p for pages in third[0::5] for p in pages],
            "templates_unseen_names": list(slots.copy(held, 1, _SEED)),
        },
    )


def _mixed(corpus: Sequence[Passage], conflict: Sequence[Passage], names: Names) -> list[Passage]:
    """The corpus, once more with its names put out; conflict texts twice more; the templates."""
    chance = seeded(_SEED)
    several = [*corpus, *conflict, *conflict]
    every = [
        *several,
        *slots.renamed(several, names, _SEED),
        *slots.copy(names, _ROUNDS, _SEED + 1),
    ]
    return [slots.disturbed(passage, chance) for passage in every]


def write(nlp: Language, passages: Sequence[Passage], path: Path) -> None:
    """Write passages as one .spacy file, shuffled."""
    docs: list[Doc] = [document(nlp, passage) for passage in passages if passage.text]
    seeded(_SEED).shuffle(docs)
    convert.write(docs, path, ATTRIBUTES)
