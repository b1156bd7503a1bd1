"""The explorer in a real browser: drawing, search, filters, evidence, keyboard."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from browser.screen import (
    Captions,
    Open,
    app,
    captions,
    choose,
    heading,
    point_of,
    search_for,
    settled,
    status,
)

if TYPE_CHECKING:
    from pathlib import Path


def overlapping(boxes: Captions) -> list[tuple[str, str]]:
    return [
        (one[0], two[0])
        for one, two in combinations(boxes, 2)
        if one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sixty_things_are_drawn_offline_and_no_name_lies_on_another(
    visit: Open, story_page: str, tmp_path: Path, theme: str
) -> None:
    screen = visit(story_page, theme=theme).page
    screen.screenshot(path=tmp_path / f"explorer-{theme}.png")
    boxes = captions(screen)
    assert app(screen, "app.scene().nodes.length") == 60
    assert len(boxes) > 50
    assert overlapping(boxes) == []


def test_the_first_look_shows_all_of_it_where_motion_is_welcome(
    visit: Open, story_page: str
) -> None:
    """A flight to the first look was once cut short, and left the screen all but empty."""
    screen = visit(story_page, moving=True).page
    screen.wait_for_timeout(600)
    stage = screen.locator("#canvas").bounding_box()
    assert stage is not None
    for node in app(screen, "app.scene().nodes.map((node) => node.id)"):
        x, y = point_of(screen, node)
        assert stage["x"] < x < stage["x"] + stage["width"]
        assert stage["y"] < y < stage["y"] + stage["height"]


def test_search_finds_labels_and_aliases_and_opens_them_by_keyboard(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    assert search_for(screen, "RLF") == ["River Liberation Front"]
    screen.keyboard.press("Enter")
    assert heading(screen) == "River Liberation Front"
    assert search_for(screen, "qqq") == []
    assert screen.locator("#found").inner_text() == "No such name on this page."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kelmer", "Kelmar"),
        ("rivre front", "River Liberation Front"),
        ("libertion", "River Liberation Front"),
        ("kesh al marj", "Kesh al-Marj"),
    ],
)
def test_search_forgives_slips(visit: Open, story_page: str, typed: str, found: str) -> None:
    assert search_for(visit(story_page).page, typed)[0] == found


def test_search_moves_through_what_it_found_with_the_arrow_keys(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    found = search_for(screen, "sarn")
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    assert heading(screen) == found[1]
    assert screen.locator("#found").is_hidden()


def test_filters_hide_a_class_a_relation_a_type_a_stance_or_a_source(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    assert "60 of 60 things" in status(screen)
    assert "28 of 28 events" in status(screen)
    screen.get_by_label("Armed group").uncheck()
    assert "51 of 60 things" in status(screen)
    screen.locator("summary", has_text="Event types").click()
    screen.get_by_label("Air strike").uncheck()
    assert "25 of 28 events" in status(screen)
    screen.locator("summary", has_text="Stance").click()
    screen.get_by_label("alleged").uncheck()
    assert "21 of 28 events" in status(screen)
    screen.locator("summary", has_text="Sources").click()
    for outlet in ("Valley Wire", "Coast Courier"):
        screen.get_by_label(outlet).uncheck()
    assert "7 of 28 events" in status(screen)
    before = status(screen)
    screen.get_by_label("controls").uncheck()
    assert status(screen) != before
    for _ in range(6):
        screen.locator("#undo").click()
    assert "60 of 60 things" in status(screen)
    assert screen.locator("#undo").is_disabled()


def test_a_search_switches_on_what_hides_its_goal(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.get_by_label("Armed group").uncheck()
    assert choose(screen, "Hill Brigades") == "Hill Brigades"
    assert screen.get_by_label("Armed group").is_checked()


def test_the_panel_shows_facts_quotes_and_who_says_so(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#sel=event/e0").page
    panel = screen.locator("#panel")
    assert heading(screen) == "Air strike, Tolm, 2019-05-02"
    assert panel.locator("blockquote").count() == 2
    text = panel.inner_text()
    assert "According to Varesh War Monitor" in text
    assert "Valley Wire · Fighting along the river, part 1 · 2019-05-24" in text
    assert "confidence 0.8" in text
    assert panel.locator("a").first.get_attribute("href") == "https://example.org/news/0"
    rows = panel.locator("#figures tbody tr").all_inner_texts()
    assert [row.split("\t")[1] for row in rows] == ["at least 19", "12"]


def test_what_was_clicked_stays_in_sight_beside_the_panel(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.mouse.click(*point_of(screen, "actor/varesh-air-force"))
    settled(screen)
    panel = screen.locator("#panel").bounding_box()
    assert panel is not None
    assert point_of(screen, "actor/varesh-air-force")[0] < panel["x"]


def test_a_click_on_an_edge_shows_its_words_and_its_ends(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    one, two = (point_of(screen, f"actor/{name}") for name in ("ostrava-union", "eastern-guard"))
    screen.mouse.click((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
    assert heading(screen) == "Northern Union backs Eastern Home Guard"
    screen.locator("#panel").get_by_role("button", name="Eastern Home Guard").click()
    assert heading(screen) == "Eastern Home Guard"


def test_a_folded_line_tells_its_events_and_the_sum_of_their_tolls(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    line = "actor/varesh-army fights actor/river-front Asserted"
    app(screen, f"app.holder.change({{ sel: {line!r} }})")
    text = screen.locator("#panel").inner_text()
    assert "Vareshi Army fights River Liberation Front" in text
    assert "Events (2)" in text
    assert "2019-05-11 to 2019-05-14" in text
    assert screen.locator("dd").first.inner_text() == "9"


def test_the_pointer_shows_facts_and_words_beside_it(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#open=*").page
    screen.mouse.move(*point_of(screen, "event/e2"))
    screen.wait_for_selector("#hover:not([hidden])")
    lines = screen.locator("#hover p").all_inner_texts()
    assert lines[0] == "Air strike, Tolm Central Hospital, 2019-05-06"
    assert lines[-1].endswith("(denied)")


def test_escape_closes_the_panel_and_fit_shows_all(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    whole = app(screen, "app.stage().scale()")
    choose(screen, "Mira Tal")
    settled(screen)
    assert app(screen, "app.stage().scale()") > whole
    screen.locator("#fit").focus()
    screen.keyboard.press("Escape")
    assert screen.locator("#panel").is_hidden()
    screen.wait_for_function("() => document.getElementById('canvas').clientWidth > 1000")
    settled(screen)
    screen.keyboard.press("Enter")
    assert app(screen, "app.stage().scale()") == pytest.approx(whole, rel=0.05)


def test_the_page_fits_a_phone(visit: Open, story_page: str, tmp_path: Path) -> None:
    screen = visit(story_page, width=390, height=844).page
    screen.screenshot(path=tmp_path / "explorer-phone.png")
    assert screen.evaluate("() => document.documentElement.scrollWidth") == 390
    assert screen.locator("#legend").get_attribute("open") is None
    choose(screen, "Kelmar")
    box = screen.locator("#panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= 844
    for tab in ("Timeline", "Map", "Table"):
        screen.get_by_role("tab", name=tab).click()
        screen.screenshot(path=tmp_path / f"phone-{tab}.png")
        assert screen.evaluate("() => document.documentElement.scrollWidth") == 390
