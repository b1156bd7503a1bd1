"""What several folders of tests share: where the material outside the repository lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# As the command line does, before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles, gold and corpora beside the checkout; skips where there is none."""
    if not (SHARED / "gold" / "dev").is_dir():
        pytest.skip("no articles and gold beside the checkout (../shared)")
    return SHARED
