"""The two servers, started once and emptied for each module that asks; skipped where absent."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from servers import running


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("KG_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[running.Running]:
    program = running.oxigraph()
    if program is None:
        pytest.skip("no oxigraph: the package of that name on PyPI has the server")
    with running.oxigraph_at(program, tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[running.Running]:
    program = running.virtuoso()
    if program is None:
        pytest.skip("no Virtuoso 7: Debian's package is virtuoso-opensource-7-bin")
    with running.virtuoso_at(program, tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> running.Running:
    found: running.Running = request.getfixturevalue(request.param)
    return found
