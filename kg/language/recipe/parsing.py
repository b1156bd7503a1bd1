"""Documents with trees to train on: treebanks plain and disturbed, inverted speech, built copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.language.recipe import augment, convert, speech
from kg.language.recipe.chance import seeded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.language.recipe.conllu import Sentence
    from kg.language.recipe.names import Names
    from kg.language.recipe.sources import Treebanks

_BUILT = 5000  # built sentences: about one word in eight of the whole set
_SEED = 20


def training(nlp: Language, banks: Treebanks, names: Names) -> dict[str, list[Doc]]:
    """The training documents by kind: plain and disturbed trees, inverted speech, built copy."""
    plain = [convert.merged(nlp, sentence) for sentence in banks.train]
    known = speech.analyses(plain)
    built = list(speech.copy(known, names, _BUILT, _SEED))
    spoken = [*augment.spoken(plain, _SEED), *augment.spoken(plain, _SEED + 1)]
    sets = {
        "trees": plain,
        "disturbed": _disturbed(plain, names),
        "speech": spoken,
        "built": _disturbed(built, names),
    }
    return {
        kind: convert.documents(nlp, sentences, _SEED + number)
        for number, (kind, sentences) in enumerate(sets.items())
    }


def _disturbed(sentences: Sequence[Sentence], names: Names) -> list[Sentence]:
    chance = seeded(_SEED)
    return [augment.noisy(augment.renamed(s, names, chance), chance) for s in sentences]


def plain(nlp: Language, sentences: Sequence[Sentence]) -> list[Doc]:
    """Sentences unchanged but for merged tokens, in documents of up to eight."""
    return convert.documents(nlp, [convert.merged(nlp, s) for s in sentences], _SEED)
