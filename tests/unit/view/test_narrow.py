"""Narrowing a view to the surroundings of a thing, to some days, to some types of event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.view.model import Wanted, view_model
from kg.view.narrow import Narrowing

if TYPE_CHECKING:
    import pyoxigraph as ox

ID = "https://example.org/kg/id/"


def labels(store: ox.Store, narrowing: Narrowing) -> tuple[set[str], set[str], set[str]]:
    """What is kept: things, events, relations."""
    view = view_model(store, Wanted(narrowing=narrowing))
    return (
        {node.label for node in view.nodes},
        {event.node.cls for event in view.happenings},
        {edge.relation for edge in view.edges},
    )


def test_a_focus_keeps_what_is_one_step_away(small_store: ox.Store) -> None:
    things, events, relations = labels(
        small_store, Narrowing(focus=frozenset({f"{ID}actor/kelmar"}))
    )
    assert things == {"Kelmar", "Home Guard", "River Front", "Tolm"}
    assert events == {"Air strike"}
    assert relations == {"backs", "fights", "affiliated"}


def test_more_depth_reaches_farther(small_store: ox.Store) -> None:
    focus = frozenset({f"{ID}actor/kelmar"})
    things, events, _ = labels(small_store, Narrowing(focus=focus, depth=2))
    assert things == {"Kelmar", "Home Guard", "River Front", "Tolm", "Varesh", "Harbour Accord"}
    assert events == {"Air strike", "Ceasefire violation"}


def test_an_event_in_focus_keeps_who_took_part(small_store: ox.Store) -> None:
    things, events, _ = labels(small_store, Narrowing(focus=frozenset({f"{ID}event/breach"})))
    assert things == {"Home Guard", "Varesh", "Harbour Accord"}
    assert events == {"Ceasefire violation"}


@pytest.mark.parametrize(
    ("since", "until", "events", "relations"),
    [
        ("2019-05-02", "2019-05-02", {"Air strike"}, {"fights"}),
        ("2019-05-03", "", set(), set()),
        ("", "2018-12-31", set(), {"backs"}),
    ],
)
def test_days_leave_out_what_lies_before_and_after_but_not_what_always_holds(
    small_store: ox.Store, since: str, until: str, events: set[str], relations: set[str]
) -> None:
    _, kept, ties = labels(small_store, Narrowing(since=since, until=until))
    assert kept == events
    assert ties - {"party", "affiliated", "within"} == relations


@pytest.mark.parametrize(
    ("types", "events"),
    [
        ({"AirStrike"}, {"Air strike"}),
        ({"DiplomaticEvent"}, {"Ceasefire violation"}),
        ({"Event"}, {"Air strike", "Ceasefire violation"}),
        ({"Siege"}, set()),
    ],
)
def test_a_type_keeps_its_own_events_and_those_below_it(
    small_store: ox.Store, types: set[str], events: set[str]
) -> None:
    assert labels(small_store, Narrowing(types=frozenset(types)))[1] == events


def test_every_event_of_a_line_that_is_kept_is_kept(small_store: ox.Store) -> None:
    for focus in ("actor/kelmar", "actor/front", "place/tolm", "deal/accord", "event/strike"):
        for depth in (0, 1, 2):
            narrowing = Narrowing(focus=frozenset({ID + focus}), depth=depth)
            view = view_model(small_store, Wanted(narrowing=narrowing))
            held = {event.node.id for event in view.happenings}
            assert {event for edge in view.edges for event in edge.events} <= held


def test_a_focus_of_no_depth_keeps_itself_alone(small_store: ox.Store) -> None:
    narrowing = Narrowing(focus=frozenset({f"{ID}actor/kelmar"}), depth=0)
    assert labels(small_store, narrowing) == ({"Kelmar"}, set(), set())
