"""Names that only the gazetteer of the world knows: at home first, abroad only great cities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.model import Link
from kg.resolve import gazetted as module
from kg.resolve.context import Context
from kg.resolve.gazetted import KNOWN_ABROAD, at_home, gazetted
from kg.resolve.gazetteer.compile import compiled
from kg.resolve.gazetteer.index import Gazetteer
from kg.resolve.gazetteer.known import Entry, Known
from resolve.velmara import after, context, reading, to

LARGE, SMALL = KNOWN_ABROAD, KNOWN_ABROAD - 1
MARDAN = to("place/mardan-korland", "Mardan", "label", 1.0)
DEIR = to("place/deir-salim", "Deir Salim", "label", 1.0)
OSTRIN = to("place/ostrin", "Ostrin", "label", 1.0)
KORLAND = to("place/korland", "Korland", "label", 1.0)


def known(
    number: int, name: str, country: str, people: int = 0, *, admin: str = "", east: float = 0.0,
    north: float = 36.0,
) -> Known:  # fmt: skip
    return Known(number, name, north, east, country, admin, people)


# Velmara is XV, Korland XK; no article tells of Tessia, which is XT.
PLACES = (
    known(1, "Dara", "XV", 300, admin="Ostrin Governorate"),
    known(2, "Dara", "XK", LARGE * 9),
    known(3, "Tesh Hollow", "XK", 10, admin="Korland North"),
    known(4, "Tesh Hollow", "XT", LARGE * 9),
    known(5, "Uvanda", "XT", LARGE),
    known(6, "Little Uvanda", "XT", SMALL),
    known(7, "Twinstead", "XT", LARGE),
    known(8, "Twinstead", "XQ", LARGE),
    known(9, "Orren Mills", "XV", 500, east=38.0),
    known(10, "Orren Mills", "XV", 100, east=40.5),
    known(11, "Orren Mills", "XV", 100, east=46.0),
    known(17, "Orren Mills", "XV", 100, east=40.0, north=41.0),
    known(12, "Saraqeb", "XV", 5),
    known(13, "Saraqeib", "XV", 900),
    known(14, "Upper Vale", "XK", admin="Ostrin Governorate"),
    known(15, "Lower Vale", "XV", admin="Nowhere Shire"),
    known(16, "Middle Vale", "XV", admin="Deir Salim"),
)


@pytest.fixture(autouse=True)
def world(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The places above are all that the world has."""
    path = tmp_path_factory.mktemp("world") / "places.bin"
    entries = [Entry(place, (place.name,)) for place in PLACES]
    path.write_bytes(compiled(entries, {each.country: each.country for each in PLACES}))
    with Gazetteer.open(path) as found:
        monkeypatch.setattr(module, "gazetteer", lambda: found)
        yield


def found(name: str, within: Context | None = None) -> tuple[int, str]:
    """Number and rule of the place of a name, (0, "") for none."""
    link = gazetted(name, name, within or context())
    return (link.geonames, link.rule) if link is not None else (0, "")


def test_a_place_is_told_with_where_it_lies_and_its_number() -> None:
    assert gazetted("Dara", "the Dara", context()) == Link(
        "place/dara-1", "Dara", "Settlement", "the Dara", "gazetteer", 0.75,
        "place/ostrin-governorate", (36.0, 0.0), 1,
    )  # fmt: skip


def test_a_village_at_home_goes_before_a_city_abroad() -> None:
    assert found("Dara") == (1, "gazetteer")
    assert found("Dara", after(MARDAN)) == (1, "gazetteer")
    assert found("Dara", context("place/korland")) == (2, "gazetteer")


def test_then_a_village_of_a_country_told_of_goes_before_a_city_elsewhere() -> None:
    assert found("Tesh Hollow", after(MARDAN)) == (3, "gazetteer")
    assert found("Tesh Hollow", after(KORLAND)) == (3, "gazetteer")
    assert found("Tesh Hollow", after(OSTRIN)) == (4, "gazetteer, abroad")


def test_elsewhere_only_the_one_great_city_of_a_name_is_meant() -> None:
    assert found("Uvanda") == (5, "gazetteer, abroad")
    assert found("Little Uvanda") == (0, "")
    assert found("Twinstead") == (0, "")
    assert found("Nothing") == (0, "")


def test_without_a_country_in_focus_only_countries_told_of_and_great_cities_are() -> None:
    assert found("Tesh Hollow", after(MARDAN, country="")) == (3, "gazetteer")
    assert found("Dara", after(country="")) == (2, "gazetteer, abroad")


def test_a_spelling_goes_before_a_sound_and_a_sound_is_heard_only_near() -> None:
    assert found("Saraqeb") == (12, "gazetteer")
    assert found("Saraqib") == (13, "gazetteer by sound")
    assert found("Saraqib", context("place/korland")) == (0, "")
    by_sound, spelt = (gazetted(name, name, context()) for name in ("Saraqib", "Saraqeb"))
    assert by_sound is not None
    assert spelt is not None
    assert by_sound.score < spelt.score


NEW = Link("place/y", "y", "Settlement", "y", "new name", 0.5, "place/velmara")
FAR = Link("place/x", "x", "Settlement", "x", "gazetteer", 0.75, "", (36.0, 47.0), 1)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        # the largest where no place was told, or none that has a position
        ((), 9),
        ((OSTRIN,), 9),
        # the nearest to the place told last: a curated one, or one of the gazetteer
        ((DEIR,), 10),
        ((DEIR, FAR), 11),
        ((FAR, DEIR), 10),
        ((FAR, OSTRIN), 11),
        # neither a country nor a place without a position is no place to be near to
        ((DEIR, to("place/velmara", "Velmara", "label", 1.0)), 10),
        ((DEIR, NEW), 10),
    ],
)
def test_of_several_at_home_the_nearest_to_the_place_told_last_is_meant(
    told: tuple[Link, ...], number: int
) -> None:
    assert found("Orren Mills", after(*told)) == (number, "gazetteer")


@pytest.mark.parametrize(
    ("name", "within", "holder"),
    [
        ("Dara", context(), "place/ostrin-governorate"),
        ("Tesh Hollow", after(MARDAN), "place/korland-north"),
        # an area of that name in another country, none of that name, a name that is no area
        ("Upper Vale", context("place/korland"), "place/korland"),
        ("Lower Vale", context(), "place/velmara"),
        ("Middle Vale", context(), "place/velmara"),
        # a country that is not curated
        ("Uvanda", context(), ""),
    ],
)
def test_a_place_lies_in_the_curated_area_else_in_its_country(
    name: str, within: Context, holder: str
) -> None:
    link = gazetted(name, name, within)
    assert link is not None
    assert link.parent == holder


def test_a_name_is_at_home_where_the_country_in_focus_spells_one_so() -> None:
    assert at_home("Dara", context())
    assert not at_home("Tesh Hollow", context())
    assert not at_home("Saraqib", context())
    assert not at_home("Dara", context(""))
    assert not at_home("Dara", context("place/tessia"))


# ------------------------------------------------------------------- in a sentence


def place(rows: str, word: str) -> Link | None:
    told = reading(rows)
    return told.locator.place(told.the(word))


DARA = Link(
    "place/dara-1", "Dara", "Settlement", "Dara", "gazetteer", 0.75, "place/ostrin-governorate",
    (36.0, 0.0), 1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Dara/PROPN/root@0//LOC", DARA),
        ("in/ADP/case@2 Dara/PROPN/root@0", DARA),
        ("town/NOUN/compound@2 Dara/PROPN/root@0", DARA),
        # the tagger took it for a person or a body, but something is in it
        ("in/ADP/case@2 Dara/PROPN/root@0//PERSON", DARA),
        ("in/ADP/case@2 Dara/PROPN/root@0//ORG", DARA),
        ("with/ADP/case@2 Dara/PROPN/root@0//PERSON", None),
        ("in/ADP/case@2 Berg/PROPN/root@0//PERSON", None),
    ],
)
def test_a_name_that_the_text_makes_a_place_is_looked_up(rows: str, expected: Link | None) -> None:
    assert place(rows, "Berg" if "Berg" in rows else "Dara") == expected


def test_a_building_and_a_province_are_not_looked_up_among_towns() -> None:
    building = place("Dara/PROPN/root@0//FAC", "Dara")
    province = place("Dara/PROPN/compound@2 province/NOUN/root@0", "Dara")
    assert [link and (link.rule, link.cls) for link in (building, province)] == [
        ("new name", "Facility"), ("new name", "AdministrativeArea"),
    ]  # fmt: skip


def test_the_noun_of_a_town_stands_for_the_one_looked_up() -> None:
    link = place("town/NOUN/root@0 Dara/PROPN/appos@1", "town")
    assert link == DARA
