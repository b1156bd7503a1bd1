"""Whom "he" may mean: whether the person told last has a name."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.resolve.context import Context
from kg.resolve.named import Named


def is_unnamed(context: Context, names: Mapping[int, Named], word: Word) -> bool:
    """For "he" behind "the pilot": whether the person told last before a word has no name."""
    before = word.previous
    while before is not None:
        named = names.get(before.i)
        if named is not None and _is_person(named):
            return False
        if before.lower == before.lemma and _is_anybody(context, names, before):
            return True
        before = before.previous
    return context.is_unnamed


def _is_person(named: Named) -> bool:
    known = any(meaning.entity.cls == "Person" for meaning in named.meanings)
    return known or named.entity == "PERSON"


def _is_anybody(context: Context, names: Mapping[int, Named], word: Word) -> bool:
    """Whether a noun tells of one person as subject, and no name beside it says of whom."""
    if word.pos != "NOUN" or word.lemma not in context.nominals.unnamed:
        return False
    beside = [*word.of("appos", "flat", "nmod:desc"), *phrase(word)]
    is_title = any((name := names.get(each.i)) and _is_person(name) for each in beside)
    return word.base in ("nsubj", "obl:agent") and not is_title
