"""A block gives back the places that were packed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.gazetteer.block import packed, unpacked
from kg.resolve.gazetteer.known import Known
from resolve.gazetteer.velmara import ENTRIES

PLACES = st.builds(
    Known,
    id=st.integers(0, 2**32 - 1),
    name=st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1, max_size=9),
    latitude=st.integers(-900_000, 900_000).map(lambda steps: round(steps / 10_000, 4)),
    longitude=st.integers(-1_800_000, 1_800_000).map(lambda steps: round(steps / 10_000, 4)),
    country=st.sampled_from(["XV", "XO"]),
    admin=st.sampled_from(["", "Hills"]),
    population=st.integers(0, 2**32 - 1),
)


@given(st.lists(PLACES, min_size=1, max_size=9))
def test_places_come_back_as_they_were(places: list[Known]) -> None:
    areas = sorted({(place.country, place.admin) for place in places})
    block = unpacked(packed(places, {area: at for at, area in enumerate(areas)}), len(places))
    assert [block.place(at, areas) for at in range(len(places))] == places


def test_a_place_in_an_area_that_has_no_number_is_refused() -> None:
    with pytest.raises(KeyError):
        packed([entry.place for entry in ENTRIES], {})
