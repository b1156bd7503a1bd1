"""Who bears a name: a curated actor, one that the article introduced, or a new one."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.bearers import country_as_state, known, known_or_alias
from resolve.velmara import context, new, reading, to

WATCH = to("actor/velmara-watch", "Velmara Watch", "label", 1.0)


@pytest.mark.parametrize(
    ("rows", "country", "expected"),
    [
        (
            "NF/PROPN/root@0",
            "place/velmara",
            to("actor/northern-front", "NF", "label", 1.0),
        ),
        (
            "Nothern/PROPN/compound@2 Front/PROPN/root@0",
            "place/velmara",
            None,
        ),
        (
            "Norzern/PROPN/compound@2 Front/PROPN/root@0",
            "place/velmara",
            None,
        ),
        (
            "Northerne/PROPN/compound@2 Front/PROPN/root@0",
            "place/velmara",
            to("actor/northern-front", "Northerne Front", "label by sound", 0.85),
        ),
        ("Karsk/PROPN/root@0", "place/velmara", to("actor/korland", "Karsk", "metonym", 0.85)),
        (
            "Frontists/PROPN/root@0",
            "place/velmara",
            to("actor/northern-front", "Frontists", "demonym", 0.7),
        ),
        ("Velmara/PROPN/root@0", "place/velmara", to("actor/velmara", "Velmara", "label", 1.0)),
        (
            "Popular/PROPN/amod@2 Army/PROPN/root@0",
            "place/velmara",
            to("actor/popular-army-velmara", "Popular Army", "label", 1.0),
        ),
        (
            "Popular/PROPN/amod@2 Army/PROPN/root@0",
            "place/korland",
            to("actor/popular-army", "Popular Army", "label", 1.0),
        ),
        (
            "Popular/PROPN/amod@2 Army/PROPN/root@0",
            "",
            to("actor/popular-army", "Popular Army", "label", 1.0),
        ),
        ("Mardan/PROPN/root@0", "place/velmara", None),
    ],
)
def test_of_actors_of_one_name_the_one_at_home_is_meant_then_the_first_by_alphabet(
    rows: str, country: str, expected: Link | None
) -> None:
    told = reading(rows, context(country))
    named = told.resolver.names.get(told.sentence.words[-1].i)
    assert named is not None
    assert known(context(country), named) == expected


def test_a_country_is_its_state_and_a_town_is_none() -> None:
    told = reading("Korland/PROPN/root@0 Mardan/PROPN/conj@1")
    country, town = told.resolver.names[0], told.resolver.names[1]
    state = to("actor/korland", "Korland", "country as state", 0.8)
    assert country_as_state(context(), country) == state
    assert country_as_state(context(), town) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("VFO/PROPN/root@0", "VFO"),
        ("Old/ADJ/amod@2//ORG VFO/PROPN/root@0//+ORG", "Old VFO"),
        ("VFU/PROPN/root@0", None),
    ],
)
def test_a_name_that_the_article_introduced_stands_for_its_actor(
    rows: str, expected: str | None
) -> None:
    article = context()
    article.aliases["vfo"] = WATCH
    told = reading(rows, article)
    link = known_or_alias(article, told.resolver.names[len(told.sentence.words) - 1])
    introduced = expected and to("actor/velmara-watch", expected, "introduced in the article", 0.9)
    assert link == introduced


@pytest.mark.parametrize(
    ("rows", "cls"),
    [
        ("Dara/PROPN/root@0//PERSON", "Person"),
        ("Dara/PROPN/root@0//ORG", "Organization"),
        ("DARA/PROPN/root@0//PERSON", "Organization"),
        ("Dara/PROPN/root@0//LOC", ""),
        ("Dara/PROPN/root@0", ""),
        ("Dara/PROPN/root@0//ORG ,/PUNCT/punct@3 fighters/NOUN/appos@1/fighter", "ArmedGroup"),
        ("Dara/PROPN/compound@2 militia/NOUN/root@0", "ArmedGroup"),
        ("Dara/PROPN/nsubj@3 the/DET/det@3 militia/NOUN/root@0", ""),
        ("monitor/NOUN/root@0 Dara/PROPN/appos@1", "Organization"),
        ("spokesman/NOUN/root@0 Dara/PROPN/flat@1//ORG", "Person"),
        ("troops/NOUN/root@0/troop Dara/PROPN/appos@1//ORG", "Organization"),
        ("troops/NOUN/root@0/troop Dara/PROPN/appos@1", ""),
        ("Dara/PROPN/nsubj@2 NF/PROPN/root@0", ""),
    ],
)
def test_an_unknown_name_is_what_the_noun_beside_it_or_the_tagger_tells(
    rows: str, cls: str
) -> None:
    told = reading(rows)
    word = next(word for word in told.sentence.words if word.lower == "dara")
    expected = (new(word.text, cls, word.text, "new name", 0.6),) if cls else ()
    assert told.resolver.actor(word) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Dara/PROPN/compound@2 Lomi/PROPN/nsubj@3 said/VERB/root@0/say", "Dara Lomi"),
        ("Dara/PROPN/compound@2 Lomi/PROPN/obj@3 said/VERB/root@0/say", None),
        ("Dara/PROPN/compound@2 Lomi/PROPN/nsubj@3 fell/VERB/root@0/fall", None),
        ("Lomi/PROPN/nsubj@2 said/VERB/root@0/say", None),
        ("Dara/PROPN/compound@2 Lomi/PROPN/root@0", None),
    ],
)
def test_an_unknown_name_of_two_to_four_words_that_speaks_is_a_person(
    rows: str, expected: str | None
) -> None:
    told = reading(rows)
    person = (new(expected, "Person", expected, "new name", 0.6),) if expected else ()
    assert told.resolver.actor(told.the("Lomi")) == person
