"""The tables of saying, deals, relations and stories are read, and a wrong one is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.tables import broken
from extract.trees import ONTOLOGY
from kg.errors import KnowledgeError
from kg.extract import deal_words, knowledge, relation_words, speech, story_words
from kg.extract.story_words import Alike

LOADERS: dict[str, Callable[[Path], object]] = {
    "speech.toml": speech.load,
    "deals.toml": deal_words.load,
    "relations.toml": relation_words.load,
    "story.toml": story_words.load,
    "irregular.toml": knowledge.load,
}


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("speech.toml", "[deny]", "[denied]", "unknown key 'denied'"),
        ("speech.toml", 'verbs = ["deny"]', 'verb = ["deny"]', "deny: unknown key 'verb'"),
        ("speech.toml", 'verbs = ["deny"]', "verbs = []", "deny: verbs: must be a list of at least"),
        ("speech.toml", '[deny]\nverbs = ["deny"]', "", "no 'deny'"),
        ("deals.toml", "brokered =", "brokers =", "roles: unknown key 'brokers'"),
        ("deals.toml", 'expired = ["expire"]', "", "broken: no 'expired'"),
        ("relations.toml", "[control]", "[holding]", "unknown key 'holding'"),
        ("relations.toml", 'former = ["former", "once"]', "", "affiliation: no 'former'"),
        ("relations.toml", 'beside = ["alongside"]', "beside = 1", "backing: beside: must be a"),
        ("story.toml", "[war]", "[wars]", "unknown key 'wars'"),
        ("story.toml", "Killed = 10_000", 'Killed = "many"', "of_years: 'Killed' must be a number"),
        ("story.toml", 'kind = ["Attack"]', 'kind = ["Siege"]', "alike 1: 'Siege' is not in 'event'"),
        ("story.toml", 'kind = ["Attack"]', 'types = ["Attack"]', "alike 1: unknown key 'types'"),
        ("irregular.toml", "[forms]", "[form]", "unknown key 'form'"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_named_with_its_file(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    folder = broken(tmp_path, name, old, new)
    with pytest.raises(KnowledgeError) as raised:
        LOADERS[name](folder)
    assert str(raised.value).startswith(f"{folder}/lexicon/{name}: {problem}")


def test_verbs_of_all_tables_have_their_regular_forms_and_the_irregular_ones() -> None:
    forms = knowledge.load(ONTOLOGY).forms.verbs
    told = ("bombed", "denies", "dying", "backing", "held", "collapsed", "fled", "struck", "took")
    assert [forms.get(form, "") for form in told] == [
        "bomb", "deny", "", "back", "", "collapse", "", "strike", "",
    ]  # fmt: skip


def test_nouns_of_all_tables_have_their_plurals() -> None:
    nouns = knowledge.load(ONTOLOGY).forms.nouns
    told = ("rebels", "attacks", "clashes", "hospitals", "truces", "deaths", "record")
    assert [nouns.get(form, "") for form in told] == [
        "rebel", "attack", "clash", "hospital", "truce", "death", "",
    ]  # fmt: skip


def test_weapons_are_aircraft_and_the_means_of_attacks() -> None:
    assert knowledge.load(ONTOLOGY).weapons == frozenset(("warplane", "drone", "rocket"))


def test_types_are_alike_only_within_one_row() -> None:
    words = story_words.load(ONTOLOGY)
    assert words.alike[1] == Alike(
        frozenset(("Clash", "Attack", "Capture")), frozenset(("Attack", "Clash"))
    )
    assert words.one_happening({"Siege"})
    assert words.one_happening({"AirStrike", "Bombardment"})
    assert not words.one_happening({"AirStrike", "Clash"})


def test_a_general_mention_may_mean_a_special_event_but_not_the_other_way() -> None:
    words = story_words.load(ONTOLOGY)
    assert words.may_mean("Attack", "AirStrike")
    assert words.may_mean("Siege", "Siege")
    assert not words.may_mean("AirStrike", "Attack")
    assert not words.may_mean("Clash", "AirStrike")
