"""How a deal was made, under whose mediation, and who is told to break it."""

from __future__ import annotations

import datetime

import pytest

from extract.trees import ISSUED, context, known, labels, told
from kg.extract.deal_acts import DealReading, events_of
from kg.extract.deals import Deals
from kg.extract.told import Told
from kg.model import Interval, Link, Stance

DEAL = Link("deal/old-truce", "Old truce", "CeasefireDeal", "truce", "label", 0.9)


def deal(rows: str) -> Told:
    """What a sentence tells of its truce."""
    read = told(rows)
    found = Told(DEAL, read.the("truce"))
    DealReading(known().deals, read.now).fill(found)
    return found


def mentions(rows: str, focus: Link | None = DEAL) -> list[Told]:
    """The deals that a sentence speaks of, in an article that spoke of one before."""
    now = told(rows, context()).now
    return Deals(known().deals, ISSUED, "a.txt", focus=focus).told(now)


SIGNED = "truce/NOUN/root@0 signed/VERB/acl@1/sign under/ADP/case@{} {}"


@pytest.mark.parametrize(
    ("rows", "brokers"),
    [
        # by its owner, by several, by whom it is of
        (SIGNED.format(5, "Borlandic/ADJ/amod@5 mediation/NOUN/obl@2"), ["Borland"]),
        (
            SIGNED.format(7, "Borlandic/ADJ/amod@7 and/CCONJ/cc@6 Caslandic/ADJ/conj@4 mediation/NOUN/obl@2"),
            ["Borland", "Casland"],
        ),
        (SIGNED.format(4, "mediation/NOUN/obl@2 of/ADP/case@6 Borland/PROPN/nmod@4"), ["Borland"]),
        (SIGNED.format(5, "Borland/PROPN/compound@5 mediation/NOUN/obl@2"), ["Borland"]),
        # the truce itself may stand under it
        ("truce/NOUN/root@0 under/ADP/case@4 Borlandic/ADJ/amod@4 mediation/NOUN/nmod@1",
         ["Borland"]),
        # of nobody, under something else, not under it
        (SIGNED.format(5, "intense/ADJ/amod@5 mediation/NOUN/obl@2"), []),
        (SIGNED.format(5, "Borlandic/ADJ/amod@5 pressure/NOUN/obl@2"), []),
        (SIGNED.format(5, "Borlandic/ADJ/amod@5 mediation/NOUN/obl@2").replace("under", "after"),
         []),
    ],
)  # fmt: skip
def test_whoever_mediates_brings_a_deal_about(rows: str, brokers: list[str]) -> None:
    found = deal(rows)
    assert (labels(found.broker), labels(found.party), labels(found.breaker)) == (brokers, [], [])


def test_a_state_at_war_that_mediates_is_told_to_all_the_same() -> None:
    assert labels(deal(SIGNED.format(5, "Avenian/ADJ/amod@5 mediation/NOUN/obl@2")).broker) == [
        "Avenia"
    ]


BROKEN = (
    "truce/NOUN/nsubj:pass@{0} signed/VERB/{1}@1/sign on/ADP/case@5 6/NUM/nummod@5 "
    "March/PROPN/obl@2 {2} was/AUX/aux:pass@{0} {3}/VERB/root@0/{4}"
)
MARCH = Interval(datetime.date(2020, 3, 6), datetime.date(2020, 3, 6))


def test_a_clause_behind_a_broken_deal_tells_its_making_with_a_day_of_its_own() -> None:
    rows = BROKEN.format(8, "acl", "2020/NUM/nummod@5", "broken", "break")
    found = deal(rows)
    assert (found.event, found.status) == ("CeasefireViolation", "Violated")
    making = found.making
    assert making is not None
    assert (making.event, making.status, making.when) == ("CeasefireAgreement", "Announced", MARCH)
    assert (making.date_text, making.breaker, making.deal) == ("6 March 2020", [], DEAL)
    broken, made = events_of(found, told(rows).now)
    assert (broken.when, made.when) == (Interval(None, None), MARCH)
    assert made.stance is Stance.ASSERTED


@pytest.mark.parametrize(
    "rows",
    [
        # a clause that makes nothing, or tells that nothing was made
        "truce/NOUN/nsubj:pass@4 praised/VERB/acl@1/praise was/AUX/aux:pass@4 broken/VERB/root@0/break",
        (
            "truce/NOUN/nsubj:pass@5 never/ADV/advmod@3 signed/VERB/acl@1/sign was/AUX/aux:pass@5 "
            "broken/VERB/root@0/break"
        ),
        # the making is what the sentence tells anyway
        "truce/NOUN/root@0 signed/VERB/acl@1/sign",
        "truce/NOUN/nsubj:pass@3 was/AUX/aux:pass@3 broken/VERB/root@0/break",
    ],
)
def test_without_such_a_clause_no_making_is_told_beside(rows: str) -> None:
    assert deal(rows).making is None


def test_the_making_knows_the_sides_but_not_the_breaker_as_such() -> None:
    found = deal(
        "RF/PROPN/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2 signed/VERB/acl@3/sign "
        "by/ADP/case@6 GL/PROPN/obl:agent@4"
    )
    assert (labels(found.breaker), labels(found.party)) == (["Red Front"], ["Green Legion"])
    assert found.making is not None
    assert (found.making.breaker, labels(found.making.party)) == ([], ["Green Legion"])


@pytest.mark.parametrize("clause", ["acl", "acl:relcl"])
def test_a_deal_is_known_by_the_day_on_which_a_clause_says_it_was_made(clause: str) -> None:
    rows = BROKEN.format(8, clause, "2020/NUM/nummod@5", "broken", "break")
    (found,) = mentions(rows, focus=None)
    assert (found.deal.label, found.deal.rule) == ("Dorn truce", "date")
    praised = rows.replace("signed/VERB", "praised/VERB").replace("/sign ", "/praise ")
    (vague,) = mentions(praised, focus=None)
    assert vague.deal.label != "Dorn truce"


ACCUSED = "Borland/PROPN/nsubj@2 accused/VERB/root@0/accuse RF/PROPN/obj@2 of/SCONJ/mark@5 {}"


def test_breaking_it_breaks_the_deal_spoken_of_last() -> None:
    rows = ACCUSED.format("breaking/VERB/advcl@2/break it/PRON/obj@5")
    (found,) = mentions(rows)
    assert (found.deal, found.word.text, found.status) == (DEAL, "it", "Violated")
    assert labels(found.breaker) == ["Red Front"]
    (event,) = events_of(found, told(rows).now)
    assert (event.type, event.stance) == ("CeasefireViolation", Stance.ALLEGED)


@pytest.mark.parametrize(
    ("rows", "focus"),
    [
        # no deal was spoken of, another verb, "it" elsewhere, another word
        (ACCUSED.format("breaking/VERB/advcl@2/break it/PRON/obj@5"), None),
        (ACCUSED.format("praising/VERB/advcl@2/praise it/PRON/obj@5"), DEAL),
        (ACCUSED.format("breaking/VERB/advcl@2/break with/ADP/case@7 it/PRON/obl@5"), DEAL),
        ("it/PRON/nsubj@2 broke/VERB/root@0/break", DEAL),
        (ACCUSED.format("breaking/VERB/advcl@2/break them/PRON/obj@5"), DEAL),
        ("it/PRON/root@0", DEAL),
    ],
)
def test_it_means_no_deal_elsewhere(rows: str, focus: Link | None) -> None:
    assert mentions(rows, focus) == []
