"""The view model of a small store, whole, and its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.view.elements import (
    Edge,
    Evidence,
    Fact,
    Figure,
    Kind,
    Node,
    Omission,
    TollSpan,
    ViewModel,
)
from kg.view.model import view_model

if TYPE_CHECKING:
    import pyoxigraph as ox

ID = "https://example.org/kg/id/"
KELMAR, FRONT, GUARD = (f"{ID}actor/{name}" for name in ("kelmar", "front", "guard"))
TOLM, VARESH, ACCORD = f"{ID}place/tolm", f"{ID}place/varesh", f"{ID}deal/accord"
STRIKE, BREACH = f"{ID}event/strike", f"{ID}event/breach"
ONE_1, ONE_2, TWO_1, TWO_2, TWO_3 = (
    f"{ID}report/{name}" for name in ("one-1", "one-2", "two-1", "two-2", "two-3")
)
DEATHS = TollSpan("Killed", low=9, high=12, unbounded=True, disputed=True)

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
NODES = (
    Node(
        KELMAR,
        "Kelmar",
        Kind.ACTOR,
        "State",
        "State",
        aliases=("Kelmari Republic",),
        reports=(ONE_2, ONE_1, TWO_1, TWO_2),
    ),
    Node(
        STRIKE,
        "Air strike, Tolm, 2019-05-02",
        Kind.EVENT,
        "Air strike",
        "ArmedEvent",
        facts=(
            Fact("When", "2019-05-02"),
            Fact("Initiator", "Kelmar"),
            Fact("Target", "River Front"),
            Fact("Place", "Tolm"),
            Fact("Told as", "asserted, denied"),
        ),
        reports=(ONE_1, TWO_1, TWO_2),
        tolls=(DEATHS,),
        stance="Asserted",
    ),
    Node(GUARD, "Home Guard", Kind.ACTOR, "Armed group", "ArmedGroup", reports=(ONE_2, TWO_3)),
    Node(
        TOLM,
        "Tolm",
        Kind.PLACE,
        "Settlement",
        "Place",
        facts=(Fact("Latitude, longitude", "1.5, 2.5"),),
        reports=(ONE_1, TWO_1),
    ),
    Node(
        BREACH,
        "Ceasefire violation, Varesh",
        Kind.EVENT,
        "Ceasefire violation",
        "DiplomaticEvent",
        facts=(
            Fact("Initiator", "Home Guard"),
            Fact("Place", "Varesh"),
            Fact("Concerns deal", "Harbour Accord"),
            Fact("Told as", "alleged"),
        ),
        reports=(TWO_3,),
        stance="Alleged",
    ),
    Node(
        FRONT,
        "River Front",
        Kind.ACTOR,
        "Armed group",
        "ArmedGroup",
        aliases=("RLF",),
        reports=(ONE_1,),
    ),
    Node(
        ACCORD,
        "Harbour Accord",
        Kind.DEAL,
        "Ceasefire deal",
        "CeasefireDeal",
        facts=(Fact("Agreed on", "2018-09-17"),),
        reports=(TWO_3,),
    ),
    Node(
        VARESH,
        "Varesh",
        Kind.PLACE,
        "Country",
        "Place",
        facts=(Fact("Same as", "http://www.wikidata.org/entity/Q0"),),
        reports=(TWO_3,),
    ),
)
STANDING_EDGES = (
    Edge(FRONT, "party", ACCORD, "Curated"),
    Edge(GUARD, "affiliated", FRONT, "Curated", facts=(Fact("Source", "a handbook"),)),
    Edge(
        KELMAR,
        "backs",
        GUARD,
        "Asserted",
        facts=(Fact("When", "since 2018-01-01"),),
        reports=(ONE_2,),
    ),
    # North Province lies between, but no report names it.
    Edge(TOLM, "within", VARESH, "Curated"),
)
EVENT_EDGES = (
    Edge(GUARD, "initiator", BREACH, "Alleged", reports=(TWO_3,)),
    Edge(KELMAR, "initiator", STRIKE, "Asserted", reports=(ONE_1, TWO_1, TWO_2)),
    Edge(BREACH, "concerns", ACCORD, "Alleged", reports=(TWO_3,)),
    Edge(BREACH, "place", VARESH, "Alleged", reports=(TWO_3,)),
    Edge(STRIKE, "place", TOLM, "Asserted", reports=(ONE_1, TWO_1)),
    # Only one of the reports names the target.
    Edge(STRIKE, "target", FRONT, "Asserted", reports=(ONE_1,)),
)
FOLDED_EDGES = (
    Edge(
        KELMAR,
        "fights",
        FRONT,
        "Asserted",
        facts=(Fact("Event", "Air strike, Tolm, 2019-05-02"),),
        reports=(ONE_1, TWO_1, TWO_2),
        tolls=(DEATHS,),
        events=1,
    ),
    *(
        Edge(
            GUARD,
            relation,
            target,
            "Alleged",
            facts=(Fact("Event", "Ceasefire violation, Varesh"),),
            reports=(TWO_3,),
            events=1,
        )
        for relation, target in (("acts in", VARESH), ("breaks", ACCORD))
    ),
)


def by_id(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    return tuple(sorted(edges, key=lambda edge: edge.id))


def test_a_store_gives_its_things_their_relations_and_the_words_behind_them(
    small_store: ox.Store,
) -> None:
    expected = ViewModel(NODES, by_id(STANDING_EDGES + EVENT_EDGES), EVIDENCE)
    assert view_model(small_store) == expected


def test_too_many_events_become_lines_between_those_who_took_part(small_store: ox.Store) -> None:
    things = tuple(node for node in NODES if node.kind is not Kind.EVENT)
    # Without events as neighbours, the guard's edges put the front and the accord elsewhere.
    view = view_model(small_store, fold_above=1)
    assert set(view.nodes) == set(things)
    assert view.edges == by_id(STANDING_EDGES + FOLDED_EDGES)
    assert view.evidence == EVIDENCE
    assert view.omitted == Omission(folded=2)


def test_a_bounded_view_keeps_the_heaviest_and_counts_what_it_leaves_out(
    small_store: ox.Store,
) -> None:
    view = view_model(small_store, limit=3)
    assert view.nodes == NODES[:3]
    assert {edge.id for edge in view.edges} == {
        f"{KELMAR} backs {GUARD} Asserted",
        f"{KELMAR} initiator {STRIKE} Asserted",
    }
    assert view.evidence == EVIDENCE
    assert view.omitted == Omission(nodes=5, edges=8)


def test_an_empty_store_gives_an_empty_view() -> None:
    import pyoxigraph  # noqa: PLC0415

    assert view_model(pyoxigraph.Store()) == ViewModel((), (), ())
