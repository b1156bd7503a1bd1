"""Digests of what articles are read with, by which those are found that must be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from kg import resources
from kg.ids import digest
from kg.model import Day, Document

_PACKAGE = Path(__file__).resolve().parent
#: What of kg decides which reports an article has and how they are written down.
_PARTS = (
    "extract", "graph/mentions.py", "graph/quads.py", "graph/terms.py", "graph/tidy.py", "ids.py",
    "language", "model.py", "read", "resolve",
)  # fmt: skip
#: Within these: what makes the data that ship, the shapes that only check, and leavings.
_BESIDE = ("recipe", "shapes.ttl", "metrics.json", "__pycache__")
#: Packages that decide it too.
_LIBRARIES = (
    "charset-normalizer", "feedparser", "ftfy", "lxml", "numpy", "onnxruntime", "py3langid",
    "pypdf", "python-docx", "rensa", "spacy", "trafilatura", "warcio",
)  # fmt: skip


def of_reading(model: str | None, date: Day | None) -> str:
    """A digest of kg, its model and its knowledge, as they are now, and of what was asked.

    Args:
        model: a spaCy pipeline's name or folder, None for the shipped one.
        date: issue date for articles that tell none.
    """
    roots = [_PACKAGE / part for part in _PARTS] + [resources.folder("ontology")]
    told = [*_contents(roots), *map(_version, _LIBRARIES), str(date)]
    if model is not None:
        folder = Path(model)
        told += _contents([folder]) if folder.is_dir() else [model, _version(model)]
    return digest(*told)


def read_with(document: Document, reading: str) -> str:
    """A digest of all beside its text that an article's reports hang on.

    Args:
        document: the article.
        reading: as from `of_reading`.
    """
    told = (
        document.title, document.issued, document.publisher, document.url, document.language,
        document.start,
    )  # fmt: skip
    return digest(reading, *map(repr, told))


def _version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except (metadata.PackageNotFoundError, ValueError):
        return name


def _contents(roots: Iterable[Path]) -> Iterator[str]:
    """For each file in some folders, its path below them and a hash of what is in it."""
    for root in roots:
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        for file in files:
            inner = file.relative_to(root.parent)
            if file.is_file() and not set(inner.parts) & set(_BESIDE):
                yield inner.as_posix()
                with file.open("rb") as stream:
                    yield hashlib.file_digest(stream, "sha256").hexdigest()
