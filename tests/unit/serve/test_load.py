"""A small load test; tests/bench/serve.py is the whole."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from kg.graph.store import open_graph
from kg.serve.settings import Settings
from serve.running import BASE, SMALL, running


def _bench() -> Any:
    path = Path(__file__).parents[2] / "bench" / "serve.py"
    spec = importlib.util.spec_from_file_location("bench_serve", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_serve"] = module
    spec.loader.exec_module(module)
    return module


def test_no_answer_is_wrong_under_load(store_path: Path) -> None:
    bench = _bench()
    settings = Settings(store_path, BASE, workers=4, timeout=3, rows=500, memory=256)
    with running(settings) as client:
        tally = bench.load(str(client.base_url), open_graph(SMALL), requests=200, clients=8)
    assert tally.wrong == []
    assert sum(tally.statuses.values()) == 200
    assert tally.statuses["good", 200] > 80
    assert tally.statuses["slow", 504] > 0
