"""Corrections that contradict each other, and those that name nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.corrections.applied import BACKS_BY_NAME, DAY, run, seen
from graph.corrections.records import (
    MORTARS_BY_NAME,
    POUNDED_BY_NAME,
    SHELLED_BY_NAME,
    STRUCK_BY_NAME,
    articles,
    fix,
)
from kg.errors import CorrectionError
from kg.graph.constraints import Constraints
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.effect import Effect
from kg.model import Interval

CLASHES = [
    (fix("merge-actors", these=("Northern Front",), into="Velmara"),
     fix("merge-actors", these=("Northern Front",), into="Valley Guard"),
     "actor/northern-front is merged into two things"),
    (fix("merge-actors", these=("Northern Front",), into="Velmara"),
     fix("merge-actors", these=("Velmara",), into="Northern Front"),
     "actor/northern-front is merged into itself"),
    (fix("split-actor", BACKS_BY_NAME, thing="Valley Guard", new="A"),
     fix("split-actor", BACKS_BY_NAME, thing="Valley Guard", new="B"),
     "actor/valley-guard means two things in one report"),
    (fix("un-alias", thing="Valley Guard", name="Valley Guard"),
     fix("confirm-link", thing="Valley Guard", name="valley guard", articles=("two.txt",)),
     "'valley guard' means two things"),
    (fix("rename", thing="Velmara", label="A"), fix("rename", thing="actor/velmara", label="B"),
     "actor/velmara gets two labels"),
    (fix("set-date", SHELLED_BY_NAME, begin=DAY), fix("set-date", SHELLED_BY_NAME, end=DAY),
     "a report gets two dates"),
    (fix("set-place", SHELLED_BY_NAME), fix("set-place", SHELLED_BY_NAME, places=("Tel Amra",)),
     "a report gets two places"),
    (fix("merge-events", STRUCK_BY_NAME, SHELLED_BY_NAME),
     fix("split-events", SHELLED_BY_NAME, STRUCK_BY_NAME),
     "two reports are told to be one event, and not to be"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "what"), CLASHES)
def test_what_contradicts_itself_is_an_error_that_names_both(
    one: Correction, other: Correction, what: str
) -> None:
    with pytest.raises(CorrectionError) as error:
        run(replace(one, where="c:1, record 1"), replace(other, where="c:9, record 2"))
    assert error.value.where == "c:9, record 2"
    assert error.value.problem == f"contradicts c:1, record 1: {what}"


def test_a_contradiction_through_others_names_them_all() -> None:
    numbered = [
        fix("merge-events", SHELLED_BY_NAME, STRUCK_BY_NAME, where="first"),
        fix("merge-events", STRUCK_BY_NAME, POUNDED_BY_NAME, where="second"),
        fix("split-events", POUNDED_BY_NAME, SHELLED_BY_NAME, where="third"),
    ]
    with pytest.raises(CorrectionError, match="third: contradicts first and second"):
        run(*numbered)


def test_what_agrees_is_no_contradiction() -> None:
    found = run(
        fix("un-alias", thing="Valley Guard", name="Valley Guard", articles=("one.txt",)),
        fix("confirm-link", thing="Valley Guard", name="Valley Guard", articles=("two.txt",)),
        fix("rename", thing="Velmara", label="A"),
        fix("rename", thing="actor/velmara", label="A"),
    )
    again = "nothing here is left for it to change"
    assert [one.problem for one in found.effects] == ["", "", "", again]


UNUSED = [
    (fix("merge-actors", these=("Nobody",), into="Velmara"), "no actor here is called 'Nobody'"),
    (fix("merge-actors", these=("Velmara",), into="Nobody"), "no actor here is called 'Nobody'"),
    (fix("merge-actors", these=("the Front",), into="Northern Front"),
     "'Northern Front' and what is merged into it are one already"),
    (fix("split-actor", BACKS_BY_NAME, thing="Northern Front", new="B"),
     "the report of one.txt doesn't name 'Northern Front'"),
    (fix("split-actor", BACKS_BY_NAME, thing="Valley Guard", to="B"),
     "no actor here is called 'B'"),
    (fix("un-alias", thing="Velmara", name="the kingdom"),
     "nothing here is linked to 'the kingdom'"),
    (fix("rename", thing="Nobody", label="B"), "no actor, place or deal here is called 'Nobody'"),
    (fix("reject-report", ReportName("six.txt", "x")), "no article here is called 'six.txt'"),
    (fix("set-date", BACKS_BY_NAME, begin=DAY),
     "a report of one.txt that it names tells of no event"),
    (fix("set-place", SHELLED_BY_NAME, places=("Nowhere",)), "no place here is called 'Nowhere'"),
    (fix("merge-events", SHELLED_BY_NAME, BACKS_BY_NAME),
     "a report of one.txt that it names tells of no event"),
    (fix("merge-events", SHELLED_BY_NAME, replace(SHELLED_BY_NAME, word="shelled")),
     "it names one report twice"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "reason"), UNUSED)
def test_what_names_nothing_changes_nothing_and_is_told(one: Correction, reason: str) -> None:
    found = run(one)
    assert seen(found) == [list(each.reports) for each in articles()]
    assert found.unused == (Effect(one, problem=reason),)
    assert found.unused[0].warning() == f"{one.do} by Ana: {one.do} does not apply: {reason}"


def test_what_is_left_of_a_correction_applies() -> None:
    gone = ReportName("six.txt", "x")
    found = run(
        fix("merge-actors", these=("Nobody", "Valley Guard"), into="Velmara"),
        fix("set-date", gone, SHELLED_BY_NAME, begin=DAY),
        fix("merge-events", gone, SHELLED_BY_NAME, MORTARS_BY_NAME),
    )
    assert seen(found)[0][0].when == Interval(DAY, None)
    assert len(found.constraints.together) == 1
    assert [one.warning().partition(": ")[2] for one in found.unused] == [
        "merge-actors applies only in part: no actor here is called 'Nobody'",
        "set-date applies only in part: no article here is called 'six.txt'",
        "merge-events applies only in part: no article here is called 'six.txt'",
    ]


def test_what_speaks_only_of_rejected_reports_does_not_apply() -> None:
    found = run(
        fix("reject-report", SHELLED_BY_NAME, where="c:1, record 1"),
        fix("set-date", SHELLED_BY_NAME, begin=DAY),
        fix("set-place", SHELLED_BY_NAME),
        fix("split-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
    )
    reason = "a report that it names is rejected by c:1, record 1"
    assert [one.problem for one in found.effects] == ["", reason, reason, reason]
    assert found.constraints == Constraints()


def test_a_record_that_stands_twice_is_told() -> None:
    one = fix("rename", thing="Velmara", label="A", where="c:1, record 1")
    found = run(one, replace(one, where="c:7, record 2"))
    assert [each.problem for each in found.effects] == ["", "it says the same as c:1, record 1"]
