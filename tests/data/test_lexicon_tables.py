"""Lint of ontology/lexicon: every table is read and every word is well written."""

from __future__ import annotations

import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from reading import ONTOLOGY

from kg.extract import knowledge
from kg.graph.tree import ontology, superclasses
from kg.resolve import nominals
from kg.vocab import TYPE, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = sorted((ONTOLOGY / "lexicon").glob("*.toml"))
TABLES = {path.name: tomllib.loads(path.read_text("utf-8")) for path in FILES}
NOUNS = nominals.load(ONTOLOGY)

#: Keys whose values are no lemmas: sentences, patterns, labels, classes, names as written.
WRITTEN_FREELY = {
    "yes", "no", "pattern", "name", "event", "class", "kind", "label", "template", "sharpened",
    "side", "sides", "adjectives", "agencies", "cities", "at", "twin", "names", "apart",
}  # fmt: skip
#: The first row counts for these heads; "network" is an armed one before it is a broadcaster.
HEADS_IN_TWO_ROWS: set[str] = set()
#: file -> dotted path -> words that stand in one list twice.
TWICE: dict[str, dict[str, list[str]]] = {}
#: A list with nothing in it, for nothing; a harm may have no verbs or nouns.
EMPTY: dict[str, list[str]] = {}
#: Keys that no loader reads.
UNREAD: set[str] = set()


class Watched(dict[str, Any]):
    """A table that notes which of its keys were asked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__((key, _watched(value)) for key, value in table.items())
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def items(self) -> Any:
        self.asked.update(self)
        return super().items()

    def unasked(self, path: str = "") -> Iterator[str]:
        """Dotted paths of the keys never asked for."""
        if not self.asked:
            return  # handed on whole
        for key, value in super().items():
            if key not in self.asked:
                yield f"{path}{key}"
                continue
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, Watched):
                    yield from each.unasked(f"{path}{key}.")


def _watched(value: Any) -> Any:
    if isinstance(value, dict):
        return Watched(value)
    return [_watched(each) for each in value] if isinstance(value, list) else value


def words(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every string of a table, with the keys that lead to it; keys that are words count too."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for each in value:
            yield from words(each, path)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from words(each, (*path, key))


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of strings of a table, with its dotted path."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from lists(each, f"{path}.{key}")
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        yield path, value
    elif isinstance(value, list):
        for at, each in enumerate(value, start=1):
            yield from lists(each, f"{path}[{at}]")


def test_every_key_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    tables: dict[str, Watched] = {}
    original = tomllib.loads
    names = {path.read_text("utf-8"): path.name for path in FILES}

    def loads(text: str) -> Watched:
        return tables.setdefault(names[text], Watched(original(text)))

    monkeypatch.setattr(tomllib, "loads", loads)
    knowledge.load(tmp_path / "ontology")
    unread = {f"{name}: {key}" for name, table in tables.items() for key in table.unasked()}
    assert unread == UNREAD


@pytest.mark.parametrize("name", TABLES)
def test_words_are_written_as_lemmas(name: str) -> None:
    found = [
        (path, word)
        for path, word in words(TABLES[name])
        if not WRITTEN_FREELY & set(path) and word != word.lower()
    ]
    assert found == []


@pytest.mark.parametrize("name", TABLES)
def test_no_row_is_empty_and_no_word_is_blank(name: str) -> None:
    told = [word for own in lists(TABLES[name]) for word in own[1]]
    assert [word for word in told if word != word.strip() or not word] == []
    empty = [path for path, own in lists(TABLES[name]) if not own and ".harm" not in path]
    assert empty == EMPTY.get(name, [])
    rows = [row for value in TABLES[name].values() if isinstance(value, list) for row in value]
    assert all(rows)


@pytest.mark.parametrize("name", TABLES)
def test_no_list_says_a_word_twice(name: str) -> None:
    twice = {
        path: sorted({word for word in own if own.count(word) > 1})
        for path, own in lists(TABLES[name])
    }
    assert {path: own for path, own in twice.items() if own} == TWICE.get(name, {})


def test_heads_of_nominals_stand_in_one_row() -> None:
    heads = [head for row in TABLES["nominals.toml"]["nominal"] for head in row["heads"]]
    assert {head for head in heads if heads.count(head) > 1} == HEADS_IN_TWO_ROWS


def test_nominals_and_sides_are_actors_of_the_ontology() -> None:
    tree = superclasses(ONTOLOGY)
    classes = {noun.cls for noun in NOUNS.heads.values()} | set(NOUNS.sides.values())
    assert sorted(cls for cls in classes if "Actor" not in tree.get(cls, ())) == []


def test_every_side_word_leads_to_a_side() -> None:
    assert set(NOUNS.side.values()) - set(NOUNS.sides) == set()


def test_harms_count_by_toll_kinds_of_the_ontology() -> None:
    tolls, story = TABLES["tolls.toml"], TABLES["story.toml"]
    kinds = {row["kind"] for row in tolls["harm"]} | {*tolls["cause"]["apart"], *story["of_years"]}
    known = {
        local(str(quad.subject).strip("<>"))
        for quad in ontology(ONTOLOGY)
        if quad.predicate.value == TYPE and getattr(quad.object, "value", "") == kg("TollKind")
    }
    assert kinds <= known


@pytest.mark.parametrize("name", ["speech.toml", "story.toml", "tolls.toml"])
def test_types_of_events_are_those_of_the_ontology(name: str) -> None:
    tree = superclasses(ONTOLOGY)
    events = {word for path, word in words(TABLES[name]) if path[-1] == "event"}
    events |= {word for path, word in words(TABLES[name]) if path[0] == "alike"}
    assert events
    assert sorted(event for event in events if "Event" not in tree.get(event, ())) == []
