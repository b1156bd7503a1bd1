"""A build that is killed anywhere loses nothing that it has told, and is gone on with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
KILLS = 30


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process")
def test_a_build_killed_at_thirty_points_loses_nothing_and_is_gone_on_with(tmp_path: Path) -> None:
    paths = os.pathsep.join(map(str, (ROOT, HERE.parent)))
    ran = subprocess.run(
        [sys.executable, HERE / "crashes.py", tmp_path, str(KILLS)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": paths},
    )
    rounds = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(rounds) == KILLS
    for each in rounds:
        assert each["broken"] == []
        assert set(each["acknowledged"]) <= set(each["whole"])
        # What is there need not be read again, and the end is that of a build of its own.
        assert len(each["read"]) <= 15 - len(each["acknowledged"])
        assert each["same"]
    told = [len(each["acknowledged"]) for each in rounds]
    assert any(0 < count < 15 for count in told), "no kill fell between two articles"
    assert all(each["behind"] for each in rounds if 0 < len(each["acknowledged"]) < 15)
