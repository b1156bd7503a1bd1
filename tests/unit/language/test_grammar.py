"""Each question about a tree has one answer, whichever of the two label schemes it came in."""

from __future__ import annotations

import pytest

from kg.language.arguments import agents, objects, subjects
from kg.language.grammar import (
    clause_of,
    conjuncts,
    governors,
    is_negated,
    particle,
    phrase,
    renamed,
)
from kg.language.voice import is_passive
from language.examples import (
    ABREAST,
    ACTIVE,
    ACTIVE_PAIR,
    ALLY,
    ASIDE,
    BEGAN,
    BESIDE,
    BOTH_CLAUSES,
    BOTH_WHO,
    CAPTURED,
    CLITIC,
    DEEP,
    DENIED_THAT,
    DIVERTED,
    FREED,
    GAVE,
    HAD_SHOT_DEAD,
    KILLING,
    LIST,
    NAMED,
    NEAREST,
    NEVER,
    NOT,
    NOUN,
    PARTICIPLE,
    PASSIVE,
    PASSIVE_PAIR,
    POSSESSED,
    POSTS,
    RETAKEN,
    SAID,
    SAID_AND_FREED,
    SHOT_DEAD,
    SHOT_THEM_DEAD,
    TAGGED_PASSIVE,
    THREE_ABREAST,
    TITLE,
    TOLD,
    TORN,
    WHO,
    WHO_BY,
    WHOM,
    WHOM_AND_WHOM,
    WITHOUT,
)
from language.trees import SCHEMES, texts, tree

pytestmark = pytest.mark.parametrize("scheme", SCHEMES)


@pytest.mark.parametrize(
    ("rows", "verb", "who"),
    [
        (ACTIVE, "shelled", ["Rebels", "jihadists"]),
        (PASSIVE, "shelled", ["jets", "drones"]),
        (PARTICIPLE, "backed", ["Ankara"]),
        (PARTICIPLE, "advanced", ["Fighters"]),
        (PASSIVE_PAIR, "killed", []),
        (PASSIVE_PAIR, "wounded", []),
        (ACTIVE_PAIR, "burned", ["Troops"]),
        (ACTIVE_PAIR, "left", ["Troops"]),
        (WHO, "seized", ["Rebels"]),
        (WHO, "withdrew", ["Rebels"]),
        (WHO_BY, "freed", ["gunmen"]),
        (NEAREST, "backs", ["Ankara"]),
        (NEAREST, "agreed", ["Moscow", "Ankara"]),
        (RETAKEN, "retook", ["troops"]),
        (BOTH_CLAUSES, "fled", ["Rebels"]),
        (BOTH_WHO, "fled", ["Rebels"]),
        (TORN, "shelled", ["Gunners"]),
        (NAMED, "said", ["Sana"]),
        (BEGAN, "withdraw", ["Troops"]),
        (TOLD, "retreat", ["troops"]),
        (KILLING, "killing", ["Jets"]),
        (SAID, "hit", ["shells"]),
        (SAID, "said", ["Medics"]),
        (GAVE, "gave", ["Tehran"]),
        (ALLY, "ally", ["Tehran"]),
        (ASIDE, "spoke", ["spokesman"]),
        (ABREAST, "fled", ["Kurds", "Turkmens"]),
        (THREE_ABREAST, "fled", ["Kurds", "Turkmens", "Arabs"]),
        (TAGGED_PASSIVE, "attacked", ["IS"]),
    ],
)
def test_the_subject_is_who_acts(scheme: str, rows: str, verb: str, who: list[str]) -> None:
    assert texts(subjects(tree(rows, scheme).the(verb))) == who


@pytest.mark.parametrize(
    ("rows", "verb", "whom"),
    [
        (ACTIVE, "shelled", ["town", "bridge"]),
        (WHOM, "armed", ["Rebels"]),
        (WHOM_AND_WHOM, "armed", ["Rebels"]),
        (DENIED_THAT, "denied", ["that"]),
        (TAGGED_PASSIVE, "attacked", ["Tadef"]),
        (PASSIVE, "shelled", ["town"]),
        (PARTICIPLE, "backed", ["Fighters"]),
        (PARTICIPLE, "advanced", []),
        (PASSIVE_PAIR, "killed", ["men"]),
        (PASSIVE_PAIR, "wounded", ["men"]),
        (ACTIVE_PAIR, "stormed", ["Saraqib"]),
        (ACTIVE_PAIR, "burned", ["depots"]),
        (ACTIVE_PAIR, "left", []),
        (WHO, "seized", ["base"]),
        (WHO_BY, "freed", ["Clerics"]),
        (RETAKEN, "retook", ["positions"]),
        (TORN, "shelled", ["Idlib"]),
        (BEGAN, "withdraw", []),
        (KILLING, "killing", ["traders"]),
        (GAVE, "gave", ["rockets"]),
        (FREED, "freed", ["hostages"]),
        (CAPTURED, "captured", ["Villages"]),
    ],
)
def test_the_object_is_on_whom_it_acts(scheme: str, rows: str, verb: str, whom: list[str]) -> None:
    assert texts(objects(tree(rows, scheme).the(verb))) == whom


@pytest.mark.parametrize(
    ("rows", "word", "by"),
    [
        (PASSIVE, "shelled", ["jets", "drones"]),
        (PARTICIPLE, "backed", ["Ankara"]),
        (NOUN, "attack", ["rebels"]),
        (ACTIVE, "shelled", []),
        (PASSIVE_PAIR, "killed", []),
    ],
)
def test_an_agent_stands_behind_by(scheme: str, rows: str, word: str, by: list[str]) -> None:
    assert texts(agents(tree(rows, scheme).the(word))) == by


@pytest.mark.parametrize(
    ("rows", "verb", "passive"),
    [
        (PASSIVE, "shelled", True),
        (PARTICIPLE, "backed", True),
        (PASSIVE_PAIR, "wounded", True),
        (WHO_BY, "freed", True),
        (FREED, "freed", True),
        (CAPTURED, "captured", True),
        (DIVERTED, "diverted", False),
        (SAID_AND_FREED, "vanished", False),
        (ACTIVE, "shelled", False),
        (ACTIVE_PAIR, "burned", False),
        (ACTIVE_PAIR, "left", False),
        (WHO, "seized", False),
        (KILLING, "killing", False),
        (BEGAN, "withdraw", False),
        (SHOT_DEAD, "shot", True),
        (SHOT_THEM_DEAD, "shot", False),
        (HAD_SHOT_DEAD, "shot", False),
    ],
)
def test_a_passive_is_told_by_its_subject_auxiliary_or_agent(
    scheme: str, rows: str, verb: str, *, passive: bool
) -> None:
    assert is_passive(tree(rows, scheme).the(verb)) is passive


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Rebels", ["Rebels", "jihadists", "allies"]),
        ("jihadists", ["jihadists"]),
        ("allies", ["allies"]),
        ("fled", ["fled"]),
    ],
)
def test_conjuncts_hang_on_the_first(scheme: str, word: str, found: list[str]) -> None:
    assert texts(conjuncts(tree(LIST, scheme).the(word))) == found


@pytest.mark.parametrize(
    ("rows", "word", "negated"),
    [
        (NOT, "attack", True),
        (NOT, "withdrew", False),
        (NOT, "army", False),
        (NOT, "losses", True),
        (NEVER, "surrendered", True),
        (NEVER, "Homs", False),
        (WITHOUT, "fight", True),
        (WITHOUT, "left", False),
        (CLITIC, "end", True),
        (ACTIVE, "shelled", False),
    ],
)
def test_a_word_is_negated_by_its_own_not_alone(
    scheme: str, rows: str, word: str, *, negated: bool
) -> None:
    assert is_negated(tree(rows, scheme).the(word)) is negated


@pytest.mark.parametrize(
    ("rows", "word", "words"),
    [
        (POSTS, "posts", ["Several", "Turkish", "army", "posts"]),
        (POSTS, "Idlib", ["Idlib"]),
        (POSSESSED, "base", ["Turkey", "main", "base"]),
        (LIST, "Rebels", ["Rebels"]),
        (KILLING, "traders", ["nine", "traders"]),
    ],
)
def test_a_phrase_leaves_out_clauses_conjuncts_and_prepositional_phrases(
    scheme: str, rows: str, word: str, words: list[str]
) -> None:
    assert texts(phrase(tree(rows, scheme).the(word))) == words


@pytest.mark.parametrize(
    ("rows", "word", "head"),
    [
        (SAID, "Douma", "hit"),
        (SAID, "Medics", "said"),
        (KILLING, "traders", "killing"),
        (KILLING, "Atarib", "struck"),
        (WHO, "base", "seized"),
        (WHO, "Rebels", "withdrew"),
        (ACTIVE_PAIR, "depots", "burned"),
        (DEEP, "Raqqa", "raged"),
    ],
)
def test_a_word_stands_in_the_nearest_clause_above_it(
    scheme: str, rows: str, word: str, head: str
) -> None:
    assert clause_of(tree(rows, scheme).the(word)).text == head


def test_governors_climb_from_the_word_to_the_root(scheme: str) -> None:
    assert texts(list(governors(tree(DEEP, scheme).the("Raqqa")))) == [
        "Raqqa",
        "city",
        "villages",
        "raged",
    ]


def test_a_particle_belongs_to_its_verb(scheme: str) -> None:
    rows = (
        "Rebels/NOUN/nsubj@2 blew/VERB/root@0 up/ADP/compound:prt@2/prt@2 bridges/NOUN/obj@2/dobj@2"
    )
    blew = tree(rows, scheme).the("blew")
    assert (particle(blew), particle(tree(ACTIVE, scheme).the("shelled"))) == ("up", "")


def test_an_apposition_renames_the_noun_before_its_comma(scheme: str) -> None:
    beside, title = tree(BESIDE, scheme), tree(TITLE, scheme)
    named = [renamed(word) for word in (beside.the("ally"), title.the("Karim"))]
    assert [word and word.text for word in named] == ["Hezbollah", "Spokesman"]
    assert renamed(title.the("Spokesman")) is None
