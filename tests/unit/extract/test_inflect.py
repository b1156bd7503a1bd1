"""Regular forms of verbs lead back to the verb."""

from __future__ import annotations

import pytest

from kg.extract.inflect import forms_of, plurals_of


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("attack", ["attack", "attacked", "attacking", "attacks"]),
        ("strafe", ["strafe", "strafed", "strafes", "strafing"]),
        ("carry", ["carried", "carries", "carry", "carrying"]),
        ("deploy", ["deploy", "deployed", "deploying", "deploys"]),
        ("clash", ["clash", "clashed", "clashes", "clashing"]),
        ("trap", ["trap", "traped", "traping", "trapped", "trapping", "traps"]),
        ("blow", ["blow", "blowed", "blowing", "blows"]),
        ("raid", ["raid", "raided", "raiding", "raids"]),
        ("quit", ["quit", "quited", "quiting", "quits", "quitted", "quitting"]),
        ("equip", ["equip", "equiped", "equiping", "equipped", "equipping", "equips"]),
    ],
)
def test_a_verb_has_its_regular_forms(verb: str, forms: list[str]) -> None:
    assert sorted(forms_of([verb])) == forms
    assert set(forms_of([verb]).values()) == {verb}


def test_a_form_of_two_verbs_is_of_the_first_in_the_alphabet() -> None:
    assert forms_of(["stare", "star"])["stared"] == "star"
    assert forms_of(["star", "stare"])["stared"] == "star"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("rebel", "rebels"),
        ("clash", "clashes"),
        ("city", "cities"),
        ("convoy", "convoys"),
        ("child", "children"),
        ("schoolchild", "schoolchildren"),
        ("policeman", "policemen"),
    ],
)
def test_a_noun_has_its_plural(noun: str, plural: str) -> None:
    assert plurals_of([noun]) == {plural: noun}
