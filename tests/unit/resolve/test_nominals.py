"""Nouns for actors are read from a table, or refused by row, and found at a phrase's head."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.nominals import Nominal, load
from resolve.velmara import ONTOLOGY, told

NOUNS = load(ONTOLOGY)
ROW = '[[nominal]]\nkind = "aircraft"\nclass = "ArmedForces"\nheads = ["warplane"]\n'


@pytest.fixture
def table(tmp_path: Path) -> Path:
    shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    return tmp_path / "ontology" / "lexicon" / "nominals.toml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (ROW, ROW + "colour = 1\n", "nominal 3: unknown key 'colour'"),
        ('kind = "aircraft"', 'kind = "boats"', "nominal 3: kind must be one of forces, "),
        ('kind = "aircraft"\n', "", "nominal 3: kind must be one of forces, "),
        ('heads = ["warplane"]', "heads = []", "nominal 3: heads: must be a list"),
        ('heads = ["warplane"]\n', "", "nominal 3: heads: must be a list"),
        (ROW, ROW.replace("ArmedForces", "Place"), "nominal 3: class must be one of State, "),
        ('rebel = "rebels"', 'rebel = "rabble"', "side.rebel: no side 'rabble'"),
        ('"opposition" = "ArmedGroup"', '"opposition" = "Town"', "sides.opposition: class must"),
        ("[calendar]", "[kalendar]", "unknown table 'kalendar'"),
        ("[unowning]\nwords", "[unowning]\nheads", "unowning: unknown key 'heads'"),
        ('["say"]', '["say", "say"]', "speaking.verbs: holds 'say' twice"),
    ],
)
def test_a_wrong_row_is_named(table: Path, old: str, new: str, problem: str) -> None:
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load(table.parents[1])
    assert f"{table}: {problem}" in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("rebels/NOUN/root@0/rebel", Nominal("fighters", "ArmedGroup", "rebels", home=False)),
        ("rebels/PROPN/root@0/rebels", Nominal("fighters", "ArmedGroup", "rebels", home=False)),
        (
            "border/NOUN/compound@2 guards/NOUN/root@0/guard",
            Nominal("forces", "ArmedForces", "forces", home=False),
        ),
        ("prison/NOUN/compound@2 guards/NOUN/root@0/guard", None),
        ("border/NOUN/nmod@2 guards/NOUN/root@0/guard", None),
        ("trees/NOUN/root@0/tree", None),
    ],
)
def test_a_noun_is_found_by_lemma_by_plural_or_with_its_modifier(
    rows: str, expected: Nominal | None
) -> None:
    assert NOUNS.of(told(rows).words[-1]) == expected


def test_of_two_rows_with_one_head_the_first_counts(table: Path) -> None:
    more = ROW.replace('["warplane"]', '["rebel"]')
    table.write_text(table.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert load(table.parents[1]).heads["rebel"].kind == "fighters"


@pytest.mark.parametrize(
    ("rows", "side"),
    [
        ("rebel/ADJ/amod@2 troops/NOUN/root@0", "rebels"),
        ("Rebels/NOUN/compound@2/rebel troops/NOUN/root@0", "rebels"),
        ("blue/ADJ/amod@3 foreign/ADJ/amod@3 rebel/NOUN/root@0", "foreign fighters"),
        ("blue/ADJ/amod@2 rebel/NOUN/root@0", ""),
        ("that/PRON/acl:relcl@2 rebel/NOUN/root@0", ""),
    ],
)
def test_a_side_is_told_by_a_modifier_and_not_by_the_head(rows: str, side: str) -> None:
    assert NOUNS.side_in(told(rows).words[-1]) == side


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ("Hillfolk/ADJ/amod@2 militias/NOUN/root@0", "Hillfolk"),
        ("marsh/NOUN/compound@2 militias/NOUN/root@0", ""),
        ("Lowland/ADJ/amod@2 militias/NOUN/root@0", ""),
        ("Hillfolk/PROPN/root@0", ""),
    ],
)
def test_a_people_is_told_by_a_modifier_with_a_capital(rows: str, people: str) -> None:
    assert NOUNS.people_in(told(rows).words[-1]) == people


@pytest.mark.parametrize(
    ("rows", "watches"),
    [
        ("monitors/NOUN/root@0/monitor", True),
        ("monitoring/NOUN/compound@2 group/NOUN/root@0", True),
        ("rebel/ADJ/amod@2 group/NOUN/root@0", False),
    ],
)
def test_a_monitor_is_told_by_any_word_of_the_phrase(rows: str, watches: bool) -> None:
    assert NOUNS.is_monitor(told(rows).words[-1]) is watches
