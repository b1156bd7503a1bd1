"""A server is found at its address, and what it answers is read or refused."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.remote.replies import ROWS, Scripted, asked, rows, truth
from kg.errors import StoreError
from kg.graph.answer import Table
from kg.graph.remote.address import Endpoints
from kg.graph.remote.server import Server
from kg.vocab import DEFAULT_BASE

HERE = "http://localhost"
AT = Endpoints(f"{HERE}/query", f"{HERE}/update", f"{HERE}/store", f"{HERE}/store")
A, B = NamedNode("urn:a"), NamedNode("urn:b")


def server(
    *replies: httpx.Response | Callable[[httpx.Request], httpx.Response], software: str = ""
) -> tuple[Server, Scripted]:
    """A server that gives the replies in turn, and what it was sent."""
    left = list(replies)

    def reply(request: httpx.Request) -> httpx.Response:
        found = left.pop(0)
        return found if isinstance(found, httpx.Response) else found(request)

    script = Scripted(reply)
    return Server(script.client(), AT, software, {}), script


def found(reply: Callable[[httpx.Request], httpx.Response], **environ: str) -> Server:
    return Server.find(HERE, Scripted(reply).client(), environ)


def test_the_first_place_that_answers_is_the_server() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/query":
            return httpx.Response(404)
        return truth(is_so=True, software="Virtuoso/07")

    here = found(reply)
    assert here.at.query == f"{HERE}/sparql"
    assert here.at.store == f"{HERE}/sparql-graph-crud"
    assert here.software == "Virtuoso/07"
    assert here.union == {}


def test_a_page_is_no_server() -> None:
    with pytest.raises(StoreError, match=f"{HERE}: does not answer as a SPARQL server"):
        found(lambda _: httpx.Response(200, html="<p>hello"))


def test_who_is_not_let_in_is_told_so_at_once() -> None:
    script = Scripted(lambda _: httpx.Response(401))
    with pytest.raises(StoreError, match=r"401.*KG_USER"):
        Server.find(HERE, script.client(), {})
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    "wanted",
    [
        {"union-default-graph": "true"},
        {"default-graph-uri": "urn:x-arq:UnionGraph"},
        {"default-graph-uri": "tag:stardog:api:context:all"},
    ],
)
def test_the_union_is_asked_for_as_the_server_has_it(wanted: dict[str, str]) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        form = dict(parse_qsl(request.content.decode()))
        given = {name: value for name, value in form.items() if name != "query"}
        if given and given != wanted:
            return httpx.Response(400)  # another server's parameter
        return truth(is_so=given == wanted or "LIMIT" not in asked(request))

    assert found(reply).union == wanted


def test_a_server_without_the_union_is_refused_unless_its_graph_is_named() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return truth(is_so="LIMIT 1" not in asked(request))

    with pytest.raises(StoreError, match=r"does not hold the named graphs.*KG_DEFAULT_GRAPH"):
        found(reply)
    assert found(reply, KG_DEFAULT_GRAPH="urn:all").union == {"default-graph-uri": "urn:all"}


def test_an_empty_server_has_no_union_to_show() -> None:
    assert found(lambda request: truth(is_so=asked(request) == "ASK {}")).union == {}


def test_rows_are_read_and_a_part_of_them_is_refused() -> None:
    one, _ = server(rows(a="x"))
    assert one.rows("SELECT") == Table(("a",), ((Literal("x"),),))
    cut = rows(a="x")
    cut.headers["X-SPARQL-MaxRows"] = "1"
    with pytest.raises(StoreError, match="no more than 1 rows"):
        server(cut)[0].rows("SELECT")


BROKEN = '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x"}},'


@pytest.mark.parametrize("text", ["<html>", BROKEN, '{"head":{},"boolean":true}'])
def test_rows_that_can_not_be_read_are_an_error(text: str) -> None:
    reply = httpx.Response(200, text=text, headers={"Content-Type": ROWS})
    with pytest.raises(StoreError, match="can't be read"):
        server(reply)[0].rows("SELECT")


def test_yes_and_no_are_read_as_virtuoso_says_them_too() -> None:
    said = [truth(is_so=True), truth(is_so=False), rows(__ASK_RETVAL="1"), rows("__ASK_RETVAL")]
    here, _ = server(*said)
    assert [here.says("ASK {}") for _ in said] == [True, False, True, False]
    with pytest.raises(StoreError, match="can't be read"):
        server(rows(a="x"))[0].says("ASK {}")


def ntriples(text: str, media_type: str = "application/n-triples") -> httpx.Response:
    return httpx.Response(200, text=text, headers={"Content-Type": media_type})


def test_triples_are_read() -> None:
    here, _ = server(ntriples("<urn:a> <urn:b> <urn:a> ."))
    assert here.triples("CONSTRUCT") == {Triple(A, B, A)}


@pytest.mark.parametrize(
    "reply", [ntriples("<urn:a> <urn:b>"), ntriples("<urn:a> <urn:b> <urn:a> .", "text/html")]
)
def test_triples_that_can_not_be_read_are_an_error(reply: httpx.Response) -> None:
    with pytest.raises(StoreError, match="can't be read"):
        server(reply)[0].triples("CONSTRUCT")


def test_all_quads_are_those_of_each_graph_but_notes_and_the_server_s_own() -> None:
    names = [
        "urn:g",
        DEFAULT_BASE + "graph/uploads",
        "http://www.openlinksw.com/schemas/virtrdf#",
        "http://localuriqaserver/sparql",
    ]
    bindings = [{"g": {"type": "uri", "value": name}} for name in names]
    listed = httpx.Response(200, json={"head": {"vars": ["g"]}, "results": {"bindings": bindings}})
    here, script = server(listed, ntriples("<urn:a> <urn:b> <urn:a> ."))
    assert list(here.quads()) == [Quad(A, B, A, NamedNode("urn:g"))]
    assert script.requests[1].url.params["graph"] == "urn:g"


def test_oxigraph_gives_all_quads_at_once() -> None:
    text = f"<urn:a> <urn:b> <urn:a> .\n<urn:a> <urn:b> <urn:a> <{DEFAULT_BASE}graph/uploads> .\n"
    here, _ = server(ntriples(text, "application/n-quads"), software="Oxigraph/0.5")
    assert list(here.quads()) == [Quad(A, B, A)]


def test_the_base_is_that_of_the_articles() -> None:
    iri = {"a": {"type": "uri", "value": "https://kg.example/x/article/y"}}
    told = httpx.Response(200, json={"head": {"vars": ["a"]}, "results": {"bindings": [iri]}})
    assert server(told)[0].base() == "https://kg.example/x/"
    assert server(rows("a"))[0].base() == DEFAULT_BASE
    assert server(rows(a="no IRI"))[0].base() == DEFAULT_BASE


def test_what_a_server_refuses_to_do_is_an_error() -> None:
    no = httpx.Response(403, text="read-only")
    for act in (
        lambda here: here.update("DROP ALL"),
        lambda here: here.put(A, b""),
        lambda here: here.drop(A),
        lambda here: here.load(b""),
        lambda here: here.rows("SELECT"),
        lambda here: list(here.quads()),
    ):
        with pytest.raises(StoreError, match="answered 403: read-only"):
            act(server(no, software="Oxigraph")[0])


def test_a_graph_that_is_not_there_is_dropped_already() -> None:
    here, script = server(httpx.Response(404))
    here.drop(A)
    assert script.requests[0].method == "DELETE"
