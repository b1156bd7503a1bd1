"""Who a government, an office or a body is: by owner, by name, or by what was told before."""

from __future__ import annotations

import pytest

from kg.model import Link
from resolve.velmara import after, by_noun, generic, new, reading, to

NF = to("actor/northern-front", "NF", "label", 1.0)
ZENDA = to("actor/zenda-news", "Zenda", "label", 1.0)
VASH = to("actor/idra-vash", "Vash", "label", 1.0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Korlandic/ADJ/amod@2 government/NOUN/root@0",
         to("actor/korland", "Korlandic government", "demonym", 0.7)),
        ("Vash/PROPN/compound@2 government/NOUN/root@0",
         to("actor/velmara", "Vash government", "person's office", 0.8)),
        ("opposition/NOUN/compound@2 government/NOUN/root@0",
         generic("opposition", "ArmedGroup", "opposition government")),
        ("the/DET/det@2 regime/NOUN/root@0",
         to("actor/velmara", "regime", "government in focus", 0.75)),
        ("the/DET/det@2 ministry/NOUN/root@0",
         to("actor/velmara", "ministry", "government in focus", 0.6)),
        ("a/DET/det@2 ministry/NOUN/root@0", None),
    ],
)  # fmt: skip
def test_a_government_is_its_owners_or_a_sides_or_that_of_the_country_in_focus(
    rows: str, expected: Link | None
) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "spoken_of", "expected"),
    [
        ("president/NOUN/root@0 Idra/PROPN/flat@1 Vash/PROPN/flat@2", (),
         to("actor/idra-vash", "Idra Vash", "label", 1.0)),
        ("president/NOUN/root@0 Dara/PROPN/appos@1//PERSON", (),
         new("Dara", "Person", "Dara", "new name", 0.6)),
        ("Vash/PROPN/compound@2 spokesman/NOUN/root@0", (), VASH),
        ("NF/PROPN/compound@2 spokesman/NOUN/root@0", (),
         to("actor/northern-front", "NF spokesman", "label+office", 0.6)),
        ("Vfo/PROPN/compound@2 leader/NOUN/root@0", (),
         to("actor/idra-vash", "Vfo", "introduced in the article", 0.9)),
        ("Dara/PROPN/compound@2 leader/NOUN/root@0", (), None),
        ("the/DET/det@2 president/NOUN/root@0", (VASH, NF), VASH),
        ("the/DET/det@2 president/NOUN/root@0", (NF,), None),
        ("a/DET/det@2 president/NOUN/root@0", (VASH,), None),
    ],
)  # fmt: skip
def test_an_office_is_the_person_named_else_whom_it_speaks_for_else_the_last_person(
    rows: str, spoken_of: tuple[Link, ...], expected: Link | None
) -> None:
    article = after(*spoken_of)
    article.aliases["vfo"] = VASH
    assert by_noun(rows, article) == expected


@pytest.mark.parametrize(
    ("rows", "spoken_of", "expected"),
    [
        ("agency/NOUN/root@0 Zenda/PROPN/flat@1", (), ZENDA),
        ("agency/NOUN/root@0 Dara/PROPN/appos@1", (),
         new("Dara", "Organization", "Dara", "new name", 0.6)),
        ("agency/NOUN/root@0 Zenda/PROPN/appos@1", (), ZENDA),
        ("agency/NOUN/root@0 Zenda/PROPN/dep@1", (), ZENDA),
        ("agency/NOUN/root@0 Velmara/PROPN/appos@1", (), None),
        ("agency/NOUN/root@0 Mardan/PROPN/flat@1", (), None),
        ("agency/NOUN/root@0 Dara/PROPN/flat@1//LOC", (),
         new("Dara", "Organization", "Dara", "new name", 0.6)),
        ("militia/NOUN/root@0 NF/PROPN/appos@1", (), NF),
        ("Korlandic/ADJ/amod@2 agency/NOUN/root@0", (),
         to("actor/korland", "Korlandic agency", "demonym+body", 0.6)),
        ("the/DET/det@2 agency/NOUN/root@0", (ZENDA, NF),
         to("actor/zenda-news", "Zenda", "definite noun", 0.6)),
        ("the/DET/det@3 Korlandic/ADJ/amod@3 agency/NOUN/root@0", (ZENDA,),
         to("actor/korland", "Korlandic agency", "demonym+body", 0.6)),
        ("an/DET/det@2 agency/NOUN/root@0", (ZENDA,), None),
    ],
)  # fmt: skip
def test_a_body_is_who_is_named_beside_it_else_its_owner_else_the_last_one(
    rows: str, spoken_of: tuple[Link, ...], expected: Link | None
) -> None:
    assert by_noun(rows, after(*spoken_of)) == expected


def test_the_word_behind_is_the_name_where_both_hang_on_one_verb() -> None:
    told = reading("agency/NOUN/nsubj@3 Zenda/PROPN/nsubj@3 said/VERB/root@0/say")
    assert told.resolver.by_noun(told.the("agency")) == ZENDA


MINISTRY = "actor/velmaran-health-ministry"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the curated body of that kind and state, else the state
        ("Velmara/PROPN/nmod:poss@3 health/NOUN/compound@3 ministry/NOUN/root@0",
         to(MINISTRY, "Velmara health ministry", "body of a state", 0.9)),
        ("regime/NOUN/nmod:poss@3 health/NOUN/compound@3 ministry/NOUN/root@0",
         to(MINISTRY, "regime health ministry", "body of a state", 0.9)),
        ("Velmara/PROPN/nmod:poss@3 mining/NOUN/compound@3 ministry/NOUN/root@0",
         to("actor/velmara", "Velmara mining ministry", "label", 1.0)),
        ("Korland/PROPN/nmod:poss@3 health/NOUN/compound@3 ministry/NOUN/root@0",
         to("actor/korland", "Korland health ministry", "label", 1.0)),
        # an adjective is no kind, and a government of health is none
        ("Velmara/PROPN/nmod:poss@3 health/ADJ/amod@3 ministry/NOUN/root@0",
         to("actor/velmara", "Velmara health ministry", "label", 1.0)),
        ("Velmara/PROPN/nmod:poss@3 health/NOUN/compound@3 government/NOUN/root@0",
         to("actor/velmara", "Velmara health government", "label", 1.0)),
        # a group has no state's ministries
        ("NF/PROPN/compound@3 health/NOUN/compound@3 ministry/NOUN/root@0",
         to("actor/northern-front", "NF health ministry", "label", 1.0)),
    ],
)  # fmt: skip
def test_a_states_own_ministry_goes_before_the_state(rows: str, expected: Link) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "a statement released by X" speaks for X
        ("statement/NOUN/root@0 sent/VERB/acl@1/send by/ADP/case@4 NF/PROPN/obl:agent@2",
         to("actor/northern-front", "NF", "label+body", 0.6)),
        (("Zenda/PROPN/compound@2 statement/NOUN/root@0 sent/VERB/acl@2/send by/ADP/case@5 "
         "NF/PROPN/obl:agent@3"),
         to("actor/northern-front", "NF", "label+body", 0.6)),
        # sent by nobody, or sent elsewhere, it is its owner's
        (("Zenda/PROPN/compound@2 statement/NOUN/root@0 sent/VERB/acl@2/send by/ADP/case@5 "
         "post/NOUN/obl:agent@3"),
         to("actor/zenda-news", "Zenda statement", "label+body", 0.6)),
        ("statement/NOUN/root@0 sent/VERB/acl@1/send to/ADP/case@4 NF/PROPN/obl@2", None),
    ],
)  # fmt: skip
def test_a_statement_is_of_its_author(rows: str, expected: Link | None) -> None:
    assert by_noun(rows) == expected
