"""Timeline, map, table and time slider: one selection, one state, kept in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser import story
from browser.screen import Open, app, choose, heading, settled, status
from kg.view.elements import Happening, Kind, Node, Span, ViewModel
from kg.view.page import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


_PINCH = """() => {
  const ground = document.querySelector("#map .ground");
  const frame = ground.getBoundingClientRect();
  const finger = (name, pointerId, across) => ground.dispatchEvent(new PointerEvent(name, {
    pointerId, clientX: frame.left + across, clientY: frame.top + 100, bubbles: true }));
  finger("pointerdown", 1, 150);
  finger("pointerdown", 2, 200);
  finger("pointermove", 2, 250);
  finger("pointerup", 1, 150);
  finger("pointerup", 2, 250);
}"""


def turn(screen: Page, tab: str) -> None:
    screen.get_by_role("tab", name=tab).click()
    settled(screen)


def test_the_timeline_shows_deals_as_bars_with_their_breaches(
    visit: Open, story_page: str, tmp_path: Path
) -> None:
    screen = visit(story_page).page
    turn(screen, "Timeline")
    screen.screenshot(path=tmp_path / "timeline.png")
    titles = screen.locator("#timeline title").all_text_contents()
    assert "Harbour Accord: end not told, 1 breach" in titles
    assert "Winter Truce: end not told, 1 breach" in titles
    assert len(titles) == 2 + 2 + 28
    screen.locator('#timeline [data-id="deal/winter-truce"]').first.click()
    assert heading(screen) == "Winter Truce"


def test_many_events_are_bars_that_lead_to_them(visit: Open) -> None:
    events = tuple(
        Happening(
            Node(
                f"{story.BASE}event/{at}",
                f"Clash {at}",
                Kind.EVENT,
                "Clash",
                "ArmedEvent",
                "Clash",
                stance="Asserted",
                span=Span(f"201{at % 10}-05-{1 + at % 28:02}", f"201{at % 10}-05-28"),
            )
        )
        for at in range(400)
    )
    screen = visit(
        page_of(ViewModel(happenings=events), base=story.BASE, title="Many"),
        fragment="#tab=timeline",
    ).page
    bars = screen.locator("#timeline .pick rect")
    assert 9 < bars.count() < 40
    assert screen.locator("#timeline [data-id]").count() == 0
    bars.nth(4).click()
    settled(screen)
    assert app(screen, "app.holder.state.since") > "2010-05-01"
    assert 0 < app(screen, "app.scene().events.length") < 400


def test_arrow_keys_go_from_event_to_event(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    turn(screen, "Timeline")
    screen.locator("#timeline").focus()
    screen.keyboard.press("ArrowRight")
    assert heading(screen).endswith("2018-09-17")
    screen.keyboard.press("ArrowRight")
    assert heading(screen).endswith("2019-02-01")
    screen.keyboard.press("ArrowLeft")
    assert heading(screen).endswith("2018-09-17")


def test_the_map_sizes_places_by_their_toll_and_draws_deals_as_areas(
    visit: Open, story_page: str, tmp_path: Path
) -> None:
    screen = visit(story_page).page
    turn(screen, "Map")
    screen.screenshot(path=tmp_path / "map.png")
    radius = {
        place: float(
            screen.locator(f'#map [data-id="{place}"] circle').first.get_attribute("r") or 0
        )
        for place in ("place/bridge-town", "place/tolm-hospital")
    }
    assert radius["place/bridge-town"] > radius["place/tolm-hospital"] > 3
    assert screen.locator('#map [data-id="deal/harbour-accord"] circle').count() == 1
    assert "SYRIA" in screen.locator("#map text").all_text_contents()
    assert "public domain" in screen.locator("#map .hint").inner_text()
    # Its middle lies under the symbol of what happened there.
    screen.locator('#map [data-id="deal/harbour-accord"]').dispatch_event("click")
    assert heading(screen) == "Harbour Accord"


def test_the_map_zooms_moves_and_comes_back(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#tab=map").page
    tolm = screen.locator('#map [data-id="place/tolm"]').first
    before = tolm.bounding_box()
    screen.get_by_role("button", name="Nearer").click()
    assert tolm.bounding_box() != before
    screen.mouse.move(700, 300)
    screen.mouse.down()
    screen.mouse.move(760, 340, steps=4)
    screen.mouse.up()
    screen.get_by_role("button", name="Show all places").click()
    assert tolm.bounding_box() == before


def test_two_fingers_zoom_the_map(visit: Open, story_page: str) -> None:
    screen = visit(story_page, width=390, height=844, fragment="#tab=map").page
    tolm, bridge = (
        screen.locator(f'#map [data-id="place/{name}"]').first for name in ("tolm", "bridge-town")
    )

    def between() -> float:
        one, two = tolm.bounding_box(), bridge.bounding_box()
        assert one is not None
        assert two is not None
        return abs(one["x"] - two["x"]) + abs(one["y"] - two["y"])

    before = between()
    screen.evaluate(_PINCH)
    assert between() == pytest.approx(2 * before, rel=0.25)


def test_what_is_selected_is_marked_by_its_events_in_every_tab(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page, fragment="#sel=actor/river-front&tab=table").page
    assert screen.locator("#table tr.chosen").count() == 8
    turn(screen, "Timeline")
    assert screen.locator('#timeline [data-id^="event/"] [stroke-width="3"]').count() >= 8
    turn(screen, "Map")
    assert 0 < screen.locator('#map [data-id] [stroke-width="3"]').count() < 8


def test_a_table_stays_where_it_was_scrolled_to_when_a_row_is_chosen(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page, height=500, fragment="#tab=table").page
    wide = screen.locator("#table .wide")
    row = screen.locator("#table tbody tr").nth(12)
    row.get_by_role("button").scroll_into_view_if_needed()
    before = wide.evaluate("(element) => element.scrollTop")
    row.get_by_role("button").click()
    # At most by as much as the row was cut.
    assert before > 200
    assert wide.evaluate("(element) => element.scrollTop") == pytest.approx(before, abs=80)
    assert row.evaluate("(row) => row.contains(document.activeElement)")
    # What is chosen elsewhere comes into sight.
    last = screen.locator("#table tbody tr").last.get_attribute("data-id")
    app(screen, f"app.holder.change({{ sel: {last!r} }})")
    seen, room = screen.locator("#table tr.chosen").bounding_box(), wide.bounding_box()
    assert seen is not None
    assert room is not None
    assert room["y"] < seen["y"] < room["y"] + room["height"]


@pytest.mark.parametrize("width", [390, 1280])
def test_names_of_deals_are_not_cut(visit: Open, story_page: str, width: int) -> None:
    screen = visit(story_page, width=width, fragment="#tab=timeline").page
    words = screen.locator("#timeline text").all_text_contents()
    # An arrow tells that the bar begins before the picture does.
    assert {"Harbour Accord", "Winter Truce"} <= {each.removeprefix("← ") for each in words}
    assert not any("…" in each for each in words)


def test_the_table_sorts_and_is_copied(visit: Open, story_page: str, tmp_path: Path) -> None:
    seen = visit(story_page, fragment="#tab=table")
    screen = seen.page
    screen.screenshot(path=tmp_path / "table.png")
    assert screen.locator("#table tbody tr").count() == 28
    screen.get_by_role("button", name="Killed, least").click()
    screen.get_by_role("button", name="Killed, least").click()
    head = screen.locator("#table th", has_text="Killed, least")
    assert head.get_attribute("aria-sort") == "descending"
    assert screen.locator("#table tbody tr").first.locator("td").nth(7).inner_text() == "28"
    screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
    screen.get_by_role("button", name="Copy as CSV").click()
    settled(screen)
    assert screen.locator("#said").inner_text() == "Copied 28 rows."
    copied = screen.evaluate("() => navigator.clipboard.readText()").replace("\r\n", "\n")
    lines = copied.splitlines()
    assert lines[0].startswith("From,To,Event,Who,To whom,Where,Deal,")
    assert lines[1].startswith("2019-05-08,2019-05-08,Clash,")
    screen.get_by_role("button", name="Things").click()
    assert screen.locator("#table tbody tr").count() == 60
    screen.get_by_role("button", name="Relations", exact=True).first.click()
    assert screen.locator("#table tbody tr").count() == 105


def test_a_row_leads_to_its_evidence(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#tab=table").page
    screen.locator("#table tbody tr button").first.click()
    assert heading(screen) == "Ceasefire agreement, 2018-09-17"
    assert screen.locator("#table tr.chosen").count() == 1
    turn(screen, "Network")
    assert heading(screen) == "Ceasefire agreement, 2018-09-17"


def test_the_slider_narrows_network_map_timeline_and_table_at_once(
    visit: Open, story_page: str
) -> None:
    screen = visit(story_page).page
    assert "2018-09-17 to 2019-05-23" in screen.locator("#window").inner_text()
    since = screen.locator("#since")
    since.focus()
    for _ in range(30):
        screen.keyboard.press("ArrowRight")
    assert app(screen, "app.holder.state.since") == "2019-04-15"
    assert "26 of 28 events" in status(screen)
    for tab, rows, count in (
        ("Timeline", "#timeline title", 29),
        ("Table", "#table tbody tr", 26),
    ):
        turn(screen, tab)
        assert screen.locator(rows).count() == count
    screen.get_by_role("button", name="All time").click()
    assert "28 of 28 events" in status(screen)


def test_dragging_over_the_bars_chooses_a_window(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    box = screen.locator("#slider svg").bounding_box()
    assert box is not None
    screen.mouse.move(box["x"] + 2, box["y"] + 20)
    screen.mouse.down()
    screen.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20, steps=5)
    screen.mouse.up()
    assert "2 of 28 events" in status(screen)


def test_play_steps_through_time_and_stops(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.get_by_role("button", name="Play").click()
    first = app(screen, "app.holder.state.until")
    assert (app(screen, "app.holder.state.since"), first) == ("", "2018-09-23")
    screen.wait_for_function(
        "(first) => modules['page.js'].app.holder.state.since > first", arg=first
    )
    screen.get_by_role("button", name="Stop").click()
    assert screen.get_by_role("button", name="Play").count() == 1


def test_a_link_shows_the_same_view(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    screen.get_by_label("Population", exact=False)
    screen.get_by_label("People").uncheck()
    choose(screen, "RLF")
    screen.get_by_role("button", name="Unfold events").click()
    screen.get_by_role("button", name="Pin", exact=True).click()
    turn(screen, "Map")
    fragment = screen.evaluate("() => location.hash")
    other = visit(story_page, fragment=fragment).page
    assert heading(other) == "River Liberation Front"
    assert other.get_by_role("tab", name="Map").get_attribute("aria-selected") == "true"
    assert not other.get_by_label("People").is_checked()
    assert status(other) == status(screen)
    for state in ("[...app.holder.state.pins.keys()]", "[...app.holder.state.open]"):
        assert app(other, state) == ["actor/river-front"]


@pytest.mark.parametrize(
    "fragment",
    [
        "#sel=nothing&tab=nowhere&since=soon&pins=%7C%7C&path=a&off=%25E0%25A4%25A",
        "#%%%",
        "#sel=<img src=x onerror=alert(1)>&open=%3Cb%3E&path=a|b",
        "#since=2030-01-01&until=1990-01-01",
    ],
)
def test_a_wrong_link_does_no_harm(visit: Open, story_page: str, fragment: str) -> None:
    screen = visit(story_page, fragment=fragment).page
    assert "of 60 things" in status(screen)
    assert screen.locator("#panel").is_hidden()
