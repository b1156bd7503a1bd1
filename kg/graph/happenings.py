"""What one article tells of one happening: its reports of it, and what tells it from others."""

from __future__ import annotations

import datetime
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.geography import Geography
from kg.graph.quads import Sheet
from kg.model import Link, Report, SegmentKind, Stance

#: Stances from the strongest to the weakest: what a happening is taken for.
STANCES = (Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED, Stance.PLANNED)
#: What has no day may be of so many days around its article's.
RECENT = 14
#: How the day of a report came to be known, where its article does not tell it of the event.
_GUESSED = ("story", "carried")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"\w+")
#: So many words in a row that two quotes share are copied.
_RUN = 6
_KINDS = {"State": "state", "ArmedForces": "state", "ArmedGroup": "group"}
_ROLES = ("initiator", "target", "participant")


@dataclass(frozen=True, slots=True)
class Told:
    """A report with where it stands: its sheet's position and its own."""

    sheet: int
    at: int
    report: Report


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll of a happening that is part of no other: least and most, None where not told."""

    low: int | None
    high: int | None

    @property
    def told(self) -> int:
        """The one number that stands for it."""
        return self.low if self.low is not None else self.high or 0


@dataclass(frozen=True, slots=True)
class Kind:
    """What parts happenings whatever else they tell: plans from facts, types from types."""

    planned: bool
    type: str
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Happening:
    """The reports of one article that tell of one event.

    Attributes:
        key: distinguishes it from all others, whatever the order of articles.
        told: its reports, in text order.
        type: the most special type told; `types` all of them.
        places: the most exact places told, by IRI.
        carried: whether no report tells its place itself.
        sides: for each role of armed sides and victims, whose side each filler is on.
        kinds: whether a state's forces or an armed group acts, where that is told.
        begin, end: the days told, None if open; a guess of the story's day where `dated` is False.
        dated: whether a report tells the time itself.
        figures: toll kind -> the figure of the first report that counts it.
        stance: the strongest of its reports'.
        sources: IRIs of those who say so; "" for the article itself.
        words: stems of the words of its quotes.
        runs: numbers that stand for each six words in a row of its quotes.
        head: the last word of what names it first, as it stands there but small.
        names: stems of the names in its quotes, of days too, and of the actors and places linked.
        issued: the article's day, None if unknown.
        kind: what parts it from others whatever else they tell.
        fortnights: numbers of those that it may belong to, in order.
    """

    key: str
    told: tuple[Told, ...]
    type: str
    types: frozenset[str]
    places: frozenset[str]
    carried: bool
    sides: Mapping[str, frozenset[str]]
    kinds: frozenset[str]
    begin: datetime.date | None
    end: datetime.date | None
    dated: bool
    figures: Mapping[str, Figure]
    stance: Stance
    sources: frozenset[str]
    words: frozenset[str]
    runs: frozenset[int]
    head: str
    names: frozenset[str]
    issued: datetime.date | None
    kind: Kind
    fortnights: tuple[int, ...]

    @property
    def local(self) -> str:
        """The local name of its article."""
        return self.key.split(" ", 1)[0]

    @property
    def sheet(self) -> int:
        """The position of its article."""
        return self.told[0].sheet


def happenings(
    sheets: Sequence[Sheet], classes: Mapping[str, tuple[str, ...]], places: Geography
) -> list[Happening]:
    """The happenings of articles, in the order of the articles and of their text."""
    groups: dict[tuple[int, str], list[Told]] = {}
    for each in told_in(sheets):
        if each.report.of == "Event":
            groups.setdefault((each.sheet, each.report.same_as or f"#{each.at}"), []).append(each)
    return [
        _happening(f"{sheets[n].local} {key}", told, sheets[n].issued.day, classes, places)
        for (n, key), told in groups.items()
    ]


def told_in(sheets: Sequence[Sheet]) -> list[Told]:
    """All reports of all articles, in order."""
    return [
        Told(n, at, report)
        for n, sheet in enumerate(sheets)
        for at, report in enumerate(sheet.reports)
    ]


def _happening(
    key: str,
    told: list[Told],
    issued: datetime.date | None,
    classes: Mapping[str, tuple[str, ...]],
    geography: Geography,
) -> Happening:
    reports = [each.report for each in told]
    own = [report for report in reports if not _is_carried(report, "placeBasis")] or reports
    dated = [report for report in reports if is_dated(report)]
    begin, end = _days(dated or reports)
    links = [link for report in own for link in report.roles.get("place", ())]
    type_ = max((report.type for report in reports), key=lambda name: (len(classes[name]), name))
    types = frozenset(report.type for report in reports)
    stance = min((_stance(report) for report in reports), key=STANCES.index)
    return Happening(
        key=key,
        told=tuple(told),
        type=type_,
        types=types,
        places=frozenset(geography.most_exact(links)),
        carried=own is reports and any(_is_carried(report, "placeBasis") for report in reports),
        sides={role: _sides(reports, role, geography) for role in _ROLES},
        kinds=frozenset(
            _KINDS[link.cls]
            for report in reports
            for link in report.roles.get("initiator", ())
            if link.cls in _KINDS
        ),
        begin=begin,
        end=end,
        dated=bool(dated),
        figures=_figures(reports),
        stance=stance,
        sources=frozenset(link.iri for report in reports for link in report.source or (_ITSELF,)),
        words=frozenset(word for report in reports for word in stems(report.quote)),
        runs=frozenset(run for report in reports for run in _runs(report.quote)),
        head=_head(reports[0]),
        names=frozenset(stem(name) for report in reports for name in _names(report)),
        issued=issued,
        kind=Kind(stance is Stance.PLANNED, type_, types),
        fortnights=fortnights(begin or end or issued),
    )


_ITSELF = Link("", "", "", "", "", 1.0)


def _names(report: Report) -> Iterator[str]:
    """Words with a capital, behind the first of a quote and in the labels of what is linked."""
    inside = report.quote.partition(" ")[2]
    labels = (link.label for links in report.roles.values() for link in links)
    for text in (inside, *labels):
        yield from (word for word in _WORD.findall(text) if word[0].isupper())


def stems(text: str) -> Iterator[str]:
    """The stems of a text's words of four letters and more."""
    yield from map(stem, _WORD.findall(text))


def _runs(quote: str) -> Iterator[int]:
    """Each six words in a row, as a number: what two quotes share of these is copied."""
    words = [word.lower() for word in _ANY_WORD.findall(quote)]
    for at in range(len(words) - _RUN + 1):
        yield zlib.crc32(" ".join(words[at : at + _RUN]).encode())


def _head(report: Report) -> str:
    start, end = (offset - report.start for offset in report.trigger)
    words = _ANY_WORD.findall(report.quote[max(start, 0) : max(end, 0)])
    return words[-1].lower() if words else ""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word as it is compared: small, without the endings of plurals and past tenses."""
    lower = word.lower()
    for ending in ("ing", "ed", "es", "s"):
        if lower.endswith(ending) and len(lower) - len(ending) > 3:
            return lower.removesuffix(ending)
    return lower


def _fact(report: Report, name: str) -> str:
    return next((value for key, value in report.facts if key == name), "")


def _is_carried(report: Report, name: str) -> bool:
    return _fact(report, name) in _GUESSED


def is_dated(report: Report) -> bool:
    """Whether a report tells its day itself."""
    return report.when.begin is not None and not _is_carried(report, "dateBasis")


def _days(reports: Sequence[Report]) -> tuple[datetime.date | None, datetime.date | None]:
    """The days on which all reports agree, else all that any of them tells."""
    begins = [report.when.begin for report in reports if report.when.begin is not None]
    ends = [report.when.end for report in reports if report.when.end is not None]
    if begins and ends and max(begins) <= min(ends):
        return max(begins), min(ends)
    return min(begins, default=None), max(ends, default=None)


def fortnights(day: datetime.date | None) -> tuple[int, ...]:
    """Those of a day: its own and, in the second half of that, the next; one for no day at all."""
    if day is None:
        return (-1,)
    own = day.toordinal() // RECENT
    return (own, own + 1) if day.toordinal() % RECENT >= RECENT // 2 else (own,)


def _stance(report: Report) -> Stance:
    """What a report is taken for: a headline or caption alone asserts nothing."""
    told = report.segment in (SegmentKind.BODY, SegmentKind.STANDFIRST, SegmentKind.HEADLINE)
    return report.stance if told or report.stance is not Stance.ASSERTED else Stance.ALLEGED


def _sides(reports: Sequence[Report], role: str, geography: Geography) -> frozenset[str]:
    links = (link for report in reports for link in report.roles.get(role, ()))
    return frozenset(geography.side(link) for link in links)


def _figures(reports: Sequence[Report]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for report in reports:
        kinds = {toll.kind for toll in report.tolls if toll.part_of is None}
        for kind in sorted(kinds - found.keys()):
            tolls = [t for t in report.tolls if t.kind == kind and t.part_of is None]
            lows = [t.low if t.low is not None else t.count for t in tolls]
            highs = [t.high if t.high is not None else t.count for t in tolls]
            found[kind] = Figure(_sum(lows), _sum(highs))
    return found


def _sum(bounds: Sequence[int | None]) -> int | None:
    known = [each for each in bounds if each is not None]
    return sum(known) if known and len(known) == len(bounds) else None
