"""Turtle and TriG: the same bytes for the same graph, and any graph comes back whole."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import to_isomorphic

from kg.graph.exports.jsonld import jsonld
from kg.graph.turtle import Shortener, stable, trig, turtle
from kg.vocab import DEFAULT_BASE, KG, TYPE, XSD

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from kg.graph.store import GraphHandle

N = ox.NamedNode

_IRIS = st.one_of(
    st.sampled_from(
        [
            *(
                DEFAULT_BASE + end
                for end in ("", "a", "actor/russia", "actor/a.", "actor/-a", "place/a/b")
            ),
            *(
                DEFAULT_BASE + end
                for end in ("geo/x", "actor/%C3%A9", "actor/ü", "actor/1", "Actor/x")
            ),
            *(KG + "Report", KG, TYPE, "urn:a:b", "geo:1,2", "http://a.example/?a=b#c", "kg:x"),
        ]
    ),
    st.from_regex(r"https?://[a-z]{1,4}\.example/[a-z0-9._~!$&'()*+,;=:@/?-]{0,9}", fullmatch=True),
).map(N)
_NODES = st.one_of(_IRIS, st.sampled_from("abc").map(ox.BlankNode))
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# Values in their canonical form, as a store keeps them.
_TYPED = st.one_of(
    st.integers().map(lambda n: ox.Literal(str(n), datatype=N(XSD + "integer"))),
    st.decimals(-999, 999, places=2).map(lambda n: ox.Literal(str(n), datatype=N(XSD + "decimal"))),
    st.dates().map(lambda day: ox.Literal(day.isoformat(), datatype=N(XSD + "date"))),
    st.sampled_from(["true", "false"]).map(lambda b: ox.Literal(b, datatype=N(XSD + "boolean"))),
)
_LITERALS = st.one_of(
    _TEXT.map(ox.Literal), _TEXT.map(lambda text: ox.Literal(text, language="ar")), _TYPED
)
_TRIPLES = st.builds(ox.Triple, _NODES, _IRIS, st.one_of(_NODES, _LITERALS))
_QUADS = st.builds(
    ox.Quad,
    _NODES,
    _IRIS,
    st.one_of(_NODES, _LITERALS),
    st.one_of(_IRIS, st.just(ox.DefaultGraph())),
)


def _parsed(text: str, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(stable(ox.parse(text, form)))


def _quads(triples: Iterable[ox.Triple]) -> set[ox.Quad]:
    return set(stable(ox.Quad(t.subject, t.predicate, t.object) for t in triples))


def _isomorphic(text: str, form: str, triples: Iterable[ox.Triple]) -> bool:
    lines = io.BytesIO()
    ox.serialize(triples, lines, ox.RdfFormat.N_TRIPLES)
    # Read as they are written: rdflib would make 1.50 of 1.5 otherwise.
    expected = rdflib.Graph().parse(data=lines.getvalue().decode(), format="nt")
    found = rdflib.Graph().parse(data=text, format=form)
    return bool(to_isomorphic(expected) == to_isomorphic(found))


def test_turtle_is_written_so() -> None:
    a, b = N(DEFAULT_BASE + "actor/a"), N(DEFAULT_BASE + "actor/b.")
    label = N("http://www.w3.org/2004/02/skos/core#prefLabel")
    count, day = N(KG + "count"), N(KG + "begin")
    triples = [
        ox.Triple(b, label, ox.Literal('tab\t"q" \\ \x01 é')),
        ox.Triple(a, count, ox.Literal(19)),
        ox.Triple(a, day, ox.Literal("2019-12-01", datatype=N(XSD + "date"))),
        ox.Triple(a, label, ox.Literal("A", language="en")),
        ox.Triple(a, N(TYPE), N(KG + "State")),
        ox.Triple(a, N(TYPE), N(KG + "Actor")),
        ox.Triple(ox.BlankNode("x"), count, ox.BlankNode("y")),
    ]
    assert turtle([*triples, triples[0]], DEFAULT_BASE) == (
        "@prefix actor: <https://example.org/kg/id/actor/> .\n"
        "@prefix kg: <https://example.org/kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "actor:a\n"
        "    a kg:Actor, kg:State ;\n"
        '    skos:prefLabel "A"@en ;\n'
        '    kg:begin "2019-12-01"^^xsd:date ;\n'
        "    kg:count 19 .\n"
        "\n"
        "<https://example.org/kg/id/actor/b.>\n"
        '    skos:prefLabel "tab\\t\\"q\\" \\\\ \\u0001 é" .\n'
        "\n"
        "_:c14n1\n"
        "    kg:count _:c14n0 .\n"
    )


def test_only_well_formed_numbers_are_bare() -> None:
    a, p = N(DEFAULT_BASE + "actor/a"), N(KG + "count")
    values = [("few", "integer"), ("1e5", "decimal"), ("5", "decimal"), ("1", "boolean")]
    triples = [ox.Triple(a, p, ox.Literal(v, datatype=N(XSD + d))) for v, d in values]
    assert turtle(triples, DEFAULT_BASE).splitlines()[4:] == [
        "actor:a",
        '    kg:count "1"^^xsd:boolean, "1e5"^^xsd:decimal, "5"^^xsd:decimal, "few"^^xsd:integer .',
    ]


def test_what_a_thing_is_and_is_called_comes_first() -> None:
    node, text = N("http://z.example/a"), ox.Literal("x")
    names = ("http://a.example/p", "http://www.w3.org/2004/02/skos/core#prefLabel", TYPE)
    triples = [ox.Triple(node, N(name), text) for name in names]
    lines = turtle(triples, DEFAULT_BASE).splitlines()[2:]
    assert [line.split()[0] for line in lines[1:]] == [
        "a",
        "skos:prefLabel",
        "<http://a.example/p>",
    ]


def test_jsonld_writes_numbers_that_other_readers_would_round_as_text() -> None:
    a, p = N(DEFAULT_BASE + "actor/a"), N(KG + "count")
    integer = N(XSD + "integer")
    triples = [ox.Triple(a, p, ox.Literal(v, datatype=integer)) for v in ("7", str(2**53), "few")]
    subject = json.loads(jsonld(triples, DEFAULT_BASE))["@graph"][0]
    assert subject["kg:count"] == [
        7 if value == "7" else {"@value": value, "@type": "xsd:integer"}
        for value in sorted(("7", str(2**53), "few"))
    ]


def test_many_values_stand_on_lines_of_their_own() -> None:
    a, p = N(DEFAULT_BASE + "actor/a"), N(KG + "term")
    triples = [ox.Triple(a, p, ox.Literal(letter * 60)) for letter in "ab"]
    assert turtle(triples, DEFAULT_BASE).splitlines()[3:] == [
        "actor:a",
        "    kg:term",
        f'        "{"a" * 60}",',
        f'        "{"b" * 60}" .',
    ]


def test_trig_is_written_so() -> None:
    a, p, g = N(DEFAULT_BASE + "actor/a"), N(KG + "count"), N(DEFAULT_BASE + "graph/consolidated")
    quads = [ox.Quad(a, p, ox.Literal(2), g), ox.Quad(a, p, ox.Literal(1))]
    assert trig(quads, DEFAULT_BASE) == (
        "@prefix actor: <https://example.org/kg/id/actor/> .\n"
        "@prefix graph: <https://example.org/kg/id/graph/> .\n"
        "@prefix kg: <https://example.org/kg/ontology#> .\n"
        "\n"
        "actor:a\n"
        "    kg:count 1 .\n"
        "\n"
        "graph:consolidated {\n"
        "    actor:a\n"
        "        kg:count 2 .\n"
        "}\n"
    )


def test_an_empty_graph_is_an_empty_file() -> None:
    assert (turtle([], DEFAULT_BASE), trig([], DEFAULT_BASE)) == ("", "")


@given(st.lists(_TRIPLES, max_size=8), st.randoms(use_true_random=False))
def test_turtle_does_not_depend_on_order_or_blank_labels(
    triples: list[ox.Triple], shuffler: random.Random
) -> None:
    text = turtle(triples, DEFAULT_BASE)
    lines = "".join(f"{triple} .\n" for triple in triples)
    renamed = ox.parse(lines, ox.RdfFormat.N_TRIPLES, rename_blank_nodes=True)
    again = [quad.triple for quad in renamed]
    shuffler.shuffle(again)
    assert turtle(again, DEFAULT_BASE) == text


@given(st.lists(_TRIPLES, max_size=8))
def test_turtle_comes_back_whole_in_oxigraph(triples: list[ox.Triple]) -> None:
    assert _parsed(turtle(triples, DEFAULT_BASE), ox.RdfFormat.TURTLE) == _quads(triples)


@settings(max_examples=40)  # rdflib is slow
@given(st.lists(_TRIPLES, max_size=8))
def test_turtle_comes_back_whole_in_rdflib(triples: list[ox.Triple]) -> None:
    assert _isomorphic(turtle(triples, DEFAULT_BASE), "turtle", triples)


@given(st.lists(_QUADS, max_size=8))
def test_trig_comes_back_whole(quads: list[ox.Quad]) -> None:
    assert _parsed(trig(quads, DEFAULT_BASE), ox.RdfFormat.TRIG) == set(stable(quads))


@given(st.lists(_TRIPLES, max_size=8))
def test_jsonld_comes_back_whole_in_oxigraph(triples: list[ox.Triple]) -> None:
    assert _parsed(jsonld(triples, DEFAULT_BASE), ox.RdfFormat.JSON_LD) == _quads(triples)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_jsonld_comes_back_whole_in_rdflib(small: GraphHandle) -> None:
    triples = [quad.triple for quad in small.store]
    assert _isomorphic(jsonld(triples, small.base), "json-ld", triples)


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (DEFAULT_BASE + "actor/russia", "actor:russia"),
        (DEFAULT_BASE + "deal/1701-a_b.c", "deal:1701-a_b.c"),
        (KG + "Report", "kg:Report"),
        (DEFAULT_BASE + "actor/", None),
        (DEFAULT_BASE + "actor/a.", None),
        (DEFAULT_BASE + "place/a/b", None),
        (DEFAULT_BASE + "geo/x", None),
        ("http://else.example/a", None),
        ("urn:a", None),
    ],
)
def test_an_iri_is_shortened_only_where_the_name_is_legal(iri: str, name: str | None) -> None:
    assert Shortener(DEFAULT_BASE).short(N(iri)) == name


def test_an_own_base_has_the_same_names() -> None:
    own = Shortener("https://own.example/")
    assert own.short(N("https://own.example/actor/russia")) == "actor:russia"
    assert own.short(N(DEFAULT_BASE + "actor/russia")) is None
