"""A lexicon table is read strictly, and a mistake names the file and the row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.extract.table import Table, read


@dataclass(frozen=True, slots=True)
class Colours:
    warm: frozenset[str]
    cold: frozenset[str]


def table(**rows: object) -> Table:
    return Table(rows, "tints.toml: colours")


def test_words_are_the_words_of_a_list() -> None:
    assert table(warm=["red", "amber"]).words("warm") == frozenset(("red", "amber"))


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({}, "tints.toml: colours: no 'warm'"),
        ({"warm": []}, "tints.toml: colours: warm: must be a list of at least one word"),
        ({"warm": "red"}, "tints.toml: colours: warm: must be a list of at least one word"),
        ({"warm": [1]}, "tints.toml: colours: warm: holds something that is no word"),
        ({"warm": ["red", "red"]}, "tints.toml: colours: warm: holds 'red' twice"),
    ],
)
def test_what_is_no_list_of_words_is_a_mistake(rows: dict[str, object], problem: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        Table(rows, "tints.toml: colours").words("warm")
    assert str(raised.value) == problem


def test_an_unknown_key_is_a_mistake_and_a_known_one_is_not() -> None:
    table(warm=["red"]).allow("warm", "cold")
    with pytest.raises(KnowledgeError, match=r"^tints\.toml: colours: unknown key 'grey'$"):
        table(warm=["red"], grey=["ash"]).allow("warm", "cold")


def test_an_inner_table_knows_where_it_stands() -> None:
    assert table(warm={"dark": ["red"]}).inner("warm") == Table(
        {"dark": ["red"]}, "tints.toml: colours: warm"
    )
    with pytest.raises(KnowledgeError, match=r"^tints\.toml: colours: 'warm' must be a table$"):
        table(warm=["red"]).inner("warm")


def test_rows_of_a_list_of_tables_are_counted_from_one() -> None:
    rows = [{"a": 1}, {"a": 2}]
    assert [row.where for row in table(tint=rows).each("tint")] == [
        "tints.toml: colours: tint 1",
        "tints.toml: colours: tint 2",
    ]
    assert table().each("tint") == []


def test_a_dataclass_of_words_is_filled_from_exactly_its_own_keys() -> None:
    told = table(warm=["red"], cold=["blue"])
    assert told.filled(Colours) == Colours(frozenset(("red",)), frozenset(("blue",)))
    with pytest.raises(KnowledgeError, match="no 'cold'"):
        table(warm=["red"]).filled(Colours)
    with pytest.raises(KnowledgeError, match="unknown key 'grey'"):
        table(warm=["red"], cold=["blue"], grey=["ash"]).filled(Colours)


def test_columns_gather_the_lists_of_inner_tables() -> None:
    wanted = {"reds": ("warm", "dark")}
    assert table(warm={"dark": ["red"]}).columns(wanted) == {"reds": frozenset(("red",))}
    with pytest.raises(KnowledgeError, match="colours: unknown key 'cold'"):
        table(warm={"dark": ["red"]}, cold={"dark": ["blue"]}).columns(wanted)
    with pytest.raises(KnowledgeError, match="colours: warm: unknown key 'light'"):
        table(warm={"dark": ["red"], "light": ["pink"]}).columns(wanted)


def test_a_file_is_read_and_one_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tints.toml"
    path.write_text('warm = ["red"]', encoding="utf-8")
    assert read(path) == Table({"warm": ["red"]}, str(path))
    path.write_text("warm = [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"tints\.toml: not readable as TOML"):
        read(path)
    with pytest.raises(KnowledgeError, match=r"none\.toml: not readable as TOML"):
        read(tmp_path / "none.toml")
