"""A store of the small graph and a server of it, which tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.serve.settings import Settings
from serve.running import BASE, running, store_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "kg"
    store_at(path)
    return path


@pytest.fixture(scope="session")
def client(store_path: Path) -> Iterator[httpx.Client]:
    """A client of a server that only reads."""
    settings = Settings(
        store_path, BASE, workers=2, timeout=20, origins=("https://friend.example",)
    )
    with running(settings) as found:
        yield found
