"""How the shipped queries grow with the graph, and how they stand beside rdflib on the same graph.

    python tests/bench/scale.py [--articles 500,2000] [--rdflib 48] [--seconds 60] [--write]

A graph of the shape of a real one (synthetic.py) is made in two sizes. Every query is asked in a
process of its own, opening of the store included; times are of the processor, so that other work
on the machine matters little, and one that takes longer than S seconds is stopped and listed so.
`growth` is the power of the size with which the time grows: 1 is linear. rdflib answers on a
smaller graph, and Oxigraph once more on the same: `ratio` is how many times longer rdflib takes.
Exit code 1 where a query grows faster than MOST_GROWTH, rdflib finds another number of rows, or a
ratio is below its floor in scale.json; --write makes the floors anew.

A graph of 100,000 articles would have some 104 million quads, too many for this. As every query
grows about as the graph does, it takes 50 times what stands in the last column.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import rdflib

from kg.graph.answer import Table
from kg.graph.query import Query, list_queries, prepare, run
from kg.graph.store import open_graph
from kg.vocab import PREFIXES

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import synthetic

#: The highest power of the size that a query's time may grow with, cache misses included.
MOST_GROWTH = 1.3
#: Seconds below which a time says more of the start than of the query.
_LEAST = 0.2
#: A floor is this part of what was measured: the machine of the next run is another one.
_SLACK = 0.5
FLOORS = Path(__file__).with_suffix(".json")
#: Values for parameters that have none, or whose own find nothing in the seeds.
VALUES = {
    "actor-timeline": {"actor": "Syria"},
    "two-monitors": {"one": "actor/syrian-observatory-for-human-rights", "other": "actor/turkey"},
    "events-in-place": {"place": "Syria"},
    "article-reports": {"identifier": "idlib_city_market_strike.txt-0"},
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a query took.

    Attributes:
        seconds: of the processor.
        rows: how many it gave; None if it was stopped or failed.
        failed: whether it could not answer at all.
    """

    seconds: float
    rows: int | None
    failed: bool = False

    def __str__(self) -> str:
        """Time and rows, for a table."""
        missing = "failed" if self.failed else "stopped"
        rows = missing if self.rows is None else f"{self.rows:,}"
        return f"{self.seconds:8.2f} {rows:>9}"


def measured(ask: Callable[[], int], seconds: int) -> Answered:
    """What a question takes in a process of its own, ended after so many seconds of work."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:  # whatever fails here must not go on with the parent's work
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            os.write(writing, str(ask()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        rows = told.read()
    _, status, used = os.wait4(child, 0)
    failed = not rows and not os.WIFSIGNALED(status)
    return Answered(used.ru_utime + used.ru_stime, int(rows) if rows else None, failed)


def embedded(store: Path, query: Query) -> int:
    """Rows that kg gives."""
    answer = run(open_graph(store), query, VALUES.get(query.name, {}))
    assert isinstance(answer, Table), query.name
    return len(answer.rows)


def with_rdflib(dataset: rdflib.Dataset, store: Path, query: Query) -> int:
    """Rows that rdflib gives."""
    text, _ = prepare(open_graph(store), query, VALUES.get(query.name, {}))
    # rdflib 7 fails at DISTINCT over what may be unbound; the number of rows stays the same.
    text = re.sub(r"(GROUP_CONCAT\(DISTINCT )(\?\w+)", r'\1COALESCE(\2, "")', text)
    return len(list(dataset.query(text, initNs=PREFIXES)))


def rdflib_of(store: Path) -> rdflib.Dataset:
    """The graph of a store in rdflib's memory, whose default graph is the union of all."""
    dataset = rdflib.Dataset(default_union=True)
    quads = "".join(f"{quad} .\n" for quad in open_graph(store).store)
    dataset.parse(data=quads, format="nquads")
    return dataset


@dataclass(frozen=True, slots=True)
class Row:
    """What a query took everywhere.

    Attributes:
        name: the query's.
        other: what rdflib took.
        own: what kg took: on rdflib's graph, on the small one and on the large one.
        times: how many times larger the large one is.
    """

    name: str
    other: Answered
    own: tuple[Answered, Answered, Answered]
    times: float

    @property
    def ratio(self) -> float:
        """How many times longer rdflib takes, or takes before it is stopped."""
        return self.other.seconds / self.own[0].seconds

    @property
    def growth(self) -> float | None:
        """The power of the size with which the time grows; None where it can't be told."""
        _, small, large = self.own
        if small.rows is None or large.rows is None or large.seconds < _LEAST:
            return None
        least = max(small.seconds, _LEAST / self.times)
        return math.log(large.seconds / least) / math.log(self.times)

    def __str__(self) -> str:
        """The row of the table."""
        power = "" if self.growth is None else f"{self.growth:8.2f}"
        cells = "".join(map(str, (self.other, *self.own)))
        return f"{self.name:24}{cells}{self.ratio:8.1f}{power}"

    def wrong(self) -> list[str]:
        """What should not be, in words."""
        found = [f"{self.name} gave no rows" for one in self.own if one.rows is None]
        if self.growth is not None and self.growth > MOST_GROWTH:
            found.append(f"{self.name} grows with the power {self.growth:.2f} of the size")
        if self.other.rows not in (None, self.own[0].rows):
            found.append(f"{self.name}: rdflib finds {self.other.rows}, kg {self.own[0].rows} rows")
        return found


def rows(sizes: tuple[int, int, int], seconds: int, only: str) -> Iterator[Row]:
    """Make the graphs and ask; printed as it goes."""
    seeds = synthetic.read_seeds()
    with tempfile.TemporaryDirectory() as folder:
        stores = [Path(folder, name) for name in ("rdflib", "small", "large")]
        for store, size in zip(stores, sizes, strict=True):
            print(f"{size:6} articles, {synthetic.make(store, seeds, size):10,} quads", flush=True)
        dataset = rdflib_of(stores[0])
        titles = [
            f"{who}, {size}"
            for who, size in zip(("rdflib", *["kg"] * 3), (sizes[0], *sizes), strict=True)
        ]
        print(f"\n{'':24}" + "".join(f"{title:>18}" for title in titles) + "   ratio  growth")
        for query in list_queries():
            if not only or query.name in only.split(","):
                first, small, large = (
                    measured(partial(embedded, s, query), seconds) for s in stores
                )
                other = measured(partial(with_rdflib, dataset, stores[0], query), seconds)
                row = Row(query.name, other, (first, small, large), sizes[2] / sizes[1])
                print(row, flush=True)
                yield row


def main() -> int:
    """Ask everywhere, and hold the ratios against their floors."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0], allow_abbrev=False)
    parser.add_argument("--articles", default="500,2000")
    parser.add_argument("--rdflib", type=int, default=48)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--only", default="", help="names of queries, between commas")
    parser.add_argument("--write", action="store_true", help="make the floors anew")
    options = parser.parse_args()
    small, large = map(int, options.articles.split(","))
    found = list(rows((options.rdflib, small, large), options.seconds, options.only))
    ratios = {row.name: row.ratio for row in found if not row.other.failed}
    wrong = [told for row in found for told in row.wrong()]
    wrong += broken(ratios, synthetic.digest(synthetic.read_seeds()), write=options.write)
    print(*wrong, sep="\n")
    return int(bool(wrong))


def broken(ratios: dict[str, float], graph: str, *, write: bool) -> list[str]:
    """The floors that the ratios don't reach, in words."""
    if write:
        floors = {name: round(ratio * _SLACK, 1) for name, ratio in ratios.items()}
        text = json.dumps({"graph_sha256": graph, "times_faster": floors}, indent=1)
        FLOORS.write_text(f"{text}\n", "utf-8")
    known = json.loads(FLOORS.read_text("utf-8"))
    if known["graph_sha256"] != graph:
        return ["the floors are of another graph; --write makes them anew"]
    return [
        f"{name}: {ratios[name]:.1f} times as fast as rdflib, below {floor}"
        for name, floor in known["times_faster"].items()
        if name in ratios and ratios[name] < floor
    ]


if __name__ == "__main__":
    sys.exit(main())
