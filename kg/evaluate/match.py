"""Which report of a graph is which event of the gold.

Two can be the same if their types are the same or near and their words are: the triggers overlap,
or half of the shorter quote lies in the other. Where the text isn't at hand, one quote must contain
the other. Of those that can be, the best agreeing are matched first: type, trigger, quote, tolls,
names, in that order of weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.evaluate.case import Case
from kg.evaluate.gold import GoldReport
from kg.evaluate.naming import plain_name
from kg.evaluate.pairing import paired
from kg.evaluate.roles import PARTAKERS
from kg.evaluate.span import Span
from kg.evaluate.told import Told
from kg.evaluate.toll import same_toll

#: So much of the shorter quote must lie in the other.
_OVERLAP = 0.5
_NAMED = (*PARTAKERS, "place")


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that gold wants, and the report that tells it."""

    gold: GoldReport
    told: Told

    @property
    def exact(self) -> bool:
        """Whether the types are the same, not only near."""
        return self.gold.type == self.told.type


@dataclass(frozen=True, slots=True)
class Match:
    """The events of an article.

    Attributes:
        wanted: those that gold wants, without the optional ones.
        counted: those that the graph tells, without such as tell optional gold.
        hits: pairs of the two.
    """

    wanted: tuple[GoldReport, ...]
    counted: tuple[Told, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of gold stand in the text; the trigger is None if it isn't in the quote."""

    quote: Span
    trigger: Span | None


def matched(case: Case) -> Match:
    """The events of an article, matched."""
    events = [report for report in case.gold.reports if report.of == "Event"]
    told = [report for report in case.told.reports if report.of == "Event" and report.type]
    places = {report: _place(report, case.text) for report in events}
    links = [Hit(events[i], told[j]) for i, j in _links(case, events, told, places)]
    hits = [hit for hit in links if not hit.gold.optional]
    taken = {hit.told for hit in hits}
    free = {hit.told for hit in links if hit.gold.optional}
    open_places = [place for report, place in places.items() if report.optional and place]
    free |= {each for each in told if each not in taken and _is_on_any(each, open_places)}
    return Match(
        tuple(report for report in events if not report.optional),
        tuple(report for report in told if report not in free),
        tuple(hits),
    )


def _links(
    case: Case,
    wanted: list[GoldReport],
    told: list[Told],
    places: Mapping[GoldReport, _Place | None],
) -> Iterator[tuple[int, int]]:
    """Positions that go together, the best first."""
    fits = (
        (_fit(case, want, places[want], each), i, j)
        for i, want in enumerate(wanted)
        for j, each in enumerate(told)
    )
    free_wanted, free_told = set(range(len(wanted))), set(range(len(told)))
    for _, i, j in sorted((fit for fit in fits if fit[0] > 0), reverse=True):
        if i in free_wanted and j in free_told:
            free_wanted.remove(i)
            free_told.remove(j)
            yield i, j


def _fit(case: Case, want: GoldReport, place: _Place | None, told: Told) -> float:
    """How well a report fits an event of gold; 0 if it can't be meant."""
    like = case.terms.likeness(want.type, told.type)
    if not like:
        return 0
    if place is None or told.at is None:
        return 2 * like + 1 if _same_words(want.quote, told.quote) else 0
    trigger = place.trigger and told.trigger and place.trigger.shared(told.trigger) > 0
    shorter = max(1, min(place.quote.size, told.at.size))
    overlap = place.quote.shared(told.at) / shorter
    if not trigger and overlap < _OVERLAP:
        return 0
    figures = len(paired(want.tolls, told.tolls, same_toll))
    return 2 * like + 2 * bool(trigger) + overlap + 0.2 * _names(case, want, told) + 0.5 * figures


def _names(case: Case, want: GoldReport, told: Told) -> int:
    """How many pairs of a key and a thing agree; who acts also takes part, so it counts twice."""
    keys = [key for role in _NAMED for key in want.roles.get(role, ())]
    things = [thing for role in _NAMED for thing in told.roles.get(role, ())]
    return sum(case.naming.is_near(key, thing) for key in keys for thing in things)


def _same_words(one: str, other: str) -> bool:
    first, second = plain_name(one), plain_name(other)
    return bool(first and second) and (first in second or second in first)


def _place(report: GoldReport, text: str) -> _Place | None:
    """Where the quote stands first; None if the text lacks it."""
    start = text.find(report.quote)
    if start < 0:
        return None
    quote = Span(start, start + len(report.quote))
    at = text.find(report.trigger, quote.start, quote.end) if report.trigger else -1
    return _Place(quote, Span(at, at + len(report.trigger)) if at >= 0 else None)


def _is_on_any(told: Told, places: list[_Place]) -> bool:
    """Whether more than half of a report's quote lies in one of some quotes."""
    return told.at is not None and any(
        place.quote.shared(told.at) > 0.5 * told.at.size for place in places
    )
