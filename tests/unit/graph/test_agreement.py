"""The table of signs, and what each sign and bar asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.graph.agreement import Agreement
from kg.graph.signs import load_signs
from kg.graph.tree import superclasses

ONTOLOGY = resources.folder("ontology")


def test_the_shipped_table_knows_only_event_types_that_there_are() -> None:
    signs = load_signs(ONTOLOGY)
    types = {event for row, _ in signs.alike for event in row} | signs.rare
    assert types <= superclasses(ONTOLOGY).keys()


def test_no_word_is_told_of_any_event_and_tells_one_from_others() -> None:
    """What is done "as well" hits no well."""
    signs = load_signs(ONTOLOGY)
    assert not signs.telling & signs.common


def test_a_folder_without_a_table_takes_the_shipped_one(tmp_path: Path) -> None:
    assert load_signs(tmp_path) == load_signs(ONTOLOGY)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("near-place = 0.0", "", "'near-place'"),
        ("near-place = 0.0", "near-place = 0.0\nsame-hour = 2", "'same-hour'"),
        ("near-place = 0.0", "near-place = 'close'", "can't be read"),
        ("enough = 0.4", "", "can't be read"),
        ("enough = 0.4", "enough = [", "can't be read"),
        ("rare = [", "seldom = [", "can't be read"),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = (ONTOLOGY / "merging.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "merging.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load_signs(tmp_path)


def test_a_score_is_told_as_a_probability_and_its_signs_in_words() -> None:
    found = Agreement(0.0, ("same-type", "next-day"))
    assert (found.certainty, found.because) == (0.5, "same type, next day")
