"""Companions that hang on a word beside the trigger: who is blamed, who threw what struck."""

from __future__ import annotations

import pytest

from extract.filled import slots


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "attacks blamed on X"
        (
            "attack/NOUN/root@0 blamed/VERB/acl@1/blame on/ADP/case@4 rebels/NOUN/obl@2",
            {"by": ["rebels"]},
        ),
        ("attack/NOUN/root@0 blamed/VERB/acl@1/blame in/ADP/case@4 press/NOUN/obl@2", {}),
        ("attack/NOUN/root@0 seen/VERB/acl@1/see on/ADP/case@4 film/NOUN/obl@2", {}),
        # "blamed X for the attack", "X is responsible for the attack"
        (
            "we/PRON/nsubj@2 blamed/VERB/root@0/blame rebels/NOUN/obj@2 for/ADP/case@5 attack/NOUN/obl@2",
            {"by": ["rebels"]},
        ),
        (
            (
                "rebels/NOUN/nsubj@3 are/AUX/cop@3 responsible/ADJ/root@0 for/ADP/case@5 "
                "attack/NOUN/obl@3"
            ),
            {"by": ["rebels"]},
        ),
        (
            "we/PRON/nsubj@2 blamed/VERB/root@0/blame rebels/NOUN/obj@2 after/ADP/case@5 attack/NOUN/obl@2",
            {},
        ),
        (
            "we/PRON/nsubj@2 thanked/VERB/root@0/thank rebels/NOUN/obj@2 for/ADP/case@5 attack/NOUN/obl@2",
            {},
        ),
        # "blamed the attack on X", "the attack was blamed on X"
        (
            "we/PRON/nsubj@2 blamed/VERB/root@0/blame attack/NOUN/obj@2 on/ADP/case@5 rebels/NOUN/obl@2",
            {"by": ["rebels"], "on": ["rebels"]},
        ),
        (
            (
                "attack/NOUN/nsubj:pass@3 was/AUX/aux:pass@3 blamed/VERB/root@0/blame "
                "on/ADP/case@5 rebels/NOUN/obl@3"
            ),
            {"by": ["rebels"], "on": ["rebels"]},
        ),
    ],
)
def test_who_is_blamed_did_it(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "the attack that rebels led at dawn on the town"
        (
            (
                "attack/NOUN/root@0 that/PRON/obj@4 rebels/NOUN/nsubj@4 led/VERB/acl:relcl@1/lead "
                "on/ADP/case@6 town/NOUN/obl@4"
            ),
            {"by": ["rebels"], "on": ["town"]},
        ),
        # "the attack that led to war": an attack does not lead itself
        (
            (
                "attack/NOUN/root@0 that/PRON/nsubj@3 led/VERB/acl:relcl@1/lead to/ADP/case@5 "
                "war/NOUN/obl@3"
            ),
            {},
        ),
        # of another verb nobody is told to have done it
        ("attack/NOUN/root@0 that/PRON/obj@4 rebels/NOUN/nsubj@4 saw/VERB/acl:relcl@1/see", {}),
    ],
)
def test_a_clause_behind_a_noun_says_who_did_it(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


STANDING = "jets/NOUN/nsubj@4 {} {}/ADP/case@4 attack/NOUN/root@0"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (STANDING.format("were/AUX/cop@4", "behind"), {"subject": ["jets"]}),
        (STANDING.format("were/AUX/cop@4", "on"), {"subject": ["jets"]}),
        (STANDING.format("were/AUX/cop@4", "under"), {"sufferer": ["jets"]}),
        (
            "jets/NOUN/nsubj@5 were/AUX/cop@5 out/ADP/case@5 of/ADP/case@5 attack/NOUN/root@0",
            {"sufferer": ["jets"]},
        ),
        (
            STANDING.format("were/AUX/cop@4", "under") + " tanks/NOUN/conj@1",
            {"sufferer": ["jets", "tanks"]},
        ),
        # before or near it, and without "be"
        (STANDING.format("were/AUX/cop@4", "before"), {}),
        (STANDING.format("soon/ADV/advmod@4", "behind"), {}),
    ],
)
def test_who_stands_behind_or_under_it(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # whoever led the weapon struck with it
        (
            (
                "rockets/NOUN/nsubj@5/rocket led/VERB/acl@1/lead by/ADP/case@4 jets/NOUN/obl:agent@2 "
                "bombed/VERB/root@0/bomb town/NOUN/obj@5"
            ),
            {"subject": ["rockets"], "by": ["jets"], "object": ["town"]},
        ),
        (
            (
                "rockets/NOUN/nsubj@5/rocket seen/VERB/acl@1/see by/ADP/case@4 jets/NOUN/obl:agent@2 "
                "bombed/VERB/root@0/bomb town/NOUN/obj@5"
            ),
            {"subject": ["rockets"], "object": ["town"]},
        ),
    ],
)
def test_who_threw_the_weapon_that_struck(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


@pytest.mark.parametrize(
    ("rows", "owners"),
    [
        # "Avenian regime and Borlandic strikes"
        ("regime/NOUN/root@0 and/CCONJ/cc@4 Borlandic/ADJ/amod@4 strikes/NOUN/conj@1/strike",
         ["regime", "Borlandic"]),
        # no owner beside it, one with an article, a verb in front
        ("regime/NOUN/root@0 and/CCONJ/cc@3 strikes/NOUN/conj@1/strike", []),
        ("town/NOUN/root@0 the/DET/det@4 Borlandic/ADJ/amod@4 strikes/NOUN/conj@1/strike",
         ["Borlandic"]),
        ("ran/VERB/root@0 and/CCONJ/cc@4 Borlandic/ADJ/amod@4 strikes/NOUN/conj@1/strike",
         ["Borlandic"]),
        ("town/NOUN/root@0 of/ADP/case@4 Borlandic/ADJ/amod@4 strikes/NOUN/nmod@1/strike",
         ["Borlandic"]),
    ],
)  # fmt: skip
def test_a_noun_before_an_owned_event_noun_is_a_second_owner(rows: str, owners: list[str]) -> None:
    assert slots(rows).get("owner", []) == owners


def test_an_event_noun_before_an_owned_event_noun_is_an_event() -> None:
    rows = "shelling/NOUN/root@0 and/CCONJ/cc@4 Borlandic/ADJ/amod@4 strikes/NOUN/conj@1/strike"
    assert slots(rows, 1)["owner"] == ["Borlandic"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "clashes erupted for the first time between X and Y"
        (
            (
                "clashes/NOUN/nsubj@2/clash erupted/VERB/root@0/erupt for/ADP/case@4 time/NOUN/obl@2 "
                "between/ADP/case@6 rebels/NOUN/nmod@4"
            ),
            {"between": ["rebels"]},
        ),
        (
            (
                "clashes/NOUN/nsubj@2/clash erupted/VERB/root@0/erupt for/ADP/case@4 land/NOUN/obl@2 "
                "between/ADP/case@6 rivers/NOUN/nmod@4"
            ),
            {},
        ),
        # "the bombing of the town by X"
        (
            ("attack/NOUN/root@0 on/ADP/case@3 town/NOUN/nmod@1 by/ADP/case@5 rebels/NOUN/nmod@3"),
            {"by": ["rebels"], "on": ["town"]},
        ),
        (
            ("attack/NOUN/root@0 in/ADP/case@3 town/NOUN/nmod@1 by/ADP/case@5 river/NOUN/nmod@3"),
            {"in": ["town"]},
        ),
    ],
)
def test_companions_that_hang_on_a_word_beside(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected
