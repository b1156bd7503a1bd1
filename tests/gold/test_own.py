"""Our own annotated articles: quotes true, scores neither below their floors nor far above."""

from __future__ import annotations

from pathlib import Path

import pytest
from gold import own


@pytest.mark.parametrize("name", own.SETS)
def test_no_score_lies_below_its_floor(name: str, tmp_path: Path) -> None:
    floors = own.floors()[name]
    assert floors.corpus_sha256 == own.corpus_hash(name)
    found = own.measure(name, tmp_path)
    assert (found.bad_quotes, found.missing) == (0, ())
    assert found.quotes > 100
    scores = found.f1()
    assert scores.keys() == floors.measures.keys()
    low = {k: v for k, v in scores.items() if v < floors.measures[k] - own.SLACK}
    assert low == {}
    assert scores["overall"] <= floors.measures["overall"] + own.ABOVE
