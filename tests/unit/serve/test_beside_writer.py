"""A server and those who write to its store: it gives way, and shows no half of what they do."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from graph.sheets import write_ontology
from ledger import stubs

from kg.graph import lock
from kg.graph.ledger import make_ledger, open_ledger
from kg.graph.store import open_graph
from kg.serve.settings import Settings
from serve.running import BASE, BEARER, ENDLESS, TOKEN, running

if TYPE_CHECKING:
    import httpx

COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s a kg:Article }", "format": "csv"}
#: For each article, how many triples its graph has.
SIZES = {
    "query": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?a a kg:Article . ?s ?p ?o } } GROUP BY ?g",
    "format": "csv",
}
LINES = "\n".join(f"Attack Front Salim {day}" for day in range(1, 20))


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


@pytest.fixture
def store(tmp_path: Path, ontology: Path) -> Path:
    """A store of one article."""
    path = tmp_path / "kg"
    with make_ledger(path, ontology, BASE) as ledger:
        ledger.put(stubs.sheet_of_lines("first.txt", LINES))
        ledger.settle()
        ledger.note("model")
    return path


def served(path: Path, **settings: object) -> Settings:
    return Settings(path, BASE, workers=2, timeout=20, **settings)  # type: ignore[arg-type]


def counted(client: httpx.Client) -> int:
    return int(client.get("/sparql", params=COUNT).raise_for_status().text.split()[1])


def test_a_writer_gets_the_store_and_readers_are_told_who_has_it(
    store: Path, ontology: Path
) -> None:
    with running(served(store)) as client:
        assert counted(client) == 1
        with open_ledger(store, ontology) as ledger:
            told = client.get("/sparql", params=COUNT)
            assert (told.status_code, told.headers["Retry-After"]) == (503, "2")
            assert f"(process {os.getpid()} on " in told.text
            assert told.text.endswith(" is writing the store (try again when it has ended)\n")
            ledger.put(stubs.sheet_of_lines("second.txt", LINES))
            ledger.settle()
        assert counted(client) == 2
        assert "Warning" not in client.get("/sparql", params=COUNT).headers


def test_a_writer_waits_for_a_query_that_runs(store: Path) -> None:
    with running(Settings(store, BASE, workers=1, timeout=3)) as client:
        assert counted(client) == 1  # the child is up
        slow: list[int] = []
        asking = threading.Thread(
            target=lambda: slow.append(client.get("/sparql", params={"query": ENDLESS}).status_code)
        )
        asking.start()
        time.sleep(0.5)
        with lock.to_write(store):
            asking.join(timeout=20)
    assert slow == [504]


def test_while_a_writer_waits_nobody_new_is_let_in(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(served(store)) as client:
        assert counted(client) == 1
        monkeypatch.setattr(lock, "wanted", lambda _: "kg add (process 1 on here)")
        told = client.get("/sparql", params=COUNT)
        assert (told.status_code, told.headers["Retry-After"]) == (503, "2")
        assert (
            told.text
            == "kg add (process 1 on here) is about to write to the store; ask again soon\n"
        )


def test_no_answer_shows_a_part_of_an_article(store: Path, ontology: Path) -> None:
    whole = len(list(_article(store, "first.txt")))
    seen: set[str] = set()
    with running(served(store)) as client:
        ended = threading.Event()

        def ask() -> None:
            while not ended.is_set():
                found = client.get("/sparql", params=SIZES)
                if found.status_code != 503:
                    seen.update(found.raise_for_status().text.split()[1:])

        asking = [threading.Thread(target=ask) for _ in range(3)]
        for each in asking:
            each.start()
        for number in range(6):
            with open_ledger(store, ontology) as ledger:
                ledger.put(stubs.sheet_of_lines(f"{number}.txt", LINES))
                ledger.settle()
        ended.set()
        for each in asking:
            each.join(timeout=20)
        assert counted(client) == 7
    assert {line.rpartition(",")[2] for line in seen} == {str(whole)}


def test_a_run_that_was_cut_short_is_told(store: Path, ontology: Path) -> None:
    with open_ledger(store, ontology) as ledger:
        ledger.put(stubs.sheet_of_lines("second.txt", LINES))
    with running(served(store)) as client:
        told = client.get("/sparql", params=COUNT)
        assert told.headers["Warning"].startswith('199 - "the last run was cut short: ')


def test_an_update_beside_a_writer_is_told_who_writes(store: Path) -> None:
    with running(served(store, token=TOKEN)) as client, lock.to_write(store):
        told = client.post("/update", data={"update": "CLEAR ALL"}, headers=BEARER)
    assert (told.status_code, "is writing the store" in told.text) == (503, True)


def _article(path: Path, name: str) -> list[object]:
    handle = open_graph(path)
    local = stubs.sheet_of_lines(name, LINES).local
    return [
        quad
        for quad in handle.store
        if getattr(quad.graph_name, "value", "") == handle.base + local
    ]
