"""What a request may take: time, rows, memory, a turn."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from kg.serve import child, protocol
from kg.serve.settings import Settings
from serve.running import BASE, BEARER, ENDLESS, TOKEN, running, store_at

if TYPE_CHECKING:
    from collections.abc import Iterator

DIRECT = {"Content-Type": "application/sparql-query"}
CHEAP = {"query": "SELECT (COUNT(*) AS ?n) { ?s a kg:Article }", "format": "csv"}
# A text that is eight times as long at each of ten steps.
GREEDY = (
    'SELECT (STRLEN(?t10) AS ?n) { BIND("0123456789abcdef" AS ?t0) '
    + "".join(f"BIND(CONCAT({', '.join([f'?t{at}'] * 8)}) AS ?t{at + 1}) " for at in range(10))
    + "}"
)


@pytest.fixture(scope="module")
def strict(store_path: Path) -> Iterator[httpx.Client]:
    """One child, one second, ten rows."""
    settings = Settings(store_path, BASE, workers=1, timeout=1, rows=10, memory=256)
    with running(settings) as client:
        yield client


def children() -> set[int]:
    """The running children of this process that work for a server."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if parent == os.getpid() and b"kg.serve.worker" in command:
                found.add(int(entry.name))
    return found


def test_a_slow_query_is_stopped_and_its_child_with_it(strict: httpx.Client) -> None:
    assert strict.get("/sparql", params=CHEAP).text == "n\r\n2\r\n"
    before = children()
    began = time.monotonic()
    slow = strict.get("/sparql", params={"query": ENDLESS})
    assert (slow.status_code, slow.headers["Content-Type"]) == (504, "text/plain; charset=utf-8")
    assert slow.text == "stopped after 1 seconds, the most that a request may take\n"
    assert time.monotonic() - began < 10
    assert strict.get("/sparql", params=CHEAP).text == "n\r\n2\r\n"
    assert children() != before


def test_an_answer_of_too_many_rows_is_refused_whole(strict: httpx.Client) -> None:
    ten = strict.get(
        "/sparql", params={"query": "SELECT ?s { ?s ?p ?o } LIMIT 10", "format": "csv"}
    )
    assert len(ten.text.splitlines()) == 11
    for query in ("SELECT ?s { ?s ?p ?o } LIMIT 11", "CONSTRUCT WHERE { ?s ?p ?o }"):
        more = strict.get("/sparql", params={"query": query})
        assert more.status_code == 422
        assert more.text == (
            "query: the answer has more than 10 rows or triples, so none is given"
            " (ask for fewer, with LIMIT or FILTER)\n"
        )
    with_value = "# param: n integer 11 | n\nSELECT ?s { ?s ?p ?o FILTER(?n > 0) }"
    assert strict.get("/sparql", params={"query": with_value}).status_code == 422
    assert strict.get("/data", params={"default": ""}).status_code == 422
    assert strict.get("/id/actor/velmara", params={"format": "ttl"}).status_code == 422
    assert strict.get("/id/actor/velmara").status_code == 422
    page = strict.get("/id/actor/velmara", headers={"Accept": "text/html"})
    assert page.status_code == 200


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit is Linux's")
def test_a_greedy_query_is_stopped(store_path: Path) -> None:
    settings = Settings(store_path, BASE, workers=1, timeout=60, memory=256)
    with running(settings) as client:
        greedy = client.get("/sparql", params={"query": GREEDY})
        assert (greedy.status_code, greedy.text) == (
            422,
            "stopped: the request needs more memory than 256 MiB\n",
        )
        assert client.get("/sparql", params=CHEAP).text == "n\r\n2\r\n"


def test_a_query_nested_too_deep_is_refused(strict: httpx.Client) -> None:
    deep = f"ASK {'{' * 200_000}{'}' * 200_000}"
    response = strict.post("/sparql", content=deep, headers=DIRECT)
    told = "query: brackets are nested more than 200 deep\n"
    assert (response.status_code, response.text) == (400, told)
    fits = f"ASK {'{' * 200}{'}' * 200}"
    assert strict.post("/sparql", content=fits, headers=DIRECT).status_code == 200


def test_what_fells_the_engine_ends_only_its_child(strict: httpx.Client) -> None:
    response = strict.post(
        "/sparql", content=f"ASK {{ FILTER({'!' * 400_000}true) }}", headers=DIRECT
    )
    assert response.status_code in (400, 422, 500, 504), response.text
    assert strict.get("/sparql", params=CHEAP).text == "n\r\n2\r\n"


def test_a_child_that_dies_is_told_and_replaced(store_path: Path) -> None:
    settings, before = Settings(store_path, BASE, workers=1, timeout=20), children()
    with running(settings) as client:
        assert client.get("/sparql", params=CHEAP).status_code == 200
        (child,) = children() - before
        os.kill(child, signal.SIGKILL)
        later = client.get("/sparql", params=CHEAP)
        # The child had gone before it was asked, or just after.
        assert later.status_code in (200, 500)
        assert client.get("/sparql", params=CHEAP).status_code == 200


def test_more_than_can_wait_are_told_so(store_path: Path) -> None:
    settings = Settings(store_path, BASE, workers=1, timeout=1)
    with running(settings) as client, ThreadPoolExecutor(16) as many:
        address = str(client.base_url)

        def ask(_: int) -> tuple[int, str | None]:
            found = httpx.get(f"{address}/sparql", params={"query": ENDLESS}, timeout=30)
            return found.status_code, found.headers.get("Retry-After")

        told = list(many.map(ask, range(16)))
    assert set(told) == {(504, None), (503, "1")}
    assert told.count((504, None)) <= 2


def test_who_leaves_takes_the_query_along(store_path: Path) -> None:
    settings = Settings(store_path, BASE, workers=1, timeout=60)
    with running(settings) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.get("/sparql", params={"query": ENDLESS}, timeout=1)
        # The only child is free again, long before the minute is over.
        assert client.get("/sparql", params=CHEAP, timeout=20).text == "n\r\n2\r\n"


def test_a_store_built_anew_is_served_anew(tmp_path: Path) -> None:
    store_at(tmp_path / "kg")
    with running(Settings(tmp_path / "kg", BASE, workers=1, timeout=20)) as client:
        assert client.get("/sparql", params=CHEAP).text == "n\r\n2\r\n"
        other = tmp_path / "other.ttl"
        other.write_text(f"<{BASE}article/x> a <https://example.org/kg/ontology#Article> .")
        store_at(tmp_path / "kg", other)
        assert client.get("/sparql", params=CHEAP).text == "n\r\n1\r\n"


def test_a_store_that_is_gone_is_told(tmp_path: Path) -> None:
    with running(Settings(tmp_path / "kg", BASE, workers=1, timeout=20)) as client:
        response = client.get("/sparql", params=CHEAP)
        assert (response.status_code, "there is no graph here" in response.text) == (500, True)


def test_no_child_outlives_its_server(store_path: Path) -> None:
    before = children()
    with running(Settings(store_path, BASE, workers=2, timeout=60)) as client:
        assert client.get("/sparql", params=CHEAP).status_code == 200
        address = str(client.base_url)
        asking = threading.Thread(target=_ask_and_lose, args=(address,))
        asking.start()
        time.sleep(0.5)
    asking.join(timeout=20)
    assert children() <= before


def _ask_and_lose(address: str) -> None:
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"{address}/sparql", params={"query": ENDLESS}, timeout=30).raise_for_status()


@pytest.mark.parametrize("command", ["/bin/false", "/nowhere/python"])
def test_a_child_that_cant_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    store_at(tmp_path / "kg")
    monkeypatch.setattr(sys, "executable", command)
    with running(Settings(tmp_path / "kg", BASE, workers=1, token=TOKEN)) as client:
        response = client.get("/sparql", params=CHEAP)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
        update = client.post("/update", data={"update": "CLEAR ALL"}, headers=BEARER)
        assert (update.status_code, update.text) == (503, "no process can be started to write\n")


def test_a_child_that_takes_too_long_to_start_is_ended(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_STARTING", 0.001)
    before = children()
    with running(Settings(store_path, BASE, workers=1)) as client:
        assert client.get("/sparql", params=CHEAP).status_code == 503
        assert children() <= before


def test_who_sends_too_slowly_is_told(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "_PATIENCE", 0.2)

    def slow() -> Iterator[bytes]:
        yield b"ASK"
        time.sleep(1)
        yield b" {}"

    assert client.post("/sparql", content=slow(), headers=DIRECT).status_code == 408


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="asks Linux")
def test_no_child_sees_the_token(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TOKEN", TOKEN)
    before = children()
    with running(Settings(store_path, BASE, workers=1, token=TOKEN)) as client:
        assert client.get("/sparql", params=CHEAP).status_code == 200
        (own,) = children() - before
        for told in ("environ", "cmdline"):
            assert TOKEN.encode() not in Path(f"/proc/{own}/{told}").read_bytes()
