"""A merged event carries what its reports tell together, each triple once."""

from __future__ import annotations

import pytest

from graph.merged import CHILDREN, FRONT, ILMAR, PEOPLE, SALIM, VELMARA, last, merge, same, values
from graph.sheets import BASE, DAY, actor, bounded, deal, pair, report, toll
from kg import vocab
from kg.model import Interval, Report, Stance


def test_an_event_of_two_articles_is_written_whole() -> None:
    roles = {"initiator": (VELMARA,), "target": (FRONT,), "place": (SALIM,)}
    first = report(
        "AirStrike",
        roles=roles,
        tolls=(toll(19, PEOPLE), toll(16, CHILDREN)),
        deal=deal("Ostrin truce"),
    )
    second = report(
        roles={"place": (SALIM,)}, source=(actor("Monitor"),), tolls=(toll(33, PEOPLE),)
    )
    found = merge("event/e1", "Event", [first], [second])
    assert same(
        found,
        """
        <event/e1> a kg:AirStrike , kg:ArmedEvent , kg:Attack , kg:Bombardment , kg:Event ;
            kg:reportCount 2 ; kg:articleCount 2 ; kg:sourceCount 2 ; kg:originCount 2 ;
            kg:occurrence kg:Asserted ; kg:disputedAspect "toll" ;
            kg:initiator actor:velmara ; kg:target actor:northern-front ;
            kg:participant actor:velmara , actor:northern-front ; kg:place place:deir-salim ;
            kg:begin "2020-02-03"^^xsd:date ; kg:end "2020-02-03"^^xsd:date ;
            kg:concernsDeal deal:ostrin-truce ; kg:disputed true ;
            kg:toll <event/e1/toll/killed> , <event/e1/toll/killed/people> ,
                <event/e1/toll/killed/children> .
        <event/e1/toll/killed> a kg:Toll ; kg:tollKind kg:Killed ; kg:minCount 33 ; kg:maxCount 35 ;
            kg:bestCount 33 ;
            kg:victims actor:people , actor:children .
        <event/e1/toll/killed/people> a kg:Toll ; kg:tollKind kg:Killed ; kg:minCount 19 ;
            kg:maxCount 33 ; kg:victims actor:people ; kg:partOfToll <event/e1/toll/killed> .
        <event/e1/toll/killed/children> a kg:Toll ; kg:tollKind kg:Killed ; kg:minCount 16 ;
            kg:maxCount 16 ; kg:victims actor:children ; kg:partOfToll <event/e1/toll/killed> .
        """,
    )
    assert len(found) == len(set(found))


def test_an_open_toll_and_an_undated_event_say_no_more_than_was_told() -> None:
    told = report("Clash", roles={}, when=Interval(None, DAY), tolls=(bounded(24, None, PEOPLE),))
    assert same(
        merge("event/e1", "Event", [told]),
        """
        <event/e1> a kg:ArmedEvent , kg:Clash , kg:Event ; kg:reportCount 1 ; kg:articleCount 1 ;
            kg:sourceCount 1 ; kg:originCount 1 ; kg:occurrence kg:Asserted ;
            kg:end "2020-02-03"^^xsd:date ; kg:disputed false ;
            kg:toll <event/e1/toll/killed> .
        <event/e1/toll/killed> a kg:Toll ; kg:tollKind kg:Killed ; kg:minCount 24 ;
            kg:bestCount 24 ; kg:victims actor:people .
        """,
    )


def test_types_are_written_in_a_fixed_order() -> None:
    found = merge("event/e", "Event", [report("AirStrike")], [report("Explosion")])
    types = [last(quad.object) for quad in found if quad.predicate.value == vocab.TYPE]
    assert types == ["AirStrike", "ArmedEvent", "Attack", "Bombardment", "Event", "Explosion"]


def test_what_the_gazetteer_holds_is_not_said_again() -> None:
    known = frozenset(
        [
            (BASE + "actor/ilmar", vocab.kg("backs"), BASE + "actor/northern-front"),
            (BASE + "backing/x", vocab.TYPE, vocab.kg("Backing")),
        ]
    )
    found = merge("backing/x", "Backing", [pair("Backing", ILMAR, FRONT)], known=known)
    assert values(found, "backs") == []
    assert values(found, "type") == []
    assert values(found, "backed") == ["northern-front"]


@pytest.mark.parametrize(
    ("stances", "initiators"),
    [
        ([Stance.ASSERTED, Stance.DENIED], ["velmara"]),
        ([Stance.DENIED, Stance.ALLEGED], ["ilmar", "velmara"]),
        ([Stance.ASSERTED, Stance.ASSERTED], ["ilmar", "velmara"]),
        ([Stance.ALLEGED, Stance.ASSERTED], ["ilmar"]),
    ],
)
def test_roles_are_the_asserted_ones_where_any_are(
    stances: list[Stance], initiators: list[str]
) -> None:
    told = [
        report(roles={"initiator": (who,)}, stance=stance)
        for who, stance in zip((VELMARA, ILMAR), stances, strict=True)
    ]
    assert values(merge("event/e", "Event", told), "initiator") == initiators


@pytest.mark.parametrize(
    ("told", "disputed"),
    [
        ([report()], "false"),
        ([report(stance=Stance.DENIED)], "false"),
        ([report(), report(stance=Stance.DENIED)], "true"),
        ([report(), report(stance=Stance.ALLEGED)], "false"),
    ],
)
def test_an_event_denied_by_one_and_told_by_another_is_disputed(
    told: list[Report], disputed: str
) -> None:
    assert values(merge("event/e", "Event", told), "disputed") == [disputed]


def test_two_outlets_with_33_and_34_dead_are_disputed() -> None:
    found = merge(
        "event/e", "Event", [report(tolls=(toll(33, PEOPLE),))], [report(tolls=(toll(34, PEOPLE),))]
    )
    assert [values(found, name) for name in ("minCount", "maxCount", "disputed")] == [
        ["33"],
        ["34"],
        ["true"],
    ]


def test_sources_named_and_articles_that_name_none_are_counted() -> None:
    monitor, ministry = actor("Monitor"), actor("Ministry")
    found = merge(
        "event/e",
        "Event",
        [report(source=(monitor,)), report(source=(monitor, ministry)), report()],
        [report(source=(monitor,))],
        [report()],
    )
    assert [values(found, f"{what}Count") for what in ("report", "article", "source")] == [
        ["5"],
        ["3"],
        ["4"],
    ]


def test_the_span_of_an_event_is_that_of_all_its_reports() -> None:
    later = DAY.replace(day=9)
    told = [report(when=Interval(None, later)), report(when=Interval(DAY, DAY))]
    found = merge("event/e", "Event", told)
    assert (values(found, "begin"), values(found, "end")) == (["2020-02-03"], ["2020-02-09"])
