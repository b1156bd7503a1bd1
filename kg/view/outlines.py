"""Outlines of countries for the map, reduced from Natural Earth (public domain).

`python -m kg.view.outlines countries-110m.json > kg/view/outlines.json` makes the data file from
that file of the npm package world-atlas 2.0.2, which holds Natural Earth 4.1.0 at 1:110 million
as TopoJSON: each border once, as an arc that one or two countries share.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

#: Steps of the reduced grid in one degree.
STEPS = 20
ORIGIN = "Natural Earth 4.1.0, 1:110m, public domain (naturalearthdata.com), by way of world-atlas"

Outlines = dict[str, Any]


@cache
def outlines() -> Outlines:
    """The shipped outlines: `origin`, `steps`, `arcs` and `countries` (name, rings of arcs).

    An arc is x, y, then differences, in steps of a degree; a ring lists arcs, ~n being arc n
    backwards.
    """
    shipped: Outlines = json.loads(files(__package__).joinpath("outlines.json").read_bytes())
    return shipped


def reduced(topology: Outlines) -> Outlines:
    """A TopoJSON topology of countries on a coarser grid."""
    return {
        "origin": ORIGIN,
        "steps": STEPS,
        "arcs": [_arc(arc, topology["transform"]) for arc in topology["arcs"]],
        "countries": sorted(
            [country["properties"]["name"], _rings(country)]
            for country in topology["objects"]["countries"]["geometries"]
        ),
    }


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> list[int]:
    scale, start = transform["scale"], transform["translate"]
    columns = zip(*steps, strict=True)
    longs, lats = (
        [round((at * scale[axis] + start[axis]) * STEPS) for at in accumulate(column)]
        for axis, column in enumerate(columns)
    )
    points = list(zip(longs, lats, strict=True))
    moves = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    # What a coarser grid makes one point is one point, but an arc keeps both ends.
    kept = [move for move in moves if any(move)] or moves[:1]
    return [*points[0], *(part for move in kept for part in move)]


def _rings(country: Outlines) -> list[list[int]]:
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    return [ring for polygon in parts for ring in polygon]


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_bytes())
    sys.stdout.write(json.dumps(reduced(read), ensure_ascii=False, separators=(",", ":")) + "\n")
