"""A direction tells a part of a place or what lies beside it, and a distance leads away."""

from __future__ import annotations

import pytest

from kg.model import Link
from resolve.velmara import part, place, to

DEIR = to("place/deir-salim", "Deir Salim", "label", 1.0)
AIRBASE = to("place/salim-airbase", "Salim Airbase", "label", 1.0)


def beside(label: str, holder: str) -> Link:
    """An area that lies beside a place."""
    slug = label.lower().replace(" ", "-")
    return Link(f"place/{slug}", label, "Area", label, "beside a place", 0.6, holder)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("the/DET/det@2 north/NOUN/root@0 of/ADP/case@4 Ostrin/PROPN/nmod@2",
         part("northern Ostrin", "north of Ostrin", "place/ostrin")),
        ("north/NOUN/root@0 of/ADP/case@3 Ostrin/PROPN/nmod@1",
         beside("north of Ostrin", "place/ostrin-governorate")),
        ("km/NOUN/obl:unmarked@2 north/ADV/root@0 of/ADP/case@4 Ostrin/PROPN/nmod@2", None),
        (("the/DET/det@2 north-east/NOUN/root@0 of/ADP/case@5 Deir/PROPN/compound@5 "
          "Salim/PROPN/nmod@2"),
         part("northeastern Deir Salim", "north-east of Deir Salim", "place/deir-salim")),
        ("to/ADP/case@3 the/DET/det@3 south/NOUN/root@0 of/ADP/case@5 Ostrin/PROPN/nmod@3",
         beside("south of Ostrin", "place/ostrin-governorate")),
        ("the/DET/det@2 north/NOUN/root@0 of/ADP/case@4 Velmara/PROPN/nmod@2",
         to("place/northern-velmara", "north of Velmara", "label", 0.9)),
    ],
)  # fmt: skip
def test_a_direction_of_a_place_is_a_part_of_it_but_a_distance_leads_away(
    rows: str, expected: Link | None
) -> None:
    assert place(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("northern/ADJ/amod@3 Deir/PROPN/compound@3 Salim/PROPN/root@0",
         part("northern Deir Salim", "northern Deir Salim", "place/deir-salim")),
        ("central/ADJ/amod@2 Ostrin/PROPN/root@0",
         part("central Ostrin", "central Ostrin", "place/ostrin")),
        ("northern/ADJ/amod@2 Velmara/PROPN/root@0",
         to("place/northern-velmara", "northern Velmara", "label", 1.0)),
        ("central/ADJ/amod@3 Ostrin/PROPN/compound@3 province/NOUN/root@0",
         part("central Ostrin Governorate", "central Ostrin province", "place/ostrin-governorate")),
        ("southern/ADJ/amod@2 province/NOUN/root@0 of/ADP/case@4 Ostrin/PROPN/nmod@2",
         to("place/ostrin-governorate", "Ostrin", "label", 0.9)),
        ("southern/ADJ/amod@3 Salim/PROPN/compound@3 Airbase/PROPN/root@0", AIRBASE),
        ("old/ADJ/amod@3 Deir/PROPN/compound@3 Salim/PROPN/root@0", DEIR),
        ("Deir/PROPN/compound@2 Salim/PROPN/root@0 central/ADJ/amod@2", DEIR),
    ],
)  # fmt: skip
def test_a_direction_before_a_name_is_a_part_and_before_a_noun_only_describes(
    rows: str, expected: Link
) -> None:
    assert place(rows) == expected


AWAY = (
    "60/NUM/nummod@2 {}/NOUN/dep@7 (/PUNCT/punct@5 35/NUM/nummod@5 {}/dep@2 )/PUNCT/punct@5 "
    "north/ADV/root@0 of/ADP/case@9 Ostrin/PROPN/nmod@7"
)


@pytest.mark.parametrize(
    ("unit", "bracketed", "leads"),
    [
        # "60 km (35) north", "60 miles (35 km) north"
        ("km", "more/NUM", True),
        ("miles", "km/NOUN", True),
        ("men", "women/NOUN", False),
    ],
)
def test_a_distance_leads_away_also_through_brackets(
    unit: str, bracketed: str, leads: bool
) -> None:
    assert (place(AWAY.format(unit, bracketed)) is None) is leads
