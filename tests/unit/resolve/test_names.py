"""Spellings of one name meet under one key, and other names stay apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import Hit, NameIndex, key, plain, split


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Nu’man", "numan"),
        ("Nu'man", "numan"),
        ("Türkiye", "turkiye"),
        ("ŞIRNAK", "sirnak"),
        ("S.D.F.", "sdf"),
        ("16", "16"),
        ("—", ""),
    ],
)
def test_a_plain_form_drops_case_accents_and_marks(written: str, expected: str) -> None:
    assert plain(written) == expected


@given(st.text(max_size=20))
def test_a_plain_form_is_made_of_letters_and_digits_and_is_stable(part: str) -> None:
    assert plain(part) == "" or plain(part).isalnum()
    assert plain(plain(part)) == plain(part)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hayat Tahrir al-Sham", ("hayat", "tahrir", "sham")),
        ("Hay'at Tahrir Al Sham", ("hayat", "tahrir", "sham")),
        ("the Syrian army", ("syrian", "army")),
        ("an-Nusra", ("nusra",)),
        ("Al-Nusra Front", ("nusra", "front")),
        ("Ash-Shabaab", ("shabaab",)),
        ("Deir ez-Zor", ("deir", "zor")),
        ("Deir-ez-Zor", ("deir", "zor")),
        ("Deir el Zor", ("deir", "zor")),
        ("Ain al‑Arab", ("ain", "arab")),
        ("Tel Aviv–Yafo", ("tel", "aviv", "yafo")),
        ("Al", ("al",)),
        ("the", ("the",)),
        ("", ()),
        (" - ", ()),
    ],
)
def test_a_key_is_the_parts_without_articles(name: str, expected: tuple[str, ...]) -> None:
    assert key(name) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Al-Nusra", (("al", True), ("nusra", False))),
        ("an-Nusra", (("an", True), ("nusra", False))),
        ("an", (("an", False),)),
        ("at", (("at", False),)),
        ("the", (("the", True),)),
        ("El", (("el", True),)),
        ("Nusra-al", (("nusra", False), ("al", True))),
        ("pro-Turkish", (("pro", False), ("turkish", False))),
        ("...", ()),
    ],
)
def test_a_word_is_split_at_hyphens_and_short_articles_need_one(
    word: str, expected: tuple[tuple[str, bool], ...]
) -> None:
    assert split(word) == expected


def index(*names: str) -> NameIndex:
    made = NameIndex()
    for name in names:
        made.add(name, name)
    return made


KNOWN = index(
    "Syria",
    "Syrian army",
    "Syrian Democratic Forces",
    "Hayat Tahrir al-Sham",
    "Al-Nusra Front",
    "Deir ez-Zor",
    "Idlib",
    "Islamic State",
    "Islamic State of Iraq",
    "Iraq",
    "IS",
    "Khan Sheikhoun",
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fighting in Idlib", [(2, 2, "Idlib", True)]),
        ("fighting in Idleb", [(2, 2, "Idlib", False)]),
        (
            "Islamic State of Iraq and Syria",
            [(0, 3, "Islamic State of Iraq", True), (5, 5, "Syria", True)],
        ),
        ("Islamic State in Iraq", [(0, 1, "Islamic State", True), (3, 3, "Iraq", True)]),
        ("the Syrian army fled", [(1, 2, "Syrian army", True)]),
        ("the Syrian Democratic Forces", [(1, 3, "Syrian Democratic Forces", True)]),
        ("the Syrian Democratic vote", []),
        ("Hayat Tahrir al-Sham", [(0, 2, "Hayat Tahrir al-Sham", True)]),
        ("Hayat Tahrir Al Sham", [(0, 3, "Hayat Tahrir al-Sham", True)]),
        ("Hayat Tahrir Sham", [(0, 2, "Hayat Tahrir al-Sham", True)]),
        ("Hay'at Tahrir ash-Sham", [(0, 2, "Hayat Tahrir al-Sham", True)]),
        ("an-Nusra Front", [(0, 1, "Al-Nusra Front", True)]),
        ("Nusra Front", [(0, 1, "Al-Nusra Front", True)]),
        ("Deir-ez-Zor city", [(0, 0, "Deir ez-Zor", True)]),
        ("Deir Ezzor", []),
        ("Khan Shaykhun", [(0, 1, "Khan Sheikhoun", False)]),
        ("Khan Sheikhoun's market", [(0, 1, "Khan Sheikhoun", True)]),
        ("Syrias war", [(0, 0, "Syria", True)]),
        ("Syria-backed", []),
        ("pro-Syria", []),
        ("Iraq-Syria border", []),
        ("", []),
        ("no names here", []),
    ],
)
def test_known_names_are_found_in_text_longest_first(
    words: str, found: list[tuple[int, int, str, bool]]
) -> None:
    expected = [Hit(first, last, (name,), exact=exact) for first, last, name, exact in found]
    assert list(KNOWN.find(words.split())) == expected


RUN = "Syrian army Idlib Islamic State of Iraq IS the - Hayat Tahrir al-Sham"


@given(st.lists(st.sampled_from(RUN.split())))
def test_hits_stand_apart_and_in_order(words: list[str]) -> None:
    hits = list(KNOWN.find(words))
    for hit in hits:
        assert 0 <= hit.first <= hit.last < len(words)
    for one, other in itertools.pairwise(hits):
        assert one.last < other.first


@pytest.mark.parametrize("name", ["Hayat Tahrir al-Sham", "Deir ez-Zor", "Idlib", "IS"])
def test_a_stored_name_is_found_as_it_was_stored(name: str) -> None:
    words = name.split()
    assert list(KNOWN.find(words)) == [Hit(0, len(words) - 1, (name,), exact=True)]
    assert KNOWN.lookup(name) == ((name,), True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hayat tahrir al sham", (("Hayat Tahrir al-Sham",), True)),
        ("Idleb", (("Idlib",), False)),
        ("Aleppo", ((), False)),
        ("", ((), False)),
    ],
)
def test_a_whole_name_is_looked_up_by_both_keys(
    name: str, expected: tuple[tuple[str, ...], bool]
) -> None:
    assert KNOWN.lookup(name) == expected


def test_one_name_may_have_several_meanings_each_once() -> None:
    made = NameIndex()
    for meaning in ("state", "country", "state"):
        made.add("Syria", meaning)
    assert made.lookup("Syria") == (("state", "country"), True)


def test_demonyms_acronyms_and_short_names_do_not_match_by_sound() -> None:
    made = NameIndex()
    made.add("Yemeni", "demonym", by_sound=False)
    made.add("ISIL", "acronym")
    made.add("Hama", "short")
    sounds_alike = [made.lookup(name) for name in ("Yemeny", "Isill", "Hamah")]
    assert sounds_alike == [((), False)] * 3
    assert [made.lookup(name)[0] for name in ("yemeni", "isil", "hama")] == [
        ("demonym",),
        ("acronym",),
        ("short",),
    ]


def test_a_name_without_letters_is_not_stored() -> None:
    assert list(index("-", "", "...").find(["-", "...", "x"])) == []
