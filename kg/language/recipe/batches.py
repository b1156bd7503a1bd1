"""Examples in batches, as tensors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
import torch
from torch import Tensor

from kg.language.recipe.chance import seeded
from kg.language.recipe.examples import NAME_CLASSES, Example, unpack

_ROWS = ("tag", "pos", "morph", "lemma", "relation", "head", "start", "sentence")
_BITS = 1 << numpy.arange(len(NAME_CLASSES))


def load_sets(directory: Path) -> tuple[dict[str, list[str]], dict[str, list[Example]]]:
    """The classes and the example sets that `sets` wrote."""
    labels = json.loads((directory / "labels.json").read_text(encoding="utf-8"))
    found = {}
    for file in sorted(directory.glob("*.npz")):
        with numpy.load(file) as packed:
            found[file.stem] = list(unpack({k: packed[k] for k in packed.files}))
    return labels, found


def batches(examples: Sequence[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """The examples in batches of about `size` pieces, texts of like length together, shuffled."""
    chance = seeded(seed)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids) + chance.random() * 16)
    groups: list[list[Example]] = [[]]
    for index in order:
        longest = len(examples[index].ids)
        if groups[-1] and longest * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(examples[index])
    chance.shuffle(groups)
    yield from groups


def collate(group: Sequence[Example], device: torch.device) -> dict[str, Tensor]:
    """A batch as tensors, filled up to its longest text."""
    pieces = max(len(e.ids) for e in group)
    words = max(len(e.firsts) for e in group)
    batch = {
        "ids": _filled([e.ids for e in group], pieces, 0),
        "kinds": _filled([e.kinds for e in group], pieces, 0),
        "seen": _filled([numpy.ones(len(e.ids), "int64") for e in group], pieces, 0),
        "firsts": _filled([e.firsts for e in group], words, 0),
        "lasts": _filled([e.lasts for e in group], words, 0),
    }
    for number, row in enumerate(_ROWS):
        batch[row] = _filled([e.words[number] for e in group], words, -1)
    bits = _filled([e.names for e in group], words, 0)
    tensors = {name: torch.from_numpy(array) for name, array in batch.items()}
    tensors["names"] = torch.from_numpy((bits[..., None] & _BITS) > 0)
    return {name: tensor.to(device, non_blocking=True) for name, tensor in tensors.items()}


def _filled(rows: Sequence[numpy.ndarray], width: int, fill: int) -> numpy.ndarray:
    out = numpy.full((len(rows), width), fill, "int64")
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out


def hide(batch: dict[str, Tensor], share: float, mask: int, generator: torch.Generator) -> None:
    """Put the mask over some pieces of a batch, in place."""
    drawn = torch.rand(batch["ids"].shape, generator=generator).to(batch["ids"].device)
    inner = batch["seen"].bool() & (batch["ids"] > 999)
    batch["ids"] = batch["ids"].masked_fill((drawn < share) & inner, mask)
