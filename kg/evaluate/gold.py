"""What a careful reader found in one article, from a file of gold.

One JSON file an article; README.md shows the form. Keys that measuring has no use for ("id",
"title", "terms", …) are passed over.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.dates import OPEN
from kg.evaluate.naming import Entity
from kg.evaluate.record import Record, read_record
from kg.evaluate.roles import LISTS, PAIRS, REPORTED, SINGLE
from kg.evaluate.terms import Terms
from kg.evaluate.toll import Toll
from kg.model import Interval, Stance

#: The file of entities that many articles share, in a folder of gold.
REGISTRY = "registry.json"


@dataclass(frozen=True, eq=False, slots=True)
class GoldReport:
    """What gold wants to be reported; each is like itself alone.

    Attributes:
        of: one of roles.REPORTED.
        type: the event's type, "" for other things.
        quote: the article's words.
        trigger: the words in the quote that name the event, or "".
        optional: whether careful readers may disagree about it: it neither helps nor hurts.
        event: a key that reports of the same happening share, or "".
        stance: how the article stands to it.
        when: its days; both ends None where the article leaves them open.
        roles: role -> keys of entities.
        tolls: what it counts.
        deal: key of the deal, of a CeasefireDeal, or "".
        names: what a deal is called.
        agreed: when a deal was agreed, as exact as told, or "".
    """

    of: str
    quote: str
    type: str = ""
    trigger: str = ""
    optional: bool = False
    event: str = ""
    stance: str = Stance.ASSERTED
    when: Interval = OPEN
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tolls: tuple[Toll[str], ...] = ()
    deal: str = ""
    names: tuple[str, ...] = ()
    agreed: str = ""

    def keys(self, *roles: str) -> list[str]:
        """The entities in some roles, in order, each once."""
        return list(dict.fromkeys(key for role in roles for key in self.roles.get(role, ())))


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article.

    Attributes:
        article: its file's name.
        issued: when it was published, or None if that can't be known.
        entities: key -> entity.
        reports: in the order of the file.
    """

    article: str
    issued: datetime.date | None
    entities: Mapping[str, Entity]
    reports: tuple[GoldReport, ...]


def gold_files(place: Path) -> list[Path]:
    """The files of gold in a folder, sorted, or the one file.

    Raises:
        InputError: if there is none.
    """
    if place.is_file():
        return [place]
    found = sorted(path for path in place.glob("*.json") if path.name != REGISTRY)
    if not found:
        problem = "there is no gold here" if place.is_dir() else "there is no such file or folder"
        raise InputError(problem, where=str(place), advice="gold is a file ARTICLE.json an article")
    return found


def read_gold(path: Path, terms: Terms) -> Gold:
    """A file of gold.

    Raises:
        InputError: naming the file and what in it is wrong.
    """
    record = read_record(path)
    if "reports" not in record.members:
        record.refuse("lacks 'reports'")
    return Gold(
        article=record.text("article"),
        issued=record.day("issued"),
        entities=_entities(record.record("entities")),
        reports=tuple(_report(each, terms) for each in record.records("reports")),
    )


def read_registry(path: Path) -> dict[str, Entity]:
    """The entities, by key, that all articles share.

    Raises:
        InputError: naming the file and what in it is wrong.
    """
    return _entities(read_record(path))


def _entities(record: Record) -> dict[str, Entity]:
    return {key: _entity(record.record(key)) for key in record.members}


def _entity(record: Record) -> Entity:
    lat, lon = record.degrees("lat"), record.degrees("lon")
    if (lat is None) != (lon is None):
        record.refuse("has only one of 'lat' and 'lon'")
    spot = None if lat is None or lon is None else (lat, lon)
    return Entity(record.texts("names"), record.texts("near"), spot)


def _report(record: Record, terms: Terms) -> GoldReport:
    of = record.choice("of", REPORTED)
    for role in PAIRS[of][:2] if of in PAIRS else ():
        record.text(role)
    return GoldReport(
        of=of,
        quote=record.text("quote"),
        type=record.choice("type", terms.lines) if of == "Event" else "",
        trigger=record.text_or("trigger"),
        optional=record.flag("optional"),
        event=record.text_or("event"),
        stance=record.choice("stance", Stance, Stance.ASSERTED),
        when=_when(record),
        roles=_roles(record),
        tolls=tuple(_toll(each, terms) for each in record.records("tolls")),
        deal=record.text("deal") if of == "CeasefireDeal" else "",
        names=record.texts("names"),
        agreed=record.date("agreedOn"),
    )


def _roles(record: Record) -> dict[str, tuple[str, ...]]:
    lists = {role: record.texts(role) for role in LISTS}
    single = {role: record.text_or(role) for role in SINGLE}
    return lists | {role: (key,) for role, key in single.items() if key}


def _when(record: Record) -> Interval:
    begin, end = record.day("begin"), record.day("end")
    if (begin is None) != (end is None):
        record.refuse("has only one of 'begin' and 'end'", "for a single day both are that day")
    if begin and end and begin > end:
        record.refuse("'begin' is after 'end'")
    return Interval(begin, end)


def _toll(record: Record, terms: Terms) -> Toll[str]:
    kind = record.choice("kind", terms.toll_kinds)
    figures = (record.whole("count"), record.whole("min"), record.whole("max"))
    if figures == (None, None, None):
        record.refuse("has no figure", "give it count, min or max")
    return Toll(kind, *figures, record.texts("victims"))
