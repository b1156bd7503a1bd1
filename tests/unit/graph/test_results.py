"""Answers in each format, with values that need care."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.answer import Answer, Table, Triples
from kg.graph.results import format_answer
from kg.vocab import DEFAULT_BASE, KG, XSD

TABLE = Table(
    ("who", "n", "what"),
    (
        (ox.NamedNode(DEFAULT_BASE + "actor/a"), ox.Literal(7), ox.Literal('a,\t"b"\n|c\\')),
        (ox.BlankNode("b0"), None, ox.Literal("<é>\x01", language="en")),
        (None, ox.Literal(12), ox.Literal("2019-12-01", datatype=ox.NamedNode(XSD + "date"))),
    ),
)
EMPTY = Table(("who", "n"), ())


def _format(form: str, answer: Answer = TABLE, width: int | None = None) -> str:
    return format_answer(answer, form, base=DEFAULT_BASE, width=width)


def test_a_table_lines_up_with_numbers_to_the_right_and_no_control_characters() -> None:
    assert _format("table") == (
        "who       n  what\n"
        "───────  ──  ──────────\n"
        'actor:a   7  a, "b" |c\\\n'
        "_:b0         <é>\n"
        "         12  2019-12-01\n"
    )


def test_a_table_is_cut_to_the_terminal() -> None:
    assert _format("table", width=22) == (
        "who       n  what\n"
        "───────  ──  ─────────\n"
        'actor:a   7  a, "b" |…\n'
        "_:b0         <é>\n"
        "         12  2019-12-…\n"
    )


def test_a_table_without_rows_says_so() -> None:
    assert _format("table", EMPTY) == "who  n\n(no rows)\n"


def test_csv_is_that_of_sparql() -> None:
    rows = list(csv.reader(io.StringIO(_format("csv"), newline="")))
    assert rows == [
        ["who", "n", "what"],
        ["https://example.org/kg/id/actor/a", "7", 'a,\t"b"\n|c\\'],
        ["_:b0", "", "<é>\x01"],
        ["", "12", "2019-12-01"],
    ]
    assert _format("csv", EMPTY) == "who,n\r\n"


def test_tsv_is_that_of_sparql() -> None:
    assert _format("tsv") == (
        "?who\t?n\t?what\n"
        f"<{DEFAULT_BASE}actor/a>\t"
        f'"7"^^<{XSD}integer>\t"a,\\t\\"b\\"\\n|c\\\\"\n'
        '_:b0\t\t"<é>\\u0001"@en\n'
        f'\t"12"^^<{XSD}integer>\t"2019-12-01"^^<{XSD}date>\n'
    )


def test_json_is_that_of_sparql() -> None:
    assert json.loads(_format("json")) == {
        "head": {"vars": ["who", "n", "what"]},
        "results": {
            "bindings": [
                {
                    "who": {"type": "uri", "value": DEFAULT_BASE + "actor/a"},
                    "n": {"type": "literal", "value": "7", "datatype": XSD + "integer"},
                    "what": {"type": "literal", "value": 'a,\t"b"\n|c\\'},
                },
                {
                    "who": {"type": "bnode", "value": "b0"},
                    "what": {"type": "literal", "value": "<é>\x01", "xml:lang": "en"},
                },
                {
                    "n": {"type": "literal", "value": "12", "datatype": XSD + "integer"},
                    "what": {"type": "literal", "value": "2019-12-01", "datatype": XSD + "date"},
                },
            ]
        },
    }


def test_xml_is_that_of_sparql_and_well_formed() -> None:
    text = _format("xml")
    ET.fromstring(text)  # noqa: S314
    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
        '  <head>\n    <variable name="who"/>\n    <variable name="n"/>\n'
        '    <variable name="what"/>\n  </head>\n'
        "  <results>\n    <result>\n"
        f'      <binding name="who"><uri>{DEFAULT_BASE}actor/a</uri></binding>\n'
        f'      <binding name="n"><literal datatype="{XSD}integer">7</literal></binding>\n'
        '      <binding name="what"><literal>a,\t"b"\n|c\\</literal></binding>\n'
        "    </result>\n    <result>\n"
        '      <binding name="who"><bnode>b0</bnode></binding>\n'
        '      <binding name="what"><literal xml:lang="en">&lt;é&gt;\ufffd</literal></binding>\n'
        "    </result>\n    <result>\n"
        f'      <binding name="n"><literal datatype="{XSD}integer">12</literal></binding>\n'
        f'      <binding name="what"><literal datatype="{XSD}date">2019-12-01</literal></binding>\n'
        "    </result>\n  </results>\n</sparql>\n"
    )


@pytest.mark.parametrize(("form", "parser"), [("json", "json"), ("xml", "xml"), ("tsv", "tsv")])
def test_oxigraph_reads_what_is_written(form: str, parser: str) -> None:
    formats = {
        "json": ox.QueryResultsFormat.JSON,
        "xml": ox.QueryResultsFormat.XML,
        "tsv": ox.QueryResultsFormat.TSV,
    }
    plain = Table(TABLE.columns, (TABLE.rows[0], TABLE.rows[2]))
    read = ox.parse_query_results(_format(form, plain), formats[parser])
    assert isinstance(read, ox.QuerySolutions)
    assert tuple(tuple(row[name] for name in TABLE.columns) for row in read) == plain.rows


def test_markdown_escapes_bars() -> None:
    assert _format("md") == (
        "| who | n | what |\n"
        "| --- | --- | --- |\n"
        '| actor:a | 7 | a, "b" \\|c\\\\ |\n'
        "| _:b0 |  | &lt;é> |\n"
        "|  | 12 | 2019-12-01 |\n"
    )


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "md", "ttl"])
def test_a_yes_or_no_is_a_word(form: str) -> None:
    assert (_format(form, answer=True), _format(form, answer=False)) == ("true\n", "false\n")


def test_a_yes_or_no_in_json_and_xml_is_that_of_sparql() -> None:
    assert json.loads(_format("json", answer=True)) == {"head": {}, "boolean": True}
    read = ox.parse_query_results(_format("xml", answer=False), ox.QueryResultsFormat.XML)
    assert bool(read) is False


@pytest.mark.parametrize("form", ["table", "ttl", "csv"])
def test_triples_are_turtle_in_every_format(form: str) -> None:
    node = ox.NamedNode(KG + "x")
    answer = Triples(frozenset({ox.Triple(node, node, ox.Literal(1))}))
    assert _format(form, answer) == f"@prefix kg: <{KG}> .\n\nkg:x\n    kg:x 1 .\n"


def test_rows_as_turtle_are_an_error() -> None:
    with pytest.raises(QueryError, match="write a CONSTRUCT query"):
        _format("ttl")
