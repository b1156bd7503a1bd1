"""Files are written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kg.errors import StoreError
from kg.output import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.ttl", b"new")
    assert (tmp_path / "a" / "b.ttl").read_bytes() == b"new"
    assert _names(tmp_path / "a") == ["b.ttl"]


def test_a_failure_leaves_the_old_file_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "b.ttl").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as raised:
        write_whole(tmp_path / "b.ttl", b"new")
    assert str(raised.value) == f"{tmp_path / 'b.ttl'}: can't be written: No space left on device"
    assert (tmp_path / "b.ttl").read_bytes() == b"old"
    assert _names(tmp_path) == ["b.ttl"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_straight_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"new")
    assert os.read(reading, 10) == b"new"
    assert pipe.is_fifo()
    os.close(reading)


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "b.ttl").write_bytes(b"old")
    with (tmp_path / "b.ttl").open("rb") as old:
        write_whole(tmp_path / "b.ttl", b"newer")
        assert old.read() == b"old"


def test_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="can't be written"):
        write_whole(tmp_path / "folder", b"new")
    assert _names(tmp_path) == ["folder"]
