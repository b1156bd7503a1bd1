"""Words keep offsets, lemmas, names and neighbours; sentences are cut where they start."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.language.syntax import Forms, Word, sentences
from language.trees import SCHEMES, doc, texts, tree, vocab

ROWS = (
    "Al-Nusra/PROPN/nsubj@2 shelled/VERB/root@0 the/DET/det@5 northern/ADJ/amod@5 "
    "town/NOUN/obj@2/dobj@2 "
    "of/ADP/case@7/prep@5 Saraqib/PROPN/nmod@5/pobj@6"
)


def word(text: str, pos: str = "NOUN", rel: str = "root") -> Word:
    return Word(0, 0, len(text), text, text.lower(), text.lower(), pos, rel)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_offsets_and_positions_are_those_of_the_text(scheme: str) -> None:
    parsed = doc(ROWS, scheme)
    (sentence,) = sentences(parsed, clear=scheme == "clear")
    assert [w.i for w in sentence.words] == list(range(7))
    assert [parsed.text[w.start : w.end] for w in sentence.words] == texts(list(sentence.words))
    assert (sentence.start, sentence.end) == (0, len(parsed.text.rstrip()))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_subtree_is_the_word_and_all_below_in_text_order(scheme: str) -> None:
    read = tree(ROWS, scheme)
    assert texts(read.the("town").subtree()) == ["the", "northern", "town", "of", "Saraqib"]
    assert texts(read.the("shelled").subtree()) == texts(list(read.sentence.words))
    assert texts(read.the("of").subtree()) == ["of"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_ancestors_end_at_the_root_and_neighbours_at_the_sentence(scheme: str) -> None:
    read = tree(ROWS, scheme)
    assert texts(list(read.the("Saraqib").ancestors())) == ["town", "shelled"]
    assert list(read.the("shelled").ancestors()) == []
    assert texts(list(read.the("northern").following())) == ["town", "of", "Saraqib"]
    assert read.the("Al-Nusra").previous is None
    assert read.the("Saraqib").next is None
    for one in read.sentence.words[:-1]:
        assert one.next is not None
        assert one.next.previous is one


def test_children_are_asked_by_relation() -> None:
    town = tree(ROWS, "ud").the("town")
    assert texts(town.of("amod")) == ["northern"]
    assert texts(town.of("det", "nmod")) == ["the", "Saraqib"]
    assert town.of("obj") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_two_sentences_are_cut_and_do_not_see_each_other(scheme: str) -> None:
    rows = (
        "Rebels/NOUN/nsubj@2 fled/VERB/root@0 ./PUNCT/punct@2 Jets/NOUN/nsubj@5 "
        "followed/VERB/root@0"
    )
    first, second = sentences(doc(rows, scheme), clear=scheme == "clear")
    assert texts(list(first.words)) == ["Rebels", "fled", "."]
    assert texts(list(second.words)) == ["Jets", "followed"]
    assert (first.words[-1].next, second.words[0].previous) == (None, None)
    assert (second.start, second.words[0].i) == (14, 3)


def test_no_words_make_no_sentence() -> None:
    assert sentences(Doc(vocab(), words=[])) == []


def lemmas(pos: str, told: str, forms: Forms) -> list[str]:
    parsed = Doc(vocab(), words=["Fled"], pos=[pos], deps=["ROOT"], heads=[0], lemmas=[told])
    (sentence,) = sentences(parsed, forms=forms)
    return [each.lemma for each in sentence.words]


def test_forms_mend_words_of_their_own_kind_only() -> None:
    verbs, nouns = Forms(verbs={"fled": "flee"}), Forms(nouns={"fled": "flood"})
    assert lemmas("VERB", "fled", verbs) == ["flee"]
    assert lemmas("ADJ", "Fled", verbs) == ["flee"]
    assert lemmas("NOUN", "fled", verbs) == ["fled"]
    assert lemmas("NOUN", "fled", nouns) == ["flood"]
    assert lemmas("PROPN", "Fled", nouns) == ["flood"]
    assert lemmas("VERB", "fled", nouns) == ["fled"]
    assert lemmas("VERB", "Fled", Forms(verbs={"went": "go"})) == ["fled"]
    assert lemmas("NOUN", "", Forms()) == ["fled"]


def test_only_by_makes_an_agent() -> None:
    rows = "group/NOUN/root@0 linked/VERB/acl@1 {case}/ADP/case@4 Al-Qaeda/PROPN/obl:agent@2"
    by, to = (sentences(doc(rows.format(case=case), "ud")) for case in ("by", "to"))
    assert [part.words[3].rel for part in (*by, *to)] == ["obl:agent", "obl"]


@pytest.mark.parametrize(
    ("verb", "behind", "noun"),
    [
        ("died/VERB/root@0", "by/ADP/case@8 rebels/NOUN/obl@6", True),
        # it has an object, or stands beside a verb like it
        ("died/VERB/root@0", "the/DET/det@8 town/NOUN/obj@6", False),
        ("dying/VERB/root@0", "by/ADP/case@8 rebels/NOUN/obl@6", False),
    ],
)
def test_a_gerund_beside_a_noun_is_a_noun(verb: str, behind: str, *, noun: bool) -> None:
    rows = f"Nine/NUM/nsubj@2 {verb} in/ADP/case@4 raids/NOUN/obl@2 and/CCONJ/cc@6 "
    (read,) = sentences(doc(f"{rows}shelling/VERB/conj@2 {behind}", "ud"))
    shelling = read.words[5]
    assert (shelling.pos, shelling.head.text if shelling.head else "") == (
        ("NOUN", "raids") if noun else ("VERB", verb.partition("/")[0])
    )
