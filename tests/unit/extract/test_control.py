"""Who holds which place, by verbs, hyphens and nouns of control."""

from __future__ import annotations

import pytest

from extract.trees import told
from kg.extract.control import controls


def found(rows: str) -> list[tuple[str, str, str]]:
    """Holder, place and pattern of each holding of a sentence."""
    now = told(rows).now
    words = now.knowledge.relations.control
    ties = [tie for word in now.sentence.words for tie in controls(word, now, words)]
    assert {(tie.of, tie.facts) for tie in ties} <= {("Control", ())}
    return [(tie.first.label, tie.second.label, tie.rule) for tie in ties]


VERB = "{} controls/VERB/root@0/control {}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (VERB.format("RF/PROPN/nsubj@2", "Teluk/PROPN/obj@2"), [("Red Front", "Teluk")]),
        (
            VERB.format("RF/PROPN/nsubj@2", "Teluk/PROPN/obj@2 Oram/PROPN/conj@3"),
            [("Red Front", "Teluk"), ("Red Front", "Oram")],
        ),
        (
            (
                "Teluk/PROPN/nsubj:pass@3 is/AUX/aux:pass@3 controlled/VERB/root@0/control by/ADP/case@5 "
                "RF/PROPN/obl:agent@3"
            ),
            [("Red Front", "Teluk")],
        ),
        # what areas in apposition stand for, up a chain of conjuncts
        (
            (
                "Teluk/PROPN/root@0 and/CCONJ/cc@3 lands/NOUN/conj@1 ,/PUNCT/punct@5 areas/NOUN/appos@3 "
                "controlled/VERB/acl@5/control by/ADP/case@8 RF/PROPN/obl:agent@6"
            ),
            [("Red Front", "Teluk")],
        ),
        (
            (
                "lands/NOUN/root@0 ,/PUNCT/punct@3 areas/NOUN/appos@1 controlled/VERB/acl@3/control "
                "by/ADP/case@6 RF/PROPN/obl:agent@4"
            ),
            [],
        ),
        # persons and populations hold nothing, and who is no place is not held
        (VERB.format("Sol/PROPN/nsubj@2", "Teluk/PROPN/obj@2"), []),
        (VERB.format("civilians/NOUN/nsubj@2/civilian", "Teluk/PROPN/obj@2"), []),
        (VERB.format("RF/PROPN/nsubj@2", "GL/PROPN/obj@2"), []),
        (
            "RF/PROPN/nsubj@3 never/ADV/advmod@3 controlled/VERB/root@0/control Teluk/PROPN/obj@3",
            [],
        ),
        (VERB.format("RF/PROPN/nsubj@2", "Teluk/PROPN/obj@2").replace("/control", "/see"), []),
    ],
)
def test_verbs_of_control(rows: str, expected: list[tuple[str, str]]) -> None:
    assert found(rows) == [(*pair, "verb of control") for pair in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("rebel-held/ADJ/amod@2 Teluk/PROPN/root@0", [("rebels (Avenia)", "Teluk", "-held")]),
        ("rebel-made/ADJ/amod@2 Teluk/PROPN/root@0", []),
        ("rebel-held/ADJ/root@0", []),
        ("rebel-held/ADJ/amod@2 arms/NOUN/root@0", []),
        ("tightly-held/ADJ/amod@2 Teluk/PROPN/root@0", []),
    ],
)
def test_names_with_a_hyphen(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Teluk/PROPN/root@0 ,/PUNCT/punct@4 rebel/NOUN/compound@4 stronghold/NOUN/appos@1",
            [("rebels (Avenia)", "Teluk")],
        ),
        (
            "RF/PROPN/compound@2 stronghold/NOUN/root@0 Teluk/PROPN/appos@2",
            [("Red Front", "Teluk")],
        ),
        (
            "Teluk/PROPN/nsubj@4 is/AUX/cop@4 RF/PROPN/nmod:poss@4 stronghold/NOUN/root@0",
            [("Red Front", "Teluk")],
        ),
        (
            "RF/PROPN/compound@2 stronghold/NOUN/root@0 of/ADP/case@4 Teluk/PROPN/nmod@2",
            [("Red Front", "Teluk")],
        ),
        # "under the control of": of whom, not of what
        (
            (
                "Teluk/PROPN/nsubj@2 fell/VERB/root@0 under/ADP/case@4 control/NOUN/obl@2 of/ADP/case@6 "
                "RF/PROPN/nmod@4"
            ),
            [("Red Front", "Teluk")],
        ),
        (
            "RF/PROPN/compound@2 stronghold/NOUN/root@0 in/ADP/case@4 Teluk/PROPN/nmod@2",
            [("Red Front", "Teluk")],
        ),
        (
            (
                "Teluk/PROPN/root@0 under/ADP/case@3 control/NOUN/nmod@1 of/ADP/case@5 "
                "RF/PROPN/nmod@3"
            ),
            [("Red Front", "Teluk")],
        ),
        (
            (
                "Teluk/PROPN/nsubj:pass@3 is/AUX/aux:pass@3 kept/VERB/root@0/keep "
                "under/ADP/case@5 control/NOUN/obl@3 of/ADP/case@7 RF/PROPN/nmod@5"
            ),
            [("Red Front", "Teluk")],
        ),
        ("RF/PROPN/compound@2 control/NOUN/root@0 of/ADP/case@4 Teluk/PROPN/nmod@2", []),
        (
            (
                "Teluk/PROPN/nsubj@2 fell/VERB/root@0 outside/ADP/case@4 control/NOUN/obl@2 "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
        (
            "Teluk/PROPN/nsubj@5 is/AUX/cop@5 no/DET/det@5 RF/PROPN/nmod:poss@5 stronghold/NOUN/root@0",
            [],
        ),
        ("Teluk/PROPN/nsubj@3 is/AUX/cop@3 stronghold/NOUN/root@0", []),
        ("Teluk/PROPN/nsubj@4 is/AUX/cop@4 Sol/PROPN/nmod:poss@4 stronghold/NOUN/root@0", []),
        ("RF/PROPN/compound@2 stronghold/NOUN/root@0", []),
    ],
)
def test_nouns_of_control(rows: str, expected: list[tuple[str, str]]) -> None:
    noun = "control" if " control/" in rows else "stronghold"
    assert found(rows) == [(*pair, f"noun {noun}") for pair in expected]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        # "the towns of X and Y", and names coordinated behind a hyphen or a noun of control
        (
            (
                "RF/PROPN/nsubj@2 controls/VERB/root@0/control towns/NOUN/obj@2/town of/ADP/case@5 "
                "Teluk/PROPN/nmod@3 and/CCONJ/cc@7 Oram/PROPN/conj@5"
            ),
            ["Teluk", "Oram"],
        ),
        (
            "RF-held/ADJ/amod@2 Teluk/PROPN/root@0 and/CCONJ/cc@4 Oram/PROPN/conj@2",
            ["Teluk", "Oram"],
        ),
        (
            "RF-held/ADJ/amod@2 towns/NOUN/root@0/town Teluk/PROPN/appos@2 Oram/PROPN/conj@3",
            ["Teluk", "Oram"],
        ),
        (
            (
                "Teluk/PROPN/nsubj@6 and/CCONJ/cc@3 Oram/PROPN/conj@1 are/AUX/cop@6 "
                "RF/PROPN/nmod:poss@6 strongholds/NOUN/root@0/stronghold"
            ),
            ["Teluk", "Oram"],
        ),
        # each once
        ("RF-held/ADJ/amod@2 Teluk/PROPN/root@0 and/CCONJ/cc@4 Teluk/PROPN/conj@2", ["Teluk"]),
    ],
)
def test_several_places_are_held_each(rows: str, places: list[str]) -> None:
    assert [(holder, place) for holder, place, _ in found(rows)] == [
        ("Red Front", place) for place in places
    ]


HANDS = "Teluk/PROPN/nsubj@5 {}/{}@5 {}/ADP/case@5 {}/PROPN/nmod:poss@5 hands/NOUN/root@0/hand"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (HANDS.format("is", "AUX/cop", "in", "RF"), [("Red Front", "Teluk", "noun hand")]),
        # one that falls into hands is captured, one out of them is lost
        (HANDS.format("is", "AUX/cop", "into", "RF"), []),
        (HANDS.format("is", "AUX/cop", "outside", "RF"), []),
        # of nobody, of a person, not so
        (HANDS.format("is", "AUX/cop", "in", "strong"), []),
        (HANDS.format("is", "AUX/cop", "in", "Sol"), []),
        (HANDS.format("not", "PART/advmod", "in", "RF"), []),
        # the verb carries the hands
        (
            (
                "Teluk/PROPN/nsubj@2 remains/VERB/root@0/remain in/ADP/case@4 hands/NOUN/obl@2/hand "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [("Red Front", "Teluk", "noun hand")],
        ),
        (
            (
                "Teluk/PROPN/nsubj@2 fell/VERB/root@0/fall into/ADP/case@4 hands/NOUN/obl@2/hand "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
    ],
)
def test_a_place_in_somebodys_hands(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(rows) == expected
