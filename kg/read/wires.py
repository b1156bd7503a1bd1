"""Which news agency an article credits, by the table ontology/lexicon/wires.toml."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from kg.extract import table
from kg.model import Segment, SegmentKind
from kg.resources import folder

_CREDITS = (SegmentKind.DATELINE, SegmentKind.BOILERPLATE)


def wires(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The agencies that an article credits, in the order of the table.

    A photographer's agency is none: captions don't count, not even one printed twice.
    """
    lines = [
        one.text for one in segments
        if one.kind in _CREDITS and one.rule not in ("repeated", "front matter")
    ]  # fmt: skip
    return tuple(name for name, pattern in _patterns().items() if any(map(pattern.search, lines)))


def credited_names() -> list[str]:
    """Every form in which an agency is credited, the longest first."""
    return longest_first(name for names in _rows().values() for name in names)


def longest_first(names: Iterable[str]) -> list[str]:
    """Names in the order in which a pattern must try them."""
    return sorted(names, key=lambda name: (-len(name), name))


@functools.cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Name of each agency -> what finds a credit of it in a line."""
    found = {}
    for agency, names in _rows().items():
        words = "|".join(re.escape(name) for name in longest_first(names))
        found[agency] = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    return found


@functools.cache
def _rows() -> Mapping[str, frozenset[str]]:
    """Name of each agency -> the forms of its credit.

    Raises:
        KnowledgeError: naming the file and the row that is wrong.
    """
    found = {}
    for row in table.read(folder("ontology") / "lexicon" / "wires.toml").each("wire"):
        row.allow("name", "names", "yes", "no")
        for examples in ("yes", "no"):
            row.words(examples)
        found[str(row.value("name"))] = row.words("names")
    return found
