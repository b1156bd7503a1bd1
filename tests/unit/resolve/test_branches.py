"""Which group "the former branch of X" means: the one that is, or was, its branch at home."""

from __future__ import annotations

import datetime

import pytest

from kg.resolve.branches import branch_of
from resolve.velmara import HOME, context, reading, to

SHIELD = to("actor/iron-shield", "Iron Shield", "label", 1.0)
FRONT = to("actor/northern-front", "NF", "label", 1.0)
COALITION = to("actor/river-coalition", "River Coalition", "label", 1.0)

BRANCH = "branch/NOUN/root@0"
FORMER = "former/ADJ/amod@2 branch/NOUN/root@0"


def branch(rows: str, issued: str = "", *, of: str = "", country: str = HOME) -> tuple[str, str]:
    """Label and rule of the branch of Iron Shield, or of another group, as told on a day."""
    article = context(country)
    article.issued = datetime.date.fromisoformat(issued) if issued else None
    parents = {"": SHIELD, "front": FRONT, "coalition": COALITION}
    found = branch_of(parents[of], reading(rows).the("branch"), article)
    return (found.label, found.rule) if found is not None else ("", "")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2015-03-01", "Shield Men"),
        ("2016-07-27", "Shield Men"),
        # it had become another group
        ("2016-07-28", ""),
        ("", "Shield Men"),
    ],
)
def test_a_branch_is_the_group_that_is_part_of_its_parent_on_the_day(
    issued: str, expected: str
) -> None:
    assert branch(BRANCH, issued) == ((expected, "branch") if expected else ("", ""))


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2016-07-28", "New Dawn"),
        ("2017-01-27", "New Dawn"),
        # what became of what the branch became
        ("2017-01-28", "Dawn Union"),
        ("2026-01-01", "Dawn Union"),
        # while it still was one, it was no former one
        ("2016-07-27", ""),
        # without a day it may be either
        ("", ""),
    ],
)
def test_a_former_branch_is_whoever_the_branch_had_become_on_the_day(
    issued: str, expected: str
) -> None:
    assert branch(FORMER, issued) == ((expected, "former branch") if expected else ("", ""))


@pytest.mark.parametrize(
    "rows",
    [
        "erstwhile/ADJ/amod@2 branch/NOUN/root@0",
        "ex-local/ADJ/amod@2 branch/NOUN/root@0",
        "branch/NOUN/root@0 of/ADP/case@3 ex-Shield/PROPN/nmod@1",
    ],
)
def test_former_is_told_in_several_words(rows: str) -> None:
    assert branch(rows, "2018-01-01") == ("Dawn Union", "former branch")


def test_a_branch_that_now_is_of_another_group_is_not_told_of_the_old_one() -> None:
    assert branch(FORMER, "2018-01-01", of="front") == ("", "")
    assert branch(BRANCH, "2018-01-01", of="coalition") == ("Lake Guard", "branch")


def test_of_two_branches_neither_is_meant() -> None:
    assert branch(BRANCH, of="front") == ("", "")


@pytest.mark.parametrize("country", ["place/korland", ""])
def test_a_branch_is_in_the_country_in_focus(country: str) -> None:
    assert branch(BRANCH, "2015-03-01", country=country) == ("", "")


@pytest.mark.parametrize(
    ("rows", "iri", "rule"),
    [
        ("the/DET/det@4 Iron/PROPN/compound@3 Shield/PROPN/compound@4 branch/NOUN/root@0",
         "actor/shield-men", "branch"),
        ("Iron/PROPN/compound@2 Shield/PROPN/nmod:poss@4 local/ADJ/amod@4 affiliate/NOUN/root@0",
         "actor/shield-men", "branch"),
        # of nobody, of a state, of a group without one: never the owner itself
        ("the/DET/det@2 branch/NOUN/root@0", "", ""),
        ("Korlandic/ADJ/amod@2 branch/NOUN/root@0", "", ""),
        ("Popular/PROPN/compound@2 Army/PROPN/compound@3 branch/NOUN/root@0", "", ""),
    ],
)  # fmt: skip
def test_the_noun_stands_for_the_branch(rows: str, iri: str, rule: str) -> None:
    told = reading(rows)
    found = told.resolver.by_noun(told.sentence.words[-1])
    assert ((found.iri, found.rule) if found is not None else ("", "")) == (iri, rule)
