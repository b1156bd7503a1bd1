"""ACLED's columns: who, what, where and when by its codes, and nothing that isn't known."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from graph.sheets import BASE, DAY, bounded, sheet, toll
from graph.war import (
    ARMY,
    BESIDE,
    CIVILIANS,
    COUNTRY,
    DISTRICT,
    FRONT,
    ILMAR,
    KASR,
    LEAGUE,
    NOWHERE,
    OSTRIN,
    PEOPLE,
    QUARTER,
    SALIM,
    SEA,
    SHIELD,
    STEPPE,
    VASH,
    VELMARA,
    WELLS,
    days,
    rows,
    told,
    war,
)
from kg.graph.export import render
from kg.graph.exports.acled import COLUMNS, OWN
from kg.model import Interval, Link, Report, Stance


def one(folder: Path, event: Report) -> dict[str, str]:
    return rows(war(folder, sheet("a", event)), "acled")[0]


def test_an_event_fills_the_columns(folder: Path) -> None:
    event = told(
        "AirStrike", initiator=(ILMAR,), target=(CIVILIANS, WELLS), tolls=(toll(6, CIVILIANS),),
        quote="jets of Ilmar killed six",
    )  # fmt: skip
    published = replace(sheet("a", event), facts=(("publisher", "Daily Wire"),))
    (row,) = rows(war(folder, published), "acled")
    iri = row.pop("iri")
    assert iri == f"{BASE}event/{row.pop('event_id_cnty')}"
    assert row == {
        "event_date": "2020-02-03", "year": "2020", "time_precision": "1",
        "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "Ilmar", "inter1": "8",
        "actor2": "civilians (Velmara)", "assoc_actor_2": "Open Wells", "inter2": "7",
        "interaction": "78", "civilian_targeting": "Civilian targeting",
        "iso": "887", "country": "Velmara", "admin1": "Ostrin", "admin2": "Salim District",
        "location": "Deir Salim", "latitude": "35.5", "longitude": "36.25", "geo_precision": "1",
        "source": "Daily Wire", "notes": "jets of Ilmar killed six", "fatalities": "6",
        "fatalities_low": "6", "fatalities_best": "6", "fatalities_high": "6",
    }  # fmt: skip


def test_the_header_is_that_of_acled_and_ours_follows(folder: Path) -> None:
    head = render(war(folder, sheet("a")), "acled").decode()
    assert head == ",".join((*COLUMNS, *OWN)) + "\r\n"
    assert head.startswith("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,")
    assert len(COLUMNS) == len(set(COLUMNS)) == 31


@pytest.mark.parametrize(
    ("span", "precision", "date"),
    [
        (1, "1", "2020-02-03"), (2, "2", "2020-02-03"), (7, "2", "2020-02-06"),
        (8, "3", "2020-02-06"), (31, "3", "2020-02-18"),
    ],
)  # fmt: skip
def test_time_precision_is_day_week_or_month(
    folder: Path, span: int, precision: str, date: str
) -> None:
    row = one(folder, told("AirStrike", when=days(span)))
    assert (row["time_precision"], row["event_date"]) == (precision, date)


@pytest.mark.parametrize(
    "event",
    [
        told("AirStrike", when=days(32)),
        told("AirStrike", when=Interval(DAY, None)),
        told("AirStrike", when=Interval(None, None)),
        told("AirStrike", when=Interval(DAY, DAY - datetime.timedelta(1))),
        told("AirStrike", stance=Stance.DENIED),
        told("AirStrike", stance=Stance.PLANNED),
        told("AirStrike", stance=Stance.ALLEGED),
        told("Siege"),
        told("Statement"),
    ],
)
def test_what_is_vague_not_asserted_or_none_of_its_types_is_left_out(
    folder: Path, event: Report
) -> None:
    assert rows(war(folder, sheet("a", event)), "acled") == []


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (told("Attack", target=(CIVILIANS,)), ("Violence against civilians", "Attack")),
        (told("Attack", target=(WELLS,)), ("Violence against civilians", "Attack")),
        (told("Attack", target=(FRONT,)), ("Battles", "Armed clash")),
        (told("Attack", target=(ILMAR, FRONT)), ("Battles", "Armed clash")),
        (told("Attack", target=(FRONT, CIVILIANS)), ("", "")),
        (told("Attack", target=(LEAGUE,)), ("", "")),
        (told("Attack", target=(PEOPLE,)), ("", "")),
        (told("Attack", target=(VASH,)), ("", "")),
        (told("Attack", tolls=(toll(3, CIVILIANS),)), ("Violence against civilians", "Attack")),
        (told("Attack", tolls=(toll(3, ARMY),)), ("Battles", "Armed clash")),
        (told("Bombardment"), ("Explosions/Remote violence", "")),
        (told("Capture", initiator=(ARMY,)), ("Battles", "Government regains territory")),
        (told("Capture", initiator=(ILMAR,)), ("Battles", "Non-state actor overtakes territory")),
        (told("Capture", initiator=(FRONT,)), ("Battles", "Non-state actor overtakes territory")),
        (told("Capture", initiator=(ARMY,), at=(SEA,)), ("", "")),
        (told("Detention", initiator=(ARMY,)), ("Strategic developments", "Arrests")),
        (
            told("Detention", initiator=(FRONT,)),
            ("Violence against civilians", "Abduction/forced disappearance"),
        ),
        (told("Deployment"), ("Strategic developments", "")),
        (told("CeasefireAgreement"), ("Strategic developments", "Agreement")),
        (told("Protest"), ("", "")),
    ],
)
def test_sides_decide_between_the_types_that_the_ontology_allows(
    folder: Path, event: Report, expected: tuple[str, str]
) -> None:
    row = one(folder, event)
    assert (row.get("event_type", ""), row.get("sub_event_type", "")) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((SALIM,), ("35.5", "36.25", "1")),
        ((QUARTER,), ("35.5", "36.25", "2")),
        ((BESIDE,), ("35.4", "36.3", "2")),
        ((DISTRICT,), ("35.4", "36.3", "2")),
        ((OSTRIN,), ("35.25", "36.5", "3")),
        ((STEPPE,), ("34", "37", "3")),
        ((KASR,), ("-35.75", "-36.75", "1")),
        ((COUNTRY,), ("", "", "")),
        ((NOWHERE,), ("", "", "")),
        ((SALIM, KASR), ("", "", "")),
        ((SALIM, OSTRIN), ("35.5", "36.25", "1")),
    ],
)
def test_geo_precision_says_whose_point_it_is(
    folder: Path, where: tuple[Link, ...], expected: tuple[str, ...]
) -> None:
    row = one(folder, told("AirStrike", at=where))
    assert tuple(row.get(f, "") for f in ("latitude", "longitude", "geo_precision")) == expected


def test_several_places_share_what_holds_them_all(folder: Path) -> None:
    row = one(folder, told("AirStrike", at=(SALIM, KASR)))
    shared = {name: row.get(name, "") for name in ("location", "country", "admin1", "admin2")}
    assert shared == {
        "location": "Deir Salim; Kasr", "country": "Velmara", "admin1": "Ostrin", "admin2": "",
    }  # fmt: skip


def test_two_who_meet_are_one_side_each_and_more_are_only_tagged(folder: Path) -> None:
    two = one(folder, told("Clash", participant=(FRONT, ARMY)))
    assert (two["actor1"], two["actor2"], two.get("tags")) == (
        "Northern Front",
        "Velmaran army",
        None,
    )
    assert (two.get("inter1"), two["inter2"], two.get("interaction")) == (None, "1", None)
    three = one(folder, told("Clash", participant=(FRONT, ARMY, SHIELD)))
    assert "actor1" not in three
    assert three["tags"] == (
        "participant=Northern Front; participant=Ostrin Shield; participant=Velmaran army"
    )


def test_a_lone_actor_has_an_interaction_with_nobody(folder: Path) -> None:
    assert one(folder, told("AirStrike", initiator=(ARMY,)))["interaction"] == "10"
    assert (
        one(folder, told("AirStrike", initiator=(ARMY,), target=(FRONT,))).get("interaction")
        is None
    )


def test_fatalities_are_the_least_told_and_their_bounds_stand_beside(folder: Path) -> None:
    several = war(
        folder,
        sheet("a", told("AirStrike", initiator=(VELMARA,), tolls=(toll(33, PEOPLE),))),
        sheet("b", told("AirStrike", initiator=(VELMARA,), tolls=(toll(35, PEOPLE),))),
    )
    (row,) = rows(several, "acled")
    assert {n: c for n, c in row.items() if n.startswith("fatal")} == {
        "fatalities": "33",
        "fatalities_low": "33", "fatalities_best": "33", "fatalities_high": "35",
    }  # fmt: skip
    assert row["tags"] == "disputed"
    vague = one(folder, told("AirStrike", tolls=(bounded(None, 75),)))
    assert {n: c for n, c in vague.items() if n.startswith("fatal")} == {"fatalities_high": "75"}
    nobody = one(folder, told("AirStrike", tolls=()))
    assert {n: c for n, c in nobody.items() if n.startswith("fatal")} == {"fatalities": "0"}


def test_rows_stand_in_the_order_of_their_days(folder: Path) -> None:
    later = told("AirStrike", when=Interval(DAY.replace(day=9), DAY.replace(day=9)))
    found = rows(war(folder, sheet("a", later, told("Shelling"))), "acled")
    assert [row["event_date"] for row in found] == ["2020-02-03", "2020-02-09"]
