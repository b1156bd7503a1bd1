"""SERVICE and FROM are found wherever they hide; values get to every depth, as data."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.sparql import bind, forbidden, is_ordered

# Port 9 discards; a query that reaches it fails with OSError, so a miss is seen.
S = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ {S} }}",
        "SELECT * { service silent <http://127.0.0.1:9/> {} }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{} }",
        "SELECT * { SERVICE # words {\n ?where { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:a { } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a{} }",
        f"SELECT * {{ ?s ?p true{S} }}",
        f"SELECT * {{ ?s ?p 1.{S} }}",
        f"SELECT * {{ ?s ?p 1e5{S} }}",
        f"PREFIX x: <http://a.example/> SELECT * {{ ?s ?p x:.{S} }}",
        f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ {S} }} }} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {S} }} }}",
        # "less than" followed by what looks like the rest of an IRI
        "SELECT * { FILTER(1<2)SERVICE<http://127.0.0.1:9/>{} }",
        "SELECT * { FILTER(?a<1)SERVICE?x#>\n{ ?s ?p ?o } }",
        f'SELECT * {{ FILTER(1<2#>"""\n) {S} #"""\n}}',
        f"SELECT * {{ FILTER(1<2#>'\n) {S} #'\n}}",
        # an escape that SPARQL doesn't have, so that the long string is none
        f'SELECT * {{ VALUES (?a ?b) {{(""" x")}} {S} #\\q"""\n}}',
    ],
)
def test_service_is_found(text: str) -> None:
    found = forbidden(text)
    assert found is not None
    assert found[0] == "SERVICE"
    assert text[found[1] :].upper().startswith("SERVICE")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o } # SERVICE <http://a.example/> { }",
        'SELECT * { ?s ?p "SERVICE <http://a.example/> { }" }',
        'SELECT * { ?s ?p """one " two\n SERVICE <http://a.example/> { }""" }',
        "SELECT * { ?s ?p 'it\\'s SERVICE ?x {' }",
        "SELECT ?service ?x { ?service ?x ?y }",
        "PREFIX ex: <http://a.example/> SELECT * { ?s ex:service ?x { ?s ?p ?o } }",
        "SELECT * { ?s <http://a.example/service> ?x { ?s ?p ?o } }",
        "SELECT * { ?s <http://a.example/#service> ?x { ?s ?p ?o } }",
        "SELECT ?from { ?from <http://a.example/from> ?o }",
        "PREFIX ex: <http://a.example/> SELECT * { ?s ex:from <http://a.example/> }",
        "SELECT * { ?s ?p 'FROM <http://a.example/>' } # FROM <http://a.example/>",
        "",
    ],
)
def test_words_that_only_look_like_a_clause_are_let_through(text: str) -> None:
    assert forbidden(text) is None


@pytest.mark.parametrize(
    "clause", ["FROM <file:///etc/hostname>", "from named <http://a.example/>", "FROM x:a"]
)
def test_from_is_found(clause: str) -> None:
    assert forbidden(f"SELECT * {clause} {{ ?s ?p ?o }}") == ("FROM", 9)


_PIECES = st.sampled_from(
    [
        *("{", "}", "<", ">", "#", "\n", " ", '"', "'", '"""', "FILTER(", ")", "1", "?x", "x:"),
        *("x:a", ".", "true", "FILTER(?a<1", "?s ?p 1", "\\", S, "SERVICE ?x {}"),
        "SERVICE x:a#>\n{}",
    ]
)


@given(st.lists(_PIECES, max_size=9))
def test_no_query_that_asks_a_server_is_let_through(pieces: list[str]) -> None:
    text = "ASK {" + "".join(pieces) + "}"
    store = ox.Store()
    node = ox.NamedNode("http://x.example/")
    store.add(ox.Quad(node, node, node))
    if forbidden(text) is None:
        try:
            store.query(text, prefixes={"x": "http://127.0.0.1:9/"})
        except SyntaxError:
            pass
        except (OSError, RuntimeError) as error:
            pytest.fail(f"{text!r} was let through and asked a server: {error}")


def test_a_value_reaches_filters_subselects_and_bound() -> None:
    text = (
        "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(BOUND(?x) && ?o = $x) } } "
        "FILTER(bound ( $x ) && BOUND(?y) && ex:bound(?x)) }"
    )
    assert bind(text, {"x": ox.Literal(5)}) == (
        "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(true && ?o = "
        '"5"^^<http://www.w3.org/2001/XMLSchema#integer>) } } '
        'FILTER(true && BOUND(?y) && ex:bound("5"^^<http://www.w3.org/2001/XMLSchema#integer>)) }'
    )


@pytest.mark.parametrize("text", ["# ?x", "'?x'", '"""?x"""', "<http://a.example/?x>", "?xy"])
def test_what_is_no_variable_is_left(text: str) -> None:
    assert bind(text, {"x": ox.Literal(5)}) == text


def test_less_than_a_parameter_is_no_iri() -> None:
    assert bind("?a<?x&&?b>?x", {"x": ox.Literal("v")}) == '?a<"v"&&?b>"v"'


@given(st.text())
def test_any_text_binds_as_itself(text: str) -> None:
    value = ox.Literal(text)
    bound = bind("SELECT ?v { BIND(?x AS ?v) }", {"x": value})
    rows = ox.Store().query(bound)
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["v"] for row in rows] == [value]


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("SELECT * { } ORDER BY ?s", True),
        ("SELECT * { } order\nby ?s", True),
        ("SELECT * { } # ORDER BY ?s", False),
        ("SELECT * { ?s ?p 'ORDER BY' }", False),
    ],
)
def test_order_by_is_seen_outside_comments_and_strings(text: str, *, ordered: bool) -> None:
    assert is_ordered(text) is ordered
