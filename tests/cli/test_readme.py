"""What the README prints is what the commands print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cli.readme_blocks import README, blocks, play
from kg.cli import main

BLOCKS = blocks(README.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checkout_with_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the checkout in which `kg build seeds` can run without touching build/."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "seeds").symlink_to(README.parent / "seeds")
    return folder


def test_the_readme_shows_commands() -> None:
    assert len(BLOCKS) >= 5


@pytest.mark.parametrize("at", range(len(BLOCKS)))
def test_each_command_prints_what_the_readme_says(
    at: int, checkout_with_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout_with_graph)
    assert play(BLOCKS[at]) == BLOCKS[at]


def test_every_command_is_named_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in main.commands if f"kg {name}" not in text] == []


def test_the_scores_are_the_measured_floors() -> None:
    floors = json.loads((README.parent / "tests/gold/floors.json").read_text("utf-8"))["measures"]
    told = re.findall(r"^\| .+ \| (\d\.\d\d) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(told) >= 10
    assert set(told) <= {f"{floor:.2f}" for floor in floors.values()}
    assert f"{floors['overall']:.2f}" in told
