"""What a child does with its store, done in this process."""

from __future__ import annotations

import json

import pytest

from kg.graph.store import open_graph
from kg.serve import tasks
from kg.serve.message import Reply, Task
from kg.serve.tasks import Desk, perform
from kg.vocab import kg
from serve.running import BASE, SMALL

ONE = f"{BASE}article/one"


def done(task: Task, rows: int = 1000) -> Reply:
    return perform(Desk(open_graph(SMALL), rows), task)


@pytest.mark.parametrize(
    ("task", "status", "media"),
    [
        (Task("query", "ASK {}"), 200, "application/sparql-results+json"),
        (Task("query", "ASK {}", form="png"), 406, "text/plain; charset=utf-8"),
        (Task("query", "ASK"), 400, "text/plain; charset=utf-8"),
        (Task("query", f"ASK {'{' * 201}{'}' * 201}"), 400, "text/plain; charset=utf-8"),
        (Task("query", f"DESCRIBE <{ONE}>"), 200, "text/turtle; charset=utf-8"),
        (Task("query", f"DESCRIBE <{ONE}>", form="png"), 406, "text/plain; charset=utf-8"),
        (Task("graph", ONE), 200, "text/turtle; charset=utf-8"),
        (Task("graph", "urn:none"), 404, "text/plain; charset=utf-8"),
        (Task("graph", "no iri"), 400, "text/plain; charset=utf-8"),
        (Task("graph", form="nq"), 200, "application/n-quads"),
        (Task("thing", ONE, "text/html"), 200, "text/html; charset=utf-8"),
        (Task("thing", ONE, "*/*"), 200, "text/turtle; charset=utf-8"),
        (Task("thing", kg("Report"), form="nt"), 200, "application/n-triples"),
        (Task("thing", "urn:none"), 404, "text/plain; charset=utf-8"),
        (Task("service", "http://localhost/sparql"), 200, "text/turtle; charset=utf-8"),
        (Task("words"), 200, "application/json"),
    ],
)
def test_each_task_has_its_reply(task: Task, status: int, media: str) -> None:
    reply = done(task)
    assert (reply.status, reply.media) == (status, media)


@pytest.mark.parametrize(
    "task",
    [
        Task("query", "SELECT * { ?s ?p ?o }"),
        Task("graph"),
        Task("thing", ONE),
        Task("query", "CONSTRUCT WHERE { ?s ?p ?o }"),
    ],
)
def test_nothing_is_cut(task: Task) -> None:
    assert done(task, rows=2).status == 422


def test_triples_that_a_format_cant_hold_are_refused() -> None:
    task = Task("query", 'CONSTRUCT { <urn:a> <urn:b> "\\u0001" } {}', form="rdf")
    assert done(task).status == 406


def test_words_tell_what_terms_mean() -> None:
    words = json.loads(done(Task("words")).body)
    terms = {term["name"]: (term["kind"], bool(term["means"])) for term in words["terms"]}
    assert terms["kg:Shelling"] == ("class", True)
    assert terms["kg:stance"] == ("property", True)
    assert terms["kg:Planned"] == ("Stance", True)
    assert [name for name, (kind, _) in terms.items() if not kind] == []
    assert words["names"]["place"] == ["Tel Amra", "Velmara"]


def test_an_answer_too_long_to_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task("query", "SELECT ?x { BIND('123456' AS ?x) }", form="csv")
    fits = len("x\r\n123456\r\n")
    monkeypatch.setattr(tasks, "_MOST_TOLD", fits)
    assert done(task).status == 200
    monkeypatch.setattr(tasks, "_MOST_TOLD", fits - 1)
    assert done(task).status == 422
