"""The tree of classes is what kg.ttl says, however its triples are ordered."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.sheets import CLASSES, PREFIXES, write_ontology
from kg import resources
from kg.errors import KnowledgeError
from kg.graph.tree import ontology, superclasses


def test_superclasses_come_nearest_first_and_begin_with_the_class(tmp_path: Path) -> None:
    assert superclasses(write_ontology(tmp_path)) == CLASSES


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        ("kg:A a owl:Class .", {"A": ("A",)}),
        ("kg:A rdfs:subClassOf kg:B .", {"A": ("A", "B")}),
        (
            (
                "kg:A a owl:Class ; rdfs:subClassOf kg:B , <http://www.w3.org/ns/prov#Agent> . "
                "kg:B a owl:Class ."
            ),
            {"A": ("A", "B"), "B": ("B",)},
        ),
        (
            (
                "kg:A rdfs:subClassOf kg:B , kg:C . "
                "kg:B rdfs:subClassOf kg:D . kg:C rdfs:subClassOf kg:D ."
            ),
            {"A": ("A", "B", "D", "C"), "B": ("B", "D"), "C": ("C", "D")},
        ),
        (
            "kg:A rdfs:subClassOf kg:A , kg:B . kg:B rdfs:subClassOf kg:A .",
            {"A": ("A", "B"), "B": ("B", "A")},
        ),
        ("kg:p a owl:ObjectProperty .", {}),
    ],
)
def test_only_our_own_classes_stand_in_the_tree(
    tmp_path: Path, turtle: str, expected: dict[str, tuple[str, ...]]
) -> None:
    (tmp_path / "kg.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    assert superclasses(tmp_path) == expected


def test_each_shipped_event_type_leads_to_event() -> None:
    classes = superclasses(resources.folder("ontology"))
    assert classes["AirStrike"] == ("AirStrike", "Bombardment", "Attack", "ArmedEvent", "Event")
    assert classes["CeasefireViolation"][-1] == "Event"
    assert "Event" not in classes["Backing"]


@pytest.mark.parametrize("text", ["kg:A a", None])
def test_an_unreadable_or_missing_file_is_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "kg.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        ontology(tmp_path)
    assert caught.value.where == str(tmp_path / "kg.ttl")
