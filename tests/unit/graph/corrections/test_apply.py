"""Each correction of a thing or a name changes what consolidation sees, and nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.corrections.applied import BACKS_BY_NAME, DAY, effect, right, run, seen
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
from kg.graph.corrections.apply import apply
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.effect import Corrected
from kg.graph.quads import links_of
from kg.model import Link
from kg.resolve.world import Entity


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


def test_a_new_label_and_its_thing_are_told() -> None:
    found = run(fix("rename", thing="Valley Guard", label="Guard of the Valley"))
    assert (seen(found), found.labels) == (
        [list(one.reports) for one in articles()],
        {"actor/valley-guard": "Guard of the Valley"},
    )
    assert effect(found) == (("actor/valley-guard",), [], [], "")


def test_a_curated_name_falls_away_though_no_report_uses_it() -> None:
    curated = Entity("actor/velmara", "State", "Velmara", ("The Crown",), (), (), {})
    one = fix("un-alias", thing="Velmara", name="the crown")
    found = apply(articles(), [one], {curated.iri: curated})
    assert effect(found) == (("actor/velmara",), [], [], "")
    assert found.lost == {("actor/velmara", "the crown")}


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
