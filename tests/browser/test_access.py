"""The explorer for everybody: axe's rules in each tab and theme, and use by keyboard alone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pytest

from browser import story
from browser.screen import Open, app, heading, settled
from kg.view.report import report_page

_RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.map((rule) => `${rule.impact} ${rule.id}: ${rule.nodes[0].html}`);
}"""

_NAME = "() => document.activeElement.id || document.activeElement.getAttribute('role')"


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core, which axe-playwright-python carries."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#sel=event/e0",
        "#sel=actor/kelmar&path=actor/kelmar|actor/varesh",
        "#tab=timeline&sel=deal/harbour-accord",
        "#tab=map",
        "#tab=table&since=2019-05-01",
    ],
)
def test_axe_finds_nothing(
    visit: Open, story_page: str, axe: str, fragment: str, theme: Literal["light", "dark"]
) -> None:
    screen = visit(story_page, theme=theme, fragment=fragment).page
    for summary in ("Event types", "Stance", "Sources", "Save what is shown"):
        screen.locator("summary", has_text=summary).click()
    screen.evaluate(axe)
    assert screen.evaluate(_RUN) == []


def test_axe_finds_nothing_in_an_open_search(visit: Open, story_page: str, axe: str) -> None:
    screen = visit(story_page).page
    screen.keyboard.press("/")
    screen.keyboard.type("sarn")
    screen.evaluate(axe)
    assert screen.evaluate(_RUN) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["event/e0", "deal/harbour-accord", "actor/kelmar"])
def test_axe_finds_nothing_on_report_pages(
    visit: Open, axe: str, name: str, theme: Literal["light", "dark"], tmp_path: Path
) -> None:
    html = report_page(story.story_store(), [story.BASE + name], story.BASE)
    screen = visit(html, theme=theme).page
    screen.screenshot(path=tmp_path / "report.png", full_page=True)
    screen.evaluate(axe)
    assert screen.evaluate(_RUN) == []
    assert len(screen.pdf(format="A4")) > 5000


def test_a_report_page_fits_a_phone_and_breaks_no_word(visit: Open) -> None:
    html = report_page(story.story_store(), [story.BASE + "actor/kelmar"], story.BASE)
    screen = visit(html, width=390, height=844).page
    assert screen.evaluate("() => document.documentElement.scrollWidth") == 390
    heads = screen.locator("thead th")
    boxes = [heads.nth(at).bounding_box() for at in range(heads.count())]
    assert boxes
    assert all(box is not None and box["height"] < 40 for box in boxes)


def test_everything_is_reached_and_used_by_keyboard_alone(visit: Open, story_page: str) -> None:
    screen = visit(story_page).page
    reached = []
    for _ in range(70):
        screen.keyboard.press("Tab")
        reached.append(screen.evaluate(_NAME))
    wanted = ["search", "tab-network", "fit", "unfold", "rings", "application", "play", "since"]
    assert [name for name in dict.fromkeys(reached) if name in wanted] == wanted
    screen.keyboard.press("/")
    screen.keyboard.type("Hill Brig")
    screen.keyboard.press("Enter")
    assert heading(screen) == "Hill Brigades"
    screen.locator("#tab-network").focus()
    for tab in ("timeline", "map", "table"):
        screen.keyboard.press("ArrowRight")
        assert screen.evaluate("() => document.activeElement.id") == f"tab-{tab}"
        assert app(screen, "app.holder.state.tab") == tab
    screen.keyboard.press("Escape")
    assert screen.locator("#panel").is_hidden()


def test_the_focus_can_be_seen_wherever_it_is(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#sel=event/e0").page
    for _ in range(45):
        screen.keyboard.press("Tab")
        style = screen.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        width = screen.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
        assert (style, width) == ("solid", "2px"), screen.evaluate(_NAME)


def test_focus_is_not_lost_when_the_panel_is_filled_anew(visit: Open, story_page: str) -> None:
    screen = visit(story_page, fragment="#sel=actor/kelmar").page
    screen.get_by_role("button", name="Unfold events").focus()
    screen.keyboard.press("Enter")
    settled(screen)
    assert screen.evaluate("() => document.activeElement.textContent") == "Fold events"
    screen.locator("#panel .links button").first.focus()
    screen.keyboard.press("Enter")
    settled(screen)
    assert screen.evaluate("() => document.activeElement.id") == "panel"
    screen.get_by_role("button", name="Close").focus()
    screen.keyboard.press("Enter")
    assert screen.evaluate("() => document.activeElement !== document.body")


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("tab", ["network", "timeline", "map", "table"])
def test_nothing_is_cut_off(visit: Open, story_page: str, tab: str, size: tuple[int, int]) -> None:
    width, height = size
    screen = visit(story_page, width=width, height=height, fragment=f"#tab={tab}").page
    assert screen.evaluate("() => document.documentElement.scrollWidth") == width
    assert screen.evaluate("() => document.documentElement.scrollHeight") == height
    panel = screen.locator(f"#{tab}").bounding_box()
    assert panel is not None
    assert panel["height"] > 150
