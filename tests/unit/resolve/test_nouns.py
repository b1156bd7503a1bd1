"""Who a noun stands for, with and without an owner, a side or a name beside it."""

from __future__ import annotations

import pytest

from kg.model import Link
from resolve.velmara import after, by_noun, context, generic, new, to

NF = to("actor/northern-front", "NF", "label", 1.0)
COALITION = to("actor/river-coalition", "River Coalition", "label", 1.0)
WATCH = to("actor/velmara-watch", "", "the article's only monitor", 0.75)
VASH = to("actor/idra-vash", "Vash", "label", 1.0)
ARMY = "actor/velmaran-armed-forces"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("the/DET/det@2 troops/NOUN/root@0/troop", to(ARMY, "troops", "state+forces", 0.9)),
        ("Velmaran/ADJ/amod@2 police/NOUN/root@0",
         to(ARMY, "Velmaran police", "state+forces", 0.9)),
        ("NF/PROPN/compound@2 troops/NOUN/root@0/troop",
         to("actor/northern-front", "NF troops", "label+forces", 1.0)),
        ("rebel/ADJ/amod@2 troops/NOUN/root@0/troop",
         generic("rebels", "ArmedGroup", "rebel troops")),
        ("pro-regime/ADJ/amod@2 forces/NOUN/root@0/force",
         generic("pro-government forces", "ArmedForces", "pro-regime forces")),
        ("security/NOUN/compound@2 forces/NOUN/root@0/force",
         to(ARMY, "security forces", "state+forces", 0.9)),
        ("security/NOUN/compound@2 police/NOUN/root@0", None),
        ("large/ADJ/amod@2 forces/NOUN/root@0/force", None),
        ("Velmaran/ADJ/amod@2 warplanes/NOUN/root@0/warplane",
         to(ARMY, "Velmaran warplanes", "state+forces", 0.9)),
        ("warplanes/NOUN/root@0/warplane", None),
    ],
)  # fmt: skip
def test_forces_are_their_owners_or_of_a_side_or_at_home(rows: str, expected: Link | None) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("troops/NOUN/root@0/troop",
         new("soldiers", "ArmedForces", "troops", "generic soldiers", 0.7)),
        ("security/NOUN/compound@2 forces/NOUN/root@0/force", None),
        ("government/NOUN/root@0", None),
    ],
)  # fmt: skip
def test_without_a_country_in_focus_nobody_is_at_home(rows: str, expected: Link | None) -> None:
    assert by_noun(rows, context("")) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("NF/PROPN/compound@3 3/NUM/nummod@3 fighters/NOUN/root@0/fighter",
         to("actor/northern-front", "NF fighters", "label+fighters", 1.0)),
        ("Zenda/PROPN/compound@2 fighters/NOUN/root@0/fighter",
         to("actor/zenda-news", "Zenda fighters", "label+fighters", 1.0)),
        ("regime/NOUN/compound@2 fighters/NOUN/root@0/fighter",
         to(ARMY, "regime fighters", "state+forces", 0.9)),
        ("Velmaran/ADJ/amod@2 fighters/NOUN/root@0/fighter",
         generic("fighters", "ArmedGroup", "Velmaran fighters")),
        ("Hillfolk/ADJ/amod@2 fighters/NOUN/root@0/fighter",
         generic("Hillfolk fighters", "ArmedGroup", "Hillfolk fighters")),
        ("Hillfolk/ADJ/amod@3 rebel/ADJ/amod@3 fighters/NOUN/root@0/fighter",
         generic("Hillfolk fighters", "ArmedGroup", "Hillfolk rebel fighters")),
        ("pro-regime/ADJ/amod@2 fighters/NOUN/root@0/fighter",
         generic("pro-government forces", "ArmedForces", "pro-regime fighters")),
        ("foreign/ADJ/amod@2 rebels/NOUN/root@0/rebel",
         generic("rebels", "ArmedGroup", "foreign rebels")),
        ("rebel/ADJ/amod@2 rebels/NOUN/root@0/rebel",
         generic("rebels", "ArmedGroup", "rebel rebels")),
        ("many/ADJ/amod@2 rebels/NOUN/root@0/rebel",
         generic("rebels", "ArmedGroup", "many rebels")),
        ("snipers/NOUN/root@0/sniper", generic("snipers", "ArmedGroup", "snipers")),
        ("foreign/ADJ/amod@2 snipers/NOUN/root@0/sniper",
         generic("snipers", "ArmedGroup", "foreign snipers")),
    ],
)  # fmt: skip
def test_fighters_are_their_groups_or_their_states_or_themselves(rows: str, expected: Link) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("NF/PROPN/compound@2 militia/NOUN/root@0",
         to("actor/northern-front", "NF militia", "label+group", 1.0)),
        ("Hillfolk/ADJ/amod@2 militias/NOUN/root@0/militia",
         generic("Hillfolk militias", "ArmedGroup", "Hillfolk militias")),
        ("rebel/ADJ/amod@2 factions/NOUN/root@0/faction",
         generic("rebels", "ArmedGroup", "rebel factions")),
        ("Velmaran/ADJ/amod@2 militia/NOUN/root@0", None),
        ("groups/NOUN/root@0/group", None),
    ],
)  # fmt: skip
def test_a_group_is_its_owner_its_people_or_its_side(rows: str, expected: Link | None) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "spoken_of", "recalled"),
    [
        ("the/DET/det@2 group/NOUN/root@0", (COALITION, NF), NF),
        ("its/PRON/nmod:poss@2 faction/NOUN/root@0", (), None),
        ("the/DET/det@2 coalition/NOUN/root@0", (COALITION, NF), COALITION),
        ("coalition/NOUN/root@0", (COALITION, NF), COALITION),
        ("a/DET/det@2 group/NOUN/root@0", (NF,), None),
        ("the/DET/det@2 groups/NOUN/root@0/group", (NF,), None),
        ("the/DET/det@2 group/NOUN/root@0", (VASH,), None),
    ],
)
def test_a_definite_group_is_the_last_spoken_of_or_the_one_so_called(
    rows: str, spoken_of: tuple[Link, ...], recalled: Link | None
) -> None:
    expected = recalled and to(recalled.iri, recalled.surface, "definite noun", 0.55)
    assert by_noun(rows, after(*spoken_of)) == expected


@pytest.mark.parametrize(
    ("rows", "surface"),
    [
        ("an/DET/det@2 NGO/NOUN/root@0/ngo", "NGO"),
        ("the/DET/det@3 war/NOUN/compound@3 monitor/NOUN/root@0", "war monitor"),
        ("a/DET/det@3 monitoring/NOUN/compound@3 group/NOUN/root@0", "monitoring group"),
    ],
)
def test_a_monitor_is_the_one_that_the_article_leans_on(rows: str, surface: str) -> None:
    expected = to("actor/velmara-watch", surface, "the article's only monitor", 0.75)
    assert by_noun(rows, after(monitor=WATCH)) == expected
    assert by_noun(rows, after()) is None


def test_a_group_or_body_that_monitors_nothing_is_not_the_monitor() -> None:
    assert by_noun("an/DET/det@2 agency/NOUN/root@0", after(monitor=WATCH)) is None
    assert by_noun("a/DET/det@2 group/NOUN/root@0", after(monitor=WATCH)) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("civilians/NOUN/root@0/civilian", generic("civilians", "Population", "civilians")),
        ("Velmaran/ADJ/amod@3 old/ADJ/amod@3 farmers/NOUN/root@0/farmer",
         generic("farmers", "Population", "Velmaran old farmers")),
        ("others/NOUN/root@0/other", generic("civilians", "Population", "others")),
        ("each/DET/det@2 other/ADJ/root@0", None),
    ],
)  # fmt: skip
def test_a_population_is_itself_whoever_it_belongs_to(rows: str, expected: Link | None) -> None:
    assert by_noun(rows) == expected


@pytest.mark.parametrize(
    ("rows", "spoken_of", "expected"),
    [
        ("its/PRON/nmod:poss@3 Korlandic/ADJ/amod@3 ally/NOUN/root@0", (NF,),
         to("actor/korland", "Korlandic", "demonym", 0.7)),
        ("its/PRON/nmod:poss@2 allies/NOUN/root@0/ally", (NF,),
         generic("allies of Northern Front", "ArmedGroup", "its allies")),
        ("regime/NOUN/compound@2 allies/NOUN/root@0/ally", (),
         generic("pro-government forces", "ArmedForces", "regime allies")),
        ("old/ADJ/amod@2 allies/NOUN/root@0/ally", (), None),
    ],
)  # fmt: skip
def test_allies_are_named_by_their_adjective_else_by_their_friend(
    rows: str, spoken_of: tuple[Link, ...], expected: Link | None
) -> None:
    assert by_noun(rows, after(*spoken_of)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("positions/NOUN/root@0/position of/ADP/case@3 NF/PROPN/nmod@1",
         to("actor/northern-front", "NF", "label+position", 0.9)),
        ("rebel/ADJ/amod@2 stronghold/NOUN/root@0",
         generic("rebels", "ArmedGroup", "rebel stronghold")),
        ("old/ADJ/amod@2 stronghold/NOUN/root@0", None),
        ("rebel/ADJ/amod@2 trees/NOUN/root@0/tree", None),
    ],
)  # fmt: skip
def test_what_somebody_holds_stands_for_the_holder(rows: str, expected: Link | None) -> None:
    assert by_noun(rows) == expected
