"""Corrections in few words, and articles to correct."""

from __future__ import annotations

import datetime
from typing import Any

from graph.sheets import actor, deal, pair, place, report, sheet, toll
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.quads import Sheet
from kg.model import Report

DAY = datetime.date(2031, 6, 1)
FRONT, GUARD, VELMARA = actor("Northern Front"), actor("Valley Guard"), actor("Velmara", "State")
THE_FRONT = actor("Northern Front", surface="the Front")
SALIM, AMRA = place("Deir Salim"), place("Tel Amra")
TRUCE, ACCORD = deal("Ostrin truce"), deal("Lake accord")
FARMERS = actor("farmers", "Population")


def told(quote: str, word: str, type_: str = "Shelling", *, at: int = 100, **given: Any) -> Report:
    """A report of an event with a quote, at an offset, and the word that names it."""
    start = at + quote.index(word)
    place_of: dict[str, Any] = {
        "start": at,
        "end": at + len(quote),
        "trigger": (start, start + len(word)),
    }
    return report(type_, quote=quote, **(place_of | given))


SHELLED = told(
    "the Front shelled Deir Salim", "shelled",
    roles={"initiator": (THE_FRONT, FRONT), "place": (SALIM,)}, tolls=(toll(4, FARMERS),),
)  # fmt: skip
STRUCK = told(
    "jets struck and pounded Tel Amra", "struck", "AirStrike", at=200,
    roles={"initiator": (VELMARA,), "place": (AMRA,)},
)  # fmt: skip
POUNDED = told(
    "jets struck and pounded Tel Amra", "pounded", "Bombardment", at=200,
    roles={"initiator": (VELMARA,), "place": (AMRA,)},
)  # fmt: skip
BACKS = pair("Backing", VELMARA, GUARD, quote="Velmara arms the Guard", start=300, end=322,
             trigger=(308, 312))  # fmt: skip
HOLDS = pair("Affiliation", GUARD, FRONT, quote="the Guard, a wing of the Front", start=400,
             end=430, trigger=(413, 417))  # fmt: skip
SIGNED = report("CeasefireDeal", of="CeasefireDeal", deal=TRUCE, quote="the truce", start=500,
                end=509, trigger=(504, 509), roles={"party": (FRONT,)})  # fmt: skip
MORTARS = told(
    "mortars fell on Deir Salim", "fell",
    roles={"initiator": (GUARD,), "place": (SALIM,)}, source=(FARMERS,), deal=TRUCE,
    tolls=(toll(4),),
)  # fmt: skip


def articles() -> list[Sheet]:
    """Two articles: one of six reports, one of a single one."""
    return [
        sheet("one", SHELLED, STRUCK, POUNDED, BACKS, HOLDS, SIGNED),
        sheet("two", MORTARS),
    ]


def fix(do: str, *reports: ReportName, **given: Any) -> Correction:
    """A correction by Ana."""
    return Correction(do, "Ana", DAY, "checked", reports=reports, **given)


SHELLED_BY_NAME = ReportName("one.txt", "the Front shelled Deir Salim")
STRUCK_BY_NAME = ReportName("one.txt", "jets struck and pounded Tel Amra", "struck")
POUNDED_BY_NAME = ReportName("one.txt", "jets struck and pounded Tel Amra", "pounded")
MORTARS_BY_NAME = ReportName("two.txt", "mortars fell on Deir Salim")
