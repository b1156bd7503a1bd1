"""Graphs are cut and hashed the same way whatever order they come in."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.remote.replies import Scripted, rows
from kg.errors import StoreError
from kg.graph.remote import upload
from kg.graph.remote.address import Endpoints
from kg.graph.remote.server import Server

G, H, P = NamedNode("urn:g"), NamedNode("urn:h"), NamedNode("urn:p")


def quads(label: str) -> list[Quad]:
    return [
        Quad(G, P, Literal("b"), H),
        Quad(G, P, Literal("a"), G),
        Quad(G, P, BlankNode(label), G),
        Quad(G, P, Literal("a"), G),
    ]


def test_graphs_are_sorted_and_each_triple_once_nameless_ones_first() -> None:
    first, second = upload.graphs_of(quads("x"))
    assert first.name == G
    assert first.floating == 1
    assert first.lines[1:] == ('<urn:g> <urn:p> "a" .\n',)
    assert second.lines == ('<urn:g> <urn:p> "b" .\n',)
    assert second.quads() == b'<urn:g> <urn:p> "b" <urn:h> .\n'


def test_a_hash_depends_on_neither_order_nor_nameless_labels() -> None:
    here = [graph.hash for graph in upload.graphs_of(quads("x"))]
    assert here == [graph.hash for graph in upload.graphs_of(reversed(quads("y")))]
    assert len(set(here)) == 2


def test_nameless_triples_stay_in_the_first_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "PIECE", 2)
    graph = upload.Graph(G, ("1\n", "2\n", "3\n", "4\n", "5\n", "6\n"), 3, "")
    assert list(graph.pieces()) == [b"1\n2\n3\n", b"4\n5\n", b"6\n"]
    assert list(upload.Graph(G, (), 0, "").pieces()) == [b""]


def test_a_triple_outside_named_graphs_is_refused() -> None:
    with pytest.raises(StoreError, match="no named graph"):
        upload.graphs_of([Quad(G, P, G)])


def test_bulk_needs_a_place_that_takes_it() -> None:
    at = Endpoints("http://localhost/q", "http://localhost/u", "http://localhost/s")
    server = Server(Scripted(lambda _: rows("g", "hash")).client(), at, "", {})
    with pytest.raises(StoreError, match="no place is known that takes N-Quads"):
        upload.upload(server, [], "http://localhost/", bulk=True)
