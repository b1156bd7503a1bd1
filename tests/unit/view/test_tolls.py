"""What the reports of one event together tell of its toll."""

from __future__ import annotations

import pytest

from kg.view.evidence import strongest, toll_spans
from kg.view.told import Evidence, Figure, TollSpan

DEAD_9 = Figure("Killed", 9, 9)
DEAD_12_OR_MORE = Figure("Killed", 12, None)


def told(
    *figures: Figure, article: str = "a", speaker: str = "", stance: str = "Asserted"
) -> Evidence:
    return Evidence(
        f"{article}-{speaker}", article, "", "", speaker=speaker, stance=stance, figures=figures
    )


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([], (), id="nobody tells"),
        pytest.param([told(DEAD_9)], (TollSpan("Killed", 9, 9),), id="one voice"),
        pytest.param(
            [told(DEAD_9), told(DEAD_12_OR_MORE, article="b")],
            (TollSpan("Killed", 9, 12, unbounded=True, disputed=True),),
            id="two articles differ",
        ),
        pytest.param(
            [told(DEAD_9, speaker="x"), told(Figure("Killed", 7, 7), speaker="y")],
            (TollSpan("Killed", 7, 9, disputed=True),),
            id="two speakers in one article differ",
        ),
        pytest.param(
            [told(DEAD_9), told(DEAD_9, article="b")],
            (TollSpan("Killed", 9, 9),),
            id="two articles agree",
        ),
        pytest.param(
            [told(Figure("Killed", 10, 10, "soldiers"), Figure("Killed", 5, 5, "rebels"))],
            (TollSpan("Killed", 15, 15),),
            id="what one report counts separately adds up",
        ),
        pytest.param(
            [told(DEAD_9, Figure("Killed", 2, 2, "children", partial=True))],
            (TollSpan("Killed", 9, 9),),
            id="a part is not added to its whole",
        ),
        pytest.param(
            [told(DEAD_9), told(Figure("Killed", 2, 2))],
            (TollSpan("Killed", 9, 9),),
            id="of one voice the largest holds",
        ),
        pytest.param(
            [told(DEAD_9), told(Figure("Killed", 90, 90), article="b", stance="Denied")],
            (TollSpan("Killed", 9, 9),),
            id="what is denied does not count",
        ),
        pytest.param(
            [told(Figure("Killed", None, 20))], (TollSpan("Killed", 0, 20),), id="only a ceiling"
        ),
        pytest.param([told(Figure("Killed", None, None))], (), id="no number at all"),
        pytest.param(
            [told(DEAD_9, Figure("Injured", 4, 4))],
            (TollSpan("Injured", 4, 4), TollSpan("Killed", 9, 9)),
            id="kinds stay apart",
        ),
    ],
)
def test_tolls_reach_over_the_voices(
    reports: list[Evidence], expected: tuple[TollSpan, ...]
) -> None:
    assert toll_spans(reports) == expected


def test_the_strongest_stance_wins_and_silence_is_curated() -> None:
    assert strongest([told(stance="Denied"), told(stance="Alleged")]) == "Alleged"
    assert strongest([told(stance="Denied")]) == "Denied"
    assert strongest([]) == "Curated"
