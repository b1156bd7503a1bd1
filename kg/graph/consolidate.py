"""Which reports tell of one thing: the first, plain consolidation.

Two happenings told by two articles are one event if their types agree (one is the other's
superclass, or both are strikes), a place is shared, the days overlap, both are short, and no
initiators contradict each other. Articles are taken in a fixed order, so the result depends on
the set of reports alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.graph.quads import Sheet
from kg.ids import digest
from kg.model import Report, SegmentKind, Stance

_SHORT = datetime.timedelta(days=3)
_STRIKES = frozenset(("Attack", "Bombardment", "AirStrike", "Shelling", "Explosion"))
#: What a pair of ends calls the thing that joins them.
_PAIRS = {
    "Backing": ("backing", "backer", "backed"),
    "Control": ("control", "controller", "controlled"),
    "Affiliation": ("affiliation", "member", "group"),
    "Leadership": ("leadership", "person", "organization"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A report with where it stands: its sheet's position and its own."""

    sheet: int
    at: int
    report: Report


@dataclass(frozen=True, slots=True)
class Happening:
    """The reports of one article that tell of one event.

    Attributes:
        key: distinguishes it from all others, whatever the order of articles.
        told: its reports, in text order.
        type: the most special type told; `types` all of them.
        places: IRIs of places told; `initiators` of actors that act.
        begin, end: the days told, None if open.
        real: whether the article tells it as having happened.
    """

    key: str
    told: tuple[Told, ...]
    type: str
    types: frozenset[str]
    places: frozenset[str]
    initiators: frozenset[str]
    begin: datetime.date | None
    end: datetime.date | None
    real: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """A merged thing: its IRI without the base, its class and the reports that tell of it."""

    iri: str
    of: str
    told: tuple[Told, ...]


def things(sheets: Sequence[Sheet], classes: Mapping[str, tuple[str, ...]]) -> list[Thing]:
    """All merged things of a set of articles, in the order of their IRIs."""
    found: dict[str, Thing] = {}
    for cluster in _clusters(_happenings(sheets, classes), classes):
        told = tuple(each for happening in cluster for each in happening.told)
        iri = f"event/{digest(min(happening.key for happening in cluster))[:16]}"
        found[iri] = Thing(iri, "Event", told)
    for each in _told(sheets):
        iri = _own_iri(each.report)
        if iri:
            known = found.get(iri, Thing(iri, each.report.of, ()))
            found[iri] = Thing(iri, each.report.of, (*known.told, each))
    return [found[iri] for iri in sorted(found)]


def _told(sheets: Sequence[Sheet]) -> list[Told]:
    return [
        Told(n, at, report)
        for n, sheet in enumerate(sheets)
        for at, report in enumerate(sheet.reports)
    ]


def _own_iri(report: Report) -> str:
    """The IRI of a thing that its ends or its name identify; "" for an event."""
    if report.of in _PAIRS:
        kind, first, second = _PAIRS[report.of]
        ends = [report.roles[end][0].iri.partition("/")[2] for end in (first, second)]
        return f"{kind}/{ends[0]}--{ends[1]}"
    return report.deal.iri if report.of == "CeasefireDeal" and report.deal is not None else ""


def _happenings(sheets: Sequence[Sheet], classes: Mapping[str, tuple[str, ...]]) -> list[Happening]:
    groups: dict[tuple[int, str], list[Told]] = {}
    for each in _told(sheets):
        if each.report.of == "Event":
            groups.setdefault((each.sheet, each.report.same_as or f"#{each.at}"), []).append(each)
    return [
        _happening(f"{sheets[n].local} {key}", told, classes) for (n, key), told in groups.items()
    ]


def _happening(key: str, told: list[Told], classes: Mapping[str, tuple[str, ...]]) -> Happening:
    reports = [each.report for each in told]
    begins = [report.when.begin for report in reports if report.when.begin is not None]
    ends = [report.when.end for report in reports if report.when.end is not None]
    return Happening(
        key=key,
        told=tuple(told),
        type=max((report.type for report in reports), key=lambda name: (len(classes[name]), name)),
        types=frozenset(report.type for report in reports),
        places=frozenset(link.iri for report in reports for link in report.roles.get("place", ())),
        initiators=frozenset(
            link.iri for report in reports for link in report.roles.get("initiator", ())
        ),
        begin=min(begins, default=None),
        end=max(ends, default=None),
        real=any(_is_real(report) for report in reports),
    )


def _is_real(report: Report) -> bool:
    return report.stance in (Stance.ASSERTED, Stance.ALLEGED) and report.segment is SegmentKind.BODY


def _clusters(
    happenings: list[Happening], classes: Mapping[str, tuple[str, ...]]
) -> list[list[Happening]]:
    """Happenings grouped so that each agrees with every other of its group."""
    clusters: list[list[Happening]] = []
    by_place: dict[str, list[list[Happening]]] = {}
    for happening in sorted(happenings, key=lambda each: each.key):
        candidates = [c for place in sorted(happening.places) for c in by_place.get(place, ())]
        home = next(
            (c for c in candidates if all(_agree(happening, each, classes) for each in c)), None
        )
        if home is None:
            home = []
            clusters.append(home)
        home.append(happening)
        for place in happening.places:
            if home not in by_place.setdefault(place, []):
                by_place[place].append(home)
    return clusters


def _agree(one: Happening, other: Happening, classes: Mapping[str, tuple[str, ...]]) -> bool:
    if one.told[0].sheet == other.told[0].sheet or not (one.real and other.real):
        return False
    return (
        _types_agree(one.type, other.type, classes)
        and _days_agree(one, other)
        and _sides_agree(one, other)
    )


def _types_agree(one: str, other: str, classes: Mapping[str, tuple[str, ...]]) -> bool:
    related = one in classes[other] or other in classes[one]
    return related or ({one, other} <= _STRIKES and "Attack" in (one, other))


def _days_agree(one: Happening, other: Happening) -> bool:
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return False
    short = one.end - one.begin <= _SHORT and other.end - other.begin <= _SHORT
    return short and one.begin <= other.end and other.begin <= one.end


def _sides_agree(one: Happening, other: Happening) -> bool:
    return not one.initiators or not other.initiators or bool(one.initiators & other.initiators)
