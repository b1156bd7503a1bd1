"""Where thousands of nodes stand: coarse first, then finer, with forces read off a grid.

The graph is shrunk by merging neighbours in pairs (B. Hendrickson and R. Leland, 1995), the
smallest is spread out, and each larger one starts where its pairs stood (C. Walshaw, 2003).
Repulsion is that of a field on a grid, found by the fast Fourier transform as in particle-mesh
methods (R. Hockney and J. Eastwood, 1981), so a step costs about as much as reading the edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.view.layout import Box, Position, connected, layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Points = NDArray[np.float64]
Whole = NDArray[np.int64]

_SEED = 7
_SMALLEST = 60
_STEPS = 45
_COARSE_STEPS = 150
#: Cells along one side of the grid, by how many nodes there are at most.
_CELLS = ((1_500, 64), (6_000, 128), (10**9, 256))
#: Length of an edge in pixels.
_LENGTH = 70.0
#: Between parts that nothing joins.
_GAP = 120


def spread(ids: Sequence[str], edges: Iterable[tuple[str, str]]) -> tuple[Position, ...]:
    """A place for each id, sorted by id; the same on every run.

    Large connected parts come first, one below the other; small ones stand in rows below them, or
    they would fly off to the rim.
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    large, small = _parts(sorted(ids), pairs)
    found: list[Position] = []
    bottom = 0
    for part in large:
        found += _moved(_part(part, pairs), bottom)
        bottom = max(place.y for place in found) + _GAP
    boxes = [Box(name, 36, 12, 12) for name in small]
    within = set(small)
    rest = layout(boxes, [pair for pair in pairs if pair[0] in within])
    return tuple(sorted([*found, *_moved(rest, bottom)], key=lambda place: place.id))


def _parts(
    ids: Sequence[str], pairs: Iterable[tuple[str, str]]
) -> tuple[list[list[str]], list[str]]:
    """Connected parts of many nodes, the largest first, and all nodes of smaller ones."""
    parts = connected(ids, pairs)
    large = [part for part in parts if len(part) > _SMALLEST]
    return large, [name for part in parts if len(part) <= _SMALLEST for name in part]


def _part(names: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[Position]:
    number = {name: index for index, name in enumerate(names)}
    links = [(number[a], number[b]) for a, b in pairs if a in number]
    placed = _placed(len(names), np.array(links, dtype=np.int64).reshape(-1, 2))
    points = np.rint(placed * _LENGTH).astype(int)
    return [Position(name, *map(int, points[index])) for index, name in enumerate(names)]


def _moved(places: Sequence[Position], top: int) -> list[Position]:
    """The same places with their left end at 0 and their upper end at `top`."""
    left = min((place.x for place in places), default=0)
    upper = min((place.y for place in places), default=0)
    return [Position(place.id, place.x - left, place.y - upper + top) for place in places]


def _placed(count: int, links: Whole) -> Points:
    if count <= _SMALLEST:
        return _settled(_disc(count), links, _COARSE_STEPS)
    above = _paired(count, links)
    fewer = int(above.max()) + 1
    if fewer > 0.95 * count:
        return _settled(_disc(count), links, _COARSE_STEPS)
    coarse = _placed(fewer, np.unique(np.sort(above[links], axis=1), axis=0))
    jitter = np.random.default_rng(_SEED).normal(scale=0.3, size=(count, 2))
    start = coarse[above] * np.sqrt(count / fewer) + jitter
    return _settled(start, links, _STEPS)


def _disc(count: int) -> Points:
    """Points spread evenly over a disc (H. Vogel, 1979)."""
    step = np.arange(count)
    angle, radius = step * np.pi * (3 - np.sqrt(5)), np.sqrt(step + 0.5)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _paired(count: int, links: Whole) -> Whole:
    """For each node the number of the pair that it joins, light nodes choosing first.

    Leaves of one hub are paired with each other, or a star would never shrink.
    """
    near: list[list[int]] = [[] for _ in range(count)]
    for first, second in links.tolist():
        near[first].append(second)
        near[second].append(first)
    above = np.full(count, -1, dtype=np.int64)
    waiting: dict[int, int] = {}
    pairs = 0
    for node in sorted(range(count), key=lambda each: (len(near[each]), each)):
        if above[node] >= 0:
            continue
        free = [other for other in near[node] if above[other] < 0 and other != node]
        partner = min(free, key=lambda each: (len(near[each]), each)) if free else -1
        hub = near[node][0] if near[node] else -1
        if partner < 0 and hub in waiting:
            above[node] = waiting.pop(hub)
            continue
        above[node] = pairs
        if partner >= 0:
            above[partner] = pairs
        else:
            waiting[hub] = pairs
        pairs += 1
    return above


def _settled(points: Points, links: Whole, steps: int) -> Points:
    """Points after so many steps of springs along links and repulsion from all others."""
    heat = 0.12 * max(float(np.ptp(points, axis=0).max()), 1.0)
    degree = np.bincount(links.ravel(), minlength=len(points)).clip(1)[:, None]
    for step in range(steps):
        force = _repulsion(points) - 0.012 * (points - points.mean(axis=0))
        along = points[links[:, 0]] - points[links[:, 1]]
        pull = along * np.sqrt(np.square(along).sum(axis=1))[:, None]
        for end, sign in ((0, -1.0), (1, 1.0)):
            for axis in (0, 1):
                total = np.bincount(links[:, end], sign * pull[:, axis], minlength=len(points))
                force[:, axis] += total / np.sqrt(degree[:, 0])
        length = np.maximum(np.sqrt(np.square(force).sum(axis=1)), 1e-9)[:, None]
        points = points + force / length * np.minimum(length, heat * (1 - step / steps))
    return points


def _repulsion(points: Points) -> Points:
    """The push of all points on each, falling off as one over the distance."""
    cells = next(cells for most, cells in _CELLS if len(points) <= most)
    low = points.min(axis=0)
    side = max(float(np.ptp(points, axis=0).max()), 1e-6) / (cells - 2)
    scaled = (points - low) / side
    cell = scaled.astype(np.int64)
    part = scaled - cell
    mass = np.zeros((cells, cells))
    corners = [(dx, dy) for dx in (0, 1) for dy in (0, 1)]
    shares = [np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1]) for dx, dy in corners]
    for (dx, dy), share in zip(corners, shares, strict=True):
        np.add.at(mass, (cell[:, 0] + dx, cell[:, 1] + dy), share)
    fields = _field(mass, side)
    return np.stack(
        [
            sum(
                share * field[cell[:, 0] + dx, cell[:, 1] + dy]
                for (dx, dy), share in zip(corners, shares, strict=True)
            )
            for field in fields
        ],
        axis=1,
    )


def _field(mass: Points, side: float) -> tuple[Points, Points]:
    """What `mass` on a grid of cells of that side does at each cell, along x and along y."""
    cells = len(mass)
    away = np.fft.fftfreq(2 * cells, 1 / (2 * cells)) * side
    square = away[:, None] ** 2 + away[None, :] ** 2 + (0.5 * side) ** 2
    spectrum = np.fft.rfft2(mass, s=(2 * cells, 2 * cells))
    along_x = np.fft.irfft2(spectrum * np.fft.rfft2(away[:, None] / square))
    along_y = np.fft.irfft2(spectrum * np.fft.rfft2(away[None, :] / square))
    return along_x[:cells, :cells], along_y[:cells, :cells]
