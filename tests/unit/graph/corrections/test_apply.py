"""Each correction changes what consolidation sees, and nothing else."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.corrections.records import (
    ACCORD,
    AMRA,
    BACKS,
    FARMERS,
    FRONT,
    GUARD,
    HOLDS,
    MORTARS,
    MORTARS_BY_NAME,
    POUNDED,
    POUNDED_BY_NAME,
    SALIM,
    SHELLED,
    SHELLED_BY_NAME,
    SIGNED,
    STRUCK,
    STRUCK_BY_NAME,
    TRUCE,
    VELMARA,
    articles,
    fix,
)
from graph.sheets import report, sheet
from kg.errors import CorrectionError
from kg.graph.constraints import Constraints
from kg.graph.corrections.apply import apply
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.effect import Corrected, Effect
from kg.graph.quads import Sheet, links_of
from kg.model import Interval, Link, Report
from kg.resolve.world import Entity

DAY = datetime.date(2031, 5, 2)
BACKS_BY_NAME = ReportName("one.txt", BACKS.quote)
BOTH = ("article/one", "article/two")


def right(link: Link, **changed: Any) -> Link:
    """A link as a correction makes it."""
    return replace(link, rule="corrected", score=1.0, **changed)


def run(*corrections: Correction, sheets: Sequence[Sheet] | None = None) -> Corrected:
    return apply(articles() if sheets is None else sheets, corrections)


def seen(corrected: Corrected) -> list[list[Report]]:
    return [list(one.reports) for one in corrected.sheets]


def effect(corrected: Corrected) -> tuple[tuple[str, ...], list[str], list[str], str]:
    """Things, reports and rejected reports of the only effect, and its problem."""
    (one,) = corrected.effects
    reports, rejected = (
        [f"{local.removeprefix('article/')} {at}" for local, at in keys]
        for keys in (one.reports, one.rejected)
    )
    return one.things, reports, rejected, one.problem


def test_without_corrections_nothing_changes() -> None:
    assert run() == Corrected(tuple(articles()), ((0, 1, 2, 3, 4, 5), (0,)))


def test_merged_actors_are_one_everywhere() -> None:
    found = run(fix("merge-actors", these=("Northern Front",), into="actor/valley-guard"))
    guard = [right(GUARD, surface=name) for name in ("the Front", "Northern Front")]
    shelled = replace(SHELLED, roles={"initiator": tuple(guard), "place": (SALIM,)})
    signed = replace(SIGNED, roles={"party": (guard[1],)}, same_as="#5")
    kept = [
        replace(one, same_as=f"#{at}") for at, one in enumerate([shelled, STRUCK, POUNDED, BACKS])
    ]
    # The Guard can't be a wing of itself.
    assert seen(found) == [[*kept, signed], [MORTARS]]
    assert found.numbers == ((0, 1, 2, 3, 5), (0,))
    assert found.merged == {"actor/northern-front": "actor/valley-guard"}
    things = ("actor/northern-front", "actor/valley-guard")
    assert effect(found) == (things, ["one 0", "one 4", "one 5"], ["one 4"], "")


def test_merged_places_and_deals_are_one_and_what_lay_in_a_place_does_too() -> None:
    quarter = replace(AMRA, iri="place/mill", label="Mill", surface="Mill", parent=AMRA.iri)
    sheets = [sheet("a", report(roles={"place": (quarter,)}), replace(MORTARS, deal=ACCORD))]
    sheets += articles()
    found = run(
        fix("merge-places", these=("Tel Amra",), into="Deir Salim"),
        fix("merge-deals", these=("Lake accord",), into="Ostrin truce"),
        sheets=sheets,
    )
    assert seen(found)[0][0].roles == {"place": (replace(quarter, parent=SALIM.iri),)}
    assert seen(found)[0][1].deal == right(TRUCE, surface="Lake accord")
    assert seen(found)[1][1].roles["place"] == (right(SALIM, surface="Tel Amra"),)
    assert [one.problem for one in found.effects] == ["", ""]


def test_merges_go_on_to_where_the_last_leads() -> None:
    found = run(
        fix("merge-actors", these=("Northern Front",), into="Valley Guard"),
        fix("merge-actors", these=("Valley Guard",), into="Velmara"),
    )
    assert seen(found)[1][0].roles["initiator"] == (right(VELMARA, surface="Valley Guard"),)
    assert found.merged == {
        "actor/northern-front": "actor/velmara",
        "actor/valley-guard": "actor/velmara",
    }


def test_a_split_takes_the_mentions_of_the_named_reports_only() -> None:
    found = run(fix("split-actor", BACKS_BY_NAME, thing="Valley Guard", new="Lake Guard"))
    lake = Link("actor/lake-guard", "Lake Guard", "ArmedGroup", "Valley Guard", "corrected", 1.0)
    backs = replace(BACKS, roles={"backer": (VELMARA,), "backed": (lake,)})
    assert seen(found) == [[SHELLED, STRUCK, POUNDED, backs, HOLDS, SIGNED], [MORTARS]]
    assert effect(found) == (("actor/lake-guard", "actor/valley-guard"), ["one 3"], [], "")


def test_a_split_may_go_to_a_thing_that_is_there() -> None:
    found = run(fix("split-place", SHELLED_BY_NAME, thing="Deir Salim", to="Tel Amra"))
    assert seen(found)[0][0].roles["place"] == (right(AMRA, surface="Deir Salim"),)


def test_what_is_no_name_of_a_thing_links_nothing() -> None:
    found = run(fix("un-alias", thing="Northern Front", name="THE  front"))
    shelled = replace(SHELLED, roles={"initiator": (FRONT,), "place": (SALIM,)})
    assert seen(found) == [[shelled, *articles()[0].reports[1:]], [MORTARS]]
    assert found.lost == {("actor/northern-front", "the front")}
    assert effect(found) == (("actor/northern-front",), ["one 0"], [], "")


def test_a_name_may_be_anothers_in_some_articles() -> None:
    found = run(fix("un-alias", thing="Valley Guard", name="Valley Guard", to="Northern Front",
                    articles=("two.txt",)))  # fmt: skip
    mortars = replace(MORTARS, roles={"initiator": (right(FRONT, surface="Valley Guard"),),
                                      "place": (SALIM,)})  # fmt: skip
    assert seen(found) == [list(articles()[0].reports), [mortars]]
    assert found.lost == frozenset()


def test_a_role_a_source_a_count_and_a_deal_may_lose_their_links() -> None:
    found = run(
        fix("un-alias", thing="Valley Guard", name="Valley Guard", articles=("two.txt",)),
        fix("un-alias", thing="farmers", name="farmers"),
        fix("un-alias", thing="Ostrin truce", name="Ostrin truce", articles=("two.txt",)),
    )
    mortars = replace(MORTARS, roles={"place": (SALIM,)}, source=(), deal=None)
    assert seen(found)[1] == [mortars]
    assert seen(found)[0][0].tolls[0] == replace(SHELLED.tolls[0], victims=())
    assert FARMERS in SHELLED.tolls[0].victims


def test_a_pair_that_loses_an_end_and_a_deal_without_name_are_no_reports() -> None:
    found = run(
        fix("un-alias", thing="Velmara", name="Velmara"),
        fix("un-alias", thing="Ostrin truce", name="Ostrin truce"),
    )
    assert found.numbers == ((0, 1, 2, 4), (0,))
    assert [one.rejected for one in found.effects] == [
        (("article/one", 3),),
        (("article/one", 5),),
    ]


def test_a_confirmed_link_is_sure() -> None:
    weak = replace(GUARD, score=0.4, rule="generic")
    sheets = [sheet("a", report(roles={"initiator": (weak,)}))]
    found = run(fix("confirm-link", thing="Valley Guard", name="Valley Guard"), sheets=sheets)
    assert seen(found) == [[report(roles={"initiator": (right(GUARD),)})]]
    assert (effect(found)[1], found.lost) == (["a 0"], frozenset())


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


def test_a_new_label_and_its_thing_are_told() -> None:
    found = run(fix("rename", thing="Valley Guard", label="Guard of the Valley"))
    assert (seen(found), found.labels) == (
        [list(one.reports) for one in articles()],
        {"actor/valley-guard": "Guard of the Valley"},
    )
    assert effect(found) == (("actor/valley-guard",), [], [], "")


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


def test_a_curated_name_falls_away_though_no_report_uses_it() -> None:
    curated = Entity("actor/velmara", "State", "Velmara", ("The Crown",), (), (), {})
    one = fix("un-alias", thing="Velmara", name="the crown")
    found = apply(articles(), [one], {curated.iri: curated})
    assert effect(found) == (("actor/velmara",), [], [], "")
    assert found.lost == {("actor/velmara", "the crown")}


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


POOL = [
    fix("merge-actors", these=("Northern Front",), into="Velmara"),
    fix("merge-places", these=("Tel Amra",), into="Deir Salim"),
    fix("split-actor", BACKS_BY_NAME, thing="Valley Guard", new="Lake Guard"),
    fix("un-alias", thing="Northern Front", name="the Front"),
    fix("un-alias", thing="farmers", name="farmers", to="Valley Guard"),
    fix("confirm-link", thing="Valley Guard", name="Valley Guard"),
    fix("reject-report", STRUCK_BY_NAME),
    fix("set-date", SHELLED_BY_NAME, begin=DAY),
    fix("set-place", MORTARS_BY_NAME, places=("Tel Amra",)),
    fix("rename", thing="Velmara", label="Realm of Velmara"),
    fix("merge-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
    fix("split-events", POUNDED_BY_NAME, MORTARS_BY_NAME),
]
CHOSEN = st.lists(st.sampled_from(POOL), unique_by=POOL.index).flatmap(
    lambda chosen: st.tuples(st.just(chosen), st.permutations(chosen))
)


@given(CHOSEN)
def test_the_order_of_corrections_and_articles_means_nothing(
    chosen: tuple[list[Correction], list[Correction]],
) -> None:
    one = apply(articles(), chosen[0])
    other = apply(articles()[::-1], chosen[1])
    assert other.sheets[::-1] == one.sheets
    assert other.numbers[::-1] == one.numbers
    assert other.constraints == one.constraints
    assert (other.labels, other.merged, other.lost) == (one.labels, one.merged, one.lost)
    by_what = {id(effect.correction): effect for effect in one.effects}
    assert all(by_what[id(effect.correction)] == effect for effect in other.effects)


@given(CHOSEN)
def test_what_is_corrected_stays_as_it_is(
    chosen: tuple[list[Correction], list[Correction]],
) -> None:
    once = apply(articles(), chosen[0])
    assert apply(once.sheets, chosen[0]).sheets == once.sheets


def test_what_was_told_is_left_as_it_was() -> None:
    before, sheets = articles(), articles()
    apply(sheets, POOL)
    assert sheets == before


def test_every_link_of_the_pool_names_a_thing_that_is_there() -> None:
    links = [link.iri for one, r in itertools.product(articles(), range(7))
             for report in one.reports[r : r + 1] for link in links_of(report)]  # fmt: skip
    assert {"actor/northern-front", "place/tel-amra", "deal/ostrin-truce"} <= set(links)
