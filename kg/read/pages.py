"""Saved web pages: the main text, and what the page tells of it."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.read.decode import declared_in, decoded
from kg.read.source import Found, Source
from kg.read.texts import article

_NO_TEXT = "no main text found in the page"
_DATES = {
    # Never today's date, and nothing but what the page says of itself.
    "original_date": True, "extensive_search": False, "min_date": "1990-01-01",
    "max_date": "2099-12-31",
}  # fmt: skip
#: Elements that stand on lines of their own.
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul")
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "head", "iframe", "object"))


def page(source: Source) -> Iterator[Found]:
    """The article of an HTML page: its text as trafilatura finds it, headline first.

    Offsets count in that text, one paragraph a line, since in the page itself a quote may be
    interrupted by tags.
    """
    octets = source.whole()
    markup, _encoding = decoded(octets, source.declared or declared_in(octets))
    yield from of_markup(source, markup)


def of_markup(
    source: Source, markup: str, told: dict[str, object] | None = None
) -> Iterator[Found]:
    """The article of a page that is decoded already.

    Args:
        source: for its name and place.
        markup: HTML.
        told: metadata that its container gives, which goes before the page's own.
    """
    found = _extracted(markup)
    if found is None or not (found.text or "").strip():
        yield InputError(_NO_TEXT, where=source.path)
        return
    own = {"title": found.title, "date": found.date, "publisher": found.sitename,
           "url": found.url, "language": _language(markup)}  # fmt: skip
    kept: dict[str, object] = {key: value for key, value in own.items() if value}
    yield from article(source, _headed(found.text, found.title), kept | (told or {}))


def _extracted(markup: str) -> Any:
    """What trafilatura finds, or None."""
    extract = _trafilatura()
    try:
        return extract(markup, with_metadata=True, include_comments=False, include_tables=True,
                       favor_recall=True, date_extraction_params=_DATES)  # fmt: skip
    except Exception:  # noqa: BLE001 - a hostile page may make the parser raise anything
        return None


@functools.cache
def _trafilatura() -> Any:
    import trafilatura  # a quarter of a second that plain text need not pay

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction


def _headed(text: str, title: str | None) -> str:
    """The text under its headline, where the page has that only in its head."""
    if not title or title in text[: 200 + len(title)]:
        return text
    return f"{title}\n{text}"


def _language(markup: str) -> str:
    """The language that the page's first element names, or ""."""
    found = re.search(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", markup[:5000])
    return found[1].lower() if found else ""


def plain(markup: str) -> str:
    r"""The words of a piece of HTML, blocks on lines of their own.

    >>> plain("<p>Shells <b>fell</b>.<p>Two died.<script>x</script>")
    'Shells fell.\nTwo died.'
    """
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        root = html.fragment_fromstring(markup, create_parent="div", parser=parser)
    except (etree.ParserError, ValueError, AssertionError):  # lxml asserts that there's one body
        return ""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    words: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        _word(words, event, element)
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)


def _word(words: list[str], event: str, element: Any) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _BLOCKS:
        words.append("\n")
    if event == "start":
        words.append((element.text or "").replace("\n", " "))
    if event == "end":
        words.append((element.tail or "").replace("\n", " "))
