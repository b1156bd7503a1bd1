"""What holds of merged events whatever articles tell: no war adds to a day, no claim is a fact."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.assembled import short
from graph.sheets import BASE, CLASSES, DAY, actor, place, report, sheet, toll, write_ontology
from kg.graph.agreement import Comparison
from kg.graph.assemble import assemble
from kg.graph.consolidate import Thing, things
from kg.graph.engagements import Engagements
from kg.graph.geography import geography
from kg.graph.happenings import happenings
from kg.graph.opponents import Sides, fights
from kg.graph.quads import Sheet, links_of
from kg.graph.signs import load_signs
from kg.model import Interval, Report, Stance
from kg.resolve import world

PEOPLE = actor("people", "Population")
FRONT, ARMY, GUARD = actor("Northern Front"), actor("Army", "ArmedForces"), actor("Guard")
PLACES = (place("Deir Salim"), place("Kasr"))
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = ("shells fell on the town", "gunmen shot at cars", "many died in the town")


@cache
def folder() -> Path:
    return write_ontology(Path(mkdtemp()))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of a day, a window, a war, or of no time that is told."""
    first = draw(st.integers(0, 9))
    length = draw(st.sampled_from((0, 0, 1, 5, 30, 300)))
    begin = DAY + datetime.timedelta(days=first)
    told = draw(st.booleans())
    when = (
        Interval(begin, begin + datetime.timedelta(days=length)) if told else Interval(None, None)
    )
    roles = {
        "place": draw(st.sampled_from([(), *((each,) for each in PLACES)])),
        "initiator": draw(st.sampled_from([(), (FRONT,), (ARMY,)])),
        "target": draw(st.sampled_from([(), (ARMY,), (GUARD,)])),
    }
    dead = draw(st.none() | st.integers(0, 5000))
    return report(
        draw(st.sampled_from(("Attack", "Shelling", "AirStrike", "Clash"))),
        roles={role: who for role, who in roles.items() if who},
        when=when,
        stance=draw(st.sampled_from(Stance)),
        source=draw(st.sampled_from([(), (actor("Monitor", "Organization"),)])),
        tolls=() if dead is None else (toll(dead, PEOPLE),),
        same_as=draw(st.sampled_from(("", "", "e1"))),
        quote=draw(st.sampled_from(WORDS)),
    )


@st.composite
def articles(draw: st.DrawFn) -> list[Sheet]:
    told = draw(st.lists(st.lists(reports(), min_size=1, max_size=3), min_size=1, max_size=4))
    return [sheet("abcd"[n], *own) for n, own in enumerate(told)]


def stated(told: list[Sheet], name: str) -> list[tuple[str, str]]:
    """What the graph of some articles says by a property: subject and value."""
    quads = assemble(told, folder(), BASE).shared
    return [
        (short(quad.subject), short(quad.object).rpartition("#")[2])
        for quad in quads
        if quad.predicate.value.endswith(f"#{name}")
    ]


def merged(told: list[Sheet]) -> list[Thing]:
    return things(told, CLASSES, folder())


def span(each: Report) -> int | None:
    when = each.when
    return (when.end - when.begin).days if when.begin and when.end else None


@SLOW
@given(articles())
def test_every_report_tells_of_one_event(told: list[Sheet]) -> None:
    found = [(each.sheet, each.at) for thing in merged(told) for each in thing.told]
    assert sorted(found) == [
        (n, at) for n, one in enumerate(told) for at in range(len(one.reports))
    ]


@SLOW
@given(articles())
def test_no_event_holds_two_happenings_that_a_bar_parts(told: list[Sheet]) -> None:
    links = (link for sheet in told for report in sheet.reports for link in links_of(report))
    places = geography(links, world.load(folder()))
    comparison = Comparison(load_signs(folder()), CLASSES, places)
    home = {
        (each.sheet, each.at): happening
        for happening in happenings(told, CLASSES, places)
        for each in happening.told
    }
    for thing in merged(told):
        own = {home[each.sheet, each.at].key: home[each.sheet, each.at] for each in thing.told}
        for one, other in combinations(own.values(), 2):
            assert comparison.of(one, other).bar == ""


SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.none() | st.sampled_from((0, 1, 5, 30, 300))),
    min_size=2,
    max_size=6,
)


@SLOW
@given(SPANS)
def test_the_toll_of_a_war_or_a_window_is_never_one_with_a_days(
    spans: list[tuple[int, int | None]],
) -> None:
    """Even where articles tell all else alike; None stands for no time told."""
    told = []
    for n, (first, length) in enumerate(spans):
        begin = DAY + datetime.timedelta(days=first)
        days = datetime.timedelta(days=length or 0)
        when = Interval(None, None) if length is None else Interval(begin, begin + days)
        told.append(sheet("abcdef"[n], report(when=when, tolls=(toll(40, PEOPLE),))))
    for thing in merged(told):
        lengths = {length for each in thing.told if (length := span(each.report)) is not None}
        assert max(lengths, default=0) - min(lengths, default=0) <= 10


@SLOW
@given(articles())
def test_a_merged_toll_is_never_more_than_an_article_gives(told: list[Sheet]) -> None:
    highs = [int(value) for _, value in stated(told, "maxCount")]
    figures = [t.count for one in told for r in one.reports for t in r.tolls if t.count is not None]
    assert max(highs, default=0) <= max(figures, default=0)


@SLOW
@given(articles())
def test_what_is_only_planned_is_one_event_with_nothing_that_happened(told: list[Sheet]) -> None:
    by_key: dict[tuple[int, str], set[Stance]] = {}
    for n, one in enumerate(told):
        for at, each in enumerate(one.reports):
            by_key.setdefault((n, each.same_as or f"#{at}"), set()).add(each.stance)
    for thing in merged(told):
        homes = {(each.sheet, each.report.same_as or f"#{each.at}") for each in thing.told}
        plans = {by_key[home] == {Stance.PLANNED} for home in homes}
        assert len(plans) == 1


@SLOW
@given(articles())
def test_only_an_asserted_report_makes_an_event_a_fact(told: list[Sheet]) -> None:
    facts = {event for event, stance in stated(told, "occurrence") if stance == "Asserted"}
    asserted = {
        thing.iri
        for thing in merged(told)
        if any(each.report.stance is Stance.ASSERTED for each in thing.told)
    }
    assert facts == asserted


@SLOW
@given(articles())
def test_without_an_asserted_report_nothing_is_a_fact_and_nobody_fought(told: list[Sheet]) -> None:
    claims = [sheet(one.identifier[0], *(r for r in one.reports if r.stance is not Stance.ASSERTED))
              for one in told]  # fmt: skip
    assert "Asserted" not in {stance for _, stance in stated(claims, "occurrence")}
    for name in ("foughtAgainst", "fighter", "deathsLow", "deathsHigh"):
        assert stated(claims, name) == []


@SLOW
@given(articles())
def test_the_dead_of_a_fight_are_those_of_single_days(told: list[Sheet]) -> None:
    found = {thing.iri: thing for thing in merged(told)}
    engagements = Engagements(told, CLASSES, {}).of(found.values())
    for fight in fights(engagements, Sides({})):
        events = [each.event for each in fight.engagements]
        lengths = {iri: [span(each.report) for each in found[iri].told] for iri in events}
        dated = [
            found[iri]
            for iri in events
            if {0, 1} & set(lengths[iri]) and not {5, 30, 300} & set(lengths[iri])
        ]
        most = sum(
            t.count or 0 for event in dated for each in event.told for t in each.report.tolls
        )
        assert fight.killed is None or (fight.killed.high or 0) <= most
