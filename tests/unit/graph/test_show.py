"""Cards: a thing's facts, and every report of it with its words."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.graph.names import names_of
from kg.graph.show import Card, Evidence, Fact, card_text, in_words, show
from kg.graph.store import GraphHandle
from kg.vocab import DEFAULT_BASE, kg

STRIKE = Evidence(
    what="Air strike",
    quote="Velmaran jets killed 6 civilians, two of them children",
    outlet="Daily Wire",
    article="one.txt",
    issued="2031-05-03",
    says=("War Monitor",),
    stance="Asserted",
    start=10,
)
DENIAL = Evidence(
    what="Air strike",
    quote='"no strike", it said;\nup to 9 dead | claimed',
    outlet="",
    article="two.txt",
    issued="",
    says=("Velmara",),
    stance="Denied",
    start=0,
)
BACKING = Evidence(
    what="Backing",
    quote="the Velmaran-backed Front",
    outlet="Daily Wire",
    article="one.txt",
    issued="2031-05-03",
    says=(),
    stance="Asserted",
    start=70,
)


def test_an_actor_has_facts_and_all_reports_that_name_it(small: GraphHandle) -> None:
    assert show(small, "Northern Front") == [
        Card(
            DEFAULT_BASE + "actor/front",
            "Northern Front",
            "Armed group",
            (Fact("Also called", ("NF",)),),
            (DENIAL, BACKING),
        )
    ]


def test_things_that_share_a_name_all_have_cards(small: GraphHandle) -> None:
    actor, place = show(small, "Velmara")
    assert (actor.type, place.type) == ("State", "Country")
    assert actor.facts == (
        Fact("Backs", ("Northern Front",)),
        Fact("Same as", ("http://www.wikidata.org/entity/Q0",)),
    )
    assert actor.reports == (DENIAL, STRIKE, BACKING)
    assert (place.facts, place.reports) == ((), ())


def test_an_event_has_its_tolls_in_words(small: GraphHandle) -> None:
    assert show(small, "event/e1") == [
        Card(
            DEFAULT_BASE + "event/e1",
            "Air strike, Tel Amra, 2031-05-02",
            "Air strike",
            (
                Fact("Begin", ("2031-05-02",)),
                Fact("End", ("2031-05-02",)),
                Fact("Initiator", ("Velmara",)),
                Fact("Participant", ("Northern Front", "Velmara")),
                Fact("Place", ("Tel Amra",)),
                Fact("Toll", ("killed 6-9 civilians",)),
            ),
            (DENIAL, STRIKE),
        )
    ]


def test_who_is_counted_in_a_toll_has_its_report(small: GraphHandle) -> None:
    assert show(small, "civilians")[0].reports == (STRIKE,)


def test_an_unknown_name_is_an_error(small: GraphHandle) -> None:
    with pytest.raises(QueryError, match="did you mean Tel Amra"):
        show(small, "Tell Amra")


def test_a_card_is_text_of_single_lines() -> None:
    card = Card("iri:x", "A\x1b[2J", "State", (Fact("Backs", ("B", "C")),), (STRIKE, DENIAL))
    assert card_text(card) == (
        "A [2J (state)\n"
        "  iri:x\n"
        "  Backs: B, C\n"
        "\n"
        "2 reports\n"
        "\n"
        "  “Velmaran jets killed 6 civilians, two of them children”\n"
        "    2031-05-03  Daily Wire, one.txt  at 10\n"
        "    air strike, asserted by War Monitor\n"
        "\n"
        '  “"no strike", it said; up to 9 dead | claimed”\n'
        "    undated  two.txt  at 0\n"
        "    air strike, denied by Velmara\n"
    )


def test_a_report_without_source_is_the_articles() -> None:
    text = card_text(Card("iri:x", "A", "State", (), (BACKING,)))
    assert text.endswith("1 report\n\n  “the Velmaran-backed Front”\n"
                         "    2031-05-03  Daily Wire, one.txt  at 70\n"
                         "    backing, asserted by the article\n")  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({"count": 6, "minCount": 6, "maxCount": 6}, "killed 6"),
        ({"minCount": 6, "maxCount": 9}, "killed 6-9"),
        ({"minCount": 6, "maxCount": 6}, "killed 6"),
        ({"minCount": 6}, "killed at least 6"),
        ({"maxCount": 9}, "killed up to 9"),
        ({}, "killed"),
    ],
)
def test_a_toll_tells_its_figure_or_its_bounds(figures: dict[str, int], told: str) -> None:
    store, toll = Store(), NamedNode("https://example.org/kg/id/toll/t")
    store.add(Quad(toll, NamedNode(kg("tollKind")), NamedNode(kg("Killed"))))
    for name, figure in figures.items():
        store.add(Quad(toll, NamedNode(kg(name)), Literal(figure)))
    names = names_of(GraphHandle(store))
    assert in_words(names, toll) == told
    for victim in ("b", "a"):
        node = NamedNode(f"https://example.org/kg/id/actor/{victim}")
        store.add(Quad(toll, NamedNode(kg("victims")), node))
    assert in_words(names, toll) == f"{told} a, b"
