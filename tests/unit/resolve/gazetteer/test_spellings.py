"""Of GeoNames' alternate names only those stay that an English text may write."""

from __future__ import annotations

import pytest

from kg.resolve.gazetteer.spellings import is_name, kept


@pytest.mark.parametrize(
    "other", ["Ostran", "Óstrān", "al-Ostran", "Ma‘ar", "Tell Ostran", "OSTRANDO", "Ost. Anne"]
)
def test_a_name_in_latin_letters_with_a_capital_stays(other: str) -> None:
    assert is_name(other)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("Остран", "another script"),
        ("Ostranе", "one letter of another script"),
        ("ostrn", "letter by letter"),
        ("os te lan", "letter by letter"),
        ("OST", "an airport's code"),
        ("XVOST", "a port's code"),
        ("12345", "a postal code"),
        ("Ostran 2", "a number"),
        ("Os", "too short"),
        ("Ostran, Hills", "a remark"),
        ("Ostran (Hills)", "a remark"),
        ("", "nothing"),
    ],
)
def test_what_no_text_would_write_is_dropped(other: str, why: str) -> None:
    assert not is_name(other), why


def test_each_key_is_kept_once_and_the_main_name_first() -> None:
    others = ["Al-Ostran", "Ostrān", "Ostron", "OSTRON", "Остран"]
    assert kept("Ostran", others) == ("Ostran", "Ostron")


def test_a_main_name_stays_whatever_it_is() -> None:
    assert kept("Å", []) == ("Å",)
    assert kept("Остран", ["Ostran"]) == ("Остран", "Ostran")


def test_a_main_name_without_letters_leads_nowhere() -> None:
    assert kept("...", ["Ostran"]) == ("Ostran",)
