"""UCDP GED's columns: sides, deaths and precision by its codes, and nothing that isn't known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

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
    NOWHERE,
    OSTRIN,
    PEOPLE,
    QUARTER,
    SALIM,
    SEA,
    SHIELD,
    STEPPE,
    VELMARA,
    WELLS,
    days,
    rows,
    war,
)
from graph.war import told as reported
from kg.graph.export import render
from kg.graph.exports.ucdp import COLUMNS, OWN
from kg.model import Interval, IssueDate, Link, Report, Stance

DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")


def told(type_: str = "Attack", *, at: tuple[Link, ...] = (SALIM,), **given: Any) -> Report:
    """What an article reports, with four dead unless other tolls are given."""
    return reported(type_, at=at, **{"tolls": (toll(4),), **given})


def one(folder: Path, event: Report) -> dict[str, str]:
    return rows(war(folder, sheet("a", event)), "ucdp")[0]


def test_an_event_fills_the_columns(folder: Path) -> None:
    event = told(
        "AirStrike", initiator=(VELMARA,), target=(FRONT,), quote="jets killed six",
        tolls=(toll(6, PEOPLE), toll(2, FRONT, part_of=0), toll(1, CIVILIANS, part_of=0)),
    )  # fmt: skip
    (row,) = rows(war(folder, sheet("a", event)), "ucdp")
    assert row.pop("relid") == f"{BASE}event/{row.pop('id')}"
    assert row == {
        "year": "2020", "type_of_violence": "1", "dyad_name": "Velmara - Northern Front",
        "side_a": "Velmara", "side_b": "Northern Front",
        "number_of_sources": "1", "source_article": "a.txt", "source_office": "a.txt",
        "quote": "jets killed six",
        "where_prec": "1", "where_coordinates": "Deir Salim", "where_description": "Deir Salim",
        "adm_1": "Ostrin", "adm_2": "Salim District", "latitude": "35.5", "longitude": "36.25",
        "geom_wkt": "POINT (36.25 35.5)", "country": "Velmara",
        "date_prec": "1", "date_start": "2020-02-03", "date_end": "2020-02-03",
        "deaths_a": "0", "deaths_b": "2", "deaths_civilians": "1", "deaths_unknown": "3",
        "best": "6", "high": "6", "low": "6",
    }  # fmt: skip


def test_the_header_is_that_of_ged(folder: Path) -> None:
    head = render(war(folder, sheet("a")), "ucdp").decode()
    assert head == ",".join((*COLUMNS, *OWN)) + "\r\n"
    assert head.startswith("id,relid,year,active_year,code_status,type_of_violence,")
    assert len(COLUMNS) == len(set(COLUMNS)) == 49


@pytest.mark.parametrize(
    ("span", "precision"),
    [(1, "1"), (2, "2"), (6, "2"), (7, "3"), (8, "4"), (31, "4"), (32, "5"), (366, "5")],
)
def test_date_prec_is_day_days_week_month_or_year(folder: Path, span: int, precision: str) -> None:
    assert one(folder, told(when=days(span)))["date_prec"] == precision


@pytest.mark.parametrize(
    "event",
    [
        told(when=days(367)),
        told(when=Interval(None, DAY)),
        told(tolls=()),
        told(tolls=(toll(4, kind="Injured"),)),
        told(tolls=(bounded(None, 75),)),
        told(tolls=(toll(0),)),
        told(stance=Stance.ALLEGED),
        told("FacilityLoss"),
    ],
)
def test_what_killed_nobody_is_vague_or_not_asserted_is_left_out(
    folder: Path, event: Report
) -> None:
    assert rows(war(folder, sheet("a", event)), "ucdp") == []


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ({"initiator": (ARMY,), "target": (FRONT,)}, ("1", "Velmaran army", "Northern Front")),
        ({"initiator": (FRONT,), "target": (ARMY,)}, ("1", "Velmaran army", "Northern Front")),
        ({"initiator": (ILMAR,), "target": (ARMY,)}, ("1", "Ilmar", "Velmaran army")),
        ({"initiator": (FRONT,), "target": (SHIELD,)}, ("2", "Northern Front", "Ostrin Shield")),
        ({"initiator": (FRONT,), "target": (WELLS,)}, ("3", "Northern Front", "Civilians")),
        ({"participant": (FRONT, ARMY)}, ("1", "Velmaran army", "Northern Front")),
        ({"participant": (FRONT, ARMY, SHIELD)}, ("", "", "")),
        ({"initiator": (FRONT,)}, ("", "Northern Front", "")),
        ({"target": (CIVILIANS,)}, ("", "", "civilians (Velmara)")),
        ({"initiator": (ARMY,), "target": (PEOPLE,)}, ("", "Velmaran army", "people (Velmara)")),
    ],
)
def test_sides_decide_the_type_of_violence_and_a_government_goes_first(
    folder: Path, sides: dict[str, tuple[Link, ...]], expected: tuple[str, ...]
) -> None:
    row = one(folder, told("Attack", at=(SALIM,), **dict[str, Any](sides)))
    assert tuple(row.get(f, "") for f in ("type_of_violence", "side_a", "side_b")) == expected


def test_a_type_that_the_ontology_does_not_allow_is_not_written(folder: Path) -> None:
    assert "type_of_violence" not in one(folder, told("Clash", initiator=(ARMY,), target=(WELLS,)))


def test_those_hurt_are_a_side_if_they_are_of_one_kind(folder: Path) -> None:
    killed = one(folder, told(initiator=(FRONT,), tolls=(toll(4, CIVILIANS),)))
    assert (killed["type_of_violence"], killed["side_b"]) == ("3", "Civilians")
    assert killed["dyad_name"] == "Northern Front - Civilians"
    mixed = one(folder, told(initiator=(FRONT,), tolls=(toll(4, CIVILIANS, ARMY),)))
    assert "side_b" not in mixed


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((SALIM,), ("1", "35.5")),
        ((QUARTER,), ("2", "35.5")),
        ((BESIDE,), ("3", "35.4")),
        ((DISTRICT,), ("3", "35.4")),
        ((OSTRIN,), ("4", "35.25")),
        ((STEPPE,), ("5", "34")),
        ((COUNTRY,), ("6", "35")),
        ((SEA,), ("7", "33")),
        ((NOWHERE,), ("", "")),
        ((SALIM, KASR), ("", "")),
    ],
)
def test_where_prec_says_whose_point_it_is(
    folder: Path, where: tuple[Link, ...], expected: tuple[str, str]
) -> None:
    row = one(folder, told(at=where))
    assert (row.get("where_prec", ""), row.get("latitude", "")) == expected


@pytest.mark.parametrize(
    ("tolls", "expected"),
    [
        ((toll(4, ARMY),), ("4", "0", "0", "0", "4", "4", "4")),
        ((toll(4, FRONT),), ("0", "4", "0", "0", "4", "4", "4")),
        ((toll(4, CIVILIANS),), ("0", "0", "4", "0", "4", "4", "4")),
        ((toll(4, PEOPLE),), ("0", "0", "0", "4", "4", "4", "4")),
        ((toll(4),), ("0", "0", "0", "4", "4", "4", "4")),
        ((bounded(35, None),), ("0", "0", "0", "35", "35", "35", "")),
        ((bounded(5, 9, FRONT),), ("0", "5", "0", "0", "5", "5", "9")),
        ((toll(3, ARMY), toll(5, FRONT)), ("3", "5", "0", "0", "8", "8", "8")),
        (
            (toll(4, PEOPLE), toll(3, ARMY, part_of=0), toll(3, CIVILIANS, part_of=0)),
            ("0", "0", "0", "4", "4", "4", "4"),
        ),
    ],
)
def test_deaths_of_the_sides_add_up_to_the_best_figure(
    folder: Path, tolls: Any, expected: tuple[str, ...]
) -> None:
    row = one(folder, told("Clash", initiator=(ARMY,), target=(FRONT,), tolls=tolls))
    assert tuple(row.get(name, "") for name in DEATHS) == expected
    assert sum(int(row[name]) for name in DEATHS[:4]) == int(row["best"])


def test_two_articles_give_low_and_high_and_are_two_sources(folder: Path) -> None:
    sheets = [
        sheet(name, told("AirStrike", initiator=(VELMARA,), tolls=(toll(count, PEOPLE),)))
        for name, count in (("a", 33), ("b", 35))
    ]
    (row,) = rows(war(folder, *sheets), "ucdp")
    assert (row["low"], row["high"], row["number_of_sources"]) == ("33", "35", "2")
    assert row["source_article"] == "a.txt; b.txt"


def test_each_article_is_cited_and_whom_they_name_is_the_original_source(folder: Path) -> None:
    event = told("AirStrike", initiator=(VELMARA,), source=(SHIELD, FRONT))
    cited = replace(
        sheet("a", event),
        facts=(("publisher", "Daily Wire"), ("title", "Raid on Deir Salim")),
        issued=IssueDate(DAY, "metadata"),
    )
    (row,) = rows(war(folder, cited, sheet("b", told("AirStrike", initiator=(VELMARA,)))), "ucdp")
    assert {name: cell for name, cell in row.items() if name.startswith("source_")} == {
        "source_article": 'b.txt; Daily Wire, 2020-02-03, "Raid on Deir Salim"',
        "source_office": "b.txt; Daily Wire",
        "source_date": "2020-02-03",
        "source_headline": "Raid on Deir Salim",
        "source_original": "Northern Front; Ostrin Shield",
    }
