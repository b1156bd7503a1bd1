"""The component writes what the network says, sentence by sentence, whatever the text's length."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language import network
from kg.language.network import NetworkPipe
from kg.language.pieces import Pieces
from kg.language.reading import Reading

CLASSES = {
    "tag": ("NN", "VBD"),
    "pos": ("NOUN", "VERB"),
    "morph": ("", "Number=Plur"),
    "lemma": ("l0+", "l1+"),
    "relation": ("ROOT", "nsubj", "punct"),
    "name": ("O", "B-LOC", "I-LOC"),
}


class Scripted(NetworkPipe):
    """Reads by rule: capitals begin a sentence, its first word is its root, "x" words are names."""

    def read(self, words: Sequence[str]) -> Reading:
        size = len(words)
        self.windows = [*getattr(self, "windows", []), size]
        plural = numpy.array([int(word.endswith("s")) for word in words])
        capital = numpy.array([word[0].isupper() for word in words])
        named = numpy.array([word[0].lower() == "x" for word in words])
        arcs = numpy.zeros((size, size + 1), "float32")
        arcs[capital, 0] = 5
        for place in numpy.flatnonzero(~capital):
            before = numpy.flatnonzero(capital[: place + 1])
            arcs[place, int(before[-1]) + 1 if len(before) else 1] = 5
        names = numpy.stack(
            [~named, named & ~numpy.roll(named, 1), named & numpy.roll(named, 1)], 1
        )
        left = numpy.zeros((size, 3, 1), "float32")
        left[:, 1] = 1
        return Reading(
            tag=plural * 0,
            pos=plural * 0,
            morph=plural,
            lemma=plural,
            starts=numpy.where(capital, 1.0, -1.0).astype("float32"),
            names=names.astype("float32"),
            arcs=arcs,
            left=left,
            right=numpy.ones((size + 1, 1), "float32"),
        )


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    monkeypatch.setattr(network, "_session", lambda _: None)
    found = Scripted(Vocab())
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}
    found.fill(b"", Pieces(vocabulary), CLASSES, {"NOUN": {"oxens": "ox"}})
    return found


def doc(pipe: NetworkPipe, text: str) -> Doc:
    return pipe(Doc(pipe.vocab, words=text.split()))


def test_tags_trees_lemmas_and_names_are_set(pipe: Scripted) -> None:
    found = doc(pipe, "Towns near xa xb fell")

    assert [(t.tag_, t.pos_, str(t.morph), t.lemma_) for t in found][:2] == [
        ("NN", "NOUN", "Number=Plur", "town"),
        ("NN", "NOUN", "", "near"),
    ]
    assert [(t.dep_, t.head.i) for t in found] == [("ROOT", 0)] + [("nsubj", 0)] * 4
    assert [(e.start, e.end, e.label_) for e in found.ents] == [(2, 4, "LOC")]


def test_a_known_lemma_goes_before_a_predicted_one(pipe: Scripted) -> None:
    assert [t.lemma_ for t in doc(pipe, "Oxens Towns")] == ["ox", "town"]


def test_heads_are_counted_within_their_sentence(pipe: Scripted) -> None:
    found = doc(pipe, "Towns fell Guns fell silent")

    assert [t.head.i for t in found] == [0, 0, 2, 2, 2]
    assert [s.text for s in found.sents] == ["Towns fell", "Guns fell silent"]


def test_no_sentence_begins_inside_a_name(pipe: Scripted) -> None:
    found = doc(pipe, "Towns near xa Xb fell")

    assert [s.text for s in found.sents] == ["Towns near xa Xb fell"]


def test_a_first_word_begins_a_sentence_whatever_the_network_says(pipe: Scripted) -> None:
    assert [s.text for s in doc(pipe, "towns fell").sents] == ["towns fell"]


def test_an_empty_text_is_left_alone(pipe: Scripted) -> None:
    assert len(pipe(Doc(pipe.vocab, words=[]))) == 0


@pytest.mark.parametrize("length", [7, 50, 381, 382, 383])
def test_a_long_text_has_the_sentences_of_its_parts(pipe: Scripted, length: int) -> None:
    sentence = " ".join(["Towns", *["fell"] * (length - 1)])

    found = doc(pipe, " ".join([sentence] * 12))

    assert max(pipe.windows) <= 382
    # A sentence that no window holds is cut where the window ends.
    expected = [length] * 12 if length <= 382 else [382, 1] * 12
    assert [len(s) for s in found.sents] == expected


def test_a_batch_is_read_text_by_text(pipe: Scripted) -> None:
    docs = [Doc(pipe.vocab, words=text.split()) for text in ("Towns fell", "Guns")]

    assert [len(d) for d in pipe.pipe(docs, batch_size=7)] == [2, 1]
    assert pipe.windows == [2, 1]


def test_a_component_without_weights_says_so() -> None:
    with pytest.raises(ValueError, match="no weights"):
        doc(NetworkPipe(Vocab()), "Towns")


def test_a_directory_without_its_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        OSError, match=r"no weights.onnx and no vocab.txt and no labels.json and no l"
    ):
        NetworkPipe(Vocab()).from_disk(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("weights.onnx", "version https://git-lfs"),
        ("labels.json", "{}"),
        ("labels.json", "["),
        ("vocab.txt", "al\n"),
    ],
)
def test_a_directory_with_a_broken_file_is_told(
    tmp_path: Path, name: str, text: str, request: pytest.FixtureRequest
) -> None:
    files = {"weights.onnx": "", "vocab.txt": "[UNK]\n", "labels.json": "{}", "lemmas.json": "{}"}
    if name != "weights.onnx":
        request.getfixturevalue("pipe")  # lets any weights pass
    for file, content in {**files, "labels.json": json.dumps(CLASSES), name: text}.items():
        (tmp_path / file).write_text(content, encoding="utf-8")

    with pytest.raises(OSError, match="holds no model that can be read"):
        NetworkPipe(Vocab()).from_disk(tmp_path)


def test_what_is_written_is_read_again(pipe: Scripted, tmp_path: Path) -> None:
    pipe.to_disk(tmp_path)

    again = NetworkPipe(Vocab()).from_disk(tmp_path)

    assert (again.classes, again.labels) == (CLASSES, CLASSES["relation"])
    assert again._lemmas == {"NOUN": {"oxens": "ox"}}


def test_spacy_finds_the_component_and_what_it_sets() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(network.NAME)

    assert {"token.dep", "doc.ents"} <= set(nlp.get_pipe_meta(network.NAME).assigns)
