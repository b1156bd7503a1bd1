"""A store that is built, added to and taken from is the one that a fresh build makes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline, readers, versions
from kg.errors import StoreError
from kg.graph.ledger import make_ledger, open_ledger
from kg.graph.removal import remove
from kg.graph.store import open_graph
from kg.vocab import DEFAULT_BASE
from ledger import stubs
from ledger.runs import CLASH, NEWS, RAID, exported, fresh, given_since, records


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
