"""The gazetteer that travels with kg: small, soon open, and right about places everyone knows."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from kg.resolve.gazetteer import keys
from kg.resolve.gazetteer.index import SHIPPED, Gazetteer, gazetteer
from kg.resolve.gazetteer.known import Known


def _best(timed: Callable[[], object], runs: int = 5) -> float:
    """The least seconds that one of several runs takes, since the machine may be busy."""
    spent = []
    for _ in range(runs):
        start = time.perf_counter()
        timed()
        spent.append(time.perf_counter() - start)
    return min(spent)


def _kilometres(place: Known, latitude: float, longitude: float) -> float:
    north = place.latitude - latitude
    east = (place.longitude - longitude) * math.cos(math.radians(latitude))
    return 111.2 * math.hypot(north, east)


def test_it_takes_little_room() -> None:
    assert SHIPPED.stat().st_size <= 15_000_000


def test_it_opens_at_once() -> None:
    assert _best(lambda: Gazetteer.open(SHIPPED).close()) < 0.05


def test_a_thousand_names_of_an_article_are_sorted_out_at_once() -> None:
    spans = [f"{first} {second}" for first in "ABCDEFGHIJ" for second in map(str, range(100))]
    spans[::10] = ["Aleppo"] * 100
    gazetteer().among(spans)
    assert _best(lambda: gazetteer().among(spans)) < 0.005


def test_it_is_opened_once_in_a_process() -> None:
    assert gazetteer() is gazetteer()


def test_it_credits_its_origin() -> None:
    head = SHIPPED.read_bytes()[:460].decode("ascii")
    for word in ("GeoNames", "https://creativecommons.org/licenses/by/4.0/", "Changed:"):
        assert word in head


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Aleppo", "SY", 36.20, 37.16),
        ("Bakhmut", "UA", 48.59, 38.00),
        ("El Fasher", "SD", 13.63, 25.35),
        ("Goma", "CD", -1.68, 29.22),
        ("Maiduguri", "NG", 11.85, 13.16),
        ("Kandahar", "AF", 31.61, 65.71),
        ("Myitkyina", "MM", 25.38, 97.40),
        ("Hodeidah", "YE", 14.80, 42.95),
        ("Cali", "CO", 3.44, -76.52),
        ("Port-au-Prince", "HT", 18.54, -72.34),
        ("Belfast", "GB", 54.60, -5.93),
        ("Arawa", "PG", -6.22, 155.57),
        ("Sydney", "AU", -33.87, 151.21),
        ("Chicago", "US", 41.85, -87.65),
        ("Mekelle", "ET", 13.50, 39.47),
    ],
)
def test_a_well_known_place_is_where_it_is(
    name: str, country: str, latitude: float, longitude: float
) -> None:
    first = gazetteer().named(name)[0]
    assert first.country == country
    assert _kilometres(first, latitude, longitude) < 25


@pytest.mark.parametrize(
    ("spelling", "number"),
    [
        ("Saraqib", 164816),
        ("Saraqeb", 164816),
        ("Sarakib", 164816),
        ("SARAQEB", 164816),
        ("Maaret al-Numan", 167611),
        ("Ma'arrat an-Numan", 167611),
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("Sana'a", 71137),
        ("Sheikh Zuweid", 353471),
        ("Łódź", 3093133),
        ("Lodz", 3093133),
        ("Da Nang", 1583992),
    ],
)
def test_press_spellings_lead_to_their_place(spelling: str, number: int) -> None:
    places = gazetteer().named(spelling) or gazetteer().sounding(spelling)
    assert places[0].id == number


@pytest.mark.parametrize("name", ["Atlantis-on-Sea", "Xqzvkt", "said on Monday", "AFP"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert gazetteer().sounding(name) == ()


def test_places_tell_their_area_and_their_country() -> None:
    (place,) = gazetteer().named("Saraqib")
    assert (place.country, place.admin, place.population) == ("SY", "Idlib", 34231)
    assert gazetteer().countries["SY"] == "Syria"
    assert gazetteer().countries["XK"] == "Kosovo"


def test_its_keys_are_those_of_today() -> None:
    """A change of `kg.resolve.names` that changes keys asks for `make gazetteer`."""
    known = gazetteer()
    sample = [known._place(at) for at in range(0, len(known), 29)]
    assert [place for place in sample if place not in known.named(place.name)] == []
    heard = [place for place in sample if keys.heard(place.name) is not None]
    assert [place for place in heard if place not in _by_sound(known, place.name)] == []


def _by_sound(known: Gazetteer, name: str) -> list[Known]:
    return [known._place(at) for at in known._find_heard(name)]


FORKED = """
import multiprocessing
from kg.resolve.gazetteer import keys
from kg.resolve.gazetteer.index import gazetteer

NAMES = ["Aleppo", "Goma", "Cali", "Saraqeb", "Springfield", "Atlantis"] * 20

def told(name):
    return gazetteer().sounding(name)

if __name__ == "__main__":
    before = [told(name) for name in NAMES]
    with multiprocessing.get_context("fork").Pool(3) as pool:
        assert pool.map(told, NAMES, chunksize=1) == before
    assert [told(name) for name in NAMES] == before
    print(sum(map(len, before)) > 500)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_forked_processes_may_share_it() -> None:
    run = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, check=True)
    assert run.stdout == "True\n"
