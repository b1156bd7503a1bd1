"""Differences of two graphs: things gained, lost and changed, however their events are named."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.graph.diff.diff import Change, Difference, diff
from kg.graph.diff.show import as_json, as_text
from kg.graph.diff.view import Thing, view
from kg.graph.store import GraphHandle

BASE = "https://example.org/kg/id/"
HEAD = """
@prefix kg: <https://example.org/kg/ontology#> . @prefix d: <{base}> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @base <{base}> .
<article/a> a kg:Article ; dcterms:identifier "a.txt" .
<place/salim> a kg:Settlement ; skos:prefLabel "Deir Salim" .
<actor/front> a kg:ArmedGroup ; skos:prefLabel "Front" .
"""
EVENT = """
<event/{iri}> a kg:Shelling , kg:Attack , kg:Event ; kg:place <place/salim> ; kg:reportCount 9 ;
    kg:begin "2031-05-02"^^xsd:date ; kg:toll <event/{iri}/toll/killed> .
<event/{iri}/toll/killed> a kg:Toll ; kg:tollKind kg:Killed ; kg:minCount 4 ; kg:maxCount 6 ;
    kg:victims <actor/front> .
"""
REPORT = """
<report/a/{n}> a kg:Report , kg:Shelling , kg:Event ; kg:reports <event/{iri}> ;
    kg:article <article/a> ; kg:quoteStart {n}0 ; kg:quoteEnd {n}5 ; kg:triggerStart {n}1 ;
    kg:stance kg:Asserted .
"""


def handle(turtle: str, base: str = BASE) -> GraphHandle:
    store = ox.Store()
    store.load((HEAD + turtle).replace("{base}", base).encode(), format=ox.RdfFormat.TURTLE)
    return GraphHandle(store, base)


def event(iri: str, *reports: int) -> str:
    return EVENT.replace("{iri}", iri) + "".join(
        REPORT.replace("{iri}", iri).replace("{n}", str(n)) for n in reports
    )


def between(one: str, other: str) -> list[Difference]:
    return diff(view(handle(one)), view(handle(other)))


def toll(figure: str) -> Change:
    return Change("toll", ("killed 4-6 Front",), (f"killed {figure} Front",))


def shown(found: list[Difference]) -> list[tuple[str, str, tuple[Change, ...]]]:
    return [(one.state, one.thing.iri, one.changes) for one in found]


def test_a_thing_is_read_with_its_tolls_and_reports_in_words() -> None:
    assert view(handle(event("e", 1)))["event/e"] == Thing(
        "event/e",
        "Shelling, Deir Salim, 2031-05-02",
        {
            "type": frozenset(("Shelling", "Attack", "Event")),
            "place": frozenset(("Deir Salim",)),
            "begin": frozenset(("2031-05-02",)),
            "toll": frozenset(("killed 4-6 Front",)),
            "stance": frozenset(("asserted",)),
        },
        frozenset((("a.txt", 10, 15, 11, "Event"),)),
    )


def test_what_is_the_same_has_no_differences_whatever_its_base() -> None:
    turtle = event("e", 1, 2)
    assert between(turtle, turtle) == []
    own = handle(turtle, "https://own.example/")
    assert diff(view(handle(turtle)), view(own)) == []


def test_an_event_gained_is_lost_the_other_way_round() -> None:
    assert shown(between("", event("e", 1))) == [("gained", "event/e", ())]
    assert shown(between(event("e", 1), "")) == [("lost", "event/e", ())]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("2031-05-02", "2031-05-03", Change("begin", ("2031-05-02",), ("2031-05-03",))),
        ("kg:minCount 4", "kg:minCount 5", toll("5-6")),
        ("kg:maxCount 6 ;", "", toll("4-")),
        ("kg:minCount 4 ; kg:maxCount 6", "kg:count 7", toll("7")),
        ("<event/e> a kg:Shelling , ", "<event/e> a ", Change("type", ("Shelling",), ())),
        ("kg:place <place/salim> ;", "", Change("place", ("Deir Salim",), ())),
        ("kg:reportCount", "kg:initiator <actor/front> ; kg:reportCount",
         Change("initiator", (), ("Front",))),
        ("kg:stance kg:Asserted", "kg:stance kg:Denied",
         Change("stance", ("asserted",), ("denied",))),
        ("kg:stance", "kg:source <actor/front> ; kg:stance", Change("source", (), ("Front",))),
        ("kg:quoteEnd 15", "kg:quoteEnd 16", Change("reports", ("a.txt 10-15",), ("a.txt 10-16",))),
    ],
)  # fmt: skip
def test_what_changed_is_told_by_property(old: str, new: str, change: Change) -> None:
    turtle = event("e", 1)
    assert turtle.count(old) >= 1
    assert shown(between(turtle, turtle.replace(old, new))) == [("changed", "event/e", (change,))]


def test_counts_and_marks_of_corrections_are_no_differences() -> None:
    turtle = event("e", 1)
    other = turtle.replace("kg:reportCount 9", "kg:reportCount 8 ; kg:correctedBy <correction/c>")
    assert between(turtle, other + "<correction/c> a kg:Correction .") == []


def test_an_event_of_another_name_is_the_one_whose_reports_it_shares() -> None:
    found = between(event("e", 1, 2), event("f", 2, 3))
    change = Change("reports", ("a.txt 10-15",), ("a.txt 30-35",))
    assert shown(found) == [("changed", "event/f", (change,))]
    assert (found[0].before and found[0].before.iri) == "event/e"
    assert between(event("e", 1, 2), event("f", 1, 2)) == []


def test_the_most_shared_reports_decide() -> None:
    found = between(event("e", 1, 2, 3), event("f", 1) + event("g", 2, 3))
    assert [(one.state, one.thing.iri) for one in found] == [
        ("changed", "event/g"), ("gained", "event/f")
    ]  # fmt: skip
    assert [kin.iri for kin in found[1].kin] == ["event/e"]


def test_an_event_that_went_into_another_says_so() -> None:
    found = between(event("e", 1) + event("f", 2), event("e", 1, 2))
    assert [(one.state, one.thing.iri, [kin.iri for kin in one.kin]) for one in found] == [
        ("changed", "event/e", []), ("lost", "event/f", ["event/e"])
    ]  # fmt: skip


def test_relations_and_articles_have_names() -> None:
    turtle = (
        '<backing/b> a kg:Backing ; kg:backer <actor/front> ; kg:backed <actor/x> . [] kg:p "q" .'
    )
    found = view(handle(turtle))
    assert found["backing/b"].label == "Front → actor/x"
    assert found["article/a"].label == "a.txt"
    assert view(handle("<control/c> a kg:Control ."))["control/c"].label == "control/c"


def test_a_value_that_is_a_blank_node_is_read() -> None:
    turtle = (
        "<event/e> a kg:Event ; kg:place [] ; kg:status kg:InForce ; kg:toll <event/e/toll/t> ."
    )
    assert view(handle(turtle))["event/e"].facts["status"] == frozenset(("InForce",))


def test_the_order_is_fixed() -> None:
    one, other = (
        event("e", 1) + event("f", 2),
        event("g", 3) + event("f", 2).replace("05-02", "05-03"),
    )
    text = as_text(between(one, other))
    assert text == as_text(between(one, other))
    assert text == (
        "events: 1 gained, 1 lost, 1 changed\n"
        "  ~ Shelling, Deir Salim, 2031-05-03  (event/f)\n"
        "      begin: −2031-05-02; +2031-05-03\n"
        "  + Shelling, Deir Salim, 2031-05-02  (event/g)\n"
        "  − Shelling, Deir Salim, 2031-05-02  (event/e)\n"
    )


def test_kin_is_shown_in_words_and_json() -> None:
    found = between(event("e", 1) + event("f", 2), event("e", 1, 2))
    assert as_text(found).splitlines()[-1] == (
        "      its reports stand in Shelling, Deir Salim, 2031-05-02  (event/e)"
    )
    record = json.loads(as_json(found))["event"]
    label = "Shelling, Deir Salim, 2031-05-02"
    assert record["lost"] == [{"iri": "event/f", "label": label, "reports_in": ["event/e"]}]
    reports = {"reports": {"lost": [], "gained": ["a.txt 20-25"]}}
    assert record["changed"] == [{"iri": "event/e", "label": label, "changes": reports}]
    moved = json.loads(as_json(between(event("e", 1, 2), event("f", 1))))["event"]["changed"]
    assert moved[0]["was"] == "event/e"
    gained = between(event("e", 1, 2), event("e", 1) + event("f", 2))
    assert "      its reports stood in Shelling" in as_text(gained)
    assert as_text([]) == ""
