"""Thousands of things: our own canvas, names where there is room, the same actions."""

from __future__ import annotations

from itertools import combinations

import pytest
from bench.view import BASE, graph

from browser.screen import Open, app, captions, choose, heading, point_of, settled, status
from kg.view.page import page_of


@pytest.fixture(scope="module")
def large_page() -> str:
    return page_of(graph(3000), base=BASE, title="Three thousand")


def test_the_first_view_is_bounded_and_the_rest_is_one_click_away(
    visit: Open, large_page: str
) -> None:
    screen = visit(large_page).page
    assert app(screen, "app.stage().name") == "vis"
    assert "Shown: 302 of 3,000 things" in status(screen)
    screen.get_by_role("button", name="Everything").click()
    assert app(screen, "app.stage().name") == "plain"
    assert "Shown: 3,000 of 3,000 things" in status(screen)
    screen.locator("#undo").click()
    assert app(screen, "app.stage().name") == "vis"


def test_names_have_room_and_more_of_them_come_with_zoom(visit: Open, large_page: str) -> None:
    screen = visit(large_page, fragment="#whole=1").page
    boxes = captions(screen)
    assert len(boxes) > 20
    assert not any(
        one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
        for one, two in combinations(boxes, 2)
    )
    before = {box[0] for box in boxes}
    screen.mouse.move(760, 380)
    for _ in range(4):
        screen.mouse.wheel(0, -500)
    settled(screen)
    assert {box[0] for box in captions(screen)} - before


def test_things_are_picked_dragged_and_found(visit: Open, large_page: str) -> None:
    screen = visit(large_page, fragment="#whole=1").page
    x, y = point_of(screen, "actor/0")
    screen.mouse.click(x, y)
    assert heading(screen).startswith("Actor number ")
    chosen = app(screen, "app.holder.state.sel")
    settled(screen)
    x, y = point_of(screen, chosen)
    screen.mouse.move(x, y)
    screen.mouse.down()
    screen.mouse.move(x + 30, y + 20, steps=6)
    screen.mouse.up()
    assert app(screen, "app.holder.state.pins.size") == 1
    assert choose(screen, "Actor number 2718") == "Actor number 2718"
    settled(screen)
    assert "Actor number 2718" in screen.title()
    x, y = point_of(screen, "actor/2718")
    assert 236 < x < 1280


def test_keys_move_and_zoom_the_canvas(visit: Open, large_page: str) -> None:
    screen = visit(large_page, fragment="#whole=1").page
    screen.locator("#canvas canvas").focus()
    before = app(screen, "[app.stage().scale(), ...app.stage().spot('actor/0')]")
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("+")
    after = app(screen, "[app.stage().scale(), ...app.stage().spot('actor/0')]")
    assert after[0] == pytest.approx(before[0] * 1.25)
    assert after[1:] != before[1:]


def test_neighbours_of_what_is_shown_are_added_near_it(visit: Open, large_page: str) -> None:
    screen = visit(large_page).page
    before = set(app(screen, "app.scene().nodes.map((node) => node.id)"))
    choose(screen, "Actor number 5")
    screen.get_by_role("button", name="Show neighbours").click()
    places = app(screen, "app.scene().nodes.map((node) => [node.id, node.x, node.y])")
    added = [place for place in places if place[0] not in before]
    assert added
    assert all(isinstance(x, int | float) and isinstance(y, int | float) for _, x, y in added)
    assert len({(x, y) for _, x, y in places}) == len(places)
