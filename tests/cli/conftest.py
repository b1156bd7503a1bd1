"""A runner of commands, the small graph, and a stand-in for the pipeline."""

from __future__ import annotations

import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

SMALL = Path(__file__).parents[1] / "unit" / "graph" / "small.trig"


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`kg("query", "backers", input=None)` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], input=stdin)

    return run


@pytest.fixture
def small() -> Path:
    return SMALL


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The module that `kg build` imports; a test gives it a `build`."""
    fake = types.ModuleType("kg.pipeline")
    monkeypatch.setitem(sys.modules, "kg.pipeline", fake)
    monkeypatch.setattr(sys.modules["kg"], "pipeline", fake, raising=False)
    return fake
