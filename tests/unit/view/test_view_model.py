"""The view model of a small store, whole, and its bounds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph

from kg.view.elements import Edge, Happening, Kind, Node, Point, Span, ViewModel
from kg.view.model import Wanted, view_model
from kg.view.told import Evidence, Fact, Figure, TollSpan

if TYPE_CHECKING:
    import pyoxigraph as ox

ID = "https://example.org/kg/id/"
KELMAR, FRONT, GUARD = (f"{ID}actor/{name}" for name in ("kelmar", "front", "guard"))
TOLM, VARESH, ACCORD = f"{ID}place/tolm", f"{ID}place/varesh", f"{ID}deal/accord"
STRIKE, BREACH = f"{ID}event/strike", f"{ID}event/breach"
ONE_1, ONE_2, TWO_1, TWO_2, TWO_3 = (
    f"{ID}report/{name}" for name in ("one-1", "one-2", "two-1", "two-2", "two-3")
)
DEATHS = TollSpan("Killed", low=9, high=12, unbounded=True, disputed=True, best=9)

EVIDENCE = (
    Evidence(
        id=ONE_2,
        article=f"{ID}article/one",
        quote="Kelmar arms the Guard.",
        title="Strike on Tolm",
        publisher="Valley Wire",
        issued="2019-05-03",
        url="https://example.org/one",
    ),
    Evidence(
        id=ONE_1,
        article=f"{ID}article/one",
        quote="Jets of Kelmar struck Tolm, killing at least 12, two of them children.",
        title="Strike on Tolm",
        publisher="Valley Wire",
        issued="2019-05-03",
        speaker="War Monitor",
        confidence="0.9",
        when="on Thursday",
        url="https://example.org/one",
        figures=(
            Figure("Killed", 12, None),
            Figure("Killed", 2, 2, victims="civilians", partial=True),
        ),
    ),
    Evidence(
        id=TWO_1,
        article=f"{ID}article/two",
        quote="The raid left nine dead.",
        title="two.txt",
        figures=(Figure("Killed", 9, 9),),
    ),
    Evidence(
        id=TWO_2,
        article=f"{ID}article/two",
        quote="Kelmar said that its jets had not killed 90 people.",
        title="two.txt",
        speaker="Kelmar",
        stance="Denied",
        figures=(Figure("Killed", 90, 90),),
    ),
    Evidence(
        id=TWO_3,
        article=f"{ID}article/two",
        quote="The Guard broke the accord.",
        title="two.txt",
        stance="Alleged",
    ),
)
MAY_2 = Span("2019-05-02", "2019-05-02")
NODES = (
    Node(
        KELMAR,
        "Kelmar",
        Kind.ACTOR,
        "State",
        "State",
        "State",
        aliases=("Kelmari Republic",),
        reports=(ONE_2, ONE_1, TWO_1, TWO_2),
        span=MAY_2,
    ),
    Node(
        GUARD,
        "Home Guard",
        Kind.ACTOR,
        "Armed group",
        "ArmedGroup",
        "ArmedGroup",
        reports=(ONE_2, TWO_3),
    ),
    Node(
        TOLM,
        "Tolm",
        Kind.PLACE,
        "Settlement",
        "Place",
        "Settlement",
        facts=(Fact("Latitude, longitude", "1.5, 2.5"),),
        reports=(ONE_1, TWO_1),
        span=MAY_2,
        point=Point(1.5, 2.5),
    ),
    Node(
        FRONT,
        "River Front",
        Kind.ACTOR,
        "Armed group",
        "ArmedGroup",
        "ArmedGroup",
        aliases=("RLF",),
        reports=(ONE_1,),
        span=MAY_2,
    ),
    Node(
        ACCORD,
        "Harbour Accord",
        Kind.DEAL,
        "Ceasefire deal",
        "CeasefireDeal",
        "CeasefireDeal",
        facts=(Fact("Agreed on", "2018-09-17"),),
        reports=(TWO_3,),
        span=Span("2018-09-17"),
    ),
    Node(
        VARESH,
        "Varesh",
        Kind.PLACE,
        "Country",
        "Place",
        "Country",
        facts=(Fact("Same as", "http://www.wikidata.org/entity/Q0"),),
        reports=(TWO_3,),
    ),
)
BREACHED = Happening(
    Node(
        BREACH,
        "Ceasefire violation, Varesh",
        Kind.EVENT,
        "Ceasefire violation",
        "DiplomaticEvent",
        "CeasefireViolation",
        facts=(
            Fact("Initiator", "Home Guard"),
            Fact("Place", "Varesh"),
            Fact("Concerns deal", "Harbour Accord"),
            Fact("Told as", "alleged"),
        ),
        reports=(TWO_3,),
        stance="Alleged",
    ),
    initiators=(GUARD,),
    places=(VARESH,),
    deals=(ACCORD,),
    types=frozenset({"CeasefireViolation", "DiplomaticEvent", "Event"}),
)
STRUCK = Happening(
    Node(
        STRIKE,
        "Air strike, Tolm, 2019-05-02",
        Kind.EVENT,
        "Air strike",
        "ArmedEvent",
        "AirStrike",
        facts=(
            Fact("When", "2019-05-02"),
            Fact("Initiator", "Kelmar"),
            Fact("Target", "River Front"),
            Fact("Place", "Tolm"),
            Fact("Told as", "asserted, denied"),
            Fact("Occurrence", "asserted"),
            Fact("Sources disagree on", "occurrence, toll"),
            Fact("Told by", "3 reports of 2 origins"),
            Fact("Merged because", "same type, same place (0.97)"),
        ),
        reports=(ONE_1, TWO_1, TWO_2),
        tolls=(DEATHS,),
        stance="Asserted",
        span=MAY_2,
    ),
    initiators=(KELMAR,),
    targets=(FRONT,),
    places=(TOLM,),
    types=frozenset({"AirStrike", "Attack", "ArmedEvent", "Event"}),
)
EDGES = (
    Edge(FRONT, "party", ACCORD, "Curated"),
    Edge(GUARD, "affiliated", FRONT, "Curated", facts=(Fact("Source", "a handbook"),)),
    Edge(
        KELMAR,
        "backs",
        GUARD,
        "Asserted",
        facts=(Fact("When", "since 2018-01-01"),),
        reports=(ONE_2,),
        span=Span("2018-01-01", "2018-01-01"),
    ),
    # North Province lies between, but no report names it.
    Edge(TOLM, "within", VARESH, "Curated"),
    Edge(
        KELMAR,
        "fights",
        FRONT,
        "Asserted",
        reports=(ONE_1, TWO_1, TWO_2),
        tolls=(replace(DEATHS, best=None),),
        events=(STRIKE,),
        span=MAY_2,
    ),
    *(
        Edge(GUARD, relation, target, "Alleged", reports=(TWO_3,), events=(BREACH,))
        for relation, target in (("acts in", VARESH), ("breaks", ACCORD))
    ),
)
SMALL = ViewModel(
    nodes=NODES,
    happenings=(BREACHED, STRUCK),
    edges=tuple(sorted(EDGES, key=lambda edge: edge.id)),
    evidence=EVIDENCE,
    shown=frozenset(node.id for node in NODES),
    communities={KELMAR: 0, FRONT: 0, GUARD: 0, ACCORD: 0, TOLM: 1, VARESH: 1},
)


def test_a_store_gives_its_things_their_relations_and_the_words_behind_them(
    small_store: ox.Store,
) -> None:
    view = view_model(small_store)
    assert replace(view, communities={}) == replace(SMALL, communities={})


def test_every_thing_that_is_joined_is_in_one_community(small_store: ox.Store) -> None:
    view = view_model(small_store)
    assert set(view.communities) == {node.id for node in NODES}
    sizes = Counter(view.communities.values())
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)


def test_the_first_view_holds_the_heaviest_and_what_connects_them(small_store: ox.Store) -> None:
    view = view_model(small_store, Wanted(limit=3))
    assert view.shown == {node.id for node in NODES[:3]}
    assert view.nodes == NODES
    assert view.evidence == EVIDENCE


def test_quotes_stand_in_their_context_where_the_text_has_them_in_their_place(
    small_store: ox.Store,
) -> None:
    quote = "Kelmar arms the Guard."
    texts = {
        "one.txt": f"Heading\n\n{quote} It has done so for a year.\n\nMore.",
        "two.txt": "Other.",
    }
    told = {report.id: report for report in view_model(small_store, Wanted(texts=texts)).evidence}
    assert (told[ONE_2].before, told[ONE_2].after) == ("", " It has done so for a year.")
    assert (told[ONE_1].before, told[ONE_1].after) == ("", "")
    assert (told[TWO_3].before, told[TWO_3].after) == ("", "")


def test_long_context_is_cut_between_words(small_store: ox.Store) -> None:
    quote = "The Guard broke the accord."
    text = "word " * 24 + quote + " word" * 90
    (told,) = [
        report
        for report in view_model(small_store, Wanted(texts={"two.txt": text})).evidence
        if report.id == TWO_3
    ]
    assert told.before == "word " * 24
    assert told.after.endswith(" word…")
    assert len(told.after) <= 241


def test_an_empty_store_gives_an_empty_view() -> None:
    assert view_model(pyoxigraph.Store()) == ViewModel()
