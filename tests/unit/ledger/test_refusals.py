"""Stores that can't be written or are another's: left alone, and told of in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import pipeline, readers
from kg.errors import InputError, ModelError, SkippedError, StoreError
from kg.graph import fresh as fresh_builds
from kg.graph import lock, settle
from kg.graph.ledger import Ledger, make_ledger
from kg.graph.note import read_note
from kg.graph.quads import Sheet
from kg.graph.removal import remove
from kg.graph.restore import restore
from kg.graph.store import open_graph
from kg.model import Document
from kg.vocab import DEFAULT_BASE
from ledger import stubs
from ledger.runs import NEWS, RAID, exported, fresh, full, given_since, other_format


def test_a_reader_that_fails_leaves_what_was_read_and_the_next_run_goes_on(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(stubs.StubReader):
        def sheets(self, documents: Sequence[Document]) -> list[Sheet | SkippedError]:
            if "c.txt" in [one.identifier for one in documents]:
                raise ModelError("broken")
            return super().sheets(documents)

    with monkeypatch.context() as patch:
        patch.setattr(readers, "reader", lambda *_, reading: Failing(reading))
        with pytest.raises(ModelError):
            pipeline.build([news], tmp_path / "kg")
    list(given_since())
    pipeline.build([news], tmp_path / "kg")
    assert list(given_since()) == ["c.txt"]
    assert exported(tmp_path / "kg") == fresh(tmp_path, NEWS)


def test_a_build_that_reads_nothing_for_a_mistake_leaves_no_store(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ModelError("broken")

    monkeypatch.setattr(readers, "reader", broken)
    with pytest.raises(ModelError):
        pipeline.build([news], tmp_path / "deep" / "kg")
    assert not (tmp_path / "deep" / "kg").exists()


def test_a_second_build_at_once_is_told_who_builds(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build([news], tmp_path / "kg")
    before = exported(tmp_path / "kg")
    refused: list[str] = []
    settle = Ledger.settle

    def at_once(self: Ledger) -> object:
        for other in (pipeline.add, pipeline.build):
            with pytest.raises(StoreError) as raised:
                other([news], tmp_path / "kg")
            refused.append(str(raised.value))
        with pytest.raises(StoreError, match="is writing the store"):
            open_graph(tmp_path / "kg")
        return settle(self)

    monkeypatch.setattr(Ledger, "settle", at_once)
    pipeline.build([news], tmp_path / "kg")
    holder = lock.own()
    assert len(refused) == 2
    assert all(f"process {holder.pid} on {holder.host}" in line for line in refused)
    assert exported(tmp_path / "kg") == before


def test_a_store_of_another_base_is_left_alone_unless_it_is_to_be_built_again(
    tmp_path: Path, news: Path
) -> None:
    pipeline.build([news], tmp_path / "kg")
    before = exported(tmp_path / "kg")
    with pytest.raises(StoreError, match=r"begin with .*/id/, not with https://own.example/"):
        pipeline.build([news], tmp_path / "kg", base="https://own.example/")
    assert exported(tmp_path / "kg") == before
    pipeline.build([news], tmp_path / "kg", base="https://own.example/", fresh=True)
    assert open_graph(tmp_path / "kg").base == "https://own.example/"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg", "news"]


def test_a_store_of_another_format_is_left_alone_with_one_line(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    store = other_format(tmp_path / "kg")
    before = sorted(store.rglob("*"))
    for work in (
        lambda: pipeline.build([news], store),
        lambda: pipeline.add([news], store),
        lambda: remove(store, ["a.txt"], stubbed),
        lambda: open_graph(store),
    ):
        with pytest.raises(StoreError, match=r"has format 1; .* \(0\.0\.9\) and kg import"):
            work()
    assert sorted(store.rglob("*")) == before


def test_fresh_builds_a_store_of_another_format_again_and_goes_on_after_a_mistake(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = other_format(tmp_path / "kg")
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "settle", lambda _: (_ for _ in ()).throw(InputError("cut short")))
        with pytest.raises(InputError):
            pipeline.build([news], store, fresh=True)
    with pytest.raises(StoreError, match="has format 1"):
        open_graph(store)
    list(given_since())
    pipeline.build([news], store, fresh=True)
    assert list(given_since()) == []
    assert exported(store) == fresh(tmp_path, NEWS)
    assert read_note(store).model == "kg"
    assert not (tmp_path / ".kg.next").exists()


def test_fresh_replaces_a_broken_store_too(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    (tmp_path / "kg" / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match=r"can't be opened.*build it again with kg build --fresh"):
        pipeline.build([news], tmp_path / "kg")
    pipeline.build([news], tmp_path / "kg", fresh=True)
    assert exported(tmp_path / "kg") == fresh(tmp_path, NEWS)


def test_nothing_is_added_where_there_is_no_store(tmp_path: Path, news: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store here .*kg build"):
        pipeline.add([news], tmp_path / "nowhere")
    with pytest.raises(StoreError, match="is not a kg store"):
        pipeline.add([news], news)
    assert sorted(path.name for path in news.iterdir()) == sorted(NEWS)


def test_a_build_that_died_before_its_note_is_gone_on_with(tmp_path: Path, news: Path) -> None:
    (tmp_path / "kg" / "oxigraph").mkdir(parents=True)
    (tmp_path / "kg" / lock.LOCK).touch()
    pipeline.build([news], tmp_path / "kg")
    assert exported(tmp_path / "kg") == fresh(tmp_path, NEWS)


def test_a_closed_ledger_writes_no_more(tmp_path: Path, stubbed: Path) -> None:
    ledger = make_ledger(tmp_path / "kg", stubbed, DEFAULT_BASE)
    ledger.close()
    ledger.close()
    with pytest.raises(StoreError, match="the store is closed"):
        ledger.put(stubs.sheet_of_lines("a.txt", RAID))


def test_a_store_in_a_folder_that_cannot_be_written_is_an_error(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    pipeline.build([news], tmp_path / "kg")
    monkeypatch.setattr(lock, "to_write", refused)
    for options in ({}, {"fresh": True}):
        with pytest.raises(StoreError, match="can't be written: Permission denied"):
            pipeline.build([news], tmp_path / "kg", **options)  # type: ignore[arg-type]
    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(StoreError, match="can't be written: Permission denied"):
        pipeline.build([news], tmp_path / "other")


def test_another_program_with_the_database_open_is_told_of(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    other = ox.Store(str(tmp_path / "kg" / "oxigraph"))
    with pytest.raises(StoreError, match="another program has the store open"):
        pipeline.add([news], tmp_path / "kg")
    del other


def test_a_disk_that_is_full_at_the_end_leaves_the_articles_and_a_mark(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(settle, "apply", full)
        with pytest.raises(StoreError) as raised:
            pipeline.build([news], tmp_path / "kg")
    line = f"{tmp_path / 'kg'}: the store can't be written: No space left on device"
    assert str(raised.value) == line
    assert open_graph(tmp_path / "kg").is_behind
    pipeline.add([], tmp_path / "kg")
    assert exported(tmp_path / "kg") == fresh(tmp_path, NEWS)


def test_a_store_that_cannot_take_the_place_of_the_old_one_is_an_error(
    tmp_path: Path, news: Path, stubbed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build([news], tmp_path / "kg")
    (tmp_path / "kg.nq").write_bytes(exported(tmp_path / "kg"))
    old = other_format(tmp_path / "old")
    monkeypatch.setattr(fresh_builds, "swap", full)
    with pytest.raises(StoreError, match="can't be written: No space left on device"):
        pipeline.build([news], old, fresh=True)
    monkeypatch.setattr(lock, "to_write", full)
    with pytest.raises(StoreError, match="can't be written: No space left on device"):
        restore(tmp_path / "kg.nq", old, stubbed, replacing=True)
    with pytest.raises(StoreError, match="has format 1"):
        open_graph(old)
