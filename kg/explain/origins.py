"""Where the rows stand that made a report: files and tables of ontology/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.extract.deal_acts import BROKEN, MADE
from kg.extract.table import Table, read
from kg.model import Link, Report, Toll
from kg.resolve.world import FILES

_DEAL_ACTS = {
    "deal announced": (MADE, "made"),
    "deal inforce": (MADE, "made"),
    "deal violated": (BROKEN, "broken"),
    "deal collapsed": (BROKEN, "broken"),
}
# Rules of relations that are no single noun or participle -> key of their table.
_RELATION_KEYS = {
    "verb of support": "verbs",
    "gives support to": "given",
    "fights beside": "fighting",
    "with the support of": "support",
    "in support of": "support",
    "relies on support": "relying",
    "verb of control": "verbs",
    "verb of affiliation": "verbs",
    "verb of joining": "joining",
    "verb of leaving": "leaving",
    "verb of grouping": "grouping",
    "verb of belonging": "belonging",
    "group that leads": "heading",
}
_RELATIONS = ("Backing", "Control", "Affiliation")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands.

    Attributes:
        file: "ontology/lexicon/events-armed.toml".
        row: "frame 3 'shelling'", "backing.verbs"; "" where the file is all that is known.
    """

    file: str
    row: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.row}" if self.row else self.file


@dataclass(frozen=True, slots=True)
class EventRow:
    """A rule of events: the type that it tells, and where it stands."""

    event: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Origins:
    """The rows of an ontology folder, by what reports and links keep of them.

    Attributes:
        events: rule of an event -> what it tells.
        means: general type and special type -> the words that make one of the other.
        harms: toll kind -> row.
        offices: noun of an office -> row.
        curated: IRI of a curated thing, without the base -> file.
        lexicon: how the folder of tables is named.
    """

    events: Mapping[str, EventRow]
    means: Mapping[tuple[str, str], Origin]
    harms: Mapping[str, Origin]
    offices: Mapping[str, Origin]
    curated: Mapping[str, Origin]
    lexicon: str = "ontology/lexicon"

    def report(self, report: Report) -> Origin | None:
        """The row whose words told a report."""
        if report.of == "Event":
            told = self._told(report)
            return told.origin if told is not None else None
        if report.of == "CeasefireDeal":
            return Origin(f"{self.lexicon}/deals.toml", "called")
        if report.of == "Leadership":
            return self.offices.get(dict(report.facts).get("role", "").rpartition(" ")[2])
        key = _relation_key(report.rule) if report.of in _RELATIONS else ""
        row = f"{report.of.lower()}.{key}"
        return Origin(f"{self.lexicon}/relations.toml", row) if key else None

    def first_type(self, report: Report) -> str:
        """The type that an event's row tells, where the report has another one; else ""."""
        told = self._told(report) if report.of == "Event" else None
        return told.event if told is not None and told.event != report.type else ""

    def sharpened(self, report: Report) -> Origin | None:
        """The words of means that made an event's type special; None where they did not."""
        means = self.means.get((self.first_type(report), report.type))
        return means if report.rule in self.events else None

    def toll(self, toll: Toll) -> Origin | None:
        """The row whose words told a toll."""
        return self.harms.get(toll.kind)

    def link(self, link: Link) -> Origin | None:
        """The file that holds the thing, or the noun that stands for it; None for a new one."""
        if link.rule.startswith("generic"):
            return Origin(f"{self.lexicon}/nominals.toml")
        return self.curated.get(link.iri)

    def _told(self, report: Report) -> EventRow | None:
        """What the rule of an event tells: "clash" of "clash, pointing back"."""
        return self.events.get(report.rule) or self.events.get(report.rule.partition(", ")[0])


@lru_cache(maxsize=2)
def load(folder: Path) -> Origins:
    """The origins of an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    lexicon = folder / "lexicon"
    events = [read(path) for path in sorted(lexicon.glob("events*.toml"))]
    tolls, nominals = read(lexicon / "tolls.toml"), read(lexicon / "nominals.toml")
    harms = {row.value("kind"): _row(row, "kind", folder) for row in tolls.each("harm")}
    offices = [row for row in nominals.each("nominal") if row.value("kind") == "office"]
    return Origins(
        events=dict(_events(events, tolls, folder)),
        means={pair: origin for file in events for pair, origin in _means(file, folder)},
        harms=harms,
        offices={head: _origin(row, folder) for row in offices for head in row.value("heads")},
        curated=dict(_curated(folder)),
        lexicon=f"{folder.name}/lexicon",
    )


def _relation_key(rule: str) -> str:
    if rule.startswith("-"):
        return "participles"
    if rule.startswith(("noun ", "led by its ")):
        return "nouns"
    if rule.startswith(("member as ", "bond ")):
        return "members" if rule.startswith("member") else "bonds"
    known = _RELATION_KEYS.get(rule, "")
    return known or ("participles" if rule.endswith(" beside") else "")


def _origin(table: Table, folder: Path) -> Origin:
    """Where a table stands, its file named from the ontology folder on."""
    path, _, row = table.where.removeprefix(str(folder)).partition(": ")
    return Origin(f"{folder.name}{Path(path).as_posix()}", row)


def _row(table: Table, key: str, folder: Path) -> Origin:
    """Where a row stands that has a name of its own."""
    origin = _origin(table, folder)
    return replace(origin, row=f"{origin.row} {table.value(key)!r}")


def _events(events: list[Table], tolls: Table, folder: Path) -> Iterator[tuple[str, EventRow]]:
    for act, (event, table) in _DEAL_ACTS.items():
        yield act, EventRow(event, Origin(f"{folder.name}/lexicon/deals.toml", table))
    for row in tolls.each("harm"):
        if row.rows.get("event"):
            rule = f"toll {row.value('kind').lower()}"
            yield rule, EventRow(row.value("event"), _row(row, "kind", folder))
    for row in (row for file in events for row in file.each("frame")):
        yield row.value("name"), EventRow(row.value("event"), _row(row, "name", folder))


def _means(file: Table, folder: Path) -> Iterator[tuple[tuple[str, str], Origin]]:
    means = file.rows.get("means", {})
    for general, specials in file.rows.get("sharpened", {}).items():
        for special in specials:
            if special in means:
                row = replace(_origin(file, folder), row=f"means.{special}")
                yield (general, special), row


def _curated(folder: Path) -> Iterator[tuple[str, Origin]]:
    """The file that gives each curated thing its label."""
    for name in FILES:
        origin = Origin(f"{folder.name}/{name}")
        for quad in ox.parse(path=str(folder / name), format=ox.RdfFormat.TURTLE):
            if quad.predicate.value == vocab.PREF_LABEL and isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value.removeprefix(vocab.DEFAULT_BASE), origin
