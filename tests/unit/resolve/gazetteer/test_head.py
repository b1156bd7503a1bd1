"""A file that is cut short, changed or of another kind is named, not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.gazetteer import head
from kg.resolve.gazetteer.index import Gazetteer
from resolve.gazetteer.velmara import written


def _problem(path: Path) -> str:
    with pytest.raises(KnowledgeError) as caught:
        Gazetteer.open(path)
    assert caught.value.where == str(path)
    return caught.value.problem


@pytest.mark.parametrize("kept", [0, 1, 15, 300, 490])
def test_a_file_cut_in_its_head_is_no_gazetteer(tmp_path: Path, kept: int) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:kept])
    assert _problem(path) == "no gazetteer of this version"


@pytest.mark.parametrize("start", [b"SQLite format 3\0", b"kg gazetteer 2\n", b"\xff" * 16])
def test_another_kind_of_file_is_no_gazetteer(tmp_path: Path, start: bytes) -> None:
    path = written(tmp_path)
    path.write_bytes(start + path.read_bytes()[len(start) :])
    assert _problem(path) == "no gazetteer of this version"


@pytest.mark.parametrize("lost", [1, 1000])
def test_a_file_cut_after_its_head_is_damaged(tmp_path: Path, lost: int) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-lost])
    assert _problem(path) == "damaged: not as it was written"


def test_a_longer_file_is_damaged(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b"\0")
    assert _problem(path) == "damaged: not as it was written"


@pytest.mark.parametrize("at", [466, 470, 497, 600, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, at: int) -> None:
    path = written(tmp_path)
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert _problem(path) == "damaged: not as it was written"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert _problem(tmp_path / "none.bin") == "can't be read: No such file or directory"
    assert _problem(tmp_path) == "can't be read: Is a directory"


def test_advice_is_given() -> None:
    with pytest.raises(KnowledgeError, match="run `make gazetteer`"):
        Gazetteer.open(Path(__file__))


def test_a_notice_that_does_not_fit_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="the notice is longer than 449 bytes"):
        head.joined("x" * 450, (b"",) * 7)
