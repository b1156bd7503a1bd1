"""The parser's training set: treebanks, plain and disturbed, inverted speech and built copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.language.recipe import augment, convert, speech
from kg.language.recipe.chance import seeded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.language import Language

    from kg.language.recipe.conllu import Sentence
    from kg.language.recipe.names import Names
    from kg.language.recipe.sources import Treebanks

_BUILT = 5000  # built sentences: about one word in eight of the whole set
_SEED = 20


def write_train(nlp: Language, banks: Treebanks, names: Names, path: Path) -> int:
    """Write the training documents, shuffled; give their number.

    Every treebank sentence stands in the set twice: as it is, and disturbed by chance.
    """
    plain = [convert.merged(nlp, sentence) for sentence in banks.train]
    known = speech.analyses(plain)
    built = list(speech.copy(known, names, _BUILT, _SEED))
    spoken = [*augment.spoken(plain, _SEED), *augment.spoken(plain, _SEED + 1)]
    docs = convert.documents(nlp, plain, _SEED)
    for number, sentences in enumerate(
        (_disturbed(plain, names), spoken, _disturbed(built, names))
    ):
        docs += convert.documents(nlp, sentences, _SEED + number)
    seeded(_SEED).shuffle(docs)
    convert.write(docs, path)
    return len(docs)


def _disturbed(sentences: Sequence[Sentence], names: Names) -> list[Sentence]:
    chance = seeded(_SEED)
    return [augment.noisy(augment.renamed(s, names, chance), chance) for s in sentences]


def write_test(nlp: Language, sentences: Sequence[Sentence], path: Path) -> None:
    """Write sentences unchanged but for merged tokens, in documents of up to eight."""
    merged = [convert.merged(nlp, sentence) for sentence in sentences]
    convert.write(convert.documents(nlp, merged, _SEED), path)
