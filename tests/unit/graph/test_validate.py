"""Findings: what, where, in which order, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from kg.errors import KnowledgeError
from kg.graph.validate import Finding, load_shapes, validate

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = """
@prefix kg: <https://example.org/kg/ontology#> .
@prefix shape: <https://example.org/kg/shapes#> .
@prefix thing: <https://example.org/kg/id/> .
@prefix far: <https://far.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BASE = "https://example.org/kg/id/"
ONE_QUOTE = 'sh:property [ sh:path kg:quote ; sh:minCount 1 ; sh:message "no quote: give one" ]'
NO_QUOTE = "no quote: give one"


def _graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


def _shape(constraint: str) -> Graph:
    return _graph(f"shape:Report a sh:NodeShape ; sh:targetClass kg:Report ; {constraint} .")


def _found(shapes: Graph, turtle: str, ontology: str = "") -> list[Finding]:
    return validate(_graph(turtle), shapes, _graph(ontology))


def test_a_value_that_belies_its_datatype_is_found_and_stops_nothing() -> None:
    shapes = _shape("""
        sh:property [ sh:path kg:begin ; sh:datatype xsd:date ; sh:message "no day: give one" ] ,
            [ sh:path kg:begin ; sh:lessThanOrEquals kg:end ; sh:message "begins late: swap" ]
    """)
    days = 'kg:begin "2031-13-45"^^xsd:date ; kg:end "2031-12-05"^^xsd:date'
    graph = _graph(f"thing:r a kg:Report ; {days} .")
    before = set(graph)
    found = validate(graph, shapes, Graph())
    assert [finding.message for finding in found] == ["begins late: swap", "no day: give one"]
    assert set(graph) == before


def test_a_graph_without_faults_has_no_findings() -> None:
    assert _found(_shape(ONE_QUOTE), 'thing:r a kg:Report ; kg:quote "words" .') == []


def test_a_finding_names_node_path_message_severity_and_shape() -> None:
    expected = Finding(f"{BASE}r", "kg:quote", NO_QUOTE, "Violation", "Report")
    assert _found(_shape(ONE_QUOTE), "thing:r a kg:Report .") == [expected]


def test_a_finding_names_the_value_at_fault() -> None:
    shapes = _shape('sh:property [ sh:path kg:source ; sh:class kg:Actor ; sh:message "m: n" ]')
    expected = Finding(f"{BASE}r", "kg:source", "m: n", "Violation", "Report", f"{BASE}x")
    assert _found(shapes, "thing:r a kg:Report ; kg:source thing:x .") == [expected]


def test_the_severity_is_the_shapes() -> None:
    shapes = _shape(ONE_QUOTE.replace("sh:minCount 1", "sh:minCount 1 ; sh:severity sh:Warning"))
    assert [finding.severity for finding in _found(shapes, "thing:r a kg:Report .")] == ["Warning"]


def test_a_node_at_fault_as_a_whole_has_no_path_and_no_value() -> None:
    shapes = _shape('sh:message "m: n" ; sh:not [ sh:class kg:Event ]')
    expected = Finding(f"{BASE}r", "", "m: n", "Violation", "Report")
    assert _found(shapes, "thing:r a kg:Report , kg:Event .") == [expected]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("kg:quote", "kg:quote"),
        ("far:quote", "https://far.example/quote"),
        ("[ sh:inversePath kg:quote ]", "^kg:quote"),
        ("[ sh:alternativePath ( kg:quote rdfs:label ) ]", "kg:quote|rdfs:label"),
        ("( rdf:type rdfs:subClassOf )", "rdf:type/rdfs:subClassOf"),
        ("( kg:a [ sh:inversePath kg:b ] )", "kg:a/^kg:b"),
        ("[ sh:zeroOrMorePath kg:within ]", "_:"),
    ],
)
def test_a_path_is_written_as_in_sparql(path: str, written: str) -> None:
    shapes = _shape(f'sh:property [ sh:path {path} ; sh:minCount 9 ; sh:message "m: n" ]')
    assert [finding.path for finding in _found(shapes, "thing:r a kg:Report .")] == [written]


def test_a_node_without_a_name_is_found_under_a_label_that_never_changes() -> None:
    assert [finding.focus for finding in _found(_shape(ONE_QUOTE), "[] a kg:Report .")] == ["_:"]


def test_the_class_tree_of_the_ontology_reaches_the_nodes_below() -> None:
    tree = "kg:Denial a owl:Class ; rdfs:subClassOf kg:Report . kg:Report a owl:Class ."
    assert len(_found(_shape(ONE_QUOTE), "thing:r a kg:Denial .", tree)) == 1
    assert _found(_shape(ONE_QUOTE), "thing:r a kg:Denial .") == []


def test_a_query_of_the_whole_graph_blames_the_node_it_found() -> None:
    shapes = _graph("""
        <https://example.org/kg/shapes> sh:declare
            [ sh:prefix "kg" ; sh:namespace "https://example.org/kg/ontology#"^^xsd:anyURI ] .
        shape:Loud a sh:NodeShape ; sh:targetNode kg:Report ; sh:sparql [
            sh:prefixes <https://example.org/kg/shapes> ; sh:message "m: n" ;
            sh:select "SELECT $this ?value WHERE { ?value kg:quote 'LOUD' }" ] .
    """)
    turtle = 'thing:a kg:quote "LOUD" . thing:b kg:quote "low" . thing:c kg:quote "LOUD" .'
    assert _found(shapes, turtle) == [
        Finding(f"{BASE}a", "", "m: n", "Violation", "Loud"),
        Finding(f"{BASE}c", "", "m: n", "Violation", "Loud"),
    ]


def test_findings_are_sorted_and_the_same_whatever_the_order_of_the_triples() -> None:
    lines = [f"thing:r{number} a kg:Report ." for number in range(12)]
    found = _found(_shape(ONE_QUOTE), "\n".join(lines))
    assert found == _found(_shape(ONE_QUOTE), "\n".join(reversed(lines)))
    assert [finding.focus for finding in found] == sorted(finding.focus for finding in found)
    assert len(found) == 12


def test_equal_findings_are_told_once() -> None:
    shapes = _shape(f"{ONE_QUOTE} , {ONE_QUOTE.removeprefix('sh:property ')}")
    assert len(_found(shapes, "thing:r a kg:Report .")) == 1


def test_the_arguments_stay_as_they_are() -> None:
    graph, shapes = _graph("thing:r a kg:Report ."), _shape(ONE_QUOTE)
    ontology = _graph("kg:Report a owl:Class .")
    before = [set(graph), set(shapes), set(ontology)]
    validate(graph, shapes, ontology)
    assert [set(graph), set(shapes), set(ontology)] == before


def test_shapes_that_are_no_shacl_are_an_error() -> None:
    shapes = _graph(
        "shape:R a sh:NodeShape ; sh:targetClass kg:R ; sh:property [ sh:minCount 1 ] ."
    )
    with pytest.raises(KnowledgeError, match="the shapes can't be run"):
        _found(shapes, "thing:r a kg:R .")


@pytest.mark.parametrize("query", ["SELEKT", "SELECT $this { { SELECT ?x { ?x a ?y } } }"])
def test_a_query_that_cannot_be_run_is_an_error(query: str) -> None:
    shapes = _shape(f'sh:sparql [ sh:message "m: n" ; sh:select "{query}" ]')
    with pytest.raises(KnowledgeError, match="the shapes can't be run"):
        _found(shapes, "thing:r a kg:Report .")


def test_the_shapes_of_a_folder_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(PREFIXES + "shape:R a sh:NodeShape .", encoding="utf-8")
    assert len(load_shapes(tmp_path)) == 1


def test_a_folder_without_shapes_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="can't be read as Turtle") as caught:
        load_shapes(tmp_path)
    assert caught.value.where == str(tmp_path / "shapes.ttl")


def test_shapes_that_are_not_turtle_are_an_error_that_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("<a> <b>\n<c> ; ;; ] .", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 2"):
        load_shapes(tmp_path)
