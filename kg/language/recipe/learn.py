"""The training loop: all heads at once, fixed seeds, one cosine of the learning rate."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from kg.language.recipe.batches import batches, collate, hide
from kg.language.recipe.encoder import Network, losses
from kg.language.recipe.examples import Example

_WEIGHTS = {
    "tag": 0.3, "pos": 0.3, "morph": 0.2, "lemma": 0.3, "start": 0.5, "head": 1.0, "relation": 1.0,
    "name": 1.5,
}  # fmt: skip
_MASK = 103  # the encoder's [MASK]
_KEPT_EVERY = 300  # steps from one checkpoint to the next


@dataclass(frozen=True, slots=True)
class Plan:
    """How one training run goes.

    Attributes:
        pieces: word pieces seen in all, copies included.
        batch: word pieces a step.
        rate: highest learning rate of the encoder; `head_rate` that of the heads.
        hidden: share of pieces that training hides behind the mask.
        seed: of everything drawn by chance.
    """

    pieces: int = 13_000_000
    batch: int = 2_500
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    hidden: float = 0.08
    dropout: float = 0.33
    decay: float = 0.01
    average: float = 0.999
    seed: int = 1


@dataclass
class _Run:
    """Where a run stands; all that a checkpoint keeps.

    Attributes:
        average: the running average of the weights.
        seen: pieces so far; `epoch` and `step` (in the epoch) say which batch comes next.
    """

    network: Network
    optimiser: torch.optim.AdamW
    average: dict[str, Tensor]
    generator: torch.Generator
    seen: int = 0
    epoch: int = 0
    step: int = 0
    steps: int = 0

    def save(self, path: Path) -> None:
        """Write a checkpoint; an interrupted write leaves the old one."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "generator": self.generator.get_state(),
            "torch": torch.get_rng_state(),
            "place": (self.seen, self.epoch, self.step, self.steps),
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path, map_location="cpu")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        for name, value in state["average"].items():
            self.average[name].copy_(value)
        self.generator.set_state(state["generator"])
        torch.set_rng_state(state["torch"])
        self.seen, self.epoch, self.step, self.steps = state["place"]


def train(
    network: Network,
    sets: dict[str, list[Example]],
    plan: Plan,
    device: torch.device,
    checkpoint: Path,
) -> dict[str, Tensor]:
    """Train the network; give the running average of its weights.

    Args:
        network: moved to `device`.
        sets: examples by name; each epoch sees all of them.
        plan: the run.
        device: where to compute.
        checkpoint: a file that is written now and then, and gone on from where it exists.
    """
    torch.manual_seed(plan.seed)
    generator = torch.Generator().manual_seed(plan.seed)
    examples = [e for group in sets.values() for e in group]
    optimiser = _optimiser(network, plan)
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    run = _Run(network, optimiser, average, generator)
    if checkpoint.exists():
        run.resume(checkpoint)
    log = _Log()
    while run.seen < plan.pieces:
        groups = list(batches(examples, plan.batch, plan.seed + run.epoch))
        for group in groups[run.step :]:
            log.add(_step(run, group, plan, device), run)
            if run.steps % _KEPT_EVERY == 0:
                run.save(checkpoint)
            if run.seen >= plan.pieces:
                break
        run.epoch, run.step = run.epoch + 1, 0
    run.save(checkpoint)
    return average


def held_back(
    network: Network, sets: dict[str, list[Example]], size: int, device: torch.device
) -> dict[str, dict[str, float]]:
    """The mean losses on sets that training doesn't see, by set and task.

    Args:
        network: trained; left in evaluation.
        sets: examples by name.
        size: word pieces read at one time.
        device: where to compute.
    """
    network.eval()
    found: dict[str, dict[str, float]] = {}
    for name, examples in sets.items():
        groups = list(batches(examples, size, 0))
        with torch.no_grad():
            told = [losses(network, collate(group, device)) for group in groups]
        found[name] = {
            task: round(sum(float(each[task]) for each in told) / len(told), 4) for task in told[0]
        }
    return found


def _step(
    run: _Run, group: Sequence[Example], plan: Plan, device: torch.device
) -> dict[str, Tensor]:
    """One update of the weights and of their average; gives the losses."""
    height = _height(run.seen / plan.pieces, plan.warm)
    for top, parameters in zip(
        (plan.rate, plan.head_rate), run.optimiser.param_groups, strict=True
    ):
        parameters["lr"] = top * height
    batch = collate(group, device)
    hide(batch, plan.hidden, _MASK, run.generator)
    with torch.autocast(device.type, torch.bfloat16):
        found = losses(run.network, batch)
        total = torch.stack([_WEIGHTS[task] * loss for task, loss in found.items()]).sum()
    run.optimiser.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.seen += sum(len(e.ids) for e in group)
    run.step, run.steps = run.step + 1, run.steps + 1
    _blend(run.average, run.network, min(plan.average, (1 + run.steps) / (10 + run.steps)))
    return found


class _Log:
    """Tells standard error how the losses fall."""

    def __init__(self) -> None:
        self.sums: dict[str, float] = {}
        self.began = time.monotonic()

    def add(self, found: dict[str, Tensor], run: _Run) -> None:
        for task, loss in found.items() if run.steps % 10 == 0 else ():
            value = float(loss.detach())
            self.sums[task] = 0.9 * self.sums.get(task, value) + 0.1 * value
        if run.steps % 200 == 0:
            told = " ".join(f"{task} {loss:.3f}" for task, loss in sorted(self.sums.items()))
            passed = time.monotonic() - self.began
            print(  # noqa: T201 - a training run talks to whoever waits for it
                f"{run.seen / 1e6:6.2f} M pieces, {passed:5.0f} s: {told}",
                file=sys.stderr,
                flush=True,
            )


def _blend(average: dict[str, Tensor], network: Network, keep: float) -> None:
    with torch.no_grad():
        fresh = network.state_dict()
        floats = [name for name, value in average.items() if value.is_floating_point()]
        olds, news = [average[name] for name in floats], [fresh[name] for name in floats]
        torch._foreach_lerp_(olds, news, 1 - keep)


def _height(done: float, warm: float) -> float:
    """The learning rate's share of its top: up in a line, then down along a cosine."""
    if done < warm:
        return done / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))


def _optimiser(network: Network, plan: Plan) -> torch.optim.AdamW:
    inner = {id(p) for p in network.encoder.parameters()}
    learnt = [p for p in network.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in learnt if id(p) in inner], "lr": plan.rate},
        {"params": [p for p in learnt if id(p) not in inner], "lr": plan.head_rate},
    ]
    return torch.optim.AdamW(
        groups, weight_decay=plan.decay, betas=(0.9, 0.98), eps=1e-6, fused=True
    )
