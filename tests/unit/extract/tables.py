"""Copies of the small tables with one thing wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

from extract.trees import ONTOLOGY


def broken(folder: Path, name: str, old: str, new: str) -> Path:
    """An ontology folder in which one text of a lexicon file stands otherwise."""
    shutil.copytree(ONTOLOGY, folder / "ontology")
    path = folder / "ontology" / "lexicon" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder / "ontology"
