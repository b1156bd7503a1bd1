"""Which format a request gets."""

from __future__ import annotations

import pytest

from kg.serve.media import HTML, ROWS, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("application/*;q=0.2, text/csv;q=0.1", "application/sparql-results+json"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv; charset=utf-8; q=0.9, application/xml;q=0.95", "application/xml"),
        ("application/xml, application/json", "application/json"),
        ("nonsense", "application/sparql-results+json"),
        ("text/csv;q=7", "text/csv"),
        ("text/csv;q=0", None),
        ("image/*", None),
    ],
)
def test_the_best_liked_format_is_chosen(accept: str, media: str | None) -> None:
    chosen = choose(accept, ROWS)
    assert (chosen and chosen[1]) == media


def test_a_browser_gets_a_page_and_a_program_triples() -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    chosen = choose(browser, (*TRIPLES, HTML))
    assert chosen == (HTML, "text/html")
    assert choose("application/rdf+xml, */*;q=0.1", (*TRIPLES, HTML)) == (
        TRIPLES[3],
        "application/rdf+xml",
    )


def test_a_format_by_name_goes_before_the_header() -> None:
    chosen = choose("text/csv", ROWS, "tsv")
    assert chosen is not None
    assert chosen[1] == "text/tab-separated-values"
    assert choose("text/csv", ROWS, "ttl") is None
