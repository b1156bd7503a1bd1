"""The dateline with which a wire story opens: "GENEVA (AP) - "."""

from __future__ import annotations

import functools
import re

from kg.extract import table
from kg.read.wires import credited_names, longest_first
from kg.resources import folder

#: Farther than this into a text no dateline reaches, in characters.
REACH = 90


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """How datelines look.

    City with agency; city in capitals with anything in brackets; agency alone; known city in
    capitals before a capital letter.
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
    return (
        re.compile(rf"(?:{place},? )?\((?:{agencies})[^()]{{0,20}}\)(?:{dash}|\s)"),
        re.compile(rf"{capitals}(?:[,/] ?{name})?{date} \([A-Z][A-Za-z .]{{1,30}}\){dash}"),
        re.compile(rf"(?:{place},? )?(?:{agencies}){dash}"),
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
