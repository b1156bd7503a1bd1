"""Attacks, odd names, long lists, graphs with nothing in them: a page that says so and works."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest

from browser import story
from browser.screen import Open, heading, point_of, search_for
from kg.view.elements import Kind, Node, ViewModel
from kg.view.page import page, page_of


def hostile_iri(term: Any) -> Any:
    """The term with an attack at its end, if it is an actor."""
    actor = isinstance(term, ox.NamedNode) and "/actor/" in term.value
    return ox.NamedNode(f"{term.value}'&amp;;onload=alert(3)//%3Cb%3E") if actor else term


def test_attacks_in_names_quotes_and_iris_do_nothing(visit: Open) -> None:
    attack = "<img src=x onerror=alert(1)></script><script>alert(2)</script>href"
    store = ox.Store()
    for quad in story.story_store():
        term = quad.object
        if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string"):
            term = ox.Literal(attack + term.value)
        subject, value = map(hostile_iri, (quad.subject, term))
        store.add(ox.Quad(subject, quad.predicate, value, quad.graph_name))
    screen = visit(page(store, base=story.BASE, title=attack), fragment="#open=*").page
    screen.mouse.move(*point_of(screen, "event/e0"))
    screen.wait_for_selector("#hover:not([hidden])")
    screen.mouse.click(*point_of(screen, "event/e0"))
    search_for(screen, "img")
    for tab in ("Timeline", "Map", "Table", "Network"):
        screen.get_by_role("tab", name=tab).click()
    assert heading(screen).count("<img src=x onerror=alert(1)>") == 1
    assert screen.locator("img").count() == 0
    assert attack in screen.title()


@pytest.mark.parametrize(
    ("label", "start"),
    [("x" * 5000, "xxxx"), ("حمص", "حمص"), ("a", "a")],
    ids=["very long", "right to left", "one letter"],
)
def test_one_thing_with_any_name_is_drawn(visit: Open, label: str, start: str) -> None:
    store = ox.Store()
    trig = f"""
        @prefix kg: <https://example.org/kg/ontology#> .
        @prefix g: <{story.BASE}> .
        g:gazetteer {{ g:a a kg:State ;
            <http://www.w3.org/2004/02/skos/core#prefLabel> "{label}" . }}
        g:article {{ g:r a kg:Report ; kg:initiator g:a ; kg:quote "words" . }}"""
    store.load(trig.encode(), format=ox.RdfFormat.TRIG)
    screen = visit(page(store, base=story.BASE, title="One")).page
    assert search_for(screen, "")[0].startswith(start)
    screen.keyboard.press("Enter")
    assert heading(screen) == label
    assert screen.evaluate("() => document.documentElement.scrollWidth") == 1280
    for tab, words in (
        ("Timeline", "Nothing that is shown has a date."),
        ("Map", "Nothing that is shown has coordinates."),
    ):
        screen.get_by_role("tab", name=tab).click()
        assert words in screen.get_by_role("tabpanel").inner_text()
    assert "no time to choose" in screen.locator("#slider").inner_text()


def test_an_empty_graph_says_so(visit: Open) -> None:
    screen = visit(page(ox.Store(), base=story.BASE, title="Nothing")).page
    assert "This graph holds no reports yet" in screen.locator("main").inner_text()


def test_a_long_list_of_names_is_shown_on_demand(visit: Open) -> None:
    names = tuple(f"Other name {at}" for at in range(20))
    node = Node(f"{story.BASE}actor/a", "A", Kind.ACTOR, "State", "State", aliases=names)
    view = ViewModel(nodes=(node,), shown=frozenset({node.id}))
    screen = visit(page_of(view, base=story.BASE, title="Names"), fragment="#sel=actor/a").page
    assert "Other name 19" not in screen.locator("#panel").inner_text()
    screen.get_by_role("button", name="and 14 more").click()
    assert "Other name 19" in screen.locator("#panel").inner_text()
    assert search_for(screen, "other name 19") == ["A"]
