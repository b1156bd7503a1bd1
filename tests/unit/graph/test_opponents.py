"""Who fought whom: armed actors told as facts to act against each other, and never one side."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.merged import same, values
from graph.sheets import BASE, actor, bounded, pair, place, report, sheet, toll
from graph.war import write_war
from kg import vocab
from kg.graph.assemble import assemble
from kg.graph.consolidate import Thing
from kg.graph.engagements import Engagement, Engagements
from kg.graph.fighting import Fighting
from kg.graph.happenings import Told
from kg.graph.merged_tolls import Bounds
from kg.graph.opponents import Fight, Sides, fights, sides_of, ties
from kg.graph.terms import leaves
from kg.graph.tree import superclasses
from kg.model import Interval, Link, Report, Stance
from kg.resolve import world
from kg.resolve.world import Entity

ONTOLOGY = Path(__file__).parents[3] / "ontology"
CLASSES = superclasses(ONTOLOGY)
ARMY, NAVY = actor("Army", "ArmedForces"), actor("Navy", "ArmedForces")
STATE, OTHER = actor("Velmara", "State"), actor("Ilmar", "State")
FRONT, WING, GUARD = actor("Front"), actor("Wing"), actor("Guard")
CIVILIANS, MINISTER = actor("civilians", "Population"), actor("Idra Vash", "Person")
WELLS = actor("Open Wells", "Organization")
MAY = datetime.date(2031, 5, 1)


def entity(iri: str, **facts: tuple[str, ...]) -> Entity:
    return Entity(f"actor/{iri}", "ArmedGroup", iri, (), (), (), facts)


SIDES = Sides(
    {
        each.iri: each
        for each in (
            entity("army", forcesOf=("actor/velmara",)),
            entity("navy", forcesOf=("actor/velmara",)),
            entity("wing", partOf=("actor/front",)),
        )
    },
    frozenset([frozenset(("actor/guard", "actor/front"))]),
)


def acts(*who: Link, on: tuple[Link, ...] = (), type_: str = "Attack", **given: Any) -> Report:
    roles = {"initiator": who, "target": on, "place": (place("Deir Salim"),)}
    told: dict[str, Any] = {"roles": {role: links for role, links in roles.items() if links}}
    return report(type_, **(told | given))


def event(*reports: Report, iri: str = "event/e") -> Thing:
    return Thing(iri, "Event", tuple(Told(n, 0, each) for n, each in enumerate(reports)))


def fought(*events: Thing, copied: Mapping[str, str] | None = None) -> list[Fight]:
    most = max(each.sheet for event in events for each in event.told)
    sheets = [sheet("abc"[n]) for n in range(most + 1)]
    return fights(Engagements(sheets, CLASSES, copied or {}).of(events), SIDES)


def found(*events: Thing) -> list[tuple[str, str]]:
    told = fought(*events)
    return [(each.fighter.partition("/")[2], each.opponent.partition("/")[2]) for each in told]


def test_who_acts_fights_whom_it_acts_against() -> None:
    assert found(event(acts(ARMY, NAVY, on=(FRONT,)))) == [("army", "front"), ("navy", "front")]


def test_two_reports_of_an_event_tell_a_pair_together() -> None:
    assert found(event(acts(ARMY), acts(on=(FRONT,)))) == [("army", "front")]


def test_two_reports_that_turn_each_other_round_tell_what_each_of_them_tells() -> None:
    turned = event(acts(ARMY, on=(FRONT,)), acts(FRONT, on=(ARMY,)), acts(on=(WING,)))
    assert found(turned) == [("army", "front"), ("front", "army")]


@pytest.mark.parametrize("who", [CIVILIANS, MINISTER, WELLS])
def test_those_without_arms_of_their_own_are_nobodys_opponents(who: Link) -> None:
    assert found(event(acts(ARMY, on=(who,)))) == found(event(acts(who, on=(ARMY,)))) == []


@pytest.mark.parametrize("stance", [Stance.ALLEGED, Stance.DENIED, Stance.PLANNED])
def test_only_what_is_asserted_is_a_fight(stance: Stance) -> None:
    told = acts(ARMY, on=(FRONT,), stance=stance)
    assert found(event(told)) == []
    assert found(event(told, acts(NAVY, on=(FRONT,)))) == [("navy", "front")]


@pytest.mark.parametrize(
    ("type_", "is_fight"),
    [
        ("Shelling", True),
        ("Clash", True),
        ("Capture", True),
        ("Siege", True),
        ("Killing", True),
        ("Withdrawal", False),
        ("Deployment", False),
        ("Detention", False),
        ("Release", False),
        ("Accusation", False),
        ("CeasefireViolation", False),
    ],
)
def test_only_armed_events_in_which_two_sides_fight_count(type_: str, *, is_fight: bool) -> None:
    assert bool(found(event(acts(ARMY, on=(FRONT,), type_=type_)))) is is_fight


def clash(*who: Link, **given: Any) -> Report:
    return report("Clash", roles={"participant": who} | given)


def test_two_that_clash_fight_each_other() -> None:
    assert found(event(clash(ARMY, FRONT))) == [("army", "front"), ("front", "army")]
    assert found(event(clash(ARMY, CIVILIANS))) == []


def test_of_three_that_clash_or_two_beside_one_who_acts_nobody_knows_the_sides() -> None:
    assert found(event(clash(ARMY, FRONT, actor("Rival")))) == []
    assert found(event(clash(ARMY, FRONT, initiator=(NAVY,)))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ARMY, STATE),  # a state's forces
        (ARMY, NAVY),  # two forces of one state
        (WING, FRONT),  # a part and its whole
        (GUARD, FRONT),  # tied by what articles tell
        (GUARD, WING),  # tied to what the other is a part of
    ],
)
def test_those_of_one_side_fight_only_where_the_words_say_so(one: Link, other: Link) -> None:
    assert found(event(acts(one), acts(on=(other,)))) == []
    assert found(event(acts(other), acts(on=(one,)))) == []
    assert found(event(clash(one, other))) == []
    told = (one.iri.partition("/")[2], other.iri.partition("/")[2])
    assert found(event(acts(one, on=(other,)))) == [told]


def test_nobody_fights_itself() -> None:
    assert found(event(acts(ARMY, on=(ARMY,)))) == []


def test_ties_are_those_that_are_known_or_asserted_and_hold_still() -> None:
    def tie(of: str, one: Link, other: Link, **given: Any) -> Thing:
        return Thing(f"{of}/x", of, (Told(0, 0, pair(of, one, other, **given)),))

    known = Entity("known-backing/x", "Backing", "", (), (), (),
                   {"backer": ("actor/ilmar",), "backed": ("actor/rival",)})  # fmt: skip
    things = [
        tie("Affiliation", WING, FRONT),
        tie("Affiliation", GUARD, FRONT, facts=(("former", "true"),)),
        tie("Backing", OTHER, FRONT),
        tie("Backing", OTHER, GUARD, stance=Stance.ALLEGED),
        tie("Leadership", MINISTER, WELLS),
    ]
    sides = sides_of({each for thing in things for each in ties(thing)}, {known.iri: known})
    assert {tuple(sorted(each)) for each in sides.ties} == {
        ("actor/front", "actor/wing"), ("actor/front", "actor/ilmar"),
        ("actor/ilmar", "actor/rival"),
    }  # fmt: skip


def days(first: int, last: int) -> Interval:
    return Interval(MAY.replace(day=first), MAY.replace(day=last))


PEOPLE = actor("people", "Population")


def fight(*events: Thing) -> Fight:
    (one,) = fought(*events)
    return one


def shelled(*tolls: Any, when: Interval | None = None, iri: str = "event/a", **given: Any) -> Thing:
    told = acts(ARMY, on=(FRONT,), tolls=tolls, when=when or days(3, 3), **given)
    return event(told, iri=iri)


def test_a_fight_has_its_events_reports_days_and_dead() -> None:
    second = event(
        acts(ARMY, on=(FRONT,), tolls=(toll(4, PEOPLE),), when=days(9, 10)),
        acts(ARMY, on=(FRONT,), tolls=(toll(6, PEOPLE),), when=days(9, 9)),
        acts(ARMY, on=(FRONT,), stance=Stance.ALLEGED),
        iri="event/b",
    )
    one = fight(second, shelled(toll(20, PEOPLE)))
    assert [each.event for each in one.engagements] == ["event/a", "event/b"]
    assert [each.reports for each in one.engagements] == [1, 2]
    assert [each.origins for each in one.engagements] == [
        {"article/a"}, {"article/a", "article/b"},
    ]  # fmt: skip
    assert one.killed == Bounds(20, 20)  # the alleged one's day makes the second a week's
    assert one.when == Interval(datetime.date(2020, 2, 3), MAY.replace(day=10))


@pytest.mark.parametrize(
    ("when", "counted"),
    [
        (days(3, 3), True),
        (days(3, 4), True),
        (days(3, 5), False),
        (Interval(datetime.date(2029, 1, 1), MAY), False),
        (Interval(None, MAY), False),
        (Interval(MAY, None), False),
        (Interval(None, None), False),
    ],
)
def test_the_dead_of_a_war_or_a_window_are_never_added(when: Interval, *, counted: bool) -> None:
    one = fight(shelled(toll(5, PEOPLE)), shelled(toll(100, PEOPLE), when=when, iri="event/b"))
    assert one.killed == (Bounds(105, 105) if counted else Bounds(5, 5))
    assert len(one.engagements) == 2


def test_other_tolls_and_parts_are_no_further_dead() -> None:
    tolls = (toll(5, PEOPLE), toll(2, CIVILIANS, part_of=0), toll(9, PEOPLE, kind="Injured"))
    assert fight(shelled(*tolls)).killed == Bounds(5, 5)
    assert fight(shelled()).killed is None


def test_open_bounds_stay_open() -> None:
    least, most = bounded(3, None, PEOPLE), bounded(None, 7, PEOPLE)
    assert fight(shelled(least)).killed == Bounds(3, None)
    assert fight(shelled(most)).killed == Bounds(0, 7)
    assert fight(shelled(least), shelled(most, iri="event/b")).killed == Bounds(3, None)


def test_a_fight_is_written_whole() -> None:
    graph = leaves(BASE + vocab.CONSOLIDATED)
    first = Engagement(
        "event/a", days(3, 4), Bounds(5, 7), 2, frozenset(("article/a", "article/b")),
        frozenset(), frozenset(),
    )  # fmt: skip
    one = Fight("actor/army", "actor/front", (first,))
    Fighting(graph, BASE).add(one)
    assert same(
        graph.quads,
        """
        actor:army kg:foughtAgainst actor:front .
        <fighting/army--front> a kg:Fighting ; kg:fighter actor:army ; kg:opponent actor:front ;
            kg:drawnFrom <event/a> ; kg:eventCount 1 ; kg:reportCount 2 ; kg:originCount 2 ;
            kg:begin "2031-05-03"^^xsd:date ; kg:end "2031-05-04"^^xsd:date ;
            kg:deathsLow 5 ; kg:deathsHigh 7 .
        """,
    )
    graph = leaves(BASE + vocab.CONSOLIDATED)
    bare = replace(first, when=Interval(None, None), killed=None)
    Fighting(graph, BASE).add(replace(one, engagements=(bare,)))
    for name in ("begin", "end", "deathsLow", "deathsHigh"):
        assert values(graph.quads, name) == []


def test_an_engagement_is_known_from_the_origins_of_copies() -> None:
    told = event(acts(ARMY, on=(FRONT,)), acts(ARMY, on=(FRONT,)))
    (one,) = fought(told, copied={"article/b": "article/a"})
    assert [each.origins for each in one.engagements] == [{"article/a"}]


def test_the_graph_of_all_articles_tells_who_fought_whom(tmp_path: Path) -> None:
    folder = write_war(tmp_path)
    assert world.load(folder).entities["actor/velmaran-army"].one("forcesOf") == "actor/velmara"
    forces = actor("Velmaran army", "ArmedForces")
    told = sheet("a", acts(forces, on=(FRONT,)), clash(forces, STATE))
    quads = assemble([told], folder, BASE).shared
    assert values(quads, "fighter") == ["velmaran-army"]
    assert values(quads, "foughtAgainst") == ["front"]
    (drawn,) = values(quads, "drawnFrom")
    assert any(quad.subject.value.endswith(f"event/{drawn}") for quad in quads
               if isinstance(quad.subject, type(quad.predicate)))  # fmt: skip
