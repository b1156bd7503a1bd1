"""Mistakes that people make: one clear line each, exit code 2, and nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import resources
from kg.graph import lock
from kg.graph.export import render
from kg.graph.ledger import make_ledger
from kg.graph.quads import Sheet
from kg.graph.store import open_graph
from kg.model import IssueDate
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one article, `store`."""
    with make_ledger(tmp_path / "store", resources.folder("ontology"), DEFAULT_BASE) as ledger:
        ledger.note("kg")
        ledger.put(Sheet("article/a-1", "a.txt", (), IssueDate(None), "0" * 64, ()))
        ledger.settle()
    return tmp_path / "store"


MISTAKES = {
    ("build", "articels", "-o", "store"): (
        "articels: there is no such file or folder, and a build leaves nothing that it is not given"
        " (nothing was changed)"
    ),
    ("build", "articels", "-o", "http://127.0.0.1:9"): (
        "articels: there is no such file or folder, and a build leaves nothing that it is not given"
        " (nothing was changed)"
    ),
    ("export", "-g", "store", "-o", "graph.foo"): (
        "graph.foo: the extension doesn't tell a known format (use one of ttl trig nt nq jsonld "
        "rdf graphml gexf geojson csv, or --format)"
    ),
    ("query", "-g", "store", "wrong.rq"): "wrong.rq:2:10: can't be parsed near '?s ?p }'",
    ("query", "-g", "store", "service.rq"): (
        "service.rq:1: SERVICE would ask another server; kg works offline"
    ),
    ("query", "-g", "store", "none"): (
        "none: is neither a query nor a file (kg queries lists the shipped ones)"
    ),
    ("query", "-g", "nowhere", "deals"): (
        "nowhere: there is no graph here (build one first: kg build ARTICLES)"
    ),
    ("remove", "-g", "store", "b.txt"): "store: there is no article 'b.txt' (perhaps a.txt)",
    ("corrections", "-g", "store", "none.toml"): (
        "none.toml: can't be read: No such file or directory"
    ),
    ("import", "wrong.nq", "-o", "new"): "wrong.nq:1: is not N-Quads: ",
}


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_a_mistake_is_one_line_and_the_store_is_as_it_was(
    kg: Callable[..., Result], store: Path, words: tuple[str, ...]
) -> None:
    before = render(open_graph(store), "nq")
    Path("wrong.rq").write_text("SELECT * {\n  ?s ?p }")
    Path("service.rq").write_text("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    Path("wrong.nq").write_text("<urn:a> <urn:b> .")
    ran = kg(*words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert line.startswith(f"kg: {MISTAKES[words]}")
    assert render(open_graph(store), "nq") == before
    assert not Path("new").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("stats", "-g", "store"),
        ("query", "deals", "-g", "store"),
        ("export", "-g", "store", "-o", "x.ttl"),
        ("add", "-g", "store"),
        ("remove", "a.txt", "-g", "store"),
        ("serve", "-g", "store"),
        ("verify", "-g", "store", "."),
    ],
    ids=" ".join,
)
def test_a_store_that_is_written_to_is_one_line_that_says_by_whom(
    kg: Callable[..., Result], store: Path, words: tuple[str, ...]
) -> None:
    with lock.to_write(store):
        ran = kg(*words)
    assert ran.exit_code == 2
    (line,) = ran.stderr.splitlines()
    assert line.startswith(f"kg: store: {lock.own().command} (process ")
    assert line.endswith(" UTC) is writing the store (try again when it has ended)")
