"""What tests do with the explorer's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from browser.conftest import Visit

Open = Callable[..., Visit]
Captions = list[tuple[str, float, float, float, float]]

_APP = 'modules["page.js"].app'
_POINT = f"""(id) => {{
  const [x, y] = {_APP}.stage().spot(id);
  const stage = document.getElementById("canvas").getBoundingClientRect();
  return [x + stage.left, y + stage.top];
}}"""


def app(screen: Page, script: str) -> Any:
    """The value of a script about the page's `app`."""
    return screen.evaluate(f"() => {{ const app = {_APP}; return {script}; }}")


def search_for(screen: Page, words: str) -> list[str]:
    """Type into the search box; the names that are found."""
    screen.keyboard.press("/")
    screen.locator("#search").fill(words)
    return screen.locator("#found li span:first-child").all_inner_texts()


def choose(screen: Page, words: str) -> str:
    """Search, take the first, and return what the panel is headed."""
    search_for(screen, words)
    screen.keyboard.press("Enter")
    return heading(screen)


def heading(screen: Page) -> str:
    return screen.locator("#panel h2").inner_text()


def status(screen: Page) -> str:
    return screen.locator("#status").inner_text()


def point_of(screen: Page, node: str) -> tuple[float, float]:
    """Where a node stands on the screen."""
    x, y = screen.evaluate(_POINT, node)
    return x, y


def settled(screen: Page) -> None:
    """Wait until what was asked for is drawn."""
    screen.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))"
    )


def captions(screen: Page) -> Captions:
    """The names on the canvas with their boxes: left, top, right, bottom."""
    settled(screen)
    boxes: Captions = app(
        screen, "app.stage().boxes().map((b) => [b.id, b.left, b.top, b.right, b.bottom])"
    )
    return boxes
