"""A load test of `kg serve` on this machine: no wrong rows, no crash, limits hold.

    python tests/bench/serve.py [STORE|FILE] [--requests 1000] [--clients 8]

Clients ask at once, in an order that a seed fixes: shipped questions and counts, whose rows must be
those of `kg query`; and among them queries that are slow, greedy, too large, wrong, or reach
outside, requests that are too long or use another name. Each kind has the statuses that it may
get; a full server may say 503 to any.
"""

from __future__ import annotations

import argparse
import random
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from kg.graph.note import StoreMeta
from kg.graph.query import list_queries, parse_query, run
from kg.graph.results import format_answer
from kg.graph.store import GraphHandle, open_graph, write_store
from kg.serve.server import make_server
from kg.serve.settings import MOST_ASKED, Settings

_COUNT = "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type ORDER BY DESC(?n) ?type"
_SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?q }"
_GREEDY = 'SELECT (STRLEN(?t10) AS ?n) { BIND("0123456789abcdef" AS ?t0) ' + "".join(
    f"BIND(CONCAT({', '.join([f'?t{at}'] * 8)}) AS ?t{at + 1}) " for at in range(10)
) + "}"  # fmt: skip
_LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


@dataclass(frozen=True, slots=True)
class Shot:
    """A request and what may come of it.

    Attributes:
        kind: what it tries.
        query: the text.
        may: statuses that are right, besides 503.
        rows: the answer as CSV that a 200 must be; None where there is no 200.
        headers: of the request.
    """

    kind: str
    query: str
    may: frozenset[int]
    rows: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What came of all requests.

    Attributes:
        statuses: (kind, status) -> how many.
        wrong: what should not have come, in words.
        seconds: of each good answer.
    """

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def shots(handle: GraphHandle) -> tuple[list[Shot], list[Shot]]:
    """The good requests and the bad ones."""
    # A query for one actor or place may ask for one that isn't in the graph.
    shipped = [
        query
        for query in list_queries()
        if not any(p.required or p.default for p in query.parameters)
    ]
    texts = [_COUNT, *(query.text for query in shipped)]
    good = [Shot("good", text, frozenset({200}), _rows(handle, text)) for text in texts]
    bad = [
        Shot("slow", _SLOW, frozenset({504})),
        Shot("greedy", _GREEDY, frozenset({422, 504})),
        Shot("large", _LARGE, frozenset({422})),
        Shot("wrong", "SELECT ?s { ?s ?p", frozenset({400})),
        Shot(
            "outside", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", frozenset({400})
        ),
        Shot("deep", f"ASK {'{' * 50_000}{'}' * 50_000}", frozenset({400})),
        Shot("long", f"ASK {{}} #{'x' * MOST_ASKED}", frozenset({413})),
        Shot("name", _COUNT, frozenset({421}), headers={"Host": "evil.example"}),
        Shot("origin", _COUNT, frozenset({403}), headers={"Origin": "https://evil.example"}),
    ]
    return good, bad


def _rows(handle: GraphHandle, text: str) -> str:
    return format_answer(run(handle, parse_query(text, "-"), {}), "csv", base=handle.base)


def load(address: str, handle: GraphHandle, *, requests: int, clients: int) -> Tally:
    """Send the requests, a fifth of them bad, and compare all that comes back."""
    good, bad = shots(handle)
    order = random.Random(20261128)  # noqa: S311 - the same mixture every time
    chosen = [order.choice(bad if order.random() < 0.2 else good) for _ in range(requests)]
    tally, lock = Tally(), threading.Lock()
    with (
        httpx.Client(base_url=address, timeout=120, trust_env=False) as client,
        ThreadPoolExecutor(clients) as many,
    ):
        for _ in many.map(lambda shot: _fire(client, shot, tally, lock), chosen):
            pass
    return tally


def _fire(client: httpx.Client, shot: Shot, tally: Tally, lock: threading.Lock) -> None:
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv", **shot.headers}
    began = time.perf_counter()
    try:
        answer = client.post("/sparql", content=shot.query.encode(), headers=headers)
    except httpx.HTTPError as error:
        with lock:
            tally.wrong.append(f"{shot.kind}: {error!r}")
        return
    took = time.perf_counter() - began
    with lock:
        tally.statuses[shot.kind, answer.status_code] += 1
        if answer.status_code == 200:
            tally.seconds.append(took)
        if answer.status_code not in shot.may | {503}:
            tally.wrong.append(f"{shot.kind}: {answer.status_code} {answer.text[:200]}")
        if answer.status_code == 200 and answer.text != shot.rows:
            tally.wrong.append(f"{shot.kind}: wrong rows of {shot.query[:80]!r}")


def main() -> int:
    """Serve, load, tell; exit code 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", nargs="?", default="build/kg")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--timeout", type=float, default=2.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as port:
        handle = open_graph(asked.graph)
        path = Path(folder) / "kg"
        write_store(path, handle.store, meta=StoreMeta(base=handle.base))
        settings = Settings(path, handle.base, timeout=asked.timeout, rows=20_000, memory=512)
        server = make_server(replace(settings, port=port.getsockname()[1]))
        thread = threading.Thread(target=server.run, args=([port],))
        thread.start()
        began = time.perf_counter()
        address = f"http://127.0.0.1:{port.getsockname()[1]}"
        tally = load(address, handle, requests=asked.requests, clients=asked.clients)
        took = time.perf_counter() - began
        server.should_exit = True
        thread.join()
    for (kind, status), count in sorted(tally.statuses.items()):
        print(f"{kind:8} {status} {count:6,}")
    print(f"{asked.requests:,} requests, {asked.clients} clients, {took:.1f} s; good answers:")
    cuts = statistics.quantiles(tally.seconds, n=100)
    print(f"median {cuts[49]:.3f} s, 95 in 100 below {cuts[94]:.3f} s; wrong: {len(tally.wrong)}")
    print(*tally.wrong[:20], sep="\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
