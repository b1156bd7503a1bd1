"""Terms come in the datatype and the written form that the vocabulary promises."""

from __future__ import annotations

import datetime

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.graph.terms import boolean, date_as_told, day, decimal, integer, kg, leaves, node


def typed(literal: ox.Literal) -> tuple[str, str]:
    return literal.value, literal.datatype.value.removeprefix(vocab.XSD)


def test_an_ontology_term_and_any_iri_are_nodes() -> None:
    assert kg("Attack") == ox.NamedNode("https://example.org/kg/ontology#Attack")
    assert node("https://example.org/x") == ox.NamedNode("https://example.org/x")


def test_text_that_is_no_iri_is_refused() -> None:
    with pytest.raises(ValueError, match="IRI"):
        node("no iri")


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (19, "19"), (-3, "-3"), (180000, "180000")])
def test_integers(value: int, text: str) -> None:
    assert typed(integer(value)) == (text, "integer")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (0.95, "0.95"),
        (0.5, "0.5"),
        (0.0, "0"),
        (0.333, "0.33"),
        (0.07, "0.07"),
        (0.999, "1"),
        (100.0, "100"),
        (1, "1"),
    ],
)
def test_decimals_have_two_places_and_no_trailing_noughts(value: float, text: str) -> None:
    assert typed(decimal(value)) == (text, "decimal")


def test_booleans_and_days() -> None:
    assert [typed(boolean(value)) for value in (True, False)] == [
        ("true", "boolean"),
        ("false", "boolean"),
    ]
    assert typed(day(datetime.date(2020, 2, 3))) == ("2020-02-03", "date")


@pytest.mark.parametrize(
    ("text", "datatype"), [("2020-02-03", "date"), ("2020-02", "gYearMonth"), ("2020", "gYear")]
)
def test_a_date_is_as_exact_as_told(text: str, datatype: str) -> None:
    assert typed(date_as_told(text)) == (text, datatype)


@pytest.mark.parametrize("text", ["", "February 2020", "2020-2", "20", "2020-02-03T00:00", " 2020"])
def test_words_that_are_no_date_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        date_as_told(text)


def test_leaves_collect_one_quad_an_object_in_one_graph() -> None:
    graph = leaves("https://example.org/g")
    graph.add(kg("a"), vocab.kg("p"), integer(1), integer(2))
    graph.add(kg("a"), vocab.kg("q"))
    name = ox.NamedNode("https://example.org/g")
    assert graph.quads == [
        ox.Quad(kg("a"), kg("p"), integer(1), name),
        ox.Quad(kg("a"), kg("p"), integer(2), name),
    ]
