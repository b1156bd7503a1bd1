"""What reports tell: facts, figures, and the words behind them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known: `name` "Agreed on", `value` "2018-09-17"."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One toll as one report tells it.

    Attributes:
        kind: local name of the toll kind: "Killed".
        low: least, when told.
        high: most, when told.
        victims: labels of those counted, joined by commas, or "".
        partial: whether it is part of a larger figure of the same report.
    """

    kind: str
    low: int | None
    high: int | None
    victims: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class TollSpan:
    """What all reports together tell of one kind of toll.

    Attributes:
        kind: local name of the toll kind: "Killed".
        low: the lowest figure that somebody tells; 0 where only a ceiling is told.
        high: the highest figure told.
        unbounded: whether somebody says "at least" of the highest figure.
        disputed: whether two voices tell different figures.
        best: the figure that merging prefers, if any.
    """

    kind: str
    low: int
    high: int
    unbounded: bool = False
    disputed: bool = False
    best: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report: the words, and who stands behind them.

    Attributes:
        id: the report's IRI.
        article: the article's IRI.
        quote: the exact words.
        title: the article's title, else its identifier.
        publisher: the outlet, or "".
        issued: ISO date of the article, or "".
        speaker: label of the actor to whom the article attributes it; "" for the article itself.
        stance: "Asserted", "Denied", "Alleged" or "Planned".
        confidence: as stored, "0.8", or "".
        when: the words that told the time, or "".
        url: where the article was published, http or https only, or "".
        figures: the tolls it tells.
        before: what stands before the quote in the article, where its text is at hand.
        after: what stands after it.
    """

    id: str
    article: str
    quote: str
    title: str
    publisher: str = ""
    issued: str = ""
    speaker: str = ""
    stance: str = "Asserted"
    confidence: str = ""
    when: str = ""
    url: str = ""
    figures: tuple[Figure, ...] = ()
    before: str = ""
    after: str = ""
