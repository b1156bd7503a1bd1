"""A name's keys as numbers: spellings and transliterations meet, other names stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.gazetteer.keys import heard, spelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EL ZOR"),
        ("Ma‘arrat an-Nu‘mān", "Ma'arrat an-Nu'man"),
        ("Łódź", "Lodz"),
        ("Tromsø", "Tromso"),
        ("Đà Nẵng", "Da Nang"),
        ("Diyarbakır", "Diyarbakir"),
        ("Gießen", "Giessen"),
        ("Oʻahu", "Oahu"),
    ],
)
def test_spellings_of_one_name_have_one_number(one: str, other: str) -> None:
    assert spelt(one) == spelt(other) is not None


def test_other_names_have_other_numbers() -> None:
    names = ("Hama", "Homs", "Hom", "Tell Hama", "Hama Tell", "TellHama", "Saraqeb", "Saraqib")
    assert len({spelt(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Saraqeb", "Saraqib"), ("Khan Sheikhoun", "Khān Shaykhūn"), ("Idleb", "idlib")],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert heard(one) == heard(other) is not None


@pytest.mark.parametrize("name", ["", "...", "x" * 201, "\ud800"])
def test_what_is_no_name_has_no_number(name: str) -> None:
    assert (spelt(name), heard(name)) == (None, None)


@pytest.mark.parametrize("name", ["Homs", "Wa", "UNIFIL"])
def test_short_names_and_acronyms_are_not_heard(name: str) -> None:
    assert spelt(name) is not None
    assert heard(name) is None


@given(st.text(max_size=300))
def test_any_text_gives_a_number_of_64_bits_or_none(name: str) -> None:
    assert all(number is None or 0 <= number < 1 << 64 for number in (spelt(name), heard(name)))
