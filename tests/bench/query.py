"""How fast `kg query` starts, and how long each shipped query takes, on two million quads.

    python tests/bench/query.py [--quads N] [--seconds S] [--store FOLDER]

The store is a build of seeds/ whose articles, reports and events are repeated under other names and
other days, so that it has the shape of a real one. Every question is a process of its own, start
and end included, timed by the clock. A query that takes longer than S seconds is stopped and listed
as such. Exit code 1 if `kg query` starts slower than it should.
"""

from __future__ import annotations

import argparse
import datetime
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.note import StoreMeta
from kg.graph.query import list_queries
from kg.graph.store import GraphHandle, open_graph, write_store
from kg.pipeline import build
from kg.vocab import DCTERMS, DEFAULT_BASE, XSD

#: Seconds of the clock that the least question may take.
MOST_START = 0.5
_LEAST = "SELECT ?article { ?article a kg:Article } ORDER BY ?article LIMIT 1"
_REPEATED = re.compile(re.escape(DEFAULT_BASE) + r"(?:article|event|report)/[^#]*")
_VALUES = {"actor": "Syria", "place": "Syria", "identifier": ""}


def main() -> int:
    """Make the store, ask, and print a line a question."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quads", type=int, default=2_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--store", type=Path, help="made if it is not there, and kept")
    parser.add_argument("--only", default="", help="names of queries, between commas")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder, "kg")
        if not store.exists():
            make(store, given.quads)
        count = len(open_graph(store).store)
        starts = sorted(seconds_of(store, "-", (), _LEAST, given.seconds)[0] for _ in range(5))
        print(f"{count:,} quads; start {starts[2]:.2f} s (best {starts[0]:.2f})")
        for query in list_queries():
            if given.only and query.name not in given.only.split(","):
                continue
            required = [parameter.name for parameter in query.parameters if parameter.required]
            values = tuple(f"{name}={value_of(store, name)}" for name in required)
            seconds, rows = seconds_of(store, query.name, values, "", given.seconds)
            print(f"{query.name:24} {seconds:7.2f} s  {rows}", flush=True)
    return int(starts[2] > MOST_START)


def make(folder: Path, quads: int) -> None:
    """A store of about so many quads, with the shape of one built from articles."""
    with tempfile.TemporaryDirectory() as small:
        build([Path("seeds")], Path(small, "kg"))
        seeds = list(open_graph(Path(small, "kg")).store)
    own = sum(1 for quad in seeds if renamed(quad, 1) != quad)
    times = max(1, round((quads - len(seeds)) / own))
    write_store(folder, repeated(seeds, times), meta=StoreMeta())


def repeated(quads: list[Quad], times: int) -> Iterator[Quad]:
    """The quads, and so many copies of those that tell of articles, reports and events."""
    yield from quads
    for number in range(1, times + 1):
        for quad in quads:
            copy = renamed(quad, number)
            if copy != quad:
                yield copy


def renamed(quad: Quad, number: int) -> Quad:
    """A quad of copy `number`; the same quad if it is of what all copies share."""
    named = [_term(part, number) for part in (quad.subject, quad.object, quad.graph_name)]
    if named == [quad.subject, quad.object, quad.graph_name]:
        return quad
    subject, _, graph = named
    literal = quad.object if isinstance(quad.object, Literal) else None
    told = _literal(quad.predicate.value, literal, number) if literal is not None else named[1]
    return Quad(subject, quad.predicate, told, graph)


def _term(part: Any, number: int) -> Any:
    value = part.value if isinstance(part, NamedNode) else ""
    if found := _REPEATED.match(value):
        return NamedNode(f"{found[0]}-{number}{value[found.end() :]}")
    return part


def _literal(predicate: str, literal: Literal, number: int) -> Literal:
    if predicate == DCTERMS + "identifier":
        return Literal(f"{literal.value}-{number}")
    if literal.datatype.value == XSD + "date":
        day = datetime.date.fromisoformat(literal.value) - datetime.timedelta(days=11 * number)
        return Literal(day.isoformat(), datatype=literal.datatype)
    return literal


def value_of(store: Path, name: str) -> str:
    """A value for a parameter that needs one."""
    if name != "identifier":
        return _VALUES[name]
    handle: GraphHandle = open_graph(store)
    quads = handle.store.quads_for_pattern(None, NamedNode(DCTERMS + "identifier"), None)
    return next(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def seconds_of(
    store: Path, name: str, values: tuple[str, ...], asked: str, most: float
) -> tuple[float, str]:
    """Seconds of one `kg query`, and how many rows it gave, or why none."""
    command = [sys.executable, "-m", "kg.cli", "query", "-g", str(store), "--format", "csv", name]
    command += [part for value in values for part in ("--param", value)]
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            command, input=asked.encode(), capture_output=True, timeout=most, check=False
        )
    except subprocess.TimeoutExpired:
        return time.perf_counter() - begun, "stopped"
    seconds = time.perf_counter() - begun
    rows = f"{len(done.stdout.splitlines()) - 1:,} rows"
    return seconds, rows if done.returncode == 0 else done.stderr.decode().strip()


if __name__ == "__main__":
    sys.exit(main())
