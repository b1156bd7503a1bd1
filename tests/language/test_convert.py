"""Treebank rows become documents whose tokens are the tokenizer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.language.recipe import convert, tokens
from kg.language.recipe.conllu import Sentence, read

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

HEADER = "# newdoc id = fen\n# sent_id = fen-1\n"


def row(text: str, misc: str = "_") -> str:
    """A row of ten columns from "number form tag pos head relation"."""
    number, form, tag, pos, head, dep = text.split()
    return f"{number}\t{form}\t{form.lower()}\t{pos}\t{tag}\t_\t{head}\t{dep}\t_\t{misc}"


LITTLE_KNOWN = HEADER + "\n".join(
    [
        row("1 A DT DET 5 det"),
        row("2 little RB ADV 4 advmod", "SpaceAfter=No"),
        row("3 - HYPH PUNCT 2 punct", "SpaceAfter=No"),
        row("4 known VBN VERB 5 amod"),
        row("5 ferry NN NOUN 6 nsubj"),
        row("6 sank VBD VERB 0 root", "SpaceAfter=No"),
        row("7 . . PUNCT 6 punct"),
        "",
    ]
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return tokens.blank()


def sentence(tmp_path: Path, text: str) -> Sentence:
    file = tmp_path / "fen.conllu"
    file.write_text(text, encoding="utf-8")
    (only,) = read(file)
    return only


def test_a_row_keeps_tags_head_and_space(tmp_path: Path) -> None:
    found = sentence(tmp_path, LITTLE_KNOWN)

    assert (found.ident, found.document) == ("fen-1", "fen")
    assert [w.head for w in found.words] == [4, 3, 1, 4, 5, 5, 5]
    assert [w.dep for w in found.words][5] == "ROOT"
    assert "".join(w.form + " " * w.space for w in found.words) == "A little-known ferry sank. "


def test_a_hyphened_compound_becomes_one_adjective(tmp_path: Path, nlp: Language) -> None:
    merged = convert.merged(nlp, sentence(tmp_path, LITTLE_KNOWN))

    assert [(w.form, w.tag, w.pos, w.dep, w.head) for w in merged.words] == [
        ("A", "DT", "DET", "det", 2),
        ("little-known", "JJ", "ADJ", "amod", 2),
        ("ferry", "NN", "NOUN", "nsubj", 3),
        ("sank", "VBD", "VERB", "ROOT", 3),
        (".", ".", "PUNCT", "punct", 3),
    ]


def test_a_spaced_dash_merges_nothing(tmp_path: Path, nlp: Language) -> None:
    spaced = LITTLE_KNOWN.replace("SpaceAfter=No", "_")
    found = sentence(tmp_path, spaced)

    assert convert.merged(nlp, found) is found


def test_a_contraction_is_shared_among_its_words(tmp_path: Path) -> None:
    text = HEADER + "\n".join(
        [
            "1-2\twon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
            row("1 will MD AUX 0 root"),
            row("2 not RB PART 1 advmod"),
            row("3 ! . PUNCT 1 punct"),
            "",
        ]
    )

    found = sentence(tmp_path, text)

    assert [(w.form, w.space) for w in found.words] == [("won'", False), ("t", False), ("!", True)]


def test_documents_never_join_sentences_of_two_texts(tmp_path: Path, nlp: Language) -> None:
    first = sentence(tmp_path, LITTLE_KNOWN)
    other = sentence(tmp_path, LITTLE_KNOWN.replace("fen", "moor"))

    docs = convert.documents(nlp, [first, first, other], seed=1)

    assert all(doc.text.count("ferry") <= 2 for doc in docs)
    assert sum(len(list(doc.sents)) for doc in docs) == 3
    assert len(docs) >= 2


def test_a_document_has_gold_trees(tmp_path: Path, nlp: Language) -> None:
    merged = convert.merged(nlp, sentence(tmp_path, LITTLE_KNOWN))

    doc = convert.document(nlp, [merged, merged])

    assert doc.text == "A little-known ferry sank. A little-known ferry sank."
    assert [token.head.text for token in doc[5:]] == ["ferry", "ferry", "sank", "sank", "sank"]
    assert [sent.text for sent in doc.sents] == ["A little-known ferry sank."] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Sham's men", ["al-Sham", "'s", "men"]),
        ("pro-regime, Turkish-backed", ["pro-regime", ",", "Turkish-backed"]),
        ("a 35-year-old", ["a", "35-year-old"]),
        ("10-15 tanks", ["10", "-", "15", "tanks"]),
        ("Gao—Kidal", ["Gao", "—", "Kidal"]),
        ("the north--then", ["the", "north", "--", "then"]),
        ("YPG/SDF", ["YPG", "/", "SDF"]),
    ],
)
def test_only_plain_hyphens_in_words_stay_uncut(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


@pytest.mark.parametrize("genre", ["fiction", "whow", "letter", "essay", "podcast"])
def test_non_commercial_genres_are_never_read(tmp_path: Path, genre: str) -> None:
    (tmp_path / "gum/sources").mkdir(parents=True)
    (tmp_path / f"gum/sources/GUM_{genre}_fen.conllu").write_text(LITTLE_KNOWN, encoding="utf-8")

    assert convert.gum(tmp_path, [f"GUM_{genre}_fen"]) == []
