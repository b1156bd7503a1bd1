"""Which word counts whom is read from a table, and a wrong row is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.tables import broken
from extract.trees import ONTOLOGY
from kg.errors import KnowledgeError
from kg.extract.harm import Causes, load


def test_words_lead_to_the_kind_of_their_row() -> None:
    harms = load(ONTOLOGY)
    assert harms.by_object == {
        "kill": "Killed", "lose": "Killed", "wound": "Injured", "destroy": "FacilitiesLost",
    }  # fmt: skip
    assert harms.by_subject == {"die": "Killed"}
    assert harms.by_noun == {"death": "Killed", "toll": "Killed"}
    assert harms.by_state == {"dead": "Killed", "wounded": "Injured", "missing": "Missing"}
    assert harms.verbs == frozenset(("kill", "lose", "wound", "destroy", "die"))


def test_kinds_tell_their_event_and_whether_they_count_facilities() -> None:
    harms = load(ONTOLOGY)
    assert harms.event_of == {
        "Killed": "Killing", "Injured": "Attack", "FacilitiesLost": "FacilityLoss",
    }  # fmt: skip
    assert harms.facility_kinds == frozenset(("FacilitiesLost",))


def test_figures_units_and_causes_are_read() -> None:
    harms = load(ONTOLOGY)
    assert harms.people_only == frozenset(("lose",))
    assert harms.units == frozenset(("day", "rocket", "village"))
    assert harms.qualifiers.vague["tens of thousands"] == 20000
    assert harms.causes == Causes(
        frozenset(("Attack", "AirStrike", "Clash", "Bombardment")),
        frozenset(("in", "during")),
        frozenset(("Displaced", "FacilitiesLost", "Detained", "Released")),
    )
    assert "dozen" in harms.figures.nouns <= harms.nouns


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('states = ["wounded"]', 'adjectives = ["wounded"]', "harm 2: unknown key 'adjectives'"),
        ('states = ["missing"]', "", "harm 3: none of object, subject, nouns, states"),
        ('kind = "Missing"\n', "", "harm 3: no 'kind'"),
        ("[units]", "[unit]", "unknown key 'unit'"),
        ('verbs = ["lose"]', "", "people_only: no 'verbs'"),
        ('most = ["up to"]', "most = []", "qualifier: most: must be a list of at least one word"),
        ('about = ["some"]', 'circa = ["some"]', "qualifier: unknown key 'circa'"),
        ("put =", "puts =", "figure: unknown key 'puts'"),
        ("prepositions =", "preposition =", "cause: unknown key 'preposition'"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    folder = broken(tmp_path, "tolls.toml", old, new)
    with pytest.raises(KnowledgeError) as raised:
        load(folder)
    assert str(raised.value) == f"{folder}/lexicon/tolls.toml: {problem}"
