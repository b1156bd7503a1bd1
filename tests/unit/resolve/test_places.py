"""A word at the head of a noun phrase becomes a known or a new place."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.context import Context
from resolve.velmara import after, part, place, reading, to

OSTRIN = to("place/ostrin", "Ostrin", "label", 0.9)
PROVINCE = to("place/ostrin-governorate", "Ostrin", "label", 0.9)
DEIR = to("place/deir-salim", "Deir Salim", "label", 1.0)
AIRBASE = to("place/salim-airbase", "Salim Airbase", "label", 1.0)
MARDAN = to("place/mardan", "Mardan", "label", 0.9)
ABROAD = to("place/mardan-korland", "Mardan", "label", 0.9)


def unknown(label: str, cls: str, parent: str) -> Link:
    """A place that no table has."""
    return Link(f"place/{label.lower()}", label, cls, label, "new name", 0.5, parent)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Ostrin/PROPN/root@0", OSTRIN),
        ("Ostrin/PROPN/root@0 province/NOUN/compound@1", PROVINCE),
        ("town/NOUN/compound@2 Ostrin/PROPN/root@0", OSTRIN),
        ("Deir/PROPN/compound@2 Salim/PROPN/root@0", DEIR),
        ("Velmara/PROPN/root@0", to("place/velmara", "Velmara", "label", 1.0)),
        ("Deir/PROPN/compound@2 Saleem/PROPN/root@0",
         to("place/deir-salim", "Deir Saleem", "label by sound", 0.85)),
        ("Karsk/PROPN/root@0", None),
        ("NF/PROPN/root@0", None),
        ("trees/NOUN/root@0", None),
    ],
)  # fmt: skip
def test_a_name_is_the_place_of_the_class_that_the_words_around_ask_for(
    rows: str, expected: Link | None
) -> None:
    assert place(rows) == expected


def test_a_name_below_a_place_noun_is_of_its_class() -> None:
    told = reading("Ostrin/PROPN/compound@2 province/NOUN/root@0")
    assert told.locator.place(told.the("Ostrin")) == PROVINCE


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (after(), MARDAN),
        (after(country="place/korland"), ABROAD),
        (after(country=""), MARDAN),
        (after(ABROAD, country=""), ABROAD),
        (after(to("place/korland-north", "x", "label", 1.0), country=""), ABROAD),
        (after(ABROAD), MARDAN),
        (after(to("place/korland", "x", "label", 1.0), country=""), ABROAD),
    ],
)
def test_of_places_of_one_name_the_one_at_home_or_spoken_of_is_meant(
    within: Context, expected: Link
) -> None:
    assert place("Mardan/PROPN/root@0", within) == expected


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("fled/VERB/root@0 in/ADP/case@3 Dara/PROPN/obl@1", "Dara",
         unknown("Dara", "Settlement", "place/deir-salim")),
        ("fled/VERB/root@0 with/ADP/case@3 Dara/PROPN/obl@1", "Dara", None),
        ("Dara/PROPN/root@0//LOC", "Dara", unknown("Dara", "Settlement", "place/deir-salim")),
        ("Dara/PROPN/root@0//ORG", "Dara", None),
        ("Dara/PROPN/compound@2 province/NOUN/root@0", "Dara",
         unknown("Dara", "AdministrativeArea", "place/deir-salim")),
        ("Dara/PROPN/nmod@2 rebels/NOUN/root@0", "Dara", None),
    ],
)  # fmt: skip
def test_an_unknown_name_is_a_place_behind_in_or_beside_a_place_noun(
    rows: str, word: str, expected: Link | None
) -> None:
    told = reading(rows, after(DEIR))
    assert told.locator.place(told.the(word)) == expected


def test_an_unknown_place_lies_in_the_country_in_focus_where_none_was_told() -> None:
    assert place("Dara/PROPN/root@0//LOC") == unknown("Dara", "Settlement", "place/velmara")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Ostrin/PROPN/compound@2 province/NOUN/root@0",
         to("place/ostrin-governorate", "Ostrin province", "label", 0.9)),
        ("the/DET/det@2 city/NOUN/root@0 of/ADP/case@4 Ostrin/PROPN/nmod@2",
         to("place/ostrin", "Ostrin", "label", 0.9)),
        ("village/NOUN/root@0 Dara/PROPN/appos@1",
         Link("place/dara", "Dara", "Settlement", "Dara", "new name", 0.5, "place/velmara")),
        ("the/DET/det@2 outskirts/NOUN/root@0 of/ADP/case@4 Ostrin/PROPN/nmod@2",
         to("place/ostrin", "Ostrin", "label", 0.9)),
        (("outskirts/NOUN/root@0 of/ADP/case@3 town/NOUN/nmod@1 Deir/PROPN/flat@3 "
         "Salim/PROPN/flat@3"),
         to("place/deir-salim", "Deir Salim", "label", 1.0)),
        ("outskirts/NOUN/root@0 Dara/PROPN/appos@1", None),
        ("city/NOUN/root@0 behind/ADP/case@3 Ostrin/PROPN/nmod@1", None),
        ("city/NOUN/root@0 of/ADP/case@3 trees/NOUN/nmod@1", None),
        ("Karsk/PROPN/compound@2 airbase/NOUN/root@0", None),
        ("rebel/ADJ/amod@2 fighters/NOUN/root@0 Ostrin/PROPN/appos@2", None),
    ],
)  # fmt: skip
def test_a_place_noun_is_the_place_whose_name_it_carries(rows: str, expected: Link | None) -> None:
    assert place(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("the/DET/det@2 town/NOUN/root@0",
         to("place/deir-salim", "Deir Salim", "definite noun", 0.6)),
        ("the/DET/det@2 province/NOUN/root@0",
         to("place/ostrin-governorate", "Ostrin", "definite noun", 0.6)),
        ("its/PRON/nmod:poss@2 north/NOUN/root@0",
         part("northern Deir Salim", "north", "place/deir-salim")),
        ("the/DET/det@2 south/NOUN/root@0",
         part("southern Velmara", "south", "place/velmara", "part of a country")),
        ("a/DET/det@2 town/NOUN/root@0", None),
        ("the/DET/det@2 outskirts/NOUN/root@0", None),
        ("the/DET/det@2 airbase/NOUN/root@0", None),
        ("the/DET/det@2 country/NOUN/root@0",
         to("place/velmara", "country", "country in focus", 0.6)),
        ("a/DET/det@2 country/NOUN/root@0", None),
        ("the/DET/det@2 capital/NOUN/root@0",
         to("place/ostrin", "capital", "capital in focus", 0.7)),
        ("a/DET/det@2 capital/NOUN/root@0", None),
    ],
)  # fmt: skip
def test_a_definite_place_is_the_last_of_its_class_or_the_country_or_its_capital(
    rows: str, expected: Link | None
) -> None:
    assert place(rows, after(PROVINCE, DEIR, AIRBASE)) == expected


@pytest.mark.parametrize("country", ["", "place/korland", "place/tessia"])
def test_a_definite_place_is_nowhere_where_none_was_told(country: str) -> None:
    assert place("the/DET/det@2 town/NOUN/root@0", after(country=country)) is None
    assert place("the/DET/det@2 capital/NOUN/root@0", after(country=country)) is None


def test_the_country_is_nowhere_without_one_in_focus() -> None:
    assert place("the/DET/det@2 country/NOUN/root@0", after(country="")) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("towns/NOUN/root@0/town of/ADP/case@4 Deir/PROPN/compound@4 Salim/PROPN/nmod@1 "
         "and/CCONJ/cc@6 Mardan/PROPN/conj@4"),
         [to("place/deir-salim", "Deir Salim", "label", 1.0), MARDAN]),
        ("towns/NOUN/root@0/town Ostrin/PROPN/appos@1 and/CCONJ/cc@4 Mardan/PROPN/conj@2",
         [to("place/ostrin", "Ostrin", "label", 0.9), MARDAN]),
        ("towns/NOUN/root@0/town Ostrin/PROPN/appos@1 and/CCONJ/cc@4 NF/PROPN/conj@2",
         [to("place/ostrin", "Ostrin", "label", 0.9)]),
        (("outskirts/NOUN/root@0 of/ADP/case@3 Ostrin/PROPN/nmod@1 and/CCONJ/cc@5 "
         "Mardan/PROPN/conj@3"),
         [to("place/ostrin", "Ostrin", "label", 0.9), MARDAN]),
        ("Ostrin/PROPN/root@0 and/CCONJ/cc@3 Mardan/PROPN/conj@1", [OSTRIN]),
        ("towns/NOUN/root@0/town of/ADP/case@3 trees/NOUN/nmod@1", []),
    ],
)  # fmt: skip
def test_a_place_noun_carries_all_the_names_coordinated_below_it(
    rows: str, expected: list[Link]
) -> None:
    told = reading(rows)
    assert told.locator.places(told.sentence.words[0]) == expected
    assert told.resolver.context.places == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a share of a place is told of the place
        ("most/ADJ/root@0 of/ADP/case@3 Ostrin/PROPN/nmod@1", [OSTRIN]),
        (
            (
                "most/ADJ/root@0 of/ADP/case@4 the/DET/det@4 town/NOUN/nmod@1 of/ADP/case@6 "
                "Ostrin/PROPN/nmod@4"
            ),
            [to("place/ostrin", "Ostrin", "label", 0.9)],
        ),
        # of something else, in it, or no share
        ("most/ADJ/root@0 of/ADP/case@3 trees/NOUN/nmod@1", []),
        ("most/ADJ/root@0 in/ADP/case@3 Ostrin/PROPN/nmod@1", []),
        ("news/NOUN/root@0 of/ADP/case@3 Ostrin/PROPN/nmod@1", []),
    ],
)
def test_a_share_of_a_place_is_the_place(rows: str, expected: list[Link]) -> None:
    told = reading(rows)
    assert told.locator.places(told.sentence.words[0]) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "Ostrin, the last city in Velmara" is Ostrin, not the city or town told before
        ("Ostrin/PROPN/root@0 ,/PUNCT/punct@4 the/DET/det@4 city/NOUN/appos@1", OSTRIN),
        ("Ostrin/PROPN/root@0 ,/PUNCT/punct@4 a/DET/det@4 city/NOUN/appos@1", OSTRIN),
        ("NF/PROPN/root@0 ,/PUNCT/punct@4 a/DET/det@4 city/NOUN/appos@1", None),
        ("Ostrin/PROPN/root@0 and/CCONJ/cc@4 a/DET/det@4 city/NOUN/conj@1", None),
    ],
)
def test_a_place_noun_in_apposition_is_the_place_that_it_explains(
    rows: str, expected: Link | None
) -> None:
    told = reading(rows, after(DEIR))
    assert told.locator.place(told.the("city")) == expected
