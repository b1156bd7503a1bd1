"""Whether two happenings, told by two articles or twice by one, are one event, and why.

A sum of signs (naive Bayes with hand-rounded weights, as record linkage has it since Fellegi and
Sunter 1969) with bars against what no sum can outweigh. Points stand in ontology/merging.toml.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path

from kg import resources
from kg.errors import KnowledgeError
from kg.graph.geography import Geography
from kg.graph.happenings import RECENT, Figure, Happening, Kind, stem
from kg.graph.particular import NAMES as PARTICULARS
from kg.graph.particular import SEVERAL, Particulars
from kg.graph.whereabouts import Whereabouts
from kg.model import Stance

#: Types above these say nothing of what happened.
_ROOTS = frozenset(("Event", "ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Statement"))
#: Days between two told dates from which on they are two events', whatever else agrees.
APART = 4
#: Two spans that differ by more days in length are not of one event: a war's dead and a day's.
_LENGTH = 10
#: A figure below this is told of too many events to be a sign.
_TELLING = 3
#: Shares of common words (of the shorter quote) from which, and below which, quotes are alike.
_ALIKE, _UNLIKE = 0.6, 0.2
#: So far below enough are tellings that have nothing particular in common.
_SHORT = 1.0
_NAMES = frozenset((
    "same-type", "kind-of-type", "same-place", "near-place", "within-place", "same-country",
    "place-not-told", "place-of-the-story", "other-place", "same-day", "day-not-told", "next-day",
    "other-day", "same-figure", "near-figure", "other-figure", "far-figure", "same-initiator",
    "other-initiator", "other-kind", "same-target", "same-words", "other-words", "shared-words",
    "shared-name", "no-shared-name", "other-day-guessed", "same-day-guessed", "one-article",
))  # fmt: skip


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
class Signs:
    """The table of points.

    Attributes:
        enough: the sum from which two happenings are one.
        points: sign -> points.
        alike: types that may be told of one event, each row with its points.
        common: stems of words that are told of any event of a war.
        particular: points of what few events have in common; `need` of them two articles' tellings
            must have.
    """

    enough: float
    points: Mapping[str, float]
    alike: tuple[tuple[frozenset[str], float], ...]
    common: frozenset[str]
    particular: Mapping[str, float]
    need: float


@lru_cache(maxsize=4)
def load_signs(folder: Path) -> Signs:
    """The table of an ontology folder; the shipped one for a folder that has none of its own.

    Raises:
        KnowledgeError: naming the file and what is wrong.
    """
    own = folder / "merging.toml"
    path = own if own.is_file() else resources.folder("ontology") / "merging.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        rows = tuple((frozenset(row["event"]), float(row["points"])) for row in table["alike"])
        common = frozenset(stem(word) for word in table["common"])
        particular = dict(table["particular"])
        need = float(particular.pop("need"))
        points = dict(table["points"])
        signs = Signs(float(table["enough"]), points, rows, common, particular, need)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"can't be read: {error!r}", where=str(path)) from error
    if odd := (signs.points.keys() ^ _NAMES) | (particular.keys() ^ PARTICULARS):
        raise KnowledgeError(f"unknown or missing sign: {min(odd)!r}", where=str(path))
    return signs


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
    _particulars: Particulars = field(init=False, compare=False, repr=False)
    _kin: dict[tuple[Kind, Kind], tuple[str, float] | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_where", Whereabouts(self.geography))
        signs = self.signs
        own = Particulars(signs.particular, signs.common, self.geography)
        object.__setattr__(self, "_particulars", own)

    def of(self, one: Happening, other: Happening) -> Agreement:
        """What speaks for and against two happenings being one; the order does not matter."""
        type_points = self._types(one.kind, other.kind)
        if type_points is None:
            return Agreement(0.0, (), "other type")
        place, bar = self._where.of((one.places, one.carried), (other.places, other.carried))
        gap = _gap(one, other)
        bar = bar or _stances(one, other) or _long_between(one, other, gap)
        bar = bar or _contradicted(one, other) or _unknown_when(one, other, gap)
        if bar:
            return Agreement(0.0, (), bar)
        named = [place, _day(one, other, gap), *_figures(one, other)]
        named += [*_sides(one, other), *_words(one, other)]
        named += ["one-article"] if one.sheet == other.sheet else self._shared(one, other)
        name, points = type_points
        score = points + sum(self.signs.points[each] for each in named)
        short = self.signs.enough - _SHORT
        if (
            score > short
            and one.sheet != other.sheet
            and self._particulars.of(one, other, named) < self.signs.need
        ):
            score = short
        return Agreement(round(score, 2), (name, *named))

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
            return "alike types", max(rows)
        kind = (one in self.classes[other] and one not in _ROOTS) or (
            other in self.classes[one] and other not in _ROOTS
        )
        return ("alike types", 0.0) if kind else None

    def _shared(self, one: Happening, other: Happening) -> list[str]:
        """Signs of the names and of the plain words that two articles' happenings share."""
        plain = (one.words & other.words) - one.names - other.names - self.signs.common
        found = ["shared-name" if one.names & other.names else "no-shared-name"]
        return [*found, "shared-words"] if len(plain) >= SEVERAL else found


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
    spans = [(each.end - each.begin).days for each in (one, other) if each.end and each.begin]
    return len(spans) > 1 and abs(spans[0] - spans[1]) > _LENGTH


def _contradicted(one: Happening, other: Happening) -> str:
    """A bar where one source names two perpetrators: it tells of two events."""
    first, second = one.sides["initiator"], other.sides["initiator"]
    named = first and second and not any(side.startswith("~") for side in first | second)
    same = (one.sources & other.sources) - {""}
    return "one source, two perpetrators" if named and same and not first & second else ""


def _day(one: Happening, other: Happening, gap: int | None) -> str:
    told = one.dated + other.dated if one.sheet != other.sheet else 2
    if gap is None:
        return "day-not-told"
    if gap > 1 or _lengths_differ(one, other):
        return "other-day" if told > 1 else "other-day-guessed"
    if gap:
        return "next-day"
    return "same-day" if told else "same-day-guessed"


def _figures(one: Happening, other: Happening) -> Iterator[str]:
    kinds = sorted(one.figures.keys() & other.figures.keys())
    told = {_figure(one.figures[kind], other.figures[kind]) for kind in kinds}
    order = ("same-figure", "near-figure", "other-figure", "far-figure")
    yield from [each for each in order if each in told][:1]


def _figure(one: Figure, other: Figure) -> str:
    low, high = sorted((one.told, other.told))
    if low == high:
        return "same-figure" if low >= _TELLING else ""
    if high <= 1.5 * low + 1:
        return "near-figure"
    return "other-figure" if high <= 3 * low + 1 else "far-figure"


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


def _words(one: Happening, other: Happening) -> Iterator[str]:
    shorter = min(len(one.words), len(other.words))
    share = len(one.words & other.words) / shorter if shorter else 0.0
    if share >= _ALIKE:
        yield "same-words"
    elif share < _UNLIKE:
        yield "other-words"
