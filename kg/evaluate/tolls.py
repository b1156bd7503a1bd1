"""Tolls of an article: kind and figure, and who is counted."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluate import measures
from kg.evaluate.case import Case
from kg.evaluate.naming import Thing
from kg.evaluate.pairing import paired
from kg.evaluate.toll import Toll, same_toll
from kg.evaluate.verdict import Mark, Verdict

Wanted = tuple[Toll[str], str]
Told = tuple[Toll[Thing], str]


def toll_verdicts(case: Case) -> Iterator[Verdict]:
    """The tolls of all events of an article, each with its quote, whichever event they stand in."""
    wanted, told = _wanted(case, optional=False), _told(case)
    partner = paired(wanted, told, lambda want, each: same_toll(want[0], each[0]))
    known = [toll for toll, _ in (*wanted, *_wanted(case, optional=True))]
    extra = [each for each in told if not any(same_toll(toll, each[0]) for toll in known)]
    yield Mark(measures.TOLLS, len(partner), len(partner) + len(extra), len(wanted))
    for at, (toll, quote) in enumerate(wanted):
        if at not in partner:
            yield case.finding(measures.TOLLS, str(toll), "", quote)
    for found, quote in extra:
        yield case.finding(measures.TOLLS, "", str(found), quote)
    counts_people = any(toll.victims for toll, _ in wanted)
    for at, to in partner.items():
        yield from _victims(case, wanted[at], told[to], counts_people=counts_people)


def _victims(case: Case, want: Wanted, told: Told, *, counts_people: bool) -> Iterator[Verdict]:
    """Whether a matched toll counts one of those it should.

    Where gold says of any toll of the article who is counted, it is wanted of every one.
    """
    keys, things = want[0].victims, told[0].victims
    right = any(case.naming.is_near(key, thing) for key in keys for thing in things)
    yield Mark(measures.VICTIMS, right, 1, counts_people)
    if keys and not right:
        got = ", ".join(thing.label for thing in things)
        yield case.finding(measures.VICTIMS, ", ".join(keys), got, want[1])


def _wanted(case: Case, *, optional: bool) -> list[Wanted]:
    return [
        (toll, report.quote)
        for report in case.gold.reports
        if report.of == "Event" and report.optional == optional
        for toll in report.tolls
    ]


def _told(case: Case) -> list[Told]:
    """The same figure told of the same words counts once."""
    once: dict[object, Told] = {}
    for report in case.told.reports:
        if report.of == "Event" and report.type:
            for toll in report.tolls:
                told = (toll.kind, toll.count, toll.low, toll.high, report.quote)
                once.setdefault((*told, tuple(sorted(toll.victims))), (toll, report.quote))
    return list(once.values())
