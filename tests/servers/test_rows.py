"""Every shipped query gives the same rows on a server as on the embedded store."""

from __future__ import annotations

import pytest

from kg.graph.answer import Table
from kg.graph.ask import ask
from kg.graph.export import render
from kg.graph.note import StoreMeta
from kg.graph.query import load_query, parse_query, run
from kg.graph.store import GraphHandle, open_graph, write_store
from kg.vocab import DEFAULT_BASE
from queries import test_queries as sample
from servers.running import Running, environ


@pytest.fixture(scope="module")
def loaded(server: Running) -> Running:
    """A server with the graph whose rows a reader wrote down."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environ(server).items():
            patch.setenv(name, value)
        write_store(server.address, sample.quads(), meta=StoreMeta())
    return server


@pytest.mark.parametrize(("name", "values", "expected"), sample.CASES)
def test_server_gives_exactly_the_expected_rows(
    loaded: Running, name: str, values: str, expected: tuple[str, ...]
) -> None:
    answer, base = ask(loaded.address, load_query(name), sample.values_of(values))
    assert isinstance(answer, Table)
    assert base == DEFAULT_BASE
    assert tuple(" | ".join(map(sample.cell, row)) for row in answer.rows) == expected


def test_server_gives_back_the_very_graph(loaded: Running) -> None:
    local = GraphHandle(sample.handle().store)
    remote = open_graph(loaded.address)
    assert render(remote, "nq") == render(local, "nq")


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?report kg:stance kg:Denied }",
        "ASK { ?report kg:stance <urn:none> }",
        "CONSTRUCT { ?deal kg:term ?term } WHERE { ?deal kg:term ?term }",
        "SELECT ?quote ?missing WHERE { ?report kg:quote ?quote }",
        "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?report a kg:Report } } GROUP BY ?g",
    ],
)
def test_own_queries_are_answered_alike(loaded: Running, text: str) -> None:
    query = parse_query(text, "-")
    assert ask(loaded.address, query, {})[0] == run(sample.handle(), query, {})
