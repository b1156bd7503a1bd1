"""Whose a noun is, by its modifiers, by what stands behind "of", by hyphens and possessives."""

from __future__ import annotations

import pytest

from kg.model import Link
from kg.resolve.owners import named
from resolve.velmara import context, generic, reading, to

NF = to("actor/northern-front", "NF", "label", 1.0)
VASH = to("actor/idra-vash", "Vash", "label", 1.0)
COALITION = to("actor/river-coalition", "River Coalition", "label", 1.0)
VELMARAN = to("actor/velmara", "Velmaran", "demonym", 0.7)


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("Velmaran/ADJ/amod@2 raids/NOUN/root@0/raid", "raids", VELMARAN),
        ("raids/NOUN/root@0/raid of/ADP/case@3 NF/PROPN/nmod@1", "raids", NF),
        ("raids/NOUN/root@0/raid on/ADP/case@3 NF/PROPN/nmod@1", "raids", None),
        ("men/NOUN/root@0/man loyal/ADJ/amod@1 to/ADP/case@4 NF/PROPN/obl@2", "men", NF),
        ("men/NOUN/root@0/man linked/VERB/acl@1 with/ADP/case@4 NF/PROPN/obl@2", "men", NF),
        ("men/NOUN/root@0/man linked/VERB/acl@1 by/ADP/case@4 NF/PROPN/obl@2", "men", None),
        ("men/NOUN/root@0/man opposed/ADJ/amod@1 to/ADP/case@4 NF/PROPN/obl@2", "men", None),
        ("old/ADJ/amod@2 raids/NOUN/root@0/raid", "raids", None),
    ],
)
def test_an_owner_is_told_by_a_modifier_a_preposition_or_loyalty(
    rows: str, word: str, expected: Link | None
) -> None:
    told = reading(rows)
    assert told.resolver.owner(told.the(word)) == expected


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("NF/PROPN/compound@2 raids/NOUN/root@0", "NF", NF),
        ("Korland/PROPN/nmod:poss@2 raids/NOUN/root@0", "Korland",
         to("actor/korland", "Korland", "label", 1.0)),
        ("Mardan/PROPN/compound@2 raids/NOUN/root@0", "Mardan", None),
        ("Mardan/PROPN/dep@2 raids/NOUN/root@0", "Mardan", None),
        ("Vfo/PROPN/compound@2 raids/NOUN/root@0", "Vfo",
         to("actor/idra-vash", "Vfo", "introduced in the article", 0.9)),
        ("Vfo/PROPN/dep@2 raids/NOUN/root@0", "Vfo", None),
        ("Dara/PROPN/compound@2 raids/NOUN/root@0", "Dara", None),
        ("Korlandic-led/ADJ/amod@2 raids/NOUN/root@0", "Korlandic-led",
         to("actor/korland", "Korlandic", "demonym", 0.7)),
        ("rebel-led/ADJ/amod@2 raids/NOUN/root@0", "rebel-led",
         generic("rebels", "ArmedGroup", "rebel")),
        ("Korlandic-made/ADJ/amod@2 raids/NOUN/root@0", "Korlandic-made", None),
        ("-led/ADJ/amod@2 raids/NOUN/root@0", "-led", None),
        ("ex-NF/ADJ/amod@2 raids/NOUN/root@0", "ex-NF", NF),
        ("ex-local/ADJ/amod@2 raids/NOUN/root@0", "ex-local", None),
        ("regime/NOUN/compound@2 raids/NOUN/root@0", "regime",
         to("actor/velmara", "regime", "government in focus", 0.7)),
        ("Korlandic/ADJ/amod@2 regime/NOUN/compound@3 raids/NOUN/root@0", "regime",
         to("actor/korland", "Korlandic", "demonym", 0.7)),
        ("ministry/NOUN/compound@2 raids/NOUN/root@0", "ministry", None),
        ("coalition/NOUN/compound@2 raids/NOUN/root@0", "coalition", COALITION),
        ("militia/NOUN/compound@2 raids/NOUN/root@0", "militia", None),
        ("coalition/NOUN/dep@2 raids/NOUN/root@0", "coalition", None),
        ("rebels/NOUN/nmod:poss@2/rebel raids/NOUN/root@0", "rebels",
         generic("rebels", "ArmedGroup", "rebels")),
        ("rebels/NOUN/compound@2/rebel raids/NOUN/root@0", "rebels", None),
        ("civilians/NOUN/nmod:poss@2/civilian raids/NOUN/root@0", "civilians", None),
        ("its/PRON/nmod:poss@2 raids/NOUN/root@0", "its", COALITION),
        ("his/PRON/nmod:poss@2 raids/NOUN/root@0", "his", VASH),
        ("our/PRON/nmod:poss@2 raids/NOUN/root@0", "our", None),
        ("its/PRON/det@2 raids/NOUN/root@0", "its", None),
    ],
)  # fmt: skip
def test_a_modifier_names_an_owner_or_none(rows: str, word: str, expected: Link | None) -> None:
    article = context()
    article.aliases["vfo"] = VASH
    for link in (NF, VASH, COALITION):
        article.remember(link)
    told = reading(rows, article)
    assert told.resolver.owning(told.the(word)) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("nmod:poss", to("actor/korland", "Land of Kor", "country as state", 0.8)),
        ("dep", None),
    ],
)
def test_a_country_owns_as_its_state_where_it_hangs_as_a_modifier(
    relation: str, expected: Link | None
) -> None:
    rows = f"Land/PROPN/{relation}@4 of/ADP/case@3 Kor/PROPN/nmod@1 raids/NOUN/root@0"
    told = reading(rows)
    assert told.resolver.owning(told.the("Land")) == expected


def test_without_a_country_in_focus_a_regime_owns_nothing_and_his_is_the_last_groups() -> None:
    article = context("")
    article.remember(NF)
    told = reading("regime/NOUN/compound@3 his/PRON/nmod:poss@3 raids/NOUN/root@0", article)
    assert told.resolver.owning(told.the("regime")) is None
    assert told.resolver.owning(told.the("his")) == NF


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("NF/PROPN/dep@0", NF),
        ("Vfo/PROPN/dep@0", to("actor/idra-vash", "Vfo", "introduced in the article", 0.9)),
        ("Dara/PROPN/dep@0//PERSON", None),
        ("rebels/NOUN/dep@0/rebel", generic("rebels", "ArmedGroup", "rebels")),
        ("government/NOUN/dep@0", to("actor/velmara", "government", "government in focus", 0.75)),
        ("agency/NOUN/dep@0", None),
        ("troops/NOUN/dep@0/troop", None),
        ("trees/NOUN/dep@0/tree", None),
    ],
)
def test_inside_a_title_a_name_or_a_body_owns_however_it_hangs(
    rows: str, expected: Link | None
) -> None:
    article = context()
    article.aliases["vfo"] = VASH
    told = reading(rows, article)
    assert told.resolver.owning_anywhere(told.sentence.words[0]) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Velmaran/ADJ/amod@2 raids/NOUN/root@0", VELMARAN),
        ("rebel/ADJ/amod@2 raids/NOUN/root@0", generic("rebels", "ArmedGroup", "rebel")),
        ("rebels/NOUN/compound@2/rebel raids/NOUN/root@0",
         generic("rebels", "ArmedGroup", "rebels")),
        ("foreign/ADJ/amod@2 raids/NOUN/root@0", None),
        ("old/ADJ/amod@2 raids/NOUN/root@0", None),
    ],
)  # fmt: skip
def test_an_event_is_owned_by_a_side_too_unless_the_word_owns_nothing(
    rows: str, expected: Link | None
) -> None:
    told = reading(rows)
    assert told.resolver.owning_event(told.sentence.words[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korlandic", to("actor/korland", "Korlandic", "demonym", 0.7)),
        ("Northerne Front", to("actor/northern-front", "Northerne Front", "label by sound", 0.85)),
        ("Mardan", None),
        ("Karsk truce", None),
        ("Rebels", generic("rebels", "ArmedGroup", "Rebels")),
        ("Regime", to("actor/velmara", "Regime", "government in focus", 0.75)),
        ("VFO", to("actor/idra-vash", "VFO", "label", 1.0)),
        ("Nobody", None),
    ],
)
def test_a_bare_word_names_a_side_the_government_a_curated_or_an_introduced_actor(
    text: str, expected: Link | None
) -> None:
    article = context()
    article.aliases["vfo"] = VASH
    assert named(article, text) == expected


def test_a_bare_regime_is_nobody_without_a_country_in_focus() -> None:
    assert named(context(""), "regime") is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("rebel/ADJ/amod@2 camp/NOUN/root@0", generic("rebels", "ArmedGroup", "rebels")),
        ("old/ADJ/amod@2 camp/NOUN/root@0", None),
    ],
)
def test_a_place_has_the_side_that_its_modifier_tells(rows: str, expected: Link | None) -> None:
    told = reading(rows)
    assert told.resolver.sided(told.the("camp")) == expected


TEG = to("actor/lom-teg", "Lom Teg", "label", 1.0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "Vash and his backers": of Vash, whoever was spoken of last
        ("Vash/PROPN/root@0 and/CCONJ/cc@4 his/PRON/nmod:poss@4 backers/NOUN/conj@1", VASH),
        ("NF/PROPN/root@0 and/CCONJ/cc@4 its/PRON/nmod:poss@4 backers/NOUN/conj@1", NF),
        ("rebels/NOUN/root@0/rebel and/CCONJ/cc@4 its/PRON/nmod:poss@4 men/NOUN/conj@1",
         generic("rebels", "ArmedGroup", "rebels")),
        # not coordinated, or with nobody: the last one spoken of
        ("Vash/PROPN/nsubj@4 saw/VERB/dep@4 his/PRON/nmod:poss@4 backers/NOUN/root@0", TEG),
        ("Vash/PROPN/root@0 with/ADP/case@4 his/PRON/nmod:poss@4 backers/NOUN/nmod@1", TEG),
        ("trees/NOUN/root@0/tree and/CCONJ/cc@4 his/PRON/nmod:poss@4 backers/NOUN/conj@1", TEG),
        ("ran/VERB/root@0/run and/CCONJ/cc@4 his/PRON/nmod:poss@4 backers/NOUN/conj@1", TEG),
        ("Vash/PROPN/root@0 and/CCONJ/cc@4 our/PRON/nmod:poss@4 backers/NOUN/conj@1", None),
    ],
)  # fmt: skip
def test_his_backers_are_of_whom_they_are_named_along_with(
    rows: str, expected: Link | None
) -> None:
    article = context()
    article.remember(TEG)
    told = reading(rows, article)
    pronoun = next(word for word in told.sentence.words if word.rel == "nmod:poss")
    assert told.resolver.owning(pronoun) == expected


OWN = "actor/velmaran-armed-forces"


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        # "army shelling", "border guard raids": forces of the state in focus
        ("army/NOUN/compound@2 raids/NOUN/root@0/raid", "army",
         to(OWN, "army", "state+forces", 0.9)),
        ("Korlandic/ADJ/amod@2 army/NOUN/compound@3 raids/NOUN/root@0/raid", "army",
         Link("actor/korlandic-forces", "Korlandic forces", "ArmedForces", "Korlandic army",
              "state+forces", 0.7)),
        # those that do not stand for the state alone, and forces in another place
        ("force/NOUN/compound@2 raids/NOUN/root@0/raid", "force", None),
        ("army/NOUN/amod@2 raids/NOUN/root@0/raid", "army", None),
        ("warplane/NOUN/compound@2 raids/NOUN/root@0/raid", "warplane", None),
    ],
)  # fmt: skip
def test_forces_before_a_noun_own_it(rows: str, word: str, expected: Link | None) -> None:
    told = reading(rows)
    assert told.resolver.owning(told.the(word)) == expected


WHOSE = "{} {} whose/PRON/nmod:poss@4 men/NOUN/nsubj@5 won/VERB/{}@1/win"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "Vash, whose men won": of the word that the clause explains
        (WHOSE.format("Vash/PROPN/root@0", ",/PUNCT/punct@5", "acl:relcl"), VASH),
        (WHOSE.format("NF/PROPN/root@0", ",/PUNCT/punct@5", "acl:relcl"), NF),
        (WHOSE.format("trees/NOUN/root@0/tree", ",/PUNCT/punct@5", "acl:relcl"), None),
        (WHOSE.format("Vash/PROPN/root@0", ",/PUNCT/punct@5", "parataxis"), None),
    ],
)
def test_whose_is_of_whom_its_clause_explains(rows: str, expected: Link | None) -> None:
    article = context()
    article.remember(TEG)
    told = reading(rows, article)
    assert told.resolver.owning(told.the("whose")) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "NF extended its raids": of the subject, whoever was spoken of last
        ("NF/PROPN/nsubj@2 sent/VERB/root@0/send its/PRON/nmod:poss@4 raids/NOUN/obj@2", NF),
        # a subject behind it, none, another word
        ("its/PRON/nmod:poss@2 raids/NOUN/obj@4 NF/PROPN/nsubj@4 saw/VERB/root@0/see", COALITION),
        ("sent/VERB/root@0/send its/PRON/nmod:poss@3 raids/NOUN/obj@1", COALITION),
        ("its/PRON/nmod:poss@2 raids/NOUN/root@0", COALITION),
        ("NF/PROPN/nsubj@2 sent/VERB/root@0/send our/PRON/nmod:poss@4 raids/NOUN/obj@2", None),
    ],
)
def test_its_raids_are_of_the_subject_of_their_clause(rows: str, expected: Link | None) -> None:
    article = context()
    article.remember(COALITION)
    told = reading(rows, article)
    pronoun = next(word for word in told.sentence.words if word.rel == "nmod:poss")
    assert told.resolver.owning_event(pronoun) == expected
