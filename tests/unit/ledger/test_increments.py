"""A store that is built, added to and taken from is the one that a fresh build makes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline, readers, versions
from kg.errors import InputError, ModelError, SkippedError, StoreError
from kg.graph import fresh as fresh_builds
from kg.graph import lock, settle
from kg.graph.export import render
from kg.graph.ledger import Ledger, make_ledger, open_ledger
from kg.graph.note import StoreMeta, read_note
from kg.graph.quads import Sheet
from kg.graph.removal import remove
from kg.graph.restore import restore
from kg.graph.store import open_graph, write_store
from kg.model import Document
from kg.vocab import DEFAULT_BASE
from ledger import stubs

RAID, CLASH = "Attack Front Salim 3", "Clash Velmara Ostrin 4"
NEWS = {"a.txt": RAID, "b.txt": f"AirStrike Front Salim 3\n{CLASH}", "c.txt": CLASH}


@pytest.fixture
def news(tmp_path: Path, stubbed: Path) -> Path:
    del stubbed
    return stubs.write(tmp_path / "news", NEWS)


def exported(store: Path) -> bytes:
    return render(open_graph(store), "nq")


def fresh(folder: Path, articles: Mapping[str, str]) -> bytes:
    """The bytes of a store of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        news = stubs.write(Path(beside) / "news", articles)
        pipeline.build([news], Path(beside) / "kg")
        return exported(Path(beside) / "kg")


def given_since() -> Iterator[str]:
    """The names of the documents read since this was last asked."""
    while stubs.StubReader.given:
        yield stubs.StubReader.given.pop(0)


def test_a_second_build_reads_nothing_and_changes_nothing(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    before = exported(tmp_path / "kg")
    assert list(given_since()) == ["a.txt", "b.txt", "c.txt"]
    summary = pipeline.build([news], tmp_path / "kg")
    assert list(given_since()) == []
    assert exported(tmp_path / "kg") == before
    assert list(summary.counts.items())[:4] == [
        ("read", 0), ("unchanged", 3), ("removed", 0), ("articles", 3),
    ]  # fmt: skip


def test_a_first_build_tells_only_what_is_there(tmp_path: Path, news: Path) -> None:
    assert next(iter(pipeline.build([news], tmp_path / "kg").counts)) == "articles"


def test_a_build_reads_what_changed_and_drops_what_is_gone(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    list(given_since())
    changed = {"a.txt": RAID, "b.txt": CLASH, "d.txt": "Skip"}
    summary = pipeline.build([stubs.write(news, changed)], tmp_path / "kg")
    assert list(given_since()) == ["b.txt", "d.txt"]
    assert list(summary.counts.values())[:3] == [1, 1, 2]
    assert [str(problem.problem) for problem in summary.problems] == ["passed over"]
    assert exported(tmp_path / "kg") == fresh(tmp_path, changed)


def test_fresh_reads_all_again(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    before = exported(tmp_path / "kg")
    list(given_since())
    pipeline.build([news], tmp_path / "kg", fresh=True)
    assert list(given_since()) == ["a.txt", "b.txt", "c.txt"]
    assert exported(tmp_path / "kg") == before


def test_another_model_lexicon_or_gazetteer_reads_all_again(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build([news], tmp_path / "kg")
    list(given_since())
    monkeypatch.setattr(versions, "of_reading", lambda *_: "other")
    summary = pipeline.add([news / "a.txt"], tmp_path / "kg")
    assert list(given_since()) == ["a.txt"]
    assert [summary.counts[name] for name in ("added", "replaced", "unchanged")] == [0, 1, 0]
    pipeline.build([news], tmp_path / "kg")
    assert list(given_since()) == ["b.txt", "c.txt"]


def test_what_is_told_beside_an_article_counts_too(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    list(given_since())
    (news / "a.json").write_text('{"date": "2020-02-05"}')
    pipeline.build([news], tmp_path / "kg")
    assert list(given_since()) == ["a.txt"]


def test_a_changed_article_takes_the_place_of_its_namesake(tmp_path: Path, news: Path) -> None:
    pipeline.build([news], tmp_path / "kg")
    (news / "b.txt").write_text(CLASH)
    summary = pipeline.add([news / "b.txt", news / "c.txt"], tmp_path / "kg")
    assert [summary.counts[name] for name in ("added", "replaced", "unchanged")] == [0, 1, 1]
    assert exported(tmp_path / "kg") == fresh(tmp_path, NEWS | {"b.txt": CLASH})


def records(news: Path) -> None:
    """Two files of records that call different texts by one name."""
    for name, text in (("1.jsonl", RAID), ("2.jsonl", CLASH)):
        (news / name).write_text(json.dumps({"id": "x", "text": text}))


def test_namesakes_of_one_run_both_stay(tmp_path: Path, news: Path) -> None:
    records(news)
    pipeline.build([news / "1.jsonl"], tmp_path / "kg")
    summary = pipeline.add([news], tmp_path / "kg")
    assert [summary.counts[name] for name in ("added", "replaced", "articles")] == [4, 0, 5]
    pipeline.build([news], tmp_path / "whole")
    assert exported(tmp_path / "kg") == exported(tmp_path / "whole")


def test_of_two_alike_in_name_and_text_the_last_counts_in_every_run(
    tmp_path: Path, news: Path
) -> None:
    for name, url in (("1.jsonl", ""), ("2.jsonl", "https://own.example/")):
        (news / name).write_text(json.dumps({"id": "x", "text": RAID, "url": url}))
    paths = [news / "1.jsonl", news / "2.jsonl"]
    pipeline.build(paths, tmp_path / "kg")
    before = exported(tmp_path / "kg")
    assert list(given_since()) == ["x", "x"]
    pipeline.build(paths, tmp_path / "kg")
    assert exported(tmp_path / "kg") == before


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "remove")),
        st.sampled_from(("a.txt", "b.txt", "c.txt", "d.txt")),
        st.sampled_from((RAID, CLASH, f"{CLASH}\n{RAID}", "Shelling Velmara Salim 3")),
    ),
    max_size=6,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_any_order_of_adding_and_removing_gives_the_store_of_what_is_left(
    tmp_path: Path, stubbed: Path, steps: list[tuple[str, str, str]]
) -> None:
    left: dict[str, str] = {}
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        store = Path(folder) / "kg"
        with make_ledger(store, stubbed, DEFAULT_BASE) as ledger:
            ledger.note("kg")
        for step, name, text in steps:
            if step == "add":
                left[name] = text
                news = stubs.write(Path(folder) / "news", {name: text})
                pipeline.add([news], store)
            elif left.pop(name, None) is not None:
                remove(store, [name], stubbed)
        pipeline.add([], store)
        assert exported(store) == fresh(tmp_path, left)


def test_the_store_says_that_it_is_behind_until_it_is_settled(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    pipeline.build([news], tmp_path / "kg")
    whole = exported(tmp_path / "kg")
    with open_ledger(tmp_path / "kg", stubbed) as ledger:
        ledger.put(stubs.sheet_of_lines("d.txt", RAID))
    assert open_graph(tmp_path / "kg").is_behind
    remove(tmp_path / "kg", ["d.txt"], stubbed)
    assert not open_graph(tmp_path / "kg").is_behind
    assert exported(tmp_path / "kg") == whole


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


def other_format(path: Path) -> Path:
    write_store(path, [], meta=StoreMeta(format=1, version="0.0.9"))
    return path


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


def test_what_is_added_is_read_with_the_model_of_the_store(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noting(model: str | None, *_: object, reading: str) -> stubs.StubReader:
        asked.append(model)
        return stubs.StubReader(reading)

    monkeypatch.setattr(readers, "reader", noting)
    pipeline.build([news / "a.txt"], tmp_path / "kg", model="own")
    pipeline.add([news / "b.txt"], tmp_path / "kg")
    pipeline.build([news], tmp_path / "kg")
    assert asked == ["own", "own", None]


def test_progress_counts_what_is_in_the_store(tmp_path: Path, news: Path) -> None:
    told: list[tuple[int, int]] = []
    pipeline.build([news], tmp_path / "kg", progress=lambda *each: told.append(each))
    assert told == [(1, 1), (2, 2), (3, 3)]


def test_removing_takes_any_name_of_an_article(tmp_path: Path, news: Path, stubbed: Path) -> None:
    locals_ = {name: stubs.sheet_of_lines(name, text).local for name, text in NEWS.items()}
    for name in (
        "b.txt",
        locals_["b.txt"],
        DEFAULT_BASE + locals_["b.txt"],
        locals_["b.txt"].replace("/", ":"),
    ):
        pipeline.build([news], tmp_path / "kg")
        left = remove(tmp_path / "kg", [name], stubbed)
        assert left.counts["articles"] == 2
    without = {name: text for name, text in NEWS.items() if name != "b.txt"}
    assert exported(tmp_path / "kg") == fresh(tmp_path, without)


def test_an_unknown_article_is_an_error_with_near_names_and_nothing_is_removed(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    pipeline.build([news], tmp_path / "kg")
    before = exported(tmp_path / "kg")
    with pytest.raises(StoreError, match=r"no article 'a\.tx' \(perhaps a\.txt"):
        remove(tmp_path / "kg", ["b.txt", "a.tx"], stubbed)
    with pytest.raises(StoreError, match=r"no article 'zzzzzz' \(it holds a\.txt and others\)"):
        remove(tmp_path / "kg", ["zzzzzz"], stubbed)
    assert exported(tmp_path / "kg") == before
    remove(tmp_path / "kg", list(NEWS), stubbed)
    with pytest.raises(StoreError, match=r"\(the store holds no articles\)"):
        remove(tmp_path / "kg", ["a.txt"], stubbed)


def test_a_name_of_several_articles_asks_for_an_iri(
    tmp_path: Path, news: Path, stubbed: Path
) -> None:
    records(news)
    pipeline.build([news], tmp_path / "kg")
    with pytest.raises(StoreError, match=r"2 articles are called 'x' \(name one of article/x-"):
        remove(tmp_path / "kg", ["x"], stubbed)


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


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


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
