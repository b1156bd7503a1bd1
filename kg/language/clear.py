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
    "preconj": "cc:preconj",
}
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"))


def to_universal(words: list[Word]) -> None:
    """Turn a CLEAR tree into the shape of Universal Dependencies, in place.

    CLEAR makes a preposition the head of its noun, chains conjuncts and heads a clause with
    its copula; Universal Dependencies hangs the preposition on the noun, hangs every conjunct on
    the first, and heads the clause with the predicate noun.
    """
    for word in words:
        if word.rel in ("attr", "acomp") and word.head is not None and word.head.lemma in _BE:
            _raise_predicate(word, word.head)
    for word in words:
        word.rel = _RENAMED.get(word.rel, word.rel)
    for word in words:
        if word.rel in ("pobj", "pcomp") and word.head is not None:
            _lift_over_preposition(word, word.head)
    for word in words:
        if word.rel == "conj" and word.head is not None:
            _move(word, _first_conjunct(word.head))
    for word in words:
        if word.rel == "cc" and word.head is not None:
            _hang_on_next(word, word.head)


def _raise_predicate(predicate: Word, copula: Word) -> None:
    """Let a predicate head its clause, its copula hang on it: "Tehran is no ally".

    In "there were clashes" the noun is no predicate but the subject.
    """
    if copula.of("expl"):
        predicate.rel = "nsubj"
        return
    if copula.head is None:
        copula.children.remove(predicate)
        predicate.head = None
    else:
        _move(predicate, copula.head)
    predicate.rel = copula.rel
    for child in list(copula.children):
        _move(child, predicate)
    _move(copula, predicate)
    copula.rel = "cop"


def _first_conjunct(word: Word) -> Word:
    while word.rel == "conj" and word.head is not None:
        word = word.head
    return word


def _hang_on_next(conjunction: Word, conjunct: Word) -> None:
    """Hang "and" on the conjunct behind it, where there is one."""
    joined = _first_conjunct(conjunct).of("conj")
    behind = [child for child in joined if child.i > conjunction.i]
    if behind:
        _move(conjunction, behind[0])


def _lift_over_preposition(word: Word, preposition: Word) -> None:
    """Make the noun below a preposition the dependent, and the preposition its case."""
    chain = _prepositions(preposition)
    top = chain[-1]
    if top.head is None:
        return
    governor = top.head
    clause = word.rel == "pcomp" and word.pos in ("VERB", "AUX")
    if top.rel == "conj" and governor.rel == "case" and governor.head is not None:
        # "in Hama and in Homs": the second noun is joined to the first, with its conjunction.
        first = governor.head
        for conjunction in governor.of("cc"):
            _move(conjunction, first)
        _move(word, first)
        word.rel = "conj"
    else:
        _move(word, governor)
        word.rel = _relation(governor, clause=clause, agent=top.rel == "agent")
    for each in chain:
        _move(each, word)
        each.rel = "mark" if clause else "case"


def _relation(governor: Word, *, clause: bool, agent: bool) -> str:
    if clause:
        return "acl" if governor.is_nominal else "advcl"
    if agent:
        return "obl:agent"
    return "nmod" if governor.is_nominal else "obl"


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
