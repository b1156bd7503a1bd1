"""What comes of holding a graph against gold: marks to add up, and findings to look into."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluate.measures import Measure


@dataclass(frozen=True, slots=True)
class Mark:
    """A count towards one measure.

    Attributes:
        measure: which.
        right: how many were found that gold wants.
        found: how many were found in all.
        wanted: how many gold wants.
    """

    measure: Measure
    right: int
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A miss, a false alarm, or both at one place.

    Attributes:
        measure: which it counts against.
        article: the article's file name.
        gold: what is wanted; "" for a false alarm.
        got: what the graph tells; "" for a miss.
        quote: the words that gold, or else the graph, quotes; "" where there are none.
    """

    measure: Measure
    article: str
    gold: str
    got: str
    quote: str

    @property
    def kind(self) -> str:
        """What is wrong in a word."""
        if self.gold and self.got:
            return "differs"
        return "missed" if self.gold else "false"


Verdict = Mark | Finding


@dataclass(frozen=True, slots=True)
class Score:
    """A measure over all articles.

    Attributes:
        right: found as gold wants.
        false: found, but not wanted.
        missed: wanted, but not found.
    """

    right: int = 0
    false: int = 0
    missed: int = 0

    def with_mark(self, mark: Mark) -> Score:
        """The score with one mark more."""
        return Score(
            self.right + mark.right,
            self.false + mark.found - mark.right,
            self.missed + mark.wanted - mark.right,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 if nothing was."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that was found; 0 if nothing is wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 if both are."""
        sides = self.precision + self.recall
        return 2 * self.precision * self.recall / sides if sides else 0.0
