"""What is read of a graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from evaluate.cases import ALLY, SHELLED, days
from evaluate.sheets import GRAPH
from kg.evaluate.graph import Facts, ToldGraph
from kg.evaluate.span import Span
from kg.evaluate.terms import shipped_terms
from kg.evaluate.told import Told, ToldArticle
from kg.graph.note import StoreMeta
from kg.graph.store import GraphHandle, open_graph

KG = "https://example.org/kg/ontology#"
ID = "https://example.org/kg/id/"


def article(handle: GraphHandle, name: str = "amra.txt") -> ToldArticle:
    found = ToldGraph(handle, shipped_terms()).article(name)
    assert found is not None
    return found


def roles(told: Told) -> dict[str, list[str]]:
    return {
        role: [thing.label for thing in things] for role, things in told.roles.items() if things
    }


def test_an_article_is_read_with_its_reports_in_order() -> None:
    found = article(open_graph(GRAPH))
    event, backing, deal = found.reports
    assert found.issued == "2031-05-03"
    assert (event.of, event.type, event.quote) == ("Event", "Shelling", SHELLED)
    assert (event.at, event.trigger) == (Span(0, 77), Span(29, 36))
    assert (event.stance, event.when) == ("Alleged", days("2031-05-02"))
    assert roles(event) == {
        "initiator": ["Northern Front"],
        "participant": ["Northern Front"],
        "place": ["Tel Amra"],
    }
    assert event.thing is not None
    assert event.thing.iri == ID + "event/e1"
    assert (backing.of, backing.type, backing.stance, backing.quote) == (
        "Backing", "", "Asserted", ALLY,
    )  # fmt: skip
    assert roles(backing) == {"backer": ["Velmara"], "backed": ["Northern Front"]}
    assert (deal.of, deal.at, deal.agreed) == ("CeasefireDeal", None, "2031-04")
    assert deal.thing is not None
    assert deal.thing.names == {"lake truce"}


def test_things_have_their_labels_and_coordinates() -> None:
    event = article(open_graph(GRAPH)).reports[0]
    (front,), (place,) = event.roles["initiator"], event.roles["place"]
    assert front.names == {"northern front", "nf"}
    assert place.names == {"tel amra"}
    assert (front.spot, place.spot) == (None, (35.5, 36.25))


def test_tolls_of_blank_nodes_come_in_the_same_order_in_every_run() -> None:
    orders = {
        tuple(map(str, article(open_graph(GRAPH)).reports[0].tolls)) for _ in range(8)
    }  # fmt: skip
    assert len(orders) == 1
    assert set(orders.pop()) == {"Killed 6..", "Injured 2"}


def test_an_article_is_found_without_its_extension_too() -> None:
    handle = open_graph(GRAPH)
    identifier = NamedNode("http://purl.org/dc/terms/identifier")
    (quad,) = handle.store.quads_for_pattern(None, identifier, None)
    handle.store.remove(quad)
    handle.store.add(Quad(quad.subject, identifier, Literal("amra")))
    assert len(article(handle, "amra.txt").reports) == 3
    assert ToldGraph(handle, shipped_terms()).article("other.txt") is None


def test_a_report_without_a_type_has_that_of_its_event(tmp_path: Path) -> None:
    typed = "kg:Report , kg:Shelling , kg:Bombardment , kg:Attack , kg:ArmedEvent , kg:Event ;"
    text = GRAPH.read_text(encoding="utf-8")
    assert typed in text
    path = tmp_path / "own.ttl"
    path.write_text(text.replace(typed, "kg:Report ;"), encoding="utf-8")
    assert article(open_graph(path)).reports[0].type == "Shelling"


def test_a_store_of_kg_is_read_as_it_is() -> None:
    store = open_graph(GRAPH).store
    assert article(GraphHandle(store, meta=StoreMeta())).issued == "2031-05-03"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("12.0", 12), ("-1", -1), ("dozens", None), ("9" * 30, None), ("1e9", None)],
)
def test_a_figure_that_is_no_whole_number_is_none(text: str, number: int | None) -> None:
    node, count = NamedNode("urn:t"), NamedNode(KG + "count")
    store = Store()
    store.add(Quad(node, count, Literal(text)))
    assert Facts(store, node).whole(KG + "count") == number


def test_of_several_values_the_first_is_taken() -> None:
    node, quote = NamedNode("urn:r"), NamedNode(KG + "quote")
    store = Store()
    store.extend(Quad(node, quote, Literal(text)) for text in ("b", "a"))
    facts = Facts(store, node)
    assert (facts.texts(KG + "quote"), facts.text(KG + "quote")) == (["a", "b"], "a")
    assert facts.nodes(KG + "quote") == []


def test_an_event_of_a_class_that_the_ontology_lacks_is_of_the_class_above(tmp_path: Path) -> None:
    text = GRAPH.read_text(encoding="utf-8").replace("kg:Shelling", "kg:Ramming")
    path = tmp_path / "own.ttl"
    path.write_text(text, encoding="utf-8")
    assert article(open_graph(path)).reports[0].type == "Bombardment"
