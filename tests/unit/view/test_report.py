"""The report page of one thing: all that is told of it, ready to print, nobody's text run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError
from kg.view.eventtypes import event_types
from kg.view.model import Wanted, view_model
from kg.view.report import Figures, Line, report_page, subject
from view.pages import Page

if TYPE_CHECKING:
    import pyoxigraph as ox

BASE = "https://example.org/kg/id/"


def test_an_event_has_its_tolls_by_voice_and_its_reports(small_store: ox.Store) -> None:
    told = subject(view_model(small_store), f"{BASE}event/strike")
    assert told.tolls == (("Killed", "9 to 12 or more (sources differ, best count 9)"),)
    assert told.figures == (
        Figures(
            "Killed",
            (
                ("War Monitor, in Valley Wire", "at least 12"),
                ("two.txt", "9"),
                ("Kelmar, in two.txt (denied)", "90"),
            ),
        ),
    )
    assert len(told.evidence) == 3
    assert told.events == ()


def test_an_actor_has_its_relations_and_events(small_store: ox.Store) -> None:
    told = subject(view_model(small_store), f"{BASE}actor/guard")
    assert Line("2018-01-01", "Kelmar backs Home Guard", "asserted", reports=1) in told.relations
    assert (
        Line("", "Home Guard is affiliated with River Front", "curated knowledge") in told.relations
    )
    assert told.events == (Line("", "Ceasefire violation, Varesh", "alleged", reports=1),)


def test_the_page_has_a_section_for_each_thing_and_runs_nothing(small_store: ox.Store) -> None:
    iris = [f"{BASE}{name}" for name in ("deal/accord", "event/strike", "actor/nobody")]
    texts = {"two.txt": "The raid left nine dead. "}
    html = report_page(small_store, iris, BASE, Wanted(texts=texts))
    found = Page(html)
    tags = [tag for tag, _ in found.elements]
    assert tags.count("section") == 2
    assert "script" not in tags
    assert "<title>Harbour Accord</title>" in html
    assert [attrs["href"] for tag, attrs in found.elements if tag == "a"] == [
        "https://example.org/one"
    ]


def test_attacks_stay_text(small_store: ox.Store, hostile_store: ox.Store) -> None:
    iri = f"{BASE}event/strike"
    harmless = Page(report_page(small_store, [iri], BASE))
    attacked = Page(report_page(hostile_store, [iri], BASE))
    assert [tag for tag, _ in attacked.elements] == [tag for tag, _ in harmless.elements]


def test_a_thing_of_which_nothing_is_left_has_a_page_that_says_so(small_store: ox.Store) -> None:
    html = report_page(small_store, [f"{BASE}actor/unused"], BASE)
    assert "no report of it is left" in html


@pytest.mark.parametrize("name", ["AirStrike", "air strike", "Air Strike", "airstrike"])
def test_a_type_is_known_by_its_name_and_its_label(small_store: ox.Store, name: str) -> None:
    assert event_types(small_store, [name]) == {"AirStrike"}


def test_an_unknown_type_names_the_nearest(small_store: ox.Store) -> None:
    with pytest.raises(QueryError, match=r"'air strke' \(did you mean AirStrike"):
        event_types(small_store, ["air strke"])
    with pytest.raises(QueryError, match="kg ontology lists them"):
        event_types(small_store, ["zzz"])
    assert event_types(small_store, []) == frozenset()
