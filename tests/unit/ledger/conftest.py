"""A pipeline that reads lines instead of news, with a small ontology."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph.sheets import write_ontology

from kg import readers, resources, versions
from ledger import stubs
from ledger.runs import NEWS


@pytest.fixture(scope="session")
def small_ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch, small_ontology: Path) -> Path:
    """Articles are read by `stubs.StubReader`; the folder is that of the ontology in use."""
    monkeypatch.setattr(readers, "reader", stubs.reader)
    monkeypatch.setattr(readers, "_CHUNK", 2)
    monkeypatch.setattr(resources, "folder", lambda _: small_ontology)
    monkeypatch.setattr(versions, "of_reading", lambda *_: "reading")
    monkeypatch.setattr(stubs.StubReader, "given", [])
    return small_ontology


@pytest.fixture
def news(tmp_path: Path, stubbed: Path) -> Path:
    """A folder with the articles of `runs.NEWS`, read by the stub."""
    del stubbed
    return stubs.write(tmp_path / "news", NEWS)
