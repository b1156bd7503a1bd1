"""What kg reads in two corpora that others have labelled; a report without floors.

    python tests/bench/corpora.py [--fakes fakes-dev.jsonl] [--re3d re3d-dev.jsonl]
                                  [--model NAME] [--json OUT]

The figures depend on nothing but the corpora and kg: they are the same on every run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from bench import fakes, re3d  # noqa: E402 - behind the path to the tests
from bench.corpus import read, records  # noqa: E402 - likewise

from kg import resources  # noqa: E402 - likewise
from kg.graph.tree import superclasses  # noqa: E402 - likewise
from kg.pipeline import Reader, reader  # noqa: E402 - likewise
from kg.terminal import aligned  # noqa: E402 - likewise


def on_fakes(path: Path, own: Reader) -> dict[str, Any]:
    """Print the scores on FA-KES, and give them back."""
    told = list(read(own, records(path)))
    tree = superclasses(resources.folder("ontology"))
    scores = fakes.measured(told, fakes.Known(own.rules.knowledge.world, tree))
    print(f"FA-KES: {len(told)} articles\n")
    figures = [
        [each.label, str(each.articles), *(_share(number, each.articles) for number in counts)]
        for each in scores.figures
        for counts in [(each.in_text, each.told, each.near, each.summed)]
    ]
    _print(("killed", "labelled", "in the text", "told", "or near", "or summed"), figures)
    classes = [
        [
            each.kind,
            each.label or "(all)",
            str(each.articles),
            _share(each.named, each.articles),
            _share(each.called, each.articles),
            str(each.counted),
            _share(each.of_counted, each.counted),
        ]
        for each in scores.classes
    ]
    columns = ("", "label", "labelled", "told", "or loosely", "dead told", "by the same event")
    _print(columns, classes, text=2)
    return asdict(scores)


def on_re3d(path: Path, own: Reader) -> list[dict[str, Any]]:
    """Print the scores on re3d, and give them back."""
    told = list(read(own, records(path)))
    tree = superclasses(resources.folder("ontology"))
    scores = re3d.measured(told, own.rules.knowledge.world, tree)
    print(f"re3d: {len(told)} documents\n")
    rows = [
        [each.name, *map(str, (each.marked, each.found, each.told, each.right)), *shares]
        for each in scores
        for shares in [(f"{each.precision:.0%}", f"{each.recall:.0%}")]
    ]
    _print(("", "marked", "found", "told", "right", "precision", "recall"), rows)
    return [
        asdict(each) | {"precision": round(each.precision, 4), "recall": round(each.recall, 4)}
        for each in scores
    ]


def _print(columns: Sequence[str], rows: Sequence[Sequence[str]], *, text: int = 1) -> None:
    """A table whose first columns are words."""
    print(aligned(columns, rows, right=range(text, len(columns))))


def _share(part: int, whole: int) -> str:
    return f"{part} {part / whole:>4.0%}" if whole else f"{part}    -"


def main() -> int:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fakes", type=Path, help="FA-KES articles with labels, JSON lines")
    parser.add_argument("--re3d", type=Path, help="re3d documents, JSON lines")
    parser.add_argument("--model", help="a spaCy pipeline; the shipped one if none is named")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures here too")
    chosen = parser.parse_args()
    own = reader(chosen.model, None)
    found: dict[str, Any] = {}
    if chosen.re3d:
        found["re3d"] = on_re3d(chosen.re3d, own)
    if chosen.fakes:
        found["fakes"] = on_fakes(chosen.fakes, own)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
