"""What an article told: who was spoken of last, and whom a noun calls back."""

from __future__ import annotations

import pytest

from kg.model import Link
from resolve.velmara import context, generic, new, to

FRONT = to("actor/northern-front", "NF", "label", 1.0)
COALITION = to("actor/river-coalition", "the coalition", "label", 1.0)
WATCH = to("actor/velmara-watch", "Velmara Watch", "label", 1.0)
OSTRIN = to("place/ostrin", "Ostrin", "label", 1.0)


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (("ArmedGroup",), COALITION),
        (("ArmedGroup", "Organization"), WATCH),
        (("Person",), None),
    ],
)
def test_the_last_actor_of_a_class_is_recalled(
    classes: tuple[str, ...], expected: Link | None
) -> None:
    article = context()
    for link in (FRONT, COALITION, WATCH):
        assert article.remember(link) is link
    assert article.last_actor(*classes) == expected


def test_places_and_actors_are_remembered_apart() -> None:
    article = context()
    article.remember(OSTRIN)
    article.remember(FRONT)
    assert (article.places, article.actors) == ([OSTRIN], [FRONT])


@pytest.mark.parametrize(
    ("spoken_of", "noun", "expected"),
    [
        ([COALITION, FRONT], "coalition", COALITION),
        ([COALITION, FRONT], "front", FRONT),
        ([FRONT], "coalition", None),
        ([generic("coalition", "ArmedGroup", "a coalition")], "coalition", None),
        ([new("Coalition Radio Host", "Person", "x", "new name", 0.6)], "coalition", None),
        ([new("Fire Group", "ArmedGroup", "Fire Group", "new name", 0.6)], "group", None),
    ],
)
def test_a_noun_calls_back_the_last_group_that_has_it_in_its_name(
    spoken_of: list[Link], noun: str, expected: Link | None
) -> None:
    article = context()
    for link in spoken_of:
        article.remember(link)
    assert article.called(noun) == expected
