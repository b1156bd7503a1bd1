"""What several outlets tell of one happening becomes one event at least as often as it once did."""

from __future__ import annotations

from pathlib import Path

import pytest
from gold import merging


@pytest.mark.parametrize("name", merging.SETS)
def test_no_measure_lies_below_its_floor(name: str, tmp_path: Path) -> None:
    told = merging.floors()[name]
    floors = told["measures"]
    assert isinstance(floors, dict)
    assert told["corpus_sha256"] == merging.corpus_hash(name)
    found = merging.measure(name, tmp_path)
    assert found.keys() == floors.keys()
    assert {k: v for k, v in found.items() if v < floors[k] - merging.SLACK} == {}
    assert found["read F1"] <= floors["read F1"] + 0.02
