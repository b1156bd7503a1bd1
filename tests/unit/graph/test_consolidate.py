"""Two articles tell of one event only where type, place, days and sides agree."""

from __future__ import annotations

import datetime
import math
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from graph.sheets import CLASSES, DAY, actor, deal, pair, place, report, sheet, write_ontology
from kg.graph.consolidate import Thing, things
from kg.graph.constraints import Constraints
from kg.graph.happenings import Told
from kg.graph.quads import Sheet
from kg.graph.signs import load_signs
from kg.model import Interval, Report, Stance


@cache
def folder() -> Path:
    """The small ontology's folder."""
    return write_ontology(Path(mkdtemp()))


def days(first: int, last: int | None = None) -> Interval:
    begin = DAY + datetime.timedelta(days=first)
    return Interval(begin, DAY + datetime.timedelta(days=first if last is None else last))


def groups(*sheets: Sheet) -> set[frozenset[str]]:
    """Each thing as the names of its reports: article and position, "a1"."""
    return {
        frozenset(f"{sheets[told.sheet].identifier[0]}{told.at + 1}" for told in thing.told)
        for thing in things(sheets, CLASSES, folder())
    }


def merged(one: Report, other: Report) -> bool:
    """Whether two articles' reports are one event, whichever article comes first."""
    found = {
        frozenset(len(group) for group in groups(*sheets))
        for sheets in (
            (sheet("a", one), sheet("b", other)),
            (sheet("b", other), sheet("a", one)),
            (sheet("a", other), sheet("b", one)),
        )
    }
    assert len(found) == 1
    return found == {frozenset([2])}


MONITOR = actor("War Monitor", "Organization")
ALEPPO = replace(place("Hill Town"), position=(36.2, 37.16))
DAMASCUS = replace(place("River Town"), position=(33.5, 36.3))
FRONT, ARMY = actor("Northern Front"), actor("Velmaran Army", "ArmedForces")
SALIM, KASR = place("Deir Salim"), place("Kasr")


def at(*places: object, **sides: object) -> dict[str, tuple[object, ...]]:
    return {"place": places} | {role: (who,) for role, who in sides.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report(), report()),
        (report("AirStrike"), report("Attack")),
        (report("AirStrike"), report("Shelling")),  # in other words
        (report("Clash"), report("Attack")),
        (report(when=days(0, 2)), report(when=days(2, 4))),
        (report(when=days(0)), report(when=days(1))),
        (report(roles=at(SALIM, initiator=FRONT)), report()),
        (report(roles=at(SALIM, initiator=FRONT)), report(roles=at(SALIM, initiator=ARMY))),
        (report(roles=at(SALIM, KASR)), report(roles=at(KASR))),
        (report(stance=Stance.ALLEGED), report()),
        (report(stance=Stance.DENIED), report()),
    ],
)
def test_reports_that_agree_are_one_event(one: Report, other: Report) -> None:
    assert merged(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report("Attack"), report("CeasefireDeal")),
        (report(when=days(0)), report(when=days(4))),  # days apart
        (report(when=days(0, 14)), report(when=days(0))),  # a span and a day
        (report(stance=Stance.PLANNED), report()),
        # one source that names two perpetrators
        (
            report(roles=at(SALIM, initiator=FRONT), source=(MONITOR,)),
            report(roles=at(SALIM, initiator=ARMY), source=(MONITOR,)),
        ),
        # two places that are known to lie far apart
        (report(roles=at(ALEPPO)), report(roles=at(DAMASCUS))),
        # too little: another place, other words
        (report(roles=at(KASR), quote="shells fell on the old quarter"), report()),
        (report(roles={}, when=days(2), quote="gunmen shot at cars"), report(roles={})),
    ],
)
def test_reports_that_contradict_each_other_or_share_too_little_are_two_events(
    one: Report, other: Report
) -> None:
    assert not merged(one, other)


def test_reports_of_one_article_are_one_event_by_their_key_alone() -> None:
    told = sheet(
        "a", report(same_as="x"), report(), report("Clash", same_as="x"), report(same_as="y")
    )
    assert groups(told) == {frozenset(["a1", "a3"]), frozenset(["a2"]), frozenset(["a4"])}


def test_a_key_means_nothing_outside_its_article() -> None:
    kasr = report(roles=at(KASR), same_as="x", quote="shells fell on the old quarter")
    assert groups(sheet("a", report(same_as="x")), sheet("b", kasr)) == {
        frozenset(["a1"]),
        frozenset(["b1"]),
    }


def test_a_happening_may_take_its_place_and_day_from_two_reports() -> None:
    split = sheet(
        "a",
        report(roles={}, same_as="x"),
        report(when=Interval(None, None), same_as="x"),
    )
    assert groups(split, sheet("b", report())) == {frozenset(["a1", "a2", "b1"])}


def test_no_event_spans_days_that_lie_apart() -> None:
    chain = [sheet(name, report(when=days(at))) for name, at in (("a", 0), ("b", 3), ("c", 6))]
    found = groups(*chain)
    assert frozenset(["a1", "b1", "c1"]) not in found
    assert not any({"a1", "c1"} <= group for group in found)


@pytest.mark.parametrize("shift", range(14))
def test_no_window_joins_the_day_before_it_and_the_day_behind_it(shift: int) -> None:
    """Wherever the fortnights begin that tell which happenings are compared."""
    told = [
        sheet("a", report(when=days(shift))),
        sheet("b", report(when=days(shift + 1, shift + 7))),
        sheet("c", report(when=days(shift + 8))),
    ]
    assert not any({"a1", "c1"} <= group for group in groups(*told))


def test_each_join_tells_its_reports_signs_and_score() -> None:
    (event,) = things([sheet("a", report()), sheet("b", report())], CLASSES, folder())
    ((one, other, agreement),) = event.joins
    assert (one.sheet, other.sheet) == (0, 1)
    points = load_signs(folder()).points
    assert agreement.score == pytest.approx(sum(points[sign] for sign in agreement.signs))
    assert {"same-type", "same-small-place", "same-day-told"} <= {*agreement.signs}
    assert agreement.because == ", ".join(agreement.signs).replace("-", " ")
    assert agreement.certainty == round(1 / (1 + math.exp(-agreement.score)), 2)


def test_people_have_the_last_word() -> None:
    sheets = [sheet("a", report()), sheet("b", report()), sheet("c", report("CeasefireDeal"))]
    keys = [(each.local, 0) for each in sheets]
    apart = Constraints(apart=frozenset([frozenset(keys[:2])]))
    together = Constraints(together=(frozenset([keys[0], keys[2]]),))
    assert len(things(sheets, CLASSES, folder())) == 2
    assert len(things(sheets, CLASSES, folder(), apart)) == 3
    sizes = [len(each.told) for each in things(sheets[::2], CLASSES, folder(), together)]
    assert sizes == [2]


def test_people_part_what_one_article_tells_as_one() -> None:
    told = sheet("a", report(same_as="x"), report(same_as="x"), report(same_as="y", quote="else"))
    apart = Constraints(apart=frozenset([frozenset([(told.local, 0), (told.local, 1)])]))
    assert [len(each.told) for each in things([told], CLASSES, folder())] == [2, 1]
    assert [len(each.told) for each in things([told], CLASSES, folder(), apart)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("of", "iri"),
    [
        ("Backing", "backing/ilmar--northern-front"),
        ("Affiliation", "affiliation/ilmar--northern-front"),
        ("Leadership", "leadership/ilmar--northern-front"),
        ("Control", "control/ilmar--northern-front"),
    ],
)
def test_a_pair_is_one_thing_in_all_articles(of: str, iri: str) -> None:
    told = pair(of, actor("Ilmar", "State"), FRONT)
    reverse = pair(of, FRONT, actor("Ilmar", "State"))
    found = things([sheet("a", told), sheet("b", told, reverse)], CLASSES, folder())
    assert found == [
        Thing(iri, of, (Told(0, 0, told), Told(1, 0, told))),
        Thing(
            iri.replace("ilmar--northern-front", "northern-front--ilmar"),
            of,
            (Told(1, 1, reverse),),
        ),
    ]


def test_a_deal_is_the_one_it_is_linked_to_and_an_event_about_it_is_not() -> None:
    truce = deal("Ostrin truce")
    told = report("CeasefireDeal", of="CeasefireDeal", deal=truce)
    signed = report(deal=truce)
    event, found = sorted(
        things([sheet("a", told, signed)], CLASSES, folder()), key=lambda thing: -len(thing.iri)
    )
    assert found == Thing("deal/ostrin-truce", "CeasefireDeal", (Told(0, 0, told),))
    assert (event.of, event.told) == ("Event", (Told(0, 1, signed),))


def test_events_have_stable_names_of_their_own_and_things_are_sorted() -> None:
    clash = report("Clash", roles=at(KASR), quote="gunmen shot at cars")
    told = [sheet("a", report(), clash), sheet("b", report())]
    iris = [thing.iri for thing in things(told, CLASSES, folder())]
    assert iris == sorted(iris)
    assert len(set(iris)) == 2
    assert all(iri.startswith("event/") and len(iri) == len("event/") + 16 for iri in iris)
    assert iris == [thing.iri for thing in things(told, CLASSES, folder())]


def test_an_event_keeps_its_name_when_a_later_article_joins() -> None:
    alone, joined = (
        things(told, CLASSES, folder())
        for told in ([sheet("a", report())], [sheet("a", report()), sheet("b", report())])
    )
    assert [thing.iri for thing in alone] == [thing.iri for thing in joined]


def test_the_same_events_come_of_articles_in_any_order() -> None:
    chance = random.Random(7)  # noqa: S311 - any shuffle will do
    told = [
        sheet(f"{name}", report(kind, when=days(day, day + 1), roles=at(where)))
        for name, kind, day, where in zip(
            "abcdefghij",
            ["Attack", "AirStrike", "Shelling", "Attack", "Clash"] * 2,
            [0, 0, 0, 1, 1, 2, 2, 0, 1, 0],
            [SALIM, SALIM, SALIM, KASR, SALIM] * 2,
            strict=True,
        )
    ]
    expected = groups(*told)
    assert any(len(group) > 1 for group in expected)
    for _ in range(20):
        chance.shuffle(told)
        ordered = sorted(told, key=lambda each: each.local)
        assert groups(*told) == groups(*ordered) == expected


def test_nothing_told_is_nothing_merged() -> None:
    assert things([sheet("a")], CLASSES, folder()) == []
