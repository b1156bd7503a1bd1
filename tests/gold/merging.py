"""How well tellings of one happening by several outlets are brought together.

    python tests/gold/merging.py             measure, and compare with merge/floors.json
    python tests/gold/merging.py --update    raise the floors to what is measured

`merge/own` and `merge/held_out` hold short articles on invented wars (NAME.jsonl) and for each
happening the words by which each article tells it (NAME.toml). A pair of such mentions is right
if both tell one happening and their reports one event. Pairs of which a mention is no report at
all are counted in `all`, and left out of `read`: what consolidation itself makes of its input.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph.store import GraphHandle, open_graph
from kg.pipeline import build
from kg.vocab import PREFIXES

HERE = Path(__file__).parent / "merge"
FLOORS = HERE / "floors.json"
SETS = ("own", "held_out")
SLACK = 0.002
_EVENTS = """
SELECT ?article ?start ?end ?event WHERE {
  ?report a kg:Event ; kg:article/dcterms:identifier ?article ; kg:reports ?event ;
    kg:triggerStart ?start ; kg:triggerEnd ?end }
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that tell of a happening: where they stand, and the events read there."""

    happening: str
    article: str
    events: frozenset[str]


def corpus_hash(name: str) -> str:
    """SHA-256, in hex, over the names and bytes of a set's files."""
    digest = hashlib.sha256()
    for path in sorted((HERE / name).iterdir()):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measure(name: str, work: Path) -> dict[str, float]:
    """Precision, recall and F1 of pairs, all and of those read, over the wars of a set."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for war in sorted((HERE / name).glob("*.jsonl")):
        store = work / war.stem
        build([war], store)
        for one, other in itertools.combinations(_mentions(war, open_graph(store)), 2):
            if "both" in one.happening + other.happening:  # told as a pair: neither or both
                continue
            told = one.happening == other.happening, bool(one.events & other.events)
            counts["all", *told] += 1
            if one.events and other.events:
                counts["read", *told] += 1
    return {key: value for kind in ("all", "read") for key, value in _scores(kind, counts)}


def _scores(kind: str, counts: Counter[tuple[str, bool, bool]]) -> Iterator[tuple[str, float]]:
    right = counts[kind, True, True]
    precision = right / max(right + counts[kind, False, True], 1)
    recall = right / max(right + counts[kind, True, False], 1)
    yield f"{kind} precision", round(precision, 4)
    yield f"{kind} recall", round(recall, 4)
    yield f"{kind} F1", round(2 * precision * recall / max(precision + recall, 1e-9), 4)


def _mentions(war: Path, handle: GraphHandle) -> list[Mention]:
    records = [json.loads(line) for line in war.read_text(encoding="utf-8").splitlines()]
    texts = {record["id"]: record["text"] for record in records}
    gold = tomllib.loads(war.with_suffix(".toml").read_text(encoding="utf-8"))
    read = _events(handle)
    found = []
    for happening in gold["happening"]:
        for told in happening["told"]:
            start = texts[told["article"]].index(told["words"])
            end = start + len(told["words"])
            events = {
                event
                for article, first, last, event in read
                if article == told["article"] and first < end and last > start
            }
            found.append(Mention(happening["id"], told["article"], frozenset(events)))
    return found


def _events(handle: GraphHandle) -> list[tuple[str, int, int, str]]:
    rows = handle.store.query(_EVENTS, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return [
        (row["article"].value, int(row["start"].value), int(row["end"].value), row["event"].value)
        for row in rows
    ]


def floors() -> dict[str, dict[str, dict[str, float] | str]]:
    """For each set its corpus hash and its measures."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def main() -> None:
    """Measure both sets; print what lies below its floor, or raise the floors."""
    known, low = floors(), 0
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(name, Path(folder))
        old = known.get(name, {}).get("measures", {})
        assert isinstance(old, dict)
        for key, value in found.items():
            is_low = value < old.get(key, 0) - SLACK
            low += is_low
            note = "  below its floor" if is_low else ""
            sys.stdout.write(f"{name:<10} {value:.3f} {key}{note}\n")
        known[name] = {"corpus_sha256": corpus_hash(name), "measures": found}
    if "--update" in sys.argv[1:]:
        FLOORS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    sys.exit(bool(low))


if __name__ == "__main__":
    main()
