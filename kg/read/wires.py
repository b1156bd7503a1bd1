"""Which news agency an article credits, by the table ontology/lexicon/wires.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence

from kg.errors import KnowledgeError
from kg.model import Segment, SegmentKind
from kg.resources import folder

_KEYS = {"name", "names", "yes", "no"}
_CREDITS = (SegmentKind.DATELINE, SegmentKind.BOILERPLATE)


def wires(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The agencies that an article credits, in the order of the table.

    A photographer's agency is none: captions don't count, not even one printed twice.
    """
    lines = [
        one.text for one in segments
        if one.kind in _CREDITS and one.rule not in ("repeated", "front matter")
    ]  # fmt: skip
    return tuple(name for name, pattern in table().items() if any(map(pattern.search, lines)))


def credited_names() -> list[str]:
    """Every form in which an agency is credited, the longest first."""
    return sorted((name for names in _rows().values() for name in names), key=len, reverse=True)


@functools.cache
def table() -> Mapping[str, re.Pattern[str]]:
    """Name of each agency -> what finds a credit of it in a line."""
    found = {}
    for agency, names in _rows().items():
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        found[agency] = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    return found


@functools.cache
def _rows() -> Mapping[str, list[str]]:
    """Name of each agency -> the forms of its credit.

    Raises:
        KnowledgeError: naming the file and the row that is wrong.
    """
    path = folder("ontology") / "lexicon" / "wires.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["wire"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise KnowledgeError(f"can't be read: {error}", where=str(path)) from error
    found = {}
    for number, row in enumerate(rows, start=1):
        where = f"{path}, wire {number} ({row.get('name')})"
        if set(row) != _KEYS or not all(row.values()):
            raise KnowledgeError(f"wants {', '.join(sorted(_KEYS))}, none empty", where=where)
        found[str(row["name"])] = [str(name) for name in row["names"]]
    return found
