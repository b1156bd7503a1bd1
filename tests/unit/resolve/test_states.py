"""A state acts through its forces, and its leader stands for it."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.states import forces_of, in_focus, own_forces, state_behind
from resolve.velmara import context, new, to

ARMY = to("actor/velmaran-armed-forces", "troops", "state+forces", 0.9)
KORLANDIC = new("Korlandic forces", "ArmedForces", "troops", "state+forces", 0.7)
FRONT = to("actor/northern-front", "NF", "label", 1.0)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("actor/velmara", ARMY),
        ("actor/idra-vash", ARMY),
        ("actor/korland", KORLANDIC),
        ("actor/tessia", new("Tessia forces", "ArmedForces", "troops", "state+forces", 0.7)),
        ("actor/northern-front", to("actor/northern-front", "troops", "label+forces", 1.0)),
        ("actor/lom-teg", to("actor/lom-teg", "troops", "label+forces", 1.0)),
    ],
)
def test_forces_of_a_state_or_its_leader_are_its_own_and_those_of_others_themselves(
    iri: str, expected: Link
) -> None:
    assert forces_of(context(), to(iri, "x", "label", 1.0), "troops") == expected


def test_forces_of_an_unknown_actor_are_that_actor() -> None:
    owner = new("Ana Brigade", "ArmedGroup", "Ana Brigade", "new name", 0.6)
    expected = new("Ana Brigade", "ArmedGroup", "troops", "new name+forces", 0.6)
    assert forces_of(context(), owner, "troops") == expected


def test_forces_that_no_table_has_are_introduced() -> None:
    article = context()
    forces_of(article, to("actor/korland", "Korlandic", "demonym", 0.7), "troops")
    assert article.aliases == {"korlandicforces": KORLANDIC}


def test_the_government_and_the_army_are_those_of_the_country_in_focus() -> None:
    state = to("actor/velmara", "the regime", "government in focus", 0.75)
    assert in_focus(context(), "the regime", 0.75) == state
    assert own_forces(context(), "troops") == ARMY
    assert in_focus(context(""), "the regime", 0.75) is None
    assert own_forces(context(""), "troops") is None


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (
            to("actor/idra-vash", "Vash", "label", 1.0),
            to("actor/velmara", "Vash", "person's office", 0.8),
        ),
        (to("actor/lom-teg", "Teg", "label", 1.0), to("actor/lom-teg", "Teg", "label", 1.0)),
        (FRONT, FRONT),
    ],
)
def test_a_leader_stands_for_the_state_and_others_for_themselves(
    owner: Link, expected: Link
) -> None:
    assert state_behind(context(), owner) == expected
