"""`kg eval` and the scorer beside the checkout say the same of the same graph."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate.evaluation import evaluate
from kg.evaluate.measures import COORDINATES, ISSUE_DATES
from kg.graph.export import export
from kg.graph.store import GraphHandle, open_graph
from kg.pipeline import build


@pytest.fixture(scope="module")
def graph(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[GraphHandle, Path]:
    """The graph of all articles, as a store and as N-Quads."""
    folder = tmp_path_factory.mktemp("evaluated")
    build([shared / "articles"], folder / "store")
    handle = open_graph(folder / "store")
    export(handle, folder / "graph.nq")
    return handle, folder / "graph.nq"


@pytest.mark.parametrize("with_texts", [True, False], ids=["with texts", "without"])
def test_all_counts_are_those_of_the_scorer(
    graph: tuple[GraphHandle, Path], shared: Path, tmp_path: Path, with_texts: bool
) -> None:
    handle, exported = graph
    texts = [shared / "articles"] if with_texts else []
    words = [shared / "eval" / "score.py", exported, "--gold", shared / "gold" / "dev",
             "--json", tmp_path / "scores.json",
             *(word for folder in texts for word in ("--articles", folder))]  # fmt: skip
    subprocess.run(
        [sys.executable, *map(str, words)],
        env=os.environ | {"PYTHONHASHSEED": "0"},
        check=True,
        capture_output=True,
    )
    scored = json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))
    registry = shared / "gold" / "registry.json"
    found = evaluate(handle, shared / "gold" / "dev", registry=registry, texts=texts)

    told = {"overall": scored.pop("overall"), "bad_quotes": scored.pop("bad_quotes")}
    # A mean that lies between two roundings may fall to either side.
    overall = pytest.approx(found.f1()["overall"], abs=1.5e-4)
    assert told == {"overall": overall, "bad_quotes": found.bad_quotes}
    assert len(found.missing) == scored.pop("missing_articles") == 0
    assert found.quotes > 500 or not with_texts
    # Which of two places of one name the scorer takes depends on the run.
    del scored[COORDINATES.name]
    ours = {
        measure.name: {
            "p": round(score.precision, 4), "r": round(score.recall, 4), "f1": round(score.f1, 4),
            "tp": score.right, "fp": score.false, "fn": score.missed,
        }
        for measure, score in found.scores.items()
        if measure != COORDINATES
    }  # fmt: skip
    assert ours == scored
    assert found.scores[ISSUE_DATES].right > 10


def test_a_store_and_its_export_read_alike(graph: tuple[GraphHandle, Path], shared: Path) -> None:
    handle, exported = graph
    registry = shared / "gold" / "registry.json"
    first, again = (
        evaluate(each, shared / "gold" / "dev", registry=registry)
        for each in (handle, open_graph(exported))
    )
    assert first == again
