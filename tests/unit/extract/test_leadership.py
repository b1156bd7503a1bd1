"""A person with an office beside the name leads or speaks for the body named with it."""

from __future__ import annotations

import pytest

from extract.trees import context, to, told
from kg.extract.leadership import leaders
from kg.resolve.context import Context


def found(rows: str, within: Context | None = None) -> list[tuple[str, str, str, str]]:
    """Person, organization, role and the office's word of each leader."""
    return [
        (each.person.label, each.organization.label, each.role, each.word.text)
        for each in leaders(told(rows, within).now)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # in front of the name, with a comma before it or none
        (
            "RF/PROPN/compound@2 leader/NOUN/compound@3 Sol/PROPN/nsubj@4 won/VERB/root@0",
            [("Mira Sol", "Red Front", "leader", "leader")],
        ),
        (
            (
                "RF/PROPN/compound@2 leader/NOUN/nsubj@5 ,/PUNCT/punct@4 Sol/PROPN/appos@2 "
                "won/VERB/root@0"
            ),
            [("Mira Sol", "Red Front", "leader", "leader")],
        ),
        # an office before the body is told alone
        (
            "leader/NOUN/compound@4 of/ADP/case@3 RF/PROPN/nmod@1 Sol/PROPN/root@0",
            [("Mira Sol", "Red Front", "leader", "leader")],
        ),
        # the office with its adjectives, without the body
        (
            "Borlandic/ADJ/amod@3 foreign/ADJ/amod@3 minister/NOUN/compound@4 Sol/PROPN/root@0",
            [("Mira Sol", "Borland", "foreign minister", "minister")],
        ),
        # what stands before another comma is another thing
        (
            (
                "GL/PROPN/dep@5 ,/PUNCT/punct@1 RF/PROPN/compound@4 leader/NOUN/compound@5 "
                "Sol/PROPN/root@0"
            ),
            [("Mira Sol", "Red Front", "leader", "leader")],
        ),
        # behind the name
        (
            (
                "Sol/PROPN/nsubj@7 ,/PUNCT/punct@4 the/DET/det@4 leader/NOUN/appos@1 of/ADP/case@6 "
                "RF/PROPN/nmod@4 won/VERB/root@0"
            ),
            [("Mira Sol", "Red Front", "leader", "leader")],
        ),
        # a name that nobody knows, if the tagger calls it a person
        (
            (
                "RF/PROPN/compound@2 leader/NOUN/compound@4 Anna/PROPN/compound@4//PERSON "
                "Berg/PROPN/root@0//+PERSON"
            ),
            [("Anna Berg", "Red Front", "leader", "leader")],
        ),
        (
            (
                "RF/PROPN/compound@2 leader/NOUN/compound@4 Anna/PROPN/compound@4//ORG "
                "Berg/PROPN/root@0//+ORG"
            ),
            [],
        ),
        # no comma, a verb between, a relative clause, no name, no body, a person as body
        ("Sol/PROPN/root@0 the/DET/det@3 leader/NOUN/dep@1 of/ADP/case@5 RF/PROPN/nmod@3", []),
        (
            (
                "Sol/PROPN/root@0 ,/PUNCT/punct@1 who/PRON/nsubj@4 leader/NOUN/dep@1 of/ADP/case@6 "
                "RF/PROPN/nmod@4"
            ),
            [],
        ),
        (
            "RF/PROPN/nsubj@3 leader/NOUN/obj@3 saw/VERB/root@0 Sol/PROPN/obj@3",
            [],
        ),
        ("RF/PROPN/compound@2 leader/NOUN/root@0", []),
        ("big/ADJ/amod@2 leader/NOUN/compound@3 Sol/PROPN/root@0", []),
        ("RF/PROPN/compound@2 friend/NOUN/compound@3 Sol/PROPN/root@0", []),
        # a title does not reach over somebody else, in front or behind
        (
            "RF/PROPN/compound@2 leader/NOUN/root@0 Anna/PROPN/dep@2//PERSON Sol/PROPN/dep@2",
            [("Anna", "Red Front", "leader", "leader")],
        ),
        (
            (
                "Sol/PROPN/root@0 ,/PUNCT/punct@1 Anna/PROPN/dep@1//PERSON leader/NOUN/dep@1 "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
        # of two bodies the nearest to the office
        (
            "Casland/PROPN/dep@4 Borland/PROPN/compound@3 leader/NOUN/compound@4 Sol/PROPN/root@0",
            [("Mira Sol", "Borland", "leader", "leader")],
        ),
        # the name ends the sentence behind a comma, the title reaches to its end
        (
            "Sol/PROPN/root@0 ,/PUNCT/punct@1 leader/NOUN/appos@1",
            [],
        ),
        # a word of nine before the name is still of the title, one of ten is not
        (
            "RF/PROPN/dep@9" + " old/ADJ/dep@9" * 7 + " leader/NOUN/root@0 Sol/PROPN/dep@9",
            [("Mira Sol", "Red Front", "old old old old old old old leader", "leader")],
        ),
        (
            "RF/PROPN/dep@10" + " old/ADJ/dep@10" * 8 + " leader/NOUN/root@0 Sol/PROPN/dep@10",
            [],
        ),
        # an office whose holder leads nobody
        ("WC/PROPN/compound@2 envoy/NOUN/compound@3 Sol/PROPN/root@0", []),
        # the name ends the sentence
        ("saw/VERB/root@0 Sol/PROPN/obj@1", []),
    ],
)
def test_leaders_of_a_sentence(rows: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found(rows) == expected


def test_a_person_named_twice_leads_once() -> None:
    title = "RF/PROPN/compound@2 leader/NOUN/compound@3 Sol/PROPN/root@0"
    twice = f"{title} GL/PROPN/compound@5 leader/NOUN/compound@6 Sol/PROPN/dep@3"
    assert found(twice) == [("Mira Sol", "Red Front", "leader", "leader")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "the group, led by X", "X leads the group"
        (
            "RF/PROPN/root@0 ,/PUNCT/punct@3 led/VERB/acl@1/lead by/ADP/case@5 Sol/PROPN/obl:agent@3",
            [("Mira Sol", "Red Front", "leader", "led")],
        ),
        (
            "Sol/PROPN/nsubj@2 leads/VERB/root@0/lead RF/PROPN/obj@2",
            [("Mira Sol", "Red Front", "leader", "leads")],
        ),
        (
            "Mira/PROPN/compound@2 Sol/PROPN/nsubj@3 leads/VERB/root@0/lead RF/PROPN/obj@3",
            [("Mira Sol", "Red Front", "leader", "leads")],
        ),
        # who is led or only helped, another verb, another body, nobody led
        (
            "GL/PROPN/nsubj@2 leads/VERB/root@0/lead RF/PROPN/obj@2 for/ADP/case@5 Sol/PROPN/obl@2",
            [],
        ),
        ("RF/PROPN/nsubj@2 leads/VERB/root@0/lead Sol/PROPN/obj@2", []),
        ("Sol/PROPN/nsubj@2 sees/VERB/root@0/see RF/PROPN/obj@2", []),
        ("Sol/PROPN/nsubj@2 leads/VERB/root@0/lead civilians/NOUN/obj@2/civilian", []),
        ("Sol/PROPN/nsubj@2 leads/VERB/root@0/lead Anna/PROPN/obj@2//PERSON", []),
        ("Sol/PROPN/nsubj@2 leads/VERB/root@0/lead", []),
        # "rebels under X"
        (
            "rebels/NOUN/root@0/rebel under/ADP/case@3 Sol/PROPN/nmod@1",
            [("Mira Sol", "rebels (Avenia)", "leader", "rebels")],
        ),
        ("rebels/NOUN/root@0/rebel beside/ADP/case@3 Sol/PROPN/nmod@1", []),
        ("towns/NOUN/root@0/town under/ADP/case@3 Sol/PROPN/nmod@1", []),
        ("lived/VERB/root@0/live under/ADP/case@3 Sol/PROPN/obl@1", []),
        # a title goes before the verb
        (
            (
                "WC/PROPN/compound@2 minister/NOUN/compound@3 Sol/PROPN/nsubj@4 leads/VERB/root@0/lead "
                "RF/PROPN/obj@4"
            ),
            [("Mira Sol", "World Council", "minister", "minister")],
        ),
    ],
)
def test_who_is_told_to_lead(rows: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        "its/PRON/nmod:poss@2 leader/NOUN/compound@3 Sol/PROPN/nsubj@4 won/VERB/root@0",
        (
            "the/DET/det@2 side/NOUN/nmod:poss@4 's/PART/case@2 leader/NOUN/compound@5 "
            "Sol/PROPN/nsubj@6 won/VERB/root@0"
        ).replace("side", "group"),
        "Sol/PROPN/nsubj@5 ,/PUNCT/punct@4 its/PRON/nmod:poss@4 leader/NOUN/appos@1 won/VERB/root@0",
    ],
)
def test_its_leader_leads_the_group_told_of_last(rows: str) -> None:
    within = context()
    for iri in ("actor/green-legion", "actor/red-front"):
        within.remember(to(iri))
    assert found(rows, within) == [("Mira Sol", "Red Front", "leader", "leader")]
    assert found(rows) == []


TITLE = "{}/NOUN/compound@2 {}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # who holds no office that is known is of the state in focus
        (TITLE.format("President", "Berg/PROPN/root@0//PERSON"), [("Berg", "Avenia")]),
        # who does, of that state; of whom it is known that he holds none, nobody
        (TITLE.format("President", "Kern/PROPN/root@0"), [("Ana Kern", "Borland")]),
        (TITLE.format("President", "Sol/PROPN/root@0"), []),
        # an office that is not always of a state
        (TITLE.format("leader", "Berg/PROPN/root@0//PERSON"), []),
        (TITLE.format("leader", "Kern/PROPN/root@0"), []),
        # the body that is told goes before
        (
            "RF/PROPN/compound@2 president/NOUN/compound@3 Kern/PROPN/root@0",
            [("Ana Kern", "Red Front")],
        ),
    ],
)
def test_a_president_without_a_body_is_of_a_state(
    rows: str, expected: list[tuple[str, str]]
) -> None:
    assert [(person, body) for person, body, _, _ in found(rows)] == expected


def test_a_president_is_of_no_state_where_none_is_in_focus() -> None:
    rows = TITLE.format("President", "Berg/PROPN/root@0//PERSON")
    assert found(rows, context("")) == []
