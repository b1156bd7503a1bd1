"""An invented country's places, as entries and as the two packages would write them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from kg.resolve.gazetteer.compile import compiled
from kg.resolve.gazetteer.index import Gazetteer
from kg.resolve.gazetteer.known import Entry, Known

COUNTRIES = {"XV": "Velmara", "XO": "Ostrin", "XN": "Nowhere"}
OSTRAN = Known(11, "Ostran", 35.1234, 36.5, "XV", "Lower Velmara", 90_000)
HILL_OSTRAN = Known(12, "Ostran", -12.5, -77.0, "XO", "", 300)
TELL_OSTRAN = Known(13, "Tell Óstran", 35.2, 36.6, "XV", "Lower Velmara", 0)
DARNISH = Known(14, "Darnish", 0.0, -0.0001, "XO", "Hills", 90_000)
ZOR = Known(15, "Dayr az-Zor", 90.0, 180.0, "XO", "Hills", 20)
ENTRIES = (
    Entry(OSTRAN, ("Ostran", "Old Darnish")),
    Entry(HILL_OSTRAN, ("Ostran",)),
    Entry(TELL_OSTRAN, ("Tell Óstran", "Ostran")),
    Entry(DARNISH, ("Darnish", "Ostran")),
    Entry(ZOR, ("Dayr az-Zor",)),
)

CITIES = {
    "11": {
        "geonameid": 11, "name": "Ostran", "latitude": 35.12341, "longitude": 36.5,
        "countrycode": "XV", "population": 90_000, "admin1code": "09",
        "alternatenames": ["OST", "Ostrān", "Ostron", "ostrn", "Остран"],
    },
    "13": {
        "geonameid": 13, "name": "Tell  Óstran", "latitude": 35.2, "longitude": 36.6,
        "countrycode": "XV", "population": 0, "admin1code": "09", "alternatenames": [],
    },
    "14": {
        "geonameid": 14, "name": "Darnish", "latitude": 0.0, "longitude": 0.5,
        "countrycode": "XO", "population": 5, "admin1code": "00", "alternatenames": [],
    },
}  # fmt: skip
AREAS = [
    {"country_code": "XV", "latitude": 35.12341, "longitude": 36.5, "state": "Lower Velmara"},
    {"country_code": "XO", "latitude": 0.0, "longitude": 0.5, "state": "Hills"},
    {"country_code": "XO", "latitude": 1.0, "longitude": 0.5},
]
COUNTRY_ROWS = {code: {"iso": code, "name": f"{name} "} for code, name in COUNTRIES.items()}
CONTENTS = {
    "cities": json.dumps(CITIES).encode(),
    "areas": gzip.compress(json.dumps(AREAS).encode()),
    "countries": json.dumps(COUNTRY_ROWS).encode(),
}


def written(folder: Path) -> Path:
    """The file of the invented places."""
    path = folder / "places.bin"
    path.write_bytes(compiled(ENTRIES, COUNTRIES))
    return path


def opened(folder: Path) -> Gazetteer:
    """The invented places, to ask."""
    return Gazetteer.open(written(folder))
