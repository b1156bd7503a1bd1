"""What an index can be asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.graph.agreement import APART
from kg.graph.happenings import Happening
from kg.graph.index.codec import link_of, report_of, shell_of
from kg.graph.quads import Sheet
from kg.model import Link, Report

#: A report: the local name of its article, and its position in that, from 0.
At = tuple[str, int]
#: Values that one question may ask for.
_MOST = 500
_ROW = "local, at, happening, thing, component, told, deal"


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the index: where it stands, the happening and the thing that it tells of.

    Attributes:
        at: its place.
        happening: what its article's reports of one happening share.
        thing: IRI of the thing, without the base; "" while that is not known.
        component: of its event, as of `clusters.Cluster`; "" for others.
        told: the report as JSON.
        deal: IRI of the deal in whose life it may be a step, without the base; "" for none.
    """

    at: At
    happening: str
    thing: str
    component: str
    told: str
    deal: str

    @property
    def key(self) -> str:
        """The key of its happening, as of `happenings.Happening`."""
        return f"{self.at[0]} {self.happening}"


class Lookups:
    """Reads the tables of a database of articles."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Read from an open database."""
        self._base = base
        self._shells: dict[str, Sheet] = {}

    def is_beside(self, triple: tuple[str, str, str]) -> bool:
        """Whether a thing tells this triple of another."""
        ask = "SELECT 1 FROM beside WHERE subject = ? AND predicate = ? AND object = ?"
        return self._base.execute(ask, triple).fetchone() is not None

    def _of(
        self,
        question: str,
        values: Iterable[str],
        given: tuple[object, ...] = (),
        order: str = "",
    ) -> Iterator[tuple[str, ...]]:
        """Rows of a question that ends in what must be one of the values."""
        listed = sorted(set(values))
        for at in range(0, len(listed), _MOST):
            some = listed[at : at + _MOST]
            asked = f"{question} IN ({', '.join('?' * len(some))}) {order}"
            yield from self._base.execute(asked, (*given, *some)).fetchall()

    def shells(self, locals_: Iterable[str]) -> dict[str, Sheet]:
        """Articles without their reports, by local name."""
        listed = set(locals_)
        unread = listed - self._shells.keys()
        rows = self._of("SELECT local, shell FROM article WHERE local", unread)
        self._shells |= {local: shell_of(text) for local, text in rows}
        return {local: self._shells[local] for local in listed & self._shells.keys()}

    def sheets(self, locals_: Iterable[str]) -> dict[str, Sheet]:
        """Articles with all of their reports, by local name."""
        shells = self.shells(locals_)
        told: dict[str, list[Report]] = {local: [] for local in shells}
        for row in sorted(self.rows("local", shells), key=lambda row: row.at):
            told[row.at[0]].append(report_of(row.told))
        return {
            local: replace(shell, reports=tuple(told[local])) for local, shell in shells.items()
        }

    def rows(self, column: str, values: Iterable[str]) -> list[Row]:
        """The reports of which a column has one of some values."""
        question = f"SELECT {_ROW} FROM report WHERE {column}"  # noqa: S608 - likewise
        return [Row((row[0], int(row[1])), *row[2:]) for row in self._of(question, values)]

    def locals(self) -> set[str]:
        """The articles."""
        return {local for (local,) in self._base.execute("SELECT local FROM article")}

    def links(self, iris: Iterable[str]) -> list[Link]:
        """All links of things, as `labels.named_links` has them."""
        # Of each thing the rows stand in this order anyway, and the last one counts.
        order = "ORDER BY iri, local, at"
        rows = self._of("SELECT iri, surface, link FROM named WHERE iri", iris, order=order)
        last = {(iri, surface): link for iri, surface, link in rows}
        return [link_of(json.loads(last[key])) for key in sorted(last)]

    def places(self) -> list[Link]:
        """All links of places that are not curated, those of each in the order of the articles."""
        asked = "SELECT link FROM named WHERE is_place = 1 ORDER BY iri, local, at"
        rows = self._base.execute(asked)
        return [link_of(json.loads(text)) for (text,) in rows]

    def roots(self) -> set[str]:
        """IRIs of all things named and of those that hold them, as `labels.roots`."""
        asked = "SELECT iri, surface, parent FROM named ORDER BY iri, local, at"
        rows = self._base.execute(asked)
        last = {(iri, surface): parent for iri, surface, parent in rows}
        return {iri for iri, _ in last} | {parent for parent in last.values() if parent}

    def named_by(self, locals_: Iterable[str]) -> set[str]:
        """IRIs of the things that articles name."""
        return {iri for (iri,) in self._of("SELECT iri FROM named WHERE local", locals_)}

    def naming(self, iris: Iterable[str]) -> set[str]:
        """The articles that name things."""
        return {local for (local,) in self._of("SELECT local FROM named WHERE iri", iris)}

    def alike(self, locals_: Iterable[str]) -> set[str]:
        """Articles that may copy one of these or be copied by it, and these themselves."""
        marks = (mark for (mark,) in self._of("SELECT mark FROM mark WHERE local", locals_))
        return {local for (local,) in self._of("SELECT local FROM mark WHERE mark", marks)}

    def origins(self, locals_: Iterable[str]) -> dict[str, str]:
        """Articles with the one that each copies, "" for none."""
        rows = self._of("SELECT local, origin FROM article WHERE local", locals_)
        return {row[0]: row[1] for row in rows}

    def copied(self, locals_: Iterable[str]) -> dict[str, str]:
        """Those of some articles that copy another, with that one."""
        return {local: origin for local, origin in self.origins(locals_).items() if origin}

    def copies(self, origins: Iterable[str]) -> set[str]:
        """Articles that copy one of these."""
        return {local for (local,) in self._of("SELECT local FROM article WHERE origin", origins)}

    def near(self, happening: Happening, types: Iterable[str]) -> set[tuple[str, str]]:
        """Happenings of such types and of about one time with another: article and key in it."""
        found: set[tuple[str, str]] = set()
        dated = (happening.begin, happening.end) if happening.dated else (None, None)
        begin, end = (None if day is None else day.toordinal() for day in dated)
        first = None if begin is None or end is None else begin - APART
        last = None if begin is None or end is None else end + APART
        for fortnight in happening.fortnights:
            question = (
                "SELECT local, happening FROM moment WHERE fortnight = ? AND planned = ? "
                "AND NOT (begin IS NOT NULL AND ? IS NOT NULL AND (end <= ? OR begin >= ?)) "
                "AND type"
            )
            given = (fortnight, happening.kind.planned, first, first, last)
            found.update((row[0], row[1]) for row in self._of(question, types, given))
        return found

    def counts(self) -> dict[str, int]:
        """How many of what there are, as of `Assembly.counts`."""

        def one(question: str) -> int:
            return int(self._base.execute(question).fetchone()[0] or 0)

        def named(kind: str) -> int:
            distinct = "SELECT count(DISTINCT iri) FROM named WHERE has_role = 1 AND iri"
            return one(f"{distinct} >= '{kind}/' AND iri < '{kind}0'")

        def things(kind: str) -> int:
            distinct = "SELECT count(DISTINCT thing) FROM report WHERE thing"
            return one(f"{distinct} >= '{kind}/' AND thing < '{kind}0'")

        return {
            "articles": one("SELECT count(*) FROM article"),
            "copies": one("SELECT count(*) FROM article WHERE origin != ''"),
            "actors": named("actor"),
            "places": named("place"),
            "backings": things("backing"),
            "deals": things("deal"),
            "events": things("event"),
            "tolls": one("SELECT sum(tolls) FROM article"),
            "reports": one("SELECT sum(reports) FROM article"),
        }
