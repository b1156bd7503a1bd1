"""Which words mean a ceasefire deal, and which deal is meant."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from extract.trees import context, known, told
from kg.extract.deals import Deals
from kg.extract.vague_deals import with_one_deal
from kg.ids import slug
from kg.model import Link, Report, Stance

ISSUED = datetime.date(2020, 5, 14)
VAGUE = "ceasefire told of in 2020-05 (Avenia)"


def deals(rows: str, *, focus: Link | None = None, issued: datetime.date | None = ISSUED,
          country: str = "place/avenia") -> list[tuple[str, str, str]]:  # fmt: skip
    """Word, deal and rule of each mention in a sentence."""
    now = told(rows, context(country), issued=issued).now
    reading = Deals(known().deals, issued, "a.txt", focus=focus)
    return [(each.word.text, each.deal.label, each.deal.rule) for each in reading.told(now)]


def link(label: str, rule: str = "label") -> Link:
    return Link(f"deal/{slug(label)}", label, "CeasefireDeal", "", rule, 0.9)


AIM = "signed/VERB/root@0/sign agreement/NOUN/{}@1 {} make/VERB/advcl@1 peace/NOUN/obj@4"
FOCUS = link("Old truce")


@pytest.mark.parametrize(
    ("rows", "mentions"),
    [
        ("ceasefire/NOUN/root@0", ["ceasefire"]),
        ("ceasefire/VERB/root@0", []),
        # a modifier is not the mention, its noun is
        ("ceasefire/NOUN/compound@2 deal/NOUN/root@0", ["deal"]),
        ("ceasefire/NOUN/compound@2 monitor/NOUN/root@0", ["ceasefire"]),
        # a cessation of hostilities, not of payments
        ("cessation/NOUN/root@0 of/ADP/case@3 hostilities/NOUN/nmod@1/hostility", ["cessation"]),
        ("cessation/NOUN/root@0 of/ADP/case@3 payments/NOUN/nmod@1/payment", []),
        # zones by what they set up
        ("buffer/NOUN/compound@2 zone/NOUN/root@0", ["zone"]),
        ("border/NOUN/compound@2 zone/NOUN/root@0", []),
        # agreements by a word beside, also behind a preposition or inside a hyphen
        ("peace/NOUN/compound@2 agreement/NOUN/root@0", ["agreement"]),
        ("agreement/NOUN/root@0 for/ADP/case@3 peace/NOUN/nmod@1", ["agreement"]),
        (
            "agreement/NOUN/root@0 on/ADP/case@4 big/ADJ/amod@4 peace/NOUN/nmod@1",
            ["agreement"],
        ),
        ("Borland-brokered/ADJ/amod@2 agreement/NOUN/root@0", ["agreement"]),
        ("trade/NOUN/compound@2 agreement/NOUN/root@0", []),
        # by its aim, which may hang on the verb: "signed an agreement to make peace"
        ("agreement/NOUN/root@0 to/PART/mark@3 make/VERB/acl@1 peace/NOUN/obj@3", ["agreement"]),
        (AIM.format("obj", "to/PART/mark@4"), ["agreement"]),
        (AIM.format("obl", "to/PART/mark@4"), []),
        (AIM.format("obj", "while/SCONJ/mark@4"), []),
        ("letter/NOUN/root@0", []),
    ],
)
def test_which_words_mean_a_deal(rows: str, mentions: list[str]) -> None:
    assert [word for word, _, _ in deals(rows)] == mentions


def test_an_agreement_is_a_deal_where_it_points_back_to_one() -> None:
    rows = "the/DET/det@2 agreement/NOUN/root@0"
    assert deals(rows, focus=FOCUS) == [("agreement", "Old truce", "label")]
    assert deals(rows) == []
    assert deals("an/DET/det@2 agreement/NOUN/root@0", focus=FOCUS) == []


def test_one_phrase_is_one_mention() -> None:
    rows = "ceasefire/NOUN/root@0 truce/NOUN/flat@1 and/CCONJ/cc@4 truce/NOUN/conj@1"
    assert [word for word, _, _ in deals(rows)] == ["ceasefire", "truce"]


DEFINITE = "the/DET/det@2 truce/NOUN/nsubj@3 held/VERB/root@0/hold"


@pytest.mark.parametrize(
    ("rows", "deal", "rule"),
    [
        # by name, by the words of a name, by date
        ("Dorn/PROPN/compound@2 truce/NOUN/root@0", "Dorn truce", "label"),
        ("buffer/NOUN/compound@2 zone/NOUN/root@0", "Marsa buffer zone", "words of its name"),
        (
            (
                "truce/NOUN/obj@2 signed/VERB/root@0/sign on/ADP/case@5 6/NUM/nummod@5 March/PROPN/obl@2 "
                "2020/NUM/nummod@5"
            ),
            "Dorn truce",
            "date",
        ),
        # what is agreed on a day near none is new, named by its month
        (
            (
                "truce/NOUN/obj@2 signed/VERB/root@0/sign on/ADP/case@5 6/NUM/nummod@5 "
                "January/PROPN/obl@2 2020/NUM/nummod@5"
            ),
            "ceasefire of 2020-01 (Avenia)",
            "new deal",
        ),
        # a year alone may have seen several deals, but none of another year's
        (
            "truce/NOUN/obj@2 signed/VERB/root@0/sign in/ADP/case@4 2020/NUM/obl@2",
            "ceasefire of 2020 told of in 2020-05 (Avenia)",
            "deal of a year",
        ),
        # one that the year names
        (
            "a/DET/det@3 1994/NUM/nummod@3 truce/NOUN/root@0",
            "ceasefire of 1994 (Avenia)",
            "new deal",
        ),
        # "the truce" is the latest, "a truce" is some truce
        (DEFINITE, "Dorn truce", "the latest deal"),
        ("a/DET/det@2 truce/NOUN/root@0", VAGUE, "some deal"),
    ],
)
def test_which_deal_is_meant(rows: str, deal: str, rule: str) -> None:
    assert [found[1:] for found in deals(rows)] == [(deal, rule)]


IN_2018 = "signed/VERB/root@0/sign truce/NOUN/obj@1 in/ADP/case@4 {}/NUM/obl@1 for/ADP/case@6 {}/PROPN/obl@1"


@pytest.mark.parametrize(
    ("year", "place", "rule"),
    [
        ("2018", "Marsa", "year and name"),
        ("2019", "Marsa", "deal of a year"),
        ("2018", "Kedra", "deal of a year"),
        ("2018", "Avenia", "deal of a year"),  # a country has had many
    ],
)
def test_a_year_and_a_word_of_its_name_or_place_mean_a_deal(
    year: str, place: str, rule: str
) -> None:
    ((_, deal, found),) = deals(IN_2018.format(year, place))
    assert found == rule
    assert (deal == "Marsa buffer zone") is (rule == "year and name")


def test_a_year_and_a_pointing_word_mean_the_deal_spoken_of_last() -> None:
    rows = "signed/VERB/root@0/sign that/DET/det@3 truce/NOUN/obj@1 in/ADP/case@5 2018/NUM/obl@1"
    marsa = link("Marsa buffer zone")
    assert deals(rows, focus=marsa)[0][1:] == ("Marsa buffer zone", "year and name")
    assert deals(rows.replace("2018", "2019"), focus=marsa)[0][2] == "deal of a year"
    assert deals(rows.replace("that/", "a/"), focus=marsa)[0][2] == "deal of a year"


def test_the_deal_spoken_of_last_goes_before_the_latest() -> None:
    assert deals(DEFINITE, focus=FOCUS) == [("truce", "Old truce", "label")]
    indefinite = DEFINITE.replace("the/DET", "a/DET")
    assert deals(indefinite, focus=FOCUS)[0][1:] == (VAGUE, "some deal")


@pytest.mark.parametrize(
    ("issued", "deal"),
    [
        (datetime.date(2020, 8, 2), "Dorn truce"),
        (datetime.date(2020, 8, 3), "ceasefire told of in 2020-08 (Avenia)"),
        (datetime.date(2020, 3, 5), "Dorn truce"),
        (datetime.date(2020, 3, 4), "ceasefire told of in 2020-03 (Avenia)"),
        (None, "ceasefire told of in a.txt (Avenia)"),
    ],
)
def test_the_latest_deal_is_at_most_so_old(issued: datetime.date | None, deal: str) -> None:
    assert deals(DEFINITE, issued=issued)[0][1] == deal


def test_words_of_a_name_mean_only_deals_already_made() -> None:
    rows = "buffer/NOUN/compound@2 zone/NOUN/root@0"
    before, after = datetime.date(2018, 9, 16), datetime.date(2018, 9, 17)
    assert deals(rows, issued=before)[0][2] == "some deal"
    assert deals(rows, issued=after)[0][1] == "Marsa buffer zone"
    assert deals(rows, issued=None)[0][2] == "some deal"


def test_deals_of_other_countries_are_not_meant() -> None:
    assert deals(DEFINITE, country="place/borland")[0][1] == "Karsk truce"
    assert deals(DEFINITE, country="")[0][1] == "ceasefire told of in 2020-05"


def test_a_second_mention_of_a_new_deal_is_the_same_deal() -> None:
    rows = "a/DET/det@2 truce/NOUN/root@0 and/CCONJ/cc@5 a/DET/det@5 ceasefire/NOUN/dep@2"
    now = told(rows).now
    first, second = Deals(known().deals, ISSUED, "a.txt").told(now)
    assert first.deal is second.deal


def test_undated_deals_of_two_undated_articles_are_two() -> None:
    now = told("a/DET/det@2 truce/NOUN/root@0", issued=None).now
    first, second = (
        Deals(known().deals, None, name).told(now)[0].deal for name in ("a.txt", "b.txt")
    )
    assert first.iri != second.iri
    assert first.label == "ceasefire told of in a.txt (Avenia)"


def report(deal: Link | None) -> Report:
    return Report(
        "CeasefireDeal", "CeasefireDeal", 0, 1, "x", (0, 1), {}, Stance.ASSERTED, deal=deal
    )


def test_a_vague_deal_is_the_one_deal_that_the_article_identifies() -> None:
    vague = replace(link("ceasefire (Avenia)", "some deal"), surface="a truce")
    found = with_one_deal([report(vague), report(FOCUS), report(None)], known().world, None)
    assert [each.deal for each in found] == [
        replace(FOCUS, surface="a truce", score=0.5), FOCUS, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "known_deals",
    [[], [link("Old truce"), link("New truce")], [link("truce of 1994", "deal of a year")]],
)
def test_a_vague_deal_stays_vague_where_none_or_two_are_identified(
    known_deals: list[Link],
) -> None:
    reports = [report(link("ceasefire", "some deal")), *(report(each) for each in known_deals)]
    assert with_one_deal(reports, known().world, None) == reports
    assert with_one_deal([report(FOCUS)], known().world, None) == [report(FOCUS)]
