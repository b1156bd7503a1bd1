"""Gold of the invented article, as a file of it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluate.cases import ALLY, SHELLED

GRAPH = Path(__file__).with_name("small.ttl")

EVENT: dict[str, Any] = {
    "of": "Event",
    "type": "Shelling",
    "quote": SHELLED,
    "trigger": "shelled",
    "event": "e1",
    "initiator": ["front"],
    "place": ["tel-amra"],
    "begin": "2031-05-02",
    "end": "2031-05-02",
    "stance": "Asserted",
    "tolls": [{"kind": "Killed", "min": 6, "victims": ["civilians"]}],
}
BACKING: dict[str, Any] = {"of": "Backing", "backer": "velmara", "backed": "front", "quote": ALLY}
DEAL: dict[str, Any] = {
    "of": "CeasefireDeal",
    "deal": "lake",
    "names": ["Lake truce"],
    "quote": "the Lake truce",
    "agreedOn": "2031-04",
    "party": ["front", "velmara"],
    "broker": None,
}
AMRA: dict[str, Any] = {
    "article": "amra.txt",
    "issued": "2031-05-03",
    "entities": {"front": {"names": ["Northern Front"], "near": ["rebels"]}},
    "reports": [EVENT, BACKING, DEAL],
}


def write(folder: Path, gold: object = AMRA, name: str = "amra.txt.json") -> Path:
    """Write gold to a file of a folder that is made if need be."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path
