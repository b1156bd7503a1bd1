"""Strikes to be held against each other, and how alike they are."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extract.drafts import DAY, RED, TELUK, draft, figure
from extract.trees import known
from kg.extract.draft import Draft
from kg.extract.likeness import Likeness
from kg.model import Interval, Toll

LIKENESS = Likeness(known().world.entities, known().story)
SIX, NINE = figure(6), figure(9)
NEXT = Interval(datetime.date(2020, 5, 13), datetime.date(2020, 5, 13))


def alike(now: Draft, before: Draft) -> float:
    return LIKENESS.of(now, before)


def strike(**told: object) -> Draft:
    return draft(**({"by": RED, "at": TELUK, "when": DAY} | told))  # type: ignore[arg-type]


def untold(draft: Draft) -> Draft:
    """The draft with the day of the story instead of one that was told."""
    return replace(draft, basis="story")


def counted(one: Toll, other: Toll) -> float:
    """How alike two strikes are that tell one figure each."""
    return alike(strike(counts=(one,)), strike(counts=(other,)))


UNCOUNTED = alike(strike(), strike(counts=(SIX,)))
