"""The figures of the small graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.stats import Figure, Section, section_text, stats
from kg.graph.store import GraphHandle

if TYPE_CHECKING:
    import pytest


def test_the_figures_are_these(small: GraphHandle) -> None:
    assert stats(small) == (
        Section(
            "Graph",
            (
                Figure("Articles", 2),
                Figure("Published", "2031-05-03 to 2031-05-03"),
                Figure("Reports", 3),
                Figure("Sources quoted", 2),
                Figure("Actors named", 4),
                Figure("Places named", 1),
                Figure("Deals named", 0),
                Figure("Triples", len(small.store)),
            ),
        ),
        Section("Reported", (Figure("Backing", 1), Figure("Event", 1))),
        Section("Events by type", (Figure("Air strike", 1),)),
        Section(
            "Days of events",
            (Figure("Earliest and latest", "2031-05-02 to 2031-05-02"), Figure("Undated", 0)),
        ),
        Section("Reports by stance", (Figure("Asserted", 2), Figure("Denied", 1))),
        Section("Reported tolls by kind", (Figure("Killed", 3),)),
    )


def test_an_empty_graph_has_noughts() -> None:
    graph, reported, *_, tolls = stats(GraphHandle(ox.Store()))
    assert {figure.value for figure in graph.figures} == {0, "unknown"}
    assert (reported.figures, tolls.figures) == ((), ())


def test_a_section_is_a_table_with_thousands_apart(capsys: pytest.CaptureFixture[str]) -> None:
    section = Section("Graph", (Figure("Reports", 1234), Figure("Published", "unknown")))
    assert section_text(section) == (
        "Graph\n─────────  ───────\nReports      1,234\nPublished  unknown\n"
    )
    assert capsys.readouterr().out == ""
