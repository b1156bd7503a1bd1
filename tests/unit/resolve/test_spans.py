"""Which words of a sentence are names, and what they may stand for."""

from __future__ import annotations

import pytest

from kg.resolve.context import Context
from kg.resolve.named import Named
from kg.resolve.spans import names_of
from resolve.velmara import context, meaning, to, told

WATCH = to("actor/velmara-watch", "Velmara Watch", "label", 1.0)


def names(rows: str, within: Context | None = None) -> list[tuple[str, set[str], str]]:
    """The names of a sentence: as written, what they may stand for, the tagger's label."""
    found = names_of(told(rows), within or context())
    each = {id(named): named for named in found.values()}.values()
    return [(n.surface, {m.entity.iri for m in n.meanings}, n.entity) for n in each]


def test_a_name_tells_its_actors_from_its_places() -> None:
    state, place = meaning("actor/velmara", "metonym"), meaning("place/ostrin")
    named = Named(told("Old/ADJ/amod@2 Ostrin/PROPN/root@0").words, (state, place), exact=True)
    assert (named.surface, named.actors(), named.places()) == ("Old Ostrin", [state], [place])


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
