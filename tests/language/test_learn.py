"""Training: batches hold every example once, losses ask only for what is marked, runs resume."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest

from kg.language.recipe.examples import FULL, NAME_CLASSES, NONE, THREE, Example, _open

torch = pytest.importorskip("torch", reason="torch comes with `make model` only")
transformers = pytest.importorskip("transformers", reason="comes with `make model` only")

from kg.language.recipe import batches, learn  # noqa: E402 - need torch
from kg.language.recipe.encoder import Network, Sizes, losses  # noqa: E402

SIZES = Sizes(tag=3, pos=3, morph=2, lemma=4, relation=5, name=len(NAME_CLASSES))
CPU = torch.device("cpu")


def example(words: int, *, trees: bool = True, names: int = 1) -> Example:
    """A text of words of one piece each, all below the first."""
    rows = numpy.zeros((8, words), "int16")
    rows[5] = numpy.minimum(numpy.arange(words), 1)
    rows[6, 0] = 1
    return Example(
        ids=numpy.array([101, *range(1000, 1000 + words), 102], "int32"),
        kinds=numpy.ones(words + 2, "int8"),
        firsts=numpy.arange(1, words + 1, dtype="int16"),
        lasts=numpy.arange(1, words + 1, dtype="int16"),
        words=rows if trees else rows * 0 - 1,
        names=numpy.full(words, names, "int32"),
    )


def network() -> Any:
    """A network of one layer."""
    torch.manual_seed(7)
    config = transformers.BertConfig(
        vocab_size=2000, hidden_size=384, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, type_vocab_size=13, max_position_embeddings=64,
    )  # fmt: skip
    return Network(transformers.BertModel(config, add_pooling_layer=False), SIZES)


def test_batches_hold_every_example_once_and_are_about_as_large_as_asked() -> None:
    examples = [example(n + 20) for n in range(50)]

    found = list(batches.batches(examples, 400, 3))

    assert sorted(id(e) for group in found for e in group) == sorted(id(e) for e in examples)
    assert all(len(g) * (max(len(e.ids) for e in g) - 16) <= 400 for g in found)
    assert len(found) < 10
    again = list(batches.batches(examples, 400, 3))
    assert [[id(e) for e in g] for g in found] == [[id(e) for e in g] for g in again]


def test_what_is_not_marked_is_not_asked_for() -> None:
    every = (1 << len(NAME_CLASSES)) - 1
    batch = batches.collate([example(4, trees=False, names=every)], CPU)

    found = losses(network().eval(), batch)

    assert {task: float(loss.detach()) for task, loss in found.items()} == dict.fromkeys(found, 0.0)


def test_a_word_whose_classes_are_all_but_certain_costs_less() -> None:
    net = network().eval()
    one = losses(net, batches.collate([example(4, names=1)], CPU))["name"]
    three = losses(net, batches.collate([example(4, names=0b111)], CPU))["name"]

    assert float(three.detach()) < float(one.detach())


@pytest.mark.parametrize(
    ("iob", "kind", "marking", "classes"),
    [
        ("O", "", FULL, {"O"}),
        ("B", "LOC", FULL, {"B-LOC"}),
        ("B", "LOC", THREE, {"B-LOC", "B-FAC"}),
        ("I", "ORG", THREE, {"I-ORG"}),
        ("O", "", NONE, set(NAME_CLASSES)),
    ],
)
def test_a_corpus_leaves_open_what_it_does_not_mark(
    iob: str, kind: str, marking: Any, classes: set[str]
) -> None:
    bits = _open(iob, kind, marking)

    assert {name for n, name in enumerate(NAME_CLASSES) if bits >> n & 1} == classes


def test_outside_names_a_corpus_of_three_kinds_leaves_seven_less_facilities_open() -> None:
    bits = _open("O", "", THREE)

    kinds = {name[2:] for n, name in enumerate(NAME_CLASSES) if bits >> n & 1}
    assert kinds == {"", "NORP", "DATE", "MONEY", "QUANTITY", "WEAPON", "EVENT"}


def test_a_run_that_was_stopped_ends_as_one_that_was_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets = {"train": [example(n % 6 + 2) for n in range(40)]}
    monkeypatch.setattr(learn, "_KEPT_EVERY", 1)
    whole = learn.Plan(pieces=400, batch=40)

    straight = learn.train(network(), sets, whole, CPU, tmp_path / "straight.pt")

    def stop(run: Any, *args: Any) -> Any:
        if run.seen > 150:
            raise KeyboardInterrupt
        return step(run, *args)

    step = learn._step
    monkeypatch.setattr(learn, "_step", stop)
    with pytest.raises(KeyboardInterrupt):
        learn.train(network(), sets, whole, CPU, tmp_path / "parted.pt")
    monkeypatch.setattr(learn, "_step", step)
    resumed = learn.train(network(), sets, whole, CPU, tmp_path / "parted.pt")

    assert all(torch.equal(straight[name], resumed[name]) for name in straight)


def test_what_is_held_back_is_scored_by_set_and_task() -> None:
    net = network()
    sets = {"dev": [example(5), example(9)], "names": [example(4, trees=False)]}

    found = learn.held_back(net, sets, 1000, CPU)

    assert found.keys() == sets.keys()
    assert not net.training
    assert (found["names"]["head"], found["names"]["name"] > 0) == (0.0, True)


def test_the_rate_rises_in_a_line_and_falls_along_a_cosine() -> None:
    heights = [learn._height(done, 0.1) for done in (0.0, 0.05, 0.1, 0.55, 1.0)]

    assert heights == pytest.approx([0.0, 0.5, 1.0, 0.51, 0.02])
