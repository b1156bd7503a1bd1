"""Stores are written whole, replace only stores, and say what is wrong with them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import __version__
from kg.errors import InputError, StoreError
from kg.graph import store as stores
from kg.graph.note import NOTE, StoreMeta
from kg.graph.store import GraphHandle, open_graph, write_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

META = StoreMeta(model="kg_news", base="https://example.org/kg/id/")


def _quad(number: int) -> ox.Quad:
    node = ox.NamedNode(f"https://example.org/{number}")
    return ox.Quad(node, node, ox.Literal(str(number)), node)


def _entries(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _failing(error: Exception) -> Iterator[ox.Quad]:
    yield _quad(3)
    raise error


def _with_note(folder: Path, **changes: object) -> Path:
    write_store(folder, [_quad(1)], meta=META)
    note = json.loads((folder / NOTE).read_text())
    (folder / NOTE).write_text(json.dumps(note | changes))
    return folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    quads = [_quad(1), _quad(2), _quad(1)]
    write_store(tmp_path / "deep" / "kg", quads, meta=META)
    handle = open_graph(tmp_path / "deep" / "kg")
    assert set(handle.store) == set(quads)
    assert (handle.base, handle.meta) == (META.base, META)


def test_the_note_says_what_the_store_is(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [], meta=META)
    assert json.loads((tmp_path / "kg" / "kg-store.json").read_text()) == {
        "base": "https://example.org/kg/id/",
        "format": 2,
        "model": "kg_news",
        "version": __version__,
    }


def test_a_new_store_takes_the_place_of_the_old_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    write_store(tmp_path / "kg", [_quad(2)], meta=META)
    assert set(open_graph(tmp_path / "kg").store) == {_quad(2)}
    assert _entries(tmp_path) == ["kg"]


def test_a_store_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    write_store(tmp_path / "real", [_quad(1)], meta=META)
    (tmp_path / "kg").symlink_to(tmp_path / "real")
    write_store(tmp_path / "kg", [_quad(2)], meta=META)
    assert (tmp_path / "kg").is_symlink()
    assert set(open_graph(tmp_path / "real").store) == {_quad(2)}


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "kg").mkdir()
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    assert set(open_graph(tmp_path / "kg").store) == {_quad(1)}


def test_a_full_disk_leaves_the_old_store_and_one_clear_line(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    full = OSError(28, "No space left on device")
    with pytest.raises(StoreError) as raised:
        write_store(tmp_path / "kg", _failing(full), meta=META)
    expected = f"{tmp_path / 'kg'}: the store can't be written: No space left on device"
    assert str(raised.value) == expected
    assert set(open_graph(tmp_path / "kg").store) == {_quad(1)}
    assert _entries(tmp_path) == ["kg"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit on file size")
def test_a_limit_of_the_disk_in_the_database_itself_is_a_store_error(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "import pyoxigraph as ox\n"
        "from kg.errors import StoreError\n"
        "from kg.graph.note import StoreMeta\n"
        "from kg.graph.store import write_store\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "n = ox.NamedNode('https://example.org/')\n"
        "quads = (ox.Quad(n, n, ox.Literal(str(hash(str(i)))), n) for i in range(20000))\n"
        "try: write_store(Path(sys.argv[1]), quads, meta=StoreMeta())\n"
        "except StoreError as error: print('StoreError', str(error).count(chr(10)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "kg")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, _entries(tmp_path)) == ("StoreError 0\n", [])


def test_a_mistake_while_quads_are_made_passes_through_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_store(tmp_path / "kg", _failing(InputError("bad")), meta=META)
    assert _entries(tmp_path) == []


def test_the_old_store_comes_back_if_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    rename = type(tmp_path).rename

    def broken(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(type(tmp_path), "rename", broken)
    with pytest.raises(StoreError, match="Input/output error"):
        write_store(tmp_path / "kg", [_quad(2)], meta=META)
    assert set(open_graph(tmp_path / "kg").store) == {_quad(1)}
    assert _entries(tmp_path) == ["kg"]


def test_a_folder_with_other_things_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "thesis.doc").write_text("years of work")
    with pytest.raises(StoreError, match="choose another output"):
        write_store(tmp_path / "kg", [_quad(1)], meta=META)
    assert (tmp_path / "kg" / "thesis.doc").read_text() == "years of work"
    assert _entries(tmp_path) == ["kg"]


def test_a_file_is_never_replaced_by_a_store(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text("words")
    with pytest.raises(StoreError, match="is a file"):
        write_store(tmp_path / "kg", [_quad(1)], meta=META)
    assert (tmp_path / "kg").read_text() == "words"


def test_nothing_there_is_an_error_that_says_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        open_graph(tmp_path / "kg")
    expected = f"{tmp_path / 'kg'}: there is no graph here (build one first: kg build ARTICLES)"
    assert str(raised.value) == expected


def test_a_folder_that_is_no_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a kg store"):
        open_graph(tmp_path)


def test_another_format_is_an_error_that_names_the_kg_that_wrote_it(tmp_path: Path) -> None:
    path = _with_note(tmp_path / "kg", format=7, version="9.9")
    with pytest.raises(StoreError) as raised:
        open_graph(path)
    assert str(raised.value) == (
        f"{path}: the store has format 7; kg {__version__} reads format 2 "
        "(export it as .nq with the kg that wrote it (9.9) and kg import the file, or build it "
        "again with kg build --fresh)"
    )


@pytest.mark.parametrize("note", ["{", "[]", '{"format": 1}', '{"format": "x"}'])
def test_a_broken_note_is_an_error(tmp_path: Path, note: str) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    (tmp_path / "kg" / "kg-store.json").write_text(note)
    with pytest.raises(StoreError, match=r"kg-store\.json: can't be read"):
        open_graph(tmp_path / "kg")


def test_a_store_without_its_database_is_an_error(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    (tmp_path / "kg" / "oxigraph" / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"can't be opened: .*\(build it again with"):
        open_graph(tmp_path / "kg")


def test_a_locked_store_is_an_error_that_says_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Locked:
        @staticmethod
        def read_only(_: str) -> ox.Store:
            raise OSError("IO error: lock hold by current process: LOCK")

    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    monkeypatch.setattr(stores, "Store", Locked)
    with pytest.raises(StoreError, match=r"another program has the store open \(try again"):
        open_graph(tmp_path / "kg")


def test_an_open_store_cannot_be_changed(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    with pytest.raises(RuntimeError):
        open_graph(tmp_path / "kg").store.add(_quad(2))


def test_two_readers_share_a_store(tmp_path: Path) -> None:
    write_store(tmp_path / "kg", [_quad(1)], meta=META)
    first, second = open_graph(tmp_path / "kg"), open_graph(tmp_path / "kg")
    assert set(first.store) == set(second.store) == {_quad(1)}


@pytest.mark.parametrize("ending", [".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf", ".TTL"])
def test_an_rdf_file_is_read_by_its_extension(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"graph{ending}"
    path.write_bytes(
        ox.serialize([_quad(1).triple], format=stores.RDF_FORMATS[ending.lower()]) or b""
    )
    triples = {quad.triple for quad in open_graph(str(path)).store}
    assert triples == {_quad(1).triple}


def test_the_base_of_a_file_is_that_of_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(
        "<http://own.example/x/article/one> a <https://example.org/kg/ontology#Article> ."
    )
    assert open_graph(path).base == "http://own.example/x/"


def test_the_base_of_a_file_without_articles_is_the_usual_one(small: GraphHandle) -> None:
    assert small.base == "https://example.org/kg/id/"
    assert small.meta is None


def test_an_unparsable_file_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<http://a.example/> a <http://b.example/> .\n<http://a.example/> oops .\n")
    with pytest.raises(StoreError) as raised:
        open_graph(path)
    assert raised.value.where == f"{path}:2"
    assert raised.value.problem.startswith("can't be parsed: ")


def test_a_file_of_no_known_format_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "graph.docx").write_text("words")
    with pytest.raises(StoreError, match=r"known: \.ttl \.trig"):
        open_graph(tmp_path / "graph.docx")
