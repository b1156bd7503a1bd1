"""A written record reads back as itself, and a file keeps all that stood in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.corrections.records import MORTARS_BY_NAME, SHELLED_BY_NAME, fix
from kg.errors import CorrectionError
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.read import parse, read
from kg.graph.corrections.write import append, as_toml

WORDS = st.text(st.characters(codec="utf-8"), min_size=1).map(str.strip).filter(bool)
NAMES = st.builds(
    ReportName, WORDS, WORDS, st.just("") | WORDS, st.just("") | WORDS, st.integers(0, 9)
)
DAYS = st.dates() | st.none()


@given(NAMES, WORDS, WORDS)
def test_any_words_read_back_as_themselves(name: ReportName, who: str, why: str) -> None:
    written = Correction("reject-report", who, datetime.date(2031, 6, 1), why, reports=(name,))
    assert parse(as_toml(written), "c") == (written,)


@pytest.mark.parametrize(
    "one",
    [
        fix("merge-actors", these=("A", "B"), into="C"),
        fix("split-actor", SHELLED_BY_NAME, thing="A", new="B"),
        fix("rename", thing="A", label="B"),
        fix("un-alias", thing="A", name='the "B"', to="C", articles=("a.txt", "b.txt")),
        fix("set-date", SHELLED_BY_NAME, begin=datetime.date(2020, 1, 1)),
        fix("set-date", SHELLED_BY_NAME, end=datetime.date(2020, 1, 1)),
        fix("set-date", SHELLED_BY_NAME),
        fix(
            "set-date",
            SHELLED_BY_NAME,
            begin=datetime.date(2020, 1, 1),
            end=datetime.date(2020, 1, 1),
        ),
        fix("set-place", SHELLED_BY_NAME, places=("A", "B")),
        fix("set-place", SHELLED_BY_NAME),
        fix("merge-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
    ],
)
def test_each_kind_reads_back_as_itself(one: Correction) -> None:
    assert parse(as_toml(one), "c") == (one,)


RENAME = fix("rename", thing="A", label="B")


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        (b"", b""),
        (b"# mine\n", b"\n"),
        (b"# mine", b"\n\n"),
        (b"# mine\r\n", b"\r\n"),
        (b"\xef\xbb\xbf# \xc3\xa9\n", b"\n"),
    ],
)
def test_what_stood_there_stays_to_the_byte(tmp_path: Path, before: bytes, gap: bytes) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(before)
    append(path, [RENAME, RENAME])
    record = as_toml(RENAME).encode() + b"\n" + as_toml(RENAME).encode()
    record = record.replace(b"\n", b"\r\n") if b"\r\n" in before else record
    assert path.read_bytes() == before + gap + record
    assert read(path) == (RENAME, RENAME)


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    append(tmp_path / "new" / "c.toml", [RENAME])
    assert read(tmp_path / "new" / "c.toml") == (RENAME,)


@pytest.mark.parametrize(
    ("before", "problem"),
    [
        (b"[[correction]]\n", "no 'do'"),
        (b"\xff", "can't be read: it is not UTF-8"),
        # The list is closed: no table can be added to it.
        (b"correction = []\n", "is not TOML"),
    ],
)
def test_a_file_with_a_mistake_is_left_as_it_is(
    tmp_path: Path, before: bytes, problem: str
) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(before)
    with pytest.raises(CorrectionError, match=problem):
        append(path, [RENAME])
    assert path.read_bytes() == before


def test_a_record_that_would_read_otherwise_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    with pytest.raises(CorrectionError, match="would change"):
        append(path, [fix("rename", thing=" A", label="B")])
    assert not path.exists()
