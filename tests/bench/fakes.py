"""What kg reads in the FA-KES articles, held against the labels of the corpus's authors.

The labels (Abu Salem et al., "FA-KES: A Fake News Dataset around the Syrian War", ICWSM 2019) give
an article one place, one kind of perpetrator, one cause of death and four figures, of whatever it
tells. They are noisy, and an article on four attacks tells more: nothing here is a floor.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from bench.corpus import Told, line

from kg.model import Report, Toll
from kg.resolve.world import World

TABLE = Path(__file__).with_name("fakes.toml")
#: Label of a figure -> what it counts; for the last two only tolls of such victims are right.
FIGURES = {
    "nb_civilians": "civilians",
    "nb_noncivilians": "others",
    "nb_children": "children",
    "nb_women": "women",
}
_GROUPS = ("nb_children", "nb_women")
_LABELS = {"actor": "actor", "cause": "cause_of_death", "place": "location"}
_SMALL = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label means: IRIs or types that it names, and those that may be told instead."""

    kind: str
    named: frozenset[str]
    called: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """The curated things, and for each type of event its superclasses, itself among them."""

    world: World
    tree: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Class:
    """How often one label was found.

    Attributes:
        kind: "actor", "cause" or "place"; `label` the label, "" for all of them together.
        articles: that have the label.
        named: of those, how many tell an event of it.
        called: likewise, or of what may be told instead.
        counted: how many tell an event with a figure of dead that is a label too.
        of_counted: of those, how many such an event is of it, or of what may be told instead.
    """

    kind: str
    label: str
    articles: int
    named: int
    called: int
    counted: int
    of_counted: int


@dataclass(frozen=True, slots=True)
class Figure:
    """How often one kind of figure was found.

    Attributes:
        label: what is counted.
        articles: whose figure is above zero.
        in_text: of those, how many have the figure in their words.
        told: how many have a toll of killed people with that figure, as count or bound.
        near: likewise, or one within a tenth of it.
        summed: likewise, or one with the sum of civilians and others.
    """

    label: str
    articles: int
    in_text: int
    told: int
    near: int
    summed: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured on the corpus."""

    figures: list[Figure]
    classes: list[Class]


def measured(told: Sequence[Told], known: Known) -> Scores:
    """The scores of a corpus: its records with what was read in them."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    classes = [one for kind in _LABELS for one in _classes(kind, table[kind], told, known)]
    return Scores([_figure(label, told) for label in FIGURES], classes)


# ------------------------------------------------------------------- classes


def _classes(
    kind: str, rows: Mapping[str, Mapping[str, list[str]]], told: Sequence[Told], known: Known
) -> list[Class]:
    """All labels of a kind together, then each, the commonest first."""
    found = []
    for label, row in rows.items():
        meaning = Meaning(kind, *map(frozenset, row.values()))
        own = [each for each in told if each.record["labels"][_LABELS[kind]] == label]
        rights = [_rights(meaning, each, known) for each in own]
        found.append(Class(kind, label, *_sums(rights)))
    found.sort(key=lambda each: (-each.articles, each.label))
    return [Class(kind, "", *_sums([astuple(each)[2:] for each in found])), *found]


def _rights(meaning: Meaning, told: Told, known: Known) -> tuple[bool, ...]:
    """The numbers of a Class for one article."""
    events = [report for report in told.sheet.reports if report.of == "Event"]
    tellings = [_told(meaning.kind, report, known) for report in events]
    counted = _counted(events, told.record["labels"])
    of_counted = [_told(meaning.kind, report, known) for report in counted]
    either = meaning.named | meaning.called
    return (
        True,
        any(each & meaning.named for each in tellings),
        any(each & either for each in tellings),
        bool(counted),
        any(each & either for each in of_counted),
    )


def _sums(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _told(kind: str, report: Report, known: Known) -> frozenset[str]:
    """All types or IRIs, and names of groups without a name, that a report tells for a label."""
    if kind == "cause":
        return frozenset(known.tree[report.type])
    if kind == "actor" and "DiplomaticEvent" in known.tree[report.type]:
        return frozenset()  # whoever speaks
    roles = ("place", "destination") if kind == "place" else ("initiator", "participant")
    links = [link for role in roles for link in report.roles.get(role, ())]
    groups = {link.label.partition(" (")[0] for link in links}  # "rebels" of "rebels (Syria)"
    return frozenset(groups.union(*(line(known.world, link) for link in links)))


def _counted(events: Sequence[Report], labels: Mapping[str, int]) -> list[Report]:
    """All reports of the events that tell one of the labelled figures of dead."""
    civilians, others = labels["nb_civilians"], labels["nb_noncivilians"]
    figures = [number for number in (civilians, others, civilians + others) if number]
    keys = {
        event.same_as
        for event in events
        if any(_holds(_killed([event]), number) for number in figures)
    }
    return [event for event in events if event.same_as in keys]


# ------------------------------------------------------------------- figures


def _figure(label: str, told: Sequence[Told]) -> Figure:
    rows = [each for each in told if each.record["labels"][label] > 0]
    rights = [_right_figures(label, each) for each in rows]
    return Figure(FIGURES[label], len(rows), *_sums(rights))


def _right_figures(label: str, told: Told) -> tuple[bool, bool, bool, bool]:
    """Whether a figure is in an article's text, in a toll, nearly so, or its sum is."""
    labels = told.record["labels"]
    tolls = _killed(told.sheet.reports)
    both = number = labels[label]
    if label in _GROUPS:
        tolls = [toll for toll in tolls if _counts(toll, FIGURES[label])]
    else:
        both = labels["nb_civilians"] + labels["nb_noncivilians"]
    near = _holds(tolls, number, _NEAR)
    is_told = is_in(number, told.record["text"])
    return is_told, _holds(tolls, number), near, near or _holds(tolls, both)


def _counts(toll: Toll, group: str) -> bool:
    return any(link.label.partition(" (")[0] == group for link in toll.victims)


def _killed(reports: Iterable[Report]) -> list[Toll]:
    return [toll for report in reports for toll in report.tolls if toll.kind == "Killed"]


def _holds(tolls: Iterable[Toll], number: int, margin: float = 0.0) -> bool:
    figures = (each for toll in tolls for each in (toll.count, toll.low, toll.high))
    return any(each is not None and abs(each - number) <= margin * number for each in figures)


def is_in(number: int, text: str) -> bool:
    """Whether a text has a number, in digits or, below a hundred, in words.

    >>> is_in(22, "Twenty-two died"), is_in(1300, "1,300 people"), is_in(5, "25 or 5.5")
    (True, True, False)
    """
    written = rf"(?<![\d.,])(?:{number}|{number:,})(?![\d]|[.,]\d)"
    return re.search(rf"{written}|\b{spelled(number)}\b", text, re.IGNORECASE) is not None


def spelled(number: int) -> str:
    """A pattern for a number in words.

    >>> spelled(7), spelled(40), spelled(41)
    ('seven', 'forty', 'forty[- ]one')
    """
    if not 0 < number < 100:
        return "(?!)"
    if number < 20:
        return _SMALL[number - 1]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"[- ]{_SMALL[ones - 1]}" if ones else "")
