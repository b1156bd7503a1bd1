"""The dateline with which a wire story opens: "GENEVA (AP) - "."""

from __future__ import annotations

import functools
import re

from kg.extract import table
from kg.read.wires import credited_names, longest_first
from kg.resources import folder

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
#: A date with its year, as a dateline writes it.
FULL_DATE = rf"{_WEEKDAY}(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"

#: Farther than this into a text no dateline reaches, in characters.
REACH = 90


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """How datelines look.

    City with agency; city in capitals with anything in brackets; agency alone; known city in
    capitals before a capital letter; city in capitals with a date in full.
    """
    wire = table.read(folder("ontology") / "lexicon" / "segments.toml").inner("wire")
    outlets = [*credited_names(), *longest_first(wire.words("agencies"))]
    agencies = "|".join(map(re.escape, outlets))
    cities = "|".join(map(re.escape, longest_first(wire.words("cities"))))
    name = r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}"
    date = r"(?:,? [A-Z][a-z]+\.? \d{1,2})?"
    place = rf"{name}(?:[,/] ?{name}){{0,3}}{date}"
    capitals = r"[A-Z][A-Z’'. -]{2,40}"
    dash = r"\s?[-–—]{1,2}\s"
    country = r"[A-Z][\w’'.-]+(?: (?:of |the |and )?[A-Z][\w’'.-]+){0,4}"
    dated = rf"{capitals}(?:[,/] ?{country}){{0,2}},? (?:{FULL_DATE}|\({FULL_DATE}\))"
    return (
        re.compile(rf"(?:{place},? )?\((?:{agencies})[^()]{{0,20}}\)(?:{dash}|\s)"),
        re.compile(rf"{capitals}(?:[,/] ?{name})?{date} \([A-Z][A-Za-z .]{{1,30}}\){dash}"),
        re.compile(rf"(?:{place},? )?(?:{agencies}){dash}"),
        re.compile(rf"{dated}(?: \([A-Z][A-Za-z .]{{1,30}}\))?(?:{dash}|: )"),
        re.compile(rf"(?:{cities})(?:/(?:{cities}))*(?:{dash}|, [A-Z][a-z]+{dash}|\s(?=[A-Z“\"]))"),
    )


def lead_end(text: str) -> int:
    """Where the text proper begins after its dateline; 0 if it has none."""
    head = text[:REACH]
    for pattern in _patterns():
        match = pattern.match(head)
        if match is not None:
            return match.end()
    return 0
