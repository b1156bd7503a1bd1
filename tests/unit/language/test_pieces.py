"""Words are cut as BERT's uncased models cut them, and keep how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.load import SHIPPED
from kg.language.pieces import KINDS, Cut, Pieces, joined

LITTLE = Pieces(
    {
        p: n
        for n, p in enumerate(
            ["[UNK]", "[CLS]", "[SEP]", "sara", "##qib", "al", "-", "7", "'", "s"]
        )
    }
)


@pytest.mark.parametrize(
    ("word", "ids", "kinds"),
    [
        ("saraqib", (3, 4), (1, 7)),
        ("Saraqib", (3, 4), (2, 8)),
        ("SARAQIB", (3, 4), (3, 9)),
        ("SaraQib", (3, 4), (4, 10)),
        ("Sáraqib", (3, 4), (2, 8)),
        ("al-Saraqib", (5, 6, 3, 4), (1, 12, 8, 8)),
        ("7", (7,), (5,)),
        ("'s", (8, 9), (6, 7)),
        ("zzz", (0,), (1,)),
        ("\n\n", (0,), (6,)),
        ("", (0,), (6,)),
        ("x" * 101, (0,), (1,)),
    ],
)
def test_a_word_gives_its_pieces_and_their_writing(
    word: str, ids: tuple[int, ...], kinds: tuple[int, ...]
) -> None:
    assert LITTLE.cut(word) == Cut(ids, kinds)


def test_a_row_of_signs_is_cut_short() -> None:
    assert LITTLE.cut("-" * 5000).ids == (6,) * 32


def test_a_text_is_framed_and_knows_where_its_words_stand() -> None:
    cuts = [LITTLE.cut("al"), LITTLE.cut("Saraqib")]

    assert joined(cuts, LITTLE) == ([1, 5, 3, 4, 2], [0, 1, 2, 8, 0], [1, 2], [1, 3])


def test_a_vocabulary_file_is_one_piece_a_line(tmp_path: Path) -> None:
    file = tmp_path / "vocab.txt"
    file.write_text("[UNK]\nal\n", encoding="utf-8")

    assert Pieces.read(file).vocabulary == {"[UNK]": 0, "al": 1}


@given(st.text(max_size=60))
def test_any_text_has_pieces_in_the_vocabulary_and_kinds_in_range(word: str) -> None:
    cut = LITTLE.cut(word)

    assert 1 <= len(cut.ids) == len(cut.kinds) <= 32
    assert all(0 <= number < len(LITTLE.vocabulary) for number in cut.ids)
    assert all(1 <= kind < KINDS for kind in cut.kinds)


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the pipeline is not trained in this checkout")
def test_the_shipped_vocabulary_frames_a_text() -> None:
    pieces = Pieces.read(SHIPPED / "kg_network/vocab.txt")

    assert (pieces.first, pieces.last, len(pieces.vocabulary)) == (101, 102, 30522)
