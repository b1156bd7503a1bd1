"""Outlines of countries, reduced from TopoJSON."""

from __future__ import annotations

from typing import Any

from kg.view.outlines import STEPS, outlines, reduced


def country(name: str, kind: str, arcs: list[Any]) -> dict[str, Any]:
    return {"type": kind, "properties": {"name": name}, "arcs": arcs}


def test_arcs_are_put_on_the_coarse_grid_and_points_that_fall_together_become_one() -> None:
    topology = {
        "transform": {"scale": [0.001, 0.001], "translate": [10, -5]},
        "arcs": [[[0, 0], [1, 1], [100, 0], [0, 200]], [[0, 0], [1, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    country("Varesh", "Polygon", [[0, 1]]),
                    country("Kelmar", "MultiPolygon", [[[0]], [[-2]]]),
                ]
            }
        },
    }
    found = reduced(topology)
    assert found["arcs"] == [[200, -100, 2, 0, 0, 4], [200, -100, 0, 0]]
    assert found["countries"] == [["Kelmar", [[0], [-2]]], ["Varesh", [[0, 1]]]]
    assert found["steps"] == STEPS


def test_the_shipped_outlines_say_where_they_are_from_and_every_ring_is_closed() -> None:
    shipped = outlines()
    assert "Natural Earth" in shipped["origin"]
    assert "public domain" in shipped["origin"]
    names = [name for name, _ in shipped["countries"]]
    assert len(names) == 177
    assert {"Syria", "Turkey", "Sudan"} <= set(names)
    for _, rings in shipped["countries"]:
        for ring in rings:
            ends = [ends_of(shipped["arcs"], arc) for arc in ring]
            assert all(
                one[1] == two[0] for one, two in zip(ends, [*ends[1:], ends[0]], strict=True)
            )


def ends_of(arcs: list[list[int]], arc: int) -> tuple[tuple[int, int], tuple[int, int]]:
    x, y, *moves = arcs[arc if arc >= 0 else ~arc]
    first, last = (x, y), (x + sum(moves[::2]), y + sum(moves[1::2]))
    return (first, last) if arc >= 0 else (last, first)
