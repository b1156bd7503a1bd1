"""Reports quote the clause that tells them, with the offsets of the text as found."""

from __future__ import annotations

import datetime

import pytest

from extract.trees import known, the, to, told
from kg.extract.deal_acts import events_of
from kg.extract.events import drafts
from kg.extract.relations import Relation
from kg.extract.told import Told
from kg.extract.write import Writer
from kg.model import Interval, Link, Report, Segment, SegmentKind, Stance

DEAL = Link("deal/x", "x", "CeasefireDeal", "truce", "label", 0.9)


def writer(rows: str, *, before: str = "") -> Writer:
    """A writer of a segment that stands behind some other text."""
    text = " ".join(row.split("/")[0] for row in rows.split())
    offsets = tuple(range(len(before), len(before) + len(text)))
    return Writer(Segment(SegmentKind.BODY, text, offsets), before + text)


def events(rows: str, *, before: str = "") -> list[Report]:
    """The reports of a sentence's events."""
    return [writer(rows, before=before).event(draft) for draft in drafts(told(rows).now)]


ATTACK = "RF/PROPN/nsubj@2 attacked/VERB/root@0/attack GL/PROPN/obj@2"


def test_an_event_is_reported_with_all_that_its_draft_tells() -> None:
    rows = f"{ATTACK} in/ADP/case@5 Teluk/PROPN/obl@2 ./PUNCT/punct@2"
    (report,) = events(rows, before="Intro. ")
    assert report == Report(
        of="Event", type="Attack", start=7, end=30, quote="RF attacked GL in Teluk",
        trigger=(10, 18),
        roles={
            "initiator": (to("actor/red-front", "RF"),), "target": (to("actor/green-legion", "GL"),),
            "place": (to("place/teluk", "Teluk"),),
        },
        stance=Stance.ASSERTED, rule="attack", confidence=0.81,
    )  # fmt: skip


def test_the_basis_of_a_date_is_a_fact_and_an_empty_one_is_not() -> None:
    assert events(ATTACK)[0].facts == ()
    dated = events(f"{ATTACK} on/ADP/case@6 5/NUM/nummod@6 March/PROPN/obl@2 2020/NUM/nummod@6")
    assert dated[0].facts == (("dateBasis", "told"),)
    assert dated[0].confidence > events(ATTACK)[0].confidence


def test_tolls_have_offsets_of_the_text_and_stand_in_the_quote() -> None:
    rows = (
        "5/NUM/nummod@2 civilians/NOUN/nsubj:pass@4/civilian were/AUX/aux:pass@4 "
        "killed/VERB/root@0/kill"
    )
    (report,) = events(rows, before="xx")
    (toll,) = report.tolls
    assert (toll.start, toll.end, report.start) == (2, 13, 2)


@pytest.mark.parametrize(
    ("rows", "quote"),
    [
        # the clause, without its mark, its coordination and the marks around it
        (
            (
                "he/PRON/nsubj@2 said/VERB/root@0 that/SCONJ/mark@5 RF/PROPN/nsubj@5 "
                "attacked/VERB/ccomp@2/attack ./PUNCT/punct@5"
            ),
            "RF attacked",
        ),
        (
            "\u201c/PUNCT/punct@3 RF/PROPN/nsubj@3 attacked/VERB/root@0/attack \u201d/PUNCT/punct@3",
            "RF attacked \u201d",
        ),
        # a relative clause with the noun that it tells of
        (
            (
                "saw/VERB/root@0 the/DET/det@3 RF/PROPN/obj@1 that/PRON/nsubj@5 "
                "attacked/VERB/acl:relcl@3/attack"
            ),
            "the RF that attacked",
        ),
        # a noun's clause is its verb's
        (
            (
                "clashes/NOUN/nsubj@2/clash broke/VERB/root@0 out/ADP/dep@2 in/ADP/case@5 "
                "Teluk/PROPN/obl@2"
            ),
            "clashes broke out in Teluk",
        ),
        # a clause that does not tell who acts is widened to the one that does
        (
            (
                "RF/PROPN/nsubj@2 left/VERB/root@0 after/SCONJ/mark@4 attacking/VERB/advcl@2/attack "
                "GL/PROPN/obj@4"
            ),
            "RF left after attacking GL",
        ),
        (
            (
                "they/PRON/nsubj@2 left/VERB/root@0 as/SCONJ/mark@5 RF/PROPN/nsubj@5 "
                "attacked/VERB/advcl@2/attack"
            ),
            "RF attacked",
        ),
    ],
)
def test_a_quote_is_the_clause_that_tells_it(rows: str, quote: str) -> None:
    assert [each.quote for each in events(rows) if each.rule in ("attack", "clash")] == [quote]


def test_a_long_sentence_is_not_quoted_whole_for_a_clause() -> None:
    rows = (
        "RF/PROPN/nsubj@2 left/VERB/root@0 after/SCONJ/mark@4 attacking/VERB/advcl@2/attack "
        "GL/PROPN/obj@4" + " x/X/dep@2" * 60
    )
    assert [each.quote for each in events(rows) if each.rule == "attack"] == ["attacking GL"]


TRUCE = "RF/PROPN/nsubj@2 signed/VERB/root@0/sign truce/NOUN/obj@2"


def deal(when: Interval = Interval(None, None), event: str = "CeasefireAgreement",  # noqa: B008
         status: str = "Announced") -> Report:  # fmt: skip
    """The report of a deal made at some time."""
    now = told(TRUCE).now
    found = Told(DEAL, the(now.sentence, "truce"), the(now.sentence, "signed"), event, status)
    found.when, found.terms = when, ["a", "b"]
    found.party = [to("actor/red-front"), to("actor/red-front")]
    found.places = [to("place/teluk")]
    return writer(TRUCE).deal(found, now)


def test_a_deal_is_reported_with_its_sides_status_and_terms() -> None:
    assert deal() == Report(
        of="CeasefireDeal", type="CeasefireDeal", start=0, end=15, quote="RF signed truce",
        trigger=(10, 15),
        roles={"party": (to("actor/red-front"),), "appliesTo": (to("place/teluk"),)},
        stance=Stance.ASSERTED, deal=DEAL,
        facts=(("status", "Announced"), ("term", "a"), ("term", "b")), rule="label",
        confidence=0.9,
    )  # fmt: skip


def test_a_deal_to_which_nothing_happened_is_quoted_by_its_own_clause() -> None:
    now = told(TRUCE).now
    report = writer(TRUCE).deal(Told(DEAL, the(now.sentence, "truce")), now)
    assert (report.quote, report.facts, report.roles) == ("RF signed truce", (), {})


@pytest.mark.parametrize(
    ("begin", "end", "agreed"),
    [
        ((2020, 3, 5), (2020, 3, 5), "2020-03-05"),
        ((2020, 3, 1), (2020, 3, 31), "2020-03"),
        ((2020, 1, 1), (2020, 12, 31), "2020"),
        ((2020, 3, 30), (2020, 4, 2), ""),
        ((2020, 3, 1), (2020, 5, 31), ""),
        ((2019, 6, 1), (2020, 6, 30), ""),
    ],
)
def test_the_day_of_a_deal_is_as_exact_as_it_is_told(
    begin: tuple[int, int, int], end: tuple[int, int, int], agreed: str
) -> None:
    when = Interval(datetime.date(*begin), datetime.date(*end))
    assert dict(deal(when).facts).get("agreedOn", "") == agreed


def test_the_time_of_a_break_is_when_the_deal_was_agreed_only_if_it_names_the_deal() -> None:
    when = Interval(datetime.date(2020, 3, 5), datetime.date(2020, 3, 5))
    for status in ("Violated", "Collapsed", "Expired"):
        assert "agreedOn" not in dict(deal(when, "CeasefireViolation", status).facts)
    named = (
        "RF/PROPN/nsubj@2 broke/VERB/root@0/break a/DET/det@5 1994/NUM/nummod@5 truce/NOUN/obj@2"
    )
    now = told(named).now
    found = Told(DEAL, the(now.sentence, "truce"), status="Violated", date_text="1994")
    found.when = Interval(datetime.date(1994, 1, 1), datetime.date(1994, 12, 31))
    assert dict(writer(named).deal(found, now).facts)["agreedOn"] == "1994"
    half_open = Interval(datetime.date(2020, 3, 5), None)
    assert "agreedOn" not in dict(deal(half_open).facts)


@pytest.mark.parametrize(
    ("rows", "facts"),
    [
        (TRUCE, {"status": "Announced"}),
        (f"will/AUX/aux@3 {TRUCE}".replace("@2", "@3"), {}),  # only planned
        (f"not/PART/advmod@3 {TRUCE}".replace("@2", "@3"), {}),  # negated
    ],
)
def test_only_what_happened_gives_a_deal_a_status(rows: str, facts: dict[str, str]) -> None:
    now = told(rows).now
    found = Told(DEAL, the(now.sentence, "truce"), the(now.sentence, "signed"), status="Announced")
    assert dict(writer(rows).deal(found, now).facts) == facts


def test_a_deal_was_not_agreed_on_the_day_on_which_it_is_extended() -> None:
    now = told(TRUCE).now
    day = datetime.date(2020, 3, 5)
    found = Told(DEAL, the(now.sentence, "truce"), the(now.sentence, "signed"), status="Announced")
    found.when = Interval(day, day)
    assert dict(writer(TRUCE).deal(found, now).facts)["agreedOn"] == "2020-03-05"
    found.extended = True
    assert "agreedOn" not in dict(writer(TRUCE).deal(found, now).facts)


@pytest.mark.parametrize(
    ("of", "first", "second"),
    [
        ("Backing", "backer", "backed"),
        ("Control", "controller", "controlled"),
        ("Affiliation", "member", "group"),
        ("Leadership", "person", "organization"),
    ],
)
def test_a_relation_is_reported_with_its_ends(of: str, first: str, second: str) -> None:
    now = told(ATTACK).now
    red, doubted = to("actor/red-front"), to("actor/green-legion", score=0.5)
    relation = Relation(
        of, red, doubted, the(now.sentence, "attacked"), Stance.ALLEGED, (red,), (("a", "b"),), "x"
    )
    assert writer(ATTACK).relation(relation, now) == Report(
        of=of, type=of, start=0, end=14, quote="RF attacked GL", trigger=(3, 11),
        roles={first: (red,), second: (doubted,)}, stance=Stance.ALLEGED, source=(red,),
        facts=(("a", "b"),), rule="x", confidence=0.47,
    )  # fmt: skip


def test_the_event_of_a_deal_is_reported_with_the_deal() -> None:
    now = told(TRUCE).now
    found = Told(
        DEAL, the(now.sentence, "truce"), the(now.sentence, "signed"), "CeasefireAgreement",
        "Announced",
    )  # fmt: skip
    (draft,) = events_of(found, now)
    report = writer(TRUCE).event(draft)
    assert (report.deal, report.rule, report.confidence) == (DEAL, "deal announced", 0.48)
    assert dict(report.facts)["stepKind"] == "Announced"
    assert known().deals.announced
