"""Unfolding, hiding, pinning, undoing, and paths."""

from __future__ import annotations

from browser.screen import Open, app, choose, heading, search_for, status


def test_events_unfold_for_one_line_for_one_thing_and_for_all(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    count = "app.scene().nodes.filter((node) => node.event).length"
    assert app(screen, count) == 0
    choose(screen, "RLF")
    screen.get_by_role("button", name="Unfold events").click()
    assert app(screen, count) == 8
    screen.get_by_role("button", name="Fold events").click()
    assert app(screen, count) == 0
    screen.get_by_role("button", name="Events one by one").click()
    assert app(screen, count) == 28
    screen.keyboard.press("Control+z")
    assert app(screen, count) == 0


def test_a_line_whose_events_are_unfolded_can_still_be_chosen(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#sel=actor/kelmar&open=*").page
    for link in range(4):
        screen.locator("#panel .links button").nth(link).click()
        assert heading(screen) != "Kelmar"
        choose(screen, "Kelmar")


def test_hide_show_pin_and_undo(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    choose(screen, "Kelmar")
    screen.get_by_role("button", name="Hide", exact=True).click()
    assert "59 of 60 things" in status(screen)
    screen.get_by_role("button", name="Show 1 hidden").click()
    assert "60 of 60 things" in status(screen)
    screen.locator("#undo").click()
    assert "59 of 60 things" in status(screen)
    assert search_for(screen, "Kelmar")[0] == "Kelmar"
    screen.keyboard.press("Enter")
    assert "60 of 60 things" in status(screen)


def test_the_shortest_path_is_marked_and_told_step_by_step(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    choose(screen, "Sorrel")
    screen.locator("#path-to").fill("RLF")
    screen.keyboard.press("Enter")
    steps = screen.locator("#way li").all_inner_texts()
    assert steps == [
        "Republic of Sorrel backs Western Home Guard",
        "Western Home Guard is affiliated with Hill Brigades",
        "Kelmar backs Hill Brigades",
        "Kelmar backs River Liberation Front",
    ]
    assert app(screen, "app.scene().edges.filter((edge) => edge.onPath).length") == 4
    screen.get_by_role("button", name="Clear path").click()
    assert screen.locator("#way").count() == 0
