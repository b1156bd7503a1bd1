"""Pairs over an article: who backs whom, who controls what, who belongs to and leads whom."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluate.case import Case
from kg.evaluate.naming import Thing
from kg.evaluate.pairing import paired
from kg.evaluate.roles import PAIRS
from kg.evaluate.verdict import Mark, Verdict

Wanted = tuple[str, str]
Told = tuple[Thing, Thing]


def relation_verdicts(case: Case) -> Iterator[Verdict]:
    """The pairs of all four relations."""
    for of in PAIRS:
        yield from _pairs(case, of)


def _pairs(case: Case, of: str) -> Iterator[Verdict]:
    measure = PAIRS[of][2]
    wanted, optional = _wanted(case, of, optional=False), _wanted(case, of, optional=True)
    told = _told(case, of)
    ends, things = sorted(wanted), sorted(told)

    def same(want: Wanted, each: Told) -> bool:
        return case.naming.is_near(want[0], each[0]) and case.naming.is_near(want[1], each[1])

    partner = paired(ends, things, same)
    extra = [each for each in things if not any(same(want, each) for want in wanted | optional)]
    yield Mark(measure, len(partner), len(partner) + len(extra), len(wanted))
    for at, want in enumerate(ends):
        if at not in partner:
            yield case.finding(measure, " – ".join(want), "", wanted[want])
    for each in extra:
        yield case.finding(measure, "", " – ".join(end.label for end in each), told[each])


def _wanted(case: Case, of: str, *, optional: bool) -> dict[Wanted, str]:
    """Each pair that gold tells, and the first quote that does."""
    first, second, _ = PAIRS[of]
    quotes: dict[Wanted, str] = {}
    for report in case.gold.reports:
        if report.of == of and report.optional == optional:
            (one,), (other,) = report.roles[first], report.roles[second]
            quotes.setdefault((one, other), report.quote)
    return quotes


def _told(case: Case, of: str) -> dict[Told, str]:
    """Each pair that the graph tells, and the first quote that does."""
    first, second, _ = PAIRS[of]
    quotes: dict[Told, str] = {}
    for report in case.told.reports:
        if report.of == of:
            for one in report.things(first):
                for other in report.things(second):
                    quotes.setdefault((one, other), report.quote)
    return quotes
