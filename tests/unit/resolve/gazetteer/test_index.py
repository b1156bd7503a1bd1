"""Places are found by spelling and by sound, in the order of their population."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.resolve.gazetteer.index import Gazetteer
from kg.resolve.gazetteer.known import Known
from resolve.gazetteer.velmara import (
    DARNISH,
    HILL_OSTRAN,
    OSTRAN,
    TELL_OSTRAN,
    ZOR,
    opened,
    written,
)


@pytest.fixture
def gazetteer(tmp_path: Path) -> Iterator[Gazetteer]:
    with opened(tmp_path) as gazetteer:
        yield gazetteer


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Ostran", (OSTRAN, DARNISH, HILL_OSTRAN, TELL_OSTRAN)),
        ("OSTRÁN", (OSTRAN, DARNISH, HILL_OSTRAN, TELL_OSTRAN)),
        ("the Ostran", (OSTRAN, DARNISH, HILL_OSTRAN, TELL_OSTRAN)),
        ("Tell Ostran", (TELL_OSTRAN,)),
        ("Dayr Zor", (ZOR,)),
        ("Ostron", ()),
        ("Tell", ()),
        ("Ostran Tell", ()),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_places_are_found_by_spelling(
    name: str, places: tuple[Known, ...], gazetteer: Gazetteer
) -> None:
    assert gazetteer.named(name) == places
    assert gazetteer.among([name, "Atlantis"]) == ({name} if places else set())


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Dayr az-Zor", (ZOR,)),
        ("Deir ez-Zour", (ZOR,)),
        ("Darnich", (DARNISH,)),
        ("Old Darneesh", (OSTRAN,)),
        ("DARNICH", ()),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_places_are_found_by_sound(
    name: str, places: tuple[Known, ...], gazetteer: Gazetteer
) -> None:
    assert gazetteer.sounding(name) == places


def test_what_is_spelt_so_comes_before_what_sounds_so(gazetteer: Gazetteer) -> None:
    spelt = gazetteer.named("Tell Ostran")
    assert gazetteer.sounding("Tell Ostran")[: len(spelt)] == spelt


@pytest.mark.parametrize(
    ("countries", "places"),
    [
        (("XV",), (OSTRAN, TELL_OSTRAN)),
        (frozenset(("XO",)), (DARNISH, HILL_OSTRAN)),
        (("XV", "XO"), (OSTRAN, DARNISH, HILL_OSTRAN, TELL_OSTRAN)),
        ((), ()),
    ],
)
def test_places_are_sought_in_some_countries(
    countries: tuple[str, ...], places: tuple[Known, ...], gazetteer: Gazetteer
) -> None:
    assert gazetteer.named("Ostran", countries) == places
    assert gazetteer.sounding("Ostran", countries) == places


@pytest.mark.parametrize(
    "name",
    [
        "Ost\0ran",
        "'Ostran\"",
        "Ostran'; DROP TABLE places; --",
        "Ostran" * 2000,
        "Ostran " * 1500,
        "\ud800Ostran",
        "%s{0}${x}",
        "\u202eOstran",
        "🜨",
    ],
)
def test_a_hostile_name_is_just_a_name(name: str, gazetteer: Gazetteer) -> None:
    found = {*gazetteer.named(name), *gazetteer.sounding(name)}
    assert found <= {OSTRAN, DARNISH, HILL_OSTRAN, TELL_OSTRAN}
    assert gazetteer.among([name]) == ({name} if gazetteer.named(name) else frozenset())


def test_the_file_tells_its_origin_its_countries_and_its_size(gazetteer: Gazetteer) -> None:
    assert "GeoNames" in gazetteer.notice
    assert gazetteer.countries == {"XV": "Velmara", "XO": "Ostrin"}
    assert len(gazetteer) == 5


def test_a_closed_file_is_let_go(tmp_path: Path) -> None:
    with Gazetteer.open(written(tmp_path)) as gazetteer:
        place = gazetteer.named("Darnish")[0]
    assert place == DARNISH
    with pytest.raises(ValueError, match="closed"):
        gazetteer.named("Tell Ostran")
