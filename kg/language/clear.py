"""CLEAR trees, as spaCy's `en_core_web_*` make them, in the shape of Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Word

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "npadvmod": "obl:unmarked",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "nn": "compound",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
}


def to_universal(words: list[Word]) -> None:
    """Turn a CLEAR tree into the shape of Universal Dependencies, in place.

    CLEAR makes a preposition the head of its noun, chains conjuncts and heads a clause with
    its copula; Universal Dependencies hangs the preposition on the noun, hangs every conjunct on
    the first, and heads the clause with the predicate noun.
    """
    for word in words:
        word.rel = _RENAMED.get(word.rel, word.rel)
    for word in words:
        if word.rel in ("pobj", "pcomp") and word.head is not None:
            _lift_over_preposition(word, word.head)
    for word in words:
        if word.rel == "conj" and word.head is not None:
            _move(word, _first_conjunct(word.head))


def _first_conjunct(word: Word) -> Word:
    while word.rel == "conj" and word.head is not None:
        word = word.head
    return word


def _lift_over_preposition(word: Word, preposition: Word) -> None:
    """Make the noun below a preposition the dependent, and the preposition its case."""
    chain = _prepositions(preposition)
    top = chain[-1]
    if top.head is None:
        return
    governor = top.head
    _move(word, governor)
    word.rel = "nmod" if governor.is_nominal else "obl"
    if top.rel == "agent":
        word.rel = "obl:agent"
    for each in chain:
        _move(each, word)
        each.rel = "case"


def _prepositions(lowest: Word) -> list[Word]:
    """A preposition and those that it hangs on: "of" and "out" in "out of the town"."""
    chain = [lowest]
    while chain[-1].rel == "prep" and (above := chain[-1].head) is not None:
        if above.rel not in ("prep", "agent") and above.pos not in ("ADP", "SCONJ"):
            break
        chain.append(above)
    return chain


def _move(word: Word, head: Word) -> None:
    if word.head is not None:
        word.head.children.remove(word)
    word.head = head
    head.children.append(word)
    head.children.sort(key=lambda child: child.i)
