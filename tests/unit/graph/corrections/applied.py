"""Corrections applied to the articles of `records`, and what comes of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.corrections.records import BACKS, articles
from kg.graph.corrections.apply import apply
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.effect import Corrected
from kg.graph.quads import Sheet
from kg.model import Link, Report

DAY = datetime.date(2031, 5, 2)
BACKS_BY_NAME = ReportName("one.txt", BACKS.quote)


def right(link: Link, **changed: Any) -> Link:
    """A link as a correction makes it."""
    return replace(link, rule="corrected", score=1.0, **changed)


def run(*corrections: Correction, sheets: Sequence[Sheet] | None = None) -> Corrected:
    return apply(articles() if sheets is None else sheets, corrections)


def seen(corrected: Corrected) -> list[list[Report]]:
    return [list(one.reports) for one in corrected.sheets]


def effect(corrected: Corrected) -> tuple[tuple[str, ...], list[str], list[str], str]:
    """Things, reports and rejected reports of the only effect, and its problem."""
    (one,) = corrected.effects
    reports, rejected = (
        [f"{local.removeprefix('article/')} {at}" for local, at in keys]
        for keys in (one.reports, one.rejected)
    )
    return one.things, reports, rejected, one.problem
