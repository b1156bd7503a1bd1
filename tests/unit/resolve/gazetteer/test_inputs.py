"""The gazetteer is compiled from the pinned files of the pinned packages, or not at all."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.gazetteer import inputs
from kg.resolve.gazetteer.compile import NOTICE

PINS = tomllib.loads(inputs._PINS.read_text(encoding="utf-8"))
PROJECT = Path(__file__).resolve().parents[4] / "pyproject.toml"


def test_the_packages_are_those_that_make_installs_and_the_file_names() -> None:
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    pinned = {f"{pin['package']}=={pin['version']}" for pin in PINS.values()}
    assert pinned == set(groups["gazetteer"])
    assert {re.sub("==", " ", pin) in NOTICE for pin in pinned} == {True}


class _Installed(metadata.Distribution):
    """A package whose files lie in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read_text(self, filename: str) -> None:
        """Nothing: such a package says nothing of itself."""

    def locate_file(self, path: object) -> Path:
        return self.folder / str(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the packages' files are sought, and pins of files there."""
    monkeypatch.setattr(metadata, "distribution", lambda _: _Installed(tmp_path))
    pins = tmp_path / "inputs.toml"
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    pins.write_text(
        f'[cities]\npackage = "towns"\nversion = "1"\nfile = "x.json"\nsha256 = "{digest}"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(inputs, "_PINS", pins)
    return tmp_path


def test_a_pinned_file_is_read(folder: Path) -> None:
    (folder / "x.json").write_bytes(b"x")
    assert inputs.contents() == {"cities": b"x"}


def test_another_file_is_refused(folder: Path) -> None:
    (folder / "x.json").write_bytes(b"y")
    with pytest.raises(KnowledgeError) as caught:
        inputs.contents()
    assert str(caught.value) == f"{folder / 'x.json'}: not the file of towns 1"


def test_a_missing_file_is_named(folder: Path) -> None:
    assert not (folder / "x.json").exists()
    with pytest.raises(KnowledgeError, match=r"cities: towns 1 isn't installed"):
        inputs.contents()


@pytest.mark.usefixtures("folder")
def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    with pytest.raises(KnowledgeError, match=r"towns 1 isn't installed \(run `make gazetteer`\)"):
        inputs.contents()
