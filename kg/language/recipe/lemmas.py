"""The lemmas of words that the treebanks show, looked up before any is predicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SEEN = 2  # a pair of form and part of speech seen less often may be a slip
_AGREED = 0.8  # share of its occurrences that the commonest lemma must have
_OWN = frozenset(("PROPN", "X", "SYM", "PUNCT", "SPACE", "NUM"))  # no dictionary helps with these


def table(docs: Iterable[Doc]) -> dict[str, dict[str, str]]:
    """Part of speech -> form in small letters -> lemma, for what the documents agree on."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for token in (token for doc in docs for token in doc if token.pos_ not in _OWN):
        counts.setdefault((token.pos_, token.lower_), Counter())[token.lemma_] += 1
    found: dict[str, dict[str, str]] = {}
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, best = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= _SEEN and best >= _AGREED * total:
            found.setdefault(pos, {})[form] = lemma
    return found
