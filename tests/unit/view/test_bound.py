"""The first view of a graph: the heaviest, what connects them, and groups among them."""

from __future__ import annotations

from itertools import combinations

from kg.view.bound import first_view
from kg.view.communities import communities
from kg.view.elements import Edge, Kind, Node


def nodes(names: str) -> list[Node]:
    return [Node(name, name, Kind.ACTOR, "State", "State") for name in names]


def edges(pairs: list[str]) -> list[Edge]:
    return [Edge(pair[0], "backs", pair[1], "Asserted") for pair in pairs]


def test_the_heaviest_come_first() -> None:
    assert first_view(nodes("abcd"), edges(["ab", "bc", "cd"]), 2) == {"a", "b"}


def test_a_lesser_one_is_added_where_it_connects_two_parts() -> None:
    heavy = "abcdefghij"
    pairs = [*(heavy[at : at + 2] for at in range(0, 10, 2)), "xa", "xc", "ya", "yb"]
    assert first_view(nodes(heavy + "xy"), edges(pairs), 10) == {*heavy, "x"}


def test_no_more_than_a_fifth_is_added() -> None:
    heavy = "abcdefghij"
    pairs = [f"{heavy[at]}{between}" for at, between in enumerate("klmnopqrs")]
    pairs += [f"{heavy[at + 1]}{between}" for at, between in enumerate("klmnopqrs")]
    assert first_view(nodes(heavy + "klmnopqrs"), edges(pairs), 10) == {*heavy, "k", "l"}


def test_what_nothing_joins_is_left_out_unless_nothing_is_joined() -> None:
    assert first_view(nodes("abc"), edges(["ab"]), 5) == {"a", "b"}
    assert first_view(nodes("abc"), [], 2) == {"a", "b"}
    assert first_view(nodes("ab"), edges(["aa"]), 2) == {"a", "b"}


def test_communities_are_those_who_are_joined_among_themselves() -> None:
    pairs = ["".join(pair) for group in ("abcde", "wxyz") for pair in combinations(group, 2)]
    found = communities(nodes("abcdewxyzq"), edges([*pairs, "aw"]))
    assert found == {**dict.fromkeys("abcde", 0), **dict.fromkeys("wxyz", 1)}
