"""Draws the README's pictures anew, of the page that `make demo` writes.

python tests/browser/pictures.py [build/network.html]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

#: Name of the picture -> what is selected on it, as the page's address tells it.
PICTURES = {
    "network": "",
    "evidence": "#sel=actor/russia backs actor/syrian-government Asserted",
}


def draw(page: Path, folder: Path) -> None:
    """Write each picture of a page into a folder."""
    with sync_playwright() as driver:
        executable = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = driver.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, reduced_motion="reduce", offline=True
        )
        for name, fragment in PICTURES.items():
            screen = context.new_page()
            screen.goto(page.resolve().as_uri() + fragment)
            screen.wait_for_selector("html[data-ready=true]")
            screen.wait_for_timeout(500)
            screen.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1] if len(sys.argv) > 1 else "build/network.html"), Path(__file__).parent)
