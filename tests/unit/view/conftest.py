"""A small store, by hand, and the page that shows it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

SMALL = Path(__file__).with_name("small.trig")


@pytest.fixture
def small_store() -> ox.Store:
    store = ox.Store()
    store.load(SMALL.read_bytes(), format=ox.RdfFormat.TRIG)
    return store
