"""What became of a deal, by whom, where and on what terms; and the event that this is."""

from __future__ import annotations

import datetime

import pytest

from extract.trees import Told as Read
from extract.trees import context, known, labels, to, told
from kg.extract.deal_acts import DealReading, events_of
from kg.extract.told import Told
from kg.model import Interval, Link, Stance

DEAL = Link("deal/x", "x", "CeasefireDeal", "truce", "label", 0.9)


MAY = Interval(datetime.date(2020, 5, 1), datetime.date(2020, 5, 31))


def read(rows: str, within: Read | None = None) -> tuple[Read, Told]:
    """The sentence, and what it tells of its truce."""
    scene = within or told(rows)
    found = Told(DEAL, scene.the("truce"))
    DealReading(known().deals, scene.now).fill(found)
    return scene, found


@pytest.mark.parametrize(
    ("rows", "act", "event", "status"),
    [
        # nouns above it
        ("violation/NOUN/root@0 of/ADP/case@3 truce/NOUN/nmod@1", "violation",
         "CeasefireViolation", "Violated"),
        ("announcement/NOUN/root@0 of/ADP/case@3 truce/NOUN/nmod@1", "announcement",
         "CeasefireAgreement", "Announced"),
        ("praise/NOUN/root@0 of/ADP/case@3 truce/NOUN/nmod@1", "", "", ""),
        # verbs of which it is object or subject
        ("they/PRON/nsubj@2 violated/VERB/root@0/violate truce/NOUN/obj@2", "violated",
         "CeasefireViolation", "Violated"),
        ("truce/NOUN/nsubj:pass@3 was/AUX/aux:pass@3 broken/VERB/root@0/break", "broken",
         "CeasefireViolation", "Violated"),
        ("truce/NOUN/nsubj@2 broke/VERB/root@0/break", "", "", ""),
        ("truce/NOUN/nsubj@2 collapsed/VERB/root@0/collapse", "collapsed",
         "CeasefireViolation", "Collapsed"),
        ("they/PRON/nsubj@2 collapsed/VERB/root@0/collapse truce/NOUN/obj@2", "", "", ""),
        ("they/PRON/nsubj@2 signed/VERB/root@0/sign truce/NOUN/obj@2", "signed",
         "CeasefireAgreement", "Announced"),
        ("truce/NOUN/nsubj@2 signed/VERB/root@0/sign", "", "", ""),
        ("truce/NOUN/nsubj@2 lasted/VERB/root@0/last", "lasted", "CeasefireAgreement", "Announced"),
        ("truce/NOUN/nsubj@2 began/VERB/root@0/begin", "began", "CeasefireAgreement", "InForce"),
        ("they/PRON/nsubj@2 began/VERB/root@0/begin truce/NOUN/obj@2", "", "", ""),
        # verbs behind it
        ("truce/NOUN/root@0 beginning/VERB/acl@1/begin", "beginning", "CeasefireAgreement",
         "InForce"),
        ("truce/NOUN/root@0 begin/NOUN/acl@1", "", "", ""),
        # negated, or another verb, then the next that tells something
        ("they/PRON/nsubj@3 not/PART/advmod@3 signed/VERB/root@0/sign truce/NOUN/obj@3", "", "", ""),
        ("they/PRON/nsubj@2 saw/VERB/root@0/see truce/NOUN/obj@2 signed/VERB/acl@3/sign", "signed",
         "CeasefireAgreement", "Announced"),
        ("truce/NOUN/root@0", "", "", ""),
        # one that ran out is neither made nor broken
        ("truce/NOUN/nsubj@2 expired/VERB/root@0/expire", "expired", "", "Expired"),
    ],
)  # fmt: skip
def test_what_became_of_a_deal(rows: str, act: str, event: str, status: str) -> None:
    found = read(rows)[1]
    assert (found.act.text if found.act is not None else "", found.event, found.status) == (
        act, event, status,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "party", "broker", "breaker"),
    [
        # in the phrase itself
        ("Borlandic-brokered/ADJ/amod@2 truce/NOUN/root@0", [], ["Borland"], []),
        ("Borlandic-made/ADJ/amod@2 truce/NOUN/root@0", [], [], []),
        ("hastily-brokered/ADJ/amod@2 truce/NOUN/root@0", [], [], []),
        # between sides: armed groups and the state in focus are bound, other states bring it about
        (
            "truce/NOUN/root@0 between/ADP/case@3 RF/PROPN/nmod@1 and/CCONJ/cc@5 GL/PROPN/conj@3",
            ["Red Front", "Green Legion"], [], [],
        ),
        (
            ("truce/NOUN/root@0 between/ADP/case@3 Marsa/PROPN/nmod@1 and/CCONJ/cc@5 "
            "Borland/PROPN/conj@3"),
            ["Avenia", "Borland"], [], [],
        ),
        (
            ("truce/NOUN/root@0 between/ADP/case@3 Casland/PROPN/nmod@1 and/CCONJ/cc@5 "
            "Borland/PROPN/conj@3"),
            [], ["Casland", "Borland"], [],
        ),
        # two states in one hyphened word
        ("Borlandic-Caslandic/ADJ/amod@2 truce/NOUN/root@0", [], ["Borland", "Casland"], []),
        ("truce/NOUN/root@0 by/ADP/case@3 RF/PROPN/nmod@1", [], ["Red Front"], []),
        ("truce/NOUN/root@0 near/ADP/case@3 RF/PROPN/nmod@1", [], [], []),
        # who does what the verb tells
        ("Borland/PROPN/nsubj@2 announced/VERB/root@0/announce truce/NOUN/obj@2", [], ["Borland"],
         []),
        ("RF/PROPN/nsubj@2 signed/VERB/root@0/sign truce/NOUN/obj@2", ["Red Front"], [], []),
        # whoever makes it together with a side of the war is a side
        ("Borland/PROPN/nsubj@3 RF/PROPN/conj@1 signed/VERB/root@0/sign truce/NOUN/obj@3",
         ["Borland", "Red Front"], [], []),
        ("Borland/PROPN/nsubj@3 Casland/PROPN/conj@1 signed/VERB/root@0/sign truce/NOUN/obj@3",
         [], ["Borland", "Casland"], []),
        ("Borland/PROPN/nsubj@3 Sol/PROPN/conj@1 signed/VERB/root@0/sign truce/NOUN/obj@3",
         ["Mira Sol"], ["Borland"], []),
        ("RF/PROPN/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2", [], [], ["Red Front"]),
        ("violation/NOUN/root@0 of/ADP/case@3 truce/NOUN/nmod@1 by/ADP/case@5 RF/PROPN/nmod@1", [],
         [], ["Red Front"]),
        # a clause behind it tells who made it, even where the verb above tells who broke it
        (
            ("RF/PROPN/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2 announced/VERB/acl@3/announce "
            "by/ADP/case@6 Borland/PROPN/obl:agent@4"),
            [], ["Borland"], ["Red Front"],
        ),
        (
            ("RF/PROPN/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2 praised/VERB/acl@3/praise "
            "by/ADP/case@6 Borland/PROPN/obl:agent@4"),
            [], [], ["Red Front"],
        ),
        (
            "truce/NOUN/root@0 announced/VERB/acl@1/announce by/ADP/case@4 Borland/PROPN/obl:agent@2",
            [], ["Borland"], [],
        ),
    ],
)  # fmt: skip
def test_who_made_or_broke_it(
    rows: str, party: list[str], broker: list[str], breaker: list[str]
) -> None:
    found = read(rows)[1]
    assert (labels(found.party), labels(found.broker), labels(found.breaker)) == (
        party, broker, breaker,
    )  # fmt: skip


def test_without_a_state_in_focus_every_state_brings_it_about() -> None:
    scene = told("truce/NOUN/root@0 between/ADP/case@3 Marsa/PROPN/nmod@1", context(""))
    found = read("", scene)[1]
    assert (labels(found.party), labels(found.broker)) == ([], ["Avenia"])


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("truce/NOUN/root@0 in/ADP/case@3 Teluk/PROPN/nmod@1", ["Teluk"]),
        (
            "truce/NOUN/nsubj@2 began/VERB/root@0/begin in/ADP/case@4 Teluk/PROPN/obl@2",
            ["Teluk"],
        ),
        (
            (
                "truce/NOUN/nsubj@4 in/ADP/case@3 Teluk/PROPN/nmod@1 began/VERB/root@0/begin "
                "in/ADP/case@6 Teluk/PROPN/obl@4"
            ),
            ["Teluk"],
        ),
        ("truce/NOUN/root@0 from/ADP/case@3 Teluk/PROPN/nmod@1", []),
        ("truce/NOUN/root@0 in/ADP/case@3 time/NOUN/nmod@1", []),
    ],
)
def test_where_it_applies(rows: str, places: list[str]) -> None:
    assert labels(read(rows)[1].places) == places


@pytest.mark.parametrize(
    ("rows", "terms"),
    [
        (
            (
                "truce/NOUN/nsubj@2 requires/VERB/root@0/require the/DET/det@4 retreat/NOUN/obj@2 "
                "of/ADP/case@6 tanks/NOUN/nmod@4"
            ),
            ["the retreat of tanks"],
        ),
        (
            "truce/NOUN/root@0 on/ADP/case@4 a/DET/det@4 retreat/NOUN/nmod@1",
            ["a retreat"],
        ),
        # a place is where, not a term; other verbs and prepositions tell none
        ("truce/NOUN/root@0 on/ADP/case@3 Teluk/PROPN/nmod@1", []),
        ("truce/NOUN/root@0 at/ADP/case@3 dawn/NOUN/nmod@1", []),
        ("truce/NOUN/nsubj@2 saw/VERB/root@0/see retreat/NOUN/obj@2", []),
        ("truce/NOUN/obj@2 requires/VERB/root@0/require retreat/NOUN/obj@2", []),
        ("truce/NOUN/root@0 on/ADP/case@3 ,/PUNCT/nmod@1", [","]),
    ],
)
def test_on_what_terms(rows: str, terms: list[str]) -> None:
    assert read(rows)[1].terms == terms


def test_a_deal_that_is_made_is_an_event_of_its_sides() -> None:
    scene, found = read(
        "Borland/PROPN/nsubj@2 announced/VERB/root@0/announce truce/NOUN/obj@2 between/ADP/case@5 "
        "RF/PROPN/nmod@3"
    )
    found.when = Interval(datetime.date(2020, 3, 5), datetime.date(2020, 3, 5))
    found.date_text = "on 5 March"
    (draft,) = events_of(found, scene.now)
    assert (draft.type, draft.rule, draft.frame.name, draft.stance, draft.deal) == (
        "CeasefireAgreement", "deal announced", "deal announced", Stance.ASSERTED, DEAL,
    )  # fmt: skip
    assert (draft.when, draft.date_text, draft.basis) == (found.when, "on 5 March", "told")
    assert {role: labels(links) for role, links in draft.cast.roles.items()} == {
        "initiator": [], "participant": ["Red Front", "Borland"],
    }  # fmt: skip


def test_a_deal_that_is_broken_is_an_event_of_who_breaks_it() -> None:
    scene, found = read(
        "RF/PROPN/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2 with/ADP/case@5 GL/PROPN/nmod@3"
    )
    (draft,) = events_of(found, scene.now)
    assert (draft.type, draft.rule, draft.basis) == ("CeasefireViolation", "deal violated", "")
    assert draft.cast.roles == {"initiator": [to("actor/red-front", "RF")], "participant": []}


@pytest.mark.parametrize(
    "rows",
    [
        "truce/NOUN/root@0",
        "truce/NOUN/nsubj@2 expired/VERB/root@0/expire",
        "no/DET/det@2 violation/NOUN/root@0 of/ADP/case@4 truce/NOUN/nmod@2",
    ],
)
def test_without_an_act_or_where_it_is_negated_there_is_no_event(rows: str) -> None:
    scene, found = read(rows)
    assert events_of(found, scene.now) == []


def test_a_deal_that_was_made_and_broken_is_two_events() -> None:
    scene, found = read(
        "truce/NOUN/nsubj:pass@6 signed/VERB/acl@1/sign by/ADP/case@4 Borland/PROPN/obl:agent@2 "
        "was/AUX/aux:pass@6 broken/VERB/root@0/break"
    )
    broken, made = events_of(found, scene.now)
    assert (broken.type, made.type) == ("CeasefireViolation", "CeasefireAgreement")
    assert made.word.text == "signed"


def test_what_becomes_of_a_deal_by_its_event_is_told_with_it() -> None:
    scene, found = read("they/PRON/nsubj@2 extended/VERB/root@0/extend truce/NOUN/obj@2")
    (draft,) = events_of(found, scene.now)
    assert (draft.rule, draft.step) == ("deal announced", "Extended")
    scene, found = read("they/PRON/nsubj@2 broke/VERB/root@0/break truce/NOUN/obj@2")
    (draft,) = events_of(found, scene.now)
    assert draft.step == "Violated"
    scene, found = read(
        "truce/NOUN/nsubj:pass@6 extended/VERB/acl@1/extend by/ADP/case@4 Borland/PROPN/obl:agent@2 "
        "was/AUX/aux:pass@6 broken/VERB/root@0/break"
    )
    assert [draft.step for draft in events_of(found, scene.now)] == ["Violated", "Extended"]


def test_a_dated_deal_that_nothing_is_said_of_was_made_then() -> None:
    scene, found = read("truce/NOUN/root@0")
    found.when, found.date_text = MAY, "in May"
    DealReading(scene.now.knowledge.deals, scene.now).fill(found)
    (draft,) = events_of(found, scene.now)
    assert (draft.word.text, draft.when) == ("truce", MAY)
    scene, known = read("the/DET/det@2 truce/NOUN/root@0")
    known.when, known.date_text = MAY, "in May"
    DealReading(scene.now.knowledge.deals, scene.now).fill(known)
    assert events_of(known, scene.now) == []
