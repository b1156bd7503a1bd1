"""The tables of an index: what each article tells, in pieces that can be looked up one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.graph.copies import marks
from kg.graph.happenings import Happening
from kg.graph.index.codec import link_fields, packed, report_text, shell_text
from kg.graph.index.lookups import At, Lookups
from kg.graph.index.opponents import SCHEMA, OpponentTables
from kg.graph.quads import Sheet, links_of
from kg.model import Report

_SCHEMA = """
CREATE TABLE article (local TEXT PRIMARY KEY, shell TEXT, origin TEXT, reports INTEGER,
    tolls INTEGER) WITHOUT ROWID;
CREATE INDEX article_origin ON article (origin);
CREATE TABLE report (local TEXT, at INTEGER, happening TEXT, thing TEXT, component TEXT, told TEXT,
    deal TEXT, PRIMARY KEY (local, at)) WITHOUT ROWID;
CREATE INDEX report_thing ON report (thing);
CREATE INDEX report_component ON report (component);
CREATE INDEX report_deal ON report (deal);
CREATE TABLE named (iri TEXT, local TEXT, at INTEGER, surface TEXT, parent TEXT, is_place INTEGER,
    has_role INTEGER, link TEXT, PRIMARY KEY (iri, local, at)) WITHOUT ROWID;
CREATE INDEX named_local ON named (local);
CREATE INDEX named_place ON named (is_place);
CREATE TABLE moment (fortnight INTEGER, type TEXT, planned INTEGER, begin INTEGER, end INTEGER,
    local TEXT, happening TEXT, PRIMARY KEY (fortnight, type, local, happening)) WITHOUT ROWID;
CREATE INDEX moment_local ON moment (local);
CREATE TABLE mark (mark TEXT, local TEXT, PRIMARY KEY (mark, local)) WITHOUT ROWID;
CREATE INDEX mark_local ON mark (local);
CREATE TABLE beside (subject TEXT, predicate TEXT, object TEXT, thing TEXT,
    PRIMARY KEY (subject, predicate, object, thing)) WITHOUT ROWID;
CREATE INDEX beside_thing ON beside (thing);
"""
_OF_ARTICLES = ("article", "report", "named", "moment", "mark")


class Tables(Lookups):
    """A database of articles, open."""

    def __init__(self, path: Path) -> None:
        """Open one that is there, or make it."""
        is_new = not path.exists()
        super().__init__(sqlite3.connect(path, isolation_level=None))
        # Nothing is done for the case of a crash: the seal tells of it, and all is made again.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            self._base.execute(f"PRAGMA {setting}")
        if is_new:
            self._base.executescript(_SCHEMA + SCHEMA)
        self._base.execute("BEGIN")
        self.opponents = OpponentTables(self._base)

    def close(self) -> None:
        """Write all, and let go of the file."""
        self._base.execute("COMMIT")
        self._base.close()

    def add(self, sheets: Iterable[Sheet], is_curated: Iterable[str]) -> None:
        """Put articles in, whose reports tell of no thing yet.

        Args:
            sheets: the articles, in tidy form.
            is_curated: IRIs of curated things.
        """
        curated = frozenset(is_curated)
        for sheet in sheets:
            tolls = sum(len(report.tolls) for report in sheet.reports)
            article = (sheet.local, shell_text(sheet), "", len(sheet.reports), tolls)
            self._put("article", [article])
            self._put("report", (
                (sheet.local, at, report.same_as or f"#{at}", "", "", report_text(report),
                 _deal(report))
                for at, report in enumerate(sheet.reports)
            ))  # fmt: skip
            self._put("named", _named(sheet, curated))
            if sheet.signature is not None:
                self._put("mark", ((mark, sheet.local) for mark in marks(sheet.signature)))

    def drop(self, locals_: Iterable[str]) -> None:
        """Take articles out."""
        gone = [(local,) for local in locals_]
        for (local,) in gone:
            self._shells.pop(local, None)
        for table in _OF_ARTICLES:
            self._base.executemany(f"DELETE FROM {table} WHERE local = ?", gone)  # noqa: S608 - names of our own

    def note_moments(self, found: Iterable[Happening]) -> None:
        """Note of what time and type happenings of articles just put in are."""
        self._put("moment", (
            (fortnight, type_, each.kind.planned, *_span(each), *each.key.split(" ", 1))
            for each in found
            for fortnight in each.fortnights
            for type_ in each.types
        ))  # fmt: skip

    def note_things(self, told: Iterable[tuple[str, str, At]]) -> None:
        """Note the thing, and the component of it, that each report tells of."""
        self._base.executemany(
            "UPDATE report SET thing = ?, component = ? WHERE local = ? AND at = ?",
            ((thing, component, *at) for thing, component, at in told),
        )

    def note_origins(self, origins: Mapping[str, str]) -> None:
        """Note for articles which one they copy, "" for none."""
        rows = ((origin, local) for local, origin in origins.items())
        self._base.executemany("UPDATE article SET origin = ? WHERE local = ?", rows)

    def note_beside(self, triples: Iterable[tuple[str, str, str, str]]) -> None:
        """Note triples that things tell of others: subject, predicate, object, thing."""
        self._put("beside", triples)

    def take_beside(self, things: Iterable[str]) -> set[tuple[str, str, str]]:
        """Forget the triples that things tell of others; those forgotten."""
        rows = self._of("SELECT subject, predicate, object FROM beside WHERE thing", things)
        found = {(row[0], row[1], row[2]) for row in rows}
        gone = ((thing,) for thing in things)
        self._base.executemany("DELETE FROM beside WHERE thing = ?", gone)
        return found

    def _put(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        listed = list(rows)
        if listed:
            marks_ = ", ".join("?" * len(listed[0]))
            self._base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks_})", listed)  # noqa: S608 - likewise


def _deal(report: Report) -> str:
    """IRI of the deal in whose life a report may be a step."""
    has_life = report.of in ("Event", "CeasefireDeal")
    return report.deal.iri if has_life and report.deal is not None else ""


def _named(sheet: Sheet, curated: frozenset[str]) -> Iterator[tuple[object, ...]]:
    """Each link of an article once, where it stands last, and whether it fills a role."""
    links = [link for report in sheet.reports for link in links_of(report)]
    roles = {
        link.iri for report in sheet.reports for links in report.roles.values() for link in links
    }
    last = {link: at for at, link in enumerate(links)}
    for link, at in last.items():
        is_place = link.is_place and link.iri not in curated
        yield (link.iri, sheet.local, at, link.surface, link.parent, is_place,
               link.iri in roles, packed(link_fields(link)))  # fmt: skip


def _span(happening: Happening) -> tuple[int | None, int | None]:
    """The days of a happening that part it from others."""
    begin, end = happening.begin, happening.end
    if not happening.dated or begin is None or end is None:
        return None, None
    return begin.toordinal(), end.toordinal()
