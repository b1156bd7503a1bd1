"""Exports: each format holds what it should, in the same bytes whatever the order."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import StoreError
from kg.graph.export import export, format_of, render
from kg.graph.formats import EXPORTS, EXTENSIONS
from kg.graph.store import RDF_FORMATS, GraphHandle
from kg.graph.turtle import stable
from kg.vocab import kg

SMALL = Path(__file__).with_name("small.trig")


def _reordered(handle: GraphHandle) -> GraphHandle:
    store = ox.Store()
    for quad in sorted(handle.store, key=lambda quad: str(quad)[::-1]):
        store.add(quad)
    return GraphHandle(store, handle.base)


@pytest.mark.parametrize("form", EXPORTS)
def test_the_order_of_filling_does_not_change_a_byte(small: GraphHandle, form: str) -> None:
    assert render(_reordered(small), form) == render(small, form) != b""


def test_the_seed_of_hashes_does_not_change_a_byte() -> None:
    code = (
        "import hashlib, sys\n"
        "from kg.graph.export import render\n"
        "from kg.graph.formats import EXPORTS\n"
        "from kg.graph.store import open_graph\n"
        "handle = open_graph(sys.argv[1])\n"
        "for form in EXPORTS: print(form, hashlib.sha256(render(handle, form)).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(SMALL)],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("form", ["ttl", "nt", "rdf", "jsonld"])
def test_triple_formats_hold_the_union_once(small: GraphHandle, form: str) -> None:
    read = list(ox.parse(render(small, form), RDF_FORMATS[f".{form}"]))
    assert {quad.triple for quad in read} == {quad.triple for quad in small.store}
    assert len(read) == len({quad.triple for quad in small.store})


@pytest.mark.parametrize("form", ["trig", "nq"])
def test_quad_formats_keep_the_graphs(small: GraphHandle, form: str) -> None:
    read = set(ox.parse(render(small, form), RDF_FORMATS[f".{form}"]))
    assert read == set(small.store)


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("rdf", "xml"), ("nt", "nt")])
def test_rdflib_reads_as_many_triples(small: GraphHandle, form: str, name: str) -> None:
    assert len(rdflib.Graph().parse(data=render(small, form), format=name)) == len(small.store)


def test_a_triple_in_two_graphs_is_written_once() -> None:
    node = ox.NamedNode("http://a.example/a")
    store = ox.Store()
    store.add(ox.Quad(node, node, node, node))
    store.add(ox.Quad(node, node, node))
    handle = GraphHandle(store)
    assert (
        render(handle, "nt")
        == b"<http://a.example/a> <http://a.example/a> <http://a.example/a> .\n"
    )
    assert render(handle, "ttl").count(b"<http://a.example/a>") == 3
    assert len(render(handle, "nq").splitlines()) == 2


def test_lines_are_sorted(small: GraphHandle) -> None:
    for form in ("nt", "nq"):
        lines = render(small, form).decode().splitlines()
        assert lines == sorted(lines)


def test_blank_nodes_get_the_same_names_in_every_run() -> None:
    node = ox.NamedNode("http://a.example/a")
    rendered = set()
    for label in ("x", "zz"):
        store = ox.Store()
        store.add(ox.Quad(ox.BlankNode(label), node, node))
        rendered.add(render(GraphHandle(store), "nt"))
    assert rendered == {b"_:c14n0 <http://a.example/a> <http://a.example/a> .\n"}
    assert len(stable([ox.Quad(node, node, node)] * 2)) == 1


def test_xml_refuses_what_it_cannot_hold() -> None:
    node = ox.NamedNode("http://a.example/a")
    store = ox.Store()
    store.add(ox.Quad(node, node, ox.Literal("bell \x07")))
    with pytest.raises(StoreError, match=r"control character .* \(export to \.ttl or \.jsonld\)"):
        render(GraphHandle(store), "rdf")
    assert b"bell" in render(GraphHandle(store), "ttl")


@pytest.mark.parametrize(("name", "form"), [("a.ttl", "ttl"), ("a.b.NQ", "nq"), ("x/a.csv", "csv")])
def test_the_extension_tells_the_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


@pytest.mark.parametrize("name", ["a.txt", "ttl", "-"])
def test_an_unknown_extension_is_an_error(name: str) -> None:
    with pytest.raises(StoreError, match=r"use one of ttl trig nt .* csv, or --format"):
        format_of(Path(name))


@pytest.mark.parametrize("form", [form for form in EXPORTS if form not in EXTENSIONS])
def test_a_format_without_an_extension_of_its_own_is_asked_for_by_name(
    small: GraphHandle, form: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="doesn't tell a known format"):
        format_of(Path(f"a.{form}"))
    export(small, tmp_path / "a.zip", form)
    assert (tmp_path / "a.zip").read_bytes() == render(small, form)


def test_a_graph_without_reports_can_be_written_in_every_format() -> None:
    for form in EXPORTS:
        assert isinstance(render(GraphHandle(ox.Store()), form), bytes)


def test_what_stood_there_is_kept_if_the_format_is_unknown(
    small: GraphHandle, tmp_path: Path
) -> None:
    (tmp_path / "a.owl").write_bytes(b"mine")
    with pytest.raises(StoreError, match="doesn't tell a known format"):
        export(small, tmp_path / "a.owl")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.owl", b"mine")]


def test_an_unknown_format_is_an_error(small: GraphHandle) -> None:
    with pytest.raises(StoreError, match="unknown format 'owl'"):
        render(small, "owl")


def test_an_export_is_written_whole(small: GraphHandle, tmp_path: Path) -> None:
    export(small, tmp_path / "new" / "graph.nt")
    assert (tmp_path / "new" / "graph.nt").read_bytes() == render(small, "nt")
    export(small, tmp_path / "graph", "csv")
    assert (tmp_path / "graph").read_bytes() == render(small, "csv")


def test_csv_has_a_row_for_each_report_of_an_event(small: GraphHandle) -> None:
    text = render(small, "csv").decode()
    rows = [
        {name: value for name, value in row.items() if value}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]
    assert rows == [
        {
            "article": "one.txt",
            "issued": "2031-05-03",
            "type": "AirStrike",
            "begin": "2031-05-02",
            "end": "2031-05-02",
            "place": "Tel Amra",
            "lat": "35.5",
            "long": "36.25",
            "initiator": "Velmara",
            "participants": "Velmara",
            "killed_low": "6",
            "killed_high": "6",
            "source": "War Monitor",
            "stance": "Asserted",
            "quote": "Velmaran jets killed 6 civilians, two of them children",
            "quote_start": "10",
            "quote_end": "64",
            "event": "https://example.org/kg/id/event/e1",
            "report": "https://example.org/kg/id/report/one-1",
        },
        {
            "article": "two.txt",
            "type": "AirStrike",
            "participants": "Northern Front; Velmara",
            "killed_high": "9",
            "source": "Velmara",
            "stance": "Denied",
            "quote": '"no strike", it said;\nup to 9 dead | claimed',
            "quote_start": "0",
            "quote_end": "44",
            "event": "https://example.org/kg/id/event/e1",
            "report": "https://example.org/kg/id/report/two-1",
        },
    ]


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    store = ox.Store()
    report, base = ox.NamedNode("http://a.example/r"), "http://a.example/"
    store.add(ox.Quad(report, ox.NamedNode(kg("reports")), ox.NamedNode(f"{base}event/e")))
    store.add(ox.Quad(report, ox.NamedNode(kg("quote")), ox.Literal("=HYPERLINK(1)")))
    text = render(GraphHandle(store, base), "csv").decode()
    assert [row["quote"] for row in csv.DictReader(io.StringIO(text))] == ["'=HYPERLINK(1)"]


def test_csv_has_these_columns(small: GraphHandle) -> None:
    head = render(small, "csv").decode().partition("\r\n")[0]
    assert head == (
        "article,issued,type,begin,end,place,lat,long,initiator,target,participants,"
        "killed_low,killed_high,injured_low,injured_high,displaced_low,displaced_high,"
        "missing_low,missing_high,detained_low,detained_high,released_low,released_high,"
        "facilities_lost_low,facilities_lost_high,affected_low,affected_high,"
        "source,stance,quote,quote_start,quote_end,event,report"
    )


def test_graphml_is_the_network_of_things(small: GraphHandle) -> None:
    graph = nx.parse_graphml(render(small, "graphml").decode())
    short = {node: node.removeprefix(small.base) for node in graph}
    assert {short[node]: attributes for node, attributes in graph.nodes(data=True)} == {
        "actor/front": {"label": "Northern Front", "class": "ArmedGroup"},
        "actor/velmara": {"label": "Velmara", "class": "State"},
        "deal/lake-truce": {"label": "Lake truce", "class": "CeasefireDeal"},
        "event/e1": {
            "label": "Air strike, Tel Amra, 2031-05-02",
            "class": "AirStrike",
            "begin": "2031-05-02",
        },
        "place/tel-amra": {"label": "Tel Amra", "class": "Settlement", "lat": 35.5, "long": 36.25},
        "place/velmara": {"label": "Velmara", "class": "Country"},
    }
    edges = {
        (short[a], edge["relation"], short[b], edge["count"])
        for a, b, edge in graph.edges(data=True)
    }
    assert edges == {
        ("actor/velmara", "backs", "actor/front", 1),
        ("deal/lake-truce", "party", "actor/front", 0),
        ("deal/lake-truce", "party", "actor/velmara", 0),
        ("event/e1", "initiator", "actor/velmara", 1),
        ("event/e1", "participant", "actor/front", 1),
        ("event/e1", "place", "place/tel-amra", 1),
        ("place/tel-amra", "within", "place/velmara", 0),
    }


def test_graphml_gives_every_edge_its_own_id(small: GraphHandle) -> None:
    text = render(small, "graphml").decode()
    ids = [part.partition('"')[0] for part in text.split(' id="e')[1:]]
    assert len(ids) == len(set(ids)) == 7
