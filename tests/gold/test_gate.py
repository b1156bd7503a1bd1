"""The gate closes on a lost point, and floors go down only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gold.gate import Floors, RegressionError, corpus_hash, raised, shortfalls

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = Floors("old", {"events": 0.5, "tolls": 0.4})


def test_a_measure_may_lie_a_hair_below_its_floor() -> None:
    assert shortfalls({"events": 0.4985, "tolls": 0.9}, FLOORS) == []


def test_a_lost_point_is_told() -> None:
    assert shortfalls({"events": 0.49, "tolls": 0.4}, FLOORS) == [
        "events: 0.4900 is below its floor 0.5000"
    ]


def test_a_measure_that_is_gone_counts_as_nothing() -> None:
    assert shortfalls({"events": 0.5}, FLOORS) == ["tolls: 0.0000 is below its floor 0.4000"]


def test_an_update_raises_and_keeps_the_slack_from_eating_floors() -> None:
    found = raised(FLOORS, {"events": 0.6, "tolls": 0.399, "new": 0.1}, "now")
    assert found == Floors("now", {"events": 0.6, "tolls": 0.4, "new": 0.1})


def test_an_update_refuses_to_lower() -> None:
    with pytest.raises(RegressionError, match=r"^tolls: 0\.3000 is below"):
        raised(FLOORS, {"events": 0.6, "tolls": 0.3}, "now")


def test_a_reason_lowers_and_is_kept() -> None:
    found = raised(FLOORS, {"events": 0.6, "tolls": 0.3}, "now", "tolls counted twice before")
    assert found == Floors("now", {"events": 0.6, "tolls": 0.3}, ("tolls counted twice before",))


def test_the_hash_tells_corpora_apart(tmp_path: Path) -> None:
    for name in ("articles/a.txt", "gold/dev/a.json", "gold/registry.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    seen = [corpus_hash(tmp_path)]
    (tmp_path / "gold/dev/a.json").write_text("changed", encoding="utf-8")
    seen.append(corpus_hash(tmp_path))
    (tmp_path / "articles/a.txt").rename(tmp_path / "articles/b.txt")
    seen.append(corpus_hash(tmp_path))
    assert len(set(seen)) == 3
    assert corpus_hash(tmp_path) == seen[-1]
