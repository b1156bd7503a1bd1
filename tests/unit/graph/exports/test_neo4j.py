"""Neo4j's import: two CSV files, no end of a relationship missing, the same bytes every time."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pyoxigraph as ox

from graph.sheets import BASE, deal, pair, report, sheet, toll
from graph.war import FRONT, SALIM, VELMARA, war
from kg.graph.export import render
from kg.graph.store import GraphHandle
from kg.vocab import PREFIXES

Rows = list[dict[str, str]]


def read(handle: GraphHandle) -> tuple[Rows, Rows]:
    with zipfile.ZipFile(io.BytesIO(render(handle, "neo4j"))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["nodes.csv", "relationships.csv"]
        texts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    nodes, ties = (list(csv.DictReader(io.StringIO(t, newline=""), strict=True)) for t in texts)
    return [{name: cell for name, cell in row.items() if cell} for row in nodes], ties


def test_nodes_carry_labels_and_typed_properties(small: GraphHandle) -> None:
    nodes, _ = read(small)
    by_id = {node[":ID"]: node for node in nodes}
    assert by_id["event/e1"] == {
        ":ID": "event/e1", ":LABEL": "AirStrike;ArmedEvent;Attack;Event",
        "name": "Air strike, Tel Amra, 2031-05-02", "iri": f"{BASE}event/e1",
        "begin:date": "2031-05-02", "end:date": "2031-05-02",
        "killed_low:int": "6", "killed_best:int": "6", "killed_high:int": "9",
    }  # fmt: skip
    assert by_id["place/tel-amra"] == {
        ":ID": "place/tel-amra", ":LABEL": "Place;Settlement", "name": "Tel Amra",
        "iri": f"{BASE}place/tel-amra", "lat:double": "35.5", "long:double": "36.25",
    }  # fmt: skip
    assert by_id["report/two-1"] == {
        ":ID": "report/two-1", ":LABEL": "AirStrike;ArmedEvent;Attack;Event;Report",
        "name": "two-1", "iri": f"{BASE}report/two-1", "stance": "Denied",
        "quote": '"no strike", it said; up to 9 dead | claimed',
        "quoteStart:int": "0", "quoteEnd:int": "44",
    }  # fmt: skip
    assert by_id["article/one"] == {
        ":ID": "article/one", ":LABEL": "Article", "name": "one", "iri": f"{BASE}article/one",
        "identifier": "one.txt", "publisher": "Daily Wire", "issued:date": "2031-05-03",
    }  # fmt: skip
    assert sorted({node[":ID"].partition("/")[0] for node in nodes}) == [
        "actor", "article", "backing", "deal", "event", "place", "report",
    ]  # fmt: skip


def test_relationships_tie_nodes_and_are_named_as_neo4j_names_them(small: GraphHandle) -> None:
    nodes, ties = read(small)
    ids = [node[":ID"] for node in nodes]
    assert len(ids) == len(set(ids))
    assert {tie[end] for tie in ties for end in (":START_ID", ":END_ID")} - {*ids} == set()
    found = {(tie[":START_ID"], tie[":TYPE"], tie[":END_ID"]) for tie in ties}
    assert len(found) == len(ties)
    assert {tie for tie in found if tie[0] in ("report/two-1", "backing/b1")} == {
        ("report/two-1", "REPORTS", "event/e1"),
        ("report/two-1", "ARTICLE", "article/two"),
        ("report/two-1", "SOURCE", "actor/velmara"),
        ("report/two-1", "PARTICIPANT", "actor/front"),
        ("report/two-1", "PARTICIPANT", "actor/velmara"),
        ("backing/b1", "BACKER", "actor/velmara"),
        ("backing/b1", "BACKED", "actor/front"),
    }
    assert ("place/tel-amra", "WITHIN", "place/velmara") in found


def test_words_of_several_are_joined_by_underscores(folder: Path) -> None:
    told = report("Clash", deal=deal("Ostrin truce"))
    _, ties = read(war(folder, sheet("a", told)))
    assert {tie[":TYPE"] for tie in ties} >= {"CONCERNS_DEAL"}


def test_tolls_are_no_nodes(folder: Path) -> None:
    nodes, _ = read(war(folder, sheet("a", report("Clash", tolls=(toll(3),)))))
    assert [node[":ID"] for node in nodes if "toll" in node[":ID"]] == []


def test_values_that_would_stop_the_import_or_run_in_a_spreadsheet_are_tamed() -> None:
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    store = ox.Store()
    text = f"""{head} <{BASE}event/e> a kg:Clash ; kg:begin "soon" ; kg:end "2020-02-03" .
        <{BASE}actor/a> a kg:State ; geo:lat "north" ; geo:long 36.5 ;
            skos:prefLabel "=HYPERLINK(\\"http://a.example\\")" .
        <{BASE}report/r> a kg:Report ; kg:quote "one,\\ntwo\\tthree" ; kg:quoteStart "x" .
        <{BASE}thing/t> a kg:Thing . [] a kg:Thing . <http://a.example/event/e> a kg:Event ."""
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    nodes, ties = read(GraphHandle(store, BASE))
    assert nodes == [
        {
            ":ID": "actor/a", ":LABEL": "State", "iri": f"{BASE}actor/a", "long:double": "36.5",
            "name": "'=HYPERLINK(\"http://a.example\")",
        },
        {
            ":ID": "event/e", ":LABEL": "Clash", "name": "Clash, soon", "iri": f"{BASE}event/e",
            "end:date": "2020-02-03",
        },
        {
            ":ID": "report/r", ":LABEL": "Report", "name": "r", "iri": f"{BASE}report/r",
            "quote": "one, two three",
        },
    ]  # fmt: skip
    assert ties == []


def test_the_zip_tells_no_time_and_no_machine(folder: Path) -> None:
    octets = render(war(folder, sheet("a", pair("Backing", VELMARA, FRONT))), "neo4j")
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        told = {(entry.date_time, entry.create_system, entry.extra) for entry in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, b"")}
    assert SALIM.iri.encode() not in octets
