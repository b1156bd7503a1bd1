"""Whether two happenings, told by two articles or twice by one, are one event, and why.

A sum of signs (naive Bayes with hand-rounded weights, as record linkage has it since Fellegi and
Sunter 1969) with bars against what no sum can outweigh. Points stand in ontology/merging.toml.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from kg.graph.figures import figure_sign
from kg.graph.geography import Geography
from kg.graph.happenings import RECENT, Happening, Kind
from kg.graph.signs import Signs
from kg.graph.whereabouts import Whereabouts
from kg.graph.wording import Wording
from kg.model import Stance

#: Types above these say nothing of what happened.
_ROOTS = frozenset(("Event", "ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Statement"))
#: Days between two told dates from which on they are two events', whatever else agrees.
APART = 4
#: Two spans that differ by more days in length are not of one event: a war's dead and a day's.
_LENGTH = 10
#: A span of more days between its ends is of no single event.
_LONG = 3
#: Days between two that may still be one's: what is told of a night is of either day.
_NEXT = 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """What speaks for two happenings being one.

    Attributes:
        score: the sum of points.
        signs: names of the signs that were found, in a fixed order.
        bar: what stands against it whatever the score, "" if nothing.
    """

    score: float
    signs: tuple[str, ...]
    bar: str = ""

    @property
    def certainty(self) -> float:
        """The score as a probability (logistic function), two digits."""
        return round(1 / (1 + math.exp(-self.score)), 2)

    @property
    def because(self) -> str:
        """The signs in words."""
        return ", ".join(sign.replace("-", " ") for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares happenings.

    Attributes:
        signs: the table of points.
        classes: superclasses of each class.
        geography: where places lie.
    """

    signs: Signs
    classes: Mapping[str, tuple[str, ...]]
    geography: Geography
    _where: Whereabouts = field(init=False, compare=False, repr=False)
    _wording: Wording = field(init=False, compare=False, repr=False)
    _most: float = field(init=False, compare=False, repr=False)
    _kin: dict[tuple[Kind, Kind], tuple[str, float] | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_where", Whereabouts(self.geography))
        object.__setattr__(self, "_wording", Wording(self.signs, self.geography.world))
        object.__setattr__(self, "_most", self.signs.most_of_two_days())

    def of(self, one: Happening, other: Happening) -> Agreement:
        """What speaks for and against two happenings being one; the order does not matter."""
        type_points = self._types(one.kind, other.kind)
        if type_points is None:
            return Agreement(0.0, (), "other type")
        gap = _gap(one, other)
        bar = _stances(one, other) or _long_between(one, other, gap)
        bar = bar or _unknown_when(one, other, gap) or _contradicted(one, other)
        if bar:
            return Agreement(0.0, (), bar)
        place, bar = self._where.of((one.places, one.carried), (other.places, other.carried))
        if bar:
            return Agreement(0.0, (), bar)
        name, points = type_points
        named = [name, place, *_days(one, other, gap), *_figures(one, other, gap)]
        named += [*_sides(one, other), *self._told(one, other, gap)]
        score = points + sum(self.signs.points[each] for each in named[1:])
        return Agreement(round(score, 2), tuple(named))

    def may_agree(self, one: Happening, other: Happening) -> bool:
        """Whether two articles' happenings may agree well enough, as far as is cheap to see.

        Of two days that are not the same nor the next little can speak for them.
        """
        gap = _gap(one, other)
        if gap is None:
            return not _unknown_when(one, other, gap)
        if gap <= _NEXT:
            return True
        most = self._most
        if one.runs & other.runs:
            most += self.signs.points["copied-words"]
        if one.types & other.types & self.signs.rare:
            most += self.signs.points["rare-type"]
        return most >= self.signs.enough

    def are_kin(self, one: Kind, other: Kind) -> bool:
        """Whether neither types nor plans part all happenings of two kinds."""
        return one.planned == other.planned and self._types(one, other) is not None

    def _types(self, one: Kind, other: Kind) -> tuple[str, float] | None:
        """The best that two sets of types have in common; None if they exclude each other."""
        if one.type == other.type:
            return "same-type", self.signs.points["same-type"]
        if (one, other) not in self._kin:
            self._kin[one, other] = self._kinship_of(one, other)
        return self._kin[one, other]

    def _kinship_of(self, one: Kind, other: Kind) -> tuple[str, float] | None:
        found = [self._kinship(a, b) for a, b in product(sorted(one.types), sorted(other.types))]
        told = [each for each in found if each is not None]
        return max(told, key=lambda each: (each[1], each[0]), default=None)

    def _kinship(self, one: str, other: str) -> tuple[str, float] | None:
        shared = {one, other} - _ROOTS
        if len(shared) == 1 and one == other:
            return "kind-of-type", self.signs.points["kind-of-type"]
        rows = [points for row, points in self.signs.alike if {one, other} <= row]
        if rows:
            return "alike-type", self.signs.points["alike-type"] + max(rows)
        kind = (one in self.classes[other] and one not in _ROOTS) or (
            other in self.classes[one] and other not in _ROOTS
        )
        return ("alike-type", self.signs.points["alike-type"]) if kind else None

    def _told(self, one: Happening, other: Happening, gap: int | None) -> Iterator[str]:
        """Signs of types that are rare, of words, and of being told by one article or by two."""
        if one.types & other.types & self.signs.rare:
            yield "rare-type"
        common = in_common(one, other)
        if one.runs & other.runs and common != "sentence":
            yield "copied-words"
        if common:
            yield "one-article"
        else:
            yield from self._wording.of_articles(one, other, one_time=gap is None or gap <= _NEXT)
            yield "two-tellings"


def in_common(one: Happening, other: Happening) -> str:
    """What two happenings are told in: one "sentence", one "article", or "" for two articles."""
    if one.sheet != other.sheet:
        return ""
    first, second = one.told[0].report, other.told[0].report
    overlap = first.start < second.end and second.start < first.end
    return "sentence" if overlap else "article"


def _stances(one: Happening, other: Happening) -> str:
    planned = (one.stance is Stance.PLANNED) != (other.stance is Stance.PLANNED)
    return "only planned in one" if planned else ""


def _gap(one: Happening, other: Happening) -> int | None:
    """Days between two spans, 0 if they meet; None if one is open."""
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return None
    return max((one.begin - other.end).days, (other.begin - one.end).days, 0)


def _long_between(one: Happening, other: Happening, gap: int | None) -> str:
    if gap is None or not (one.dated and other.dated):
        return ""
    if gap >= APART:
        return "days apart"
    return "a span and a day" if _lengths_differ(one, other) else ""


def _unknown_when(one: Happening, other: Happening, gap: int | None) -> str:
    """A bar between two articles' happenings where nothing says that they are of one time.

    What has no day of its own is of about the time of its article; without that it is of any time.
    """
    if gap is not None or one.sheet == other.sheet:
        return ""
    about = [each.end or each.begin or each.issued for each in (one, other)]
    days = [day for day in about if day is not None]
    close = len(days) > 1 and abs((days[0] - days[1]).days) <= RECENT
    return "" if close else "time not known"


def _lengths_differ(one: Happening, other: Happening) -> bool:
    lengths = _lengths(one, other)
    return len(lengths) > 1 and abs(lengths[0] - lengths[1]) > _LENGTH


def _lengths(one: Happening, other: Happening) -> list[int]:
    """Days between the ends of each span that has both."""
    return [(each.end - each.begin).days for each in (one, other) if each.end and each.begin]


def _contradicted(one: Happening, other: Happening) -> str:
    """A bar where one source names two perpetrators: it tells of two events."""
    first, second = one.sides["initiator"], other.sides["initiator"]
    named = first and second and not any(side.startswith("~") for side in first | second)
    same = (one.sources & other.sources) - {""}
    return "one source, two perpetrators" if named and same and not first & second else ""


def _days(one: Happening, other: Happening, gap: int | None) -> Iterator[str]:
    """Signs of the days, and how many of the two are told; one article knows what it means."""
    told = one.dated + other.dated if one.sheet != other.sheet else 2
    if gap is None:
        yield "day-not-told"
    elif gap > _NEXT or _lengths_differ(one, other):
        yield "other-day"
    elif gap:
        yield "next-day-told" if told > 1 else "next-day"
    else:
        yield ("same-day-guessed", "same-day", "same-day-told")[told]
    if any(length > _LONG for length in _lengths(one, other)):
        yield "long-span"


def _figures(one: Happening, other: Happening, gap: int | None) -> Iterator[str]:
    """The sign of the figures; those of two days agree by chance."""
    sign = figure_sign(one.figures, other.figures)
    if sign and (gap is None or gap <= _NEXT or sign == "far-figure"):
        yield sign


def _sides(one: Happening, other: Happening) -> Iterator[str]:
    first, second = one.sides["initiator"], other.sides["initiator"]
    if first & second:
        yield "same-initiator"
    elif first and second and not any(side.startswith("~") for side in first | second):
        yield "other-initiator"
    elif one.kinds and other.kinds and not one.kinds & other.kinds:
        yield "other-kind"
    if one.sides["target"] & other.sides["target"]:
        yield "same-target"
