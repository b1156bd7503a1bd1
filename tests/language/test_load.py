"""The shipped pipeline loads, speaks Universal Dependencies and reads agency sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from kg.errors import ModelError
from kg.language import load as loading
from kg.language.load import is_clear, load, pinned_hash
from kg.language.network import NetworkPipe
from kg.language.recipe.examples import NAME_CLASSES

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Token

pytestmark = pytest.mark.skipif(
    not loading.SHIPPED.is_dir(), reason="the pipeline is not trained in this checkout"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def the(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def below(word: Token, dep: str) -> list[str]:
    """Texts of a word's dependents with a relation, their conjuncts included."""
    found = [child for child in word.children if child.dep_ == dep]
    return [other.text for child in found for other in (child, *child.conjuncts)]


def test_the_shipped_pipeline_is_one_component(nlp: Language) -> None:
    assert nlp.pipe_names == ["kg_network"]


def test_labels_are_universal_dependencies_and_ten_kinds_of_names(nlp: Language) -> None:
    pipe = nlp.get_pipe("kg_network")
    assert isinstance(pipe, NetworkPipe)

    relations = set(pipe.labels)
    assert {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "acl:relcl", "case"} <= relations
    assert not relations & {"dobj", "nsubjpass", "pobj", "prep", "agent"}
    assert pipe.classes["name"] == NAME_CLASSES
    assert not is_clear(nlp)


def test_the_tokenizer_keeps_hyphened_words_whole(nlp: Language) -> None:
    doc = nlp.make_doc("Al-Tanf's pro-regime guards fled a counter-offensive.")

    assert [token.text for token in doc] == [
        "Al-Tanf",
        "'s",
        "pro-regime",
        "guards",
        "fled",
        "a",
        "counter-offensive",
        ".",
    ]


SUBJECT_AND_OBJECT = [
    ("Government gunners shelled the market before dawn.", "shelled", ["gunners"], ["market"]),
    ("On Friday the militia released nine hostages.", "released", ["militia"], ["hostages"]),
    ("Separatists have overrun two outposts near Kidal.", "overrun", ["Separatists"], ["outposts"]),
    (
        "The army and allied tribesmen recaptured Zalingei, wounding a reporter.",
        "recaptured",
        ["army", "tribesmen"],
        ["Zalingei"],
    ),
    ("Kampala backs the rebels who hold the border.", "backs", ["Kampala"], ["rebels"]),
    ("Its jets did not bomb the clinic.", "bomb", ["jets"], ["clinic"]),
    (
        "A drone fired from the valley destroyed three tankers on Sunday.",
        "destroyed",
        ["drone"],
        ["tankers"],
    ),
]


@pytest.mark.parametrize(("text", "verb", "subject", "thing"), SUBJECT_AND_OBJECT)
def test_an_active_verb_has_its_subject_and_object(
    nlp: Language, text: str, verb: str, subject: list[str], thing: list[str]
) -> None:
    word = the(nlp(text), verb)

    assert (below(word, "nsubj"), below(word, "obj")) == (subject, thing)


PASSIVE = [
    ("At least 14 herders were killed by gunmen in Djibo.", "killed", ["herders"], ["gunmen"]),
    ("The bridge was blown up overnight by masked soldiers.", "blown", ["bridge"], ["soldiers"]),
    ("The bridge was blown up by retreating soldiers.", "blown", ["bridge"], ["soldiers"]),
    ("Dozens of families have been displaced since May.", "displaced", ["Dozens"], []),
]


@pytest.mark.parametrize(("text", "verb", "patient", "agent"), PASSIVE)
def test_a_passive_verb_has_its_patient_and_agent(
    nlp: Language, text: str, verb: str, patient: list[str], agent: list[str]
) -> None:
    word = the(nlp(text), verb)

    assert (below(word, "nsubj:pass"), below(word, "obl:agent")) == (patient, agent)


SPEECH = [
    ("The depot burned for hours, said the mayor.", "said", ["mayor"]),
    (
        "Rebels pulled out of Bria at noon, a United Nations officer said Tuesday.",
        "said",
        ["officer"],
    ),
    ("“They shelled us all night,” said a nurse in Rutshuru.", "said", ["nurse"]),
    ("The ministry said that four pilots had been freed.", "said", ["ministry"]),
]


@pytest.mark.parametrize(("text", "verb", "speaker"), SPEECH)
def test_a_speech_verb_has_its_speaker(
    nlp: Language, text: str, verb: str, speaker: list[str]
) -> None:
    word = the(nlp(text), verb)

    assert below(word, "nsubj") == speaker


def test_a_source_after_according_to_is_not_a_subject(nlp: Language) -> None:
    doc = nlp("Mortar rounds hit a school, according to the relief agency.")

    assert (below(the(doc, "hit"), "nsubj"), the(doc, "agency").dep_) == (["rounds"], "obl")


def test_results_do_not_depend_on_the_batch(nlp: Language) -> None:
    texts = [row[0] for row in SPEECH + PASSIVE] * 3

    def read(size: int) -> list[list[tuple[str, str, int, str, str]]]:
        docs = nlp.pipe(texts, batch_size=size)
        return [[(t.tag_, t.lemma_, t.head.i, t.dep_, t.ent_type_) for t in doc] for doc in docs]

    assert read(1) == read(3) == read(64)


def test_results_do_not_depend_on_the_number_of_processes(nlp: Language) -> None:
    texts = [row[0] for row in SPEECH + PASSIVE]

    def read(processes: int) -> list[list[tuple[str, int, str, str]]]:
        docs = nlp.pipe(texts, n_process=processes)
        return [[(t.tag_, t.head.i, t.dep_, t.ent_type_) for t in doc] for doc in docs]

    assert read(1) == read(2)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "word " * 3000, "-" * 5000, "بلدة 一 🙂", "A. " * 500]
)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)

    assert doc.text == text
    assert all(token.dep_ for token in doc)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_an_unknown_name_is_told_with_what_to_do() -> None:
    with pytest.raises(ModelError) as caught:
        load("en_no_such_pipeline")

    assert caught.value.where == "en_no_such_pipeline"
    assert "name no model to use the shipped one" in caught.value.advice


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("entity_ruler", name="ner")
    blank.to_disk(tmp_path / "blank")

    with pytest.raises(ModelError, match="the pipeline has no parser"):
        load(str(tmp_path / "blank"))


def test_the_hash_moves_with_weights_and_not_with_prose(tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner/model").write_bytes(b"one")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    first = pinned_hash(tmp_path)

    (tmp_path / "meta.json").write_text('{"description": "other"}', encoding="utf-8")
    second = pinned_hash(tmp_path)
    (tmp_path / "ner/model").write_bytes(b"two")

    assert first == second
    assert pinned_hash(tmp_path) != first


def test_no_path_of_the_training_machine_is_shipped() -> None:
    config = (loading.SHIPPED / "config.cfg").read_text(encoding="utf-8")

    assert "[training]" not in config
    assert ".spacy" not in config
