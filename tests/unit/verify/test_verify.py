"""A graph's quotes against texts: what stands, what has moved, what is gone."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest
from graph.sheets import BASE, report, sheet

from kg.errors import InputError
from kg.graph.quads import Sheet, article_quads
from kg.graph.store import GraphHandle
from kg.ids import digest
from kg.model import Document, Report
from kg.verify.show import as_json, as_text
from kg.verify.verify import Finding, Quote, Verdict, quoted, verify

TEXT = "Shells fell on Deir Salim. 𝔽armers fled."
FELL = report(start=0, end=25, quote="Shells fell on Deir Salim", trigger=(7, 11))
FLED = report(start=27, end=39, quote="𝔽armers fled", trigger=(35, 39))


def handle(*sheets: Sheet) -> GraphHandle:
    store = ox.Store()
    for one in sheets:
        things = dict.fromkeys(range(len(one.reports)), "event/x")
        store.extend(article_quads(one, things, {"Attack": ("Attack",)}, BASE))
    return GraphHandle(store, BASE)


def hashed(name: str, text: str, *reports: Report) -> Sheet:
    return replace(sheet(name, *reports), content_hash=digest(text))


def quote(told: Report, name: str, number: int) -> Quote:
    return Quote(told.start, told.end, told.quote, f"{BASE}report/{name}/{number}")


A = hashed("a", TEXT, FELL, FLED)


def test_quotes_in_their_place_are_right() -> None:
    documents = [Document("b.txt", "more"), Document("a.txt", TEXT)]
    assert verify(handle(A), documents) == Verdict((), (), 1, 2)


def test_a_missing_article_is_found() -> None:
    found = verify(handle(A, hashed("b", "x")), [Document("b.txt", "x")])
    assert found == Verdict((Finding("missing", "a.txt"),), (), 2, 2)


def test_a_changed_text_is_found_with_the_quotes_that_moved() -> None:
    found = verify(handle(A), [Document("a.txt", f"On {TEXT[27:]}", "news/a.txt")])
    quotes = (quote(FELL, "a", 1), quote(FLED, "a", 2))
    assert found.findings == (Finding("changed", "a.txt", "news/a.txt", quotes, (None, 3)),)


def test_a_text_changed_behind_all_quotes_is_found_too() -> None:
    found = verify(handle(A), [Document("a.txt", TEXT + " More.", "a.txt")])
    assert found.findings == (Finding("changed", "a.txt", "a.txt"),)


@pytest.mark.parametrize("content_hash", [digest(TEXT), ""])
def test_a_quote_that_never_stood_there_is_found(content_hash: str) -> None:
    wrong = replace(FELL, quote="Bombs fell upon Deir Sali")
    told = replace(sheet("a", wrong, FLED), content_hash=content_hash)
    found = verify(handle(told), [Document("a.txt", TEXT)])
    assert found.findings == (
        Finding("differs", "a.txt", "", (quote(wrong, "a", 1),), (None,)),
    )  # fmt: skip


def test_an_offset_out_of_the_text_is_no_place() -> None:
    told = replace(FELL, start=-25, end=-14)  # text[-25:-14] would count from the end
    found = verify(handle(hashed("a", TEXT, told)), [Document("a.txt", TEXT)])
    assert [finding.kind for finding in found.findings] == ["differs"]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_texts_of_one_name_the_one_that_was_read_counts(turned: bool) -> None:
    documents = [Document("a.txt", TEXT), Document("a.txt", "Another.")]
    assert verify(handle(A), documents[::-1] if turned else documents).findings == ()


def test_two_articles_of_one_name_are_each_held_against_their_own() -> None:
    other = replace(
        hashed("a2", "Jets struck.", report(start=0, end=4, quote="Jets")), identifier="a.txt"
    )
    found = verify(handle(A, other), [Document("a.txt", "Jets struck."), Document("a.txt", TEXT)])
    assert found == Verdict((), (), 2, 3)


def test_files_that_cannot_be_read_are_passed_on() -> None:
    mistake = InputError("is torn", where="b.txt")
    found = verify(handle(A), [mistake, Document("a.txt", TEXT)])
    assert (found.findings, found.mistakes) == ((), (mistake,))


def test_offsets_that_are_no_numbers_are_no_places() -> None:
    store = ox.Store()
    store.load(
        b"""@prefix kg: <https://example.org/kg/ontology#> .
        @prefix : <https://example.org/kg/id/> .
        :a a kg:Article . :r kg:article :a ; kg:quote "Shells" ; kg:quoteStart "x" ; kg:quoteEnd 6 .
        [] kg:article :a .""",
        format=ox.RdfFormat.TURTLE,
    )
    (article,) = quoted(GraphHandle(store, BASE))
    assert article.identifier == f"{BASE}a"
    assert [one.start for one in article.quotes] == [-1, -1]
    found = verify(GraphHandle(store, BASE), [Document(f"{BASE}a", "Shells")])
    assert found.findings[0].moved == (None, 0)


VERDICT = Verdict(
    (
        Finding("missing", "a\x1b.txt"),
        Finding("changed", "b.txt", "b.txt"),
        Finding("changed", "c.txt", "c.txt", (Quote(3, 9, "w" * 80, "r"),), (4,)),
        Finding("differs", "d.txt", "d.txt",
                (Quote(3, 4, "w", "r"), Quote(5, 6, "v", "s")), (None, 1)),
    ),
    (),
    1000,
    9,
)  # fmt: skip


def test_findings_in_words() -> None:
    assert as_text(VERDICT) == (
        "a .txt: no file here holds this article\n"
        "b.txt: the text is not the one that was read; all quotes stand (b.txt)\n"
        "c.txt: the text is not the one that was read; 1 quote not in place (c.txt)\n"
        f"  3-9 “{'w' * 71}…”: now at 4\n"
        "d.txt: same text; 2 quotes not in place (d.txt)\n"
        "  3-4 “w”: nowhere in the text\n"
        "  5-6 “v”: now at 1\n"
        "articles 1,000: missing 1, changed 2; quotes 9: not in their place 3\n"
    )


def test_findings_as_json() -> None:
    record = json.loads(as_json(replace(VERDICT, findings=VERDICT.findings[3:])))
    quotes = [
        {"report": "r", "start": 3, "end": 4, "quote": "w", "now": None},
        {"report": "s", "start": 5, "end": 6, "quote": "v", "now": 1},
    ]
    finding = {"kind": "differs", "article": "d.txt", "path": "d.txt", "quotes": quotes}
    assert record == {"articles": 1000, "quotes": 9, "findings": [finding]}
