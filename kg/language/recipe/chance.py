"""Seeded chance: the same draws on every run."""

from __future__ import annotations

import random


def seeded(seed: int) -> random.Random:
    """A source of chance that always yields the same draws for the same seed."""
    return random.Random(seed)  # noqa: S311 - training sets, no secrets
