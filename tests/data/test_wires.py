"""Lint of ontology/lexicon/wires.toml: each agency's examples."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from kg.model import Segment, SegmentKind
from kg.read import wires
from kg.resources import folder

ROWS: list[dict[str, Any]] = tomllib.loads(
    (folder("ontology") / "lexicon" / "wires.toml").read_text(encoding="utf-8")
)["wire"]


def _credited(text: str, kind: SegmentKind) -> tuple[str, ...]:
    return wires.wires([Segment(kind, text, tuple(range(len(text))))])


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_examples_of_an_agency_are_its_credits_or_not(row: dict[str, Any]) -> None:
    kind = SegmentKind.DATELINE
    assert [text for text in row["yes"] if row["name"] not in _credited(text, kind)] == []
    assert [text for text in row["no"] if row["name"] in _credited(text, kind)] == []


def test_names_are_unique() -> None:
    names = [row["name"] for row in ROWS]
    assert sorted(set(names)) == sorted(names)


def test_a_caption_printed_twice_is_no_credit() -> None:
    text = "Smoke over the town (Photo by Jane Doe/AFP)"
    again = Segment(SegmentKind.BOILERPLATE, text, tuple(range(len(text))), "repeated")
    assert wires.wires([again]) == ()


@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.BODY, SegmentKind.TEASER])
def test_a_photographer_or_a_witness_is_no_credit(kind: SegmentKind) -> None:
    assert _credited("Smoke over the town [Jane Doe/AFP]", kind) == ()


def test_several_agencies_may_be_credited() -> None:
    assert _credited("AFP, Reuters", SegmentKind.BOILERPLATE) == ("AFP", "Reuters")
