"""Real builds, killed at random points, and what is left of them.

    python tests/bench/crash.py [--kills 30] [--seed 1] [ARTICLES]

Each round kills (SIGKILL) `kg build` after a random time and looks at the store: it must open, hold
no fewer articles than after the round before, each of them whole. When a build has come to its end,
its export must be that of a build that nobody killed, and the next round begins with no store.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg import resources
from kg.graph.export import render
from kg.graph.ledger import open_ledger
from kg.graph.note import NOTE
from kg.graph.store import open_graph

SEEDS = Path(__file__).parents[2] / "seeds"


def build(articles: Path, store: Path, *, seconds: float | None = None) -> bool:
    """Build, and kill the build after some seconds; whether it came to its end."""
    words = [sys.executable, "-m", "kg.cli", "build", str(articles), "-o", str(store)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as process:
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False


def whole(store: Path) -> int:
    """How many articles a store holds; stops if one can't be read back."""
    if not (store / NOTE).is_file():
        return 0
    with open_ledger(store, resources.folder("ontology")) as ledger:
        return len(ledger.sheets())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("articles", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    work = Path(tempfile.mkdtemp())
    start = time.monotonic()
    build(options.articles, work / "whole")
    lasts = time.monotonic() - start
    expected = render(open_graph(work / "whole"), "nq")
    chance = random.Random(options.seed)  # noqa: S311 - points in time, not secrets
    before = 0
    for number in range(options.kills):
        after = chance.random() * lasts
        ended = build(options.articles, work / "kg", seconds=after)
        count = whole(work / "kg")
        print(f"{number + 1:3}  killed after {after:5.2f} s  {count} articles whole")
        assert count >= before, "an article was lost"
        before = count
        if ended:
            assert render(open_graph(work / "kg"), "nq") == expected, "another export"
            shutil.rmtree(work / "kg")
            before = 0
    assert build(options.articles, work / "kg")
    assert render(open_graph(work / "kg"), "nq") == expected, "another export"
    print("nothing was lost")
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
