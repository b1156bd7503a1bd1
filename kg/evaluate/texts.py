"""The texts that quotes are held against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.told import Told
from kg.read.files import documents


def text_of(article: str, folders: Sequence[Path]) -> str:
    """The text of an article as `kg build` decodes it; "" if no folder has it.

    Args:
        article: its file's name.
        folders: where to look, the last first.

    Raises:
        InputError: if the file can't be read, or holds more than one article.
    """
    path = next((at for each in reversed(folders) if (at := _inside(each, article))), None)
    texts = []
    for found in documents([path] if path else []):
        if isinstance(found, InputError):
            raise found
        texts.append(found.text)
    if len(texts) > 1:
        raise InputError(f"holds {len(texts)} articles where gold means one", where=str(path))
    return "".join(texts)


def is_in_text(told: Told, text: str) -> bool:
    """Whether a report's quote is the text at its offsets."""
    return told.at is not None and text[told.at.start : told.at.end] == told.quote


def _inside(folder: Path, article: str) -> Path | None:
    """The file of an article; gold can't name one outside the folder."""
    path = folder / article
    # Path.is_file raises where the name is longer than the system allows.
    if not os.path.isfile(path):  # noqa: PTH113 - see above
        return None
    return path if path.resolve().is_relative_to(folder.resolve()) else None
