"""GEXF is the network of GraphML, read back by networkx, with events on the timeline."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
from lxml import etree

from graph.sheets import BASE, actor, pair, report, sheet, toll
from graph.war import FRONT, SALIM, VELMARA, war
from kg.graph.export import render
from kg.graph.exports.network import network
from kg.graph.store import GraphHandle
from kg.model import Interval

GEXF = "{http://www.gexf.net/1.2draft}"


def read(handle: GraphHandle) -> nx.Graph[str]:
    return nx.read_gexf(io.BytesIO(render(handle, "gexf")))


def test_it_is_the_same_network(small: GraphHandle) -> None:
    expected, found = network(small), read(small)
    assert {*found} == {*expected}
    assert found.nodes[f"{BASE}event/e1"] == {
        "label": "Air strike, Tel Amra, 2031-05-02", "class": "AirStrike", "begin": "2031-05-02",
        "start": "2031-05-02", "end": "2031-05-02",
    }  # fmt: skip
    assert found.nodes[f"{BASE}place/tel-amra"] == {
        "label": "Tel Amra", "class": "Settlement", "lat": 35.5, "long": 36.25,
    }  # fmt: skip
    assert sorted(
        (a, b, e["relation"], e["count"]) for a, b, e in found.edges(data=True)
    ) == sorted((a, b, e["relation"], e["count"]) for a, b, e in expected.edges(data=True))


def test_it_is_well_formed_and_tells_no_day_of_writing(small: GraphHandle) -> None:
    root = etree.fromstring(render(small, "gexf"), etree.XMLParser(resolve_entities=False))
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.2")
    meta = root.find(f"{GEXF}meta")
    assert meta.attrib == {}
    assert [each.text for each in meta] == ["kg"]
    graph = root.find(f"{GEXF}graph")
    assert (graph.get("defaultedgetype"), graph.get("timeformat")) == ("directed", "date")
    ids = [edge.get("id") for edge in graph.iter(f"{GEXF}edge")]
    assert len(ids) == len(set(ids)) == 7


def test_only_events_with_known_days_stand_on_the_timeline(folder: Path) -> None:
    vague = report("Clash", roles={"place": (SALIM,)}, when=Interval(None, None))
    graph = read(war(folder, sheet("a", vague, pair("Backing", VELMARA, FRONT))))
    assert [node for node, told in graph.nodes(data=True) if "start" in told or "end" in told] == []


def test_tolls_are_no_nodes(folder: Path) -> None:
    told = report("Clash", roles={"place": (SALIM,)}, tolls=(toll(3, FRONT),))
    graph = read(war(folder, sheet("a", told)))
    assert [node for node in graph if "/toll/" in node] == []
    kinds = sorted(node.removeprefix(BASE).partition("/")[0] for node in graph)
    assert kinds == ["actor", "event", "place", "place", "place", "place"]


def test_names_are_no_markup(folder: Path) -> None:
    name = '<meta>"Front" & \x07sons\uffff</meta>'
    graph = read(war(folder, sheet("a", pair("Backing", VELMARA, actor(name)))))
    labels = {told["label"] for _, told in graph.nodes(data=True)}
    assert '<meta>"Front" &  sons</meta>' in labels


def test_an_empty_graph_is_an_empty_network(folder: Path) -> None:
    assert len(read(war(folder, sheet("a")))) == 0
