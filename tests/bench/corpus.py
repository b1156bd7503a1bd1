"""Records of a corpus, read by the shipped pipeline in this process: no store, no files."""

from __future__ import annotations

import datetime
import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kg.graph.quads import Sheet
from kg.model import Document, Link
from kg.pipeline import Reader
from kg.resolve.world import World

_CHUNK = 16

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A record of a corpus, and what kg read in its text."""

    record: Record
    sheet: Sheet


def records(path: Path) -> list[Record]:
    """The records of a file of JSON lines, which may be packed with xz."""
    octets = path.read_bytes()
    lines = lzma.decompress(octets) if path.suffix == ".xz" else octets
    return [json.loads(line) for line in lines.splitlines()]


def document(record: Record) -> Document:
    """The article of a record, named by its place in the corpus, which no two share."""
    date = record.get("date")
    return Document(
        identifier=record["id"],
        text=record["text"],
        title=record.get("title"),
        issued=datetime.date.fromisoformat(date) if date else None,
        publisher=record.get("publisher") or record.get("outlet"),
        url=record.get("url"),
    )


def read(reader: Reader, found: Sequence[Record]) -> Iterator[Told]:
    """The records with their sheets; those that kg passes over, as not in English, are left out."""
    waiting = iter(found)
    while chunk := list(islice(waiting, _CHUNK)):
        own = {record["id"]: record for record in chunk}
        for sheet in reader.sheets([document(record) for record in chunk]):
            if isinstance(sheet, Sheet):
                yield Told(own[sheet.identifier], sheet)


def line(world: World, link: Link) -> set[str]:
    """The IRIs of a thing and of all that it is part of, fights for, holds an office of or is in.

    A person who spoke for several bodies is of all of them.
    """
    found: set[str] = set()
    waiting = [link.iri, *([link.parent] if link.parent else [])]
    while waiting:
        iri = waiting.pop()
        entity = world.entities.get(iri)
        if iri not in found and entity is not None:
            ups = ("partOf", "forcesOf", "officeOf", "within")
            waiting += [above for name in ups for above in entity.facts.get(name, ())]
        found.add(iri)
    return found
