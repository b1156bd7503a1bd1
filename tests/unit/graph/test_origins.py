"""From how many independent origins a thing is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.sheets import actor, report, sheet
from kg.graph.happenings import Told
from kg.graph.origins import origins
from kg.model import Link

MONITOR, MINISTRY = actor("War Monitor", "Organization"), actor("Ministry", "Organization")
ARTICLES = [
    sheet("a"),
    sheet("b"),
    replace(sheet("c"), wires=("Levant Wire",)),
    replace(sheet("d"), wires=("Levant Wire",)),
    replace(sheet("e"), wires=("Levant Wire", "Delta Press")),
    replace(sheet("f"), wires=("Levant Wire",)),
]
COPIED = {"article/b": "article/a", "article/f": "article/a"}


def of(*told: str | tuple[str | Link, ...]) -> set[str]:
    """The origins of reports, each by its article's letter and its sources."""
    found = []
    for each in told:
        name, *sources = (each,) if isinstance(each, str) else each
        found.append(Told("abcdef".index(str(name)), 0, report(source=tuple(sources))))
    return {origin.rpartition("/")[2] for origin in origins(found, ARTICLES, COPIED)}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["a"], {"a"}),
        (["a", "a"], {"a"}),
        # a copy is its original's, whatever agency it credits
        (["a", "b"], {"a"}),
        (["b"], {"a"}),
        (["f"], {"a"}),
        # two outlets with one agency's dispatch are one origin
        (["c", "d"], {"Levant Wire"}),
        # one that credits two agencies is its own
        (["c", "e"], {"Levant Wire", "e"}),
        # one monitor in three outlets is one origin, in copies too
        ([("a", MONITOR), ("c", MONITOR), ("b", MONITOR)], {"war-monitor"}),
        ([("a", MONITOR), ("a", MINISTRY)], {"war-monitor", "ministry"}),
        ([("a", MONITOR, MINISTRY)], {"war-monitor", "ministry"}),
        # what an article says itself beside a source
        ([("a", MONITOR), "a"], {"war-monitor", "a"}),
        ([], set()),
    ],
)
def test_origins(told: list[str | tuple[str | Link, ...]], expected: set[str]) -> None:
    assert of(*told) == expected
