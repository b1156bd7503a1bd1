"""The graph of the seeds on a server: the same quads, and the same rows for every shipped query."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.graph.answer import Answer, Table, Term
from kg.graph.ask import ask
from kg.graph.export import render
from kg.graph.note import StoreMeta
from kg.graph.query import list_queries, run
from kg.graph.store import GraphHandle, open_graph, write_store
from kg.pipeline import build
from kg.vocab import DCTERMS
from servers.running import Running, environ

#: A value for each parameter that must have one.
VALUES = {"actor": "Syria", "place": "Syria"}


def test_every_query_gives_the_rows_of_the_embedded_store_for_the_seeds(
    server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([Path(__file__).parents[2] / "seeds"], tmp_path / "kg")
    local = open_graph(tmp_path / "kg")
    for name, value in environ(server).items():
        monkeypatch.setenv(name, value)
    write_store(server.address, local.store, meta=StoreMeta())
    assert render(open_graph(server.address), "nq") == render(local, "nq")
    for query in list_queries():
        values = {p.name: _value(local, p.name) for p in query.parameters if p.required}
        assert rows(ask(server.address, query, values)[0]) == rows(run(local, query, values)), query


def rows(answer: Answer) -> list[str]:
    assert isinstance(answer, Table)
    return ["\t".join(answer.columns), *map(written, answer.rows)]


def written(row: tuple[Term | None, ...]) -> str:
    return " | ".join("-" if cell is None else str(cell) for cell in row)


def _value(handle: GraphHandle, name: str) -> str:
    if name in VALUES:
        return VALUES[name]
    quads = handle.store.quads_for_pattern(None, NamedNode(DCTERMS + name), None)
    return min(str(getattr(quad.object, "value", "")) for quad in quads)
