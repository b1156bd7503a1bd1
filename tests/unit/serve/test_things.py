"""Pages and triples of IRIs, graphs by their names, the service's own description."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.graph.store import GraphHandle, open_graph
from kg.serve import described as module
from kg.serve.described import about, address, described
from kg.serve.page import thing_page
from kg.serve.settings import Settings
from kg.vocab import SD, kg
from serve.running import BASE, SMALL, running, store_at

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def small() -> GraphHandle:
    return open_graph(SMALL)


def node(local: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + local)


def test_a_page_tells_facts_reports_and_who_refers_to_it(client: httpx.Client) -> None:
    page = client.get("/id/event/e1", headers=HTML)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.text))
    assert "Air strike, Tel Amra, 2031-05-02" in text
    assert "Place Tel Amra" in text
    assert "Toll killed 6-9 civilians" in text
    assert "Velmaran jets killed 6 civilians, two of them children" in text
    assert "Asserted by War Monitor: Air strike" in text
    assert "one.txt, Daily Wire, 2031-05-03 (one.txt, 10–64)" in text
    assert 'href="/id/actor/velmara"' in page.text
    assert 'href="/id/event/e1?format=jsonld"' in page.text


def test_types_are_the_most_special_ones_and_link_to_the_ontology(small: GraphHandle) -> None:
    found = described(small, node("event/e1"))
    assert [link.text for link in found.types] == ["Air strike"]
    assert found.types[0].href == address(small, kg("AirStrike"))
    other = described(small, ox.NamedNode(kg("AirStrike")))
    assert (other.label, other.types) == ("AirStrike", ())
    assert [prop.name.text for prop in other.facts] == ["Sub class of"]
    assert [link.text for prop in other.others for link in prop.values] == [
        "Air strike, Tel Amra, 2031-05-02"
    ]


def test_what_is_named_in_a_toll_has_the_report(small: GraphHandle) -> None:
    found = described(small, node("actor/civilians"))
    assert {told.quote for told in found.told} >= {
        "Velmaran jets killed 6 civilians, two of them children"
    }
    assert [(prop.name.text, len(prop.values)) for prop in found.others] == [("Victims of", 1)]


def test_triples_hold_the_reports_whole(client: httpx.Client) -> None:
    turtle = client.get("/id/event/e1", headers={"Accept": "text/turtle"})
    assert turtle.headers["Content-Type"] == "text/turtle; charset=utf-8"
    store = ox.Store()
    store.load(turtle.content, format=ox.RdfFormat.TURTLE)
    report = node("report/one-1")
    expected = {
        quad.triple for quad in open_graph(SMALL).store.quads_for_pattern(report, None, None)
    }
    assert expected <= {quad.triple for quad in store}
    tolls = store.quads_for_pattern(node("toll/one-1"), ox.NamedNode(kg("count")), None)
    assert [quad.object.value for quad in tolls if isinstance(quad.object, ox.Literal)] == ["6"]
    same = json.loads(client.get("/id/event/e1", params={"format": "jsonld"}).text)
    assert "@graph" in same


def test_any_iri_of_the_graph_has_a_page(client: httpx.Client) -> None:
    for iri in (kg("AirStrike"), f"{BASE}article/one", "http://www.wikidata.org/entity/Q0"):
        assert client.get("/resource", params={"iri": iri}, headers=HTML).status_code == 200
    for iri in ("urn:unknown", "javascript:alert(1)"):
        told = client.get("/resource", params={"iri": iri}, headers=HTML)
        assert (told.status_code, told.headers["Content-Type"]) == (
            404,
            "text/plain; charset=utf-8",
        )
    assert client.get("/resource", params={"iri": "<no>"}, headers=HTML).status_code == 400
    assert client.get("/resource").status_code == 400
    assert client.get("/id/actor/nobody").status_code == 404
    assert client.get("/id/actor/front", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}actor/front", "/id/actor/front"),
        (f"{BASE}toll/a+b", "/id/toll/a+b"),
        (f"{BASE}actor/%C3%A9", "/id/actor/%25C3%25A9"),
        (f"{BASE}actor/é", "/id/actor/%C3%A9"),
        (f"{BASE}a/../b", "/resource?iri=https%3A%2F%2Fexample.org%2Fkg%2Fid%2Fa%2F..%2Fb"),
        (f"{BASE}a?b", "/resource?iri=https%3A%2F%2Fexample.org%2Fkg%2Fid%2Fa%3Fb"),
        ("urn:a&b", "/resource?iri=urn%3Aa%26b"),
    ],
)
def test_an_iri_has_one_address(small: GraphHandle, iri: str, path: str) -> None:
    assert address(small, iri) == path


def test_addresses_lead_back_to_their_iris(tmp_path: Path) -> None:
    iris = [
        f"{BASE}{rest}"
        for rest in ("a/%C3%A9", "a/é", "a/../b", "x?y#z", "t/a+b", "a b".replace(" ", "~"))
    ]
    file = tmp_path / "odd.ttl"
    file.write_text("".join(f"<{iri}> a <urn:Odd> .\n" for iri in iris), "utf-8")
    handle = store_at(tmp_path / "kg", file)
    with running(Settings(tmp_path / "kg", BASE, workers=1)) as client:
        for iri in iris:
            page = client.get(address(handle, iri), headers=HTML)
            assert f'<p class="iri">{iri}</p>' in page.text


HOSTILE = '</title><script>alert(1)</script>" onload="alert(2)'


def test_hostile_labels_stay_text_and_only_the_web_is_linked() -> None:
    store = ox.Store()
    thing, label = node("actor/bad"), ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    same = ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs")
    store.add(ox.Quad(thing, label, ox.Literal(HOSTILE)))
    for iri in ("javascript:alert(3)", "data:text/html,x", "http://good.example/'x'"):
        store.add(ox.Quad(thing, same, ox.NamedNode(iri)))
    report = node("report/r")
    for name, value in (("reports", thing), ("quote", ox.Literal(f"<b>{HOSTILE}"))):
        store.add(ox.Quad(report, ox.NamedNode(kg(name)), value))
    page = thing_page(described(GraphHandle(store), thing))
    assert "<script>" not in page
    assert "<b>" not in page
    assert 'onload="' not in page
    links = re.findall(r'href="([^"]*)"', page)
    assert [link for link in links if not link.startswith(("/", "http", "data:,"))] == []
    assert "javascript:alert(3)" in page
    assert "http://good.example/&#39;x&#39;" in page


def test_a_page_tells_what_it_leaves_out(
    small: GraphHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SHOWN", 1)
    found = described(small, node("actor/velmara"))
    page = thing_page(found)
    assert (len(found.told), found.more > 0) == (1, True)
    assert f"{found.more} more are not shown" in page
    assert f"{found.more + 1} reports" in page
    types = next(prop for prop in described(small, ox.NamedNode(kg("Actor"))).others)
    assert (len(types.values), types.more > 0) == (1, True)


def test_much_is_folded(small: GraphHandle) -> None:
    store = ox.Store()
    for at in range(20):
        store.add(ox.Quad(node("a"), ox.NamedNode(kg("term")), ox.Literal(str(at))))
    page = thing_page(described(GraphHandle(store), node("a")))
    assert "<summary>20 values</summary>" in page
    assert "reports</h2>" not in page
    assert len(about(small, node("event/e1"), 1000)) > 10


def test_a_graph_is_had_by_its_name(client: httpx.Client) -> None:
    name = f"{BASE}article/one"
    one = client.get("/data", params={"graph": name}, headers={"Accept": "application/n-triples"})
    stored = open_graph(SMALL).store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    assert sorted(one.text.splitlines()) == sorted(f"{quad.triple} ." for quad in stored)
    head = client.head("/data", params={"graph": name, "format": "nt"})
    assert (head.status_code, head.text) == (200, "")
    assert head.headers["Content-Length"] == str(len(one.content))
    every = client.get("/data", params={"default": "", "format": "nt"})
    assert len(every.text.splitlines()) == len({quad.triple for quad in open_graph(SMALL).store})


@pytest.mark.parametrize(
    ("method", "params", "status"),
    [
        ("GET", {"graph": "urn:none"}, 404),
        ("HEAD", {"graph": "urn:none"}, 404),
        ("GET", {"graph": "no iri"}, 400),
        ("GET", {}, 400),
        ("GET", {"graph": "urn:a", "default": ""}, 400),
        ("GET", {"graph": ["urn:a", "urn:b"]}, 400),
        ("PUT", {"default": ""}, 405),
        ("POST", {"default": ""}, 405),
        ("DELETE", {"graph": "urn:none"}, 405),
        ("PATCH", {"graph": "urn:none"}, 405),
    ],
)
def test_graphs_can_only_be_read(
    client: httpx.Client, method: str, params: dict[str, str], status: int
) -> None:
    response = client.request(method, "/data", params=params)
    assert response.status_code == status
    if status == 405:
        assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_the_service_describes_itself(client: httpx.Client) -> None:
    for accept in ("", "application/rdf+xml;q=0.9, text/turtle"):
        told = client.get("/sparql", headers={"Accept": accept})
        assert told.headers["Content-Type"] == "text/turtle; charset=utf-8"
    response = client.get("/sparql")
    store = ox.Store()
    store.load(response.content, format=ox.RdfFormat.TURTLE)

    def values(name: str) -> set[str]:
        found = store.quads_for_pattern(None, ox.NamedNode(SD + name), None)
        return {getattr(quad.object, "value", "") for quad in found}

    assert values("endpoint") == {f"{client.base_url}/sparql".replace("//sparql", "/sparql")}
    assert values("supportedLanguage") == {SD + "SPARQL11Query"}
    assert values("feature") == {SD + "UnionDefaultGraph"}
    assert {f"{BASE}article/one", f"{BASE}graph/gazetteer"} <= values("name")
    assert "http://www.w3.org/ns/formats/SPARQL_Results_CSV" in values("resultFormat")
    page = client.get("/sparql", headers=HTML)
    assert (page.status_code, page.headers["Location"]) == (303, "/")


def test_the_page_has_its_files_words_and_questions(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    for path in re.findall(r'(?:src|href)="(/[^"]*)"', page.text):
        assert client.get(path).status_code == 200
    for path in ("/web/thing.html", "/web/../app.py", "/web/%2e%2e%2fapp.py", "/web/"):
        assert client.get(path).status_code == 404
    words = client.get("/words.json").json()
    terms = {term["name"]: term for term in words["terms"]}
    assert terms["kg:Shelling"]["kind"] == "class"
    assert terms["kg:stance"]["kind"] == "property"
    assert terms["kg:Asserted"]["kind"] == "Stance"
    assert "rocket" in terms["kg:Shelling"]["means"]
    assert words["names"]["actor"] == ["Northern Front", "Velmara", "War Monitor", "civilians"]
    assert words["names"]["deal"] == ["Lake truce"]
    assert words["prefixes"]["kg"] == kg("")
    questions = client.get("/queries.json").json()
    assert {"backers", "deals"} <= {question["name"] for question in questions["queries"]}
    assert questions["limits"] == {"seconds": 20, "rows": 100_000}
