"""The tables of who fought whom: what each event and each tie tells of it."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterable

from kg.graph.consolidate import Thing
from kg.graph.engagements import Engagement, Pair
from kg.graph.index.codec import packed
from kg.graph.merged_tolls import Bounds
from kg.graph.opponents import Meeting, Tie, ties
from kg.model import Interval

SCHEMA = """
CREATE TABLE engagement (event TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID;
CREATE TABLE meeting (fighter TEXT, opponent TEXT, event TEXT, is_told INTEGER,
    PRIMARY KEY (fighter, opponent, event)) WITHOUT ROWID;
CREATE INDEX meeting_event ON meeting (event);
CREATE TABLE tie (ends TEXT, thing TEXT, PRIMARY KEY (ends, thing)) WITHOUT ROWID;
CREATE INDEX tie_thing ON tie (thing);
"""


class OpponentTables:
    """Reads and writes the events in which actors fought, and the ties between actors."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Use the tables of an open database."""
        self._base = base

    def note(self, engagements: Iterable[Engagement]) -> set[Pair]:
        """Note events in which actors fought; the pairs that these bear on."""
        pairs: set[Pair] = set()
        for each in engagements:
            self._base.execute("INSERT INTO engagement VALUES (?, ?)", (each.event, _text(each)))
            rows = [(*pair, each.event, pair in each.told) for pair in each.told | each.joined]
            self._base.executemany("INSERT INTO meeting VALUES (?, ?, ?, ?)", rows)
            pairs |= each.told | each.joined
        return pairs

    def forget(self, events: Iterable[str]) -> set[Pair]:
        """Forget events; the pairs that fought in them."""
        pairs: set[Pair] = set()
        for event in events:
            asked = "SELECT fighter, opponent FROM meeting WHERE event = ?"
            pairs.update(self._base.execute(asked, (event,)))
            self._base.execute("DELETE FROM meeting WHERE event = ?", (event,))
            self._base.execute("DELETE FROM engagement WHERE event = ?", (event,))
        return pairs

    def pairs(self) -> list[Pair]:
        """All that met in an event."""
        return list(self._base.execute("SELECT DISTINCT fighter, opponent FROM meeting"))

    def met(self, pair: Pair) -> list[Meeting]:
        """The events in which two met."""
        asked = (
            "SELECT event, told, is_told FROM meeting JOIN engagement USING (event) "
            "WHERE fighter = ? AND opponent = ?"
        )
        rows = self._base.execute(asked, pair)
        return [Meeting(_engagement(event, told), bool(is_told)) for event, told, is_told in rows]

    def note_ties(self, things: Iterable[Thing]) -> None:
        """Note what things tell of ties."""
        rows = [(" ".join(sorted(tie)), thing.iri) for thing in things for tie in ties(thing)]
        self._base.executemany("INSERT INTO tie VALUES (?, ?)", rows)

    def forget_ties(self, things: Iterable[str]) -> None:
        """Forget what things told of ties."""
        gone = [(thing,) for thing in things]
        self._base.executemany("DELETE FROM tie WHERE thing = ?", gone)

    def ties(self) -> frozenset[Tie]:
        """All ties that things tell."""
        rows = self._base.execute("SELECT DISTINCT ends FROM tie")
        return frozenset(frozenset(ends.split(" ")) for (ends,) in rows)


def _text(engagement: Engagement) -> str:
    """All but its event and its pairs, as JSON."""
    when, killed = engagement.when, engagement.killed
    return packed([
        None if when.begin is None else when.begin.toordinal(),
        None if when.end is None else when.end.toordinal(),
        None if killed is None else [killed.low, killed.high],
        engagement.reports,
        sorted(engagement.origins),
    ])  # fmt: skip


def _engagement(event: str, told: str) -> Engagement:
    """The engagement of such JSON, without its pairs."""
    begin, end, killed, reports, origins = json.loads(told)
    bounds = None if killed is None else Bounds(*killed)
    nobody: frozenset[Pair] = frozenset()
    when = Interval(_day(begin), _day(end))
    return Engagement(event, when, bounds, reports, frozenset(origins), nobody, nobody)


def _day(number: int | None) -> datetime.date | None:
    return None if number is None else datetime.date.fromordinal(number)
