"""The explorer in a real browser: drawing, search, filters, evidence, keyboard, attacks."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from browser import story
from kg.view.page import page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import Visit

    Open = Callable[..., Visit]

#: Boxes of all captions on screen, as vis-network measured them: name, left, top, right, bottom.
_CAPTIONS = """() => Object.entries(network.body.nodes)
  .filter(([id]) => !id.startsWith("edgeId"))
  .map(([id, node]) => [id, node.labelModule.size, node.x, node.y])
  .map(([id, size, x, y]) => [id, size.left, size.top,
    size.left + size.width, size.top + size.height])"""
_POINT = """(id) => {
  const at = network.canvasToDOM(network.getPosition(id));
  const stage = document.getElementById("canvas").getBoundingClientRect();
  return [at.x + stage.left, at.y + stage.top];
}"""
_HIDDEN = "() => drawn.nodes.get().filter((node) => node.hidden).length"


def search_for(screen: Page, words: str) -> list[str]:
    screen.keyboard.press("/")
    screen.locator("#search").fill(words)
    return screen.locator("#found li span:first-child").all_inner_texts()


def point_of(screen: Page, node: str) -> tuple[float, float]:
    x, y = screen.evaluate(_POINT, node)
    return x, y


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_draws_offline_and_no_caption_lies_on_another(
    visit: Open, story_page: str, tmp_path: Path, theme: str
) -> None:
    screen = visit(story_page, theme=theme).page
    screen.screenshot(path=tmp_path / f"explorer-{theme}.png")
    captions = screen.evaluate(_CAPTIONS)
    assert len(captions) == 55
    overlapping = [
        (one[0], two[0])
        for one, two in combinations(captions, 2)
        if one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
    ]
    assert overlapping == []


def test_search_finds_labels_and_aliases_and_opens_them_by_keyboard(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    assert search_for(screen, "RLF") == ["River Liberation Front"]
    screen.keyboard.press("Enter")
    assert screen.locator("#panel h2").inner_text() == "River Liberation Front"
    assert search_for(screen, "qqq") == []
    assert screen.locator("#found").inner_text() == "No such name on this page."


def test_search_moves_through_what_it_found_with_the_arrow_keys(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    found = search_for(screen, "sarn")
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    assert screen.locator("#panel h2").inner_text() == found[1]
    assert screen.locator("#found").is_hidden()


def test_filters_hide_a_class_or_a_relation_and_say_what_is_left(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    assert "55 of 55 things" in screen.locator("#status").inner_text()
    screen.get_by_label("Armed event").uncheck()
    assert "42 of 55 things" in screen.locator("#status").inner_text()
    assert screen.evaluate(_HIDDEN) == 13
    before = screen.locator("#status").inner_text()
    screen.get_by_label("backs").uncheck()
    assert screen.locator("#status").inner_text() != before
    search_for(screen, "Shelling, Ardesh")
    screen.keyboard.press("Enter")
    assert screen.get_by_label("Armed event").is_checked()


def test_the_panel_shows_facts_quotes_and_who_says_so(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.mouse.click(*point_of(screen, "event/e0"))
    panel = screen.locator("#panel")
    assert panel.locator("h2").inner_text() == "Air strike, Tolm, 2019-05-02"
    assert panel.locator("blockquote").count() == 2
    text = panel.inner_text()
    assert "According to Varesh War Monitor" in text
    assert "Valley Wire · Fighting along the river, part 1 · 2019-05-24" in text
    rows = panel.locator("tbody tr")
    assert [row.split("\t")[1] for row in rows.all_inner_texts()] == ["at least 19", "12"]


def test_what_was_clicked_stays_in_sight_beside_the_panel(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.mouse.click(*point_of(screen, "actor/varesh-air-force"))
    panel = screen.locator("#panel").bounding_box()
    assert panel is not None
    assert point_of(screen, "actor/varesh-air-force")[0] < panel["x"]


def test_a_click_on_an_edge_shows_its_words_and_its_ends(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    one, two = (point_of(screen, f"actor/{name}") for name in ("ostrava-union", "eastern-guard"))
    screen.mouse.click((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
    panel = screen.locator("#panel")
    assert panel.locator("h2").inner_text() == "Northern Union backs Eastern Home Guard"
    panel.get_by_role("button", name="Eastern Home Guard").click()
    assert panel.locator("h2").inner_text() == "Eastern Home Guard"


def test_the_pointer_shows_facts_and_words_beside_it(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.mouse.move(*point_of(screen, "event/e2"))
    screen.wait_for_selector("#hover:not([hidden])")
    lines = screen.locator("#hover p").all_inner_texts()
    assert lines[0] == "Air strike, Tolm Central Hospital, 2019-05-06"
    assert lines[-1].endswith("(denied)")


def test_escape_closes_the_panel_and_fit_shows_all(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    whole = screen.evaluate("() => network.getScale()")
    search_for(screen, "Mira Tal")
    screen.keyboard.press("Enter")
    assert screen.evaluate("() => network.getScale()") > whole
    screen.locator("#fit").focus()
    screen.keyboard.press("Escape")
    assert screen.locator("#panel").is_hidden()
    screen.wait_for_function("() => document.getElementById('canvas').clientWidth > 1000")
    screen.keyboard.press("Enter")
    assert screen.evaluate("() => network.getScale()") == pytest.approx(whole, rel=0.05)


def test_the_page_fits_a_phone(visit: Open, story_page: str, tmp_path: Path) -> None:
    screen = visit(story_page, width=390, height=844).page
    screen.screenshot(path=tmp_path / "explorer-phone.png")
    assert screen.evaluate("() => document.documentElement.scrollWidth") == 390
    assert screen.locator("#legend").get_attribute("open") is None
    search_for(screen, "Kelmar")
    screen.keyboard.press("Enter")
    box = screen.locator("#panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= 844


def test_attacks_in_names_and_quotes_do_nothing(visit: Open) -> None:
    attack = "<img src=x onerror=alert(1)></script><script>alert(2)</script>href"
    store = ox.Store()
    for quad in story.story_store():
        term = quad.object
        if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string"):
            term = ox.Literal(attack + term.value)
        store.add(ox.Quad(quad.subject, quad.predicate, term, quad.graph_name))
    screen = visit(page(store, base=story.BASE, title=attack)).page
    screen.mouse.move(*point_of(screen, "event/e0"))
    screen.wait_for_selector("#hover:not([hidden])")
    screen.mouse.click(*point_of(screen, "event/e0"))
    search_for(screen, "img")
    assert screen.locator("#panel h2").inner_text().count("<img src=x onerror=alert(1)>") == 1
    assert screen.locator("img").count() == 0
    assert screen.title() == attack


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
    assert screen.locator("#panel h2").inner_text() == label


def test_an_empty_graph_says_so(visit: Open) -> None:
    screen = visit(page(ox.Store(), base=story.BASE, title="Nothing")).page
    assert "This graph holds no reports yet" in screen.locator("main").inner_text()
