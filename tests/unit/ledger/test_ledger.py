"""A store keeps what it is given, whatever is in it, and a full disk takes nothing from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sheets import write_ontology
from graph.strategies import sheets
from hypothesis import HealthCheck, given, settings

from kg.errors import StoreError
from kg.graph import settle
from kg.graph.assemble import assemble
from kg.graph.decode import sheet_of
from kg.graph.export import render
from kg.graph.ledger import Ledger, make_ledger, open_ledger
from kg.graph.quads import Sheet
from kg.graph.store import open_graph
from kg.graph.tidy import tidy
from kg.graph.tree import superclasses
from kg.vocab import DEFAULT_BASE, ONTOLOGY
from ledger import stubs

ROOT = Path(__file__).parents[3]
RAID = "Attack Front Salim 3"
TURTLE = ox.RdfFormat.TURTLE


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sheets(), sheets())
def test_an_article_put_in_the_place_of_itself_is_whole_whatever_it_says(
    ledger: Ledger, first: Sheet, second: Sheet
) -> None:
    ledger.put(replace(first, local="article/x"))
    ledger.put(replace(second, local="article/x"))
    ledger._told.clear()
    assert ledger.sheets() == [tidy(replace(second, local="article/x"))]


@pytest.fixture
def ledger(tmp_path: Path, small_ontology: Path) -> Iterator[Ledger]:
    with make_ledger(tmp_path / "kg", small_ontology, DEFAULT_BASE) as opened:
        yield opened


def test_an_ontology_with_nameless_nodes_and_odd_numbers_settles_once(tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    folder = write_ontology(tmp_path / "ontology")
    text = (folder / "kg.ttl").read_text()
    odd = "kg:Event rdfs:seeAlso [ rdfs:label 'x' ] , [ rdfs:label 'y' ] ; owl:versionInfo 007.50 ."
    (folder / "kg.ttl").write_text(text + odd)
    with make_ledger(tmp_path / "kg", folder, DEFAULT_BASE) as ledger:
        ledger.note("kg")
        ledger.put(stubs.sheet_of_lines("a.txt", RAID))
        ledger.settle()
        assembly = assemble(ledger.sheets(), folder, DEFAULT_BASE)
        assert settle.difference(ledger._store, assembly) == settle.Difference(
            frozenset(), frozenset()
        )
    (folder / "kg.ttl").write_text(text)
    superclasses.cache_clear()
    with open_ledger(tmp_path / "kg", folder) as ledger:
        ledger.settle()
    graph = ox.NamedNode(DEFAULT_BASE + ONTOLOGY)
    left = open_graph(tmp_path / "kg").store.quads_for_pattern(None, None, None, graph)
    assert len(list(left)) == len(list(ox.parse((folder / "kg.ttl").read_text(), format=TURTLE)))


def test_a_difference_of_many_quads_is_written_in_parts(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = []
    for most in (settle.MOST, 3):
        monkeypatch.setattr(settle, "MOST", most)
        path = tmp_path / f"kg{most}"
        with make_ledger(path, small_ontology, DEFAULT_BASE) as ledger:
            ledger.note("kg")
            ledger.put(stubs.sheet_of_lines("a.txt", RAID))
            ledger.settle()
            ledger.drop(list(ledger.entries))
            ledger.put(stubs.sheet_of_lines("b.txt", "Clash Velmara Ostrin 4"))
            ledger.settle()
        exports.append(render(open_graph(path), "nq"))
    assert exports[0] == exports[1]


FILL = """
import resource, signal, sys
from pathlib import Path
from kg.errors import StoreError
from kg.graph.ledger import open_ledger
from ledger import stubs
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
text = "\\n".join(f"Attack Front Salim {day}" for day in range(1, 29))
with open_ledger(Path(sys.argv[1]), Path(sys.argv[2])) as ledger:
    if len(sys.argv) > 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
    try:
        for number in range(2000):
            ledger.put(stubs.sheet_of_lines(f"{number}.txt", text))
            print(stubs.sheet_of_lines(f"{number}.txt", text).local, flush=True)
    except StoreError as error:
        print("ERROR", str(error).count(chr(10)), error, flush=True)
"""


def fill(store: Path, ontology: Path, *limit: str) -> list[str]:
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "unit")))
    ran = subprocess.run(
        [sys.executable, "-c", FILL, store, ontology, *limit],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": paths},
    )
    return ran.stdout.splitlines()


def is_whole_after(store: Path, ontology: Path, told: list[str]) -> bool:
    """Whether a store that could not be written on is readable, writable and has all it told."""
    assert told[-1].startswith(f"ERROR 0 {store}: the store can't be written: ")
    handle = open_graph(store)
    for local in told[:-1]:
        graph = ox.NamedNode(DEFAULT_BASE + local)
        quads = handle.store.quads_for_pattern(None, None, None, graph)
        assert len(sheet_of(quads, superclasses(ontology), DEFAULT_BASE).reports) == 28
    assert handle.is_behind
    del handle
    with open_ledger(store, ontology) as ledger:
        assert set(told[:-1]) <= ledger.entries.keys()
        ledger.drop(list(ledger.entries)[1:])
        ledger.settle()
    return not open_graph(store).is_behind


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit on file size")
def test_a_limit_on_files_stops_a_run_with_one_line_and_takes_nothing_away(
    tmp_path: Path, small_ontology: Path
) -> None:
    with make_ledger(tmp_path / "kg", small_ontology, DEFAULT_BASE) as ledger:
        ledger.note("kg")
    told = fill(tmp_path / "kg", small_ontology, "2000000")
    assert len(told) > 1
    assert is_whole_after(tmp_path / "kg", small_ontology, told)


def test_a_full_disk_stops_a_run_with_one_line_and_takes_nothing_away(
    tmp_path: Path, small_ontology: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        with make_ledger(disk / "kg", small_ontology, DEFAULT_BASE) as ledger:
            ledger.note("kg")
        told = fill(disk / "kg", small_ontology)
        # Some room, as a person would make it.
        subprocess.run(["mount", "-o", "remount,size=32m", disk], check=True)
        assert is_whole_after(disk / "kg", small_ontology, told)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_graph_that_cannot_be_read_back_is_an_error_that_names_its_article(
    tmp_path: Path, small_ontology: Path
) -> None:
    with make_ledger(tmp_path / "kg", small_ontology, DEFAULT_BASE) as ledger:
        ledger.note("kg")
        ledger.put(stubs.sheet_of_lines("a.txt", RAID))
        (local,) = ledger.entries
        ledger._store.update(
            "DELETE WHERE { GRAPH ?g { ?r <https://example.org/kg/ontology#quote> ?q } }"
        )
        ledger._told.clear()
        with pytest.raises(StoreError, match=f"{local}: the graph .* can't be read back: quote"):
            ledger.settle()
