"""A graph of any size with the shape of a real one: a build of seeds/, told again and again.

Each copy has articles, reports and events of its own, some days before those of the copy before
it. Every fourth copy retells the one before: the same events on the same days, with other figures
from other sources. After so many copies another war begins, with its own actors, places and deals.
The same size always gives the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.graph import lock
from kg.graph.note import StoreMeta, write_note
from kg.graph.store import DATABASE, open_graph
from kg.pipeline import build
from kg.vocab import CONSOLIDATED, DCTERMS, DEFAULT_BASE, SKOS, TYPE, XSD, kg

#: Copies of one war; of so many copies the last retells the one before; days between copies.
WAR, RETOLD, DAYS = 250, 4, 11
SEEDS = Path(__file__).parents[2] / "seeds"
_BASE, _KG, _SKOS, _XSD = map(re.escape, (DEFAULT_BASE, kg(""), SKOS, XSD))
_TEXT = r"(?:[^\"\\]|\\.)*"
_GAP = re.compile(
    rf"(?<=<{_KG}source> <{_BASE})(?P<source>actor/[^>]*)"
    rf"|(?<=<{_BASE})(?P<own>(?:article|report|mention)/[^>]*)"
    rf"|(?<=<{_BASE})(?P<event>event/[^>]*)"
    rf"|(?<=<{_BASE})(?P<war>(?!graph/)[a-z]+/[^>]*)"
    rf"|(?<=\")(?P<day>\d{{4}}-\d\d-\d\d)(?=\"\^\^<{_XSD}date>)"
    rf"|(?:(?<={_KG}count> \")|(?<={_KG}(?:min|max)Count> \"))(?P<count>\d+)"
    rf"|(?<=<{re.escape(DCTERMS)}identifier> \")(?P<identifier>{_TEXT})"
    rf"|(?:(?<={_SKOS}prefLabel> \")|(?<={_SKOS}altLabel> \"))(?P<label>{_TEXT})"
)
_IN_COPY = re.compile(rf"<{_BASE}(?:article|report|mention|event)/")
_IN_WAR = re.compile(rf"<{_BASE}(?!graph/)")
_MERGED = f"<{DEFAULT_BASE}{CONSOLIDATED}> ."

#: What fills a gap, and what stood there in the seeds.
Gap = tuple[str, str]


class Template:
    """Text with gaps that each copy fills in its own way."""

    def __init__(self, lines: list[str]) -> None:
        text, end = "".join(lines), 0
        self._parts: list[str] = []
        self.gaps: list[Gap] = []
        for found in _GAP.finditer(text):
            self._parts.append(text[end : found.start()])
            self.gaps.append((found.lastgroup or "", found[0]))
            end = found.end()
        self._last = text[end:]

    def filled(self, number: int, sources: dict[str, str]) -> str:
        """The text of a copy."""
        told = {gap: _filling(gap, number, sources) for gap in set(self.gaps)}
        pairs = zip(self._parts, self.gaps, strict=True)
        return "".join(before + told[gap] for before, gap in pairs) + self._last


@dataclass(frozen=True, slots=True)
class Seeds:
    """A small graph in parts.

    Attributes:
        articles: how many it has.
        shared: what stands once, as N-Quads; also here: what all copies refer to.
        war: what every war has of its own.
        told: what every copy tells.
        merged: what follows from it, once for a telling and its retelling.
        sources: whom a retelling quotes instead of each source.
    """

    articles: int
    shared: str
    war: Template
    told: Template
    merged: Template
    sources: dict[str, str]

    def lines(self, articles: int) -> Iterator[str]:
        """N-Quads of a graph of about so many articles."""
        yield self.shared
        for number in range(max(1, round(articles / self.articles))):
            if number % WAR == 0:
                yield self.war.filled(number, self.sources)
            yield self.told.filled(number, self.sources)
            if not _retells(number):
                yield self.merged.filled(number, self.sources)


def read_seeds() -> Seeds:
    """The seeds, built and taken apart."""
    with tempfile.TemporaryDirectory() as folder:
        build([SEEDS], Path(folder, "kg"))
        store = open_graph(Path(folder, "kg")).store
        lines = sorted(f"{quad} .\n" for quad in store)
        article = (None, NamedNode(TYPE), NamedNode(kg("Article")))
        articles = sum(1 for _ in store.quads_for_pattern(*article))
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        if _IN_COPY.search(line):
            parts["merged" if line.endswith(f"{_MERGED}\n") else "told"].append(line)
        else:
            parts["war" if _IN_WAR.search(line) else "shared"].append(line)
    told = Template(parts["told"])
    names = sorted({name for kind, name in told.gaps if kind == "source"})
    sources = dict(zip(names, names[1:] + names[:1], strict=True))
    war, merged = Template(parts["war"]), Template(parts["merged"])
    return Seeds(articles, "".join(parts["shared"]), war, told, merged, sources)


def digest(seeds: Seeds) -> str:
    """A hash of what a graph of four copies holds: it changes with the seeds and with this file."""
    return hashlib.sha256("".join(seeds.lines(RETOLD * seeds.articles)).encode()).hexdigest()


def make(folder: Path, seeds: Seeds, articles: int) -> int:
    """A store of about so many articles; how many quads it has."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "graph.nq")
        with file.open("w", encoding="utf-8") as out:
            out.writelines(seeds.lines(articles))
        folder.mkdir(parents=True)
        store = Store(str(folder / DATABASE))
        store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
    store.optimize()  # as one that has grown is in order too
    write_note(folder, StoreMeta())
    (folder / lock.LOCK).touch()
    return len(store)


def _retells(number: int) -> bool:
    return number % RETOLD == RETOLD - 1


def _filling(gap: Gap, number: int, sources: dict[str, str]) -> str:
    kind, was = gap
    happening, war = number - _retells(number), number // WAR
    if kind == "source" and _retells(number):
        was = sources[was]
    if kind in ("source", "war"):
        return f"{was}-{war}" if war else was
    if kind == "label":
        return f"{was} {war}" if war else was
    if kind == "day":
        back = datetime.timedelta(days=DAYS * (happening % WAR))
        return (datetime.date.fromisoformat(was) - back).isoformat()
    if kind == "count":
        return str(int(was) + _retells(number))
    return f"{was}-{happening if kind == 'event' else number}"
