"""The page: nothing from outside, nobody's text run, the same bytes on every run."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.view.page import page

BASE = "https://example.org/kg/id/"
HOSTILE = "</script><img src=x onerror=alert(1)>&\u2028<!--<b>"
HERE = Path(__file__).parent


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


def hostile(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> ox.NamedNode | ox.Literal:
    """The term with an attack in it, where it is text or the IRI of an actor."""
    if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string"):
        return ox.Literal(term.value + HOSTILE)
    if isinstance(term, ox.NamedNode) and term.value.startswith(f"{BASE}actor/"):
        return ox.NamedNode(term.value + "'&amp;;onload=alert(1)//")
    assert not isinstance(term, ox.BlankNode)
    return term


@pytest.fixture
def hostile_store(small_store: ox.Store) -> ox.Store:
    """The small store with an attack in every text and in the IRI of every actor."""
    store = ox.Store()
    for quad in small_store:
        subject = hostile(quad.subject)
        assert isinstance(subject, ox.NamedNode)
        store.add(ox.Quad(subject, quad.predicate, hostile(quad.object), quad.graph_name))
    return store


def hashes(html: str) -> tuple[str, set[str]]:
    """The policy, and the hashes of all that it must allow."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    texts = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", html, re.DOTALL)
    digests = {hashlib.sha256("".join(text).encode()).digest() for text in texts}
    return policy[1].replace("&#39;", "'"), {
        f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests
    }


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page(
    small_store: ox.Store,
) -> None:
    policy, wanted = hashes(page(small_store, base=BASE, title="War"))
    assert set(re.findall(r"'sha256-[^']*'", policy)) == wanted
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_no_element_of_the_page_fetches_anything(small_store: ox.Store) -> None:
    found = Page(page(small_store, base=BASE, title="War"))
    fetching = {"src", "href", "srcset", "data", "action"}
    assert [tag for tag, attrs in found.elements if fetching & set(attrs)] == []
    assert {tag for tag, _ in found.elements} & {"link", "iframe", "object", "embed"} == set()


def test_the_page_has_doctype_language_and_title(small_store: ox.Store) -> None:
    html = page(small_store, base=BASE, title="War & <peace>")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>War &amp; &lt;peace&gt;</title>" in html


def test_attacks_in_labels_titles_and_quotes_stay_text(
    small_store: ox.Store, hostile_store: ox.Store
) -> None:
    harmless = Page(page(small_store, base=BASE, title="War"))
    attacked = Page(page(hostile_store, base=BASE, title=HOSTILE))
    assert [tag for tag, _ in attacked.elements] == [tag for tag, _ in harmless.elements]
    block = json.dumps(attacked.block(), ensure_ascii=False)
    # Labels, aliases, quotes, titles, outlets, speakers, times and sources all carry it.
    assert block.count(json.dumps(HOSTILE, ensure_ascii=False)[1:-1]) > 20


def test_addresses_that_are_no_web_pages_are_dropped(small_store: ox.Store) -> None:
    html = page(small_store, base=BASE, title="War")
    articles = Page(html).block()["articles"]
    assert isinstance(articles, list)
    assert [article.get("url") for article in articles] == ["https://example.org/one", None]
    assert "javascript:alert" not in html


def test_an_empty_store_gives_a_page_that_says_so_and_runs_nothing() -> None:
    html = page(ox.Store(), base=BASE, title="War")
    assert "This graph holds no reports yet" in html
    assert "<script" not in html


def test_the_summary_tells_what_is_drawn(small_store: ox.Store) -> None:
    html = page(small_store, base=BASE, title="War")
    assert "<p>6 things and 2 events from 5 reports in 2 articles.</p>" in html


def test_a_pyvis_without_its_drawing_library_is_named(
    small_store: ox.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(KgError, match=r"carries no vis-network\.min\.js"):
        page(small_store, base=BASE, title="War")


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys, pyoxigraph as ox; from kg.view.page import page;"
        "store = ox.Store();"
        "store.load(open(sys.argv[1], 'rb').read(), format=ox.RdfFormat.TRIG);"
        "sys.stdout.buffer.write(page(store, base=sys.argv[2], title='War').encode())"
    )
    command = [sys.executable, "-c", script, str(HERE / "small.trig"), BASE]
    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 100_000
