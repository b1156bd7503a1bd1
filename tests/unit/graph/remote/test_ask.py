"""A question to a server is checked here, sent with kg's prefixes, and its answer put in order."""

from __future__ import annotations

import httpx
import pytest
from pyoxigraph import Literal

from graph.remote.replies import Scripted, asked, rows, truth
from kg.errors import QueryError
from kg.graph.answer import Table
from kg.graph.query import parse_query
from kg.graph.remote import connect
from kg.graph.remote.address import Endpoints
from kg.graph.remote.ask import ask
from kg.graph.remote.server import Server
from kg.vocab import DEFAULT_BASE, XSD

AT = Endpoints("http://localhost/query", "", "")


def answer(text: str, reply: httpx.Response, **values: str) -> tuple[Table | object, list[str]]:
    script = Scripted(lambda _: reply)
    found = ask(Server(script.client(), AT, "", {}), parse_query(text, "-"), values, DEFAULT_BASE)
    return found, [asked(request) for request in script.requests]


def table(text: str, *cells: str) -> Table:
    bindings = [{"a": {"type": "literal", "value": cell}} for cell in cells]
    reply = httpx.Response(200, json={"head": {"vars": ["a"]}, "results": {"bindings": bindings}})
    found, _ = answer(text, reply)
    assert isinstance(found, Table)
    return found


def test_prefixes_travel_along() -> None:
    _, (sent,) = answer("SELECT ?a { ?a kg:place ?b }", rows("a"))
    assert "PREFIX kg: <https://example.org/kg/ontology#>" in sent
    assert sent.endswith("\nSELECT ?a { ?a kg:place ?b }")


def test_rows_without_order_are_sorted_and_others_ordered_as_asked() -> None:
    assert table("SELECT ?a { ?a ?b ?c }", "b", "a").rows == ((Literal("a"),), (Literal("b"),))
    down = "SELECT ?a { ?a ?b ?c } ORDER BY DESC(?a) LIMIT 5"
    assert table(down, "a", "b").rows == ((Literal("b"),), (Literal("a"),))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a { ?a ?b ?c } ORDER BY ?c",  # not among the rows
        "SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?a } }",  # of a part
        f"PREFIX x: <{XSD}> SELECT ?a {{ ?a ?b ?c }} ORDER BY x:string(?a)",  # its own prefix
    ],
)
def test_an_order_that_rows_can_not_tell_stays_the_server_s(text: str) -> None:
    assert table(text, "b", "a").rows == ((Literal("b"),), (Literal("a"),))


def test_nothing_joined_is_an_empty_cell() -> None:
    text = 'SELECT (GROUP_CONCAT(?x; SEPARATOR=", ") AS ?a) { ?x ?y ?z }'
    assert table(text, "").rows == ((None,),)
    assert table("SELECT ?a { ?x ?y ?a }", "").rows == ((Literal(""),),)


def test_yes_or_no() -> None:
    assert answer("ASK { ?a ?b ?c }", truth(is_so=True))[0] is True


def test_a_name_is_looked_up_there_and_never_read_as_sparql() -> None:
    text = "# param: who actor -\nSELECT ?a { ?a kg:target ?who }"
    script = Scripted(lambda _: rows("thing", "kind", "label"))
    server = Server(script.client(), AT, "", {})
    with pytest.raises(QueryError, match="no actor is called"):
        ask(server, parse_query(text, "-"), {"who": '") } DROP ALL #'}, DEFAULT_BASE)
    assert 'STR(?label) = "\\") } DROP ALL #"' in asked(script.requests[0])


def test_a_wrong_query_is_told_before_a_server_is_troubled() -> None:
    with pytest.raises(QueryError, match=r"-:1:\d+: can't be parsed"):
        connect.ask_remote("http://127.0.0.1:1", parse_query("SELECT ?a { ?a", "-"), {}, print)
