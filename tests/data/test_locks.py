"""The locks pin all that pyproject.toml asks for, with hashes, and name no machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def _pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    matches = (re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==(\S+) ", line) for line in lines)
    return {canonicalize_name(found[1]): found[2] for found in matches if found}


def _asked(lock: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if lock == "requirements.txt":
        lines = project["project"]["dependencies"] + project["build-system"]["requires"]
    else:
        lines = project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_requirement_is_pinned_within_its_bounds(lock: str) -> None:
    pins = _pins(lock)
    out = [
        str(asked)
        for asked in _asked(lock)
        if not asked.specifier.contains(pins.get(canonicalize_name(asked.name), "0"))
    ]
    assert out == []


@pytest.mark.parametrize("lock", LOCKS)
def test_each_line_is_a_pin_a_hash_or_a_remark(lock: str) -> None:
    known = r"#.*|[\w.-]+(\[[\w,-]+\])?==[\w.]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|"
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(known, line)] == []
    remarks = [line for line in lines if line.startswith("#")]
    assert [line for line in remarks if "/" in line] == []


def test_both_locks_agree() -> None:
    run, check = (_pins(lock) for lock in LOCKS)
    assert {name: pin for name, pin in check.items() if run.get(name, pin) != pin} == {}
