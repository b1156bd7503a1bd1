"""A file of word lists is read, or refused by file and list."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.wordlists import WordFile, read, word_list


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "words.toml"
    path.write_text('[area]\nheads = ["province", "county"]\nempty = []\n', encoding="utf-8")
    return path


def test_a_list_is_read_as_a_set_of_words(path: Path) -> None:
    assert read(path).words("area", "heads") == frozenset(("province", "county"))


@pytest.mark.parametrize(("table", "key"), [("town", "heads"), ("area", "words")])
def test_a_missing_list_is_named(path: Path, table: str, key: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read(path).words(table, key)
    assert str(caught.value) == f"{path}: {table}.{key}: missing"


@pytest.mark.parametrize("broken", ["[area", b"\xff"])
def test_a_file_that_is_no_toml_is_named(path: Path, broken: str | bytes) -> None:
    path.write_bytes(broken.encode() if isinstance(broken, str) else broken)
    with pytest.raises(KnowledgeError, match="not readable as TOML") as caught:
        read(path)
    assert caught.value.where == str(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read(tmp_path / "none.toml")
    assert caught.value.where == str(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (None, "must be a list of at least one word"),
        ("town", "must be a list of at least one word"),
        ([], "must be a list of at least one word"),
        (["town", 3], "holds something that is no word"),
        (["town", " "], "holds something that is no word"),
        (["town", "city", "town"], "holds 'town' twice"),
    ],
)
def test_a_list_that_is_no_list_of_words_is_refused(words: object, problem: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        word_list(words, "here")
    assert (caught.value.problem, caught.value.where) == (problem, "here")


def test_tables_and_keys_that_are_not_foreseen_are_refused() -> None:
    file = WordFile(Path("words.toml"), {"side": {"any": "x"}, "area": {"heads": ["x"]}})
    file.only({"side": None, "area": frozenset(("heads",)), "town": frozenset(("heads",))})
    with pytest.raises(KnowledgeError, match=r"words.toml: unknown table 'area'"):
        file.only({"side": None})
    with pytest.raises(KnowledgeError, match=r"words.toml: area: unknown key 'heads'"):
        file.only({"side": None, "area": frozenset()})
