"""The places of a trigger: those tied to it, else the nearest behind "in" or "near"."""

from __future__ import annotations

import pytest

from extract.trees import labels, to, told
from kg.extract.whereabouts import Whereabouts
from kg.model import Link


def where(rows: str, trigger: str = "clashes") -> list[str]:
    """The labels of the places of a word."""
    read = told(rows)
    found = Whereabouts(read.now.locator, read.now.knowledge.nominals.facility)
    word = read.the(trigger)
    return labels(found.of(word) or found.nearest(word))


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        # below the trigger, and below the verbs that govern it
        ("clashes/NOUN/root@0 in/ADP/case@3 Teluk/PROPN/nmod@1", ["Teluk"]),
        (
            "clashes/NOUN/nsubj@2 erupted/VERB/root@0 in/ADP/case@4 Teluk/PROPN/obl@2",
            ["Teluk"],
        ),
        (
            "clashes/NOUN/obj@2 seen/VERB/xcomp@3 began/VERB/root@0 in/ADP/case@5 Teluk/PROPN/obl@3",
            ["Teluk"],
        ),
        # below an open complement of the verb
        (
            (
                "clashes/NOUN/nsubj@2 began/VERB/root@0 spread/VERB/xcomp@2 in/ADP/case@5 "
                "Oram/PROPN/obl@3"
            ),
            ["Oram"],
        ),
        # through a facility
        (
            "clashes/NOUN/root@0 in/ADP/case@3 school/NOUN/nmod@1 in/ADP/case@5 Oram/PROPN/nmod@3",
            ["Oram"],
        ),
        # beside it without a preposition
        ("clashes/NOUN/nsubj@2 erupted/VERB/root@0 Teluk/PROPN/obl:unmarked@2", ["Teluk"]),
        # the town rather than the province and country that hold it
        (
            (
                "clashes/NOUN/root@0 in/ADP/case@3 Teluk/PROPN/nmod@1 in/ADP/case@5 Dorn/PROPN/nmod@1 "
                "in/ADP/case@7 Avenia/PROPN/nmod@1"
            ),
            ["Teluk"],
        ),
        (
            "clashes/NOUN/root@0 in/ADP/case@3 Teluk/PROPN/nmod@1 in/ADP/case@5 Oram/PROPN/nmod@1",
            ["Teluk", "Oram"],
        ),
        # what the parse ties elsewhere: words behind, then words before
        (
            "clashes/NOUN/root@0 ,/PUNCT/punct@1 it/PRON/dep@1 in/ADP/case@5 Teluk/PROPN/dep@3",
            ["Teluk"],
        ),
        ("in/ADP/case@2 Teluk/PROPN/dep@3 clashes/NOUN/root@0", ["Teluk"]),
        ("over/ADP/case@2 Teluk/PROPN/dep@3 clashes/NOUN/root@0", ["Teluk"]),
        # not behind another preposition, another verb, punctuation or too many words
        ("clashes/NOUN/root@0 for/ADP/case@3 Teluk/PROPN/dep@1", []),
        ("clashes/NOUN/root@0 ran/VERB/dep@1 in/ADP/case@4 Teluk/PROPN/dep@2", []),
        ("clashes/NOUN/root@0 in/ADP/case@4 ,/PUNCT/punct@4 Teluk/PROPN/dep@1", []),
        (
            (
                "clashes/NOUN/root@0 in/ADP/dep@1 a/X/dep@1 b/X/dep@1 c/X/dep@1 d/X/dep@1 e/X/dep@1 "
                "f/X/dep@1 Teluk/PROPN/dep@1"
            ),
            [],
        ),
        (
            "clashes/NOUN/root@0 in/ADP/dep@1" + " a/X/dep@1" * 5 + " Teluk/PROPN/dep@1",
            ["Teluk"],
        ),
        ("clashes/NOUN/root@0 in/ADP/dep@1 town/NOUN/dep@1", []),
        # too far above, and beside it without a preposition but no place
        (
            (
                "clashes/NOUN/obj@2 a/NOUN/obj@3 b/NOUN/obj@4 c/VERB/root@0 for/ADP/case@6 "
                "Teluk/PROPN/obl@4"
            ),
            [],
        ),
        ("clashes/NOUN/nsubj@2 erupted/VERB/root@0 suddenly/ADV/advmod@2", []),
        # a clause of its own is not asked what stands above it
        (
            (
                "said/VERB/root@0 in/ADP/case@3 Teluk/PROPN/obl@1 clashes/VERB/ccomp@1 "
                "near/ADP/case@6 Oram/PROPN/dep@4"
            ),
            ["Oram"],
        ),
    ],
)
def test_where_an_event_was(rows: str, places: list[str]) -> None:
    assert where(rows) == places


def test_a_compound_stands_for_the_place_that_its_noun_makes_of_it() -> None:
    rows = (
        "clashes/NOUN/root@0 ,/PUNCT/punct@1 near/ADP/dep@1 Dorn/PROPN/compound@5 "
        "province/NOUN/dep@1"
    )
    assert where(rows) == ["Dorn"]


def test_a_new_place_goes_before_the_one_that_holds_it() -> None:
    rows = (
        "clashes/NOUN/root@0 in/ADP/case@4 northern/ADJ/amod@4 Dorn/PROPN/nmod@1 "
        "in/ADP/case@6 Dorn/PROPN/nmod@1"
    )
    assert where(rows) == ["northern Dorn"]


TELUK, ORAM, SCHOOL = to("place/teluk"), to("place/oram"), Link("p", "S", "Facility", "s", "r", 1.0)
NORTH = Link("place/north", "north", "Area", "north", "part of a place", 0.8, "place/dorn")
SEA = Link("place/sea", "Sea", "Area", "Sea", "label", 1.0)
SOUTH = Link("place/south", "south", "Area", "south", "part of a country", 0.8)
DORN, AVENIA = to("place/dorn"), to("place/avenia")


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        # a town goes before a part of a place, that before a province, that before a country
        ([[AVENIA], [TELUK], [DORN]], [TELUK]),
        ([[DORN], [NORTH]], [NORTH]),
        ([[AVENIA], [DORN]], [DORN]),
        # "the south" of a country is as loose as the country, and so is a sea, which none holds
        ([[SEA], [DORN]], [DORN]),
        ([[SOUTH], [DORN]], [DORN]),
        ([[SOUTH], [AVENIA]], [SOUTH, AVENIA]),
        ([[AVENIA]], [AVENIA]),
        # those that tell equally well are all told, in order
        ([[ORAM], [DORN], [TELUK]], [ORAM, TELUK]),
        ([[SCHOOL], [TELUK]], [SCHOOL, TELUK]),
        # what is coordinated stays together: "in Teluk and Dorn province, in Avenia"
        ([[TELUK, DORN], [AVENIA]], [TELUK, DORN]),
        ([[DORN, TELUK], [ORAM]], [DORN, TELUK, ORAM]),
        # phrases that are no places say nothing
        ([[], [DORN], []], [DORN]),
        ([[], []], []),
        ([], []),
    ],
)
def test_the_finest_places_are_kept(groups: list[list[Link]], expected: list[Link]) -> None:
    now = told("clashes/NOUN/root@0").now
    assert Whereabouts(now.locator, frozenset()).finest(groups) == expected


def test_a_country_beside_towns_adds_nothing() -> None:
    rows = (
        "clashes/NOUN/root@0 in/ADP/case@3 towns/NOUN/nmod@1/town of/ADP/case@5 "
        "Teluk/PROPN/nmod@3 and/CCONJ/cc@7 Oram/PROPN/conj@5 in/ADP/case@9 Avenia/PROPN/nmod@1"
    )
    assert where(rows) == ["Teluk", "Oram"]
