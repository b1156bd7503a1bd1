"""The repair of text and the map back to the text as found."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.repair import repaired

ODD = "abcAB.!?”’“\"' \t\n\r\u00a0\u200b\ufeff\u00ad\x00\x1c\x85\x9d\ufffdÂÃâ€œ™‚Äčé√©ń¬†ï»¿ğ9)(@:/"
MESS = st.text(alphabet=st.sampled_from(ODD), max_size=120)


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ("near\u00a0the\u2009border", "near the border"),
        ("two  spaces\t and\n a break", "two spaces and a break"),
        ("Al\u00adeppo and Id\u200blib", "Aleppo and Idlib"),
        ("\ufeffShells fell", "Shells fell"),
        ("a \u200b b", "a b"),
        ("bell\x07 and escape\x1b", "bell and escape"),
        ("he said â€œnoâ€\x9d twice", "he said “no” twice"),
        ("he said â€œnoâ€ twice", "he said “no” twice"),
        ("it isnâ€™t", "it isn’t"),
        ("it isnâ\x80\x99t", "it isn’t"),
        ("a cafÃ© in ÅžanlÄ±urfa", "a café in Şanlıurfa"),
        ("a ‚Äč‚Äčnorthern town", "a northern town"),
        ("‚Äúno‚Äù, it‚Äôs caf√©", "“no”, it’s café"),
        ("Ã¢â‚¬Å“twiceÃ¢â‚¬Â\x9d", "“twice”"),
        ("in the south.Â ", "in the south."),
        ("almostÂ all", "almost all"),
        ("don\ufffdt say \ufffd\ufffdno\ufffd\ufffd", "don’t say “no”"),
        ("the assault.Fighting went on", "the assault. Fighting went on"),
        ("the war.”CNN said", "the war.” CNN said"),
        ("in 2016.The raid", "in 2016. The raid"),
    ],
)
def test_a_text_is_read_as_meant(found: str, read: str) -> None:
    assert repaired(found, 0, len(found)).text == read


@pytest.mark.parametrize("page", ["cp1250", "cp1251", "cp437", "iso8859-2", "latin-1", "mac-roman"])
def test_a_text_misread_with_any_usual_page_is_put_right(page: str) -> None:
    text = "Mevlüt Çavuşoğlu’s café in Maʿarrat – “no one” came"
    found = text.encode().decode(page)
    whole = repaired(found, 0, len(found))
    assert whole.text == text
    assert found[whole.offsets[0] : whole.offsets[3] + 1] == "Mevl"
    assert found[whole.offsets[-4] : whole.offsets[-1] + 1] == "came"


@pytest.mark.parametrize(
    "text",
    [
        "“curly quotes” and ‘these’ stay",
        "Saturdays attack stays without its apostrophe",
        "Erdoğan, Çavuşoğlu, Ján Kubiš and Šibenik",
        "U.S.The e.g.The No.5 Lt.Gen Smith",
        "see https://example.org/News.Page and jane@example.Org",
        "prices at Example.Com",
        "CAFÉ” and ÂGE",
        "price of £3 – or €4 … maybe",
        "12.30 and 3.5 and v1.2",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    whole = repaired(text, 0, len(text))
    assert whole.text == text
    assert whole.offsets == tuple(range(len(text)))


def test_the_space_between_sentences_stands_where_the_full_stop_does() -> None:
    whole = repaired("xx the end.Then", 3, 15)
    assert whole.text == "the end. Then"
    assert whole.offsets == (3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14)


def test_quotes_made_of_several_characters_are_cut_at_their_outer_ends() -> None:
    found = "say â€œnoâ€\x9d now"
    whole = repaired(found, 0, len(found))
    start, end = whole.text.index("“"), whole.text.index("”") + 1
    assert found[whole.offsets[start] : whole.offsets[end - 1] + 1] == "â€œnoâ€\x9d"


@pytest.mark.parametrize(
    "run", ["a", "a@", "a.A", "â€", "Â", "\ufffd", " \u200b", "‚Ä", ".", "a\ufffd", "aa.Ab @x "]
)
def test_no_repetition_is_slow(run: str) -> None:
    text = run * 50_000 + "@"
    begin = time.process_time()
    repaired(text, 0, len(text))
    assert time.process_time() - begin < 3.0


@given(MESS | st.text(max_size=200))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_and_maps_back(text: str) -> None:
    whole = repaired(text, 0, len(text))
    assert len(whole.text) == len(whole.offsets)
    assert all(0 <= place < len(text) for place in whole.offsets)
    assert all(one <= other for one, other in itertools.pairwise(whole.offsets))
    assert "  " not in whole.text
    assert whole.text == whole.text.strip()
    for letter, place in zip(whole.text, whole.offsets, strict=True):
        # The same character, a space for a blank or between glued sentences, or a repair.
        kept = text[place] == letter
        spaced = letter == " " and (not text[place].isprintable() or text[place] in '\u00a0.!?”’")')
        spaced = spaced or (letter == " " and not text[place].isascii())
        assert (
            kept or spaced or not text[place].isascii() or (letter == " " and text[place].isspace())
        )


@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=32), max_size=200))
@settings(max_examples=200, deadline=None)
def test_in_plain_text_every_letter_points_at_itself(text: str) -> None:
    whole = repaired(text, 0, len(text))
    for letter, place in zip(whole.text, whole.offsets, strict=True):
        assert text[place] == letter or letter == " "
    assert whole.text.replace(" ", "") == text.replace(" ", "")
