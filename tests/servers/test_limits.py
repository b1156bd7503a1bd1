"""A server that gives only a part of an answer is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.ask import ask
from kg.graph.note import StoreMeta
from kg.graph.query import parse_query
from kg.graph.store import write_store
from servers import running


def test_rows_that_virtuoso_cuts_off_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = running.virtuoso()
    if program is None:
        pytest.skip("no Virtuoso 7: Debian's package is virtuoso-opensource-7-bin")
    thing, graph = NamedNode("urn:thing"), NamedNode("urn:graph")
    quads = [Quad(thing, thing, Literal(f"word {number}"), graph) for number in range(30)]
    with running.virtuoso_at(program, tmp_path, rows=20) as server:
        for name, value in running.environ(server).items():
            monkeypatch.setenv(name, value)
        write_store(server.address, quads, meta=StoreMeta())
        few = parse_query("SELECT ?o { <urn:thing> ?p ?o } ORDER BY ?o LIMIT 3", "-")
        assert len(getattr(ask(server.address, few, {})[0], "rows", ())) == 3
        with pytest.raises(StoreError, match="no more than 20 rows"):
            ask(server.address, parse_query("SELECT ?o { <urn:thing> ?p ?o }", "-"), {})
