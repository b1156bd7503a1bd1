"""The note in a store's folder that says what the store is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import kg
from kg.errors import StoreError
from kg.output import write_whole
from kg.vocab import DEFAULT_BASE

#: Raised by one whenever an older kg could misread what this one writes.
FORMAT = 2

NOTE = "kg-store.json"


@dataclass(frozen=True, slots=True)
class StoreMeta:
    """What the note in a store's folder says.

    Attributes:
        model: the language pipeline that read the articles.
        base: the IRI below which the data's IRIs stand.
        version: the kg that wrote the store.
        format: how the folder is laid out; see FORMAT.
    """

    model: str = ""
    base: str = DEFAULT_BASE
    version: str = kg.__version__
    format: int = FORMAT


def write_note(folder: Path, meta: StoreMeta) -> None:
    """Write the note, whole or not at all.

    Raises:
        StoreError: if it can't be written.
    """
    text = json.dumps(asdict(meta), ensure_ascii=False, indent=2, sort_keys=True)
    write_whole(folder / NOTE, f"{text}\n".encode())


def read_note(folder: Path) -> StoreMeta:
    """The note of a store.

    Raises:
        StoreError: if there is none, it can't be read, or another kg wrote the store in a format
            that this one does not read.
    """
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        meta = StoreMeta(
            model=str(note["model"]),
            base=str(note["base"]),
            version=str(note["version"]),
            format=int(note["format"]),
        )
    except FileNotFoundError as error:
        advice = "build one with kg build, or name an RDF file"
        raise StoreError("is not a kg store", where=str(folder), advice=advice) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        problem = f"can't be read: {error!r}"
        advice = "build it again with kg build --fresh"
        raise StoreError(problem, where=str(folder / NOTE), advice=advice) from error
    if meta.format != FORMAT:
        raise _other_format(folder, meta)
    return meta


def _other_format(folder: Path, meta: StoreMeta) -> StoreError:
    problem = f"the store has format {meta.format}; kg {kg.__version__} reads format {FORMAT}"
    advice = (
        f"export it as .nq with the kg that wrote it ({meta.version}) and kg import the file, or "
        "build it again with kg build --fresh"
    )
    return StoreError(problem, where=str(folder), advice=advice)
