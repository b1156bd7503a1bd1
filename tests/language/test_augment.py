"""Variants of sentences keep sound trees and change only what their name says."""

from __future__ import annotations

import pytest

from kg.language.recipe import augment, names, slots
from kg.language.recipe.chance import seeded
from kg.language.recipe.conllu import Sentence, Word
from kg.language.recipe.passages import Name, Passage
from kg.language.recipe.trees import Piece, single


def tree(*rows: tuple[str, str, str, int, str]) -> Sentence:
    """A sentence from (form, tag, pos, head, relation); spaces before all but punctuation."""
    following = [*rows[1:], ("", "", "", 0, "")]
    words = tuple(
        Word(form, after[2] != "PUNCT" and after[0] != "'s", tag, pos, "", form.lower(), head, dep)
        for (form, tag, pos, head, dep), after in zip(rows, following, strict=True)
    )
    return Sentence(words, "fen-1", "fen")


def text(sentence: Sentence) -> str:
    return "".join(w.form + " " * w.space for w in sentence.words).strip()


def is_tree(sentence: Sentence) -> bool:
    words = sentence.words
    roots = [i for i, w in enumerate(words) if w.head == i]
    for start in range(len(words)):
        index = start
        for _ in words:
            index = words[index].head
        if [index] != roots:
            return False
    return words[roots[0]].dep == "ROOT"


REPORT = tree(
    ("Farmers", "NNS", "NOUN", 1, "nsubj"),
    ("say", "VBP", "VERB", 1, "ROOT"),
    ("that", "IN", "SCONJ", 6, "mark"),
    ("the", "DT", "DET", 4, "det"),
    ("dam", "NN", "NOUN", 6, "nsubj"),
    ("will", "MD", "AUX", 6, "aux"),
    ("break", "VB", "VERB", 1, "ccomp"),
    ("soon", "RB", "ADV", 6, "advmod"),
    (".", ".", "PUNCT", 1, "punct"),
)
PLAIN = tree(
    ("The", "DT", "DET", 3, "det"),
    ("town", "NN", "NOUN", 3, "nmod:poss"),
    ("'s", "POS", "PART", 1, "case"),
    ("dam", "NN", "NOUN", 4, "nsubj"),
    ("broke", "VBD", "VERB", 4, "ROOT"),
    (",", ",", "PUNCT", 4, "punct"),
    ("sadly", "RB", "ADV", 4, "advmod"),
    (".", ".", "PUNCT", 4, "punct"),
)
VOICE = Piece((single("Ilves", "NNP", "PROPN").words[0],), 0)


@pytest.mark.parametrize("seed", range(12))
def test_inverted_speech_makes_the_speech_verb_root_and_the_voice_its_subject(seed: int) -> None:
    variant = augment.inverted(REPORT, [VOICE], seeded(seed))

    assert variant is not None
    assert is_tree(variant)
    assert text(variant).startswith("The dam will break soon, ")
    speaker = next(w for w in variant.words if w.form == "Ilves")
    root = next(w for w in variant.words if w.dep == "ROOT")
    told = next(w for w in variant.words if w.form == "break")
    assert (speaker.dep, variant.words[speaker.head]) == ("nsubj", root)
    assert (told.dep, variant.words[told.head]) == ("ccomp", root)


def test_a_sentence_without_speech_has_no_inverted_variant() -> None:
    assert augment.inverted(PLAIN, [VOICE], seeded(0)) is None


def test_a_headline_loses_articles_and_its_full_stop() -> None:
    variant = augment.headline(PLAIN)

    assert is_tree(variant)
    assert text(variant) == "Town's dam broke, sadly"


def test_commas_go_and_nothing_else() -> None:
    variant = augment.commaless(PLAIN)

    assert is_tree(variant)
    assert [w.form for w in variant.words] == [w.form for w in PLAIN.words if w.form != ","]


def test_a_lost_apostrophe_fuses_the_possessive() -> None:
    variant = augment.bare(PLAIN)

    assert is_tree(variant)
    assert [(w.form, w.dep) for w in variant.words][:3] == [
        ("The", "det"),
        ("towns", "nmod:poss"),
        ("dam", "nsubj"),
    ]


def test_apostrophes_turn_typographic() -> None:
    assert augment.curly(PLAIN).words[2].form == "\N{RIGHT SINGLE QUOTATION MARK}s"


def test_a_line_break_is_a_token_of_its_own_below_the_last_word() -> None:
    variant = augment.broken(PLAIN, "\n\n")

    assert is_tree(variant)
    assert (variant.words[-1].form, variant.words[-1].tag, variant.words[-1].head) == (
        "\n\n",
        "_SP",
        len(PLAIN.words) - 1,
    )


@pytest.mark.parametrize("seed", range(30))
def test_noise_of_any_kind_leaves_a_tree(seed: int) -> None:
    assert is_tree(augment.noisy(PLAIN, seeded(seed)))


@pytest.mark.parametrize("seed", range(10))
def test_a_renamed_sentence_keeps_the_role_of_the_name(seed: int) -> None:
    named = tree(
        ("Troops", "NNS", "NOUN", 1, "nsubj"),
        ("left", "VBD", "VERB", 1, "ROOT"),
        ("Ann", "NNP", "PROPN", 1, "obj"),
        ("Arbor", "NNP", "PROPN", 2, "flat"),
        ("quietly", "RB", "ADV", 1, "advmod"),
        (".", ".", "PUNCT", 1, "punct"),
    )

    variant = augment.renamed(named, names.load(), seeded(seed))

    assert is_tree(variant)
    assert (variant.words[2].dep, variant.words[2].head) == ("obj", 1)
    assert all((w.dep, w.head) == ("flat", 2) for w in variant.words[3:-2])
    assert [w.form for w in variant.words[-2:]] == ["quietly", "."]


def test_at_least_150_templates_and_none_with_an_unknown_slot() -> None:
    pools = names.load()

    filled = [slots.filled(line, pools, seeded(1)) for line in slots.templates()]

    assert len(filled) >= 150
    assert not [p for p in filled if "{" in p.text or "}" in p.text]


def test_a_filled_slot_is_marked_exactly() -> None:
    pools = names.Names({"towns": ("Ras Lanuf",), "states": ("the Philippines",)})

    found = slots.filled("{town} lies in {state}.", pools, seeded(1))

    assert found == Passage(
        "Ras Lanuf lies in the Philippines.", (Name(0, 9, "LOC"), Name(22, 33, "LOC"))
    )


def test_held_out_names_are_not_trained_on() -> None:
    kept, held = names.split(names.load(), 10)

    assert not set(kept.pools["towns"]) & set(held.pools["towns"])
    assert set(kept.pools["towns"]) | set(held.pools["towns"]) == set(names.load().pools["towns"])


def test_a_lost_apostrophe_lengthens_the_name_before_it() -> None:
    passage = Passage("Gao's mayor met Mali's envoy.", (Name(0, 3, "LOC"), Name(16, 20, "LOC")))

    assert slots.bare(passage) == Passage(
        "Gaos mayor met Malis envoy.", (Name(0, 4, "LOC"), Name(15, 20, "LOC"))
    )
