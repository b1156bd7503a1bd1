"""A graph held against files of gold, from end to end, and how that is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluate.cases import SHELLED, TEXT
from evaluate.sheets import AMRA, EVENT, GRAPH, write
from kg.evaluate import measures
from kg.evaluate.evaluation import Evaluation, evaluate
from kg.evaluate.measures import KINDS, MEASURES
from kg.evaluate.show import as_json, as_text, shortfalls
from kg.evaluate.verdict import Mark, Score
from kg.graph.store import open_graph

MISSING = AMRA | {"article": "other.txt"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    write(tmp_path / "gold")
    write(tmp_path / "gold", {"civilians": {"names": ["civilians"]}}, "registry.json")
    return tmp_path / "gold"


def run(gold: Path, **options: Any) -> Evaluation:
    return evaluate(open_graph(GRAPH), gold, **options)


def counts(found: Evaluation, measure: measures.Measure) -> tuple[int, int, int]:
    score = found.scores[measure]
    return score.right, score.false, score.missed


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "amra.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "texts"


def test_every_measure_is_taken(gold: Path) -> None:
    found = run(gold)
    assert tuple(found.scores) == MEASURES
    right = {measure.name for measure in MEASURES if counts(found, measure)[0]}
    assert right == {
        "events, exact type", "events, type or near type", "actors of matched events",
        "initiators of matched events", "places of matched events", "dates of matched events",
        "tolls (kind and figure)", "victims of matched tolls", "backing pairs", "ceasefire deals",
        "parties and brokers of deals", "dates of deals", "actors", "places", "issue dates",
    }  # fmt: skip
    assert counts(found, measures.STANCE) == (0, 1, 1)
    assert counts(found, measures.TOLLS) == (1, 1, 0)
    assert [(each.measure.name, each.kind, each.gold, each.got) for each in found.findings] == [
        ("stance of matched events", "differs", "Asserted", "Alleged"),
        ("tolls (kind and figure)", "false", "", "Injured 2"),
    ]


def test_one_file_is_gold_too_with_the_registry_beside_it(gold: Path) -> None:
    write(gold, json.loads(json.dumps(AMRA).replace('"velmara"', '"vm"')))
    write(gold, {"vm": {"names": ["Velmara"]}}, "registry.json")
    assert run(gold / "amra.txt.json") == run(gold)
    assert counts(run(gold), measures.BACKING) == (1, 0, 0)


def test_the_registry_may_be_named_and_takes_the_place_of_the_one_beside(
    gold: Path, tmp_path: Path
) -> None:
    write(gold, json.loads(json.dumps(AMRA).replace('"velmara"', '"vm"')))
    known = write(tmp_path, {"vm": {"names": ["Velmara"]}}, "known.json")
    assert counts(run(gold), measures.BACKING) == (0, 1, 1)
    assert counts(run(gold, registry=known), measures.BACKING) == (1, 0, 0)
    write(gold, {"vm": {"names": ["Velmara"]}}, "registry.json")
    assert counts(run(gold), measures.BACKING) == (1, 0, 0)
    assert counts(run(gold, registry=write(tmp_path, {}, "empty.json")), measures.BACKING) == (
        0, 1, 1,
    )  # fmt: skip


def test_an_article_that_the_graph_lacks_is_named_and_its_gold_missed(gold: Path) -> None:
    write(gold, MISSING, "other.txt.json")
    found = run(gold)
    assert (found.articles, found.missing) == (2, ("other.txt",))
    assert counts(found, measures.EVENTS) == (1, 0, 1)
    assert counts(found, measures.ISSUE_DATES) == (1, 0, 1)


def test_quotes_are_held_against_the_texts(gold: Path, texts: Path) -> None:
    write(gold, MISSING, "other.txt.json")
    found = run(gold, texts=[texts])
    # The third report of the graph tells no offsets.
    assert (found.quotes, found.bad_quotes, found.textless) == (3, 1, ("other.txt",))
    (texts / "amra.txt").write_text("." + TEXT, encoding="utf-8")
    assert run(gold, texts=[texts]).bad_quotes == 3
    without = run(gold)
    assert (without.quotes, without.bad_quotes, without.textless) == (0, 0, ())


def test_the_mean_is_that_of_the_ten_main_measures(gold: Path) -> None:
    found = run(gold)
    main = [measure for measure in MEASURES if measure.main]
    assert len(main) == 10
    rounded = [found.f1()[measure.name] for measure in main]
    assert found.f1()["overall"] == round(sum(rounded) / 10, 4)


@pytest.mark.parametrize(
    ("score", "rates"),
    [
        (Score(3, 1, 2), (0.75, 0.6, 2 / 3)),
        (Score(0, 0, 0), (0.0, 0.0, 0.0)),
        (Score(0, 2, 0), (0.0, 0.0, 0.0)),
        (Score(0, 0, 2), (0.0, 0.0, 0.0)),
    ],
)
def test_rates(score: Score, rates: tuple[float, float, float]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(rates)


def test_marks_add_up() -> None:
    mark = Mark(measures.TOLLS, right=2, found=3, wanted=5)
    assert Score(1, 1, 1).with_mark(mark) == Score(3, 2, 4)


def test_the_table_has_all_measures_and_what_they_were_taken_on(gold: Path, texts: Path) -> None:
    write(gold, MISSING, "other.txt.json")
    lines = as_text(run(gold, texts=[texts])).splitlines()
    assert lines[0].split()[1:] == ["precision", "recall", "F1", "right", "false", "missed"]
    assert [line.partition("  ")[0] for line in lines[2:-4] if line[0] != " "] == [
        measure.name for measure in MEASURES if not measure.part
    ]
    assert lines[3].split()[-6:] == ["1.000", "0.500", "0.667", "1", "0", "1"]
    assert lines[-4:-1] == [
        "articles 2, not in the graph 1; quotes checked 3, not in their text 1",
        "not in the graph: other.txt",
        "no text of: other.txt",
    ]
    assert lines[-1].startswith("overall (mean F1 of the 10 main measures) 0.")


def test_findings_are_listed_by_kind(gold: Path) -> None:
    found = run(gold)
    listed = as_text(found, ["tolls"]).partition("\n\n")[2]
    assert listed == (
        "measure                  verdict  article   gold  got        quote\n"
        "───────────────────────  ───────  ────────  ────  ─────────  " + "─" * 77 + "\n"
        f"tolls (kind and figure)  false    amra.txt        Injured 2  {SHELLED}\n"
    )
    assert as_text(found, ["deals"]).endswith(
        "\n\nmeasure  verdict  article  gold  got  quote\n(no rows)\n"
    )
    assert max(map(len, as_text(found, KINDS, width=80).partition("\n\n")[2].splitlines())) <= 80


def test_every_measure_of_things_has_a_kind_to_be_listed_under() -> None:
    assert [measure.name for measure in MEASURES if not measure.shown] == ["same-event links"]
    assert set(KINDS) == {
        "events", "tolls", "actors", "places", "backing", "relations", "deals", "dates", "sources",
    }  # fmt: skip


def test_hostile_gold_can_not_steer_a_terminal(gold: Path, texts: Path) -> None:
    name = "x\x1b[2J\n\x9b.txt"
    hostile = EVENT | {"trigger": "\x1b[31m", "initiator": ["a\rb"], "quote": "q\x07\n"}
    write(gold, AMRA | {"article": name, "reports": [hostile]}, "x.json")
    found = run(gold, texts=[texts])
    for printed in (as_text(found, KINDS), as_json(found, KINDS)):
        assert not set(printed) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160)]))
    assert json.loads(as_json(found))["missing_articles"] == [name]


def test_programs_get_counts_rates_and_findings(gold: Path) -> None:
    record = json.loads(as_json(run(gold), ["tolls"]))
    assert list(record["measures"]) == [measure.name for measure in MEASURES]
    assert record["measures"]["tolls (kind and figure)"] == {
        "precision": 0.5, "recall": 1.0, "f1": 0.6667, "right": 1, "false": 1, "missed": 0,
    }  # fmt: skip
    assert record["findings"] == [
        {
            "measure": "tolls (kind and figure)",
            "verdict": "false",
            "article": "amra.txt",
            "gold": "",
            "got": "Injured 2",
            "quote": SHELLED,
        }
    ]
    del record["measures"], record["findings"]
    assert record == {
        "overall": run(gold).f1()["overall"],
        "articles": 1,
        "missing_articles": [],
        "missing_texts": [],
        "quotes": 0,
        "bad_quotes": 0,
    }
    assert "findings" not in json.loads(as_json(run(gold)))


def test_a_measure_below_its_floor_is_told(gold: Path) -> None:
    found = run(gold)
    assert shortfalls(found, {"tolls (kind and figure)": 0.6667, "actors": 1.0}) == []
    assert shortfalls(found, {"tolls (kind and figure)": 0.7, "overall": 1}) == [
        "tolls (kind and figure): F1 0.6667 is below 0.7",
        f"overall: F1 {found.f1()['overall']:.4f} is below 1",
    ]
