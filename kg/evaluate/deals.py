"""Ceasefire deals over an article: which, between whom, and of which month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluate import measures
from kg.evaluate.case import Case
from kg.evaluate.gold import GoldReport
from kg.evaluate.naming import Thing, plain_name
from kg.evaluate.pairing import paired
from kg.evaluate.roles import DEAL_SIDES
from kg.evaluate.told import Told
from kg.evaluate.verdict import Mark, Verdict

_MONTH = len("2031-05")

Side = TypeVar("Side")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A deal of gold, of all its reports.

    Attributes:
        key: the key they share.
        names: what it is called, as `plain_name` makes them.
        optional: whether all of them are optional.
        agreed: when it was agreed, or "".
        sides: pairs of role and entity, sorted.
        quote: of the first report.
    """

    key: str
    names: frozenset[str]
    optional: bool
    agreed: str
    sides: tuple[tuple[str, str], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class _Told:
    """The same of a graph."""

    thing: Thing
    agreed: str
    sides: tuple[tuple[str, Thing], ...]
    quote: str


def deal_verdicts(case: Case) -> Iterator[Verdict]:
    """The deals, and of those that are found their sides and months."""
    wanted, told = _wanted(case), _told(case)
    partner = paired(wanted, told, _is_same)
    right = sum(not wanted[at].optional for at in partner)
    found = right + len(told) - len(partner)
    yield Mark(measures.DEALS, right, found, sum(not deal.optional for deal in wanted))
    for at, deal in enumerate(wanted):
        if at in partner:
            yield from _sides(case, deal, told[partner[at]])
            yield from _agreed(case, deal, told[partner[at]])
        elif not deal.optional:
            yield case.finding(measures.DEALS, deal.key, "", deal.quote)
    for at, each in enumerate(told):
        if at not in partner.values():
            yield case.finding(measures.DEALS, "", each.thing.label, each.quote)


def _is_same(deal: _Wanted, told: _Told) -> bool:
    """Whether they share a name, or the month in which they were agreed."""
    if not deal.names.isdisjoint(told.thing.names):
        return True
    return bool(deal.agreed) and deal.agreed[:_MONTH] == told.agreed[:_MONTH]


def _sides(case: Case, deal: _Wanted, told: _Told) -> Iterator[Verdict]:
    """Who is bound by a deal, brokered it or stands for it; the roles need not agree."""
    right = len(paired(deal.sides, told.sides, lambda a, b: case.naming.is_near(a[1], b[1])))
    yield Mark(measures.DEAL_PARTIES, right, len(told.sides), len(deal.sides))
    if right < max(len(deal.sides), len(told.sides)):
        gold = ", ".join(f"{role} {key}" for role, key in deal.sides)
        got = ", ".join(f"{role} {thing.label}" for role, thing in told.sides)
        yield case.finding(measures.DEAL_PARTIES, gold, got, deal.quote)


def _agreed(case: Case, deal: _Wanted, told: _Told) -> Iterator[Verdict]:
    if not deal.agreed:
        return
    right = deal.agreed[:_MONTH] == told.agreed[:_MONTH]
    yield Mark(measures.DEAL_DATES, right, bool(told.agreed), 1)
    if not right:
        yield case.finding(measures.DEAL_DATES, deal.agreed, told.agreed, deal.quote)


def _wanted(case: Case) -> list[_Wanted]:
    by_key: dict[str, list[GoldReport]] = {}
    for report in case.gold.reports:
        if report.of == "CeasefireDeal":
            by_key.setdefault(report.deal, []).append(report)
    return [
        _Wanted(
            key=key,
            names=case.naming.names(key).union(plain_name(n) for one in each for n in one.names),
            optional=all(report.optional for report in each),
            agreed=next((report.agreed for report in each if report.agreed), ""),
            sides=tuple(sorted({side for report in each for side in _sides_of(report.roles)})),
            quote=each[0].quote,
        )
        for key, each in by_key.items()
    ]


def _told(case: Case) -> list[_Told]:
    by_thing: dict[Thing, list[Told]] = {}
    for report in case.told.reports:
        if report.of == "CeasefireDeal":
            by_thing.setdefault(report.thing or Thing(report.iri), []).append(report)
    return [
        _Told(
            thing=thing,
            agreed=next((report.agreed for report in each if report.agreed), ""),
            sides=tuple(sorted({side for report in each for side in _sides_of(report.roles)})),
            quote=each[0].quote,
        )
        for thing, each in by_thing.items()
    ]


def _sides_of(roles: Mapping[str, tuple[Side, ...]]) -> Iterator[tuple[str, Side]]:
    return ((role, each) for role in DEAL_SIDES for each in roles.get(role, ()))
