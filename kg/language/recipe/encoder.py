"""The network that is trained: one small transformer and a head for each thing it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kg.language.pieces import KINDS

_WORD = 384  # width of the encoder
_ARC, _RELATION = 256, 96  # widths in which heads and dependents are compared
_CHEAP_TASKS = ("tag", "pos", "morph", "lemma")
_MASKED_OUT = -1e4  # a score that no softmax lets through, finite in half precision too


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes each head tells apart."""

    tag: int
    pos: int
    morph: int
    lemma: int
    relation: int
    name: int

    @property
    def flat(self) -> tuple[int, ...]:
        """Sizes of the heads that are one linear layer, in the order of the network's scores."""
        return (self.tag, self.pos, self.morph, self.lemma)


class Network(nn.Module):
    """MiniLM (Wang and others 2020) with heads; a word is its first and its last piece.

    Trees are scored as by Dozat and Manning (2017).

    Args:
        encoder: a transformers BertModel whose token types are kinds of writing.
        sizes: how many classes each head has.
        dropout: share of a word's values that training hides from the heads.
    """

    def __init__(self, encoder: Any, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = encoder
        layers = encoder.config.num_hidden_layers + 1
        self.mix = nn.Parameter(torch.zeros(2, layers))
        self.word = nn.ModuleList(nn.Linear(2 * _WORD, _WORD) for _ in range(2))
        self.norm = nn.ModuleList(nn.LayerNorm(_WORD) for _ in range(2))
        self.dropout = _Dropout(dropout)
        self.flat = nn.Linear(_WORD, sum(sizes.flat))
        self.start = nn.Linear(_WORD, 1)
        self.name = nn.Sequential(
            nn.Linear(_WORD, _WORD // 2),
            nn.GELU(),
            _Dropout(0.1),
            nn.Linear(_WORD // 2, sizes.name),
        )
        self.arc = nn.ModuleList(_reduced(_ARC, dropout) for _ in range(2))
        self.arc_weight = nn.Parameter(torch.zeros(_ARC, _ARC))
        self.arc_bias = nn.Linear(_ARC, 1)
        self.root = nn.Parameter(torch.randn(_WORD) * 0.02)
        self.relation = nn.ModuleList(_reduced(_RELATION, dropout) for _ in range(2))
        self.relation_weight = nn.Parameter(
            torch.zeros(_RELATION + 1, sizes.relation * (_RELATION + 1))
        )
        self.sizes = sizes
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.normal_(self.relation_weight, std=0.01)

    def words(
        self, ids: Tensor, kinds: Tensor, seen: Tensor, firsts: Tensor, lasts: Tensor
    ) -> list[Tensor]:
        """Vectors of words for trees and tags, and for names.

        Args:
            ids: (texts, pieces), numbers of pieces.
            kinds: (texts, pieces), how each is written.
            seen: (texts, pieces), 1 where a piece stands, 0 where the row is filled up.
            firsts: (texts, words), place of each word's first piece.
            lasts: (texts, words), place of its last.

        Returns:
            two tensors (texts, words, width).
        """
        states = self.encoder(
            input_ids=ids, token_type_ids=kinds, attention_mask=seen, output_hidden_states=True
        ).hidden_states
        with torch.autocast(ids.device.type, enabled=False):
            stacked = torch.stack([state.float() for state in states], 0)
            mixed = torch.softmax(self.mix, 1) @ stacked.flatten(1)
        found = []
        for which, layer in enumerate(mixed.view(2, *stacked.shape[1:])):
            ends = [
                torch.gather(layer, 1, place.unsqueeze(-1).expand(-1, -1, _WORD))
                for place in (firsts, lasts)
            ]
            found.append(
                self.norm[which](torch.nn.functional.gelu(self.word[which](torch.cat(ends, -1))))
            )
        return found

    def forward(
        self, ids: Tensor, kinds: Tensor, seen: Tensor, firsts: Tensor, lasts: Tensor
    ) -> tuple[Tensor, ...]:
        """Scores for every word.

        Returns:
            flat (texts, words, all flat classes), starts (texts, words), names (texts, words,
            classes), arcs (texts, words, 1 + words) with the root first, and the two sides that
            relations are scored from: `left` (texts, words, relations, width) and `right`
            (texts, 1 + words, width).
        """
        trees, names = self.words(ids, kinds, seen, firsts, lasts)
        trees, names = self.dropout(trees), self.dropout(names)
        rooted = torch.cat([self.root.expand(len(trees), 1, -1), trees], 1)
        below, above = self.arc[0](trees), self.arc[1](rooted)
        arcs = below @ self.arc_weight @ above.transpose(1, 2) + self.arc_bias(above).transpose(
            1, 2
        )
        left = _one(self.relation[0](trees)) @ self.relation_weight
        left = left.view(*trees.shape[:2], self.sizes.relation, _RELATION + 1)
        right = _one(self.relation[1](rooted))
        return self.flat(trees), self.start(trees).squeeze(-1), self.name(names), arcs, left, right


class _Dropout(nn.Module):
    """Dropout from random bytes: on a CPU, torch's own draws take a tenth of a training step.

    Args:
        share: of the values that are hidden, to the nearest 256th.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.hidden = round(share * 256)

    def forward(self, values: Tensor) -> Tensor:
        """The values; in training, some of them zero and the rest scaled up."""
        if not self.training:
            return values
        count = values.numel()
        words = torch.randint(-(2**63), 2**63 - 1, (count // 8 + 1,), device=values.device)
        kept = words.view(torch.uint8)[:count].view(values.shape) >= self.hidden
        return values * (kept.to(values.dtype) * (256 / (256 - self.hidden)))


def _hidden_cheaply(module: nn.Module) -> None:
    """Put `_Dropout` in the place of torch's own."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout) and child.p:
            setattr(module, name, _Dropout(child.p))
        else:
            _hidden_cheaply(child)


def _reduced(width: int, dropout: float) -> nn.Module:
    return nn.Sequential(nn.Linear(_WORD, width), nn.GELU(), _Dropout(dropout))


def _one(vectors: Tensor) -> Tensor:
    """The vectors with a last value of one, so that a product has linear parts too."""
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], -1)


def build(
    directory: Path,
    sizes: Sizes,
    dropout: float = 0.33,
) -> Network:
    """The network with the encoder's published weights.

    Args:
        directory: of the encoder: config.json, model.safetensors.
        sizes: how many classes each head has.
        dropout: before the heads.
    """
    from transformers import BertModel  # noqa: PLC0415 - slow to import

    encoder = BertModel.from_pretrained(
        directory,
        attn_implementation="eager",  # the only one that can be exported, and fastest on a CPU
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,  # drawing it takes half of a step's time on a CPU
    )
    # Half precision is what travels to and from a GPU: every machine starts from the same numbers.
    encoder = encoder.half().float()
    old = encoder.embeddings.token_type_embeddings.weight.data[0]
    fresh = nn.Embedding(KINDS, _WORD)
    fresh.weight.data = old.expand(KINDS, -1) + torch.randn(KINDS, _WORD) * 0.005
    encoder.embeddings.token_type_embeddings = fresh
    encoder.config.type_vocab_size = KINDS
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    _hidden_cheaply(encoder)
    return Network(encoder, sizes, dropout)


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The mean loss of each task over the words of a batch that bear its mark.

    A word's names are given as the set of classes that its corpus leaves open, so that a corpus
    which marks some kinds only teaches nothing about the others.

    Args:
        network: in training or not.
        batch: ids, kinds, seen, firsts, lasts as in `Network.forward`; tag, pos, morph, lemma, head
            (0 for the root), relation, start: (texts, words), -1 where there is none; sentence:
            (texts, words), its number; names: (texts, words, classes), true for open ones.
    """
    flat, starts, names, arcs, left, right = network(
        batch["ids"], batch["kinds"], batch["seen"], batch["firsts"], batch["lasts"]
    )
    found = {}
    for task, scores in zip(_CHEAP_TASKS, flat.split(network.sizes.flat, -1), strict=True):
        found[task] = _cross(scores, batch[task])
    told = (batch["start"] >= 0).float()
    found["start"] = _mean(
        nn.functional.binary_cross_entropy_with_logits(
            starts.float(), batch["start"].clamp(min=0).float(), reduction="none"
        ),
        told,
    )
    inside = batch["sentence"].unsqueeze(1) == batch["sentence"].unsqueeze(2)
    inside = torch.cat([torch.ones_like(inside[..., :1]), inside], -1)
    found["head"] = _cross(arcs.float().masked_fill(~inside, _MASKED_OUT), batch["head"])
    place = batch["head"].clamp(min=0).unsqueeze(-1).expand(-1, -1, right.shape[-1])
    heads = torch.gather(right, 1, place)
    relations = torch.bmm(left.flatten(0, 1), heads.flatten(0, 1).unsqueeze(-1)).squeeze(-1)
    found["relation"] = _cross(relations.view(*left.shape[:3]), batch["relation"])
    open_ = batch["names"]
    taught = (~open_).any(-1) & open_.any(-1)
    logs = torch.log_softmax(names.float(), -1).masked_fill(~open_, _MASKED_OUT)
    found["name"] = _mean(-torch.logsumexp(logs, -1), taught.float())
    return found


def _cross(scores: Tensor, wanted: Tensor) -> Tensor:
    """The mean cross entropy of the words that bear a class; 0 where none does."""
    every = nn.functional.cross_entropy(
        scores.float().flatten(0, 1), wanted.flatten(), ignore_index=-1, reduction="sum"
    )
    return every / (wanted >= 0).sum().clamp(min=1)


def _mean(values: Tensor, told: Tensor) -> Tensor:
    return (values * told).sum() / told.sum().clamp(min=1)
