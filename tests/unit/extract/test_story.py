"""What an event takes over from those told before it, and which of them are one."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from extract.trees import ISSUED, context, known, labels, sentence, the, to
from kg.extract.cast import Cast
from kg.extract.draft import NOWHEN, Draft
from kg.extract.lexicon import Frame
from kg.extract.story import Story
from kg.extract.triggers import Trigger
from kg.model import Interval, Link, SegmentKind, Stance, Toll

DAY = Interval(datetime.date(2020, 5, 12), datetime.date(2020, 5, 12))
FIVE = Toll("Killed", 5, 5, 5, (), 0, 1)
RED, GREEN = to("actor/red-front"), to("actor/green-legion")
TELUK, ORAM, AVENIA = to("place/teluk"), to("place/oram"), to("place/avenia")


def draft(
    rows: str = "attack/NOUN/root@0", word: str = "attack", type: str = "Attack",  # noqa: A002
    *, paragraph: int = 0, by: Link | None = None, at: Link | None = None,
    when: Interval = NOWHEN, stance: Stance = Stance.ASSERTED, statement: bool = False,
) -> Draft:  # fmt: skip
    """A draft of which only the given things are told."""
    read = sentence(rows)
    found = the(read, word)
    row = Frame("row", type, frozenset(), frozenset(), {}, statement=statement)
    cast = Cast({"initiator": [by]} if by is not None else {})
    return Draft(
        Trigger(found, found, found, (row,)), row, read, paragraph, SegmentKind.BODY, type, cast,
        [at] if at is not None else [], stance, when=when, rule="row",
        basis="told" if when != NOWHEN else "",
    )  # fmt: skip


def story(*told: Draft, issued: datetime.date | None = ISSUED) -> Story:
    """A story in which some events were told, each in a sentence of its own."""
    found = Story(context(), issued, known().story)
    assert all(list(found.place([each])) for each in told)
    return found


def then(before: Story, *now: Draft) -> list[Draft]:
    return list(before.place(list(now)))


THE = "the/DET/det@2 {}/NOUN/root@0"


def strike() -> Draft:
    return draft(type="AirStrike", by=RED, at=TELUK, when=DAY)


def test_a_special_mention_keeps_its_type() -> None:
    assert then(story(strike()), draft(THE.format("attack"), type="AirStrike"))[0].key == "e1"


@pytest.mark.parametrize("paragraph", [0, 4])
def test_the_attack_is_the_event_it_points_back_to(paragraph: int) -> None:
    (same,) = then(story(strike()), draft(THE.format("attack"), paragraph=paragraph))
    assert (same.type, same.key, same.rule) == ("AirStrike", "e1", "row, pointing back")
    assert (labels(same.places), same.when, same.basis) == (["Teluk"], DAY, "carried")
    assert labels(same.cast.get("initiator")) == ["Red Front"]


@pytest.mark.parametrize(
    "now",
    [
        # too far back, no article, a verb, another kind
        draft(THE.format("attack"), paragraph=5),
        draft("an/DET/det@2 attack/NOUN/root@0"),
        draft("the/DET/det@2 attack/VERB/root@0"),
        draft(THE.format("attack"), type="Capture"),
        draft(THE.format("attack"), type="Clash"),
        # sides, places and days of its own
        draft(THE.format("attack"), by=GREEN),
        draft(THE.format("attack"), at=ORAM),
        draft(THE.format("attack"), when=Interval(ISSUED, ISSUED)),
        # one that is planned is not one that was
        draft(THE.format("attack"), stance=Stance.PLANNED),
    ],
)
def test_what_does_not_fit_points_back_to_nothing(now: Draft) -> None:
    (same,) = then(story(strike()), replace(now, cast=Cast(dict(now.cast.roles))))
    assert (same.key, same.rule) == ("e2", "row")


def test_where_it_took_place_is_more_of_the_same() -> None:
    rows = "the/DET/det@2 attack/NOUN/nsubj@3 {}/VERB/root@0 at/ADP/case@5 Oram/PROPN/obl@3"
    (same,) = then(story(strike()), draft(rows.format("happen"), at=ORAM))
    assert (same.key, labels(same.places)) == ("e1", ["Oram"])
    assert then(story(strike()), draft(rows.format("destroy"), at=ORAM))[0].key == "e2"


MEANS = (
    "raids/NOUN/obl@2 in/ADP/root@0 and/CCONJ/cc@4 shelling/NOUN/conj@1 by/ADP/case@6 "
    "Red/PROPN/nmod@4 on/ADP/case@8 Teluk/PROPN/nmod@4"
)


def test_what_hangs_on_the_last_of_two_means_is_told_of_both() -> None:
    last = draft(MEANS, "shelling", "Bombardment", by=RED, at=TELUK, when=DAY)
    first = replace(draft(MEANS, "raids", "AirStrike"), sentence=last.sentence)
    raids = the(last.sentence, "raids")
    first.trigger = Trigger(raids, raids, raids, first.trigger.frames)
    told = list(Story(context(), ISSUED, known().story).place([first, last]))
    assert [labels(each.places) for each in told] == [["Teluk"], ["Teluk"]]
    assert [labels(each.cast.get("initiator")) for each in told] == [["Red Front"]] * 2
    assert [(each.when, each.basis, each.key) for each in told] == [(DAY, "told", "e1")] * 2


def test_a_mention_keeps_what_it_tells_itself() -> None:
    now = draft(THE.format("attack"), by=RED, at=TELUK, when=DAY)
    (same,) = then(story(strike()), now)
    assert (same.basis, same.when, same.key) == ("told", DAY, "e1")
    before = strike()
    before.cast.add("target", [GREEN])
    (sided,) = then(story(before), draft(THE.format("attack"), by=RED))
    assert sided.cast.roles == {"initiator": [RED]}


def test_a_mention_without_sides_takes_all_sides_over() -> None:
    before = strike()
    before.cast.add("target", [GREEN])
    (bare,) = then(story(before), draft(THE.format("attack")))
    assert bare.cast.roles == {"initiator": [RED], "target": [GREEN], "participant": []}


def test_a_planned_event_is_pointed_back_to_by_a_plan_of_its_type() -> None:
    plan = draft(at=TELUK, stance=Stance.PLANNED)
    again = draft(THE.format("attack"), stance=Stance.PLANNED)
    assert then(story(plan), again)[0].key == "e1"
    other = draft(THE.format("attack"), stance=Stance.ASSERTED)
    assert then(story(draft(at=TELUK, stance=Stance.PLANNED)), other)[0].key == "e2"


KILLED = "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill"


def dead(rows: str = KILLED, **more: object) -> Draft:
    found = draft(rows, "killed", "Killing", **more)  # type: ignore[arg-type]
    found.counts = [FIVE]
    return found


@pytest.mark.parametrize("paragraph", [0, 2])
def test_an_elliptic_toll_goes_on_with_the_event_before_it(paragraph: int) -> None:
    (same,) = then(story(strike()), dead(paragraph=paragraph))
    assert (same.type, same.key, same.rule) == ("AirStrike", "e1", "row, continuing")
    assert (labels(same.places), same.when, same.basis) == (["Teluk"], DAY, "carried")
    assert same.counts == [FIVE]


def test_the_dead_of_months_fell_where_the_event_before_them_was_and_are_none_of_its() -> None:
    (other,) = then(story(strike()), replace(dead(), date_text="in three months"))
    assert (other.type, other.key) == ("Killing", "e2")
    assert (labels(other.places), other.place_basis) == (["Teluk"], "carried")


@pytest.mark.parametrize(
    "now",
    [
        # too far on, with a doer, a place, a time, of the whole war
        dead(paragraph=3),
        dead(by=GREEN),
        dead(at=ORAM),
        dead(when=Interval(ISSUED, ISSUED)),
        dead(KILLED + " in/ADP/case@6 the/DET/det@6 war/NOUN/obl@3"),
        # a noun, another type, no toll
        draft(KILLED.replace("killed/VERB", "killed/NOUN"), "killed", "Killing"),
        draft(KILLED, "killed", "Killing"),
        draft(KILLED, "killed", "Displacement"),
    ],
)
def test_a_toll_that_tells_more_is_an_event_of_its_own(now: Draft) -> None:
    (own,) = then(story(strike()), replace(now, cast=Cast(dict(now.cast.roles))))
    assert (own.rule, own.type) == ("row", now.type)


def test_an_elliptic_toll_stands_alone_in_its_sentence_and_behind_an_armed_event() -> None:
    both = then(story(strike()), dead(), draft(type="Displacement"))
    assert both[0].rule == "row"
    unarmed = draft(type="Protest", at=TELUK, when=DAY)
    planned = draft(type="AirStrike", at=TELUK, stance=Stance.PLANNED)
    for before in (story(unarmed), story(planned), story()):
        assert then(before, dead())[0].rule == "row"


def test_an_event_without_a_place_is_where_the_one_before_was_in_its_paragraph() -> None:
    assert labels(then(story(strike()), draft(type="Capture"))[0].places) == ["Teluk"]
    (later,) = then(story(strike()), draft(type="Capture", paragraph=1))
    assert (labels(later.places), later.place_basis) == (["Teluk"], "carried")
    assert then(story(strike()), draft(type="Capture", paragraph=9))[0].places == []
    country = draft(type="AirStrike", at=AVENIA, when=DAY)
    assert then(story(country), draft(type="Capture"))[0].places == []
    speech = draft(type="Denial", at=TELUK, statement=True)
    assert then(story(speech), draft(type="Capture"))[0].places == []


@pytest.mark.parametrize(
    "now",
    [draft(type="Denial", statement=True), draft(type="Negotiation")],
)
def test_statements_and_talks_take_no_place_over(now: Draft) -> None:
    assert then(story(strike()), replace(now, cast=Cast()))[0].places == []


WAR = "war/NOUN/nsubj@2 attack/VERB/root@0"


def test_the_war_as_a_whole_is_of_the_country_and_of_no_day() -> None:
    (whole,) = then(story(), draft(WAR))
    assert (labels(whole.places), whole.basis) == (["Avenia"], "")
    (part,) = then(story(), draft(WAR.replace("nsubj@2", "compound@2")))
    assert (part.places, part.basis) == ([], "story")
    assert then(Story(context(""), ISSUED, known().story), draft(WAR))[0].places == []


def test_an_undated_event_is_of_the_day_before_or_the_issue_day() -> None:
    day_before = Interval(datetime.date(2020, 5, 13), ISSUED)
    (event,) = then(story(), draft())
    assert (event.when, event.basis) == (day_before, "story")
    (speech,) = then(story(), draft(type="Denial", statement=True))
    assert (speech.when, speech.basis) == (Interval(ISSUED, ISSUED), "story")


@pytest.mark.parametrize(
    "now",
    [
        draft("previously/ADV/advmod@2 attack/VERB/root@0"),
        # also in the clause that the event's hangs on
        draft("came/VERB/root@0 ago/ADV/advmod@1 attack/VERB/conj@1"),
        draft(stance=Stance.PLANNED),
    ],
)
def test_what_is_of_another_time_has_no_day(now: Draft) -> None:
    assert then(story(), now)[0].basis == ""


def test_told_times_stay_and_without_an_issue_date_nothing_is_dated() -> None:
    assert then(story(), strike())[0].when == DAY
    assert then(story(issued=None), draft())[0].basis == ""
    vague = draft()
    vague.date_text = "years ago"
    assert then(story(), vague)[0].basis == ""


def test_events_of_one_place_time_and_doer_are_one() -> None:
    assert then(story(strike()), strike())[0].key == "e1"
    anybody = draft(type="Attack", at=TELUK, when=DAY)
    assert then(story(strike()), anybody)[0].key == "e1"
    undated = draft(type="AirStrike", by=RED, at=TELUK)
    assert then(story(undated, issued=None), undated)[0].key == "e1"


@pytest.mark.parametrize(
    "now",
    [
        draft(type="Capture", at=TELUK, when=DAY),
        draft(type="AirStrike", by=GREEN, at=TELUK, when=DAY),
        draft(type="AirStrike", by=RED, at=ORAM, when=DAY),
        draft(type="AirStrike", by=RED, at=TELUK, when=Interval(ISSUED, ISSUED)),
        draft(type="AirStrike", by=RED, at=TELUK, when=DAY, stance=Stance.PLANNED),
        # a month around the day is not that day, an open time no time
        draft(type="AirStrike", by=RED, at=TELUK,
              when=Interval(datetime.date(2020, 5, 1), datetime.date(2020, 5, 31))),
        draft(type="AirStrike", by=RED, at=TELUK, when=Interval(DAY.begin, None)),
    ],
)  # fmt: skip
def test_events_that_differ_in_kind_doer_place_or_time_are_two(now: Draft) -> None:
    assert then(story(strike()), replace(now, cast=Cast(dict(now.cast.roles))))[0].key == "e2"


SINCE = "hit/VERB/root@0 since/ADP/case@3 truce/NOUN/obl@1"
MARCH = Interval(datetime.date(2020, 3, 2), datetime.date(2020, 3, 4))


def test_since_the_truce_is_since_the_truce_told_before() -> None:
    before = story(draft(type="CeasefireAgreement", when=MARCH), strike())
    (now,) = then(before, draft(SINCE, "hit"))
    assert (now.when, now.basis) == (Interval(MARCH.begin, ISSUED), "carried")


def test_since_something_undated_is_no_day_of_the_story() -> None:
    (now,) = then(story(strike()), draft(SINCE, "hit"))
    assert (now.when, now.basis) == (NOWHEN, "")


def test_what_is_denied_does_not_date_the_denial() -> None:
    rows = "denied/VERB/root@0 hitting/VERB/ccomp@1 it/PRON/obj@2 since/ADP/case@5 truce/NOUN/obl@2"
    (now,) = then(story(), draft(rows, "denied", type="Denial", statement=True))
    assert now.when == Interval(ISSUED, ISSUED)
