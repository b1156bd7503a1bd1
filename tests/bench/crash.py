"""Real runs of kg, killed at random points, and what is left of the store.

    python tests/bench/crash.py [--kills 30] [--seed 1] [ARTICLES]

By turns `kg build`, `kg add` and `kg remove` are killed (SIGKILL) after a random time. The store
must then open and hold every article whole that it held before, but for the one that is removed;
the same command, run again, must bring it to the very export of a build that nobody killed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.graph.export import render
from kg.graph.ledger import open_ledger
from kg.graph.note import NOTE
from kg.graph.store import open_graph

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class Turn:
    """A command that is killed.

    Attributes:
        words: the command, less the store.
        before: the store that it begins with; None for none.
        after: the store that it must come to.
        least: articles that must be whole whenever it is killed.
    """

    words: tuple[str, ...]
    before: Path | None
    after: Path
    least: int


def run(words: tuple[str, ...], store: Path, *, seconds: float | None = None) -> bool:
    """Run a command of kg, and kill it after some seconds; whether it came to its end."""
    where = ("-o" if words[0] == "build" else "-g", str(store))
    command = [sys.executable, "-m", "kg.cli", *words, *where]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
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


def turns(articles: Path, work: Path) -> list[Turn]:
    """The commands, with the stores of runs that nobody kills."""
    last = max(articles.glob("*.txt"))
    fewer, rest, whole_store = work / "fewer", work / "rest", work / "all"
    shutil.copytree(articles, fewer, ignore=shutil.ignore_patterns(last.name))
    run(("build", str(fewer)), rest)
    run(("build", str(articles)), whole_store)
    count = whole(rest)
    return [
        Turn(("build", str(articles)), None, whole_store, 0),
        Turn(("add", str(last)), rest, whole_store, count),
        Turn(("remove", last.name), whole_store, rest, count),
    ]


def fresh(turn: Turn, store: Path) -> None:
    """The store that a turn begins with."""
    shutil.rmtree(store, ignore_errors=True)
    if turn.before is not None:
        shutil.copytree(turn.before, store)


def lasts(turn: Turn, store: Path) -> float:
    """Seconds that a command takes when nobody kills it."""
    fresh(turn, store)
    began = time.monotonic()
    assert run(turn.words, store), f"{turn.words[0]} failed"
    return time.monotonic() - began


def killed(turn: Turn, store: Path, seconds: float) -> int:
    """Kill a command after some seconds, look, go on with it; how many articles were whole."""
    fresh(turn, store)
    ended = run(turn.words, store, seconds=seconds)
    count = whole(store)
    assert count >= turn.least, "an article was lost"
    # What is removed can't be removed again; then only the merged things may be behind.
    if turn.words[0] != "remove" or count > turn.least:
        assert run(turn.words, store), "it can't be gone on with"
    elif not ended:
        assert run(("add",), store), "it can't be brought up to date"
    assert render(open_graph(store), "nq") == render(open_graph(turn.after), "nq"), "another export"
    return count


def main() -> None:
    """Kill so many times."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0], allow_abbrev=False)
    parser.add_argument("articles", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - points in time, not secrets
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "kg")
        found = [(turn, lasts(turn, store)) for turn in turns(options.articles, Path(folder))]
        for number in range(options.kills):
            turn, whole_time = found[number % len(found)]
            after = chance.random() * whole_time
            count = killed(turn, store, after)
            told = f"{turn.words[0]:6} killed after {after:5.2f} s of {whole_time:.2f}"
            print(f"{number + 1:3}  {told}  {count} articles whole", flush=True)
    print("nothing was lost")


if __name__ == "__main__":
    main()
