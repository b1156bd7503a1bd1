"""How fast `kg query` starts on two million quads.

    python tests/bench/query.py [--articles 2000] [--store FOLDER]

The store has the shape of a real one (synthetic.py). Each start is a process of its own, from its
first moment to its last, that asks for the first of all articles. Exit code 1 if the processor
works on it longer than it should; the clock is told beside it, since other work on the machine
shows there. How the shipped queries fare, scale.py tells.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.graph.store import open_graph

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import synthetic

#: Seconds that a start may take.
MOST_START = 0.5
_STARTS = 9
_LEAST = "SELECT ?article { ?article a kg:Article } ORDER BY ?article LIMIT 1"


def main() -> int:
    """Make the store, start several times, tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0], allow_abbrev=False)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--store", type=Path, help="made if it is not there, and kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder, "kg")
        if not store.exists():
            synthetic.make(store, synthetic.read_seeds(), given.articles)
        count = len(open_graph(store).store)
        starts = [start(store) for _ in range(_STARTS)]
    work = statistics.median(worked for worked, _ in starts)
    clock = statistics.median(passed for _, passed in starts)
    print(f"{count:,} quads; start {work:.2f} s of the processor, {clock:.2f} s by the clock")
    return int(work > MOST_START)


def start(store: Path) -> tuple[float, float]:
    """Seconds of the processor, and by the clock, of one `kg query`."""
    command = [sys.executable, "-m", "kg.cli", "query", "-g", str(store), "-", "--format", "csv"]
    began, before = time.perf_counter(), spent()
    subprocess.run(command, input=_LEAST.encode(), capture_output=True, check=True)
    return spent() - before, time.perf_counter() - began


def spent() -> float:
    """Seconds of the processor that ended processes took."""
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


if __name__ == "__main__":
    sys.exit(main())
