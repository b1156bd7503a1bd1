"""Words that tell an event are found as the lexicon has them: nouns, verbs, verbs with particles."""

from __future__ import annotations

import pytest

from extract.trees import known, sentence, the
from kg.extract.triggers import light_verb, triggers


def found(rows: str) -> list[tuple[str, str, bool]]:
    """First to last word, first frame and nounhood of each trigger."""
    read = sentence(rows)
    told = []
    for trigger in triggers(read, known().lexicon):
        words = [w.text for w in read.words if trigger.first.i <= w.i <= trigger.last.i]
        told.append((" ".join(words), trigger.frames[0].name, trigger.is_noun))
    return told


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # nouns: by lemma, by form, the longest first, whatever the hyphens
        ("attacks/NOUN/root@0/attack", [("attacks", "attack", True)]),
        ("clashes/NOUN/root@0", [("clashes", "clash", True)]),
        ("sallies/NOUN/root@0/sallies", [("sallies", "sally", True)]),
        ("massacres/NOUN/root@0", [("massacres", "killing", True)]),
        (
            "air/NOUN/compound@2 strikes/NOUN/root@0/strike",
            [("air strikes", "air strike", True)],
        ),
        ("air-strikes/NOUN/root@0/air-strike", [("air-strikes", "air strike", True)]),
        ("air/NOUN/root@0 in/ADP/case@3 town/NOUN/nmod@1", []),
        # a noun that only describes another tells nothing; behind its head it does
        ("attack/NOUN/compound@2 helicopter/NOUN/root@0", []),
        (
            "helicopter/NOUN/root@0 attack/NOUN/compound@1",
            [("attack", "attack", True)],
        ),
        # verbs, with and without particles
        ("attacked/VERB/root@0/attack", [("attacked", "attack", False)]),
        (
            "took/VERB/root@0/take over/ADP/compound:prt@1",
            [("took over", "capture", False)],
        ),
        ("took/VERB/root@0/take off/ADP/compound:prt@1", []),
        (
            "traded/VERB/root@0/trade fire/NOUN/obj@1",
            [("traded fire", "clash", False)],
        ),
        # the object may part a verb from its particle; what stands before it is none
        (
            "led/VERB/root@0/lead them/PRON/obj@1 away/ADV/advmod@1",
            [("led", "seizing", False)],
        ),
        (
            "shot/VERB/root@0/shoot him/PRON/obj@1 dead/ADJ/xcomp@1",
            [("shot", "seizing", False)],
        ),
        ("away/ADV/advmod@2 led/VERB/root@0/lead them/PRON/obj@2", []),
        ("led/VERB/root@0/lead them/PRON/obj@1 away/ADV/obl@1", []),
        ("led/VERB/root@0/lead them/PRON/obj@1 off/ADV/advmod@1", []),
        # a dash is no particle
        ("bombed/VERB/root@0/bomb -/PUNCT/punct@1", [("bombed", "bombing", False)]),
        ("attack/ADP/root@0", []),
        # a noun at the root may be a verb that the tagger missed
        ("captures/NOUN/root@0/capture", [("captures", "capture", False)]),
        ("the/DET/det@2 captures/NOUN/root@0/capture", []),
        ("captures/NOUN/obj@2/capture made/VERB/root@0/make", []),
        # participles in front of a noun tell only where their frame says so
        (
            "captured/VERB/amod@2/capture town/NOUN/root@0",
            [("captured", "capture", False)],
        ),
        ("attacked/VERB/amod@2/attack town/NOUN/root@0", []),
        (
            "captured/ADJ/root@0/capture",
            [("captured", "capture", False)],
        ),
        ("struck/ADJ/obl@2/strike was/AUX/root@0/be", []),
    ],
)
def test_triggers_are_words_of_the_lexicon(
    rows: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "is_noun"),
    [
        # nouns that the tagger calls verbs
        ("the/DET/det@2 shelling/VERB/root@0", True),
        ("bombing/VERB/nsubj@2 killed/VERB/root@0/kill", True),
        ("renewed/ADJ/amod@2 attacks/VERB/obl@3/attack fell/VERB/root@0", True),
        # and verbs that are verbs
        ("bombing/VERB/advcl@2/bomb won/VERB/root@0", False),
        ("bombing/VERB/nsubj@3/bomb towns/NOUN/obj@1 won/VERB/root@0", False),
        ("renewed/ADJ/amod@2 attacks/VERB/root@0/attack", False),
    ],
)
def test_a_verb_form_used_as_a_noun_is_a_noun(rows: str, is_noun: bool) -> None:
    assert [noun for _, _, noun in found(rows)][:1] == [is_noun]


def test_triggers_do_not_overlap_and_stand_in_text_order() -> None:
    rows = (
        "air/NOUN/compound@2 strikes/NOUN/nsubj@3/strike killed/VERB/root@0/kill "
        "five/NUM/obj@3 in/ADP/case@6 clashes/NOUN/obl@3/clash"
    )
    assert [name for _, name, _ in found(rows)] == ["air strike", "killing", "clash"]


@pytest.mark.parametrize(
    ("rows", "noun", "expected"),
    [
        (
            "they/PRON/nsubj@2 launched/VERB/root@0/launch attacks/NOUN/obj@2/attack",
            "attacks",
            [("launched", "initiator")],
        ),
        (
            "they/PRON/nsubj@2 suffered/VERB/root@0/suffer attacks/NOUN/obj@2/attack",
            "attacks",
            [("suffered", "target")],
        ),
        (
            (
                "they/PRON/nsubj@2 carried/VERB/root@0/carry out/ADP/compound:prt@2 "
                "attacks/NOUN/obj@2/attack"
            ),
            "attacks",
            [("carried", "initiator")],
        ),
        (
            (
                "they/PRON/nsubj@2 retaliated/VERB/root@0/retaliate with/ADP/case@4 "
                "attacks/NOUN/obl@2/attack"
            ),
            "attacks",
            [("retaliated", "initiator")],
        ),
        # coordinated and measured nouns hang on the verb through another
        (
            "launched/VERB/root@0/launch raids/NOUN/obj@1 and/CCONJ/cc@4 attacks/NOUN/conj@2",
            "attacks",
            [("launched", "initiator")],
        ),
        (
            "launched/VERB/root@0/launch dozens/NOUN/obj@1/dozen of/ADP/case@4 attacks/NOUN/nmod@2",
            "attacks",
            [("launched", "initiator")],
        ),
        # another verb, another preposition, another place in the clause, no verb
        ("saw/VERB/root@0/see attacks/NOUN/obj@1", "attacks", []),
        ("retaliated/VERB/root@0/retaliate after/ADP/case@3 attacks/NOUN/obl@1", "attacks", []),
        ("attacks/NOUN/nsubj@2 launched/VERB/root@0/launch", "attacks", []),
        ("attacks/NOUN/nmod@2 year/NOUN/root@0", "attacks", []),
        ("attacks/NOUN/root@0", "attacks", []),
    ],
)
def test_a_light_verb_carries_the_event_noun_that_is_its_object(
    rows: str, noun: str, expected: list[tuple[str, str]]
) -> None:
    read = sentence(rows)
    the(read, noun).lemma = "attack"
    (trigger,) = [t for t in triggers(read, known().lexicon) if t.word.text == noun]
    told = list(light_verb(trigger, known().lexicon))
    assert [(verb.text, role) for verb, role in told] == expected
