"""The words in a trigger's slots fill the roles of its frame, where its conditions hold."""

from __future__ import annotations

import pytest

from extract.trees import labels, to, told
from kg.extract.cast import Cast, Caster
from kg.extract.slots import slots_of
from kg.extract.triggers import triggers


def read(rows: str) -> tuple[str, dict[str, list[str]]]:
    """The frame of the first trigger whose conditions hold, and the labels in its roles."""
    now = told(rows).now
    nominals = now.knowledge.nominals
    control = now.knowledge.relations.control
    caster = Caster(
        now.resolver,
        now.locator,
        nominals.facility,
        now.knowledge.weapons,
        nominals.struck,
        control.participles,
        control.verbs,
        now.knowledge.lexicon.beside,
    )
    trigger = triggers(now.sentence, now.knowledge.lexicon)[0]
    slots = slots_of(trigger, now.knowledge.lexicon)
    frame = next((each for each in trigger.frames if caster.meets(each, slots, trigger)), None)
    if frame is None:
        return "", {}
    roles = caster.cast(frame, slots, trigger).roles
    return frame.name, {role: labels(links) for role, links in roles.items() if links}


GRAB = "it/PRON/nsubj@2 grabbed/VERB/root@0/grab {}"
STRIKE = "it/PRON/nsubj@2 hit/VERB/root@0/hit {}"


@pytest.mark.parametrize(
    ("rows", "frame"),
    [
        # one need of several suffices: a place, a facility, an actor, a weapon
        (STRIKE.format("Teluk/PROPN/obj@2"), "strike"),
        (STRIKE.format("school/NOUN/obj@2"), "strike"),
        (STRIKE.format("RF/PROPN/obj@2"), "strike"),
        (STRIKE.format("record/NOUN/obj@2").replace("it/PRON", "rocket/NOUN"), "strike"),
        (STRIKE.format("record/NOUN/obj@2"), ""),
        # words, also behind "of"
        ("RF/PROPN/nsubj@2 captured/VERB/root@0/capture town/NOUN/obj@2", "capture"),
        (
            (
                "RF/PROPN/nsubj@2 captured/VERB/root@0/capture all/PRON/obj@2 of/ADP/case@5 "
                "town/NOUN/nmod@3"
            ),
            "capture",
        ),
        ("RF/PROPN/nsubj@2 captured/VERB/root@0/capture hearts/NOUN/obj@2", ""),
        # a word beside
        (
            (
                "it/PRON/nsubj@2 put/VERB/root@0/put school/NOUN/obj@2 out/ADP/case@6 of/ADP/fixed@4 "
                "service/NOUN/obl@2"
            ),
            "out of service",
        ),
        ("it/PRON/nsubj@2 put/VERB/root@0/put school/NOUN/obj@2 up/ADP/compound:prt@2", ""),
        # kind and words together
        ("rebels/NOUN/nsubj@2/rebel put/VERB/root@0/put it/PRON/obj@2", "out of service"),
        ("rebel/NOUN/nsubj@2 put/VERB/root@0/put it/PRON/obj@2", "out of service"),
        ("GL/PROPN/nsubj@2 put/VERB/root@0/put it/PRON/obj@2", ""),
        # people, fighters, organisations
        (GRAB.format("civilians/NOUN/obj@2/civilian"), "seizing"),
        (GRAB.format("RF/PROPN/obj@2"), ""),
        (
            GRAB.format(
                "RF/PROPN/obj@2 by/ADP/case@5 GL/PROPN/obl@2 in/ADP/case@7 Sol/PROPN/obl@2"
            ),
            "seizing",
        ),
        # all that must hold as well
        (GRAB.format("RF/PROPN/obj@2 by/ADP/case@5 GL/PROPN/obl@2"), ""),
        (GRAB.format("RF/PROPN/obj@2 in/ADP/case@5 Sol/PROPN/obl@2"), ""),
        (GRAB.format("keys/NOUN/obj@2 in/ADP/case@5 jail/NOUN/obl@2"), "seizing"),
        (GRAB.format("keys/NOUN/obj@2 of/ADP/case@5 jail/NOUN/nmod@3"), ""),
        (GRAB.format("keys/NOUN/obj@2 in/ADP/case@5 town/NOUN/obl@2"), ""),
        # what must not hold
        (GRAB.format("civilians/NOUN/obj@2/civilian for/ADP/case@5 tea/NOUN/obl@2"), ""),
        (GRAB.format("civilians/NOUN/obj@2/civilian for/ADP/case@5 months/NOUN/obl@2"), "seizing"),
        (GRAB.format("civilians/NOUN/obj@2/civilian without/ADP/case@5 shots/NOUN/obl@2"), ""),
        # no needs at all, and an object that gives the verb another sense
        ("it/PRON/nsubj@2 bombed/VERB/root@0/bomb", "bombing"),
        ("it/PRON/nsubj@2 bombed/VERB/root@0/bomb exam/NOUN/obj@2", ""),
    ],
)
def test_a_frame_is_taken_where_one_of_its_conditions_holds(rows: str, frame: str) -> None:
    assert read(rows)[0] == frame


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        (
            "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2",
            {"initiator": ["Red Front"], "target": ["Green Legion"]},
        ),
        # a place that is struck is where, a country is struck itself
        (
            "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack Teluk/PROPN/obj@2",
            {"initiator": ["Red Front"], "place": ["Teluk"]},
        ),
        (
            "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack Borland/PROPN/obj@2",
            {"initiator": ["Red Front"], "target": ["Borland"]},
        ),
        # a town that acts stands for its government
        (
            "Marsa/PROPN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2",
            {"initiator": ["Avenia"], "target": ["Green Legion"]},
        ),
        # some facilities are whom an attack is on, others not
        (
            "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack hospitals/NOUN/obj@2/hospital",
            {"initiator": ["Red Front"], "target": ["hospitals (Avenia)"]},
        ),
        (
            "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack school/NOUN/obj@2",
            {"initiator": ["Red Front"]},
        ),
        # owners
        (
            "Borlandic/ADJ/amod@2 attack/NOUN/root@0",
            {"initiator": ["Borland"]},
        ),
        ("big/ADJ/amod@2 attack/NOUN/root@0", {}),
        # slots that do not depend on the frame
        (
            "RF/PROPN/nsubj@2 suffered/VERB/root@0/suffer attacks/NOUN/obj@2/attack",
            {"target": ["Red Front"]},
        ),
        (
            ("RF/PROPN/nsubj@5 backed/VERB/acl@1/back by/ADP/case@4 GL/PROPN/obl:agent@2 "
            "attacked/VERB/root@0/attack"),
            {"initiator": ["Red Front"], "participant": ["Green Legion"]},
        ),
        # places and destinations; an actor in the slot of a place is who loses it
        (
            "RF/PROPN/nsubj@2 captured/VERB/root@0/capture town/NOUN/obj@2 Teluk/PROPN/appos@3",
            {"initiator": ["Red Front"], "place": ["Teluk"]},
        ),
        (
            "they/PRON/nsubj@2 fled/VERB/root@0/flee to/ADP/case@4 Oram/PROPN/obl@2",
            {"destination": ["Oram"]},
        ),
        (
            "they/PRON/nsubj@2 left/VERB/root@0/leave GL/PROPN/obj@2",
            {"target": ["Green Legion"]},
        ),
        (
            "they/PRON/nsubj@2 left/VERB/root@0/leave Sol/PROPN/obj@2",
            {"participant": ["Mira Sol"]},
        ),
        ("they/PRON/nsubj@2 left/VERB/root@0/leave to/ADP/case@4 RF/PROPN/obl@2", {}),
        # a slot without a role
        ("RF/PROPN/nsubj@2 attacked/VERB/root@0/attack near/ADP/case@4 GL/PROPN/obl@2",
         {"initiator": ["Red Front"]}),
    ],
)  # fmt: skip
def test_slots_fill_the_roles_of_the_frame(rows: str, roles: dict[str, list[str]]) -> None:
    assert read(rows)[1] == roles


def test_an_actor_has_one_role_the_first_of_acting_being_struck_and_taking_part() -> None:
    red, green = to("actor/red-front"), to("actor/green-legion")
    cast = Cast({"initiator": [red], "target": [red, green], "participant": [green, red]})
    cast.settle()
    assert cast.roles == {"initiator": [red], "target": [green], "participant": []}


def test_a_link_is_added_to_a_role_once() -> None:
    red = to("actor/red-front")
    cast = Cast()
    cast.add("target", [red])
    cast.add("target", [red])
    assert (cast.get("target"), cast.get("initiator")) == ([red], [])


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
