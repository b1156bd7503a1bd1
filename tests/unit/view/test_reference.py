"""The reference page: valid HTML with an entry a term, no script, no request, no foreign markup."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest

from kg import resources
from kg.graph.tree import ontology
from kg.view.reference import reference
from kg.vocab import PREFIXES

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"&'
# What makes a browser ask for something by itself.
LOADING = {"script", "img", "link", "iframe", "object", "embed", "source", "video", "audio", "form"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [found for _, attrs in self.elements if (found := attrs.get(name)) is not None]


@pytest.fixture(scope="module")
def html() -> str:
    return reference(ontology(resources.folder("ontology")))


@pytest.fixture(scope="module")
def hostile() -> str:
    said = HOSTILE.replace('"', '\\"')
    turtle = f"""{HEAD}
        <https://a.example/> a owl:Ontology ; dcterms:title "{said}" ;
            dcterms:description "{said}" ; owl:versionInfo "{said}" ;
            dcterms:license <javascript:alert(1)> .
        kg:A a owl:Class ; rdfs:label "{said}" ; skos:definition "{said}" ; skos:example "{said}" ;
            skos:scopeNote "{said}" ; kg:acledSubEventType "{said}" ;
            rdfs:subClassOf <javascript:alert(1)> , <http://a.example/'onclick=alert(1)> ."""
    return reference(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("name", ["html", "hostile"])
def test_a_strict_parser_finds_nothing_to_mend(name: str, request: pytest.FixtureRequest) -> None:
    strict = pytest.importorskip("html5rdf").HTMLParser(strict=True)
    strict.parse(request.getfixturevalue(name))
    assert strict.errors == []


def test_every_term_has_an_entry_and_every_link_an_end(html: str) -> None:
    page, terms = Page(html), set()
    for quad in ontology(resources.folder("ontology")):
        if str(quad.subject).startswith(f"<{PREFIXES['kg']}"):
            terms.add(str(quad.subject)[1:-1].partition("#")[2])
    ids = page.all("id")
    assert {found for found in ids if not found.startswith("-")} == terms
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert inner <= terms
    outer = {href for href in page.all("href") if not href.startswith("#")}
    assert {href.partition("://")[0] for href in outer} == {"http", "https"}


def test_an_entry_tells_definition_example_place_and_codes(html: str) -> None:
    entry = html.partition('id="AirStrike"')[2].partition("</article>")[0]
    text = " ".join(Page(entry).text.split())
    assert text.endswith(
        "air strike kg:AirStrike Fire or bombs from an aircraft or a drone. "
        'Example: "jets hit a grain store" Narrower than Bombardment Elsewhere '
        "ACLED Air/drone strike, UCDP non-state conflict, UCDP one-sided violence, "
        "UCDP state-based conflict, PLOVER ASSAULT:aerial, PLOVER ASSAULT:drone"
    )
    begin = " ".join(Page(html.partition('id="begin"')[2].partition("</article>")[0]).text.split())
    said_of = "Backing, DealStep, Event, Fighting, Report"
    assert f"Said of {said_of} Value xsd:date Elsewhere narrower than sem:" in begin


@pytest.mark.parametrize("name", ["html", "hostile"])
def test_the_page_runs_nothing_and_asks_for_nothing(
    name: str, request: pytest.FixtureRequest
) -> None:
    html = request.getfixturevalue(name)
    page = Page(html)
    assert {tag for tag, _ in page.elements} & LOADING == set()
    assert [each for _, attrs in page.elements for each in attrs if each.startswith("on")] == []
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [a["content"] for _, a in page.elements if "http-equiv" in a]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_hostile_words_are_shown_as_they_are(hostile: str) -> None:
    page = Page(hostile)
    assert page.text.count(HOSTILE) >= 8
    assert [href for href in page.all("href") if "javascript" in href] == []


def test_an_empty_ontology_is_an_empty_page() -> None:
    html = reference([])
    assert "<h1>Ontology</h1>" in html
    assert "0 classes, 0 properties, 0 fixed values." in html


def test_the_same_bytes_come_of_every_run(html: str) -> None:
    code = (
        "import hashlib\nfrom kg import resources\nfrom kg.graph.tree import ontology\n"
        "from kg.view.reference import reference\n"
        "html = reference(ontology(resources.folder('ontology')))\n"
        "print(hashlib.sha256(html.encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert runs == {hashlib.sha256(html.encode()).hexdigest()}
    assert re.search(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", html) is None
