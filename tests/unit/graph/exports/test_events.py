"""Merged events as the exports read them, from any graph: what isn't well-formed is unknown."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.sheets import BASE, DAY, deal, report, sheet, toll
from graph.war import ARMY, CIVILIANS, FRONT, QUARTER, SALIM, VASH, war
from kg.graph.exports.events import Count, Event, Telling, events
from kg.graph.store import GraphHandle
from kg.model import Interval, Stance
from kg.vocab import PREFIXES

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
EVENT = f"<{BASE}event/e> a kg:AirStrike , kg:ArmedEvent , kg:Event "


def read(turtle: str) -> Event:
    store = ox.Store()
    store.load(f"{HEAD}{turtle} .".encode(), format=ox.RdfFormat.TURTLE)
    (event,) = events(GraphHandle(store, BASE))
    return event


def test_an_event_has_all_that_is_told(folder: Path) -> None:
    told = report(
        "Clash", quote="the army and the Front fought",
        roles={
            "place": (QUARTER,), "initiator": (ARMY,), "target": (FRONT,), "participant": (VASH,),
        },
        tolls=(toll(3, CIVILIANS), toll(2, ARMY, kind="Injured")), deal=deal("Ostrin truce"),
    )  # fmt: skip
    later = Interval(DAY + timedelta(days=9), DAY + timedelta(days=9))
    denied = report("Clash", roles={"place": (QUARTER,)}, stance=Stance.DENIED, when=later)
    (one, other) = events(war(folder, sheet("a", told), sheet("b", denied)))
    event = one if one.asserted else other
    assert not (other if one.asserted else one).asserted
    assert event.label == "Clash, Mill Quarter, 2020-02-03"
    assert event.types == ("Clash",)
    assert event.line == {"Clash", "ArmedEvent", "Event"}
    assert event.days == (DAY, DAY)
    assert event.initiators == (BASE + ARMY.iri,)
    assert event.targets == (BASE + FRONT.iri,)
    assert event.others == (BASE + VASH.iri,)
    assert [place.label for place in event.places] == ["Mill Quarter"]
    assert [each.label for each in event.places[0].around] == [
        "Deir Salim", "Salim District", "Ostrin", "Velmara",
    ]  # fmt: skip
    assert event.counts == (
        Count("Injured", (BASE + ARMY.iri,), 2, 2, 2, total=True),
        Count("Killed", (BASE + CIVILIANS.iri,), 3, 3, 3, total=True),
    )
    assert event.told == (
        Telling(
            f"{BASE}report/a/1",
            "Asserted",
            "the army and the Front fought",
            f"{BASE}article/a",
            "a.txt",
        ),
    )
    assert not event.disputed


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("kg:minCount 5 ; kg:maxCount 9", (5, 5, 9)),
        ("kg:minCount 5 ; kg:maxCount 9 ; kg:bestCount 8", (5, 8, 9)),
        ("kg:minCount 5 ; kg:maxCount 9 ; kg:count 7", (5, 7, 9)),
        ("kg:bestCount 8 ; kg:count 7 ; kg:minCount 5", (5, 8, None)),
        ("kg:count 7", (7, 7, 7)),
        ("kg:minCount 5", (5, 5, None)),
        ("kg:maxCount 9", (None, None, 9)),
        ('kg:minCount "many" ; kg:maxCount -3', (None, None, None)),
    ],
)
def test_a_toll_has_a_low_a_best_and_a_high_figure(
    figures: str, expected: tuple[int | None, ...]
) -> None:
    event = read(f"{EVENT} ; kg:toll [ kg:tollKind kg:Killed ; {figures} ]")
    assert event.killed is not None
    assert (event.killed.low, event.killed.best, event.killed.high) == expected


def test_totals_come_first_and_a_part_is_no_whole_toll() -> None:
    event = read(f"""{EVENT} ; kg:toll kgd:part , kgd:whole .
        kgd:part kg:tollKind kg:Killed ; kg:count 2 ; kg:partOfToll kgd:whole .
        kgd:whole kg:tollKind kg:Killed ; kg:count 6""")
    assert [(each.best, each.total) for each in event.counts] == [(6, True), (2, False)]
    assert event.killed == event.counts[0]


@pytest.mark.parametrize(
    "days", ['kg:begin "soon" ; kg:end "2020-02-03"', 'kg:begin "2020-02-04" ; kg:end "2020-02-03"']
)
def test_days_that_are_none_or_out_of_order_are_unknown(days: str) -> None:
    assert read(f"{EVENT} ; {days}").days is None


@pytest.mark.parametrize(
    ("lat", "long"), [("95", "36"), ("35", "181"), ('"north"', "36"), ('"nan"', "36"), ("35", '""')]
)
def test_a_point_off_the_globe_is_none(lat: str, long: str) -> None:
    event = read(f"{EVENT} ; kg:place kgd:p . kgd:p geo:lat {lat} ; geo:long {long}")
    assert event.places[0].point is None
    assert event.places[0].located is None


def test_places_within_each_other_end_where_they_began() -> None:
    event = read(f"{EVENT} ; kg:place kgd:p . kgd:p kg:within kgd:q . kgd:q kg:within kgd:p")
    assert [each.iri for each in event.places[0].chain] == [f"{BASE}p", f"{BASE}q"]
    assert event.places[0].country is None


def test_a_place_that_holds_another_of_the_event_is_left_out(folder: Path) -> None:
    ostrin = report("Clash", roles={"place": (QUARTER, SALIM)})
    (event,) = events(war(folder, sheet("a", ostrin)))
    assert [place.label for place in event.places] == ["Mill Quarter"]
    assert event.places[0].borrows


def test_disputed_events_and_unnamed_articles_are_read() -> None:
    event = read(f"{EVENT} ; kg:disputed true . kgd:r kg:reports <{BASE}event/e>")
    assert event.disputed
    assert event.told == (Telling(f"{BASE}r", "", "", "", ""),)


def test_tolls_below_an_event_are_no_events() -> None:
    assert read(f"{EVENT} . <{BASE}event/e/toll/killed> a kg:Toll").iri == f"{BASE}event/e"
