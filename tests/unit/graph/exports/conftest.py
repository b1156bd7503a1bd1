"""The invented world that the tests of exports build their graphs on."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.war import write_war


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_war(tmp_path_factory.mktemp("war"))
