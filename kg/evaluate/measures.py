"""What is measured: names, order, and what `--show` lists for each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table.

    Attributes:
        name: what it is called, also in `--min`.
        shown: the word of `--show` that lists its misses and false alarms; "" if none does.
        part: whether it is taken only of what another measure found right.
        main: whether it counts in the mean over all.
    """

    name: str
    shown: str = ""
    part: bool = False
    main: bool = False


EXACT = Measure("events, exact type", "events")
EVENTS = Measure("events, type or near type", "events", main=True)
EVENT_ACTORS = Measure("actors of matched events", "actors", part=True, main=True)
INITIATORS = Measure("initiators of matched events", "actors", part=True)
TARGETS = Measure("targets of matched events", "actors", part=True)
EVENT_PLACES = Measure("places of matched events", "places", part=True, main=True)
SOURCES = Measure("sources of matched events", "sources", part=True, main=True)
DATES = Measure("dates of matched events", "dates", part=True, main=True)
STANCE = Measure("stance of matched events", "events", part=True)
SAME_EVENT = Measure("same-event links", part=True)
TOLLS = Measure("tolls (kind and figure)", "tolls", main=True)
VICTIMS = Measure("victims of matched tolls", "tolls", part=True)
BACKING = Measure("backing pairs", "backing", main=True)
CONTROL = Measure("control pairs", "relations")
AFFILIATION = Measure("affiliation pairs", "relations")
LEADERSHIP = Measure("leadership pairs", "relations")
DEALS = Measure("ceasefire deals", "deals", main=True)
DEAL_PARTIES = Measure("parties and brokers of deals", "deals", part=True)
DEAL_DATES = Measure("dates of deals", "deals", part=True)
ACTORS = Measure("actors", "actors", main=True)
PLACES = Measure("places", "places", main=True)
COORDINATES = Measure("coordinates within 25 km", "places", part=True)
ISSUE_DATES = Measure("issue dates", "dates")

#: All, in the order of the table.
MEASURES = (
    EXACT, EVENTS, EVENT_ACTORS, INITIATORS, TARGETS, EVENT_PLACES, SOURCES, DATES, STANCE,
    SAME_EVENT, TOLLS, VICTIMS, BACKING, CONTROL, AFFILIATION, LEADERSHIP, DEALS, DEAL_PARTIES,
    DEAL_DATES, ACTORS, PLACES, COORDINATES, ISSUE_DATES,
)  # fmt: skip

#: The mean over all main measures, as `--min` and the table call it.
OVERALL = "overall"

#: The words of `--show`.
KINDS = tuple(dict.fromkeys(measure.shown for measure in MEASURES if measure.shown))
