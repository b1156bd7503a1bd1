"""An event's tolls are low and high over its articles, and no victim is counted twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sheets import actor, bounded, report, toll
from kg.graph.merged_tolls import Bounds, MergedToll, merged_tolls
from kg.model import Report, Stance, Toll

PEOPLE, CIVILIANS, CHILDREN = (
    actor(name, "Population") for name in ("people", "civilians", "children")
)
JIHADISTS, SOLDIERS = actor("jihadists", "Population"), actor("soldiers", "Population")


def total(
    low: int | None,
    high: int | None,
    *who: str,
    kind: str = "Killed",
    disputed: bool = False,
    best: int | None = None,
) -> MergedToll:
    """A total; the best figure is the least unless told otherwise."""
    return MergedToll(
        kind,
        tuple(f"actor/{each}" for each in who),
        Bounds(low, high),
        total=True,
        disputed=disputed,
        best=low if best is None else best,
    )


def part(low: int | None, high: int | None, *who: str, kind: str = "Killed") -> MergedToll:
    return MergedToll(
        kind, tuple(f"actor/{each}" for each in who), Bounds(low, high), total=False, disputed=False
    )


def telling(*tolls: Toll, stance: Stance = Stance.ASSERTED) -> Report:
    return report(tolls=tolls, stance=stance)


def test_no_tolls_merge_to_none() -> None:
    assert merged_tolls([]) == []
    assert merged_tolls([(0, telling())]) == []


def test_one_toll_is_the_total_without_parts() -> None:
    assert merged_tolls([(0, telling(toll(19, CIVILIANS)))]) == [total(19, 19, "civilians")]


def test_two_groups_of_one_report_add_up() -> None:
    split = telling(toll(19, JIHADISTS), toll(16, SOLDIERS))
    assert merged_tolls([(0, split)]) == [
        total(35, 35, "jihadists", "soldiers"),
        part(19, 19, "jihadists"),
        part(16, 16, "soldiers"),
    ]


@pytest.mark.parametrize("split_first", [False, True])
def test_a_split_told_later_does_not_add_to_the_whole(*, split_first: bool) -> None:
    told = [(0, telling(toll(35, PEOPLE))), (0, telling(toll(19, JIHADISTS), toll(16, SOLDIERS)))]
    assert merged_tolls(told[::-1] if split_first else told) == [
        total(35, 35, "jihadists", "people", "soldiers"),
        part(19, 19, "jihadists"),
        part(35, 35, "people"),
        part(16, 16, "soldiers"),
    ]


def test_a_part_told_later_does_not_add_to_the_whole() -> None:
    told = [(0, telling(toll(35, PEOPLE))), (0, telling(toll(16, SOLDIERS)))]
    assert merged_tolls(told)[0] == total(35, 35, "people", "soldiers")


def test_a_figure_repeated_in_an_article_counts_once() -> None:
    told = [(0, telling(toll(12, CIVILIANS)))] * 3
    assert merged_tolls(told) == [total(12, 12, "civilians")]


def test_an_included_toll_is_a_part_of_the_whole() -> None:
    told = telling(toll(20, CIVILIANS), toll(3, CHILDREN, part_of=0))
    assert merged_tolls([(0, told)]) == [
        total(20, 20, "children", "civilians"),
        part(3, 3, "children"),
        part(20, 20, "civilians"),
    ]


def test_two_outlets_with_two_figures_give_low_and_high_and_a_dispute() -> None:
    told = [(0, telling(toll(33, PEOPLE))), (1, telling(toll(34, PEOPLE)))]
    assert merged_tolls(told) == [total(33, 34, "people", disputed=True)]


def test_two_outlets_that_agree_are_not_disputed() -> None:
    told = [(0, telling(toll(33, PEOPLE))), (1, telling(toll(33, PEOPLE)))]
    assert merged_tolls(told) == [total(33, 33, "people")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (bounded(30, None, PEOPLE), toll(34, PEOPLE), total(30, None, "people")),
        (bounded(None, 50, PEOPLE), toll(34, PEOPLE), total(34, 50, "people")),
        (bounded(30, 40, PEOPLE), toll(34, PEOPLE), total(30, 40, "people")),
        (bounded(35, None, PEOPLE), toll(34, PEOPLE), total(34, None, "people", disputed=True)),
        (
            bounded(None, 30, PEOPLE),
            toll(34, PEOPLE),
            total(30, 34, "people", disputed=True, best=34),
        ),
        (bounded(30, None, PEOPLE), bounded(40, None, PEOPLE), total(30, None, "people")),
        (bounded(None, 30, PEOPLE), bounded(None, 40, PEOPLE), total(None, 40, "people")),
    ],
)
def test_figures_that_can_both_be_right_are_not_disputed(
    one: Toll, other: Toll, expected: MergedToll
) -> None:
    assert merged_tolls([(0, telling(one)), (1, telling(other))]) == [expected]
    assert merged_tolls([(0, telling(other)), (1, telling(one))]) == [expected]


def test_the_best_figure_is_the_one_that_most_articles_give_or_the_middle_one() -> None:
    def best(*figures: int) -> int | None:
        told = [(n, telling(toll(figure, PEOPLE))) for n, figure in enumerate(figures)]
        return merged_tolls(told)[0].best

    assert best(17, 14, 14) == 14
    assert best(17, 19, 14) == 17
    assert best(17, 14) == 14
    assert best(3, 3, 9, 9, 20) == 3


def test_an_article_corrects_no_other_by_its_own_parts() -> None:
    told = [
        (0, telling(toll(20, CIVILIANS))),
        (0, telling(toll(9, CHILDREN))),
        (1, telling(toll(20, CIVILIANS))),
    ]
    assert merged_tolls(told) == [
        total(20, 20, "children", "civilians"),
        part(9, 9, "children"),
        part(20, 20, "civilians"),
    ]


def test_open_bounds_stay_open_in_a_sum() -> None:
    told = [(0, telling(bounded(20, None, CIVILIANS), toll(5, SOLDIERS)))]
    assert merged_tolls(told)[0] == total(25, None, "civilians", "soldiers")
    told = [(0, telling(bounded(None, 20, CIVILIANS), toll(5, SOLDIERS)))]
    assert merged_tolls(told)[0] == total(5, 25, "civilians", "soldiers")


def test_a_vague_toll_has_no_highest() -> None:
    assert merged_tolls([(0, telling(bounded(24, None, PEOPLE)))]) == [total(24, None, "people")]


def test_kinds_are_counted_apart() -> None:
    told = telling(
        toll(3, PEOPLE), toll(7, PEOPLE, kind="Injured"), toll(2, SOLDIERS, kind="Injured")
    )
    assert merged_tolls([(0, told)]) == [
        total(9, 9, "people", "soldiers", kind="Injured"),
        part(7, 7, "people", kind="Injured"),
        part(2, 2, "soldiers", kind="Injured"),
        total(3, 3, "people"),
    ]


@pytest.mark.parametrize(
    ("stance", "counted"),
    [
        (Stance.ASSERTED, True),
        (Stance.ALLEGED, True),
        (Stance.DENIED, False),
        (Stance.PLANNED, False),
    ],
)
def test_denied_and_planned_tolls_do_not_count(stance: Stance, *, counted: bool) -> None:
    found = merged_tolls([(0, telling(toll(5, PEOPLE), stance=stance))])
    assert found == ([total(5, 5, "people")] if counted else [])


TELLINGS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.lists(
            st.tuples(st.integers(0, 60), st.sampled_from([PEOPLE, CIVILIANS, SOLDIERS])),
            min_size=1,
            max_size=3,
        ),
    ),
    min_size=1,
    max_size=6,
)


@given(TELLINGS, st.randoms(use_true_random=False))
def test_order_never_matters_and_the_total_lies_between_the_articles_figures(
    tellings: list[tuple[int, list[tuple[int, object]]]], chance: object
) -> None:
    told = [(n, telling(*(toll(c, who) for c, who in tolls))) for n, tolls in tellings]  # type: ignore[arg-type]
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = merged_tolls(told)
    assert merged_tolls(shuffled) == found
    figures = {
        n: max(sum(c for c, _ in tolls) for m, tolls in tellings if m == n) for n, _ in tellings
    }
    assert found[0].bounds == Bounds(min(figures.values()), max(figures.values()))
    assert found[0].disputed is (len(set(figures.values())) > 1)
    assert [each.total for each in found].count(True) == 1
