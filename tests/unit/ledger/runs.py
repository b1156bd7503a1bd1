"""Stores of a few articles of lines, and what is in them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg import pipeline
from kg.graph.export import render
from kg.graph.note import StoreMeta
from kg.graph.store import open_graph, write_store
from ledger import stubs

RAID, CLASH = "Attack Front Salim 3", "Clash Velmara Ostrin 4"
NEWS = {"a.txt": RAID, "b.txt": f"AirStrike Front Salim 3\n{CLASH}", "c.txt": CLASH}


def exported(store: Path) -> bytes:
    return render(open_graph(store), "nq")


def fresh(folder: Path, articles: Mapping[str, str]) -> bytes:
    """The bytes of a store of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        news = stubs.write(Path(beside) / "news", articles)
        pipeline.build([news], Path(beside) / "kg")
        return exported(Path(beside) / "kg")


def given_since() -> Iterator[str]:
    """The names of the documents read since this was last asked."""
    while stubs.StubReader.given:
        yield stubs.StubReader.given.pop(0)


def records(news: Path) -> None:
    """Two files of records that call different texts by one name."""
    for name, text in (("1.jsonl", RAID), ("2.jsonl", CLASH)):
        (news / name).write_text(json.dumps({"id": "x", "text": text}))


def other_format(path: Path) -> Path:
    write_store(path, [], meta=StoreMeta(format=1, version="0.0.9"))
    return path


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")
