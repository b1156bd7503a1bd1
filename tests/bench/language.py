"""What the language pipeline gets right and what it costs.

    python tests/bench/language.py [--model NAME] [--corpora corpora.tar.xz --re3d re3d.jsonl]
                                   [--raw raw-news.jsonl.xz] [--wrong ROLE]

Prints the held-out paragraphs' scores; with the corpora, the public tests too; with raw news, speed
on one thread, load time and memory. Exit code 1 if a cost breaks its limit.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from held_out import scoring as held_out  # noqa: E402 - behind the path to the tests

from kg.language.load import is_clear, load  # noqa: E402 - likewise
from kg.language.recipe import sources  # noqa: E402 - likewise
from kg.language.recipe.scores import on_public_tests  # noqa: E402 - likewise

#: Words of raw news that a second of one thread must read, bytes of memory, seconds to load.
LEAST_SPEED, MOST_MEMORY, MOST_LOAD = 2_500, 500_000_000, 1.5
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_TEXTS = 200
_COST = """
import json, sys, time, resource
begun = time.process_time()
from kg.language.load import load
imported = time.process_time()
nlp = load({model!r})
loaded = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(json.load(sys.stdin)))
done = time.process_time()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps([imported - begun, loaded - imported, words, done - loaded, memory]))
"""


def cost(model: str | None, raw: Path) -> bool:
    """Print what reading raw news costs, in a process of its own; whether all limits hold."""
    with lzma.open(raw, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in islice(lines, _TEXTS)]
    texts = [part for article in articles for part in article.split("\n") if part.strip()]
    done = subprocess.run(
        [sys.executable, "-c", _COST.format(model=model)],
        input=json.dumps(texts), text=True, stdout=subprocess.PIPE, check=True,
        env=os.environ | _ONE_THREAD,
    )  # fmt: skip
    imports, loading, words, seconds, memory = json.loads(done.stdout)
    speed = words / seconds
    print(f"{words:,} words in {seconds:.1f} s of one thread: {speed:,.0f} words a second")
    print(f"imports {imports:.2f} s, loading {loading:.2f} s, peak memory {memory / 1e6:,.0f} MB")
    held = speed >= LEAST_SPEED and memory <= MOST_MEMORY and imports + loading <= MOST_LOAD
    return bool(held)


def own(model: str | None, wrong: str) -> None:
    """Print the scores on the held-out paragraphs, and what was wrong in one role."""
    nlp, paragraphs = load(model), held_out.read()
    print("names in held-out paragraphs: precision, recall, F (strict)")
    for kind, (precision, recall, f) in held_out.names(nlp, paragraphs).items():
        print(f"  {kind:10} {precision:6.1f} {recall:6.1f} {f:6.1f}")
    counts = held_out.roles(nlp, paragraphs, clear=is_clear(nlp))
    print("roles of verbs in held-out paragraphs: percent right")
    for role, count in counts.items():
        print(f"  {role:10} {count.share:6.1f}   {count.right} of {count.all}")
    for told in counts[wrong].wrong if wrong else ():
        print(f"  {told}")


def public(model: str | None, corpora: Path, re3d: Path) -> None:
    """Print the scores on the tests of the public corpora."""
    with tempfile.TemporaryDirectory() as scratch:
        sources.unpack(corpora, Path(scratch))
        for kind, tests in on_public_tests(load(model), Path(scratch), re3d).items():
            print(kind)
            for name, scores in tests.items():
                print(f"  {name}: " + ", ".join(f"{k} {v}" for k, v in scores.items()))


def main() -> int:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", help="a spaCy pipeline; the shipped one if none is named")
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--re3d", type=Path)
    parser.add_argument("--raw", type=Path)
    parser.add_argument("--wrong", default="", help="a role whose errors are listed")
    chosen = parser.parse_args()
    own(chosen.model, chosen.wrong)
    if chosen.corpora and chosen.re3d:
        public(chosen.model, chosen.corpora, chosen.re3d)
    if chosen.raw:
        return 0 if cost(chosen.model, chosen.raw) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
