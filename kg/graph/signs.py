"""The table of what speaks for and against two happenings being one: ontology/merging.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg import resources
from kg.errors import KnowledgeError
from kg.graph.happenings import stem

#: Signs of places, one of which every two happenings have.
PLACES = (
    "same-small-place", "same-town", "same-area", "same-country",
    "within-small-place", "within-town", "within-area",
    "near-place", "other-place", "place-not-told", "place-of-the-story",
)  # fmt: skip
#: Every sign that a table gives points for.
NAMES = frozenset((
    *PLACES,
    "two-tellings", "one-article",
    "same-type", "kind-of-type", "alike-type", "rare-type",
    "same-day-told", "same-day", "same-day-guessed", "next-day-told", "next-day", "other-day",
    "day-not-told", "long-span",
    "same-figure", "near-figure", "far-figure",
    "same-initiator", "other-initiator", "other-kind", "same-target",
    "telling-name", "other-names", "telling-noun", "shared-words", "copied-words", "several",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """The table of points.

    Attributes:
        enough: the sum from which two happenings are one.
        points: sign -> points.
        alike: types that may be told of one event, each row with its points.
        rare: types of which a war has few.
        common: stems of words that are told of any event of a war.
        telling: stems of nouns that tell one event of a day from others: what was hit, with what.
        several: words for more than one event, as they stand in a text.
    """

    enough: float
    points: Mapping[str, float]
    alike: tuple[tuple[frozenset[str], float], ...]
    rare: frozenset[str]
    common: frozenset[str]
    telling: frozenset[str]
    several: frozenset[str]

    def most_of_two_days(self) -> float:
        """The most that tellings of two days can have without copied words and rare types."""
        points = self.points
        rows = [points["alike-type"] + row for _, row in self.alike]
        of_type = max(points["same-type"], points["kind-of-type"], points["alike-type"], *rows)
        of_place = max(points[name] for name in PLACES)
        others = ("same-initiator", "same-target", "shared-words")
        more = sum(max(points[name], 0.0) for name in others)
        return of_type + of_place + more + points["other-day"] + points["two-tellings"]


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
        signs = Signs(
            enough=float(table["enough"]),
            points={name: float(points) for name, points in table["points"].items()},
            alike=tuple((frozenset(row["event"]), float(row["points"])) for row in table["alike"]),
            rare=frozenset(table["rare"]),
            common=frozenset(map(stem, table["common"])),
            telling=frozenset(map(stem, table["telling"])),
            several=frozenset(table["several"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"can't be read: {error!r}", where=str(path)) from error
    if odd := signs.points.keys() ^ NAMES:
        raise KnowledgeError(f"unknown or missing sign: {min(odd)!r}", where=str(path))
    return signs
