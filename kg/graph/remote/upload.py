"""A build written to a server, one named graph at a time.

What was written is noted in a graph of the server's own, `BASE/graph/uploads`: each graph with a
hash of its triples. So a build goes on where an earlier one stopped, writes only what has changed,
and removes the graphs that are no longer part of it; graphs of others are left alone. A note is
withdrawn before its graph is touched and made again when it is whole, so that a note never lies.

No request of SPARQL 1.1 changes several graphs and big ones at once, so readers may meet a part of
an upload. While one is under way, or cut short, a mark stands in that graph, and kg warns of it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import StoreError
from kg.graph.turtle import stable
from kg.vocab import SHA256, UPLOADS
from kg.vocab import kg as term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph.remote.server import Server

#: Triples of one request: 20,000 are some 4 MB.
PIECE = 20_000
#: Graphs and triples after which what was written is noted.
_GRAPHS, _TRIPLES = 50, 50_000


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph to write.

    Attributes:
        name: its IRI.
        lines: its triples as N-Triples, those with blank nodes first, then sorted.
        floating: how many of them have blank nodes and so must travel together.
        hash: SHA-256 of the lines.
    """

    name: NamedNode
    lines: tuple[str, ...]
    floating: int
    hash: str

    def pieces(self) -> Iterator[bytes]:
        """The lines in requests of about PIECE triples; one even if there are none."""
        first = max(self.floating, PIECE)
        yield "".join(self.lines[:first]).encode()
        for start in range(first, len(self.lines), PIECE):
            yield "".join(self.lines[start : start + PIECE]).encode()

    def quads(self) -> bytes:
        """The graph as N-Quads."""
        return "".join(f"{line[:-2]}{self.name} .\n" for line in self.lines).encode()


@dataclass(frozen=True, slots=True)
class Written:
    """What an upload did: how many graphs it wrote, found unchanged and removed."""

    written: int
    unchanged: int
    removed: int


def upload(server: Server, quads: Iterable[Quad], base: str, *, bulk: bool = False) -> Written:
    """Make the graphs of a build stand on a server, and those of earlier builds that are gone not.

    Args:
        server: where to.
        quads: the build; each graph's blank nodes are its own.
        base: the base IRI.
        bulk: send N-Quads for many graphs at once instead of one graph a request.

    Raises:
        StoreError: if the server refuses or is lost; what was written before is noted.
    """
    if bulk and not server.at.bulk:
        advice = "KG_BULK_URL names the place that does, or leave out KG_UPLOAD"
        raise StoreError(
            "no place is known that takes N-Quads", where=server.at.query, advice=advice
        )
    notes = _Notes(server, NamedNode(base + UPLOADS))
    graphs = graphs_of(quads)
    known = notes.read()
    changed = [graph for graph in graphs if known.get(graph.name) != graph.hash]
    kept = {graph.name for graph in graphs}
    gone = {name: digest for name, digest in known.items() if name not in kept}
    if changed or gone:
        notes.mark()
    with _going_on():
        for batch in _batches(changed):
            old = {graph.name: known[graph.name] for graph in batch if graph.name in known}
            notes.withdraw(old)
            _write(server, batch, bulk=bulk)
            notes.make({graph.name: graph.hash for graph in batch})
        for name in sorted(gone, key=str):
            server.drop(name)
        notes.withdraw(gone)
        notes.unmark()
    return Written(len(changed), len(graphs) - len(changed), len(gone))


@contextmanager
def _going_on() -> Iterator[None]:
    """Let what fails in the middle say that it can be gone on with."""
    try:
        yield
    except StoreError as error:
        rest = "the same command goes on where this one stopped"
        advice = f"{error.advice}; {rest}" if error.advice else rest
        raise StoreError(error.problem, where=error.where, advice=advice) from error


def is_unfinished(server: Server) -> bool:
    """Whether an upload to a server is under way or was cut short.

    Raises:
        StoreError: if the server refuses to say.
    """
    marked = f"GRAPH ?g {{ ?g <{term('behind')}> ?so }}"
    return server.says(f'ASK {{ {marked} FILTER(STRENDS(STR(?g), "/{UPLOADS}")) }}')


def graphs_of(quads: Iterable[Quad]) -> list[Graph]:
    """The graphs of quads in any order, sorted by name.

    Raises:
        StoreError: if a quad stands in no named graph, where it could not be told from others'.
    """
    ground: defaultdict[NamedNode, set[str]] = defaultdict(set)
    floating: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.graph_name, NamedNode):
            raise StoreError("a triple stands in no named graph", where=str(quad.triple))
        ground[quad.graph_name]  # a graph whose triples all float is one too
        if _floats(quad):
            floating[quad.graph_name].append(quad)
        else:
            ground[quad.graph_name].add(f"{quad.triple} .\n")
    return [_graph(name, floating[name], ground[name]) for name in sorted(ground, key=str)]


def _graph(name: NamedNode, floating: list[Quad], ground: set[str]) -> Graph:
    first = [f"{quad.triple} .\n" for quad in stable(floating)]
    lines = (*first, *sorted(ground))
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    return Graph(name, lines, len(first), digest)


def _floats(quad: Quad) -> bool:
    return any(isinstance(term, BlankNode | Triple) for term in (quad.subject, quad.object))


def _batches(graphs: list[Graph]) -> Iterator[list[Graph]]:
    batch: list[Graph] = []
    size = 0
    for graph in graphs:
        batch.append(graph)
        size += len(graph.lines)
        if len(batch) == _GRAPHS or size >= _TRIPLES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write(server: Server, batch: list[Graph], *, bulk: bool) -> None:
    if bulk:
        server.update(" ; ".join(f"DROP SILENT GRAPH {graph.name}" for graph in batch))
        server.load(b"".join(graph.quads() for graph in batch))
        return
    for graph in batch:
        for number, piece in enumerate(graph.pieces()):
            server.put(graph.name, piece, more=number > 0)


@dataclass(frozen=True, slots=True)
class _Notes:
    """What stands on the server by kg's own hand: graph -> hash."""

    server: Server
    graph: NamedNode

    def read(self) -> dict[NamedNode, str]:
        rows = self.server.rows(
            f"SELECT ?g ?hash WHERE {{ GRAPH {self.graph} {{ ?g <{SHA256}> ?hash }} }}"
        ).rows
        return {
            name: digest.value
            for name, digest in rows
            if isinstance(name, NamedNode) and isinstance(digest, Literal)
        }

    def mark(self) -> None:
        """Say that an upload is under way."""
        self.server.update(
            f"INSERT DATA {{ GRAPH {self.graph} {{ {self.graph} <{term('behind')}> true }} }}"
        )

    def unmark(self) -> None:
        """Say that all is written; an earlier upload that was cut short may have left its mark."""
        self.server.update(
            f"DELETE WHERE {{ GRAPH {self.graph} {{ {self.graph} <{term('behind')}> ?so }} }}"
        )

    def make(self, hashes: Mapping[NamedNode, str]) -> None:
        self._update("INSERT", hashes)

    def withdraw(self, hashes: Mapping[NamedNode, str]) -> None:
        self._update("DELETE", hashes)

    def _update(self, verb: str, hashes: Mapping[NamedNode, str]) -> None:
        names = sorted(hashes, key=str)
        for start in range(0, len(names), _GRAPHS):
            lines = [
                f"{name} <{SHA256}> {Literal(hashes[name])} ."
                for name in names[start : start + _GRAPHS]
            ]
            self.server.update(f"{verb} DATA {{ GRAPH {self.graph} {{ {' '.join(lines)} }} }}")
