r"""Train the shipped pipeline from pinned inputs.

    python -m kg.language.recipe.train --corpora corpora.tar.xz --re3d re3d.jsonl \
        --ontology ontology --encoder DIRECTORY --out MODEL --work DIRECTORY

Under three hours on two cores, minutes on a GPU. A run that was interrupted goes on where it stood
when it is started again with the same --work.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import onnxruntime
import spacy
import torch
import transformers

from kg.errors import InputError
from kg.language.load import load, pinned_hash
from kg.language.recipe import export, learn, sets, sources
from kg.language.recipe.batches import load_sets
from kg.language.recipe.encoder import Sizes, build
from kg.language.recipe.examples import Example
from kg.language.recipe.scores import on_public_tests

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run starts from.

    Attributes:
        corpora: the archive of treebanks and entity corpora.
        re3d: re3d's documents, one JSON object a line.
        ontology: the directory of actors.ttl and places.ttl.
        encoder: the directory of the published encoder.
    """

    corpora: Path
    re3d: Path
    ontology: Path
    encoder: Path

    def check(self) -> dict[str, str]:
        """The SHA-256 of each pinned file, and one over all that this repository adds.

        Raises:
            InputError: if one isn't the file that inputs.toml names.
        """
        pinned = {
            "corpora": self.corpora,
            "re3d": self.re3d,
            "encoder": self.encoder / "model.safetensors",
            "vocabulary": self.encoder / "vocab.txt",
        }
        found = {name: sources.check(file, name) for name, file in pinned.items()}
        ours = [*_HERE.rglob("*"), self.ontology / "actors.ttl", self.ontology / "places.ttl"]
        kept = sorted(file for file in ours if file.suffix in (".py", ".toml", ".txt", ".ttl"))
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in kept))
        return found | {"recipe": digest.hexdigest()}


def train(inputs: Inputs, out: Path, work: Path, plan: learn.Plan) -> None:
    """Train and write the pipeline and its scores to `out`.

    Args:
        inputs: the pinned files.
        out: the model directory, replaced when all is done.
        work: a directory for everything in between; kept.
        plan: how long and how fast.

    Raises:
        InputError: if an input isn't the pinned file.
    """
    hashes = inputs.check()
    _check_out(out)
    _check_work(work, {"inputs": hashes, "plan": dataclasses.asdict(plan)})
    corpora, arrays = work / "corpora", work / "sets"
    if not (arrays / "labels.json").exists():
        sources.unpack(inputs.corpora, corpora)
        arrays.mkdir(parents=True, exist_ok=True)
        sets.write_all(corpora, inputs.re3d, inputs.ontology, inputs.encoder / "vocab.txt", arrays)
    labels, examples = load_sets(arrays)
    weights, losses = _weights(inputs.encoder, labels, examples, plan, work / "checkpoint.pt")
    onnx_file = work / "weights.onnx"
    export.export(export.restored(inputs.encoder, weights, labels), onnx_file)
    fresh = work / "model"
    shutil.rmtree(fresh, ignore_errors=True)
    known = json.loads((arrays / "lemmas.json").read_text(encoding="utf-8"))
    export.write(onnx_file, inputs.encoder / "vocab.txt", labels, known, fresh)
    record = {
        "inputs": hashes,
        "plan": dataclasses.asdict(plan),
        "device": "cuda" if torch.cuda.is_available() else "cpu",
        "versions": {m.__name__: m.__version__ for m in (onnxruntime, spacy, torch, transformers)},
        "weights": pinned_hash(fresh),
        "losses": losses,
        **on_public_tests(load(str(fresh)), corpora, inputs.re3d),
    }
    (fresh / "metrics.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    if out.exists():
        shutil.rmtree(out)
    shutil.copytree(fresh, out)


def _check_out(out: Path) -> None:
    """See that what will be replaced is a pipeline.

    Raises:
        InputError: if something else stands there.
    """
    if out.exists() and not (out / "meta.json").is_file():
        raise InputError("no pipeline stands there", where=str(out), advice="name another --out")


def _check_work(work: Path, run: dict[str, object]) -> None:
    """See that what stands in a work directory was made for this very run.

    Raises:
        InputError: if it was made from other inputs or by another plan.
    """
    file, told = work / "run.json", json.dumps(run, indent=1) + "\n"
    if file.exists() and file.read_text(encoding="utf-8") != told:
        raise InputError("holds another run", where=str(work), advice="remove it, or name another")
    file.write_text(told, encoding="utf-8")


def _weights(
    encoder: Path,
    labels: Mapping[str, Sequence[str]],
    examples: Mapping[str, list[Example]],
    plan: learn.Plan,
    checkpoint: Path,
) -> tuple[Mapping[str, torch.Tensor], dict[str, dict[str, float]]]:
    """The trained weights, without the encoder's own word pieces, on the CPU.

    Beside them the losses on what was held back from training.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(plan.seed)
    sizes = Sizes(**{head: len(classes) for head, classes in labels.items()})
    network = build(encoder, sizes, dropout=plan.dropout).to(device).train()
    training = {name: rows for name, rows in examples.items() if name.startswith("train")}
    average = learn.train(network, training, plan, device, checkpoint)
    network.load_state_dict(average)
    rest = {name: rows for name, rows in examples.items() if name not in training}
    losses = learn.held_back(network, rest, plan.batch, device)
    kept = {name: value.cpu() for name, value in average.items() if "word_embeddings" not in name}
    return kept, losses


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description="Train kg's language pipeline.")
    for option, text in (
        ("--corpora", "archive of treebanks and entity corpora"),
        ("--re3d", "re3d documents, JSON lines"),
        ("--ontology", "directory of actors.ttl and places.ttl"),
        ("--encoder", "directory of the MiniLM encoder"),
        ("--out", "model directory to write"),
        ("--work", "directory for what is made in between; kept"),
    ):
        parser.add_argument(option, type=Path, required=True, help=text)
    parser.add_argument("--plan", default="{}", help="changes to learn.Plan, as JSON")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    inputs = Inputs(chosen.corpora, chosen.re3d, chosen.ontology, chosen.encoder)
    train(inputs, chosen.out, chosen.work, learn.Plan(**json.loads(chosen.plan)))


if __name__ == "__main__":
    main()
