"""Words for places are read from a table, or refused by file and list, and tell kinds of places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.placewords import load
from resolve.velmara import ONTOLOGY, told

WORDS = load(ONTOLOGY)


@pytest.mark.parametrize(
    ("lemma", "cls"),
    [
        ("province", "AdministrativeArea"),
        ("town", "Settlement"),
        ("airbase", "Facility"),
        ("outskirts", ""),
        ("rebel", ""),
    ],
)
def test_a_noun_tells_the_class_of_a_place(lemma: str, cls: str) -> None:
    assert WORDS.class_of(lemma) == cls


@pytest.mark.parametrize(
    ("row", "place", "direction"),
    [
        ("towns/NOUN/root@0/town", True, False),
        ("outskirts/NOUN/root@0", True, False),
        ("country/NOUN/root@0", True, False),
        ("North/NOUN/root@0", True, True),
        ("norths/NOUN/root@0/north", True, True),
        ("rebels/NOUN/root@0/rebel", False, False),
    ],
)
def test_a_word_is_a_place_or_a_direction_or_neither(
    row: str,
    place: bool,
    direction: bool,
) -> None:
    (word,) = told(row).words
    assert (WORDS.is_place(word), WORDS.is_direction(word)) == (place, direction)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[distance]", "[distances]", "unknown table 'distances'"),
        ('heads = ["km"]', 'words = ["km"]', "distance: unknown key 'words'"),
        ('to = ["to"]', "to = []", "prepositions.to: must be a list of at least one word"),
        ('to = ["to"]\n', "", "prepositions.to: missing"),
    ],
)
def test_a_wrong_list_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    table = tmp_path / "ontology" / "lexicon" / "placewords.toml"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path / "ontology")
    assert str(caught.value) == f"{table}: {problem}"
