"""Pushing boxes apart until none overlaps another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_MARGIN = np.array([10.0, 8.0])
_PUSHES = 150
_STRETCH = 1.08
#: Share of the frame that boxes may fill before pushing starts; fuller ones only jostle.
_FILLED = 0.4


def separated(centres: Points, sizes: Points) -> Points:
    """Centres near the given ones at which no two boxes overlap.

    Args:
        centres: n x 2, the middles of the boxes.
        sizes: n x 2, their widths and heights.

    Returns:
        n x 2. Boxes keep their order as far as pushing along the shorter way allows; where a
        crowd stays locked the whole picture is stretched, which ends because centres differ.
    """
    places = centres * _stretch(centres, sizes)
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2 + _MARGIN
    while True:
        for _ in range(_PUSHES):
            push = _push(places, reach)
            if not push.any():
                return places
            places += push
        places *= _STRETCH


def _stretch(centres: Points, sizes: Points) -> float:
    """How much larger the picture must be for the boxes to have room."""
    frame = np.ptp(centres, axis=0) + sizes.mean(axis=0)
    wanted = (sizes + _MARGIN).prod(axis=1).sum() / _FILLED
    return max(1.0, float(np.sqrt(wanted / frame.prod())))


def _push(places: Points, reach: Points) -> Points:
    """How far each box moves in one round; all zero when none overlaps."""
    away = places[:, None, :] - places[None, :, :]
    lack = reach - np.abs(away)
    overlap = (lack[:, :, 0] > 0.01) & (lack[:, :, 1] > 0.01)
    np.fill_diagonal(overlap, val=False)
    # Two boxes at one spot part by their order in the list.
    order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None, :])
    side = np.where(away == 0, order[:, :, None], np.sign(away))
    # Boxes are wider than high: by pixels all would part upwards and the picture become a tower.
    share = lack / reach
    along_x = overlap & (share[:, :, 0] <= share[:, :, 1])
    along_y = overlap & ~along_x
    push = np.empty_like(places)
    push[:, 0] = np.where(along_x, side[:, :, 0] * lack[:, :, 0], 0).sum(axis=1)
    push[:, 1] = np.where(along_y, side[:, :, 1] * lack[:, :, 1], 0).sum(axis=1)
    neighbours = np.maximum(overlap.sum(axis=1), 1)[:, None]
    moved: Points = push / neighbours * 0.55
    return moved
