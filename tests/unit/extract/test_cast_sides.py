"""Whom it is done to: who held what is taken, whom a protest or a demand is against, what is struck."""

from __future__ import annotations

import pytest

from extract.filled import read

CAPTURED = "RF/PROPN/nsubj@2 captured/VERB/root@0/capture {} town/NOUN/obj@2 Teluk/PROPN/appos@4"


@pytest.mark.parametrize(
    ("modifier", "target"),
    [
        ("GL-held/ADJ/amod@4", ["Green Legion"]),
        ("rebel-held/ADJ/amod@4", ["rebels (Avenia)"]),
        ("Borland/PROPN/nmod:poss@4", ["Borland"]),
        # another participle, nobody, no owner that could hold it
        ("GL-built/ADJ/amod@4", []),
        ("long-held/ADJ/amod@4", []),
        ("Watch/PROPN/nmod:poss@4", []),
        ("old/ADJ/amod@4", []),
        # nobody loses a town to himself
        ("RF-held/ADJ/amod@4", []),
    ],
)
def test_who_held_what_is_captured_loses_it(modifier: str, target: list[str]) -> None:
    roles = read(CAPTURED.format(modifier))[1]
    expected = {"initiator": ["Red Front"], "place": ["Teluk"], "target": target}
    assert roles == {role: names for role, names in expected.items() if names}


def test_who_held_what_is_only_attacked_is_not_told_to_lose_it() -> None:
    rows = CAPTURED.format("GL-held/ADJ/amod@4").replace("captured/VERB/root@0/capture",
                                                         "attacked/VERB/root@0/attack")  # fmt: skip
    assert read(rows)[1] == {"initiator": ["Red Front"], "place": ["Teluk"]}


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        ("anti-Borlandic/ADJ/amod@2 protest/NOUN/root@0", ["Borland"]),
        ("anti-regime/ADJ/amod@2 protest/NOUN/root@0", ["Avenia"]),
        ("protest/NOUN/root@0 against/ADP/case@3 Borland/PROPN/nmod@1", ["Borland"]),
        ("pro-Borlandic/ADJ/amod@2 protest/NOUN/root@0", []),
        ("anti-war/ADJ/amod@2 protest/NOUN/root@0", []),
        ("anti-/ADJ/amod@2 protest/NOUN/root@0", []),
        # only a protest is against what it is called after
        ("anti-Borlandic/ADJ/amod@2 attack/NOUN/root@0", []),
    ],
)
def test_whom_a_protest_is_against(rows: str, target: list[str]) -> None:
    assert read(rows)[1].get("target", []) == target


def test_a_protest_that_is_won_is_none() -> None:
    rows = "RF/PROPN/nsubj@2 {}/VERB/root@0/{} protest/NOUN/obj@2"
    assert read(rows.format("held", "hold"))[0] == "protest"
    assert read(rows.format("won", "win"))[0] == ""


DEMAND = "Borland/PROPN/nsubj@2 demanded/VERB/root@0/demand {}"


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        # "demanded that the group leave"
        (DEMAND.format("RF/PROPN/nsubj@4 go/VERB/ccomp@2"), ["Red Front"]),
        (DEMAND.format("RF/PROPN/nsubj@5 GL/PROPN/conj@3 go/VERB/ccomp@2"),
         ["Red Front", "Green Legion"]),
        # another clause, nobody who is armed
        (DEMAND.format("RF/PROPN/nsubj@4 go/VERB/advcl@2"), []),
        (DEMAND.format("Watch/PROPN/nsubj@4 go/VERB/ccomp@2"), []),
        # whom it asks goes before who should do it
        (DEMAND.format("GL/PROPN/obj@2 RF/PROPN/nsubj@5 go/VERB/ccomp@2"), ["Green Legion"]),
    ],
)  # fmt: skip
def test_whom_a_demand_asks(rows: str, target: list[str]) -> None:
    roles = read(rows)[1]
    assert roles["initiator"] == ["Borland"]
    assert roles.get("target", []) == target


def test_who_should_do_what_is_only_denied_is_not_asked() -> None:
    rows = DEMAND.format("RF/PROPN/nsubj@4 go/VERB/ccomp@2")
    denied = rows.replace("demanded/VERB/root@0/demand", "denied/VERB/root@0/deny")
    assert "target" not in read(denied)[1]


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        # a state sends, its men are sent
        (
            "Borland/PROPN/nsubj@2 deployed/VERB/root@0/deploy troops/NOUN/obj@2/troop",
            {"initiator": ["Borland"], "participant": ["Avenian Armed Forces"]},
        ),
        # where only one of them is told, they act
        (
            (
                "troops/NOUN/nsubj:pass@3/troop were/AUX/aux:pass@3 deployed/VERB/root@0/deploy "
                "to/ADP/case@5 Teluk/PROPN/obl@3"
            ),
            {"initiator": ["Avenian Armed Forces"], "destination": ["Teluk"]},
        ),
        (
            "troops/NOUN/nsubj@2/troop deployed/VERB/root@0/deploy",
            {"initiator": ["Avenian Armed Forces"]},
        ),
    ],
)
def test_who_sends_and_who_is_sent(rows: str, roles: dict[str, list[str]]) -> None:
    assert read(rows)[1] == roles


STRUCK = "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack {} hospitals/NOUN/obj@2/hospital"


@pytest.mark.parametrize(
    ("modifier", "label"),
    [
        # a noun or an adjective of kind is kept, others are not
        ("field/NOUN/compound@4", "field hospitals (Avenia)"),
        ("military/ADJ/amod@4", "military hospitals (Avenia)"),
        ("big/ADJ/amod@4", "hospitals (Avenia)"),
        ("Borlandic/ADJ/amod@4", "hospitals (Avenia)"),
        ("Teluk/PROPN/compound@4", "hospitals (Avenia)"),
        ("two/NUM/nummod@4", "hospitals (Avenia)"),
    ],
)
def test_what_is_struck_is_told_with_its_kind(modifier: str, label: str) -> None:
    assert read(STRUCK.format(modifier))[1]["target"] == [label]


def test_one_facility_that_is_struck_is_called_like_several() -> None:
    rows = STRUCK.format("field/NOUN/compound@4").replace("hospitals/NOUN/obj@2/hospital",
                                                          "hospital/NOUN/obj@2")  # fmt: skip
    assert read(rows)[1]["target"] == ["field hospitals (Avenia)"]
