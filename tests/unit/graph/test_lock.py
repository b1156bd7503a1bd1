"""One writes or many read; whoever must wait is told for whom."""

from __future__ import annotations

import fcntl
import json
import os
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import BusyError, StoreError
from kg.graph import lock

#: Takes the lock of the folder named first, for what is named second, until its input ends.
CODE = (
    "import sys\nfrom pathlib import Path\nfrom kg.graph import lock\n"
    "held = getattr(lock, sys.argv[2])(Path(sys.argv[1]))\n"
    "print('held', flush=True)\nsys.stdin.read()\n"
)


def other(folder: Path, call: str) -> subprocess.Popen[str]:
    """Another process that holds a lock until its standard input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(folder), call],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_two_may_read_at_once(tmp_path: Path) -> None:
    with lock.to_write(tmp_path):
        pass
    first, second = lock.to_read(tmp_path), lock.to_read(tmp_path)
    assert first is not None
    assert second is not None


def test_a_second_writer_is_told_who_writes_and_since_when(tmp_path: Path) -> None:
    writer = other(tmp_path, "to_write")
    with pytest.raises(StoreError) as raised:
        lock.to_write(tmp_path)
    end(writer)
    words = str(raised.value)
    assert words.startswith(f"{tmp_path}: ")
    assert f"(process {writer.pid} on {socket.gethostname()}, since " in words
    assert re.search(r"since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\) is writing the store", words)


def test_a_reader_is_told_likewise(tmp_path: Path) -> None:
    writer = other(tmp_path, "to_write")
    with pytest.raises(StoreError, match=f"process {writer.pid} on .* is writing the store"):
        lock.to_read(tmp_path)
    end(writer)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.2)


@pytest.mark.usefixtures("hasty")
def test_a_writer_is_told_of_readers_though_the_file_names_a_writer_that_is_gone(
    tmp_path: Path,
) -> None:
    end(other(tmp_path, "to_write"))
    reader = other(tmp_path, "to_read")
    with pytest.raises(BusyError, match="another program is reading the store"):
        lock.to_write(tmp_path)
    assert not (tmp_path / lock.WANTED).exists()
    end(reader)


def test_a_writer_waits_for_readers_and_says_so_meanwhile(tmp_path: Path) -> None:
    assert lock.wanted(tmp_path) == ""
    reader = lock.to_read(tmp_path)
    assert reader is not None
    with ThreadPoolExecutor() as many:
        writing = many.submit(lock.to_write, tmp_path)
        while not (who := lock.wanted(tmp_path)):
            assert not writing.done()
        assert f"(process {os.getpid()} on {socket.gethostname()}, since " in who
        assert not writing.done()
        reader.release()
        with writing.result(timeout=10):
            assert lock.wanted(tmp_path) == ""


def test_the_wish_of_a_killed_process_is_none(tmp_path: Path) -> None:
    reader = other(tmp_path, "to_read")
    waiting = subprocess.Popen([sys.executable, "-c", CODE, str(tmp_path), "to_write"])
    while not lock.wanted(tmp_path):
        assert waiting.poll() is None
    waiting.kill()
    waiting.wait()
    assert (tmp_path / lock.WANTED).exists()
    assert lock.wanted(tmp_path) == ""
    end(reader)


def test_the_lock_of_a_killed_process_keeps_nobody_out(tmp_path: Path) -> None:
    end(other(tmp_path, "to_write"))
    with lock.to_write(tmp_path):
        assert json.loads((tmp_path / lock.LOCK).read_text())["pid"] == os.getpid()
    assert lock.to_read(tmp_path) is not None


def test_a_lock_is_free_when_it_is_released_or_forgotten(tmp_path: Path) -> None:
    held = lock.to_write(tmp_path)
    held.release()
    held.release()
    held = lock.to_write(tmp_path)
    del held
    assert lock.to_read(tmp_path) is not None


@pytest.mark.parametrize("told", ["", "[]", '{"pid": "x"}', '{"pid": 1}'])
def test_a_lock_file_that_says_nothing_is_no_hindrance_to_saying_that_one_writes(
    tmp_path: Path, told: str
) -> None:
    held = lock.to_write(tmp_path)
    (tmp_path / lock.LOCK).write_text(told)
    with pytest.raises(StoreError, match="another program is writing the store"):
        lock.to_write(tmp_path)
    held.release()


def test_a_lock_on_a_file_that_was_moved_away_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = lock.Lock.take

    def moved(self: lock.Lock, kind: int) -> bool:
        monkeypatch.setattr(lock.Lock, "take", take)
        (tmp_path / lock.LOCK).rename(tmp_path / "old")
        return take(self, kind)

    for call in (lock.to_write, lock.to_read):
        monkeypatch.setattr(lock.Lock, "take", moved)
        (tmp_path / lock.LOCK).touch()
        held = call(tmp_path)
        assert held is not None
        assert (tmp_path / lock.LOCK).is_file()
        held.release()


def test_where_no_file_can_be_made_one_reads_without_a_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    assert lock.to_read(tmp_path) is None


def test_a_file_system_without_locks_is_read_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unable)
    assert lock.to_read(tmp_path) is None
    with pytest.raises(OSError, match="No locks available"):
        lock.to_write(tmp_path)


def test_another_mistake_of_the_system_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", broken)
    with pytest.raises(OSError, match="Input/output error"):
        lock.to_read(tmp_path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["/usr/bin/kg", "build", "x"], "kg build"),
        (["/x/kg/cli.py", "add"], "kg add"),
        (["/x/pytest"], "pytest"),
        ([""], "kg"),
    ],
)
def test_a_process_is_called_by_its_command(
    monkeypatch: pytest.MonkeyPatch, words: list[str], expected: str
) -> None:
    monkeypatch.setattr(sys, "argv", words)
    assert lock.own().command == expected
