"""The life of a ceasefire deal: what its reports tell to have become of it, step by step.

A step is what one merged event did to a deal, or a status that articles tell without an event; who
is accused of a breach parts one step from another. Only what is asserted gives the deal a status:
what is denied, alleged or planned stays a step of its stance. The steps of a deal are a function of
its own reports and of those of the events that concern it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.consolidate import Thing
from kg.graph.happenings import STANCES, Told, is_dated
from kg.graph.quads import Sheet
from kg.model import Report, Stance

#: What can become of a deal, in the order of its life.
KINDS = ("Announced", "InForce", "Extended", "Violated", "Collapsed", "Expired")
#: What events of a type do to their deal, where the report does not say it more exactly.
_OF_TYPE = {"CeasefireAgreement": "Announced", "CeasefireViolation": "Violated"}
_BREACHES = ("Violated", "Collapsed")


@dataclass(frozen=True, slots=True)
class Telling:
    """A report that tells of a deal, and the IRI of the event that it tells of, "" if of none."""

    told: Told
    event: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a deal.

    Attributes:
        kind: one of KINDS.
        accused: IRIs of those who are told to have broken it, sorted.
        begin, end: the days on which it can have been, None where not told.
        as_of: the last day for which it is known; None for an undated making, and where no day is.
        told: the reports that prove it.
    """

    kind: str
    accused: tuple[str, ...]
    begin: datetime.date | None
    end: datetime.date | None
    as_of: datetime.date | None
    told: tuple[Told, ...]

    @property
    def occurrence(self) -> Stance:
        """The strongest stance of its reports."""
        return min((each.report.stance for each in self.told), key=STANCES.index)

    @property
    def disputed(self) -> bool:
        """Whether one tells it and another denies it."""
        stances = {each.report.stance for each in self.told}
        return Stance.DENIED in stances and len(stances) > 1

    @property
    def status(self) -> str:
        """The status in which it leaves the deal: one that is extended goes on."""
        return "InForce" if self.kind == "Extended" else self.kind

    @property
    def accusers(self) -> tuple[str, ...]:
        """IRIs of those to whom a breach is attributed, sorted."""
        if self.kind not in _BREACHES:
            return ()
        return _sources(self.told, Stance.ASSERTED, Stance.ALLEGED)

    @property
    def deniers(self) -> tuple[str, ...]:
        """IRIs of those who deny it, sorted."""
        return _sources(self.told, Stance.DENIED)


@dataclass(frozen=True, slots=True)
class Status:
    """How a deal stands as of the last report: one status, several where reports disagree."""

    names: tuple[str, ...]
    as_of: datetime.date | None


def tellings(things: Iterable[Thing]) -> dict[str, list[Telling]]:
    """IRI of each deal -> the reports of it and of the events that concern it."""
    found: dict[str, list[Telling]] = {}
    for thing in things:
        event = thing.iri if thing.of == "Event" else ""
        for told in thing.told:
            deal = told.report.deal
            if deal is not None and thing.of in ("Event", "CeasefireDeal"):
                found.setdefault(deal.iri, []).append(Telling(told, event))
    return found


def steps(told: Sequence[Telling], sheets: Sequence[Sheet]) -> list[Step]:
    """The steps of one deal, as they followed each other.

    Args:
        told: its tellings, in any order.
        sheets: the articles, as numbered in the reports.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[Told]] = {}
    ordered = sorted(told, key=lambda each: (each.event, each.told.sheet, each.told.at))
    sole = _sole_accused(ordered)
    by_sheet: dict[int, list[Telling]] = {}
    for each in ordered:
        by_sheet.setdefault(each.told.sheet, []).append(each)
    for each in ordered:
        kind = step_kind(each.told.report)
        if not kind or (not each.event and _told_as_event(each.told, by_sheet[each.told.sheet])):
            continue
        accused = _accused(each.told.report) or sole.get((each.event, kind), ())
        home = each.event or f"#{_as_of([each.told], kind, sheets)}"
        groups.setdefault((home, kind, accused), []).append(each.told)
    found = [_step(kind, accused, own, sheets) for (_, kind, accused), own in groups.items()]
    return sorted(_made_once(found), key=_order)


def current(found: Sequence[Step]) -> Status:
    """How a deal stands after the last step that is asserted and has a day.

    That a deal was made is no news of how it stands: it counts where nothing else is told.
    """
    asserted = [step for step in found if step.occurrence is Stance.ASSERTED]
    later = [step for step in asserted if step.kind != "Announced"] or asserted
    last = max((step.as_of for step in later if step.as_of is not None), default=None)
    names = {step.status for step in later if step.as_of == last}
    return Status(tuple(sorted(names, key=KINDS.index)), last)


def step_kind(report: Report) -> str:
    """What a report tells to have become of its deal: one of KINDS, "" if nothing."""
    facts = dict(report.facts)
    told = facts.get("stepKind", "") or _OF_TYPE.get(report.type, "") or facts.get("status", "")
    return told if told in KINDS else ""


def _accused(report: Report) -> tuple[str, ...]:
    """Who is told to have broken it; nobody is his own accuser."""
    if step_kind(report) not in _BREACHES:
        return ()
    named = {link.iri for link in report.roles.get("initiator", ())}
    if report.stance is Stance.ALLEGED:
        named -= {link.iri for link in report.source}
    return tuple(sorted(named))


def _sole_accused(told: Iterable[Telling]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Event and kind -> the accused, where all reports that name any name the same."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for each in told:
        accused = _accused(each.told.report)
        if accused and each.event:
            key = (each.event, step_kind(each.told.report))
            found.setdefault(key, set()).add(accused)
    return {key: next(iter(named)) for key, named in found.items() if len(named) == 1}


def _told_as_event(told: Told, others: Iterable[Telling]) -> bool:
    """Whether the words of a deal's report also tell an event of that deal, with stance and day.

    Args:
        told: the deal's report.
        others: all that its article tells of the deal.
    """
    return any(
        each.event and told.report.start <= each.told.report.trigger[0] < told.report.end
        for each in others
    )


def _step(
    kind: str, accused: tuple[str, ...], told: Sequence[Told], sheets: Sequence[Sheet]
) -> Step:
    begin, end = _days(told)
    return Step(kind, accused, begin, end, _as_of(told, kind, sheets), tuple(told))


def _made_once(found: Sequence[Step]) -> list[Step]:
    """A deal is made once: what tells that less exactly, or without a day, tells the same step."""
    made = [step for step in found if step.kind == "Announced"]
    kept: list[tuple[Step, list[Told]]] = []
    for step in sorted(made, key=lambda each: (_length(each), _order(each))):
        alike = (told for other, told in kept
                 if other.occurrence is step.occurrence and _holds(step, other))  # fmt: skip
        same = next(alike, None)
        if same is None:
            kept.append((step, list(step.told)))
        else:
            same.extend(step.told)
    once = [
        replace(step, told=tuple(sorted(told, key=lambda each: (each.sheet, each.at))))
        for step, told in kept
    ]
    return [*(step for step in found if step.kind != "Announced"), *once]


def _length(step: Step) -> int:
    if step.begin is None or step.end is None:
        return datetime.date.max.toordinal()
    return (step.end - step.begin).days


def _holds(step: Step, other: Step) -> bool:
    """Whether the days of another step lie within those of a step, open ends holding all."""
    begins = step.begin is None or (other.begin is not None and step.begin <= other.begin)
    return begins and (step.end is None or (other.end is not None and other.end <= step.end))


def _days(told: Sequence[Told]) -> tuple[datetime.date | None, datetime.date | None]:
    reports = [each.report for each in told]
    dated = [report for report in reports if is_dated(report)] or reports
    begins = [report.when.begin for report in dated if report.when.begin is not None]
    ends = [report.when.end for report in dated if report.when.end is not None]
    return min(begins, default=None), max(ends, default=None)


def _as_of(told: Sequence[Told], kind: str, sheets: Sequence[Sheet]) -> datetime.date | None:
    """The step's day, but none after its last article; where none is told, that article's.

    An article may recall years later that a deal was made, but tells how it stands today.
    """
    begin, end = _days(told)
    own = end or begin
    days = [sheets[each.sheet].issued.day for each in told]
    last = max((day for day in days if day is not None), default=None)
    if own is None:
        return None if kind == "Announced" else last
    return min(own, last) if last is not None else own


def _order(step: Step) -> tuple[str, int, tuple[str, ...], str, str, int, int]:
    day = "" if step.as_of is None and step.kind == "Announced" else str(step.as_of or "~")
    first = step.told[0]
    return (
        day, KINDS.index(step.kind), step.accused, str(step.begin), step.occurrence.value,
        first.sheet, first.at,
    )  # fmt: skip


def _sources(told: Iterable[Told], *stances: Stance) -> tuple[str, ...]:
    reports = (each.report for each in told if each.report.stance in stances)
    return tuple(sorted({link.iri for report in reports for link in report.source}))
