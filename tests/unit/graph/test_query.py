"""Headers, parameters and answers of queries, and the errors that people see."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.answer import Table, Triples
from kg.graph.parameter import Parameter
from kg.graph.query import Column, Query, describe, list_queries, load_query, parse_query, run

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.store import GraphHandle

HEADER = """\
# title: Who backs whom
# param: since date 2019-01-01 | Only from this day on
# param: backer actor "Northern Front" | Only this backer
# param: word string - | Part of a label
# param: until date | Only to this day
# column: backer | Label of the backer
# Any other comment: free.
SELECT ?backer { ?s ?p ?backer } # column: late | no header
"""


def _ask(handle: GraphHandle, text: str, **values: str) -> list[tuple[str, ...]]:
    answer = run(handle, parse_query(text, "q"), values)
    assert isinstance(answer, Table)
    return [
        tuple("" if cell is None else str(getattr(cell, "value", cell)) for cell in row)
        for row in answer.rows
    ]


def _error(handle: GraphHandle, text: str, **values: str) -> str:
    with pytest.raises(QueryError) as raised:
        run(handle, parse_query(text, "q"), values)
    return str(raised.value)


def test_a_header_gives_title_parameters_and_columns() -> None:
    assert parse_query(HEADER, "backers") == Query(
        "backers",
        HEADER,
        "Who backs whom",
        (
            Parameter("since", "date", "2019-01-01", required=False, help="Only from this day on"),
            Parameter("backer", "actor", "Northern Front", required=False, help="Only this backer"),
            Parameter("word", "string", None, required=True, help="Part of a label"),
            Parameter("until", "date", None, required=False, help="Only to this day"),
        ),
        (Column("backer", "Label of the backer"),),
    )


def test_a_query_without_a_header_is_a_query() -> None:
    assert parse_query("ASK {}", "q") == Query("q", "ASK {}", "", (), ())


@pytest.mark.parametrize("line", ["since", "since day", "since date-time 1 | x"])
def test_a_wrong_parameter_line_is_an_error_with_its_place(line: str) -> None:
    with pytest.raises(QueryError, match=r"^q:2: can't read the parameter"):
        parse_query(f"# title: t\n# param: {line}\nASK {{}}", "q")


def test_a_description_lists_name_title_parameters_and_columns() -> None:
    assert describe(parse_query(HEADER, "backers")) == (
        "backers\n"
        "  Who backs whom\n"
        "  --param since=date (2019-01-01)  Only from this day on\n"
        "  --param backer=actor (Northern Front)  Only this backer\n"
        "  --param word=string (required)  Part of a label\n"
        "  --param until=date (optional)  Only to this day\n"
        "  backer: Label of the backer\n"
    )


def test_every_shipped_query_has_a_title_and_runs_its_parser() -> None:
    shipped = list_queries()
    assert shipped
    assert [query.name for query in shipped if not query.title or not query.columns] == []
    assert all(load_query(query.name) == query for query in shipped)


def test_a_query_is_loaded_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_bytes(b"\xef\xbb\xbf# title: Mine\r\nASK {}")
    query = load_query(path)
    assert (query.name, query.title) == (str(path), "Mine")


def test_a_header_ends_where_the_query_begins() -> None:
    assert parse_query("ASK {}\n# title: late\n# param: x string | y", "q").title == ""


def test_a_mistake_is_placed_in_the_text_as_written(small: GraphHandle) -> None:
    text = "# param: w string | x\nSELECT * { ?s ?p ?w . ?s foo:a ?o }"
    error = _error(small, text, w="a long value that would move the column")
    assert error == "q:2:31: the prefix foo: is not declared"


def test_neither_a_query_nor_a_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"^nothing: is neither a query nor a file \(kg queries"):
        load_query("nothing")
    (tmp_path / "latin.rq").write_bytes(b"# \xe9")
    with pytest.raises(QueryError, match="can't be read"):
        load_query(tmp_path / "latin.rq")


def test_the_default_graph_is_the_union_and_prefixes_are_known(small: GraphHandle) -> None:
    text = "SELECT ?l { ?r kg:initiator ?a . ?r a kg:Report . ?a skos:prefLabel ?l }"
    assert _ask(small, text) == [("Velmara",)]


def test_own_prefixes_win(small: GraphHandle) -> None:
    assert _ask(small, "PREFIX kg: <http://own.example/> SELECT * { ?s a kg:Report }") == []


def test_rows_without_order_are_sorted(small: GraphHandle) -> None:
    text = "SELECT ?i { ?a dcterms:identifier ?i }"
    assert _ask(small, text) == [("one.txt",), ("two.txt",)]
    assert _ask(small, text + " ORDER BY DESC(?i)") == [("two.txt",), ("one.txt",)]


SINCE = """\
# param: since date | From
# param: who actor | Who
# param: where place | Where
# param: least integer | Least
# param: word string | Word
# param: cls iri | Class
SELECT ?i { ?a dcterms:identifier ?i ; dcterms:issued ?d . ?r kg:article ?a
    FILTER(!BOUND(?since) || ?d >= ?since)
    FILTER(!BOUND(?who) || EXISTS { ?r ?any ?who })
    FILTER(!BOUND(?where) || EXISTS { ?r kg:place ?where })
    FILTER(!BOUND(?least) || EXISTS { ?r kg:toll/kg:count ?n FILTER(?n >= ?least) })
    FILTER(!BOUND(?word) || EXISTS { ?r kg:quote ?q FILTER(CONTAINS(?q, ?word)) })
    FILTER(!BOUND(?cls) || EXISTS { ?r a ?cls })
} GROUP BY ?i
"""


@pytest.mark.parametrize(
    "yes",
    [
        {},
        {"since": "2031-05-03"},
        {"who": "war monitor"},
        {"who": "https://example.org/kg/id/actor/monitor"},
        {"where": "Tel Amra"},
        {"least": "6"},
        {"word": "children"},
        {"cls": "kg:Backing"},
        {"cls": "<https://example.org/kg/ontology#Backing>"},
    ],
)
def test_a_parameter_that_fits_keeps_the_row(small: GraphHandle, yes: dict[str, str]) -> None:
    assert _ask(small, SINCE, **yes) == [("one.txt",)]


@pytest.mark.parametrize(
    "no",
    [
        {"since": "2031-05-04"},
        {"where": "place/velmara"},
        {"least": "7"},
        {"word": "' ) } #"},
        {"cls": "kg:Control"},
    ],
)
def test_a_parameter_that_does_not_fit_drops_it(small: GraphHandle, no: dict[str, str]) -> None:
    assert _ask(small, SINCE, **no) == []


def test_a_default_holds_until_a_value_is_given(small: GraphHandle) -> None:
    header = "# param: word string children | x\n"
    text = header + "SELECT ?i { ?i kg:quote ?q FILTER(CONTAINS(?q, ?word)) }"
    assert [row[0][-5:] for row in _ask(small, text)] == ["one-1"]
    assert [row[0][-5:] for row in _ask(small, text, word="Front")] == ["one-2"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"since": "May"}, "parameter since: 'May' is not a day like 2019-12-01"),
        ({"least": "few"}, "parameter least: 'few' is not a whole number"),
        ({"cls": "no iri"}, "parameter cls: 'no iri' is not an IRI"),
        ({"who": "Velmarra"}, "no actor is called 'Velmarra' (did you mean Velmara)"),
        (
            {"when": "1"},
            "q: there is no parameter 'when' (it has since, who, where, least, word, cls)",
        ),
    ],
)
def test_a_wrong_value_is_an_error(
    small: GraphHandle, values: dict[str, str], message: str
) -> None:
    assert _error(small, SINCE, **values) == message


def test_a_required_parameter_without_value_is_an_error(small: GraphHandle) -> None:
    text = "# param: who actor - | Who\nSELECT * { ?s ?p ?who }"
    expected = "q: the parameter 'who' needs a value (--param who=ACTOR)"
    assert _error(small, text) == expected


def test_a_selected_parameter_is_an_error_that_says_what_to_do(small: GraphHandle) -> None:
    text = "# param: who string | Who\nSELECT ?who { ?s ?p ?who }"
    assert "BIND it first" in _error(small, text, who="x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?s {\n  ?s ?p ?o } }", "q:2:15: can't be parsed near '?s ?p ?o } }'"),
        ("SELECT ?s {\n  ?s ?p ?o", "q:2:11: can't be parsed near '?s ?p ?o'"),
        ("SELECT ?s {\n  ?s foo:p ?o }", "q:2:11: the prefix foo: is not declared"),
        ("", "q:1:1: is empty"),
        ("INSERT DATA { <a:a> <a:a> 1 }", "q:1:10: can't be parsed"),
        ("# one\nASK { SERVICE <http://127.0.0.1:9/> {} }", "q:2: SERVICE would ask another"),
        ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "q:1: FROM can't choose"),
    ],
)
def test_a_query_that_cannot_be_asked_is_an_error_with_its_place(
    small: GraphHandle, text: str, message: str
) -> None:
    error = _error(small, text)
    assert error.startswith(message)
    assert "\n" not in error


def test_ask_gives_a_bool_and_construct_triples(small: GraphHandle) -> None:
    assert run(small, parse_query("ASK { ?s a kg:Report }", "q"), {}) is True
    assert run(small, parse_query("ASK { ?s a kg:Control }", "q"), {}) is False
    text = "CONSTRUCT { ?b kg:backedBy ?a } WHERE { ?a kg:backs ?b }"
    node = ox.NamedNode
    assert run(small, parse_query(text, "q"), {}) == Triples(
        frozenset(
            {
                ox.Triple(
                    node("https://example.org/kg/id/actor/front"),
                    node("https://example.org/kg/ontology#backedBy"),
                    node("https://example.org/kg/id/actor/velmara"),
                )
            }
        )
    )


def test_a_failing_store_is_a_query_error(small: GraphHandle) -> None:
    class Broken:
        def query(self, *_: object, **__: object) -> None:
            raise OSError("disk")

    broken = type(small)(Broken(), small.base)  # type: ignore[arg-type]
    assert _error(broken, "ASK {}") == "q: the query failed: disk"


def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "from kg.errors import QueryError\n"
        "from kg.graph.query import parse_query, run\n"
        "from kg.graph.store import open_graph\n"
        "server = socket.create_server(('127.0.0.1', 0)); server.settimeout(0.2)\n"
        "text = 'ASK { SERVICE <http://127.0.0.1:%d/> {} }' % server.getsockname()[1]\n"
        "try: run(open_graph(sys.argv[1]), parse_query(text, 'q'), {})\n"
        "except QueryError: print('refused')\n"
        "try: server.accept(); print('asked')\n"
        "except TimeoutError: print('silent')\n"
    )
    (tmp_path / "g.ttl").write_text("")
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "g.ttl")],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.stdout == "refused\nsilent\n"
