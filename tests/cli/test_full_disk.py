"""A disk that fills up: one clear line, what was there stays whole, nothing half is left behind.

Builds and additions on a full disk are in tests/unit/ledger/test_ledger.py.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import resources
from kg.graph.export import render
from kg.graph.ledger import make_ledger
from kg.graph.quads import Sheet
from kg.graph.store import open_graph
from kg.model import IssueDate
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

FULL = "No space left on device"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    """Take what room is left on a disk."""
    with (disk / "other").open("wb", buffering=0) as stream:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        stream.write(bytes(free))


def seen(disk: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in disk.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", ["g.nq", "g.ttl", "g.jsonld", "g.graphml", "g.geojson"])
def test_an_export_leaves_the_old_file(
    kg: Callable[..., Result], small: Path, disk: Path, name: str
) -> None:
    (disk / name).write_text("the old one")
    fill(disk)
    before = seen(disk)
    ran = kg("export", "-g", small, "-o", disk / name)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == f"kg: {disk / name}: can't be written: {FULL}\n"
    assert seen(disk) == before


def test_a_page_leaves_the_old_one(kg: Callable[..., Result], small: Path, disk: Path) -> None:
    (disk / "page.html").write_text("the old one")
    fill(disk)
    ran = kg("view", "-g", small, "-o", disk / "page.html")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == f"kg: {disk / 'page.html'}: can't be written: {FULL}\n"
    assert (disk / "page.html").read_text() == "the old one"


def test_an_import_leaves_the_old_store_or_none(kg: Callable[..., Result], disk: Path) -> None:
    store = disk / "kg"
    with make_ledger(store, resources.folder("ontology"), DEFAULT_BASE) as ledger:
        ledger.note("kg")
        ledger.put(Sheet("article/a-1", "a.txt", (), IssueDate(None), "0" * 64, ()))
        ledger.settle()
    assert kg("export", "-g", store, "-o", "g.nq").exit_code == 0
    before = render(open_graph(store), "nq")
    fill(disk)
    for words in ((store, "--replace"), (disk / "new",)):
        ran = kg("import", "g.nq", "-o", *words)
        assert ran.exit_code == 2
        (line,) = ran.stderr.splitlines()
        assert line.startswith(f"kg: {words[0]}: ")
        assert line.endswith(FULL)
    assert {part.name for part in disk.iterdir()} == {"kg", "other"}
    assert render(open_graph(store), "nq") == before


def test_removing_on_a_full_disk_leaves_the_store_as_it_was(
    kg: Callable[..., Result], disk: Path
) -> None:
    store = disk / "kg"
    with make_ledger(store, resources.folder("ontology"), DEFAULT_BASE) as ledger:
        ledger.note("kg")
        for name in ("a", "b"):
            ledger.put(Sheet(f"article/{name}-1", f"{name}.txt", (), IssueDate(None), "0" * 64, ()))
        ledger.settle()
    before = render(open_graph(store), "nq")
    fill(disk)
    ran = kg("remove", "a.txt", "-g", store)
    assert ran.exit_code == 2
    advice = "make room on the disk, and try again; nothing was changed"
    assert ran.stderr == f"kg: {store}: can't be opened: {FULL} ({advice})\n"
    assert render(open_graph(store), "nq") == before
    (disk / "other").unlink()
    assert kg("remove", "a.txt", "-g", store).exit_code == 0
