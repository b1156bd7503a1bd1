"""English is read, what is not is told; a doubt is no reason to pass an article over."""

from __future__ import annotations

import pytest

from kg.model import Segment, SegmentKind
from kg.read.language import language, name_of

ENGLISH = (
    "Mortar rounds fell on the hill town of Deir Salim on Friday, killing four farmers, and the "
    "Northern Front denied that it had fired."
)
FRENCH = (
    "Des obus de mortier sont tombés vendredi sur la ville de Deir Salim, tuant quatre paysans, "
    "et le Front du Nord a démenti avoir tiré sur les habitants."
)
TURKISH = (
    "Cuma günü Deir Salim kasabasına havan mermileri düştü, dört çiftçi öldü; Kuzey Cephesi ateş "
    "açtığını yalanladı ve nehrin karşısındaki milisleri suçladı."
)
ARABIC = "سقطت قذائف هاون على بلدة دير سالم يوم الجمعة"
RUSSIAN = "В пятницу миномётные снаряды упали на город Дейр-Салим, погибли четыре фермера."


def _language(text: str, declared: str | None = None, kind: SegmentKind = SegmentKind.BODY) -> str:
    return language([Segment(kind, text, tuple(range(len(text))))], declared)


@pytest.mark.parametrize(
    ("text", "code"),
    [(ENGLISH, "en"), (FRENCH, "fr"), (TURKISH, "tr"), (ARABIC, "ar"), (RUSSIAN, "ru")],
)
def test_the_language_of_a_text_is_told(text: str, code: str) -> None:
    assert _language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Idlib", "Abu Qasra, Khan Sheikhoun, Kafr Nabl, Maaret al-Numan, Saraqib, Jisr al-Shughur",
        "Hayat Tahrir al-Sham; Ahrar al-Sham; Jaysh al-Izza; Faylaq al-Rahman; Jund al-Aqsa", "",
        "12",
    ],
)  # fmt: skip
def test_names_and_scraps_are_taken_for_english(text: str) -> None:
    assert _language(text) == "en"


def test_english_that_quotes_another_script_is_english() -> None:
    assert _language(f"{ENGLISH} “{ARABIC}”, one banner read, and another “{ARABIC}”.") == "en"


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("Une trêve", "fr-FR", "fr"),
        ("A truce", None, "en"),
        (ENGLISH, "fr", "en"),
        (FRENCH, "en", "fr"),
    ],
)
def test_what_is_declared_counts_only_of_a_text_too_short_to_tell(
    text: str, declared: str | None, code: str
) -> None:
    assert _language(text, declared) == code


def test_what_surrounds_an_article_does_not_count() -> None:
    assert _language(FRENCH, kind=SegmentKind.BOILERPLATE) == "en"


def test_a_code_without_a_name_stays_a_code() -> None:
    assert [name_of(code) for code in ("ar", "xx")] == ["Arabic", "xx"]
