"""The properties of reports that hold actors and places, by kind of report."""

from __future__ import annotations

from kg.evaluate import measures
from kg.evaluate.measures import Measure

#: Who takes part in an event; its sources stand apart.
PARTAKERS = ("initiator", "target", "participant")
#: Who has a part in a deal.
DEAL_SIDES = ("party", "broker", "guarantor")
#: What a report of a relation joins, and the measure of such pairs.
PAIRS: dict[str, tuple[str, str, Measure]] = {
    "Backing": ("backer", "backed", measures.BACKING),
    "Control": ("controller", "controlled", measures.CONTROL),
    "Affiliation": ("member", "group", measures.AFFILIATION),
    "Leadership": ("person", "organization", measures.LEADERSHIP),
}
#: What a report can be of.
REPORTED = ("Event", "CeasefireDeal", *PAIRS)

#: Gold gives one key for each of these, and a list of keys for the other roles.
SINGLE = tuple(role for first, second, _ in PAIRS.values() for role in (first, second))
PLACES = ("place", "destination", "appliesTo", "controlled")
ACTORS = (*PARTAKERS, "source", *DEAL_SIDES, *(role for role in SINGLE if role != "controlled"))
LISTS = tuple(role for role in (*ACTORS, *PLACES) if role not in SINGLE)
