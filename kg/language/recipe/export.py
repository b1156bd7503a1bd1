"""Trained weights as a spaCy pipeline on disk: one ONNX file of whole numbers in eight bits."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from thinc.config import Config
from torch import Tensor, nn

from kg.language.network import NAME, NetworkPipe
from kg.language.pieces import Pieces
from kg.language.recipe import tokens
from kg.language.recipe.encoder import Network, Sizes, build

_INPUTS = ("ids", "kinds", "firsts", "lasts")
_OUTPUTS = ("tag", "pos", "morph", "lemma", "starts", "names", "arcs", "left", "right")
_SECTIONS = ("nlp", "components")  # the rest is about training by spaCy itself
_META = {
    "lang": "en",
    "name": "kg_wire",
    "version": "0.2.0",
    "description": "Tags, trees and names for news about armed conflict; see CARD.md.",
    "license": "CC BY-SA 4.0",
}


class _Alone(nn.Module):
    """The network for one text without filling, with the cheap heads decided."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, kinds: Tensor, firsts: Tensor, lasts: Tensor
    ) -> tuple[Tensor, ...]:
        flat, *rest = self.network(ids, kinds, torch.ones_like(ids), firsts, lasts)
        decided = [scores.argmax(-1) for scores in flat.split(self.network.sizes.flat, -1)]
        return (*decided, *rest)


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX with weights of eight bits.

    Weights are kept to seven bits of range, since the products of processors without VNNI overflow
    otherwise: every machine is to compute the same. Activations are scaled text by text.

    Args:
        network: in evaluation.
        path: an .onnx file to write.
    """
    example = (
        torch.tensor([[101, 2054, 2003, 2023, 102]]),
        torch.tensor([[0, 2, 1, 1, 0]]),
        torch.tensor([[1, 2, 3]]),
        torch.tensor([[1, 2, 3]]),
    )
    axes = {name: {1: "pieces" if name in ("ids", "kinds") else "words"} for name in _INPUTS}
    axes |= {name: {1: "words"} for name in _OUTPUTS}
    axes["arcs"], axes["right"] = {1: "words", 2: "rooted"}, {1: "rooted"}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            _Alone(network).eval(), example, str(whole), input_names=list(_INPUTS),
            output_names=list(_OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    model = onnx.load(path)
    model.doc_string, model.producer_name = "", "kg"
    del model.metadata_props[:]
    for node in model.graph.node:  # paths of the training machine stand in these
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(model, path)


def restored(
    encoder: Path, weights: Mapping[str, Tensor], labels: Mapping[str, Sequence[str]]
) -> Network:
    """The network with trained weights, in evaluation, ready for export.

    Args:
        encoder: directory of the published encoder, whose word pieces were left as they are.
        weights: all others.
        labels: the classes of each head.
    """
    sizes = Sizes(**{head: len(classes) for head, classes in labels.items()})
    network = build(encoder, sizes)
    missing, unexpected = network.load_state_dict(
        {name: value.float() for name, value in weights.items()}, strict=False
    )
    strange = [
        name for name in missing if "word_embeddings" not in name and "position_ids" not in name
    ]
    if strange or unexpected:
        raise ValueError(f"weights of another network: {strange} {unexpected}")
    network.eval()
    return network


def write(
    model: Path,
    vocabulary: Path,
    labels: Mapping[str, Sequence[str]],
    lemmas: Mapping[str, Mapping[str, str]],
    out: Path,
) -> None:
    """Write the pipeline: our tokenizer and the one component."""
    nlp = tokens.blank()
    pipe = nlp.add_pipe(NAME)
    if not isinstance(pipe, NetworkPipe):
        raise TypeError(f"{NAME} is not ours")
    pipe.fill(model.read_bytes(), Pieces.read(vocabulary), labels, lemmas)
    nlp.meta.update(_META)
    nlp.to_disk(out)
    config = spacy.util.load_config(out / "config.cfg")
    Config({section: config[section] for section in _SECTIONS}).to_disk(out / "config.cfg")
