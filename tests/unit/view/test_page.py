"""The page: nothing from outside, nobody's text run, the same bytes on every run."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.view.page import page
from view.pages import HOSTILE, Page

BASE = "https://example.org/kg/id/"
HERE = Path(__file__).parent


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
