"""The query page and the pages of things in Chromium: what people see; nothing goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from serve.running import BASE, SMALL, running

from kg.graph.note import StoreMeta
from kg.graph.store import open_graph, write_store
from kg.serve.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

EXTRA = f"""
PREFIX kg: <https://example.org/kg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA {{ GRAPH <{BASE}graph/gazetteer> {{
  <{BASE}actor/bad> a kg:ArmedGroup ;
    skos:prefLabel "<img src=x onerror=alert(1)>" , "</script><script>alert(2)</script>" .
}} }}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("page") / "kg"
    store = open_graph(SMALL).store
    store.update(EXTRA)
    write_store(path, store, meta=StoreMeta(base=BASE))
    with running(Settings(path, BASE, workers=2, timeout=3)) as client:
        yield str(client.base_url).rstrip("/")


@pytest.fixture
def screen(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose every request must stay here, and whose console must stay empty."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda _: troubles.append("a dialog"))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    # A refused query shows as a failed resource, which is no fault of the page.
    assert [text for text in troubles if "status of 400" not in text] == []
    assert [url for url in requests if not url.startswith((f"{address}/", "data:,"))] == []
    context.close()


def opened(screen: Page, address: str, at: str = "/") -> Page:
    screen.goto(address + at)
    screen.wait_for_selector("html[data-ready=true]")
    return screen


def asked(screen: Page, query: str) -> None:
    screen.fill("#query", query)
    screen.click("#run")
    screen.wait_for_selector("html[data-asking=false]")


def rows(screen: Page) -> list[str]:
    return screen.locator("#shown tbody tr").all_inner_texts()


def test_a_question_runs_with_its_parameters(screen: Page, address: str) -> None:
    opened(screen, address)
    assert screen.locator("#questions button").count() > 20
    screen.fill("#sift", "deaths-by-victims")
    screen.click("#questions button:visible")
    screen.wait_for_selector("html[data-asking=false]")
    assert "# title:" in screen.input_value("#query")
    assert "What the columns mean" in screen.inner_text("#shown")
    assert screen.inner_text("#status").startswith("1 row in")
    screen.fill("#fields input[name=since]", "2099-01-01")
    screen.click("#run")
    screen.wait_for_selector("#status:text('0 rows in')")


def test_a_question_that_needs_a_value_waits_for_it(screen: Page, address: str) -> None:
    opened(screen, address)
    screen.click("#questions button[title=actor-timeline]")
    assert screen.evaluate("document.activeElement.name") == "actor"
    assert screen.locator("#fields input[name=actor]").get_attribute("list") == "names-actor"
    assert "Velmara" in screen.evaluate(
        "[...document.activeElement.list.options].map((o) => o.value)"
    )
    screen.keyboard.type("Velmara")
    screen.keyboard.press("Enter")
    screen.wait_for_selector("html[data-asking=false]")
    assert screen.locator("#results").is_visible()


def test_a_table_is_sorted_by_number_and_by_word(screen: Page, address: str) -> None:
    opened(screen, address)
    asked(screen, "SELECT ?n ?w { VALUES (?n ?w) { (10 'b') (9 'c') (-1 'a') } }")
    head = screen.locator("#shown th button")
    head.nth(0).click()
    assert rows(screen) == ["-1\ta", "9\tc", "10\tb"]
    head.nth(0).click()
    assert rows(screen) == ["10\tb", "9\tc", "-1\ta"]
    assert screen.locator("#shown th").nth(0).get_attribute("aria-sort") == "descending"
    head.nth(1).press("Enter")
    assert rows(screen) == ["-1\ta", "10\tb", "9\tc"]


def test_numbers_are_bars_and_degrees_points(screen: Page, address: str) -> None:
    opened(screen, address)
    asked(screen, "SELECT ?w ?n { VALUES (?w ?n) { ('a' 4) ('b' -2) } }")
    screen.get_by_role("tab", name="Chart").click()
    widths = [float(bar.get_attribute("width") or 0) for bar in screen.locator("rect").all()]
    assert widths[0] == pytest.approx(2 * widths[1])
    asked(
        screen,
        "SELECT ?place ?lat ?long { ?p skos:prefLabel ?place ; geo:lat ?lat ; geo:long ?long }",
    )
    assert screen.get_by_role("tab").all_inner_texts() == ["Table", "Map"]
    screen.get_by_role("tab", name="Table").press("ArrowRight")
    assert screen.locator("circle title").all_text_contents() == ["Tel Amra"]
    assert screen.locator(".map > text").all_text_contents() == ["Tel Amra"]


def test_the_address_holds_query_values_and_view(screen: Page, address: str) -> None:
    opened(screen, address)
    query = "# param: n integer 1 | n\nSELECT ('ä' AS ?w) (?m * 2 AS ?twice) { BIND(?n AS ?m) }"
    asked(screen, query)
    screen.fill("#fields input", "21")
    screen.click("#run")
    screen.wait_for_selector("td:text('42')")
    screen.get_by_role("tab", name="Chart").click()
    link = screen.evaluate("location.href")
    assert screen.get_attribute("#link", "href") == link[link.index("#") :]
    screen.goto("about:blank")
    screen.goto(link)
    screen.wait_for_selector("rect")
    assert screen.input_value("#query") == query
    assert screen.input_value("#fields input") == "21"
    assert "42" in screen.inner_text("#shown")


def test_words_are_completed_by_keyboard(screen: Page, address: str) -> None:
    opened(screen, address)
    screen.fill("#query", "SELECT * { ?event a ")
    screen.locator("#query").press("End")
    screen.keyboard.type("kg:Shel")
    assert "kg:Shelling" in screen.inner_text("#offers")
    screen.keyboard.press("Enter")
    found = screen.input_value("#query")
    assert found == "PREFIX kg: <https://example.org/kg/ontology#>\nSELECT * { ?event a kg:Shelling"
    screen.keyboard.type(" ; kg:pl ?ev")
    screen.keyboard.press("Control+ ")
    assert screen.locator("#offers li").all_inner_texts()[0].startswith("?event")
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Escape")
    assert not screen.locator("#offers").is_visible()
    # Tab is only for the list while it shows, so that the keyboard can leave the editor.
    screen.keyboard.press("Tab")
    assert screen.evaluate("document.activeElement.id") != "query"


def test_a_mistake_is_told_with_its_place(screen: Page, address: str) -> None:
    opened(screen, address)
    asked(screen, "SELECT * {\n  ?s ?p }")
    assert "query:2:10: can't be parsed" in screen.inner_text("#error")
    screen.click("#error button")
    assert screen.evaluate("document.activeElement.selectionStart") == 20
    asked(screen, "ASK { ?s ?p ?o }")
    assert screen.inner_text("#shown") == "Yes"
    assert not screen.locator("#error").is_visible()
    asked(screen, "CONSTRUCT { <urn:a> <urn:b> 1 } {}")
    assert "<urn:b> 1" in screen.inner_text("#shown pre")


def test_a_slow_query_can_be_stopped(screen: Page, address: str) -> None:
    opened(screen, address)
    screen.fill(
        "#query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"
    )
    screen.locator("#query").press("Control+Enter")
    screen.click("#stop:not([disabled])")
    screen.wait_for_selector("html[data-asking=false]")
    assert screen.inner_text("#status") == "Stopped."


def test_hostile_labels_are_text_everywhere(screen: Page, address: str) -> None:
    opened(screen, address)
    asked(
        screen, "SELECT ?s ?l (STRLEN(?l) AS ?n) { ?s skos:prefLabel ?l FILTER(CONTAINS(?l, '<')) }"
    )
    assert "<img src=x onerror=alert(1)>" in screen.inner_text("#shown")
    screen.get_by_role("tab", name="Chart").click()
    screen.wait_for_selector("rect")
    asked(screen, "SELECT ('<script>alert(3)</script>' AS ?x) (<javascript:alert(4)> AS ?y) {}")
    links = [a.get_attribute("href") or "" for a in screen.locator("#shown a").all()]
    assert links == ["/resource?iri=javascript%3Aalert(4)"]
    screen.goto(f"{address}/id/actor/bad")
    assert "<img src=x onerror=alert(1)>" in screen.inner_text("main")


def test_things_lead_to_things(screen: Page, address: str) -> None:
    screen.goto(f"{address}/id/event/e1")
    assert screen.inner_text("h1") == "Air strike, Tel Amra, 2031-05-02"
    assert "Velmaran jets killed 6 civilians" in screen.inner_text("blockquote >> nth=1")
    screen.click("text=Velmara >> nth=0")
    assert screen.inner_text("h1") == "Velmara"
    screen.click("text=Ask the graph")
    screen.wait_for_selector("html[data-ready=true]")
    assert (
        screen.evaluate("document.querySelectorAll('input:not([id]), textarea:not([id])').length")
        == 0
    )
    every = "[...document.querySelectorAll('input, textarea, select')]"
    assert screen.evaluate(f"{every}.filter((one) => !one.labels.length).length") == 0


def test_a_warning_of_the_server_stands_beside_the_answer(screen: Page, address: str) -> None:
    opened(screen, address)
    empty = {"head": {"vars": ["a"]}, "results": {"bindings": []}}
    warning = {"Warning": '199 - "the last run was cut short"'}
    screen.route("**/sparql", lambda route: route.fulfill(json=empty, headers=warning))
    asked(screen, "SELECT ?a {}")
    assert screen.inner_text("#status").endswith(" s (the last run was cut short)")
