"""The words in a trigger's slots fill the roles of its frame, where its conditions hold."""

from __future__ import annotations

import pytest

from extract.filled import read
from extract.trees import to
from kg.extract.cast import Cast

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
