"""What follows from merged things, when an article comes and when it goes again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from graph.sheets import actor, deal, pair, place, report, sheet

from kg.graph.export import render
from kg.graph.ledger import Ledger, open_ledger
from kg.graph.quads import Sheet
from kg.graph.store import open_graph
from kg.model import Interval, IssueDate, Signature
from ledger.test_random_changes import alone, at_once, never, store_of

RED, NORTH, SOUTH = actor("Red Brigade"), actor("Northern Front"), actor("Southern Front")
TRUCE = deal("Ostrin truce")


def day(number: int) -> Interval:
    told = datetime.date(2020, 2, number)
    return Interval(told, told)


def clash(name: str, number: int) -> Sheet:
    return sheet(name, report("Clash", roles={"participant": (RED, NORTH)}, when=day(number)))


def step(name: str, kind: str, number: int) -> Sheet:
    facts = (("stepKind", kind),)
    return sheet(name, report("Clash", deal=TRUCE, facts=facts, when=day(number)))


def copied(one: Sheet, number: int, same: range) -> Sheet:
    """Of a day, with some of a story's twelve numbers."""
    numbers = [n if n in same else 100 + number * 12 + n for n in range(12)]
    signed = Signature(b"".join(n.to_bytes(4, "little") for n in numbers), 90)
    return replace(one, issued=IssueDate(day(number).begin, "text"), signature=signed)


def lines(path: Path, *words: str) -> list[str]:
    """The end of each line of an export that holds these words, sorted."""
    text = render(open_graph(path), "nq").decode()
    return sorted(
        line.split(" ", 2)[2] for line in text.splitlines() if all(word in line for word in words)
    )


def states(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch,
    held: list[Sheet], more: Sheet, *words: str,
) -> tuple[list[str], list[str]]:  # fmt: skip
    """Lines before an article comes, which are those after it went, and while it is there."""
    others = [*held, *(alone(number) for number in range(8))]
    store_of(path, folder, others)
    monkeypatch.setattr(Ledger, "_settle_all", never)
    before = lines(path, *words)
    with open_ledger(path, folder) as ledger:
        ledger.put(more)
        ledger.settle()
    assert render(open_graph(path), "nq") == at_once(folder, [*others, more])[0]
    during = lines(path, *words)
    with open_ledger(path, folder) as ledger:
        ledger.drop([more.local])
        ledger.settle()
    assert render(open_graph(path), "nq") == at_once(folder, others)[0]
    return before, during


def test_a_tie_ends_a_fight_of_other_articles_while_it_is_told(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tie = sheet("tie", pair("Affiliation", RED, NORTH))
    others = [clash("one", 3), clash("two", 20)]
    before, during = states(
        tmp_path / "kg",
        small_ontology,
        monkeypatch,
        others,
        tie,
        "northern-front--red",
        "drawnFrom",
    )
    assert (len(before), len(during)) == (2, 0)


def test_of_two_that_tell_one_tie_the_second_is_enough(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tie = sheet("tie", pair("Affiliation", RED, NORTH))
    other = sheet("other", pair("Backing", NORTH, RED))
    before, during = states(
        tmp_path / "kg", small_ontology, monkeypatch, [clash("one", 3), tie], other,
        "fighting/northern-front--red",
    )  # fmt: skip
    assert before == during == []


def test_a_tie_of_others_leaves_a_fight(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tie = sheet("tie", pair("Affiliation", RED, SOUTH))
    before, during = states(
        tmp_path / "kg", small_ontology, monkeypatch, [clash("one", 3)], tie,
        "northern-front--red", "eventCount",
    )  # fmt: skip
    assert before == during != []


def test_a_deal_gains_and_loses_steps(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, during = states(
        tmp_path / "kg", small_ontology, monkeypatch, [step("one", "InForce", 3)],
        step("more", "Violated", 20), "deal/ostrin-truce> ", "#currentStatus",
    )  # fmt: skip
    assert [line.split("#")[1].split(">")[0] for line in before + during] == ["InForce", "Violated"]


def test_a_deal_of_another_articles_event_follows_it(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more telling of the event that proves a step may make it another event."""
    told = report("Clash", when=day(3), roles={"place": (place("Oram"),), "initiator": (RED,)})
    before, during = states(
        tmp_path / "kg", small_ontology, monkeypatch,
        [sheet("b", replace(told, deal=TRUCE, facts=(("stepKind", "Violated"),)))],
        sheet("a", told), "event/", "#concernsDeal",
    )  # fmt: skip
    assert len(before) == len(during) == 1


@pytest.mark.parametrize("subject", ["fighting/northern-front--red", "truce/step/1> "])
def test_an_article_that_makes_two_others_copies_leaves_them_one_origin(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch, subject: str
) -> None:
    of_deal = report("Clash", deal=TRUCE, facts=(("stepKind", "InForce"),), when=day(3))
    first = copied(sheet("first", *clash("", 3).reports, of_deal), 5, same=range(8))
    last = copied(sheet("last", *clash("", 20).reports, of_deal), 22, same=range(4, 12))
    between = copied(sheet("between"), 10, same=range(12))
    before, during = states(
        tmp_path / "kg", small_ontology, monkeypatch, [first, last], between,
        subject, "#originCount",
    )  # fmt: skip
    assert [line[:3] for line in (*before, *during)] == ['"2"', '"1"']
