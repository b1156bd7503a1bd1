"""Parsed sentences written by hand, once for both label schemes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.syntax import Sentence, Word, sentences

SCHEMES = ("ud", "clear")


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence as rules see it."""

    sentence: Sentence

    def the(self, text: str) -> Word:
        """The first word of that text."""
        return next(word for word in self.sentence.words if word.text == text)


@lru_cache(maxsize=1)
def vocab() -> Vocab:
    """English words' small letters."""
    return spacy.blank("en").vocab


def doc(rows: str, scheme: str) -> Doc:
    """A spaCy Doc from rows `word/POS/relation@head`, heads counted from 1, 0 for the root.

    A fourth part `relation@head` holds for CLEAR where it differs from Universal Dependencies.
    """
    columns = [row.split("/") for row in rows.split()]
    arcs = [each[3 if scheme == "clear" and len(each) > 3 else 2].split("@") for each in columns]
    heads = [int(head) - 1 if int(head) else at for at, (_, head) in enumerate(arcs)]
    return Doc(
        vocab(),
        words=[each[0] for each in columns],
        pos=[each[1] for each in columns],
        deps=[relation for relation, _ in arcs],
        heads=heads,
    )


def tree(rows: str, scheme: str) -> Tree:
    """The only sentence of the rows, read in a scheme."""
    (sentence,) = sentences(doc(rows, scheme), clear=scheme == "clear")
    return Tree(sentence)


def texts(words: list[Word]) -> list[str]:
    """The words as written."""
    return [word.text for word in words]
