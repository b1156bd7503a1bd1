"""A word at the head of a noun phrase becomes the actors it stands for."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.actors import coordinated
from resolve.velmara import context, generic, new, reading, to

ARMY = to("actor/velmaran-armed-forces", "troops", "state+forces", 0.9)
FRONT = to("actor/northern-front", "NF", "label", 1.0)
VASH = to("actor/idra-vash", "Vash", "label", 1.0)
WATCH = to("actor/velmara-watch", "Velmara Watch", "label", 1.0)
REBELS = generic("rebels", "ArmedGroup", "rebels")


def test_actors_are_told_once_each_in_order_and_remembered() -> None:
    told = reading("NF/PROPN/root@0 rebels/NOUN/conj@1/rebel NF/PROPN/conj@1 trees/NOUN/conj@1")
    assert told.resolver.actors(list(told.sentence.words)) == (FRONT, REBELS)
    assert told.resolver.context.actors == [FRONT, REBELS, FRONT]


def test_a_word_that_stands_for_nobody_gives_nothing() -> None:
    told = reading("trees/NOUN/root@0/tree")
    assert told.resolver.actor(told.the("trees")) == ()
    assert told.resolver.context.actors == []


def test_a_noun_for_actors_that_is_a_name_too_is_read_as_the_noun() -> None:
    rows = "{}/{}/root@0/opposition/ORG"
    common = reading(rows.format("Rebel", "NOUN").replace("opposition", "rebel"))
    proper = reading(rows.format("Rebel", "PROPN").replace("opposition", "rebel"))
    assert common.resolver.actor(common.the("Rebel")) == (generic("rebels", "ArmedGroup", "Rebel"),)
    assert proper.resolver.actor(proper.the("Rebel")) == (
        new("Rebel", "ArmedGroup", "Rebel", "new name", 0.6),
    )


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("dozens/NOUN/root@0/dozen of/ADP/case@3 rebels/NOUN/nmod@1/rebel", "dozens", (REBELS,)),
        ("50/NUM/root@0 of/ADP/case@3 rebels/NOUN/nmod@1/rebel", "50", (REBELS,)),
        ("%/SYM/root@0 of/ADP/case@3 rebels/NOUN/nmod@1/rebel", "%", (REBELS,)),
        ("dozens/NOUN/root@0/dozen near/ADP/case@3 rebels/NOUN/nmod@1/rebel", "dozens", ()),
        ("dozens/NOUN/root@0/dozen of/ADP/case@3 trees/NOUN/nmod@1/tree", "dozens", ()),
        ("rows/NOUN/root@0/row of/ADP/case@3 rebels/NOUN/nmod@1/rebel", "rows", ()),
    ],
)
def test_a_quantity_stands_for_those_whom_it_counts(
    rows: str, word: str, expected: tuple[Link, ...]
) -> None:
    told = reading(rows)
    assert told.resolver.actor(told.the(word)) == expected


@pytest.mark.parametrize(
    ("row", "surface"),
    [
        ("he/PRON/nsubj@0", "Vash"),
        ("her/PRON/obj@0", "Vash"),
        ("they/PRON/nsubj@0", "NF"),
        ("them/PRON/obj@0", "NF"),
        ("it/PRON/nsubj@0", "Velmara Watch"),
        ("It/PRON/nsubj@0", "Velmara Watch"),
        ("it/X/nsubj@0", None),
        ("we/PRON/nsubj@0", None),
        ("who/PRON/nsubj@0", None),
    ],
)
def test_a_pronoun_stands_for_the_last_actor_that_fits(row: str, surface: str | None) -> None:
    article = context()
    for link in (VASH, FRONT, WATCH):
        article.remember(link)
    told = reading(row, article)
    fitting = {"Vash": VASH, "NF": FRONT, "Velmara Watch": WATCH}
    word = told.sentence.words[0]
    expected = [
        Link(link.iri, link.label, link.cls, surface, f"pronoun {word.lower}", 0.5)
        for link in ([fitting[surface]] if surface else [])
        if surface
    ]
    assert list(told.resolver.actor(word)) == expected


@pytest.mark.parametrize("row", ["he/PRON/nsubj@0", "they/PRON/nsubj@0", "it/PRON/nsubj@0"])
def test_a_pronoun_stands_for_nobody_where_nobody_was_spoken_of(row: str) -> None:
    told = reading(row)
    assert told.resolver.actor(told.sentence.words[0]) == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("outfit/NOUN/root@0 NF/PROPN/appos@1", (FRONT,)),
        ("outfit/NOUN/root@0 NF/PROPN/nmod:desc@1", (FRONT,)),
        ("outfit/NOUN/root@0 NF/PROPN/compound@1", ()),
        ("fled/VERB/root@0/flee NF/PROPN/appos@1", ()),
        ("outfit/NOUN/root@0 Mardan/PROPN/appos@1", ()),
        ("outfit/NOUN/root@0 trees/NOUN/appos@1", ()),
    ],
)
def test_a_noun_that_says_little_is_who_it_is_named_as(
    rows: str, expected: tuple[Link, ...]
) -> None:
    told = reading(rows)
    assert told.resolver.actor(told.sentence.words[0]) == expected


@pytest.mark.parametrize(
    ("rows", "word", "second"),
    [
        (
            "Velmaran/ADJ/amod@4 and/CCONJ/cc@3 Korlandic/ADJ/conj@1 troops/NOUN/root@0/troop",
            "troops",
            [new("Korlandic forces", "ArmedForces", "Korlandic", "state+forces", 0.7)],
        ),
        (
            "Velmaran/ADJ/amod@4 and/CCONJ/cc@3 Korlandic/ADJ/conj@1 regimes/NOUN/root@0/regime",
            "regimes",
            [to("actor/korland", "Korlandic", "demonym", 0.7)],
        ),
        (
            "Velmaran/ADJ/amod@4 and/CCONJ/cc@3 regime/NOUN/conj@1 troops/NOUN/root@0/troop",
            "troops",
            [],
        ),
        (
            "Velmaran/ADJ/amod@4 and/CCONJ/cc@3 tired/ADJ/conj@1 troops/NOUN/root@0/troop",
            "troops",
            [],
        ),
        (
            "Frontists/ADJ/amod@4 and/CCONJ/cc@3 Korlandic/ADJ/conj@1 rebels/NOUN/root@0/rebel",
            "rebels",
            [],
        ),
    ],
)  # fmt: skip
def test_forces_and_governments_of_two_owners_are_two(
    rows: str, word: str, second: list[Link]
) -> None:
    told = reading(rows)
    assert list(told.resolver.actor(told.the(word))[1:]) == second


def test_a_name_has_no_second_owner() -> None:
    told = reading("Velmaran/ADJ/amod@4 and/CCONJ/cc@3 Korlandic/ADJ/conj@1 Ostrin/PROPN/root@0")
    state = to("actor/velmara", "Ostrin", "metonym", 0.85)
    assert told.resolver.actor(told.the("Ostrin")) == (state,)


def test_people_are_a_population_of_the_country_in_focus() -> None:
    told = reading("hospitals/NOUN/root@0")
    assert told.resolver.people("hospitals") == generic("hospitals", "Population", "hospitals")


def test_a_resolver_asks_for_owners_names_and_sides_within_its_article() -> None:
    told = reading("Velmaran/ADJ/amod@3 rebel/ADJ/amod@3 raids/NOUN/root@0/raid")
    velmaran, rebel, raids = told.sentence.words
    state = to("actor/velmara", "Velmaran", "demonym", 0.7)
    resolver = told.resolver
    assert resolver.owner(raids) == resolver.owning(velmaran) == state
    assert resolver.owning_anywhere(velmaran) == resolver.named("Velmaran") == state
    assert resolver.owning_event(rebel) == generic("rebels", "ArmedGroup", "rebel")
    assert resolver.sided(raids) == generic("rebels", "ArmedGroup", "rebels")


def test_coordinated_words_are_told_once_each_in_text_order() -> None:
    words = reading(
        "NF/PROPN/root@0 rebels/NOUN/conj@1 and/CCONJ/cc@4 troops/NOUN/conj@1"
    ).sentence.words
    assert coordinated([words[3], words[0]]) == [words[0], words[1], words[3]]


KORLAND = to("actor/korland", "Korland", "label", 1.0)


@pytest.mark.parametrize(
    ("rows", "both"),
    [
        ("both/DET/det@2 sides/NOUN/root@0/side", True),
        ("the/DET/det@3 two/NUM/nummod@3 sides/NOUN/root@0/side", True),
        # one of them, all of them, other things
        ("the/DET/det@2 side/NOUN/root@0", False),
        ("both/DET/det@2 side/NOUN/root@0", False),
        ("all/DET/det@2 sides/NOUN/root@0/side", False),
        ("both/DET/det@2 towns/NOUN/root@0/town", False),
    ],
)
def test_both_sides_are_the_two_who_fight_each_other(rows: str, both: bool) -> None:
    article = context()
    article.opponents = (FRONT, KORLAND)
    told = reading(rows, article)
    root = told.sentence.words[-1]
    assert list(told.resolver.actor(root)) == (
        [
            Link(link.iri, link.label, link.cls, root.text, "both sides", 0.6)
            for link in (FRONT, KORLAND)
        ]
        if both
        else []
    )


def test_both_sides_are_nobody_before_two_are_told_to_fight() -> None:
    told = reading("both/DET/det@2 sides/NOUN/root@0/side")
    assert told.resolver.actor(told.the("sides")) == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "NF, the sponsor of …": the name that the noun explains
        ("NF/PROPN/root@0 ,/PUNCT/punct@4 the/DET/det@4 sponsor/NOUN/appos@1", (FRONT,)),
        ("NF/PROPN/root@0 ,/PUNCT/punct@4 the/DET/det@4 sponsor/NOUN/conj@1", ()),
        ("outfit/NOUN/root@0 ,/PUNCT/punct@4 the/DET/det@4 sponsor/NOUN/appos@1", ()),
        ("Mardan/PROPN/root@0 ,/PUNCT/punct@4 the/DET/det@4 sponsor/NOUN/appos@1", ()),
        # a name that stands beside it as well is not asked
        (
            (
                "NF/PROPN/root@0 ,/PUNCT/punct@4 the/DET/det@4 sponsor/NOUN/appos@1 "
                "Zenda/PROPN/appos@4"
            ),
            (FRONT,),
        ),
    ],
)
def test_a_noun_in_apposition_is_who_it_explains(rows: str, expected: tuple[Link, ...]) -> None:
    told = reading(rows)
    assert told.resolver.actor(told.the("sponsor")) == expected


BOTH = "both/DET/det@2 groups/NOUN/root@0/group"
COALITION = to("actor/river-coalition", "River Coalition", "label", 1.0)


@pytest.mark.parametrize(
    ("rows", "spoken_of", "expected"),
    [
        (BOTH, (FRONT, COALITION), (COALITION, FRONT)),
        ("the/DET/det@3 two/NUM/nummod@3 factions/NOUN/root@0/faction", (FRONT, COALITION),
         (COALITION, FRONT)),
        # each once, and the last two of several
        (BOTH, (FRONT, COALITION, COALITION), (COALITION, FRONT)),
        (BOTH, (to("actor/iron-shield", "IS", "label", 1.0), FRONT, COALITION), (COALITION, FRONT)),
        # one alone, one without a name, one that is no group; one of them, all of them
        (BOTH, (FRONT,), ()),
        (BOTH, (FRONT, REBELS), ()),
        (BOTH, (FRONT, KORLAND), ()),
        ("both/DET/det@2 group/NOUN/root@0", (FRONT, COALITION), None),
        ("two/NUM/nummod@2 fronts/NOUN/root@0/front", (FRONT, COALITION), None),
        ("both/DET/det@2 rebels/NOUN/root@0/rebel", (FRONT, COALITION), None),
        ("three/NUM/nummod@2 groups/NOUN/root@0/group", (FRONT, COALITION), ()),
    ],
)  # fmt: skip
def test_both_groups_are_the_two_armed_groups_named_last(
    rows: str, spoken_of: tuple[Link, ...], expected: tuple[Link, ...] | None
) -> None:
    article = context()
    for link in spoken_of:
        article.remember(link)
    told = reading(rows, article)
    found = told.resolver.actor(told.sentence.words[-1])
    if expected is None:
        assert "both groups" not in {link.rule for link in found}
        return
    assert [(link.iri, link.rule) for link in found] == [
        (link.iri, "both groups") for link in expected
    ]


def test_a_day_between_a_name_and_its_verb_is_nobody_but_the_name_before_it() -> None:
    told = reading("NF/PROPN/compound@2 Friday/PROPN/nsubj@3 won/VERB/root@0/win")
    assert told.resolver.actor(told.the("Friday")) == (FRONT,)
    lone = reading("Friday/PROPN/nsubj@2 passed/VERB/root@0/pass")
    assert lone.resolver.actor(lone.the("Friday")) == ()


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("tribal/ADJ/amod@2 leaders/NOUN/root@0/leader", "tribal leaders (Velmara)"),
        ("a/DET/det@3 local/ADJ/amod@3 leader/NOUN/root@0", "local leaders (Velmara)"),
        ("Velmaran/ADJ/amod@2 leaders/NOUN/root@0/leader", "leaders (Velmara)"),
        ("farmers/NOUN/root@0/farmer", "farmers (Velmara)"),
        # what is no speaker, and a name
        ("warplanes/NOUN/root@0/warplane", ""),
        ("trees/NOUN/root@0/tree", ""),
        ("Leader/PROPN/root@0/leader", ""),
    ],
)
def test_a_speaker_without_a_name_is_of_a_kind(rows: str, label: str) -> None:
    told = reading(rows)
    found = told.resolver.unnamed(told.sentence.words[-1])
    assert (found.label if found is not None else "") == label
