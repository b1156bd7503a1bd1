"""What an article told: its country in focus, the names in a sentence, who was spoken of last."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.focus import focus
from kg.resolve.named import Named
from kg.resolve.spans import names_of
from kg.resolve.world import Meaning
from resolve.velmara import context, generic, new, to, told

FRONT = to("actor/northern-front", "NF", "label", 1.0)
COALITION = to("actor/river-coalition", "the coalition", "label", 1.0)
WATCH = to("actor/velmara-watch", "Velmara Watch", "label", 1.0)
OSTRIN = to("place/ostrin", "Ostrin", "label", 1.0)


def names(rows: str, within: Context | None = None) -> list[tuple[str, set[str], str]]:
    """The names of a sentence: as written, what they may stand for, the tagger's label."""
    found = names_of(told(rows), within or context())
    each = {id(named): named for named in found.values()}.values()
    return [(n.surface, {m.entity.iri for m in n.meanings}, n.entity) for n in each]


def meaning(iri: str, how: str = "label") -> Meaning:
    entity = context().world.entities[iri]
    return Meaning(entity, how, entity.label)


def test_a_name_tells_its_actors_from_its_places() -> None:
    state, place = meaning("actor/velmara", "metonym"), meaning("place/ostrin")
    named = Named(told("Old/ADJ/amod@2 Ostrin/PROPN/root@0").words, (state, place), exact=True)
    assert (named.surface, named.actors(), named.places()) == ("Old Ostrin", [state], [place])


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


@pytest.mark.parametrize(
    ("told_of", "country"),
    [
        ([], ""),
        (["actor/zenda-news"], ""),
        (["place/deir-salim"], "place/velmara"),
        (["actor/korland", "place/deir-salim"], "place/velmara"),
        (["actor/korland", "actor/korland", "place/deir-salim"], "place/velmara"),
        (["place/deir-salim", "actor/iron-shield"], "place/velmara"),
        (["actor/iron-shield", "actor/korland", "place/deir-salim"], "place/korland"),
        (["actor/velmara", "actor/idra-vash", "place/mardan-korland"], "place/korland"),
        (["actor/korland", "actor/velmara"], "place/korland"),
    ],
)
def test_the_country_in_focus_weighs_towns_over_groups_over_states_over_persons(
    told_of: list[str], country: str
) -> None:
    words = told("Name/PROPN/root@0").words
    names_told = [Named(words, (meaning(iri),), exact=True) for iri in told_of]
    world = context().world
    assert focus(world, names_told) == (country, world.state_of.get(country))


def test_a_metonym_and_a_name_of_many_countries_weigh_little() -> None:
    words, world = told("Name/PROPN/root@0").words, context().world
    capital = Named(words, (meaning("actor/korland", "metonym"),), exact=True)
    both = Named(words, (meaning("place/mardan"), meaning("place/mardan-korland")), exact=True)
    one = Named(words, (meaning("actor/velmara"),), exact=True)
    assert focus(world, [capital, capital, one])[0] == "place/velmara"
    assert focus(world, [both, Named(words, (meaning("actor/tessia"),), exact=True)])[0] == (
        "place/tessia"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Northern/PROPN/compound@2 Front/PROPN/nsubj@3 fled/VERB/root@0",
            [("Northern Front", {"actor/northern-front"}, "")],
        ),
        ("IS/PROPN/nsubj@2 fled/VERB/root@0", [("IS", {"actor/iron-shield"}, "")]),
        ("It/PRON/nsubj@3 Is/AUX/cop@3 late/ADJ/root@0", []),
        ("He/PRON/nsubj@3 is/AUX/cop@3 late/ADJ/root@0", []),
        ("the/DET/det@2 zenda/NOUN/root@0", []),
        ("Zenda/VERB/root@0", []),
        ("ZENDA/VERB/root@0", [("ZENDA", {"actor/zenda-news"}, "")]),
    ],
)
def test_a_known_name_needs_a_capital_and_an_acronym_needs_all(
    rows: str, expected: list[tuple[str, set[str], str]]
) -> None:
    assert names(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("The/DET/det@4//ORG Zenda/PROPN/compound@4//+ORG Relief/PROPN/compound@4//+ORG "
            "Fund/PROPN/root@0//+ORG 's/PART/case@4//+ORG"),
            [("Zenda Relief Fund", set(), "ORG")],
        ),
        (
            "Zenda/PROPN/compound@2//ORG Relief/PROPN/root@0//+ORG",
            [("Zenda", {"actor/zenda-news"}, "ORG"), ("Relief", set(), "NAME")],
        ),
        (
            "Zenda/PROPN/compound@3//LOC Relief/PROPN/compound@3//+LOC Fund/PROPN/root@0//+LOC",
            [("Zenda", {"actor/zenda-news"}, "LOC"), ("Relief Fund", set(), "NAME")],
        ),
        (
            ("Free/PROPN/compound@4//ORG Northern/PROPN/compound@3//+ORG "
            "Front/PROPN/compound@4//+ORG Fund/PROPN/root@0//+ORG"),
            [("Northern Front", {"actor/northern-front"}, "ORG"), ("Free", set(), "NAME"),
             ("Fund", set(), "NAME")],
        ),
    ],
)  # fmt: skip
def test_a_known_word_inside_an_unknown_longer_name_is_no_name(
    rows: str, expected: list[tuple[str, set[str], str]]
) -> None:
    assert sorted(names(rows)) == sorted(expected)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Dara/PROPN/root@0//PERSON", [("Dara", set(), "PERSON")]),
        (
            "Dara/PROPN/root@0//PERSON Lomi/PROPN/conj@1//PERSON",
            [("Dara", set(), "PERSON"), ("Lomi", set(), "PERSON")],
        ),
        (
            "Dara/PROPN/root@0//PERSON Qi/PROPN/conj@1//ORG",
            [("Dara", set(), "PERSON"), ("Qi", set(), "ORG")],
        ),
        ("dozens/NOUN/root@0//NUM", []),
        ("The/DET/root@0//ORG", []),
    ],
)
def test_a_person_body_or_place_of_the_tagger_is_a_name(
    rows: str, expected: list[tuple[str, set[str], str]]
) -> None:
    assert names(rows) == expected


def test_a_name_that_the_article_introduced_is_one_where_it_has_a_capital() -> None:
    article = context()
    article.aliases["vfo"] = WATCH
    assert names("VFO/NOUN/root@0", article) == [("VFO", set(), "alias")]
    assert names("vfo/NOUN/root@0", article) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Dara/PROPN/compound@2 Lomi/PROPN/nsubj@3 said/VERB/root@0/say",
            [("Dara Lomi", set(), "NAME")],
        ),
        ("Friday/PROPN/root@0", []),
        ("Al/PROPN/root@0", []),
        ("Rebel/PROPN/root@0", []),
        ("dara/PROPN/root@0", []),
        ("Dara/NOUN/root@0", []),
        (("Aaa/PROPN/root@0 Bbb/PROPN/flat@1 Ccc/PROPN/flat@1 Ddd/PROPN/flat@1 "
         "Eee/PROPN/flat@1 Fff/PROPN/flat@1"), []),
    ],
)  # fmt: skip
def test_up_to_five_proper_nouns_in_a_row_are_a_name(
    rows: str, expected: list[tuple[str, set[str], str]]
) -> None:
    assert names(rows) == expected


@pytest.mark.parametrize(
    ("rows", "surface"),
    [
        # an article that belongs to the name, above or below it
        ("El/PROPN/compound@2 Mardan/PROPN/root@0", "El Mardan"),
        ("El/PROPN/root@0 Mardan/PROPN/flat@1", "El Mardan"),
        # one of another word, in small letters, no article
        ("El/PROPN/nsubj@3 Mardan/PROPN/obj@3 saw/VERB/root@0/see", "Mardan"),
        ("el/DET/det@2 Mardan/PROPN/root@0", "Mardan"),
        ("Old/ADJ/amod@2 Mardan/PROPN/root@0", "Mardan"),
    ],
)
def test_a_name_is_told_with_the_article_that_it_begins_with(rows: str, surface: str) -> None:
    assert surface in [written for written, _, _ in names(rows)]
