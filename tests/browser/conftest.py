"""Debian's Chromium, driven by playwright, with the network cut off."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pytest

from browser import story
from kg.view.page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@dataclass(slots=True)
class Visit:
    """A page on screen, and all that went wrong or out while it was.

    Attributes:
        page: the page, drawn.
        troubles: messages of the console (CSP violations among them) and uncaught errors.
        requests: addresses asked for, other than the file itself.
    """

    page: Page
    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        """Close a dialog, which no page of ours should open."""
        self.troubles.append("a dialog")
        dialog.dismiss()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Open HTML from disk; waits until it is drawn. Each visit must end without trouble."""
    visits: list[Visit] = []

    def opened(
        html: str,
        *,
        width: int = 1280,
        height: int = 800,
        theme: Literal["dark", "light"] = "light",
        fragment: str = "",
        moving: bool = False,
    ) -> Visit:
        path = tmp_path / f"view-{len(visits)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            reduced_motion="no-preference" if moving else "reduce",
            offline=True,
            accept_downloads=True,
        )
        screen = context.new_page()
        seen = Visit(screen)
        visits.append(seen)
        screen.on("console", lambda message: seen.troubles.append(message.text))
        screen.on("pageerror", lambda error: seen.troubles.append(str(error)))
        screen.on("dialog", lambda dialog: seen.refuse(dialog))  # noqa: PLW0108 - playwright marks methods
        screen.on("request", lambda request: seen.requests.append(request.url))
        screen.goto(path.as_uri() + fragment)
        if 'id="canvas"' in html:
            screen.wait_for_selector("html[data-ready=true]", timeout=20_000)
        return seen

    yield opened
    for seen in visits:
        assert seen.troubles == []
        # Pictures to save are drawn from text of the page itself.
        asked = [
            url for url in seen.requests if not url.startswith(("data:image/svg+xml;", "blob:"))
        ]
        assert all(url.startswith("file://") for url in asked)
        assert len(asked) == 1
        seen.page.context.close()


@pytest.fixture(scope="session")
def story_page() -> str:
    return page(story.story_store(), base=story.BASE, title="War along the river")
