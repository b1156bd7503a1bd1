"""What the page saves: pictures, tables and graphs of what is shown."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pytest

from browser import story
from browser.screen import Open, app
from kg.view.page import page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

KG = "https://example.org/kg/ontology#"


def saved(screen: Page, kind: str, folder: Path) -> Path:
    if not screen.locator("#exports").is_visible():
        screen.locator("summary", has_text="Save what is shown").click()
    with screen.expect_download() as waiting:
        screen.locator(f'[data-export="{kind}"]').click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def parsed(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314 - our own page wrote it


@pytest.mark.parametrize("tab", ["network", "timeline", "map"])
def test_pictures_show_the_tab(visit: Open, story_page: str, tmp_path: Path, tab: str) -> None:
    screen = visit(story_page, fragment=f"#tab={tab}").page
    svg = saved(screen, "SVG", tmp_path)
    assert svg.name == "War-along-the-river.svg"
    words = [text for node in parsed(svg).iter() if (text := node.text)]
    assert any("Harbour" in word for word in words)
    png = saved(screen, "PNG", tmp_path).read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) > 1000


def test_graphml_is_what_is_drawn(visit: Open, story_page: str, tmp_path: Path) -> None:
    screen = visit(story_page, fragment="#open=*").page
    graph = nx.read_graphml(saved(screen, "GraphML", tmp_path))
    assert set(graph.nodes) == set(app(screen, "app.scene().nodes.map((node) => node.id)"))
    assert graph.number_of_edges() == app(screen, "app.scene().edges.length")
    assert graph.nodes["actor/kelmar"]["label"] == "Kelmar"


def test_turtle_says_what_the_graph_says_and_leaves_out_what_is_filtered(
    visit: Open, story_page: str, tmp_path: Path
) -> None:
    screen = visit(story_page, fragment="#off=type%253AProtest").page
    path = saved(screen, "Turtle", tmp_path)
    told = {
        (triple.subject, triple.predicate, triple.object)
        for triple in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    }
    store = story.story_store()
    ours = {triple for triple in told if triple[1].value.startswith(KG)}
    for name in ("initiator", "target", "place", "begin", "end", "concernsDeal"):
        predicate = ox.NamedNode(KG + name)
        for subject, _, value in (triple for triple in ours if triple[1] == predicate):
            assert any(store.quads_for_pattern(subject, predicate, value, None))
    backs = ox.NamedNode(KG + "backs")
    front = ox.NamedNode(f"{story.BASE}actor/river-front")
    assert (ox.NamedNode(f"{story.BASE}actor/kelmar"), backs, front) in told
    types = {value.value for _, name, value in told if name.value.endswith("#type")}
    assert f"{KG}AirStrike" in types
    assert f"{KG}Protest" not in types


def test_csv_is_the_table_and_no_formula(visit: Open, tmp_path: Path) -> None:
    store = ox.Store()
    for quad in story.story_store():
        term = quad.object
        if isinstance(term, ox.Literal) and term.value == "Kelmar":
            term = ox.Literal('=HYPERLINK("http://x";"y")')
        store.add(ox.Quad(quad.subject, quad.predicate, term, quad.graph_name))
    screen = visit(page(store, base=story.BASE, title="=War"), fragment="#tab=table").page
    path = saved(screen, "CSV", tmp_path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 28
    who = {row["Who"] for row in rows}
    assert any(name.startswith("'=HYPERLINK") for name in who)
    assert not any(name.startswith("=") for name in who)


def test_hostile_names_keep_their_meaning_in_every_format(visit: Open, tmp_path: Path) -> None:
    attack = '"> <&\\ \n .}]]>'
    store = ox.Store()
    for quad in story.story_store():
        term = quad.object
        if isinstance(term, ox.Literal) and term.value in {"Kelmar", "Tolm"}:
            term = ox.Literal(term.value + attack)
        store.add(ox.Quad(quad.subject, quad.predicate, term, quad.graph_name))
    screen = visit(page(store, base=story.BASE, title="War")).page
    graph = nx.read_graphml(saved(screen, "GraphML", tmp_path))
    assert graph.nodes["actor/kelmar"]["label"] == "Kelmar" + attack
    turtle = saved(screen, "Turtle", tmp_path).read_bytes()
    labels = {triple.object.value for triple in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert "Kelmar" + attack in labels
    assert parsed(saved(screen, "SVG", tmp_path)).tag.endswith("svg")
