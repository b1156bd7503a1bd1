"""A page's elements and text, and an attack that must stay text."""

from __future__ import annotations

import json
from html.parser import HTMLParser

HOSTILE = "</script><img src=x onerror=alert(1)>&\u2028<!--<b>"


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.cdata_elem:
            self.raw.append((*self.elements[-1], data))

    def block(self) -> dict[str, object]:
        texts = [text for _, attrs, text in self.raw if attrs.get("id") == "view"]
        content: dict[str, object] = json.loads("".join(texts))
        return content
