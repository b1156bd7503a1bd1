"""Who backs whom, by verbs, hyphens, gifts, fighting beside, support and nouns of alliance."""

from __future__ import annotations

import pytest

from extract.trees import told
from kg.extract.backing import backings


def found(rows: str) -> list[tuple[str, str, str]]:
    """Backer, backed and pattern of each backing of a sentence."""
    now = told(rows).now
    words = now.knowledge.relations.backing
    ties = [tie for word in now.sentence.words for tie in backings(word, now, words)]
    assert {(tie.of, tie.facts) for tie in ties} <= {("Backing", ())}
    return [(tie.first.label, tie.second.label, tie.rule) for tie in ties]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Borland/PROPN/nsubj@2 backs/VERB/root@0/back RF/PROPN/obj@2",
            [("Borland", "Red Front", "verb of support")],
        ),
        (
            (
                "RF/PROPN/nsubj:pass@3 is/AUX/aux:pass@3 backed/VERB/root@0/back by/ADP/case@5 "
                "Borland/PROPN/obl:agent@3"
            ),
            [("Borland", "Red Front", "verb of support")],
        ),
        (
            "Borland/PROPN/nsubj@3 not/PART/advmod@3 backs/VERB/root@0/back RF/PROPN/obj@3",
            [],
        ),
        ("Borland/PROPN/nsubj@2 sees/VERB/root@0/see RF/PROPN/obj@2", []),
        ("Borland/PROPN/nsubj@2 backs/NOUN/root@0/back RF/PROPN/obj@2", []),
        # a population backs nobody and is not backed
        ("Borland/PROPN/nsubj@2 backs/VERB/root@0/back civilians/NOUN/obj@2/civilian", []),
        ("civilians/NOUN/nsubj@2/civilian back/VERB/root@0 RF/PROPN/obj@2", []),
        # coordinated ends are crossed
        (
            (
                "Borland/PROPN/nsubj@3 Casland/PROPN/conj@1 back/VERB/root@0 RF/PROPN/obj@3 "
                "GL/PROPN/conj@4"
            ),
            [
                ("Borland", "Red Front", "verb of support"),
                ("Casland", "Red Front", "verb of support"),
                ("Borland", "Green Legion", "verb of support"),
                ("Casland", "Green Legion", "verb of support"),
            ],
        ),
    ],
)
def test_verbs_of_support(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Borlandic-backed/ADJ/amod@2 rebels/NOUN/root@0/rebel",
            [("Borland", "rebels (Avenia)", "-backed")],
        ),
        (
            "Borlandic-backed/ADJ/amod@2 rebels/NOUN/root@0/rebel RF/PROPN/conj@2",
            [("Borland", "rebels (Avenia)", "-backed"), ("Borland", "Red Front", "-backed")],
        ),
        ("Borlandic-built/ADJ/amod@2 rebels/NOUN/root@0/rebel", []),
        ("unknown-backed/ADJ/amod@2 rebels/NOUN/root@0/rebel", []),
        ("-backed/ADJ/amod@2 rebels/NOUN/root@0/rebel", []),
        ("Borlandic-backed/ADJ/root@0", []),
        ("Borlandic-backed/ADJ/advmod@2 won/VERB/root@0", []),
        ("Borlandic-backed/ADJ/amod@2 civilians/NOUN/root@0/civilian", []),
    ],
)
def test_names_with_a_hyphen(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "Borland/PROPN/nsubj@2 supplies/VERB/root@0/supply weapons/NOUN/obj@2/weapon "
                "to/ADP/case@5 RF/PROPN/obl@2"
            ),
            [("Borland", "Red Front", "gives support to")],
        ),
        (
            "Borland/PROPN/nsubj@2 gives/VERB/root@0/give RF/PROPN/iobj@2 weapons/NOUN/obj@2/weapon",
            [("Borland", "Red Front", "gives support to")],
        ),
        (
            (
                "Borland/PROPN/nsubj@2 supplies/VERB/root@0/supply bread/NOUN/obj@2 to/ADP/case@5 "
                "RF/PROPN/obl@2"
            ),
            [],
        ),
        (
            (
                "Borland/PROPN/nsubj@2 sells/VERB/root@0/sell weapons/NOUN/obj@2/weapon to/ADP/case@5 "
                "RF/PROPN/obl@2"
            ),
            [],
        ),
        (
            (
                "Borland/PROPN/nsubj@2 supplies/VERB/root@0/supply weapons/NOUN/obj@2/weapon "
                "against/ADP/case@5 RF/PROPN/obl@2"
            ),
            [],
        ),
        ("weapons/NOUN/nsubj@2/weapon supply/VERB/root@0 RF/PROPN/iobj@2", []),
        ("weapons/NOUN/obj@0/weapon", []),
        # fighting beside
        (
            "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight alongside/ADP/case@4 RF/PROPN/obl@2",
            [("Borland", "Red Front", "fights beside")],
        ),
        (
            "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight against/ADP/case@4 RF/PROPN/obl@2",
            [],
        ),
        (
            "Borland/PROPN/nsubj@2 sits/VERB/root@0/sit alongside/ADP/case@4 RF/PROPN/obl@2",
            [],
        ),
        # with the support of
        (
            (
                "RF/PROPN/nsubj@2 won/VERB/root@0 with/ADP/case@4 support/NOUN/obl@2 of/ADP/case@6 "
                "Borland/PROPN/nmod@4"
            ),
            [("Borland", "Red Front", "with the support of")],
        ),
        (
            (
                "won/VERB/root@0 RF/PROPN/obj@1 with/ADP/case@5 Borland/PROPN/nmod:poss@5 "
                "support/NOUN/obl@1"
            ),
            [("Borland", "Red Front", "with the support of")],
        ),
        (
            (
                "RF/PROPN/nsubj@2 won/VERB/root@0 without/ADP/case@4 support/NOUN/obl@2 of/ADP/case@6 "
                "Borland/PROPN/nmod@4"
            ),
            [],
        ),
        ("RF/PROPN/nsubj@2 won/VERB/root@0 with/ADP/case@4 support/NOUN/obl@2", []),
        (
            "men/NOUN/root@0 with/ADP/case@3 support/NOUN/nmod@1 of/ADP/case@5 Borland/PROPN/nmod@3",
            [],
        ),
    ],
)
def test_gifts_fighting_beside_and_support(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # in apposition, by its adjective, by the name right behind, as predicate
        (
            "Borland/PROPN/root@0 ,/PUNCT/punct@4 RF/PROPN/nmod:poss@4 ally/NOUN/appos@1",
            [("Borland", "Red Front")],
        ),
        (
            "RF/PROPN/nmod:poss@3 Borlandic/ADJ/amod@3 ally/NOUN/root@0",
            [("Borland", "Red Front")],
        ),
        (
            "regime/NOUN/compound@2 ally/NOUN/compound@3 Borland/PROPN/root@0",
            [("Borland", "Avenia")],
        ),
        (
            (
                "Borland/PROPN/nsubj@4 is/AUX/cop@4 an/DET/det@4 ally/NOUN/root@0 of/ADP/case@6 "
                "RF/PROPN/nmod@4"
            ),
            [("Borland", "Red Front")],
        ),
        (
            (
                "Borland/PROPN/nsubj@4 is/AUX/cop@4 summer/NOUN/compound@4 ally/NOUN/root@0 of/ADP/case@6 "
                "RF/PROPN/nmod@4 in/ADP/case@8 war/NOUN/nmod@4"
            ),
            [("Borland", "Red Front")],
        ),
        (
            "Borland/PROPN/nsubj@3 is/AUX/cop@3 ally/NOUN/root@0 in/ADP/case@5 RF/PROPN/nmod@3",
            [],
        ),
        # only states are said to be anybody's ally, and nobody is its own
        (
            "GL/PROPN/root@0 ,/PUNCT/punct@4 RF/PROPN/nmod:poss@4 ally/NOUN/appos@1",
            [],
        ),
        (
            "Borland/PROPN/root@0 ,/PUNCT/punct@4 Borlandic/ADJ/nmod:poss@4 ally/NOUN/appos@1",
            [],
        ),
        ("Borland/PROPN/root@0 ,/PUNCT/punct@3 ally/NOUN/appos@1", []),
        ("ally/NOUN/compound@2 camp/NOUN/root@0", []),
    ],
)
def test_nouns_of_alliance(rows: str, expected: list[tuple[str, str]]) -> None:
    assert found(rows) == [(*pair, "noun ally") for pair in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight in/ADP/case@4 support/NOUN/obl@2 "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [("Borland", "Red Front", "in support of")],
        ),
        # in something else, of nobody, for want of it
        (
            (
                "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight in/ADP/case@4 land/NOUN/obl@2 "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
        (
            (
                "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight in/ADP/case@4 support/NOUN/obl@2 "
                "near/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
        (
            (
                "Borland/PROPN/nsubj@2 fights/VERB/root@0/fight for/ADP/case@4 support/NOUN/obl@2 "
                "of/ADP/case@6 RF/PROPN/nmod@4"
            ),
            [],
        ),
        # the parser hung the helper on the verb
        (
            (
                "RF/PROPN/nsubj@2 won/VERB/root@0 with/ADP/case@4 support/NOUN/obl@2 from/ADP/case@6 "
                "Borland/PROPN/obl@2"
            ),
            [("Borland", "Red Front", "with the support of")],
        ),
    ],
)
def test_fighting_in_support_and_help_told_by_the_verb(
    rows: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(rows) == expected
