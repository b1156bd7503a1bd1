"""`kg add`, `kg remove`, `kg import`: options handed on, counts told, mistakes in one line."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.test_build import Pipeline
from kg import resources
from kg.graph.ledger import make_ledger
from kg.graph.note import NOTE
from kg.graph.quads import Sheet
from kg.model import IssueDate
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    import types
    from collections.abc import Callable

    from click.testing import Result


class Adding(Pipeline):
    def add(self, paths: object, store: object, **options: object) -> object:
        return self.build(paths, store, **options)


def sheet(name: str) -> Sheet:
    return Sheet(f"article/{name}-1", f"{name}.txt", (), IssueDate(None), "0" * 64, ())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of two articles that say nothing."""
    folder = resources.folder("ontology")
    with make_ledger(tmp_path / "build" / "kg", folder, DEFAULT_BASE) as ledger:
        ledger.note("kg")
        ledger.put(sheet("a"))
        ledger.put(sheet("b"))
        ledger.settle()
    return tmp_path / "build" / "kg"


def test_add_hands_its_options_on(kg: Callable[..., Result], pipeline: types.ModuleType) -> None:
    fake = Adding()
    pipeline.add = fake.add  # type: ignore[attr-defined]
    result = kg("add", "a", "-g", "s", "--model", "m", "--date", "2019-12-01", "--jobs", 2,
                "--field", "text=story")  # fmt: skip
    assert fake.called == (
        (Path("a"),),
        Path("s"),
        {
            "model": "m",
            "date": datetime.date(2019, 12, 1),
            "jobs": 2,
            "fields": {"text": "story"},
            "corrections": None,
        },
    )
    assert result.stdout.splitlines()[0] == "in store  count"
    assert result.exit_code == 0


def test_add_without_paths_is_allowed(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    fake = Adding()
    pipeline.add = fake.add  # type: ignore[attr-defined]
    assert kg("add").exit_code == 0
    assert fake.called[:2] == ((), Path("build/kg"))


def test_remove_tells_what_is_left(kg: Callable[..., Result], store: Path) -> None:
    assert store.is_dir()
    result = kg("remove", "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[2] == "articles      1"


def test_removing_an_unknown_article_is_one_line(kg: Callable[..., Result], store: Path) -> None:
    assert store.is_dir()
    result = kg("remove", "a.txt", "c\x1b.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "kg: build/kg: there is no article 'c\\x1b.txt' (perhaps b.txt or a.txt)\n"
    )


def test_an_export_is_imported_and_its_store_exported_again(
    kg: Callable[..., Result], store: Path, tmp_path: Path
) -> None:
    assert store.is_dir()
    kg("export", "-o", "kg.nq")
    result = kg("import", "kg.nq", "-o", "other")
    assert result.stdout.splitlines()[2] == "articles      2"
    kg("export", "-g", "other", "-o", "again.nq")
    assert (tmp_path / "again.nq").read_bytes() == (tmp_path / "kg.nq").read_bytes()


def test_an_import_into_a_store_asks_to_replace_it(kg: Callable[..., Result], store: Path) -> None:
    assert store.is_dir()
    kg("export", "-o", "kg.nq")
    refused = kg("import", "kg.nq")
    assert refused.exit_code == 2
    assert refused.stderr == (
        "kg: build/kg: there is a store here already (choose another folder, or --replace it)\n"
    )
    assert kg("import", "kg.nq", "--replace").exit_code == 0


def test_a_store_that_is_behind_answers_and_says_so(kg: Callable[..., Result], store: Path) -> None:
    with make_ledger(store, resources.folder("ontology"), DEFAULT_BASE) as ledger:
        ledger.put(sheet("c"))
    result = kg("stats")
    assert result.exit_code == 0
    assert result.stderr == (
        "kg: build/kg: the last run was cut short, so events, deals and links don't tell of all "
        "articles yet (go on with it, or bring the store up to date: kg add -g build/kg)\n"
    )


def test_a_store_of_another_version_is_one_line(kg: Callable[..., Result], store: Path) -> None:
    note = json.loads((store / NOTE).read_text())
    (store / NOTE).write_text(json.dumps(note | {"format": 1, "version": "0.0.9"}))
    Path("x").write_text("Nothing is read of it.", encoding="utf-8")
    for words in (["stats"], ["add", "x"], ["remove", "a.txt"], ["build", "x"]):
        result = kg(*words)
        assert result.exit_code == 2
        assert result.stderr.startswith("kg: build/kg: the store has format 1; kg ")
        assert result.stderr.count("\n") == 1
