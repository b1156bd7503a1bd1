"""A build stands on a server as in a store, goes on where it stopped, and harms nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.query import parse_query
from kg.graph.remote import client, connect, upload
from kg.graph.remote.server import Server
from kg.graph.store import open_graph
from servers.cutting import cut_after
from servers.running import Running, environ

BASE = "https://example.org/kg/id/"
SAYS = NamedNode("https://example.org/says")
OTHERS = NamedNode("https://example.org/others")


def quad(graph: str, word: str, subject: str = "thing") -> Quad:
    return Quad(NamedNode(BASE + subject), SAYS, Literal(word), NamedNode(BASE + graph))


def stored(server: Running) -> set[Quad]:
    return set(open_graph(server.address).store)


@pytest.fixture
def write(server: Running, monkeypatch: pytest.MonkeyPatch) -> Callable[..., upload.Written]:
    """Writes quads to the server, emptied before."""
    for name, value in environ(server).items():
        monkeypatch.setenv(name, value)
    with connect.connected(server.address) as found:
        for graph in found.graphs():
            found.drop(graph)
        found.drop(NamedNode(BASE + "graph/uploads"))
    return lambda quads: connect.write_remote(server.address, quads, BASE)


def test_only_what_changed_is_written(
    server: Running, write: Callable[..., upload.Written]
) -> None:
    first = [quad("article/a", "one"), quad("article/b", 'two "quoted"\n— ünïcode \\ \t')]
    assert write(first) == upload.Written(2, 0, 0)
    assert stored(server) == set(first)
    assert write(reversed(first)) == upload.Written(0, 2, 0)
    changed = [quad("article/a", "one"), quad("article/b", "three")]
    assert write(changed) == upload.Written(1, 1, 0)
    assert stored(server) == set(changed)


def test_a_graph_that_is_gone_is_removed_and_those_of_others_stay(
    server: Running, write: Callable[..., upload.Written]
) -> None:
    with connect.connected(server.address) as found:
        found.put(OTHERS, b'<urn:s> <urn:p> "theirs" .\n')
    write([quad("article/a", "one"), quad("article/b", "two")])
    assert write([quad("article/a", "one")]) == upload.Written(0, 1, 1)
    theirs = Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("theirs"), OTHERS)
    assert stored(server) == {quad("article/a", "one"), theirs}


def test_a_build_that_died_goes_on(
    server: Running, write: Callable[..., upload.Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "_GRAPHS", 2)
    quads = [quad(f"article/{number}", "word") for number in range(6)]
    put = Server.put
    done: list[NamedNode] = []

    def dies(self: Server, graph: NamedNode, triples: bytes, *, more: bool = False) -> None:
        if len(done) == 3:
            raise StoreError("the server can't be reached")
        done.append(graph)
        put(self, graph, triples, more=more)

    with monkeypatch.context() as patch:
        patch.setattr(Server, "put", dies)
        with pytest.raises(StoreError, match="reached"):
            write(quads)
    assert stored(server) == set(quads[:3])
    # The third was written too, but nothing says that it is whole.
    assert write(quads) == upload.Written(4, 2, 0)
    assert stored(server) == set(quads)


def test_a_changed_graph_that_was_cut_short_is_written_again_even_as_it_was(
    server: Running, write: Callable[..., upload.Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    write([quad("article/a", "one")])

    def cut(self: Server, graph: NamedNode, *_: object, **__: object) -> None:
        self.client.send("PUT", self.at.store, params={"graph": graph.value}, body=b"")
        raise StoreError("lost")

    with monkeypatch.context() as patch:
        patch.setattr(Server, "put", cut)
        with pytest.raises(StoreError, match="lost"):
            write([quad("article/a", "two")])
    assert write([quad("article/a", "one")]) == upload.Written(1, 0, 0)
    assert stored(server) == {quad("article/a", "one")}


@pytest.mark.parametrize("kilobytes", [8, 60, 150, 300])
def test_an_upload_whose_connection_is_cut_is_told_and_gone_on_with(
    server: Running,
    write: Callable[..., upload.Written],
    monkeypatch: pytest.MonkeyPatch,
    kilobytes: int,
) -> None:
    monkeypatch.setattr(upload, "_GRAPHS", 3)
    monkeypatch.setattr(client, "DELAYS", (0.01,))
    quads = [
        quad(f"article/{graph}", f"{number} {'x' * 200}", f"thing/{number}")
        for graph in range(12)
        for number in range(100)
    ]
    with cut_after(server.address, kilobytes * 1000) as there, pytest.raises(StoreError) as caught:
        connect.write_remote(there, quads, BASE)
    assert "the same command goes on where this one stopped" in caught.value.advice
    assert (server.password or "no password") not in str(caught.value)
    handle = open_graph(server.address)
    assert handle.is_unfinished
    told: list[str] = []
    connect.ask_remote(server.address, parse_query("ASK {}", "-"), {}, told.append)
    assert told == [server.address]
    done = write(quads)
    assert done.written + done.unchanged == 12
    assert done.unchanged == 0 or kilobytes > 8
    assert stored(server) == set(quads)
    assert not open_graph(server.address).is_unfinished


def test_what_is_gone_is_unfinished_until_it_is_removed(
    server: Running, write: Callable[..., upload.Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    write([quad("article/a", "one"), quad("article/b", "two")])

    def lost(self: Server, graph: NamedNode) -> None:
        raise StoreError("lost", where=f"{self.at.store} {graph}")

    with monkeypatch.context() as patch:
        patch.setattr(Server, "drop", lost)
        with pytest.raises(StoreError, match=r"lost \(the same command goes on"):
            write([quad("article/a", "one")])
    assert open_graph(server.address).is_unfinished
    assert write([quad("article/a", "one")]) == upload.Written(0, 1, 1)
    assert not open_graph(server.address).is_unfinished


def test_a_large_graph_goes_in_pieces_and_its_nameless_nodes_stay_joined(
    server: Running, write: Callable[..., upload.Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PIECE", 2)
    graph = NamedNode(BASE + "article/a")
    nameless = [
        Quad(NamedNode(BASE + "x"), SAYS, BlankNode("b"), graph),
        Quad(BlankNode("b"), SAYS, Literal("first"), graph),
        Quad(BlankNode("b"), SAYS, Literal("second"), graph),
    ]
    named = [quad("article/a", f"word {number}") for number in range(7)]
    write([*named, *nameless])
    found = stored(server)
    assert {q for q in found if q.subject == NamedNode(BASE + "thing")} == set(named)
    (joint,) = [q.object for q in found if q.subject == NamedNode(BASE + "x")]
    assert {q.object for q in found if q.subject == joint} == {Literal("first"), Literal("second")}


def test_many_graphs_go_as_n_quads_where_the_server_takes_them(
    server: Running, write: Callable[..., upload.Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_UPLOAD", "bulk")
    quads = [quad(f"article/{number}", "word") for number in range(5)]
    if server.user:
        with pytest.raises(StoreError, match="no place is known that takes N-Quads"):
            write(quads)
        return
    write([*quads, quad("article/0", "old")])
    assert write(quads) == upload.Written(1, 4, 0)
    assert stored(server) == set(quads)


def test_virtuoso_refuses_who_is_not_known(
    virtuoso: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError) as caught:
        connect.write_remote(virtuoso.address, [quad("article/a", "one")], BASE)
    assert "the server answered" in str(caught.value)
    monkeypatch.setenv("KG_USER", "dba")
    monkeypatch.setenv("KG_PASSWORD", "wr0ng-secret")
    with pytest.raises(StoreError) as caught:
        connect.write_remote(virtuoso.address, [quad("article/a", "one")], BASE)
    assert "KG_PASSWORD" in caught.value.advice
    assert "wr0ng-secret" not in str(caught.value)
