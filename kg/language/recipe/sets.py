"""Every training and development set, from the pinned corpora and our own paragraphs, as arrays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy

from kg.language.pieces import Pieces
from kg.language.recipe import lemmas, marked, names, naming, parsing, sources, tokens
from kg.language.recipe.examples import FULL, NONE, THREE, Labels, Marking, collect, example, pack
from kg.language.recipe.passages import Passage, document
from kg.language.recipe.pools import pools

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARAGRAPHS = Path(__file__).with_name("paragraphs")
_COPIES = 5  # how often each written paragraph stands in the set with other names
_HELD = 12  # every twelfth written paragraph is kept back: metrics.json tells the losses on them
_SEED = 50


def write_all(corpora: Path, re3d: Path, ontology: Path, vocabulary: Path, out: Path) -> Labels:
    """Write labels.json, lemmas.json and one .npz file a set into `out`.

    Args:
        corpora: the unpacked corpora.
        re3d: re3d's documents, one JSON object a line.
        ontology: the directory of actors.ttl and places.ttl, whose names are put into texts.
        vocabulary: the encoder's vocabulary.
        out: a directory.
    """
    nlp, pieces, known = tokens.blank(), Pieces.read(vocabulary), names.load()
    banks = sources.treebanks(corpora)
    trees = parsing.training(nlp, banks, known)
    labels = collect(doc for docs in trees.values() for doc in docs)
    _json(lemmas.table(trees["trees"]), out / "lemmas.json")
    writer = _Writer(nlp, labels, pieces, out)
    for name, docs in trees.items():
        writer.docs(f"train_{name}", docs, NONE, trees=True)
    writer.docs("dev_trees", parsing.plain(nlp, banks.dev), NONE, trees=True)
    gathered = naming.gather(corpora, re3d, known)
    for name, passages in gathered.train.items():
        writer.passages(f"train_{name}", passages, THREE)
    writer.passages("dev_names", gathered.dev, THREE)
    written = marked.read_all(PARAGRAPHS)
    kept = [p for i, p in enumerate(written) if i % _HELD]
    drawn = pools(kept, known, ontology)
    copies = [*kept, *kept]
    for number in range(_COPIES):
        copies += naming.disturbed(marked.swapped(kept, drawn, 0.7, _SEED + number), _SEED + number)
    writer.passages("train_written", copies, FULL)
    writer.passages("dev_written", written[::_HELD], FULL)
    _json(asdict(labels), out / "labels.json")
    return labels


def _json(value: object, path: Path) -> None:
    path.write_text(json.dumps(value, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


class _Writer:
    """Turns documents into arrays and files."""

    def __init__(self, nlp: Language, labels: Labels, pieces: Pieces, out: Path) -> None:
        self.nlp, self.labels, self.pieces, self.out = nlp, labels, pieces, out

    def passages(self, name: str, passages: Iterable[Passage], marking: Marking) -> None:
        docs = [document(self.nlp, p, whole=marking is FULL) for p in passages if p.text]
        self.docs(name, docs, marking, trees=False)

    def docs(self, name: str, docs: Sequence[Doc], marking: Marking, *, trees: bool) -> None:
        found = [example(d, self.labels, self.pieces, marking, trees=trees) for d in docs]
        numpy.savez_compressed(self.out / f"{name}.npz", **pack([e for e in found if e]))  # type: ignore[arg-type]  # its stub knows of no arrays
