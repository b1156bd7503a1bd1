"""Builds killed at many points: a program of its own, since it forks before any store is open.

    python crashes.py FOLDER KILLS

Each round begins with the store of an earlier build, starts a build that reads, replaces and
removes articles, kills it (SIGKILL), looks at what is left, and lets another run go on with it.
Prints one JSON object a round.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.sheets import write_ontology

from kg import pipeline, readers, resources, versions
from kg.graph.decode import sheet_of
from kg.graph.export import render
from kg.graph.ledger import Ledger
from kg.graph.store import open_graph
from kg.graph.tidy import tidy
from kg.graph.tree import superclasses
from ledger import stubs

OLD = {f"a{n}.txt": f"Attack Front Salim {n + 1}" for n in range(8)}
NEW = {f"a{n}.txt": f"Attack Front Salim {n + 1}" for n in range(4)} | {
    f"a{n}.txt": f"Shelling Velmara Salim {n % 4 + 1}\nClash Front Ostrin {n}" for n in range(5, 20)
}


def stub(ontology: Path) -> None:
    readers.reader = stubs.reader  # type: ignore[assignment]
    readers._CHUNK = 2
    resources.folder = lambda _: ontology  # type: ignore[assignment]
    versions.of_reading = lambda *_: "reading"


def in_child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run in a fork; its process and what it writes to."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        try:
            work(tell)
        finally:
            os._exit(0)
    os.close(tell)
    return child, told


def all_told(descriptor: int) -> str:
    with os.fdopen(descriptor) as stream:
        return stream.read()


def result(work: Callable[[int], None]) -> dict[str, Any]:
    child, told = in_child(work)
    text = all_told(told)
    os.waitpid(child, 0)
    return dict(json.loads(text or "{}"))


def building(news: Path, store: Path) -> Callable[[int], None]:
    """A build that tells each article once it is in the store, and at the end what it read."""

    def work(tell: int) -> None:
        put = Ledger.put

        def telling(self: Ledger, sheet: object, **options: object) -> None:
            put(self, sheet, **options)  # type: ignore[arg-type]
            os.write(tell, f"{sheet.local}\n".encode())  # type: ignore[attr-defined]

        Ledger.put = telling  # type: ignore[method-assign]
        pipeline.build([news], store)

    return work


def going_on(news: Path, store: Path) -> Callable[[int], None]:
    def work(tell: int) -> None:
        pipeline.build([news], store)
        exported = hashlib.sha256(render(open_graph(store), "nq")).hexdigest()
        os.write(tell, json.dumps({"read": stubs.StubReader.given, "exported": exported}).encode())

    return work


def looking(store: Path, ontology: Path) -> Callable[[int], None]:
    """What a reader finds in the store: articles, whole or not, and whether it is behind."""

    def work(tell: int) -> None:
        handle = open_graph(store)
        known = [tidy(stubs.sheet_of_lines(*each)) for side in (OLD, NEW) for each in side.items()]
        by_local = {sheet.local: sheet for sheet in known}
        whole: list[str] = []
        broken: list[str] = []
        for graph in handle.store.named_graphs():
            local = graph.value.removeprefix(handle.base)
            if local.startswith("article/"):
                quads = handle.store.quads_for_pattern(None, None, None, graph)
                found = sheet_of(quads, superclasses(ontology), handle.base)
                expected = by_local[local]
                same = found.reports == expected.reports
                (whole if same else broken).append(local)
        told = {"whole": whole, "broken": broken, "behind": handle.is_behind}
        os.write(tell, json.dumps(told).encode())

    return work


def main(folder: Path, kills: int) -> None:
    ontology = folder / "ontology"
    ontology.mkdir()
    stub(write_ontology(ontology))
    old, new = stubs.write(folder / "old", OLD), stubs.write(folder / "new", NEW)
    before, store = folder / "before", folder / "store"
    result(going_on(old, before))
    expected = result(going_on(new, folder / "expected"))["exported"]
    shutil.copytree(before, store)
    start = time.monotonic()
    child, told = in_child(building(new, store))
    os.waitpid(child, 0)
    lasts = time.monotonic() - start
    all_told(told)
    chance = random.Random(7)  # noqa: S311 - points in time, not secrets
    for at in range(kills):
        shutil.rmtree(store)
        shutil.copytree(before, store)
        child, told = in_child(building(new, store))
        time.sleep(lasts * (at + chance.random()) / kills)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = all_told(told).split()
        seen = result(looking(store, ontology))
        after = result(going_on(new, store))
        round_ = {
            "acknowledged": acknowledged,
            **seen,
            "read": after.get("read"),
            "same": after.get("exported") == expected,
        }
        print(json.dumps(round_), flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
