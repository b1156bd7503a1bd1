"""Links to actors that are curated, without a name, or not known before."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.mint import generic, generic_side, introduce, link_to, plural, unlisted
from resolve.velmara import context, told

VASHEK = Link("actor/ana-vashek", "Ana Vashek", "Person", "Ana Vashek", "new name", 0.6)
BRIGADE = Link("actor/ana-brigade", "Ana Brigade", "ArmedGroup", "Ana Brigade", "new name", 0.6)


def test_a_link_to_a_curated_thing_has_its_label_and_class_and_a_rounded_score() -> None:
    entity = context().world.entities["actor/northern-front"]
    assert link_to(entity, "the NF", "label", 1.0 - 0.15) == Link(
        "actor/northern-front", "Northern Front", "ArmedGroup", "the NF", "label", 0.85
    )


def test_an_unlisted_actor_is_slugged_by_its_label() -> None:
    assert unlisted("Ana Vashek", "Person", "Ana Vashek", "new name", 0.6) == VASHEK


@pytest.mark.parametrize(
    ("country", "surface", "expected"),
    [
        ("place/velmara", "the rebels", ("rebels (Velmara)", "the rebels")),
        ("place/korland", "the rebels", ("rebels (Korland)", "the rebels")),
        ("", "the rebels", ("rebels", "the rebels")),
        ("", "", ("rebels", "rebels")),
    ],
)
def test_a_group_without_a_name_belongs_to_the_country_in_focus(
    country: str, surface: str, expected: tuple[str, str]
) -> None:
    link = generic(context(country), "rebels", "ArmedGroup", surface)
    assert (link.label, link.surface) == expected
    assert (link.cls, link.rule, link.score) == ("ArmedGroup", "generic rebels", 0.7)
    assert generic_side(context(country), "rebels", surface) == link


def test_an_introduced_person_is_known_by_the_full_and_the_last_name() -> None:
    article = context()
    assert introduce(article, VASHEK) == VASHEK
    assert article.aliases == {"anavashek": VASHEK, "vashek": VASHEK}


def test_an_introduced_group_is_known_by_its_full_name_only() -> None:
    article = context()
    introduce(article, BRIGADE)
    assert article.aliases == {"anabrigade": BRIGADE}


def test_a_name_that_stands_for_somebody_is_not_taken_over() -> None:
    article = context()
    article.aliases["vashek"] = BRIGADE
    introduce(article, VASHEK)
    assert article.aliases == {"vashek": BRIGADE, "anavashek": VASHEK}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("hospital/NOUN/root@0", "hospitals"),
        ("hospitals/NOUN/root@0/hospital", "hospitals"),
        ("men/NOUN/root@0/man", "men"),
    ],
)
def test_a_plural_is_written_as_found_or_made_with_s(row: str, expected: str) -> None:
    assert plural(told(row).words[0]) == expected
