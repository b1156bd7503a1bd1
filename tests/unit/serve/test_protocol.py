"""SPARQL 1.1 Protocol over HTTP beyond the W3C's tests (test_w3c_protocol.py), and its limits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.graph.store import open_graph
from kg.serve.settings import MOST_ASKED, Settings
from serve.running import BASE, BEARER, ENDLESS, SMALL, running, store_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

ONE, TWO = f"{BASE}article/one", f"{BASE}article/two"
ASK_BOTH = f"ASK {{ <{ONE}> a ?x . <{TWO}> a ?y }}"
ASK_NAMED = f"ASK {{ GRAPH ?g {{ <{ONE}> a ?x }} GRAPH ?h {{ <{TWO}> a ?y }} }}"
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE_BYTES = [(b"Content-Type", b"application/sparql-update")]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def answer(response: httpx.Response) -> bool:
    assert response.status_code == 200, response.text
    found = json.loads(response.text)["boolean"]
    assert isinstance(found, bool)
    return found


def test_a_query_may_name_its_charset_and_be_asked_for_its_head(client: httpx.Client) -> None:
    charset = {"Content-Type": 'application/sparql-query; charset="UTF-8"'}
    assert answer(client.post("/sparql", content="ASK {}", headers=charset))
    assert client.head("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_without_a_choice_the_default_graph_is_the_union_of_all(client: httpx.Client) -> None:
    for query in (ASK_BOTH, ASK_NAMED):
        assert answer(client.get("/sparql", params={"query": query}))


def test_from_chooses_unless_the_request_does(client: httpx.Client) -> None:
    only = f"ASK FROM <{ONE}> {{ <{TWO}> a ?x }}"
    assert not answer(client.get("/sparql", params={"query": only}))
    assert answer(client.get("/sparql", params={"query": only, "default-graph-uri": TWO}))
    assert answer(client.get("/sparql", params={"query": f"ASK FROM <{TWO}> {{ <{TWO}> a ?x }}"}))
    named = f"ASK FROM NAMED <{ONE}> {{ GRAPH ?g {{ <{TWO}> a ?x }} }}"
    assert not answer(client.get("/sparql", params={"query": named}))
    quoted = f"# FROM <{ONE}>\nASK {{ <{TWO}> a ?x . ?s ?p ?o FILTER(?o != 'FROM <{ONE}>') }}"
    assert answer(client.get("/sparql", params={"query": quoted}))


def test_an_unknown_graph_is_empty_and_a_wrong_one_is_told(client: httpx.Client) -> None:
    empty = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "https://example.org/none"}
    assert not answer(client.get("/sparql", params=empty))
    wrong = client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri"})
    assert (wrong.status_code, wrong.text) == (400, "query: the graph 'no iri' is not an IRI\n")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.1, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_rows_come_as_the_request_likes(client: httpx.Client, accept: str, media: str) -> None:
    query = f"SELECT ?o {{ <{ONE}> <http://purl.org/dc/terms/identifier> ?o }}"
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.headers["Content-Type"] == media
    assert response.headers["Vary"] == "Accept, Origin"
    assert "one.txt" in response.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml; charset=utf-8"),
        ("application/trig", "application/trig"),
        ("application/n-quads", "application/n-quads"),
    ],
)
@pytest.mark.parametrize("verb", ["DESCRIBE", "CONSTRUCT WHERE"])
def test_graphs_come_as_the_request_likes(
    client: httpx.Client, accept: str, media: str, verb: str
) -> None:
    query = f"{verb} {{ <{ONE}> ?p ?o }}" if verb != "DESCRIBE" else f"DESCRIBE <{ONE}>"
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (200, media)
    assert "one.txt" in response.text


def test_what_no_format_can_be_is_refused(client: httpx.Client) -> None:
    for query in ("SELECT * { ?s ?p ?o } LIMIT 1", "DESCRIBE <urn:x>"):
        picture = client.get("/sparql", params={"query": query}, headers={"Accept": "image/png"})
        assert picture.status_code == 406
        assert client.get("/sparql", params={"query": query, "format": "png"}).status_code == 406
    control = 'CONSTRUCT { <urn:a> <urn:b> "\\u0001" } {}'
    wrong = client.get("/sparql", params={"query": control, "format": "rdf"})
    assert wrong.status_code == 406
    assert "control character" in wrong.text


def test_format_stands_for_a_header(client: httpx.Client) -> None:
    found = client.get("/sparql", params={"query": "SELECT ?x { BIND(1 AS ?x) }", "format": "csv"})
    assert found.text == "x\r\n1\r\n"


def test_values_bind_the_parameters_of_the_header(client: httpx.Client) -> None:
    query = "# param: who actor - | Whom?\nSELECT ?label { ?who skos:prefLabel ?label }"
    asked = {"query": query, "param.who": "NF", "format": "csv"}
    assert client.get("/sparql", params=asked).text == "label\r\nNorthern Front\r\n"
    missing = client.post("/sparql", data={"query": query, "param.who": ""})
    assert missing.status_code == 400
    assert "'who' needs a value" in missing.text
    unknown = client.get("/sparql", params=asked | {"param.who": "<b>Nobody</b>"})
    assert (unknown.status_code, unknown.headers["Content-Type"]) == (
        400,
        "text/plain; charset=utf-8",
    )


BAD: list[tuple[str, str, dict[str, Any], int]] = [
    ("post", "/sparql", {"content": "query=%ff", "headers": FORM}, 400),
    ("post", "/sparql", {"content": "query=\xff".encode("latin-1"), "headers": FORM}, 400),
    (
        "post",
        "/sparql",
        {"content": "ASK {}", "headers": {"Content-Type": "application/sparql-query;charset=x"}},
        415,
    ),
    ("get", "/sparql?query=%ff", {}, 400),
    ("get", "/sparql", {"params": {"query": ""}}, 400),
    ("post", "/sparql", {"data": {"x": "y"}}, 400),
    ("get", "/sparql", {"params": {"update": "CLEAR ALL"}}, 400),
    ("post", "/sparql", {"data": {"a": "b&" * MOST_ASKED}}, 413),
    ("post", "/sparql", {"content": "&".join(["a=b"] * 2000), "headers": FORM}, 400),
    ("post", "/update", {"data": {"update": "CLEAR ALL"}}, 403),
]


@pytest.mark.parametrize(("method", "path", "rest", "status"), BAD)
def test_a_request_that_breaks_the_protocol_is_refused(
    client: httpx.Client, method: str, path: str, rest: dict[str, Any], status: int
) -> None:
    response = client.request(method, path, **rest)
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"].startswith("text/plain")


def test_a_mistake_is_told_with_line_and_column(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": "SELECT * {\n  ?s ?p }"})
    assert response.text == "query:2:10: can't be parsed near '?s ?p }'\n"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <urn:a> { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_reaches_outside_is_refused(client: httpx.Client, query: str) -> None:
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 400
    assert "SERVICE would ask another server" in response.text


# --- updates


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[httpx.Client]:
    store_at(tmp_path / "kg")
    settings = Settings(tmp_path / "kg", BASE, workers=2, token=BEARER["Authorization"][7:])
    with running(settings) as found:
        yield found
    # What was changed is on disk, and the store is whole.
    assert len(open_graph(tmp_path / "kg").store) > 0


ADD = "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }"
ADDED = "ASK { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }"


def test_an_update_without_the_token_changes_nothing(writable: httpx.Client) -> None:
    for shown in ["", "Bearer wrong", "Bearer", "Basic a-token-of-the-tests", "Bearer \xfc"]:
        headers = [*UPDATE_BYTES, (b"Authorization", shown.encode("latin-1"))]
        response = writable.post("/update", content=ADD, headers=headers)
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"] == 'Bearer realm="kg"'
    assert not answer(writable.get("/sparql", params={"query": ADDED}))


WRONG = [
    ("LOAD <http://127.0.0.1:1/>", "update:1: LOAD would reach outside"),
    (f"{ADD} ;\nLOAD SILENT <http://127.0.0.1:1/>", "update:2: LOAD would reach outside"),
    (
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "update:1: SERVICE would reach outside",
    ),
    ("INSERT DATA {\n <urn:a> }", "update:2:10: can't be parsed"),
    (f"{ADD} ; CREATE GRAPH <urn:g>", "nothing was changed"),
]


def test_a_wrong_update_changes_nothing(writable: httpx.Client) -> None:
    for update, told in WRONG:
        response = writable.post("/update", data={"update": update}, headers=BEARER)
        assert response.status_code == 400
        assert told in response.text
    assert not answer(writable.get("/sparql", params={"query": ADDED}))


def test_an_update_that_is_none_or_names_no_graph_is_refused(writable: httpx.Client) -> None:
    query = writable.post("/update", data={"query": "ASK {}"}, headers=BEARER)
    assert (query.status_code, query.text) == (400, "the request has no update\n")
    graph = {"update": "DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", "using-graph-uri": "a b"}
    wrong = writable.post("/update", data=graph, headers=BEARER)
    assert (wrong.status_code, "no IRI" in wrong.text) == (400, True)


def test_an_update_waits_for_the_queries_and_they_for_it(tmp_path: Path) -> None:
    store_at(tmp_path / "kg", SMALL)
    settings = Settings(
        tmp_path / "kg", BASE, workers=1, timeout=1, token=BEARER["Authorization"][7:]
    )
    with running(settings) as client:
        slow = "INSERT { ?a ?b ?o } WHERE { " + ENDLESS.partition("{")[2].replace(
            "?a ?b ?c", "GRAPH ?g { ?a ?b ?c }"
        )
        slow = slow.replace(". ?d", "GRAPH ?g { ?d").replace("?m ?n1 ?o }", "?m ?n1 ?o } }")
        stopped = client.post("/update", data={"update": slow}, headers=BEARER)
        assert stopped.status_code == 504
        assert client.post("/update", data={"update": ADD}, headers=BEARER).status_code == 204
        assert answer(client.get("/sparql", params={"query": ADDED}))
