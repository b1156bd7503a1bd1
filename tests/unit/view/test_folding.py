"""Events as lines between those who took part."""

from __future__ import annotations

from kg.view.elements import Edge, Fact, Kind, Node, TollSpan
from kg.view.fold import Folded, Happening, fold

ATTACK = frozenset({"Attack", "ArmedEvent", "Event"})
TALKS = frozenset({"Negotiation", "DiplomaticEvent", "Event"})
BREACH = frozenset({"CeasefireViolation", "DiplomaticEvent", "Event"})


def event(name: str, stance: str = "Asserted", deaths: TollSpan | None = None) -> Node:
    tolls = (deaths,) if deaths else ()
    return Node(
        name, name, Kind.EVENT, "Event", "Event", reports=(f"r-{name}",), tolls=tolls, stance=stance
    )


def relations(happening: Happening) -> set[tuple[str, str, str]]:
    folded = fold([happening], armed={"army", "rebels"})
    return {(edge.source, edge.relation, edge.target) for edge in folded.edges}


def test_events_between_the_same_two_add_up_with_their_deaths() -> None:
    first = Happening(event("a", deaths=TollSpan("Killed", 3, 5)), ("army",), ("rebels",))
    second = Happening(event("b", deaths=TollSpan("Killed", 1, 1)), ("army",), ("rebels",))
    armed = [Happening(each.node, ("army",), ("rebels",), types=ATTACK) for each in (first, second)]
    expected = Edge(
        "army",
        "fights",
        "rebels",
        "Asserted",
        facts=(Fact("Event", "a"), Fact("Event", "b")),
        reports=("r-a", "r-b"),
        tolls=(TollSpan("Killed", 4, 6),),
        events=2,
    )
    assert fold(armed, armed={"army", "rebels"}) == Folded((expected,), lonely=0)


def test_what_is_denied_is_not_counted_with_what_happened() -> None:
    happened = Happening(event("a"), ("army",), ("rebels",), types=ATTACK)
    denied = Happening(event("b", "Denied"), ("army",), ("rebels",), types=ATTACK)
    folded = fold([happened, denied], armed={"rebels"})
    assert [(edge.stance, edge.events) for edge in folded.edges] == [("Asserted", 1), ("Denied", 1)]


def test_who_strikes_the_unarmed_attacks_them_and_does_not_fight_them() -> None:
    happening = Happening(event("a"), ("army",), ("civilians",), types=ATTACK)
    assert relations(happening) == {("army", "attacks", "civilians")}


def test_without_violence_one_side_only_acts_on_the_other() -> None:
    happening = Happening(event("a"), ("army",), ("rebels",), types=TALKS)
    assert relations(happening) == {("army", "acts on", "rebels")}


def test_participants_without_sides_are_joined_once() -> None:
    clash = Happening(event("a"), others=("army", "rebels"), types=frozenset({"Clash", "Event"}))
    talks = Happening(event("b"), others=("army", "rebels"), types=TALKS)
    assert relations(clash) == {("army", "clashes with", "rebels")}
    assert relations(talks) == {("army", "acts with", "rebels")}


def test_a_lone_actor_is_joined_to_the_place_but_not_where_there_is_a_second_actor() -> None:
    alone = Happening(event("a"), ("army",), places=("tolm",), types=ATTACK)
    together = Happening(event("a"), ("army",), ("rebels",), places=("tolm",), types=ATTACK)
    assert relations(alone) == {("army", "acts in", "tolm")}
    assert relations(together) == {("army", "fights", "rebels")}


def test_only_a_violation_breaks_the_deal_it_concerns() -> None:
    broken = Happening(event("a"), ("army",), deals=("accord",), types=BREACH)
    talked = Happening(event("a"), ("army",), deals=("accord",), types=TALKS)
    assert relations(broken) == {("army", "breaks", "accord")}
    assert relations(talked) == {("army", "concerns", "accord")}


def test_an_event_that_joins_no_two_things_is_counted_as_lonely() -> None:
    assert fold([Happening(event("a"), places=("tolm",))], armed=()) == Folded((), lonely=1)


def test_nobody_fights_himself() -> None:
    assert relations(Happening(event("a"), ("army",), ("army",), types=ATTACK)) == set()
