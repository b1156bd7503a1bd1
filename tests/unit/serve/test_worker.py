"""A child's work, done here: tasks in, replies out."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import KgError, QueryError
from kg.graph.store import open_graph, open_writable
from kg.serve import tasks, worker
from kg.serve.message import READY, Reply, Task, refusal
from kg.serve.tasks import Desk, perform
from kg.serve.using import using
from serve.running import BASE, SMALL, store_at


def desk(rows: int = 1000) -> Desk:
    return Desk(open_graph(SMALL), rows)


def played(monkeypatch: pytest.MonkeyPatch, words: list[str], *asked: Task) -> list[Reply]:
    """The replies of a child, which here keeps its memory."""
    monkeypatch.setattr(worker, "_limit", lambda _: None)
    replies, ended = io.BytesIO(), []
    lines = io.BytesIO(b"".join(task.line() for task in asked))
    worker.main(words, lines, replies, lambda: ended.append(True))
    replies.seek(0)
    assert replies.readline() == READY
    found = []
    while line := replies.readline():
        reply, length = Reply.head(line)
        found.append(Reply(reply.status, reply.media, replies.read(length), reply.headers))
    assert ended == [True]
    return found


def test_a_child_answers_task_after_task(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Task("query", "ASK {}", form="csv")
    wrong = Task("query", "ASK", default=("urn:a",), named=())
    service = Task("service", "http://localhost/sparql", form="nt")
    replies = played(monkeypatch, [str(store_path), "9", "9", "update"], ask, wrong, service)
    assert [reply.status for reply in replies] == [200, 400, 200]
    assert replies[0].body == b"true\n"
    assert b"SPARQL11Update" in replies[2].body


def test_a_child_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_at(tmp_path / "kg")
    words = [str(tmp_path / "kg"), "9", "9", "write"]
    update = Task("update", "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <o> } }")
    load = Task("update", "LOAD <http://127.0.0.1:1/>")
    assert [reply.status for reply in played(monkeypatch, words, update, load)] == [204, 400]
    stored = open_graph(tmp_path / "kg").store
    assert f"<urn:s> <urn:p> <{BASE}o>" in " ".join(map(str, stored))
    del stored
    for wrong in ("INSERT", "CREATE GRAPH <urn:g>"):
        assert played(monkeypatch, words, Task("update", wrong))[0].status == 400


def test_a_child_without_a_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for mode in ("read", "write"):
        (reply,) = played(monkeypatch, [str(tmp_path / "kg"), "9", "9", mode], Task("words"))
        assert reply.status == 500
        assert b"kg" in reply.body


def test_two_writers_are_one_too_many(tmp_path: Path) -> None:
    store_at(tmp_path / "kg")
    first = open_writable(tmp_path / "kg")
    with pytest.raises(KgError, match="is writing the store"):
        open_writable(tmp_path / "kg")
    assert first.base == BASE


def test_memory_is_limited_from_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", set_to.__setitem__)
    worker._limit(100)
    most = set_to[resource.RLIMIT_AS][0]
    assert most > 100 << 20
    assert set_to[resource.RLIMIT_CORE] == (0, 0)
    worker._limit(200)
    assert abs(set_to[resource.RLIMIT_AS][0] - most - (100 << 20)) < 50 << 20
    set_to.clear()
    monkeypatch.setattr(worker, "_STATM", Path("/nowhere"))
    worker._limit(100)
    assert set(set_to) == {resource.RLIMIT_CORE}


def test_a_child_ends_with_its_input_whatever_it_does(store_path: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?q }"
    ran = subprocess.run(
        [sys.executable, "-m", "kg.serve.worker", str(store_path), "9", "999", "read"],
        input=Task("query", endless).line(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, READY)


@pytest.mark.parametrize(("error", "status"), [(KgError("no"), 500), (MemoryError(), 422)])
def test_whatever_goes_wrong_is_a_reply(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
) -> None:
    def fail(_: Desk, __: Task) -> Reply:
        raise error

    monkeypatch.setitem(tasks.TASKS, "words", fail)
    assert perform(desk(), Task("words")).status == status


def test_tasks_and_replies_survive_the_way() -> None:
    task = Task("query", "ä\n", "text/csv", "csv", {"a": "b"}, ("urn:a",), ())
    assert Task.read(task.line()) == task
    assert Task.read(Task("words").line()) == Task("words")
    reply = refusal(503, "no", Retry_After="1")
    head, _, body = reply.octets().partition(b"\n")
    assert Reply.head(head) == (Reply(503, reply.media, b"", {"Retry-After": "1"}), len(body))
    assert json.loads(head)[0] == 503


@pytest.mark.parametrize(
    ("update", "written"),
    [
        (
            "DELETE { ?s ?p 'WHERE' } WHERE { ?s ?p '} WHERE' } # WHERE\n; DELETE {} wHeRe {}",
            (
                "DELETE { ?s ?p 'WHERE' } USING NAMED <urn:g> WHERE { ?s ?p '} WHERE' } # WHERE\n"
                "; DELETE {} USING NAMED <urn:g> wHeRe {}"
            ),
        ),
        ("INSERT DATA { <urn:where> :where '''WHERE }''' }", None),
        ("INSERT { ?s ?p ?o } WHERE { { SELECT * WHERE { ?s ?p ?o } } }", 1),
    ],
)
def test_using_stands_before_the_where_of_each_operation(
    update: str, written: str | int | None
) -> None:
    found = using(update, None, ("urn:g",))
    if isinstance(written, int):
        assert found.count("USING") == written
    else:
        assert found == (written or update)
    assert using(update, None, None) == update


def test_using_refuses_what_it_cant_write() -> None:
    with pytest.raises(QueryError, match="no IRI"):
        using("DELETE WHERE { ?s ?p ?o }", ("a b",), None)
    for word in ("USING <urn:a> ", "USING NAMED <urn:a> "):
        with pytest.raises(QueryError, match="both choose the graphs"):
            using(f"DELETE {{ }} {word}WHERE {{ }}", ("urn:b",), None)
    with pytest.raises(QueryError, match="WITH and the request"):
        using("WITH <urn:a> DELETE { } WHERE { }", ("urn:b",), None)
