"""Events as lines between those who took part."""

from __future__ import annotations

from kg.view.elements import Edge, Happening, Kind, Node, Span
from kg.view.fold import fold
from kg.view.told import TollSpan

ATTACK = frozenset({"Attack", "ArmedEvent", "Event"})
TALKS = frozenset({"Negotiation", "DiplomaticEvent", "Event"})
BREACH = frozenset({"CeasefireViolation", "DiplomaticEvent", "Event"})


def event(name: str, stance: str = "Asserted", deaths: TollSpan | None = None) -> Node:
    return Node(
        name,
        name,
        Kind.EVENT,
        "Event",
        "Event",
        reports=(f"r-{name}",),
        tolls=(deaths,) if deaths else (),
        stance=stance,
        span=Span(f"2019-05-0{1 + ord(name) % 2}"),
    )


def relations(happening: Happening) -> set[tuple[str, str, str]]:
    folded = fold([happening], armed={"army", "rebels"})
    return {(edge.source, edge.relation, edge.target) for edge in folded}


def test_events_between_the_same_two_add_up_with_their_deaths() -> None:
    first = Happening(event("a", deaths=TollSpan("Killed", 3, 5)), ("army",), ("rebels",))
    second = Happening(event("b", deaths=TollSpan("Killed", 1, 1)), ("army",), ("rebels",))
    armed = [Happening(each.node, ("army",), ("rebels",), types=ATTACK) for each in (first, second)]
    expected = Edge(
        "army",
        "fights",
        "rebels",
        "Asserted",
        reports=("r-a", "r-b"),
        tolls=(TollSpan("Killed", 4, 6),),
        events=("a", "b"),
        span=Span("2019-05-01", "2019-05-02"),
    )
    assert fold(armed, armed={"army", "rebels"}) == (expected,)


def test_what_is_denied_is_not_counted_with_what_happened() -> None:
    happened = Happening(event("a"), ("army",), ("rebels",), types=ATTACK)
    denied = Happening(event("b", "Denied"), ("army",), ("rebels",), types=ATTACK)
    folded = fold([happened, denied], armed={"rebels"})
    told = [(edge.stance, edge.events) for edge in folded]
    assert told == [("Asserted", ("a",)), ("Denied", ("b",))]


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
    assert relations(talked) == {("army", "involved", "accord")}


def test_an_event_that_joins_no_two_things_has_no_line() -> None:
    assert fold([Happening(event("a"), places=("tolm",))], armed=()) == ()


def test_nobody_fights_himself() -> None:
    assert relations(Happening(event("a"), ("army",), ("army",), types=ATTACK)) == set()
