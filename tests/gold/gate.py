"""Floors under the scores: what was reached once may not be lost unnoticed.

    python tests/gold/gate.py                       measure, and compare with floors.json
    python tests/gold/gate.py --update              raise the floors to what is measured
    python tests/gold/gate.py --update --allow-regression REASON      lower them too

Floors belong to one corpus: its hash stands beside them, and on another one they say nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kg.graph.export import export
from kg.graph.store import open_graph
from kg.pipeline import build

FLOORS = Path(__file__).with_name("floors.json")
SHARED = Path(__file__).resolve().parents[3] / "shared"
#: F1 may lie this far below its floor: one toll more or less among hundreds.
SLACK = 0.002


class RegressionError(Exception):
    """Scores lie below their floors, and nobody gave a reason."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The file floors.json.

    Attributes:
        corpus_sha256: of the articles and their gold (corpus_hash).
        measures: the scorer's measure -> F1 in 0..1, and "overall".
        regressions: the reasons for which floors were lowered, oldest first.
    """

    corpus_sha256: str
    measures: dict[str, float]
    regressions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """What the scorer says of a graph.

    Attributes:
        measures: as in Floors.
        bad_quotes: quotes that are not the text at their offsets.
        missing_articles: articles of the gold that the graph lacks.
        table: the scorer's own words.
    """

    measures: dict[str, float]
    bad_quotes: int
    missing_articles: int
    table: str


def corpus_hash(shared: Path) -> str:
    """SHA-256, in hex, over the names and bytes of the articles, their gold and its registry."""
    digest = hashlib.sha256()
    folders = (shared / "articles", shared / "gold" / "dev")
    files = sorted(path for folder in folders for path in folder.iterdir() if path.is_file())
    for path in [*files, shared / "gold" / "registry.json"]:
        digest.update(path.relative_to(shared).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def score(graph: Path, shared: Path) -> Scores:
    """Scores of an exported graph, by the scorer in `shared`, which runs as its own program."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        words = [shared / "eval" / "score.py", graph, "--gold", shared / "gold" / "dev",
                 "--articles", shared / "articles", "--json", out]  # fmt: skip
        command = [sys.executable, *map(str, words)]
        # The scorer walks through sets: some of its measures would change from run to run.
        fixed = os.environ | {"PYTHONHASHSEED": "0"}
        ran = subprocess.run(command, env=fixed, check=True, capture_output=True, text=True)
        told = json.loads(out.read_text(encoding="utf-8"))
    measures = {name: row["f1"] for name, row in told.items() if isinstance(row, dict)}
    measures["overall"] = told["overall"]
    return Scores(measures, told["bad_quotes"], told["missing_articles"], ran.stdout)


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return Floors(told["corpus_sha256"], told["measures"], tuple(told["regressions"]))


def shortfalls(measures: dict[str, float], floors: Floors) -> list[str]:
    """A line for each measure that lies below its floor by more than SLACK, or was not taken."""
    return [
        f"{name}: {measures.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in floors.measures.items()
        if measures.get(name, 0.0) < floor - SLACK
    ]


def raised(floors: Floors, measures: dict[str, float], corpus: str, reason: str = "") -> Floors:
    """The floors after a measurement: never lower, unless there is a reason.

    Raises:
        RegressionError: if a measure lies below its floor, and `reason` is empty.
    """
    below = shortfalls(measures, floors)
    if below and not reason:
        raise RegressionError("\n".join(below))
    if below:
        return Floors(corpus, measures, (*floors.regressions, reason))
    kept = {name: max(f1, floors.measures.get(name, 0.0)) for name, f1 in measures.items()}
    return replace(floors, corpus_sha256=corpus, measures=kept)


def measure(shared: Path) -> Scores:
    """Build the graph of the articles, and score it."""
    with tempfile.TemporaryDirectory() as folder:
        store, graph = Path(folder) / "store", Path(folder) / "graph.nq"
        build([shared / "articles"], store)
        export(open_graph(store), graph)
        return score(graph, shared)


def main() -> int:
    """Measure, print, and compare or update; 1 if a measure lies below its floor."""
    parser = argparse.ArgumentParser(description="Scores on the gold, and the floors under them.")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", metavar="REASON", default="", help="lower them too")
    chosen = parser.parse_args()
    floors = read_floors() if FLOORS.exists() else Floors("", {})
    scores, corpus = measure(SHARED), corpus_hash(SHARED)
    print(scores.table, end="")
    if corpus != floors.corpus_sha256:
        print("The floors were taken on another corpus.")
    if not chosen.update:
        print("\n".join(shortfalls(scores.measures, floors)) or "No measure is below its floor.")
        return int(corpus != floors.corpus_sha256 or bool(shortfalls(scores.measures, floors)))
    try:
        new = raised(floors, scores.measures, corpus, chosen.allow_regression)
    except RegressionError as error:
        print(f"{error}\nNothing is changed; --allow-regression REASON lowers the floors.")
        return 1
    FLOORS.write_text(json.dumps(asdict(new), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
