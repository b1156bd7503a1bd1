"""What is written of an article is all that was known of it: its graph gives the sheet back."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings

from graph.sheets import BASE, CLASSES, actor, deal, pair, place, report, sheet, toll
from graph.strategies import sheets
from graph.test_quads import FULL
from kg import vocab
from kg.errors import StoreError
from kg.graph.decode import sheet_of
from kg.graph.quads import Sheet, article_quads
from kg.graph.tidy import tidy
from kg.ids import digest
from kg.model import Link

FRONT, REBELS = actor("Front"), actor("Front", surface="rebels")
TRUCE = deal("Ostrin truce")


def through_a_store(one: Sheet, things: dict[int, str] | None = None) -> list[ox.Quad]:
    store = ox.Store()
    store.extend(article_quads(one, things or {}, CLASSES, BASE))
    return sorted(store, key=lambda quad: digest(str(quad)))


# A participant who acts as well, one thing under several names, a deal of which a report is.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(sheets())
@example(sheet("a", report(roles={"initiator": (FRONT,), "participant": (FRONT,)})))
@example(sheet("a", report(roles={"initiator": (FRONT,), "participant": (REBELS,)})))
@example(sheet("a", report(roles={"target": (FRONT, REBELS)}, source=(REBELS,))))
@example(sheet("a", report(tolls=(toll(1, FRONT), toll(2, REBELS), toll(3, FRONT, REBELS)))))
@example(sheet("a", report("CeasefireDeal", of="CeasefireDeal", deal=TRUCE), report(deal=TRUCE)))
@example(sheet("a", pair("Backing", FRONT, REBELS, deal=TRUCE)))
@example(FULL)
def test_any_sheet_comes_back_as_it_was(one: Sheet) -> None:
    own = tidy(one)
    assert sheet_of(through_a_store(own), CLASSES, BASE) == own
    assert tidy(own) == own


def test_what_reports_are_merged_into_is_no_part_of_a_sheet() -> None:
    own = tidy(FULL)
    assert sheet_of(through_a_store(own, {0: "event/e1"}), CLASSES, BASE) == own


def test_tidying_keeps_all_that_the_graph_keeps() -> None:
    messy = report(
        roles={"target": (FRONT, FRONT), "initiator": (), "place": (place("B"), place("A"))},
        facts=(("role", "b"), ("role", "a"), ("role", "b")),
        confidence=0.666,
    )
    (tidied,) = tidy(sheet("a", messy)).reports
    expected = replace(
        messy,
        roles={"place": (place("A"), place("B")), "target": (FRONT,)},
        facts=(("role", "a"), ("role", "b")),
        confidence=0.67,
    )
    assert tidied == expected
    assert list(tidied.roles) == ["place", "target"]


def test_ten_reports_and_more_keep_their_order() -> None:
    own = tidy(sheet("a", *(report(start=at, end=at + 1) for at in range(12))))
    assert sheet_of(through_a_store(own), CLASSES, BASE) == own


def without(one: Sheet, name: str) -> list[ox.Quad]:
    return [q for q in through_a_store(one) if q.predicate.value != vocab.kg(name)]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("quote", "quote is missing"),
        ("stance", "stance is missing"),
        ("tollKind", "tollKind is missing"),
        ("contentHash", "contentHash is missing"),
        ("refersTo", "mention/raid-1/"),
    ],
)
def test_a_graph_that_lacks_something_is_an_error_that_names_the_article(
    name: str, problem: str
) -> None:
    lacking = without(tidy(FULL), name)
    if name == "refersTo":
        problem = "is missing"
    with pytest.raises(StoreError, match=problem) as raised:
        sheet_of(lacking, CLASSES, BASE)
    assert raised.value.where == f"{BASE}article/raid-1"


def test_a_graph_of_another_base_or_of_no_article_is_an_error() -> None:
    with pytest.raises(StoreError, match="does not begin with"):
        sheet_of(through_a_store(tidy(FULL)), CLASSES, "https://own.example/")
    with pytest.raises(StoreError, match="a graph of 0 articles"):
        sheet_of([], CLASSES, BASE)


def test_a_report_of_nothing_known_is_an_error() -> None:
    untyped = [q for q in through_a_store(tidy(sheet("a", report()))) if not _is_event(q)]
    with pytest.raises(StoreError, match="a report of nothing that kg knows"):
        sheet_of(untyped, CLASSES, BASE)


def _is_event(quad: ox.Quad) -> bool:
    return quad.object == ox.NamedNode(vocab.kg("Event"))


def test_a_type_that_the_ontology_has_no_more_gives_way_to_the_one_above() -> None:
    own = tidy(sheet("a", report("Shelling")))
    fewer = {name: above for name, above in CLASSES.items() if name != "Shelling"}
    (found,) = sheet_of(through_a_store(own), fewer, BASE).reports
    assert found.type == "Bombardment"


def test_a_thing_without_a_mention_is_linked_by_its_iri() -> None:
    own = tidy(sheet("a", report(roles={"initiator": (FRONT,)})))
    (found,) = sheet_of(without(own, "mention"), CLASSES, BASE).reports
    assert found.roles == {
        "initiator": (Link("actor/front", "front", "Organization", "", "", 1.0),)
    }
