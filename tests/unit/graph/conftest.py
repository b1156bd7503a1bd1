"""The small graph that the tests of this folder read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.store import GraphHandle, open_graph

SMALL = Path(__file__).with_name("small.trig")


@pytest.fixture(scope="session")
def small() -> GraphHandle:
    return open_graph(SMALL)
