"""`kg corrections`: what it lists, of which file and graph, and with which exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from graph.corrections.records import BACKS, articles, fix
from graph.sheets import BASE, write_ontology

from kg.graph.assemble import assemble
from kg.graph.corrections.correction import ReportName
from kg.graph.corrections.write import append
from kg.graph.note import StoreMeta
from kg.graph.store import write_store

Run = Callable[..., Result]
DONE = fix("rename", thing="actor/velmara", label="Realm")
REJECTS = fix("reject-report", ReportName("one.txt", BACKS.quote))
PARTLY = fix("merge-actors", these=("Nobody", "Valley Guard"), into="Northern Front")
LOST = fix("un-alias", thing="Nobody", name="no \x1b one")
NEW = fix("rename", thing="actor/velmara", label="Republic")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    append(tmp_path / "c.toml", [DONE, REJECTS, PARTLY, LOST])
    return tmp_path / "c.toml"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "ontology"
    folder.mkdir()
    found = assemble(articles(), write_ontology(folder), BASE, [DONE, REJECTS, PARTLY, LOST])
    write_store(tmp_path / "build" / "kg", found.quads, meta=StoreMeta(base=BASE))
    return tmp_path / "build" / "kg"


def cells(result: Result) -> list[list[str]]:
    return [line.split("  ") for line in result.stdout.splitlines()[2:]]


def first_and_last(result: Result) -> list[tuple[str, str]]:
    return [(row[0], row[-1].strip()) for row in cells(result)]


def test_a_file_is_listed(kg: Run, file: Path) -> None:
    result = kg("corrections", file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert first_and_last(result) == [
        ("rename: actor/velmara to “Realm”", "checked"),
        ("reject-report: one.txt “Velmara arms the Guard”", "checked"),
        ("merge-actors: Nobody, Valley Guard into Northern Front", "checked"),
        ("un-alias: Nobody “no one”", "checked"),
    ]


def test_a_file_is_held_against_a_graph(kg: Run, file: Path, store: Path) -> None:
    result = kg("corrections", file, "-g", store)
    assert result.exit_code == 1
    assert [state for _, state in first_and_last(result)] == [
        "applied to 1 thing",
        "applied to 1 thing",
        "applied to 5 things, in part",
        "does not apply",
    ]
    where = [f"kg: {file}:{line}, record {n}: " for line, n in ((18, 3), (26, 4))]
    assert sorted(result.stderr.splitlines()) == [
        f"{where[0]}merge-actors applies only in part: no actor here is called 'Nobody'",
        f"{where[1]}un-alias does not apply: no actor, place or deal here is called 'Nobody'",
    ]


def test_what_only_the_graph_or_only_the_file_has_is_told(
    kg: Run, tmp_path: Path, store: Path
) -> None:
    append(tmp_path / "d.toml", [DONE, NEW])
    result = kg("corrections", tmp_path / "d.toml", "-g", store)
    states = [state for _, state in first_and_last(result)]
    assert states[:2] == ["applied to 1 thing", "not in this graph yet"]
    assert sorted(states[2:]) == [
        "only in this graph: applied to 1 thing",
        "only in this graph: applied to 5 things, in part",
        "only in this graph: does not apply",
    ]


def test_without_a_file_those_of_the_graph_are_listed(kg: Run, store: Path) -> None:
    assert store.is_dir()
    result = kg("corrections")
    assert result.exit_code == 1
    assert len(cells(result)) == 4


def test_a_graph_without_corrections_has_none(kg: Run, small: Path) -> None:
    result = kg("corrections", "-g", small)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == "(no rows)"


def test_a_mistake_in_the_file_is_one_line(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("[[correction]]\ndo = 'mend'\n", encoding="utf-8")
    result = kg("corrections", "c.toml")
    assert result.exit_code == 2
    assert result.stderr.startswith("kg: c.toml:1, record 1: unknown 'do': 'mend' (known: ")
    assert result.stderr.count("\n") == 1
