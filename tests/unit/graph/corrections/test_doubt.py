"""Questions about what is least certain, until a correction answers them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.corrections.records import (
    DAY,
    FRONT,
    GUARD,
    MORTARS,
    MORTARS_BY_NAME,
    SHELLED,
    SHELLED_BY_NAME,
    fix,
)
from graph.sheets import CLASSES, pair, report, sheet, write_ontology
from kg.graph.consolidate import things
from kg.graph.corrections.apply import apply
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.doubt import Doubt, Evidence, Join, doubts, joins_of

WEAK = replace(GUARD, surface="the  guards", rule="generic", score=0.6)
WEAKER = replace(FRONT, surface="they", rule="recency", score=0.4)
SHEETS = [
    sheet("one", replace(SHELLED, roles={"initiator": (WEAKER, FRONT)}), report(quote="q")),
    sheet(
        "two", replace(MORTARS, roles={"initiator": (WEAK,)}, source=(replace(WEAK, score=0.7),))
    ),
]
JOIN = Join(("article/one", 0), ("article/two", 0), "same place", 0.5)


def asked(*corrections: Correction, joins: tuple[Join, ...] = (JOIN,)) -> list[Doubt]:
    return doubts(SHEETS, apply(SHEETS, corrections), joins)


def test_the_least_certain_come_first_with_their_quotes() -> None:
    found = asked()
    assert [(one.score, one.question, one.because, one.evidence, one.count) for one in found] == [
        (0.4, "Does “they” mean Northern Front (actor/northern-front)?", "recency",
         (Evidence("one.txt", SHELLED.quote),), 1),
        (0.5, "Do these tell of one event?", "same place",
         (Evidence("one.txt", SHELLED.quote), Evidence("two.txt", MORTARS.quote)), 2),
        (0.6, "Does “the guards” mean Valley Guard (actor/valley-guard)?", "generic",
         (Evidence("two.txt", MORTARS.quote),), 1),
    ]  # fmt: skip


def test_an_answer_is_a_correction_that_ends_the_question() -> None:
    for at, one in enumerate(asked()):
        for right in (True, False):
            answer = one.decided(right=right, who="Ana", when=DAY, why="checked")
            left = asked(answer)
            assert one.question not in {each.question for each in left}, (at, right)
            assert len(left) == 2


def test_answers_say_what_they_mean() -> None:
    they, event, guards = asked()
    signed = {"who": "Ana", "when": DAY, "why": "checked"}
    yes = [one.decided(right=True, **signed) for one in (they, event)]  # type: ignore[arg-type]
    assert yes == [
        fix("confirm-link", thing="actor/northern-front", name="they"),
        fix("merge-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
    ]
    no = guards.decided(right=False, to="Northern Front", **signed)  # type: ignore[arg-type]
    assert no == fix("un-alias", thing="actor/valley-guard", name="the guards", to="Northern Front")
    apart = event.decided(right=False, **signed)  # type: ignore[arg-type]
    assert apart == fix("split-events", SHELLED_BY_NAME, MORTARS_BY_NAME)
    assert [one.is_link for one in (they, event)] == [True, False]


def test_what_is_sure_is_not_asked() -> None:
    sure = replace(JOIN, score=1.0)
    assert len(asked(joins=(sure,))) == 2


def test_reports_are_named_as_told_though_others_are_rejected() -> None:
    first = replace(SHELLED, start=0, end=len(SHELLED.quote), trigger=(10, 17))
    sheets = [sheet("one", first, replace(SHELLED, same_as="x")), sheet("two", MORTARS)]
    rejected = apply(sheets, [fix("reject-report", ReportName("one.txt", SHELLED.quote, nth=1))])
    (found,) = doubts(sheets, rejected, (JOIN,))
    assert found.yes.reports[0].nth == 2


def test_joins_are_the_pairs_that_consolidation_names_with_their_signs(tmp_path: Path) -> None:
    backs = pair("Affiliation", GUARD, FRONT)
    sheets = [sheet("one", SHELLED, backs), sheet("two", SHELLED, backs)]
    (found,) = joins_of(things(sheets, CLASSES, write_ontology(tmp_path)), sheets)
    assert (found.one, found.other) == (("article/one", 0), ("article/two", 0))
    assert "same type" in found.because
    assert found.score > 0.5


def test_many_quotes_are_cut() -> None:
    sheets = [sheet(f"a{n}", report(roles={"initiator": (WEAK,)}, quote=f"q{n}")) for n in range(5)]
    (found,) = doubts(sheets, apply(sheets, ()), ())
    assert (len(found.evidence), found.count) == (3, 5)
