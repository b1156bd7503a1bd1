"""Train the shipped pipeline from pinned corpora.

    python -m kg.language.recipe.train --corpora corpora.tar.xz --re3d re3d.jsonl --out MODEL

One thread, fixed seeds, about an hour of CPU time. Set OMP_NUM_THREADS=1 and PYTHONHASHSEED=0.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import spacy
import thinc
from thinc.config import Config

from kg.language.fastops import use_numpy_gemm
from kg.language.load import pinned_hash
from kg.language.recipe import names, naming, parsing, scores, sources, tokens
from kg.language.recipe.fit import fit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

_HERE = Path(__file__).parent
# What a shipped config.cfg needs; the rest names files of the machine it was trained on.
_SECTIONS = ("nlp", "components")
_META = {
    "lang": "en",
    "name": "kg_wire",
    "version": "0.1.0",
    "description": "Tagger, parser and names for news about armed conflict; see CARD.md.",
    "license": "CC BY-SA 4.0",
}


def train(corpora: Path, re3d: Path, out: Path, work: Path) -> None:
    """Train from the two input files and write the pipeline and its scores to `out`.

    Args:
        corpora: the archive of treebanks and entity corpora.
        re3d: re3d's documents, one JSON object a line.
        out: the model directory, replaced.
        work: a directory for everything in between; kept.

    Raises:
        InputError: if an input isn't the pinned file.
    """
    inputs = {"corpora": sources.check(corpora, "corpora"), "re3d": sources.check(re3d, "re3d")}
    use_numpy_gemm()
    sources.unpack(corpora, work)
    write_sets(work, re3d)
    fit(_HERE / "parser.cfg", work / "parse_train.spacy", work / "parse_dev.spacy", work / "parser")
    fit(_HERE / "ner.cfg", work / "ner_train.spacy", work / "ner_dev.spacy", work / "ner")
    finish(work, inputs, out)


def write_sets(work: Path, re3d: Path) -> None:
    """Write every training, development and test set as .spacy files into `work`."""
    nlp, pools = tokens.blank(), names.load()
    banks = sources.treebanks(work)
    parsing.write_train(nlp, banks, pools, work / "parse_train.spacy")
    parsing.write_test(nlp, banks.dev, work / "parse_dev.spacy")
    for name, sentences in banks.tests.items():
        parsing.write_test(nlp, sentences, work / f"parse_{name}.spacy")
    marked = naming.gather(work, re3d, pools)
    naming.write(nlp, marked.train, work / "ner_train.spacy")
    naming.write(nlp, marked.dev, work / "ner_dev.spacy")
    for name, passages in marked.tests.items():
        naming.write(nlp, passages, work / f"ner_{name}.spacy")


def finish(work: Path, inputs: Mapping[str, str], out: Path) -> None:
    """Join the two trained halves, write them to `out`, and score them."""
    nlp = assemble(work)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    _strip_config(out / "config.cfg")
    nlp = spacy.load(out)
    record = {
        "inputs": dict(inputs),
        "seeds": {"training": 0, "parsing sets": 20, "naming sets": 30},
        "versions": {m.__name__: m.__version__ for m in (spacy, thinc, numpy)},
        "weights": pinned_hash(out),
        "parsing": _scored(nlp, work, "parse"),
        "names": _scored(nlp, work, "ner"),
    }
    (out / "metrics.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def assemble(work: Path) -> Language:
    """The parser's pipeline with the entity recogniser behind it."""
    nlp = spacy.load(work / "parser/model-best")
    nlp.add_pipe("ner", source=spacy.load(work / "ner/model-best"))
    nlp.meta.update(_META)
    nlp.meta.pop("performance", None)
    return nlp


def _strip_config(path: Path) -> None:
    config = spacy.util.load_config(path)
    kept = Config({section: config[section] for section in _SECTIONS})
    kept.to_disk(path)


def _scored(nlp: Language, work: Path, kind: str) -> dict[str, Mapping[str, float]]:
    score = scores.parsing if kind == "parse" else scores.naming
    files = sorted(work.glob(f"{kind}_*.spacy"))
    held = [file for file in files if not re.search(r"_(train|dev)$", file.stem)]
    return {file.stem.removeprefix(f"{kind}_"): score(nlp, file) for file in held}


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description="Train kg's language pipeline.")
    for option, text in (
        ("--corpora", "archive of treebanks and entity corpora"),
        ("--re3d", "re3d documents, JSON lines"),
        ("--out", "model directory to write"),
    ):
        parser.add_argument(option, type=Path, required=True, help=text)
    parser.add_argument("--work", type=Path, help="directory for what is made in between; kept")
    chosen = parser.parse_args()
    if chosen.work:
        chosen.work.mkdir(parents=True, exist_ok=True)
        train(chosen.corpora, chosen.re3d, chosen.out, chosen.work)
        return
    with tempfile.TemporaryDirectory() as scratch:
        train(chosen.corpora, chosen.re3d, chosen.out, Path(scratch))


if __name__ == "__main__":
    main()
