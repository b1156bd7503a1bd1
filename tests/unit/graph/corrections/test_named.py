"""Names in records mean one thing or one report, or are told why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.corrections.records import (
    BACKS,
    FRONT,
    MORTARS,
    POUNDED_BY_NAME,
    SALIM,
    SHELLED,
    STRUCK_BY_NAME,
    articles,
    fix,
    told,
)
from graph.sheets import actor, place, report, sheet
from kg.graph.corrections.correction import ReportName
from kg.graph.corrections.named import Things, Unnamed, name_of, reports, things, word
from kg.resolve.world import Entity

CURATED = {
    iri: Entity(iri, "ArmedGroup", label, aliases, (), (), {})
    for iri, label, aliases in [
        ("actor/northern-front", "Northern Front", ("NF",)),
        ("actor/lake-guard", "Lake Guard", ("Guard",)),
        ("actor/hill-guard", "Hill Guard", ("Guard",)),
    ]
}


def known(*corrections: object) -> Things:
    return things(articles(), CURATED, corrections)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind", "iri"),
    [
        ("actor/valley-guard", "", "actor/valley-guard"),
        ("Northern Front", "actor", "actor/northern-front"),
        ("northern front", "", "actor/northern-front"),
        ("the Front", "", "actor/northern-front"),
        ("NF", "", "actor/northern-front"),
        ("Lake Guard", "", "actor/lake-guard"),
        ("Deir Salim", "place", "place/deir-salim"),
        ("Ostrin truce", "deal", "deal/ostrin-truce"),
    ],
)
def test_a_thing_goes_by_its_iri_and_its_labels(name: str, kind: str, iri: str) -> None:
    assert known().link(name, kind).iri == iri


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("Hill", "", "no actor, place or deal here is called 'Hill'"),
        ("Deir Salim", "actor", "no actor here is called 'Deir Salim'"),
        ("place/deir-salim", "actor", "no actor here is called 'place/deir-salim'"),
        ("Guard", "", "'Guard' means actor/hill-guard, actor/lake-guard: name one of these"),
    ],
)
def test_a_name_of_nothing_or_of_several_is_told(name: str, kind: str, reason: str) -> None:
    with pytest.raises(Unnamed) as error:
        known().link(name, kind)
    assert str(error.value) == reason


def test_a_preferred_label_goes_before_another_things_alias() -> None:
    sheets = [
        sheet("a", report(roles={"initiator": (actor("Guard"), actor("X", surface="Guard"))}))
    ]
    assert things(sheets, {}, ()).link("Guard").iri == "actor/guard"


def test_labels_that_corrections_give_are_known_too() -> None:
    split = fix("split-actor", thing="Valley Guard", new="Second Guard")
    rename = fix("rename", thing="Northern Front", label="United Front")
    lost = fix("rename", thing="Nobody", label="Somebody")
    found = known(split, rename, lost)
    assert found.link("Second Guard").iri == "actor/second-guard"
    assert found.link("Second Guard").cls == "ArmedGroup"
    assert found.link("United Front").iri == "actor/northern-front"
    with pytest.raises(Unnamed):
        found.link("Somebody")


def test_a_place_that_articles_locate_keeps_its_point() -> None:
    located = replace(place("Tel Amra"), position=(35.5, 36.25))
    again = replace(located, surface="Amra", position=(1.0, 2.0))
    sheets = [sheet("a", report(roles={"place": (again, located)}))]
    amra = Entity("place/tel-amra", "Settlement", "Tel Amra", (), (), (), {})
    assert things(sheets, {amra.iri: amra}, ()).link("Tel Amra").position == (1.0, 2.0)


@pytest.mark.parametrize(
    ("name", "at"),
    [
        (ReportName("one.txt", "the Front shelled Deir Salim"), (0, 0)),
        (ReportName("one.txt", " the  Front\nshelled Deir Salim"), (0, 0)),
        (ReportName("one.txt", "shelled Deir"), (0, 0)),  # the quote has grown
        (ReportName("one.txt", "On Friday, the Front shelled Deir Salim again"), (0, 0)),  # shrunk
        (STRUCK_BY_NAME, (0, 1)),
        (POUNDED_BY_NAME, (0, 2)),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", "POUNDED"), (0, 2)),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", type="AirStrike"), (0, 1)),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", nth=2), (0, 2)),
        (ReportName("two.txt", "mortars fell on Deir Salim"), (1, 0)),
    ],
)
def test_a_report_goes_by_its_words(name: ReportName, at: tuple[int, int]) -> None:
    assert reports(articles()).find(name) == [at]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (ReportName("six.txt", "x"), "no article here is called 'six.txt'"),
        (ReportName("two.txt", "the Front shelled"),
         "no report of two.txt quotes “the Front shelled”"),
        (ReportName("two.txt", "y" * 70), f"no report of two.txt quotes “{'y' * 59}…”"),
        # Less than half is left of what was quoted.
        (ReportName("two.txt", f"mortars fell on Deir Salim{' and on' * 9}"),
         f"no report of two.txt quotes “mortars fell on Deir Salim{' and on' * 4} and …”"),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", "hit"),
         "no report of one.txt quotes “jets struck and pounded Tel Amra”"),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", type="Clash"),
         "no report of one.txt quotes “jets struck and pounded Tel Amra”"),
        (ReportName("one.txt", "jets struck and pounded Tel Amra", nth=3),
         "no report of one.txt quotes “jets struck and pounded Tel Amra”"),
        (ReportName("one.txt", "jets struck and pounded Tel Amra"),
         ("2 reports of one.txt quote “jets struck and pounded Tel Amra”: "
          "add 'word', 'type' or 'nth' (AirStrike 'struck', Bombardment 'pounded')")),
    ],
)  # fmt: skip
def test_words_of_no_report_or_of_several_are_told(name: ReportName, reason: str) -> None:
    with pytest.raises(Unnamed) as error:
        reports(articles()).find(name)
    assert str(error.value) == reason


def test_a_report_of_two_texts_of_one_name_is_found_in_both() -> None:
    sheets = [sheet("a", MORTARS), replace(sheet("b", SHELLED, MORTARS), identifier="a.txt")]
    name = ReportName("a.txt", MORTARS.quote)
    assert reports(sheets).find(name) == [(0, 0), (1, 1)]


def test_the_name_of_each_report_finds_it_again() -> None:
    twice = told("shells fell and shells fell", "fell")
    again = replace(twice, trigger=(twice.trigger[0] + 16, twice.trigger[1] + 16))
    sheets = [*articles(), sheet("three", again, twice, replace(twice, type="AirStrike"))]
    for n, one in enumerate(sheets):
        for at in range(len(one.reports)):
            assert reports(sheets).find(name_of(one, at)) == [(n, at)]
    assert name_of(sheets[0], 0) == ReportName("one.txt", "the Front shelled Deir Salim")
    assert name_of(sheets[0], 1) == STRUCK_BY_NAME
    assert name_of(sheets[2], 0).nth == 2


def test_the_word_of_a_report_lies_in_its_quote() -> None:
    assert word(BACKS) == "arms"
    assert word(replace(BACKS, trigger=(0, 4))) == ""
    assert word(replace(BACKS, trigger=(300, 300))) == ""


def test_things_are_told_apart_by_kind() -> None:
    both = [sheet("a", report(roles={"initiator": (actor("Amra"),), "place": (place("Amra"),)}))]
    found = things(both, {}, ())
    assert found.link("Amra", "place").iri == "place/amra"
    with pytest.raises(Unnamed, match="'Amra' means actor/amra, place/amra"):
        found.link("Amra")
    assert FRONT.iri != SALIM.iri
