"""The JSDoc types of our JavaScript hold, where a TypeScript compiler is at hand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kg.serve import files
from kg.view.bundle import WEB

_OPTIONS = (
    "--noEmit --allowJs --checkJs --strict --noUnusedLocals --target es2022 --module es2022"
    " --moduleResolution bundler --lib es2023,dom,dom.iterable"
)


@pytest.mark.parametrize("folder", [WEB, Path(files.__file__).parent / "web"])
def test_types_hold(folder: Path) -> None:
    compiler = shutil.which("tsc")
    if compiler is None:
        pytest.skip("no TypeScript compiler on this machine (npm install -g typescript)")
    told = subprocess.run(
        [compiler, *_OPTIONS.split(), *map(str, sorted(folder.glob("*.js")))],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert (told.stdout, told.returncode) == ("", 0)
