"""Groups of happenings: what agrees best is joined first, and never what a bar parts."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.happening import FIFTY, SALIM, day, geography, happening
from kg import resources
from kg.graph.agreement import Agreement, Comparison
from kg.graph.clusters import Join, clusters
from kg.graph.happenings import Happening
from kg.graph.signs import load_signs
from kg.graph.tree import superclasses

ONTOLOGY = resources.folder("ontology")
COMPARISON = Comparison(load_signs(ONTOLOGY), superclasses(ONTOLOGY), geography())
BARRED = Agreement(0.0, (), "barred")


def grouped(
    found: list[Happening],
    agree: Callable[[Happening, Happening], Agreement],
    enough: float = 1.0,
    without: frozenset[tuple[str, str]] = frozenset(),
) -> list[str]:
    """Each group as the keys of its members, all pairs compared but those left out."""

    def compared(one: Happening, other: Happening) -> Agreement | None:
        pair = (min(one.key, other.key), max(one.key, other.key))
        return None if pair in without else agree(one, other)

    return [
        "".join(m.key for m in group.members)
        for group in clusters(
            found, likely(found, compared, enough), compared, parts(agree), enough
        )
    ]


def parts(
    agree: Callable[[Happening, Happening], Agreement],
) -> Callable[[Happening, Happening], bool]:
    """Whether the agreement bars a pair."""

    def barred(one: Happening, other: Happening) -> bool:
        return bool(agree(one, other).bar)

    return barred


def likely(
    found: list[Happening],
    agree: Callable[[Happening, Happening], Agreement | None],
    enough: float = 1.0,
) -> dict[tuple[str, str], Agreement]:
    """The pairs that agree well enough to be joined."""
    ordered = sorted(found, key=lambda each: each.key)
    told = {(a.key, b.key): agree(a, b) for a, b in combinations(ordered, 2)}
    return {
        pair: each
        for pair, each in told.items()
        if each is not None and not each.bar and each.score >= enough
    }


def scored(**scores: float | None) -> Callable[[Happening, Happening], Agreement]:
    """An agreement by the two keys in order; a pair that is None is barred, one not told is 0."""

    def agree(one: Happening, other: Happening) -> Agreement:
        score = scores.get("".join(sorted((one.key, other.key))), 0.0)
        return BARRED if score is None else Agreement(score, ("sign",))

    return agree


def some(keys: str) -> list[Happening]:
    return [happening(key) for key in keys]


def test_what_agrees_well_enough_is_one() -> None:
    assert grouped(some("ab"), scored(ab=1.0)) == ["ab"]
    assert grouped(some("ab"), scored(ab=0.99)) == ["a", "b"]


def test_a_bar_between_two_members_keeps_their_groups_apart() -> None:
    assert grouped(some("abc"), scored(ab=3, bc=2, ac=None)) == ["ab", "c"]
    assert grouped(some("abc"), scored(ab=3, bc=2, ac=2)) == ["abc"]
    # of four, one barred pair is enough
    assert grouped(some("abcd"), scored(ab=5, cd=5, ac=4, bd=4, bc=4, ad=None)) == ["ab", "cd"]


def test_the_best_pair_is_joined_first() -> None:
    assert grouped(some("abc"), scored(ab=2, bc=3, ac=None)) == ["a", "bc"]


def test_ties_are_broken_by_key() -> None:
    assert grouped(some("abc"), scored(ab=2, bc=2, ac=None)) == ["ab", "c"]


def test_groups_need_the_mean_of_their_average_and_their_best_pair() -> None:
    # ac 1.2 and bc 0.4: average 0.8, best 1.2, mean 1.0; with bc 0.3: 0.75 and 0.975
    assert grouped(some("abc"), scored(ab=3, ac=1.2, bc=0.4)) == ["abc"]
    assert grouped(some("abc"), scored(ab=3, ac=1.2, bc=0.3)) == ["ab", "c"]


def test_a_pair_that_has_nothing_in_common_counts_no_less_than_the_least() -> None:
    # average 0.5 and best 1.5 with bc at the least, -0.5
    assert grouped(some("abc"), scored(ab=3, ac=1.5, bc=-9)) == ["abc"]
    assert grouped(some("abc"), scored(ab=3, ac=1.4, bc=-9)) == ["ab", "c"]


def test_a_pair_that_was_not_compared_counts_as_unknown() -> None:
    agree = scored(ab=3, ac=1.2, bc=-9)
    assert grouped(some("abc"), agree) == ["ab", "c"]
    assert grouped(some("abc"), agree, without=frozenset([("b", "c")])) == ["abc"]


def test_a_bar_parts_a_pair_that_was_no_candidate() -> None:
    agree = scored(ab=3, ac=1.2, bc=None)
    assert grouped(some("abc"), agree, without=frozenset([("b", "c")])) == ["ab", "c"]


def test_each_join_is_told_by_its_best_pair() -> None:
    agree, found = scored(ab=3, bc=2, ac=1), some("abc")
    (group,) = clusters(found, likely(found, agree), agree, parts(agree), 1.0)
    assert group.joins == [
        Join("a", "b", Agreement(3, ("sign",))),
        Join("b", "c", Agreement(2, ("sign",))),
    ]


def told(**given: Any) -> dict[str, Any]:
    words = {"words": ["hospital", "barn", "roof"], "names": ["oram"], "runs": [7]}
    return words | {"issued": day(0)} | given


#: Three tellings of which the middle one may be either of the others, and these two are not one.
CHAINS = [
    ("two places 50 km apart", {"places": [SALIM]}, {"places": []}, {"places": [FIFTY]}),
    (
        "two dates a week apart",
        {"on": (0, 0)},
        {"on": (None, None), "dated": False},
        {"on": (7, 7)},
    ),
    (
        "two perpetrators of one source",
        {"initiator": ["actor/front"], "sources": ["actor/monitor"]},
        {"sources": ["actor/agency"]},
        {"initiator": ["actor/army"], "sources": ["actor/monitor"]},
    ),
    (
        "two countries",
        {"places": ["place/ostrin"]},
        {"places": []},
        {"places": ["place/ilmar-hill"]},
    ),
    ("a span and a day", {"on": (0, 0)}, {"on": (-8, 0)}, {"on": (-16, 0)}),
]


@pytest.mark.parametrize(("_", "first", "middle", "last"), CHAINS, ids=[c[0] for c in CHAINS])
def test_no_chain_of_tellings_joins_what_contradicts_itself(
    _: str, first: dict[str, Any], middle: dict[str, Any], last: dict[str, Any]
) -> None:
    a, b, c = (
        happening(k, **told(**given)) for k, given in zip("abc", (first, middle, last), strict=True)
    )
    enough = COMPARISON.signs.enough
    assert COMPARISON.of(a, c).bar != ""
    # each of the two would be joined with the middle one
    assert grouped([a, b], COMPARISON.of, enough) == ["ab"]
    assert grouped([b, c], COMPARISON.of, enough) == ["bc"]
    found = grouped([a, b, c], COMPARISON.of, enough)
    assert sorted(found) in (["a", "bc"], ["ab", "c"])


SCORES = st.dictionaries(
    st.sampled_from([a + b for a, b in combinations("abcdef", 2)]),
    st.none() | st.integers(-2, 4).map(float),
)


@given(SCORES, st.integers(0, 99))
def test_groups_hang_on_the_set_alone_and_hold_no_barred_pair(
    scores: dict[str, float | None], seed: int
) -> None:
    happenings_ = some("abcdef")
    expected = grouped(happenings_, scored(**scores))
    random.Random(seed).shuffle(happenings_)  # noqa: S311 - any shuffle will do
    assert grouped(happenings_, scored(**scores)) == expected
    assert sorted("".join(expected)) == list("abcdef")
    for group in expected:
        assert not any(scores.get(a + b, 0.0) is None for a, b in combinations(group, 2))
