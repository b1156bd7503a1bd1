"""The annotated articles: quotes true, shapes kept, scores not below their floors, bytes stable."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from gold import gate

from kg.graph.check import check, finding_line
from kg.graph.export import export
from kg.graph.store import GraphHandle, open_graph
from kg.pipeline import Summary, build

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Built:
    """The graph of all articles, and its scores."""

    summary: Summary
    handle: GraphHandle
    scores: gate.Scores


@pytest.fixture(scope="session")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("gold")
    summary = build([shared / "articles"], folder / "store")
    handle = open_graph(folder / "store")
    export(handle, folder / "graph.nq")
    return Built(summary, handle, gate.score(folder / "graph.nq", shared))


def test_every_article_is_read(built: Built, shared: Path) -> None:
    assert built.summary.problems == ()
    assert built.summary.counts["articles"] == len(list((shared / "articles").iterdir()))
    assert built.scores.missing_articles == 0


def test_every_quote_is_the_text_at_its_offsets(built: Built) -> None:
    assert built.scores.bad_quotes == 0


def test_the_graph_keeps_all_shapes(built: Built) -> None:
    assert [finding_line(finding) for finding in check(built.handle)] == []


def test_the_floors_were_taken_on_this_corpus(shared: Path) -> None:
    assert gate.read_floors().corpus_sha256 == gate.corpus_hash(shared), (
        "articles or gold have changed: measure again (make gold)"
    )


def test_no_score_is_below_its_floor(built: Built) -> None:
    assert gate.shortfalls(built.scores.measures, gate.read_floors()) == [], built.scores.table


@dataclass(frozen=True, slots=True)
class Way:
    """One way to build the same articles."""

    seed: int = 0
    step: int = 1
    jobs: int = 1


def _exports(folder: Path, articles: list[Path], way: Way) -> dict[str, bytes]:
    """What fresh processes make of the articles, by file name."""
    store = folder / "store"
    files = [folder / name for name in ("graph.nq", "graph.ttl", "graph.csv")]
    page = folder / "network.html"
    for words in (
        ["build", *articles[:: way.step], "-o", store, "--jobs", way.jobs],
        *(["export", "-g", store, "-o", file] for file in files),
        ["view", "-g", store, "-o", page],
    ):
        subprocess.run(
            [sys.executable, "-m", "kg.cli", *map(str, words)],
            env=os.environ | {"PYTHONHASHSEED": str(way.seed)},
            check=True,
            capture_output=True,
        )
    return {file.name: file.read_bytes() for file in (*files, page)}


@pytest.fixture(scope="session")
def founding(shared: Path) -> list[Path]:
    """The five founding documents."""
    return sorted((shared / "articles").glob("00[0-4]_*"))


@pytest.fixture(scope="session")
def first_bytes(founding: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _exports(tmp_path_factory.mktemp("first"), founding, Way())


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(Way(seed=1), id="another hash seed"),
        pytest.param(Way(step=-1), id="files in reverse"),
        pytest.param(Way(jobs=2), id="two processes"),
    ],
)
def test_the_bytes_do_not_depend_on(
    first_bytes: dict[str, bytes], founding: list[Path], tmp_path: Path, way: Way
) -> None:
    again = _exports(tmp_path, founding, way)
    assert [name for name in again if again[name] != first_bytes[name]] == []
