"""Places for thousands of nodes: fast, spread out, neighbours near, the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from kg.view.layout import Position
from kg.view.multilevel import spread


def grid(side: int) -> tuple[list[str], list[tuple[str, str]]]:
    ids = [f"{x} {y}" for x in range(side) for y in range(side)]
    across = [(f"{x} {y}", f"{x + 1} {y}") for x in range(side - 1) for y in range(side)]
    return ids, [
        *across,
        *((f"{y} {x}", f"{y} {x + 1}") for x in range(side - 1) for y in range(side)),
    ]


def lengths(places: tuple[Position, ...], pairs: list[tuple[str, str]]) -> np.ndarray:
    at = {place.id: np.array((place.x, place.y)) for place in places}
    return np.array([np.linalg.norm(at[one] - at[two]) for one, two in pairs])


def test_neighbours_lie_much_nearer_than_others_and_nobody_on_another() -> None:
    ids, edges = grid(30)
    places = spread(ids, edges)
    drawn = np.array([(place.x, place.y) for place in places])
    assert len(np.unique(drawn, axis=0)) > 0.99 * len(ids)
    assert np.median(lengths(places, edges)) < 0.1 * np.ptp(drawn, axis=0).max()
    # The opposite corners of a grid stay far apart: it is unfolded.
    corners = lengths(places, [("0 0", "29 29"), ("0 29", "29 0")])
    assert corners.min() > 8 * np.median(lengths(places, edges))


def test_the_order_of_ids_and_edges_does_not_matter() -> None:
    ids, edges = grid(9)
    turned = [(two, one) for one, two in reversed(edges)]
    assert spread(list(reversed(ids)), turned) == spread(ids, edges)


@pytest.mark.parametrize("leaves", [0, 1, 500])
def test_a_star_is_round(leaves: int) -> None:
    ids = ["hub", *(f"leaf-{number}" for number in range(leaves))]
    edges = [("hub", leaf) for leaf in ids[1:]]
    places = spread(ids, edges)
    assert len(places) == len(ids)
    if leaves > 1:
        away = lengths(places, edges)
        assert np.percentile(away, 95) < 4 * np.percentile(away, 5)


def test_what_nothing_joins_is_spread_out_too() -> None:
    places = spread([f"lonely-{number}" for number in range(300)], [])
    assert len({(place.x, place.y) for place in places}) == 300
