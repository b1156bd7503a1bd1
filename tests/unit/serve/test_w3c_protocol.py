"""The W3C's tests of the SPARQL 1.1 Protocol, each under its own name, with graphs of our own.

Requests and expected answers are those of the suite (data-sparql11/protocol); its endpoint for
updates is /update here, and shows the token.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from kg.serve.settings import Settings
from serve.running import BASE, BEARER, TOKEN, running, store_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

YES, NO = "yes", "no"
ONE, TWO, THIRD = f"{BASE}article/one", f"{BASE}article/two", f"{BASE}graph/gazetteer"
ACTOR = f"{BASE}actor/front"
OUT = "http://example.org/protocol-update-test/"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
FORM = "application/x-www-form-urlencoded"
ROWS = ("sparql-results+xml", "sparql-results+json", "text/csv", "tab-separated-values")
TRIPLES = ("text/turtle", "application/n-triples", "rdf+xml", "ld+json")
BOTH = f"ASK {{ <{ONE}> a ?x . <{TWO}> a ?y }}"
NAMED = f"ASK {{ GRAPH ?g {{ <{ONE}> a ?x }} GRAPH ?h {{ <{TWO}> a ?y }} }}"
FULL = f"ASK {{ <{ACTOR}> a ?x GRAPH ?g {{ <{ONE}> a ?y }} GRAPH ?h {{ <{TWO}> a ?z }} }}"


@dataclass(frozen=True, slots=True)
class Step:
    """A request, and what must come of it: YES or NO, a media type, or a class of status.

    `params` stand in the address. `body` is a form if it is a mapping; `kind` is its media type.
    """

    expected: object
    method: str = "POST"
    path: str = "/sparql"
    params: dict[str, Any] = field(default_factory=dict)
    body: object = None
    kind: str = ""


def get(expected: object, query: object, **params: object) -> Step:
    return Step(expected, "GET", params={"query": query, **_dashed(params)})


def form(expected: object, query: str, **params: object) -> Step:
    return Step(expected, params=_dashed(params), body={"query": query})


def direct(expected: object, query: str, **params: object) -> Step:
    return Step(expected, params=_dashed(params), body=query, kind=QUERY)


def changed(update: str, expected: object = "2xx", **params: object) -> Step:
    return Step(expected, "POST", "/update", _dashed(params), {"update": update})


def changed_directly(update: object, expected: object = "2xx", kind: str = UPDATE) -> Step:
    return Step(expected, "POST", "/update", body=update, kind=kind)


def _dashed(params: dict[str, object]) -> dict[str, object]:
    return {name.replace("_", "-"): value for name, value in params.items()}


CLEAR = f"CLEAR SILENT GRAPH <{OUT}>"
COPY = f"{CLEAR} ; INSERT {{ GRAPH <{OUT}> {{ ?s a <urn:Copied> }} }} WHERE {{ PATTERN }}"
COPY_DEFAULT = COPY.replace("PATTERN", "?s a kg:Article")
COPY_NAMED = COPY.replace("PATTERN", "GRAPH ?g { ?s a kg:Article }")
COPY_FULL = COPY.replace("PATTERN", "?s a kg:Article . GRAPH ?g { ?t a kg:Article }")
ADD = f"{CLEAR} ; INSERT DATA {{ GRAPH <{OUT}> {{ <urn:s> <urn:p> <urn:o> }} }}"


def copied(*articles: str) -> Step:
    """Whether the graph of the copies holds these articles and no other."""
    ours = " ".join(f"<{one}> a <urn:Copied> ." for one in articles)
    only = (
        f"FILTER NOT EXISTS {{ ?s a <urn:Copied> FILTER(?s NOT IN (<{'>, <'.join(articles)}>)) }}"
    )
    return get(YES, f"ASK {{ GRAPH <{OUT}> {{ {ours} }} {only} }}")


ADDED = get(YES, f"ASK {{ GRAPH <{OUT}> {{ <urn:s> <urn:p> <urn:o> }} }}")
CASES: dict[str, list[Step]] = {
    "query_get": [get(YES, "ASK {}")],
    "query_post_form": [form(YES, "ASK {}")],
    "query_post_direct": [direct(YES, "ASK {}")],
    "query_dataset_default_graphs_get": [
        get(YES, BOTH, default_graph_uri=[ONE, TWO]),
        get(NO, BOTH, default_graph_uri=[ONE]),
    ],
    "query_dataset_default_graphs_post": [
        direct(YES, BOTH, default_graph_uri=[ONE, TWO]),
        form(YES, BOTH, default_graph_uri=[ONE, TWO]),
        form(NO, BOTH, default_graph_uri=[TWO]),
    ],
    "query_dataset_named_graphs_get": [
        get(YES, NAMED, named_graph_uri=[ONE, TWO]),
        get(NO, NAMED, named_graph_uri=[ONE]),
        get(NO, BOTH, named_graph_uri=[ONE, TWO]),
    ],
    "query_dataset_named_graphs_post": [
        direct(YES, NAMED, named_graph_uri=[ONE, TWO]),
        form(YES, NAMED, named_graph_uri=[ONE, TWO]),
        form(NO, NAMED, named_graph_uri=[TWO]),
        form(NO, NAMED, default_graph_uri=[ONE, TWO]),
    ],
    "query_dataset_full": [
        direct(YES, FULL, default_graph_uri=THIRD, named_graph_uri=[ONE, TWO]),
        direct(NO, FULL, default_graph_uri=ONE, named_graph_uri=[THIRD, TWO]),
    ],
    "query_multiple_dataset": [
        get(NO, f"ASK FROM <{ONE}> {{ <{ONE}> a ?x }}", default_graph_uri=TWO),
        get(YES, f"ASK FROM <{ONE}> {{ <{TWO}> a ?x }}", default_graph_uri=TWO),
    ],
    "query_content_type_select": [get(ROWS, "SELECT (1 AS ?value) {}")],
    "query_content_type_ask": [get(ROWS, "ASK {}")],
    "query_content_type_describe": [get(TRIPLES, "DESCRIBE <http://example.org/>")],
    "query_content_type_construct": [
        get(TRIPLES, "CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}"),
    ],
    "update_post_form": [changed(ADD), ADDED],
    "update_post_direct": [changed_directly(ADD), ADDED],
    "update_dataset_default_graph": [changed(COPY_DEFAULT, using_graph_uri=ONE), copied(ONE)],
    "update_dataset_default_graphs": [
        changed(COPY_DEFAULT, using_graph_uri=[ONE, TWO]),
        copied(ONE, TWO),
    ],
    "update_dataset_named_graphs": [
        changed(COPY_NAMED, using_named_graph_uri=[ONE, TWO]),
        copied(ONE, TWO),
    ],
    "update_dataset_full": [
        changed(COPY_FULL, using_graph_uri=ONE, using_named_graph_uri=TWO),
        copied(ONE),
    ],
    "update_base_uri": [
        changed(f"{CLEAR} ; INSERT DATA {{ GRAPH <{OUT}> {{ <urn:s> <urn:p> <test> }} }}"),
        get(YES, f"ASK {{ GRAPH <{OUT}> {{ <urn:s> <urn:p> <{BASE}test> }} }}"),
    ],
    "bad_query_method": [Step("4xx", "PUT", params={"query": "ASK {}"})],
    "bad_multiple_queries": [
        get("4xx", ["ASK {}", "SELECT * {}"]),
        Step("4xx", params={"query": "ASK {}"}, body={"query": "ASK {}"}),
        Step("4xx", params={"query": "ASK {}"}, body="ASK {}", kind=QUERY),
    ],
    "bad_query_wrong_media_type": [Step("4xx", body="ASK {}", kind="text/plain")],
    "bad_query_missing_form_type": [Step("4xx", body="query=ASK%20%7B%7D")],
    "bad_query_missing_direct_type": [Step("4xx", body="ASK {}")],
    "bad_query_non_utf8": [Step("4xx", body="ASK {}".encode("utf-16"), kind=QUERY)],
    "bad_query_syntax": [get("4xx", "ASK {")],
    "bad_update_get": [Step("4xx", "GET", "/update", {"update": "CLEAR ALL"})],
    "bad_multiple_updates": [
        Step("4xx", "POST", "/update", body={"update": ["CLEAR NAMED", "CLEAR DEFAULT"]}),
    ],
    "bad_update_wrong_media_type": [changed_directly("CLEAR NAMED", "4xx", "text/plain")],
    "bad_update_missing_form_type": [changed_directly("update=CLEAR%20NAMED", "4xx", "")],
    "bad_update_non_utf8": [changed_directly("CLEAR NAMED".encode("utf-16"), "4xx")],
    "bad_update_syntax": [changed("CLEAR XYZ", "4xx")],
    "bad_update_dataset_conflict": [
        changed(COPY_DEFAULT.replace("WHERE", f"USING <{ONE}> WHERE"), "4xx", using_graph_uri=TWO),
        changed(
            COPY_DEFAULT.replace("INSERT", f"WITH <{ONE}> INSERT"), "4xx", using_named_graph_uri=TWO
        ),
    ],
}


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server that takes updates."""
    path = tmp_path_factory.mktemp("w3c") / "kg"
    store_at(path)
    with running(Settings(path, BASE, workers=1, timeout=20, token=TOKEN)) as found:
        yield found


@pytest.mark.parametrize("name", CASES)
def test_the_protocol_is_that_of_the_w3c(suite: httpx.Client, name: str) -> None:
    for step in CASES[name]:
        headers = {"Content-Type": step.kind} if step.kind else {}
        body: dict[str, Any] = {"data" if isinstance(step.body, dict) else "content": step.body}
        found = suite.request(
            step.method, step.path, params=step.params, headers=headers | BEARER, **body
        )
        told = f"{step}: {found.status_code} {found.text}"
        if step.expected in (YES, NO):
            assert json.loads(found.text) == {"head": {}, "boolean": step.expected == YES}, told
        elif isinstance(step.expected, tuple):
            media = found.headers["Content-Type"]
            assert found.is_success, told
            assert any(part in media for part in step.expected), told
        else:
            assert f"{found.status_code // 100}xx" == step.expected, told


def test_refused_requests_changed_nothing(suite: httpx.Client) -> None:
    assert json.loads(suite.get("/sparql", params={"query": BOTH}).text)["boolean"]
