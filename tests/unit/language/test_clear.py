"""Where CLEAR trees differ from Universal Dependencies in shape: chains, clauses, copulas."""

from __future__ import annotations

import pytest

from kg.language.arguments import objects, subjects
from kg.language.grammar import conjuncts, is_negated, obliques
from kg.language.syntax import Word
from language import examples
from language.trees import SCHEMES, Tree, texts, tree

TWICE = (
    "They/PRON/nsubj@2 fought/VERB/root@0 in/ADP/case@4/prep@2 Hama/PROPN/obl@2/pobj@3 "
    "and/CCONJ/cc@7/cc@3 in/ADP/case@7/conj@3 Homs/PROPN/conj@4/pobj@6"
)
AFTER = (
    "Rebels/NOUN/nsubj@2 withdrew/VERB/root@0 after/SCONJ/mark@4/prep@2 "
    "losing/VERB/advcl@2/pcomp@3 "
    "Homs/PROPN/obj@4/dobj@4"
)
NO_ALLY = (
    "Tehran/PROPN/nsubj@5/nsubj@2 is/AUX/cop@5/root@0 not/PART/advmod@5/neg@2 an/DET/det@5 "
    "ally/NOUN/root@0/attr@2"
)
NEITHER = (
    "Neither/CCONJ/cc:preconj@2/preconj@2 Moscow/PROPN/nsubj@5 nor/CCONJ/cc@4/cc@2 "
    "Ankara/PROPN/conj@2 "
    "agreed/VERB/root@0"
)
LONG = (
    "Rebels/NOUN/nsubj@2 took/VERB/root@0 Hama/PROPN/obj@2/dobj@2 ,/PUNCT/punct@5/punct@3 "
    "Homs/PROPN/conj@3 ,/PUNCT/punct@7/punct@5 Idlib/PROPN/conj@3/conj@5 and/CCONJ/cc@9/cc@7 "
    "Daraa/PROPN/conj@3/conj@7"
)
UNDER = (
    "Jets/NOUN/nsubj@2 hit/VERB/root@0 convoys/NOUN/obj@2/dobj@2 from/ADP/case@6/prep@2 "
    "up/ADP/case@6/prep@4 hills/NOUN/obl@2/pobj@5 near/ADP/case@8/prep@6 Hama/PROPN/nmod@6/pobj@7"
)
CLOSED = (
    "Roads/NOUN/nsubj@2 stayed/VERB/root@0 shut/ADJ/xcomp@2/acomp@2 to/ADP/case@5/prep@3 "
    "lorries/NOUN/obl@3/pobj@4"
)
CLASHES = (
    "There/PRON/expl@2 were/VERB/root@0 clashes/NOUN/nsubj@2/attr@2 in/ADP/case@5/prep@3 "
    "Hama/PROPN/nmod@3/pobj@4"
)
WAS_TAKEN = (
    "Iran/PROPN/nsubj@4/nsubj@2 was/AUX/cop@4/ccomp@6 an/DET/det@4 ally/NOUN/ccomp@6/attr@2 "
    ",/PUNCT/punct@6 said/VERB/root@0"
)
# A title and a bare noun of time keep other labels, with the same answers.
OTHER_LABELS = ("TITLE", "TWO_DAYS")
SAME_SHAPE = [
    getattr(examples, name)
    for name in sorted(dir(examples))
    if name.isupper() and name not in OTHER_LABELS
]


def shape(tree: Tree) -> list[tuple[str, str, str]]:
    """Each word with its base relation and head; function words and punctuation aside."""
    return [
        (word.text, word.base, word.head.text if word.head else "")
        for word in tree.sentence.words
        if word.rel not in ("case", "fixed", "punct", "cc", "aux", "mark")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        LONG,
        UNDER,
        CLOSED,
        *SAME_SHAPE,
        TWICE,
        AFTER,
        NO_ALLY,
        CLASHES,
        WAS_TAKEN,
    ],
)
def test_a_clear_tree_takes_the_universal_shape(rows: str) -> None:
    assert shape(tree(rows, "clear")) == shape(tree(rows, "ud"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("rows", [LONG, UNDER, NO_ALLY, NEITHER])
def test_heads_and_children_tell_the_same_tree(scheme: str, rows: str) -> None:
    words = tree(rows, scheme).sentence.words
    below = {(parent.i, child.i) for parent in words for child in parent.children}
    above = {(word.head.i, word.i) for word in words if word.head is not None}
    assert below == above
    assert len(above) == len(words) - 1
    for word in words:
        assert [child.i for child in word.children] == sorted(child.i for child in word.children)


def answers(word: Word) -> tuple[list[str], list[str], list[tuple[str, str]], list[str], bool]:
    """What rules ask of a word."""
    told = [(oblique.preposition, oblique.word.text) for oblique in obliques(word)]
    return (
        texts(subjects(word)), texts(objects(word)), told, texts(conjuncts(word)), is_negated(word)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "asked", "expected"),
    [
        (LONG, "took", (["Rebels"], ["Hama", "Homs", "Idlib", "Daraa"], [], ["took"], False)),
        (LONG, "Hama", ([], [], [], ["Hama", "Homs", "Idlib", "Daraa"], False)),
        (UNDER, "hit", (["Jets"], ["convoys"], [("from up", "hills")], ["hit"], False)),
    ],
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_question_has_one_answer_in_both_schemes(
    scheme: str, rows: str, asked: str, expected: object
) -> None:
    assert answers(tree(rows, scheme).the(asked)) == expected


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (TWICE, "fought"),
        (AFTER, "withdrew"),
        (AFTER, "losing"),
        (NO_ALLY, "ally"),
        (NEITHER, "Moscow"),
        (CLASHES, "were"),
        (WAS_TAKEN, "ally"),
    ],
)
def test_a_clear_tree_answers_as_a_universal_one(rows: str, asked: str) -> None:
    ours, theirs = tree(rows, "ud").the(asked), tree(rows, "clear").the(asked)
    assert answers(theirs) == answers(ours)
