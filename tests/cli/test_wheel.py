"""The built wheel, in a bare environment and outside the checkout, is the whole of kg."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import __version__

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("ontology", "queries", "seeds")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("build", reason="the build tool is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--wheel", "--no-isolation", "--outdir", folder]
    _run(sys.executable, "-m", "build", *options, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def _run(*words: object, cwd: Path) -> str:
    """What a program prints; it sees no variable that could lead it back to the checkout."""
    command = [str(word) for word in words]
    path = {"PATH": str(Path(sys.executable).parent), "HOME": str(cwd)}
    return subprocess.run(
        command, cwd=cwd, env=path, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _files(folder: str) -> set[str]:
    """Files below a folder of the checkout, as a wheel names them."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in found}
    return {name for name in names if not name.endswith(".pyc")}


def test_the_wheel_holds_all_of_the_package_and_its_knowledge(wheel: Path) -> None:
    shipped = {f"kg/_shipped/{name}" for folder in SHIPPED for name in _files(folder)}
    about = f"kg-{__version__}.dist-info"
    notes = {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    licences = {f"{about}/licenses/{name}" for name in ("LICENSE", "LICENSE-weights.md")}
    with zipfile.ZipFile(wheel) as archive:
        assert set(archive.namelist()) == _packaged() | shipped | notes | licences


def _packaged() -> set[str]:
    """The package without its training recipe, which needs a checkout."""
    return {name for name in _files("kg") if not name.startswith("kg/language/recipe/")}


@dataclass(frozen=True, slots=True)
class Installed:
    """kg from the wheel, with a folder to work in."""

    python: Path
    folder: Path

    def kg(self, *words: object) -> str:
        return _run(self.python.with_name("kg"), *words, cwd=self.folder)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A new environment that holds nothing but the wheel.

    Its dependencies are lent by the environment of the tests: a path at the end, behind the
    wheel, whose own links to the checkout Python doesn't follow.
    """
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet",
         "--no-deps", "--no-index", wheel, cwd=folder)  # fmt: skip
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(python, folder)


def test_the_installed_kg_is_the_wheel(installed: Installed) -> None:
    code = "import kg; from kg.resources import folder; print(kg.__file__, folder('ontology'))"
    paths = _run(installed.python, "-c", code, cwd=installed.folder).split()
    inside = [Path(path).is_relative_to(installed.folder / "venv") for path in paths]
    assert inside == [True, True]


def test_it_tells_its_version(installed: Installed) -> None:
    assert installed.kg("--version") == f"kg, version {__version__}\n"


def test_it_lists_every_question(installed: Installed) -> None:
    told = set(installed.kg("queries").split())
    assert {path.stem for path in (ROOT / "queries").glob("*.rq")} - told == set()


def test_it_reads_asks_draws_and_checks(installed: Installed) -> None:
    seed = min((ROOT / "seeds").iterdir())
    assert "articles" in installed.kg("build", seed)
    assert installed.kg("query", "sources", "--format", "csv").startswith("source")
    assert installed.kg("validate") == ""
    installed.kg("view")
    made = {path.name for path in (installed.folder / "build").iterdir()}
    assert made == {"kg", "network.html"}
