"""What the figures of two happenings say."""

from __future__ import annotations

import pytest

from graph.happening import dead
from kg.graph.figures import figure_sign
from kg.graph.happenings import Figure

HURT_5, HURT_12, HURT_90 = ({"Injured": Figure(n, n)} for n in (5, 12, 90))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (dead(14), dead(14), "same-figure"),
        (dead(10), dead(10), "same-figure"),
        (dead(9), dead(9), "near-figure"),  # many events have nine dead
        (dead(3), dead(3), "near-figure"),
        (dead(2), dead(2), ""),  # told of too many events
        (dead(0), dead(0), ""),
        (dead(14), dead(22), "near-figure"),
        (dead(14), dead(23), ""),
        (dead(14), dead(43), ""),
        (dead(14), dead(44), "far-figure"),
        (dead(1), dead(5), "far-figure"),
        (dead(1), dead(2), ""),
        (dead(None, 14), dead(14), "same-figure"),
        (dead(14), HURT_12, ""),  # of other kinds
        (dead(14), {}, ""),
        ({}, {}, ""),
        # the dead say most
        (dead(14) | HURT_12, dead(90) | HURT_12, "far-figure"),
        (dead(14) | HURT_12, dead(14) | HURT_12, "same-figure"),
        # a figure that agrees beside one that does not is no large one
        (dead(14) | HURT_5, dead(14) | HURT_90, "near-figure"),
        (dead(4) | HURT_12, dead(5) | HURT_12, "near-figure"),
        (dead(1) | HURT_12, dead(4) | HURT_12, ""),
        (dead(14) | HURT_5, dead(15) | HURT_90, ""),
        # without the dead what differs most
        (HURT_12 | {"Captured": Figure(5, 5)}, HURT_90 | {"Captured": Figure(5, 5)}, "far-figure"),
    ],
)
def test_figures(one: dict[str, Figure], other: dict[str, Figure], sign: str) -> None:
    assert figure_sign(one, other) == figure_sign(other, one) == sign
