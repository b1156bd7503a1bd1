"""Facts of the two packages become entries."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.gazetteer.geonames import area_names, country_names, entries
from kg.resolve.gazetteer.known import Entry, Known
from resolve.gazetteer.velmara import CONTENTS, COUNTRIES, OSTRAN


def test_places_are_read_with_names_and_areas() -> None:
    assert list(entries(CONTENTS["cities"], CONTENTS["areas"])) == [
        Entry(OSTRAN, ("Ostran", "Ostron")),
        Entry(Known(13, "Tell Óstran", 35.2, 36.6, "XV", "Lower Velmara", 0), ("Tell Óstran",)),
        Entry(Known(14, "Darnish", 0.0, 0.5, "XO", "", 5), ("Darnish",)),
    ]


def test_countries_are_read_without_stray_spaces() -> None:
    assert country_names(CONTENTS["countries"]) == COUNTRIES


def _row(at: int, code: str = "09") -> dict[str, Any]:
    return {"countrycode": "XV", "latitude": at, "longitude": 1.0, "admin1code": code}


def _other(at: int, state: str, country: str = "XV") -> dict[str, Any]:
    return {"country_code": country, "latitude": at, "longitude": 1.0, "state": state}


@pytest.mark.parametrize(
    ("states", "name"),
    [
        (["Hills", "Hills", "Hills", "Coast"], "Hills"),
        (["Coast", "Hills", "Hills", "Coast"], ""),
        (["Hills", "Hills", "Coast"], ""),
        (["Hills", ""], "Hills"),
        ([""], ""),
    ],
)
def test_an_area_is_named_where_three_quarters_of_its_places_agree(
    states: list[str], name: str
) -> None:
    rows = [_row(at) for at in range(len(states))]
    others = [_other(at, state) for at, state in enumerate(states)]
    assert area_names(rows, others) == ({("XV", "09"): name} if name else {})


def test_an_area_is_not_named_by_another_country_s_place_or_without_a_code() -> None:
    assert area_names([_row(1)], [_other(1, "Hills", "XO")]) == {}
    assert area_names([_row(1, ""), _row(1, "00")], [_other(1, "Hills")]) == {}
