"""Floors under the scores on the gold of our own, by `kg eval`.

    python tests/gold/own.py             measure, and compare with own_floors.json
    python tests/gold/own.py --update    raise the floors to what is measured

`own` was looked at while rules were written. `held_out` was not, and is only to be measured: it
says what to expect of articles that nobody has read for this.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.evaluate.evaluation import Evaluation, evaluate
from kg.graph.store import open_graph
from kg.pipeline import build

HERE = Path(__file__).parent
FLOORS = HERE / "own_floors.json"
SETS = ("own", "held_out")
#: F1 may lie this far below its floor, and no further above it.
SLACK, ABOVE = 0.002, 0.02


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set.

    Attributes:
        corpus_sha256: of its articles and gold (corpus_hash).
        measures: measure -> F1 in 0..1, and "overall".
    """

    corpus_sha256: str
    measures: dict[str, float]


def corpus_hash(name: str) -> str:
    """SHA-256, in hex, over the names and bytes of a set's articles and gold."""
    digest = hashlib.sha256()
    for path in sorted((HERE / name).iterdir()):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measure(name: str, work: Path) -> Evaluation:
    """Build the graph of a set's articles and hold it against their gold.

    Args:
        name: of the set.
        work: an empty folder, in which the articles are read without their gold: what stands
            beside an article tells its date.
    """
    articles = work / "articles"
    articles.mkdir()
    for path in (HERE / name).glob("*.txt"):
        shutil.copy(path, articles)
    build([articles], work / "store")
    return evaluate(open_graph(work / "store"), HERE / name, texts=[articles])


def floors() -> dict[str, Floors]:
    """The floors of each set."""
    if not FLOORS.is_file():
        return {}
    told = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {name: Floors(row["corpus_sha256"], row["measures"]) for name, row in told.items()}


def main() -> None:
    """Measure all sets; print what lies below its floor, or raise the floors."""
    known, low = floors(), 0
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(name, Path(folder))
        scores = {measure: round(value, 4) for measure, value in found.f1().items()}
        old = known[name].measures if name in known else {}
        below = {each: score for each, score in scores.items() if score < old.get(each, 0) - SLACK}
        low += len(below)
        for each, score in scores.items():
            note = "  below its floor" if each in below else ""
            sys.stdout.write(f"{name:<10} {score:.3f} {each}{note}\n")
        raised = {each: max(score, old.get(each, 0)) for each, score in scores.items()}
        known[name] = Floors(corpus_hash(name), raised)
    if "--update" in sys.argv[1:]:
        told = {name: asdict(row) for name, row in known.items()}
        FLOORS.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    sys.exit(bool(low))


if __name__ == "__main__":
    main()
