"""Corrections of reports: rejected, dated, placed, joined to one event and parted."""

from __future__ import annotations

from dataclasses import replace

from graph.corrections.applied import BACKS_BY_NAME, DAY, effect, right, run, seen
from graph.corrections.records import (
    MORTARS,
    MORTARS_BY_NAME,
    POUNDED,
    POUNDED_BY_NAME,
    SALIM,
    SHELLED,
    SHELLED_BY_NAME,
    STRUCK,
    STRUCK_BY_NAME,
    articles,
    fix,
)
from graph.sheets import sheet
from kg.graph.constraints import Constraints
from kg.model import Interval


def test_a_rejected_report_is_not_seen_and_the_others_keep_their_keys() -> None:
    found = run(fix("reject-report", STRUCK_BY_NAME))
    kept = [
        replace(one, same_as=f"#{at}") for at, one in enumerate(articles()[0].reports) if at != 1
    ]
    assert seen(found) == [kept, [MORTARS]]
    assert found.numbers == ((0, 2, 3, 4, 5), (0,))
    assert effect(found) == ((), ["one 1"], ["one 1"], "")


def test_a_day_is_set() -> None:
    found = run(fix("set-date", SHELLED_BY_NAME, MORTARS_BY_NAME, begin=DAY, end=None))
    facts = (("dateBasis", "corrected"),)
    told = [replace(one, when=Interval(DAY, None), facts=facts) for one in (SHELLED, MORTARS)]
    assert [seen(found)[0][0], seen(found)[1][0]] == told
    assert effect(found) == ((), ["one 0", "two 0"], [], "")


def test_a_place_is_set_or_taken_away_and_merged_as_all_others() -> None:
    told = replace(SHELLED, facts=(("placeBasis", "carried"), ("dateBasis", "story")))
    found = run(
        fix("set-place", SHELLED_BY_NAME, places=("Tel Amra",)),
        fix("set-place", MORTARS_BY_NAME),
        fix("merge-places", these=("Tel Amra",), into="Deir Salim"),
        sheets=[sheet("one", told, STRUCK), sheet("two", MORTARS)],
    )
    assert seen(found)[0][0].roles["place"] == (right(SALIM, surface=""),)
    assert seen(found)[0][0].facts == (("dateBasis", "story"), ("placeBasis", "corrected"))
    assert "place" not in seen(found)[1][0].roles


def test_events_are_joined_and_parted_by_their_reports() -> None:
    found = run(
        fix("merge-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
        fix("split-events", STRUCK_BY_NAME, MORTARS_BY_NAME),
        fix("reject-report", BACKS_BY_NAME),
    )
    one, two = ("article/one", 0), ("article/two", 0)
    assert found.constraints == Constraints(
        (frozenset((one, two)),), frozenset((frozenset((("article/one", 1), two)),))
    )


def test_positions_in_constraints_are_those_that_consolidation_sees() -> None:
    found = run(
        fix("reject-report", SHELLED_BY_NAME),
        fix("split-events", STRUCK_BY_NAME, POUNDED_BY_NAME),
    )
    pair = frozenset((("article/one", 0), ("article/one", 1)))
    assert found.constraints == Constraints((), frozenset((pair,)))


def test_joins_go_on_through_shared_reports() -> None:
    found = run(
        fix("merge-events", SHELLED_BY_NAME, STRUCK_BY_NAME),
        fix("merge-events", POUNDED_BY_NAME, MORTARS_BY_NAME),
        fix("merge-events", MORTARS_BY_NAME, SHELLED_BY_NAME),
    )
    keys = [("article/one", 0), ("article/one", 1), ("article/one", 2), ("article/two", 0)]
    assert found.constraints.together == (frozenset(keys),)


def test_reports_that_an_article_tells_as_one_are_parted_there() -> None:
    reports = [replace(one, same_as="x") for one in (SHELLED, STRUCK, POUNDED)]
    found = run(
        fix("split-events", STRUCK_BY_NAME, SHELLED_BY_NAME),
        fix("merge-events", POUNDED_BY_NAME, STRUCK_BY_NAME),
        sheets=[sheet("one", *reports)],
    )
    # Who is joined with a parted one has no rival of its own; consolidation joins it.
    assert [one.same_as for one in found.sheets[0].reports] == ["x", "x/1", "x"]


def test_all_three_that_are_told_apart_stand_apart() -> None:
    reports = [replace(one, same_as="x") for one in (SHELLED, STRUCK, POUNDED)]
    found = run(
        fix("split-events", POUNDED_BY_NAME, STRUCK_BY_NAME, SHELLED_BY_NAME),
        sheets=[sheet("one", *reports)],
    )
    assert [one.same_as for one in found.sheets[0].reports] == ["x", "x/1", "x/2"]


def test_two_texts_of_one_name_are_corrected_alike() -> None:
    copy = replace(articles()[1], local="article/two-b")
    found = run(
        fix("set-date", MORTARS_BY_NAME, begin=DAY),
        fix("split-events", MORTARS_BY_NAME, SHELLED_BY_NAME),
        sheets=[*articles(), copy],
    )
    assert found.sheets[1].reports == found.sheets[2].reports
    # Each stands apart from the other article, not from its own copy.
    one = ("article/one", 0)
    assert found.constraints.apart == {
        frozenset((one, ("article/two", 0))), frozenset((one, ("article/two-b", 0)))
    }  # fmt: skip
