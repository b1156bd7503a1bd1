"""The companions of a trigger stand in slots, however the sentence puts them."""

from __future__ import annotations

import pytest

from extract.filled import slots


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "rebels/NOUN/nsubj@2 attacked/VERB/root@0/attack troops/NOUN/obj@2",
            {"subject": ["rebels"], "object": ["troops"]},
        ),
        (
            (
                "troops/NOUN/nsubj:pass@3 were/AUX/aux:pass@3 attacked/VERB/root@0/attack "
                "by/ADP/case@5 rebels/NOUN/obl:agent@3"
            ),
            {"subject": ["rebels"], "object": ["troops"]},
        ),
        (
            "troops/NOUN/nsubj@2 attacked/VERB/root@0/attack from/ADP/case@4 hills/NOUN/obl@2",
            {"subject": ["troops"], "from": ["hills"]},
        ),
        # a participle in front of its noun
        (
            "captured/VERB/amod@2/capture town/NOUN/root@0",
            {"object": ["town"]},
        ),
        # what is thrown carries where it goes
        (
            (
                "troops/NOUN/nsubj@2 bombed/VERB/root@0/bomb shells/NOUN/obj@2 on/ADP/case@5 "
                "town/NOUN/nmod@3"
            ),
            {"subject": ["troops"], "object": ["shells"], "on": ["town"]},
        ),
        (
            (
                "troops/NOUN/nsubj@2 bombed/VERB/root@0/bomb shells/NOUN/obj@2 of/ADP/case@5 "
                "tin/NOUN/nmod@3"
            ),
            {"subject": ["troops"], "object": ["shells"]},
        ),
        # an oblique behind the verb's own particle is its object
        (
            (
                "they/PRON/nsubj@2 took/VERB/root@0/take over/ADP/compound:prt@2 over/ADP/case@5 "
                "town/NOUN/obl@2"
            ),
            {"subject": ["they"], "over": ["town"], "object": ["town"]},
        ),
        # who fights beside the subject
        (
            (
                "army/NOUN/nsubj@6 ,/PUNCT/punct@3 backed/VERB/acl@1/back by/ADP/case@5 "
                "jets/NOUN/obl:agent@3 attacked/VERB/root@0/attack"
            ),
            {"subject": ["army"], "beside": ["jets"]},
        ),
        (
            (
                "army/NOUN/nsubj@5 ,/PUNCT/punct@3 shelled/VERB/acl@1/shell jets/NOUN/obl:agent@3 "
                "attacked/VERB/root@0/attack"
            ),
            {"subject": ["army"]},
        ),
    ],
)
def test_around_a_verb(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # owners and agents
        (
            "the/DET/det@3 Russian/ADJ/amod@3 attack/NOUN/root@0 by/ADP/case@5 jets/NOUN/nmod@3",
            {"owner": ["Russian"], "by": ["jets"]},
        ),
        (
            "Russian/ADJ/amod@4 and/CCONJ/cc@3 Syrian/ADJ/conj@1 attacks/NOUN/root@0/attack",
            {"owner": ["Russian", "Syrian"]},
        ),
        # coordinated event nouns share owner, agent and aim
        (
            (
                "Turkish/ADJ/amod@2 shelling/NOUN/root@0 and/CCONJ/cc@4 attacks/NOUN/conj@2/attack "
                "on/ADP/case@6 towns/NOUN/nmod@4"
            ),
            {"owner": ["Turkish"], "on": ["towns"]},
        ),
        # clauses behind the noun
        (
            "attack/NOUN/root@0 led/VERB/acl@1/lead by/ADP/case@4 rebels/NOUN/obl:agent@2",
            {"by": ["rebels"]},
        ),
        (
            "attack/NOUN/root@0 leading/VERB/acl@1/lead to/ADP/case@4 losses/NOUN/obl@2",
            {},
        ),
        (
            "attack/NOUN/root@0 targeting/VERB/acl@1/target rebels/NOUN/obj@2",
            {"targeting": ["rebels"]},
        ),
        ("attack/NOUN/root@0 seen/VERB/acl@1/see by/ADP/case@4 us/PRON/obl:agent@2", {}),
        ("attack/NOUN/root@0 seeing/VERB/acl@1/see rebels/NOUN/obj@2", {}),
        (
            (
                "attack/NOUN/root@0 which/PRON/nsubj:pass@4 was/AUX/aux:pass@4 "
                "led/VERB/acl:relcl@1/lead by/ADP/case@6 rebels/NOUN/obl:agent@4"
            ),
            {"by": ["rebels"]},
        ),
        # the light verb that carries the noun
        (
            (
                "rebels/NOUN/nsubj@2 launched/VERB/root@0/launch attacks/NOUN/obj@2/attack "
                "against/ADP/case@5 troops/NOUN/obl@2"
            ),
            {"subject": ["rebels"], "against": ["troops"]},
        ),
        (
            "rebels/NOUN/nsubj@2 suffered/VERB/root@0/suffer attacks/NOUN/obj@2/attack",
            {"sufferer": ["rebels"]},
        ),
        (
            (
                "attacks/NOUN/nsubj:pass@3/attack were/AUX/aux:pass@3 launched/VERB/root@0/launch "
                "by/ADP/case@5 rebels/NOUN/obl:agent@3"
            ),
            {"subject": ["rebels"], "by": ["rebels"]},
        ),
        # phrases that the parser hung on another verb
        (
            (
                "clashes/NOUN/nsubj@2/clash erupted/VERB/root@0/erupt between/ADP/case@4 "
                "rebels/NOUN/obl@2 in/ADP/case@6 town/NOUN/obl@2"
            ),
            {"between": ["rebels"]},
        ),
        ("clashes/NOUN/nmod@2/clash year/NOUN/root@0 between/ADP/case@4 us/PRON/nmod@2", {}),
    ],
)
def test_around_a_noun(rows: str, expected: dict[str, list[str]]) -> None:
    assert slots(rows) == expected


def test_of_coordinated_nouns_the_later_takes_the_owner_of_the_earlier() -> None:
    rows = (
        "Turkish/ADJ/amod@2 shelling/NOUN/root@0 and/CCONJ/cc@4 attacks/NOUN/conj@2/attack "
        "by/ADP/case@6 jets/NOUN/nmod@4"
    )
    assert slots(rows, 1) == {"owner": ["Turkish"], "by": ["jets"]}
    owned = rows.replace("and/CCONJ/cc@4", "Greek/ADJ/amod@4")
    assert slots(owned, 1) == {"owner": ["Greek"], "by": ["jets"]}
