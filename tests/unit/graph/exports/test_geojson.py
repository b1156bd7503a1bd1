"""GeoJSON: a feature an event, at its own place's point and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import geojson
import pytest

from graph.sheets import BASE, DAY, bounded, report, sheet, toll
from graph.war import (
    ARMY,
    BESIDE,
    CIVILIANS,
    FRONT,
    KASR,
    NOWHERE,
    QUARTER,
    SALIM,
    VASH,
    war,
)
from kg.graph.export import render
from kg.graph.store import GraphHandle
from kg.model import Interval, Link, Stance


def features(handle: GraphHandle) -> list[Any]:
    read = geojson.loads(render(handle, "geojson").decode("utf-8"))
    assert (read.is_valid, read.errors()) == (True, [])
    assert isinstance(read, geojson.FeatureCollection)
    found: list[Any] = read.features
    return found


def test_an_event_is_a_feature_with_all_that_is_told(folder: Path) -> None:
    told = report(
        "Clash",
        roles={"place": (SALIM,), "initiator": (ARMY,), "target": (FRONT,), "participant": (VASH,)},
        tolls=(toll(3, CIVILIANS), bounded(2, None, ARMY, kind="FacilitiesLost")),
    )
    (feature,) = features(war(folder, sheet("a", told)))
    assert feature == {
        "type": "Feature",
        "id": feature["properties"]["iri"],
        "geometry": {"type": "Point", "coordinates": [36.25, 35.5]},
        "properties": {
            "iri": feature["id"],
            "name": "Clash, Deir Salim, 2020-02-03",
            "type": ["Clash"],
            "begin": "2020-02-03", "end": "2020-02-03",
            "place": ["Deir Salim"], "place_class": ["Settlement"], "point_of": ["Deir Salim"],
            "initiators": ["Velmaran army"], "targets": ["Northern Front"],
            "participants": ["Idra Vash"],
            "stances": ["Asserted"], "disputed": False, "reports": 1, "articles": 1,
            "killed_low": 3, "killed_best": 3, "killed_high": 3,
            "facilities_lost_low": 2, "facilities_lost_best": 2,
        },
    }  # fmt: skip
    assert feature["id"].startswith(f"{BASE}event/")


@pytest.mark.parametrize(
    ("where", "geometry", "owners"),
    [
        ((QUARTER,), {"type": "Point", "coordinates": [36.25, 35.5]}, ["Deir Salim"]),
        ((KASR,), {"type": "Point", "coordinates": [-36.75, -35.75]}, ["Kasr"]),
        (
            (SALIM, KASR),
            {"type": "MultiPoint", "coordinates": [[36.25, 35.5], [-36.75, -35.75]]},
            ["Deir Salim", "Kasr"],
        ),
        ((SALIM, NOWHERE), {"type": "Point", "coordinates": [36.25, 35.5]}, ["Deir Salim", None]),
        ((BESIDE,), None, [None]),
        ((NOWHERE,), None, [None]),
        ((), None, []),
    ],
)
def test_only_a_point_of_its_own_or_of_its_town_puts_it_on_the_map(
    folder: Path, where: tuple[Link, ...], geometry: Any, owners: list[str | None]
) -> None:
    (feature,) = features(war(folder, sheet("a", report("Clash", roles={"place": where}))))
    assert feature["geometry"] == geometry
    assert feature["properties"]["point_of"] == owners


def test_what_is_only_denied_or_undated_is_there_and_says_so(folder: Path) -> None:
    denied = report("Clash", stance=Stance.DENIED, when=Interval(None, DAY))
    (feature,) = features(war(folder, sheet("a", denied)))
    told = feature["properties"]
    assert (told["stances"], told["begin"], told["end"]) == (["Denied"], None, "2020-02-03")


def test_features_stand_in_the_order_of_their_ids(folder: Path) -> None:
    days = [DAY + timedelta(days=9 * n) for n in range(4)]
    told = [report("Clash", when=Interval(day, day)) for day in days]
    sheets = [sheet(name, each) for name, each in zip("abcd", told, strict=True)]
    ids = [feature["id"] for feature in features(war(folder, *sheets))]
    assert ids == sorted(ids)
    assert len(ids) == 4
