"""A file of any size is read in the memory of one record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Not getrusage: its peak is handed on by the process that starts this one.
CODE = """
import re, sys
from pathlib import Path
from kg.read.files import documents
count = sum(1 for _ in documents([Path(sys.argv[1])]))
print(count, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="peak memory is read from Linux's /proc"
)


def _read(path: Path) -> tuple[int, float]:
    """How many articles and mistakes a file gives, and the megabytes that this takes at most."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE, path], capture_output=True, text=True, check=True
    )
    count, most = ran.stdout.split()
    return int(count), int(most) / 1e3


def _lines(path: Path, count: int) -> Path:
    line = json.dumps({"text": "Mortar rounds fell on the town of Deir Salim. " * 200}) + "\n"
    with path.open("w") as file:
        file.writelines(line for _ in range(count))
    return path


def test_many_records_take_the_memory_of_one(tmp_path: Path) -> None:
    few, least = _read(_lines(tmp_path / "few.jsonl", 10))
    many, most = _read(_lines(tmp_path / "many.jsonl", 6_000))  # 55 MB
    assert (few, many) == (10, 6_000)
    assert most - least < 10


def test_an_endless_line_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)  # a hole of NUL bytes, which takes no room on the disk
        file.seek(0, 2)
        file.write(b'\n{"text": "Shells fell."}\n')
    count, most = _read(path)
    assert count == 2  # the line that is told, and the article behind it
    assert most < 300
