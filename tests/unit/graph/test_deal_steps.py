"""What becomes of a deal: its steps with days, accused, accusers and stance; and how it stands."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sheets import actor, deal, report, sheet
from kg.graph.consolidate import Thing
from kg.graph.deal_steps import (
    KINDS,
    Status,
    Step,
    Telling,
    current,
    step_kind,
    steps,
    tellings,
)
from kg.graph.happenings import Told
from kg.graph.quads import Sheet
from kg.model import Interval, IssueDate, Link, Report, Stance

TRUCE = deal("Ostrin truce")
FRONT, ARMY = actor("Northern Front"), actor("Velmaran Army", "ArmedForces")
MONITOR = actor("War Monitor", "Organization")
MAY = datetime.date(2031, 5, 1)


def days(first: int | None, last: int | None = None) -> Interval:
    """Days of May 2031, counted from 1; none for None."""
    if first is None:
        return Interval(None, None)
    return Interval(MAY.replace(day=first), MAY.replace(day=first if last is None else last))


def told(kind: str, first: int | None = None, last: int | None = None, **given: Any) -> Report:
    """A report of an event that does something to the truce."""
    event = "CeasefireViolation" if kind in ("Violated", "Collapsed") else "CeasefireAgreement"
    facts = (("dateBasis", "told"), ("stepKind", kind))
    values: dict[str, Any] = {"deal": TRUCE, "when": days(first, last), "facts": facts, "roles": {}}
    return report(event, **(values | given))


def breach(*who: Link, **given: Any) -> Report:
    return told("Violated", 6, roles={"initiator": who} if who else {}, **given)


def article(issued: int | None, *reports: Report) -> Sheet:
    day = MAY.replace(day=issued) if issued else None
    return replace(sheet("abcdefgh"[issued or 0] if (issued or 0) < 8 else f"z{issued}", *reports),
                   issued=IssueDate(day, "metadata" if day else ""))  # fmt: skip


def life(*articles: Sheet, events: dict[tuple[int, int], str] | None = None) -> list[Step]:
    """The steps of all that the articles tell, each event report an event of its own by default."""
    found = []
    for n, one in enumerate(articles):
        for at, each in enumerate(one.reports):
            own = f"event/{n}-{at}" if each.of == "Event" else ""
            found.append(Telling(Told(n, at, each), (events or {}).get((n, at), own)))
    return steps(found, articles)


def short(found: list[Step]) -> list[tuple[str, str]]:
    return [(step.kind, step.occurrence.value) for step in found]


def test_the_life_of_a_deal_is_told_in_the_order_of_its_days() -> None:
    found = life(
        article(9, told("Collapsed", 8)),
        article(6, breach(ARMY, stance=Stance.ALLEGED, source=(FRONT,)), told("InForce", 3)),
        article(3, told("Announced", 2), told("Extended", 4, stance=Stance.PLANNED)),
    )
    assert short(found) == [
        ("Announced", "Asserted"),
        ("InForce", "Asserted"),
        ("Extended", "Planned"),
        ("Violated", "Alleged"),
        ("Collapsed", "Asserted"),
    ]
    violated = found[3]
    assert (violated.accused, violated.accusers) == (("actor/velmaran-army",), (FRONT.iri,))
    assert (violated.begin, violated.end, violated.as_of) == (MAY.replace(day=6),) * 3
    assert current(found) == Status(("Collapsed",), MAY.replace(day=8))


@pytest.mark.parametrize("stance", [Stance.ALLEGED, Stance.DENIED, Stance.PLANNED])
@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_asserted_gives_a_status(kind: str, stance: Stance) -> None:
    assert current(life(article(7, told(kind, 6, stance=stance)))) == Status((), None)
    asserted = life(article(7, told("InForce", 3), told(kind, 6, stance=stance)))
    assert current(asserted) == Status(("InForce",), MAY.replace(day=3))


def test_an_extended_deal_is_in_force() -> None:
    found = life(article(7, told("Announced", 1), told("Extended", 4)))
    assert current(found) == Status(("InForce",), MAY.replace(day=4))


def test_that_a_deal_was_made_is_no_news_of_how_it_stands() -> None:
    found = life(article(7, told("Violated", 4), told("Announced", 6)))
    assert current(found).names == ("Violated",)
    assert current(life(article(7, told("Announced", 6)))).names == ("Announced",)


def test_reports_of_one_day_that_disagree_are_both_kept() -> None:
    found = life(article(6, told("InForce", 6)), article(7, told("Collapsed", 6)))
    assert current(found) == Status(("InForce", "Collapsed"), MAY.replace(day=6))


def test_each_side_that_is_accused_makes_a_step_of_its_own() -> None:
    both = article(
        7,
        breach(ARMY, stance=Stance.ALLEGED, source=(FRONT,)),
        breach(FRONT, stance=Stance.ALLEGED, source=(ARMY,)),
    )
    found = life(both, events={(0, 0): "event/e", (0, 1): "event/e"})
    assert [(step.accused, step.accusers) for step in found] == [
        ((FRONT.iri,), (ARMY.iri,)),
        ((ARMY.iri,), (FRONT.iri,)),
    ]


def test_a_denial_of_the_same_event_joins_the_step_it_denies() -> None:
    both = article(
        7,
        breach(ARMY, stance=Stance.ALLEGED, source=(FRONT,)),
        breach(stance=Stance.DENIED, source=(ARMY,)),
    )
    (step,) = life(both, events={(0, 0): "event/e", (0, 1): "event/e"})
    assert (step.occurrence, step.disputed) == (Stance.ALLEGED, True)
    assert (step.accused, step.accusers, step.deniers) == ((ARMY.iri,), (FRONT.iri,), (ARMY.iri,))


def test_a_denial_joins_neither_of_two_accusations() -> None:
    reports = (breach(ARMY), breach(FRONT), breach(stance=Stance.DENIED))
    same = {(0, at): "event/e" for at in range(3)}
    found = life(article(7, *reports), events=same)
    assert [(step.accused, step.disputed) for step in found] == [
        ((), False), ((FRONT.iri,), False), ((ARMY.iri,), False),
    ]  # fmt: skip


def test_nobody_is_his_own_accuser() -> None:
    (claimed,) = life(article(7, breach(ARMY, stance=Stance.ALLEGED, source=(ARMY,))))
    (admitted,) = life(article(7, breach(ARMY, source=(ARMY,))))
    assert (claimed.accused, admitted.accused) == ((), (ARMY.iri,))


def test_only_a_breach_has_an_accuser_and_a_plan_has_none() -> None:
    (made,) = life(article(7, told("InForce", 3, source=(MONITOR,))))
    (planned,) = life(article(7, breach(ARMY, source=(MONITOR,), stance=Stance.PLANNED)))
    (seen,) = life(article(7, breach(ARMY, source=(MONITOR,))))
    assert (made.accusers, planned.accusers, seen.accusers) == ((), (), (MONITOR.iri,))


def test_one_event_of_many_articles_is_one_step() -> None:
    same = {(0, 0): "event/e", (1, 0): "event/e"}
    (step,) = life(article(6, breach(ARMY)), article(7, breach(ARMY)), events=same)
    assert [each.sheet for each in step.told] == [0, 1]
    assert len(life(article(6, breach(ARMY)), article(7, breach(ARMY)))) == 2


def test_an_undated_step_is_known_for_the_day_of_its_last_article() -> None:
    same = {(0, 0): "event/e", (1, 0): "event/e"}
    reports = (told("Violated"), told("Violated"))
    (step,) = life(article(3, reports[0]), article(5, reports[1]), events=same)
    assert (step.begin, step.end, step.as_of) == (None, None, MAY.replace(day=5))
    (unknown,) = life(article(None, told("Violated")))
    assert unknown.as_of is None


def test_no_step_is_known_for_a_day_after_its_last_article() -> None:
    (step,) = life(article(5, told("Extended", 4, 30)))
    assert (step.end, step.as_of) == (MAY.replace(day=30), MAY.replace(day=5))


def test_days_that_were_told_go_before_those_of_the_story() -> None:
    guessed = (("dateBasis", "story"), ("stepKind", "Violated"))
    same = {(0, 0): "event/e", (0, 1): "event/e"}
    two = article(7, told("Violated", 5, 7, facts=guessed), told("Violated", 6))
    (step,) = life(two, events=same)
    assert (step.begin, step.end) == (MAY.replace(day=6),) * 2


def test_a_deal_is_made_once_however_exactly_that_is_told() -> None:
    found = life(
        article(5, told("Announced"), told("Announced", 2)),
        article(7, told("Announced", 1, 31), told("Announced", 4)),
    )
    assert [(step.begin, len(step.told)) for step in found] == [
        (MAY.replace(day=2), 3), (MAY.replace(day=4), 1),
    ]  # fmt: skip


def test_a_plan_to_make_a_deal_is_not_its_making() -> None:
    found = life(article(7, told("Announced", 2), told("Announced", stance=Stance.PLANNED)))
    assert sorted(short(found)) == [("Announced", "Asserted"), ("Announced", "Planned")]


def of_deal(status: str = "", **given: Any) -> Report:
    facts = (("status", status),) if status else ()
    values: dict[str, Any] = {
        "of": "CeasefireDeal",
        "deal": TRUCE,
        "facts": facts,
        "roles": {},
        "when": days(None),
    }
    return report("CeasefireDeal", **(values | given))


def test_a_status_that_no_event_tells_is_a_step() -> None:
    (step,) = life(article(7, of_deal("Expired"), of_deal()))
    assert (step.kind, step.as_of) == ("Expired", MAY.replace(day=7))


def test_words_that_tell_an_event_of_the_deal_are_one_step_with_it() -> None:
    event = breach(ARMY, stance=Stance.ALLEGED, start=10, end=40, trigger=(20, 28))
    inside = of_deal("Violated", start=10, end=40)
    elsewhere = of_deal("Violated", start=50, end=80)
    assert short(life(article(7, event, inside))) == [("Violated", "Alleged")]
    assert len(life(article(7, event, elsewhere))) == 2
    assert len(life(article(7, event), article(6, inside))) == 2


@pytest.mark.parametrize(
    ("type_", "facts", "kind"),
    [
        ("CeasefireViolation", (), "Violated"),
        ("CeasefireAgreement", (), "Announced"),
        ("CeasefireAgreement", (("stepKind", "InForce"),), "InForce"),
        ("CeasefireDeal", (("status", "Expired"),), "Expired"),
        ("CeasefireDeal", (), ""),
        ("Negotiation", (), ""),
        ("CeasefireViolation", (("stepKind", "Mended"),), ""),
    ],
)
def test_what_a_report_tells_to_have_become_of_a_deal(
    type_: str, facts: tuple[tuple[str, str], ...], kind: str
) -> None:
    assert step_kind(report(type_, facts=facts)) == kind


def test_the_tellings_of_a_deal_are_its_reports_and_those_of_its_events() -> None:
    event, own, other = Told(0, 0, breach()), Told(0, 1, of_deal()), Told(0, 2, report())
    stray = Told(0, 3, report("Backing", of="Backing", deal=TRUCE))
    found = tellings([
        Thing("event/e", "Event", (event, other)), Thing("deal/d", "CeasefireDeal", (own,)),
        Thing("backing/b", "Backing", (stray,)),
    ])  # fmt: skip
    assert found == {TRUCE.iri: [Telling(event, "event/e"), Telling(own)]}


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.none() | st.integers(1, 9),
        st.sampled_from(Stance),
        st.sampled_from([(), (ARMY,), (FRONT,)]),
        st.integers(0, 2),
    ),
    max_size=7,
)


@given(REPORTS, st.randoms(use_true_random=False))
def test_order_never_matters_and_every_telling_proves_one_step(
    told_: list[tuple[str, int | None, Stance, tuple[Link, ...], int]], chance: object
) -> None:
    reports = [
        told(kind, at, stance=stance, roles={"initiator": who} if who else {})
        for kind, at, stance, who, _ in told_
    ]
    one = article(9, *reports)
    found = [Telling(Told(0, at, each), f"event/{told_[at][4]}") for at, each in enumerate(reports)]
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    expected = steps(found, [one])
    assert steps(shuffled, [one]) == expected
    assert sorted(each.at for step in expected for each in step.told) == list(range(len(reports)))
    happened = {(s.status, s.as_of) for s in expected if s.occurrence is Stance.ASSERTED}
    status = current(expected)
    assert {(name, status.as_of) for name in status.names} <= happened
