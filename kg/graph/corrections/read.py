"""corrections.toml to corrections, strictly: what isn't understood is a mistake, never ignored."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import CorrectionError
from kg.graph.corrections.correction import KINDS, Correction, ReportName

_HEADER = re.compile(r"^\s*\[\[\s*(?:correction|\"correction\"|'correction')\s*\]\]", re.MULTILINE)
_ALWAYS = ("do", "who", "when", "why")
#: Keys whose value is one text of at least one character.
_TEXTS = ("who", "why", "thing", "into", "to", "new", "label", "name")
#: Keys whose value is a list of such texts.
_LISTS = ("these", "articles")
_REPORT_KEYS = ("article", "quote", "word", "type", "nth")
_UNKNOWN = "unknown"


def read(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, in its order.

    Raises:
        CorrectionError: if it can't be read, or says what no correction says.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise CorrectionError(f"can't be read: {reason}", where=str(path)) from error
    return parse(text, str(path))


def parse(text: str, where: str) -> tuple[Correction, ...]:
    """The corrections of a text.

    Args:
        text: TOML.
        where: what to call it in messages.

    Raises:
        CorrectionError: naming the record.
    """
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CorrectionError(f"is not TOML: {error}", where=where) from error
    if unknown := sorted(set(tables) - {"correction"}):
        advice = "each correction is a table [[correction]]"
        raise CorrectionError(f"unknown key {unknown[0]!r}", where=where, advice=advice)
    records = tables.get("correction", [])
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        problem = "'correction' is no list of tables"
        raise CorrectionError(problem, where=where, advice="write each as [[correction]]")
    places = _places(text, len(records), where)
    return tuple(_Record(one, at).correction() for one, at in zip(records, places, strict=True))


def _places(text: str, count: int, where: str) -> list[str]:
    """For each record its file, line and number; no line where the text leaves it in doubt."""
    lines = [text.count("\n", 0, found.start(0)) + 1 for found in _headers(text)]
    if len(lines) != count:
        return [f"{where}, record {at + 1}" for at in range(count)]
    return [f"{where}:{line}, record {at + 1}" for at, line in enumerate(lines)]


def _headers(text: str) -> list[re.Match[str]]:
    found = list(_HEADER.finditer(text))
    # The whitespace before a header may hold empty lines.
    return [match for at in found if (match := re.compile(r"\[\[").search(text, at.start()))]


@dataclass(frozen=True, slots=True)
class _Record:
    """A table of the file.

    Attributes:
        rows: keys and values.
        where: as in Correction.
    """

    rows: Mapping[str, Any]
    where: str

    def correction(self) -> Correction:
        do = self._do()
        self._check_keys(do)
        told: dict[str, Any] = {key: self._text(key) for key in _TEXTS if key in self.rows}
        told |= {key: self._texts(key) for key in _LISTS if key in self.rows}
        begin, end = self._days(do)
        reports = self._reports(do)
        found = Correction(
            do=do, when=self._day("when"), reports=reports, begin=begin, end=end,
            places=self._places(), where=self.where, **told,
        )  # fmt: skip
        if found.into in found.these:
            raise self._mistake(f"{found.into!r} can't be merged into itself")
        return found

    def _mistake(self, problem: str, advice: str = "") -> CorrectionError:
        return CorrectionError(problem, where=self.where, advice=advice)

    def _do(self) -> str:
        do = self.rows.get("do")
        if not isinstance(do, str) or do not in KINDS:
            problem = "no 'do'" if do is None else f"unknown 'do': {do!r}"
            raise self._mistake(problem, f"known: {', '.join(KINDS)}")
        return do

    def _check_keys(self, do: str) -> None:
        must, may = KINDS[do]
        choices = [choice.split("|") for choice in (*_ALWAYS, *must)]
        known = {key for choice in choices for key in choice} | set(may)
        if unknown := sorted(set(self.rows) - known):
            raise self._mistake(f"unknown key {unknown[0]!r} of {do}", f"known: {_listed(known)}")
        for choice in choices:
            given = [key for key in choice if key in self.rows]
            if not given:
                raise self._mistake(f"no {' or '.join(map(repr, choice))}")
            if len(given) > 1:
                raise self._mistake(f"both {given[0]!r} and {given[1]!r}", "keep one")

    def _text(self, key: str) -> str:
        return self._worded(self.rows[key], repr(key))

    def _worded(self, value: object, name: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._mistake(f"{name} is no text")
        return value.strip()

    def _texts(self, key: str) -> tuple[str, ...]:
        values = self.rows[key]
        if not isinstance(values, list) or not values:
            raise self._mistake(f"{key!r} is no list of texts")
        return tuple(self._worded(value, f"an entry of {key!r}") for value in values)

    def _places(self) -> tuple[str, ...]:
        """One place, a list of them, or an empty list for an unknown one."""
        value = self.rows.get("place", [])
        values = value if isinstance(value, list) else [value]
        return tuple(self._worded(one, "'place'") for one in values)

    def _day(self, key: str) -> datetime.date:
        value = self.rows[key]
        if not isinstance(value, datetime.date):
            raise self._mistake(f"{key!r} is no date", "write it as 2026-01-31, without quotes")
        return value.date() if isinstance(value, datetime.datetime) else value

    def _days(self, do: str) -> tuple[datetime.date | None, datetime.date | None]:
        if do != "set-date":
            return None, None
        bounds = [key for key in ("begin", "end") if key in self.rows]
        if bool(bounds) == ("date" in self.rows):
            problem = "needs either 'date' or 'begin' and 'end'"
            raise self._mistake(problem, 'date = "unknown" where none is known')
        if self.rows.get("date") == _UNKNOWN:
            return None, None
        if not bounds:
            return self._day("date"), self._day("date")
        begin, end = (self._day(key) if key in bounds else None for key in ("begin", "end"))
        if begin is not None and end is not None and begin > end:
            raise self._mistake("'begin' is later than 'end'")
        return begin, end

    def _reports(self, do: str) -> tuple[ReportName, ...]:
        tables = self.rows.get("reports", [self.rows["report"]] if "report" in self.rows else [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            raise self._mistake("a report is no table", 'write { article = "…", quote = "…" }')
        found = tuple(self._report(table) for table in tables)
        if "reports" in self.rows and not found:
            raise self._mistake("'reports' is empty")
        if do in ("merge-events", "split-events") and len(found) < 2:
            raise self._mistake(f"{do} needs two reports or more")
        if len(set(found)) < len(found):
            raise self._mistake("names a report twice")
        return found

    def _report(self, table: Mapping[str, Any]) -> ReportName:
        if unknown := sorted(set(table) - set(_REPORT_KEYS)):
            problem = f"unknown key {unknown[0]!r} of a report"
            raise self._mistake(problem, f"known: {', '.join(_REPORT_KEYS)}")
        for key in ("article", "quote"):
            if key not in table:
                raise self._mistake(f"a report without {key!r}")
        nth = table.get("nth", 0)
        if not isinstance(nth, int) or isinstance(nth, bool) or ("nth" in table and nth < 1):
            raise self._mistake("'nth' of a report is no number from 1")
        texts = {
            key: self._worded(table[key], f"{key!r} of a report")
            for key in ("article", "quote", "word", "type")
            if key in table
        }
        return ReportName(nth=nth, **texts)


def _listed(keys: set[str]) -> str:
    return ", ".join(sorted(keys))
