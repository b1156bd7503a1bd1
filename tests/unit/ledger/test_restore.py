"""What was exported is imported again; what is no export is told of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import StoreError
from kg.graph import lock
from kg.graph.ledger import make_ledger
from kg.graph.restore import restore
from kg.vocab import DEFAULT_BASE
from ledger import stubs
from ledger.runs import RAID, exported, given_since, other_format


def test_an_export_makes_the_same_store(tmp_path: Path, news: Path, stubbed: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    whole = exported(tmp_path / "kg")
    (tmp_path / "kg.nq").write_bytes(whole)
    made = restore(tmp_path / "kg.nq", tmp_path / "again", stubbed)
    assert exported(tmp_path / "again") == whole
    assert made.counts == pipeline.build([news], tmp_path / "other").counts
    list(given_since())
    pipeline.build([news], tmp_path / "again")
    assert list(given_since()) == []


def test_an_import_takes_the_place_of_a_store_only_if_asked(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    pipeline.build([news], tmp_path / "kg")
    whole = exported(tmp_path / "kg")
    (tmp_path / "kg.nq").write_bytes(whole)
    old = other_format(tmp_path / "old")
    with pytest.raises(StoreError, match="there is a store here already"):
        restore(tmp_path / "kg.nq", old, stubbed)
    restore(tmp_path / "kg.nq", old, stubbed, replacing=True)
    assert exported(old) == whole
    held = lock.to_write(old)
    with pytest.raises(StoreError, match="is writing the store"):
        restore(tmp_path / "kg.nq", old, stubbed, replacing=True)
    held.release()


def test_an_export_without_mentions_is_imported_with_the_labels_it_has(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    """As kg wrote it in format 1: no mentions, no key of one happening, no digest."""
    (news / "a.txt").write_text(f"{RAID}\nBombardment Front Salim 3")
    with make_ledger(tmp_path / "kg", stubbed, DEFAULT_BASE) as ledger:
        ledger.note("kg")
        sheet = stubs.sheet_of_lines("a.txt", (news / "a.txt").read_text())
        same = tuple(replace(one, same_as="e1") for one in sheet.reports)
        ledger.put(replace(sheet, reports=same))
        ledger.settle()
    new = ("/mention/", "#mention", "#coreference", "#readWith", "#figure", "#signature")
    lines = exported(tmp_path / "kg").decode().splitlines(keepends=True)
    old = "".join(line for line in lines if not any(word in line for word in new))
    (tmp_path / "old.nq").write_text(old)
    restore(tmp_path / "old.nq", tmp_path / "again", stubbed)
    again = set(exported(tmp_path / "again").decode().splitlines(keepends=True))
    shared = {line for line in old.splitlines(keepends=True) if "article/" not in line}
    event = {line for line in shared if "/event/" in line}
    assert len([line for line in event if "reportCount" in line]) == 1
    assert shared - event <= again
    assert any('reportCount> "2"' in line for line in again)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<http://a.example/> <b> .\n", "is not N-Quads"),
        ("", "holds no articles of kg"),
        ("<http://a.example/s> <http://a.example/p> <http://a.example/o> .\n", "holds no articles"),
    ],
)
def test_a_file_that_is_no_export_is_an_error(
    tmp_path: Path, stubbed: Path, text: str, problem: str
) -> None:
    (tmp_path / "x.nq").write_text(text)
    with pytest.raises(StoreError, match=problem):
        restore(tmp_path / "x.nq", tmp_path / "kg", stubbed)
    assert not (tmp_path / "kg").exists()


def test_an_export_of_a_backing_without_an_end_is_an_error(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    pipeline.build([news / "c.txt"], tmp_path / "kg")
    lines = exported(tmp_path / "kg").decode()
    for name in ("ArmedEvent", "Clash", "Event"):
        lines = lines.replace(f"ontology#{name}>", "ontology#Backing>")
    (tmp_path / "x.nq").write_text(lines)
    with pytest.raises(StoreError, match=r"x\.nq: report 1 of article/c-.* has no kg:backer"):
        restore(tmp_path / "x.nq", tmp_path / "again", stubbed)
    assert not (tmp_path / "again").exists()


def test_an_export_of_two_bases_is_an_error(tmp_path: Path, news: Path, stubbed: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    both = exported(tmp_path / "kg").decode()
    both += both.replace(DEFAULT_BASE, "https://own.example/")
    (tmp_path / "x.nq").write_text(both)
    with pytest.raises(StoreError, match="don't begin alike"):
        restore(tmp_path / "x.nq", tmp_path / "again", stubbed)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, stubbed: Path) -> None:
    with pytest.raises(StoreError, match="can't be read: No such file"):
        restore(tmp_path / "none.nq", tmp_path / "kg", stubbed)
