"""Whatever an article holds is text: it breaks no build, and reaches no query, page or terminal."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from cli import hostile
from kg import pipeline
from kg.errors import StoreError
from kg.graph.export import render
from kg.graph.query import parse_query, run
from kg.graph.results import format_answer
from kg.graph.store import open_graph
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    from kg.graph.answer import Answer
    from kg.graph.store import GraphHandle
    from kg.pipeline import Summary

DAY = datetime.date(2031, 5, 5)
#: Everything that people may be shown: the words of reports and the names of things.
SHOWN = """
PREFIX kg: <https://example.org/kg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?of ?words WHERE {
  { ?of kg:quote|kg:dateText|dcterms:title|dcterms:publisher|dcterms:identifier ?words }
  UNION { GRAPH <https://example.org/kg/id/graph/consolidated> {
    ?of skos:prefLabel|skos:altLabel ?words } } }"""
QUOTES = """
PREFIX kg: <https://example.org/kg/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?file ?start ?end ?quote WHERE {
  ?report kg:quote ?quote ; kg:quoteStart ?start ; kg:quoteEnd ?end ;
    kg:article/dcterms:identifier ?file }"""
#: An element that would run the articles' code.
RUNNING = re.compile(r"<(script|img|svg|b)\b[^>]*(>alert|alert\()")
#: Characters that steer a terminal, and those that turn or hide what it shows.
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
TURNING = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Built:
    """The store of all hostile articles.

    Attributes:
        path: of the store; `summary` what the build told.
        texts: file name -> what it holds.
    """

    path: Path
    summary: Summary
    texts: dict[str, str]

    @property
    def handle(self) -> GraphHandle:
        return open_graph(str(self.path))

    def ask(self, sparql: str) -> Answer:
        return run(self.handle, parse_query(sparql, "-"), {})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder, texts = tmp_path_factory.mktemp("hostile"), hostile.articles()
    news = folder / "news"
    news.mkdir()
    for name, text in texts.items():
        (news / name).write_text(text, encoding="utf-8", newline="")
    summary = pipeline.build([news], folder / "store", date=DAY)
    return Built(folder / "store", summary, texts)


def rows(answer: Answer) -> list[dict[str, str]]:
    """The rows of an answer, as programs read them."""
    text = format_answer(answer, "json", base=DEFAULT_BASE)
    bindings = json.loads(text)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in bindings]


def test_each_article_is_read_and_tells_something(built: Built) -> None:
    assert built.summary.problems == ()
    told = {row["file"] for row in rows(built.ask(QUOTES))}
    assert {f"{name}.txt" for name in ("prompt", "markup", "sparql", "turtle", "crowd")} <= told
    assert {"steering.txt", "hiding.txt", "unpunctuated.txt", "capitals.txt"} <= told
    assert hostile.record_name("sparql") in told


def test_each_quote_is_the_text_at_its_offsets(built: Built) -> None:
    own = [row for row in rows(built.ask(QUOTES)) if row["file"] in built.texts]
    wrong = [
        row
        for row in own
        if built.texts[row["file"]][int(row["start"]) : int(row["end"])] != row["quote"]
    ]
    assert (len(own) > 80, wrong) == (True, [])


def test_validate_finds_nothing(kg: Callable[..., Result], built: Built) -> None:
    result = kg("validate", "-g", built.path)
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_is_said_to_a_model_changes_nothing(built: Built) -> None:
    def told(file: str) -> list[str]:
        return sorted(row["quote"] for row in rows(built.ask(QUOTES)) if row["file"] == file)

    assert told("prompt.txt") == told("plain.txt")
    assert [row for row in rows(built.ask(SHOWN)) if "PWNED" in row["words"]] == []


def test_sparql_and_turtle_in_an_article_add_no_triples(built: Built) -> None:
    quads = list(built.handle.store)
    assert not any("urn:" in str(term) for quad in quads for term in (quad[0], quad[1]))
    graphs = {str(quad.graph_name) for quad in quads if "/article/" in str(quad.graph_name)}
    assert len(graphs) == built.summary.counts["articles"]
    russia = "<https://example.org/kg/id/actor/russia>"
    rebels = "<https://example.org/kg/id/actor/rebels>"
    assert not any((str(quad[0]), str(quad[2])) == (russia, rebels) for quad in quads)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
def test_answers_keep_their_rows_whatever_stands_in_them(built: Built, form: str) -> None:
    answer = built.ask(SHOWN)
    text = format_answer(answer, form, base=DEFAULT_BASE)
    assert len(list(told_rows(form, text))) == len(rows(answer))


def told_rows(form: str, text: str) -> Iterator[object]:
    """The rows of an answer as its format has them, the head left out."""
    if form == "csv":
        yield from list(csv.reader(io.StringIO(text, newline="")))[1:]
    elif form == "tsv":
        yield from (line for line in text.split("\n")[1:] if line.count("\t") == 1)
    elif form == "json":
        yield from json.loads(text)["results"]["bindings"]
    else:
        yield from text.split("\n")[2:-1]


def test_a_shipped_query_takes_a_hostile_name_as_a_value(
    kg: Callable[..., Result], built: Built
) -> None:
    name = f"identifier={hostile.record_name('sparql')}"
    result = kg("query", "article-reports", "-g", built.path, "--param", name, "--format", "json")
    quotes = [row["quote"]["value"] for row in json.loads(result.stdout)["results"]["bindings"]]
    assert [quote for quote in quotes if "DROP ALL" in quote]
    assert built.handle.store.query("ASK { ?a ?b ?c }", use_default_graph_as_union=True)


def test_a_table_cannot_steer_a_terminal(built: Built) -> None:
    text = format_answer(built.ask(SHOWN), "table", base=DEFAULT_BASE)
    assert STEERING.findall(text) == []


def test_a_table_shows_words_in_their_order(built: Built) -> None:
    text = format_answer(built.ask(SHOWN), "table", base=DEFAULT_BASE)
    assert TURNING.findall(text) == []


def test_an_answer_in_xml_is_well_formed(built: Built) -> None:
    ET.fromstring(format_answer(built.ask(SHOWN), "xml", base=DEFAULT_BASE))  # noqa: S314


def test_markdown_runs_nothing_of_an_article(built: Built) -> None:
    text = format_answer(built.ask(SHOWN), "md", base=DEFAULT_BASE)
    assert RUNNING.search(text) is None


class Page(HTMLParser):
    """The elements of a page, and the text of its JSON block."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.block = ""
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [f"{name}={value}" for name, value in attrs]
        self._inside = ("id", "view") in attrs

    def handle_data(self, data: str) -> None:
        if self._inside and self.cdata_elem:
            self.block += data


def test_the_page_holds_articles_as_text_of_its_block_only(
    kg: Callable[..., Result], built: Built, small: Path, tmp_path: Path
) -> None:
    assert kg("view", "-g", built.path, "-o", "hostile.html").exit_code == 0
    assert kg("view", "-g", small, "-o", "small.html").exit_code == 0
    html = (tmp_path / "hostile.html").read_text(encoding="utf-8")
    attacked, plain = Page(html), Page((tmp_path / "small.html").read_text(encoding="utf-8"))
    assert attacked.elements == plain.elements
    assert [each for each in attacked.attributes if "alert" in each or "urn:x" in each] == []
    assert RUNNING.search(html) is None
    quotes = [evidence["quote"] for evidence in json.loads(attacked.block)["evidence"]]
    assert [quote for quote in quotes if "<img src=x onerror=alert(2)" in quote]
    assert [each["url"] for each in json.loads(attacked.block)["articles"] if "url" in each] == []


@pytest.mark.parametrize("form", ["csv", "acled", "ucdp"])
def test_tables_run_nothing_in_a_spreadsheet(built: Built, form: str) -> None:
    text = render(built.handle, form).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    cells = [cell for row in rows for cell in row.values() if cell is not None]
    assert len(cells) == sum(len(row) for row in rows)
    running = [cell for cell in cells if cell.lstrip(" ")[:1] in {*"=+-@\t\r\n"}]
    assert [cell for cell in running if re.fullmatch(r"-?[0-9.]+", cell) is None] == []


def test_exports_read_back_whole(built: Built) -> None:
    whole = len(built.handle.store)
    trig = render(built.handle, "trig")
    assert len(list(ox.parse(trig, format=ox.RdfFormat.TRIG))) == whole
    for form in ("graphml", "gexf"):
        ET.fromstring(render(built.handle, form))  # noqa: S314
    features = json.loads(render(built.handle, "geojson"))["features"]
    assert [each["type"] for each in features] == ["Feature"] * len(features) != []
    for line in render(built.handle, "ftm").decode("utf-8").splitlines():
        assert {*json.loads(line)} == {"id", "schema", "properties"}
    with pytest.raises(StoreError, match="RDF/XML can't hold the control character"):
        render(built.handle, "rdf")
