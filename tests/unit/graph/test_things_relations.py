"""Merged relations and deals carry their ends, facts, and direct triples where asserted."""

from __future__ import annotations

import pytest

from graph.merged import FRONT, ILMAR, VELMARA, merge, same, values
from graph.sheets import BASE, deal, pair, report
from kg import vocab
from kg.model import Interval, Report, Stance


def test_an_asserted_backing_also_stands_as_a_direct_triple() -> None:
    told = pair("Backing", ILMAR, FRONT)
    assert same(
        merge("backing/ilmar--northern-front", "Backing", [told, told], [told]),
        """
        <backing/ilmar--northern-front> a kg:Backing ; kg:reportCount 3 ; kg:articleCount 2 ;
            kg:sourceCount 2 ; kg:originCount 2 ;
            kg:backer actor:ilmar ; kg:backed actor:northern-front .
        actor:ilmar kg:backs actor:northern-front .
        """,
    )


@pytest.mark.parametrize(
    ("of", "predicate"),
    [
        ("Backing", "backs"),
        ("Control", "controls"),
        ("Affiliation", "affiliatedWith"),
        ("Leadership", "leads"),
    ],
)
@pytest.mark.parametrize(
    ("stances", "direct"),
    [
        ([Stance.ASSERTED], True),
        ([Stance.DENIED, Stance.ASSERTED], True),
        ([Stance.DENIED], False),
        ([Stance.ALLEGED, Stance.PLANNED], False),
    ],
)
def test_a_direct_triple_needs_one_assertion(
    of: str, predicate: str, stances: list[Stance], *, direct: bool
) -> None:
    told = [pair(of, ILMAR, FRONT, stance=stance) for stance in stances]
    assert values(merge("x/y", of, told), predicate) == (["northern-front"] if direct else [])


def test_facts_of_a_relation_are_merged_and_the_basis_of_a_date_is_not() -> None:
    told = pair("Leadership", ILMAR, FRONT, facts=(("role", "leader"), ("dateBasis", "told")))
    former = pair("Leadership", ILMAR, FRONT, facts=(("role", "spokesman"), ("former", "true")))
    found = merge("x/y", "Leadership", [told], [former, told])
    assert (values(found, "role"), values(found, "former"), values(found, "dateBasis")) == (
        ["leader", "spokesman"],
        ["true"],
        [],
    )


def test_a_deal_keeps_parties_terms_and_status() -> None:
    truce = deal("Ostrin truce")
    told = report(
        "CeasefireDeal",
        of="CeasefireDeal",
        deal=truce,
        when=Interval(None, None),
        roles={"party": (VELMARA, FRONT), "broker": (ILMAR,)},
        facts=(("agreedOn", "2020-02"), ("status", "InForce"), ("term", "a buffer of 15 km")),
    )
    assert same(
        merge("deal/ostrin-truce", "CeasefireDeal", [told]),
        """
        deal:ostrin-truce a kg:CeasefireDeal ;
            kg:reportCount 1 ; kg:articleCount 1 ; kg:sourceCount 1 ; kg:originCount 1 ;
            kg:party actor:velmara , actor:northern-front ; kg:broker actor:ilmar ;
            kg:agreedOn "2020-02"^^xsd:gYearMonth ; kg:status kg:InForce ;
            kg:term "a buffer of 15 km" .
        """,
    )


def agreed(*dates: str) -> list[Report]:
    return [
        report("CeasefireDeal", of="CeasefireDeal", deal=deal("D"), facts=(("agreedOn", date),))
        for date in dates
    ]


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (["2020", "2020-02-03", "2020-02"], ["2020-02-03"]),
        (["2020-03", "2020-02"], ["2020-02"]),
        (["2019"], ["2019"]),
        ([], []),
    ],
)
def test_of_several_dates_of_a_deal_the_most_exact_stands(
    dates: list[str], kept: list[str]
) -> None:
    assert values(merge("deal/d", "CeasefireDeal", agreed(*dates)), "agreedOn") == kept


@pytest.mark.parametrize(("fact", "kept"), [("agreedOn", []), ("appliesTo", ["2020-02"])])
def test_only_a_curated_date_outweighs_those_told(fact: str, kept: list[str]) -> None:
    known = frozenset([(BASE + "deal/d", vocab.kg(fact), "something")])
    found = merge("deal/d", "CeasefireDeal", agreed("2020-02"), known=known)
    assert values(found, "agreedOn") == kept
