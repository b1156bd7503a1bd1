"""A deal's steps and status in the graph, each step with the reports that prove it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.merged import same, values
from graph.sheets import BASE, deal, report, sheet, write_ontology
from graph.war import ARMY, FRONT, war, write_war
from kg import vocab
from kg.graph.assemble import assemble
from kg.graph.deal_history import DealHistory
from kg.graph.deal_steps import Telling
from kg.graph.happenings import Told
from kg.graph.quads import Sheet
from kg.graph.show import card_text, show
from kg.graph.terms import leaves
from kg.model import Interval, IssueDate, Report, Stance

TRUCE = deal("Ostrin truce")
DAY = datetime.date(2031, 5, 6)


def told(kind: str, **given: Any) -> Report:
    event = "CeasefireViolation" if kind == "Violated" else "CeasefireAgreement"
    facts = (("dateBasis", "told"), ("stepKind", kind))
    values_: dict[str, Any] = {
        "deal": TRUCE,
        "when": Interval(DAY, DAY),
        "facts": facts,
        "roles": {},
    }
    return report(event, **(values_ | given))


def broken(**given: Any) -> Report:
    return told("Violated", roles={"initiator": (ARMY,)}, **given)


def dated(name: str, *reports: Report) -> Sheet:
    return replace(sheet(name, *reports), issued=IssueDate(DAY.replace(day=9), "metadata"))


def test_a_deal_is_written_whole() -> None:
    sheets = [
        sheet("a", broken(stance=Stance.ALLEGED, source=(FRONT,))),
        sheet("b", broken(stance=Stance.DENIED, source=(ARMY,)), told("InForce")),
    ]
    graph = leaves(BASE + vocab.CONSOLIDATED)
    history = DealHistory(graph, sheets, BASE, numbers=[[4], [0, 1]])
    history.add(
        TRUCE.iri,
        [
            Telling(Told(n, at, each), f"event/{each.type}")
            for n, one in enumerate(sheets)
            for at, each in enumerate(one.reports)
        ],
    )
    assert same(
        graph.quads,
        """
        deal:ostrin-truce kg:step <deal/ostrin-truce/step/1> , <deal/ostrin-truce/step/2> ;
            kg:currentStatus kg:InForce ; kg:asOf "2031-05-06"^^xsd:date ;
            kg:disputed true ; kg:disputedAspect "occurrence" .
        <deal/ostrin-truce/step/1> a kg:DealStep ; kg:stepKind kg:InForce ;
            kg:occurrence kg:Asserted ; kg:disputed false ; kg:originCount 1 ;
            kg:begin "2031-05-06"^^xsd:date ; kg:end "2031-05-06"^^xsd:date ;
            kg:asOf "2031-05-06"^^xsd:date ; kg:provenBy <report/b/2> .
        <deal/ostrin-truce/step/2> a kg:DealStep ; kg:stepKind kg:Violated ;
            kg:occurrence kg:Alleged ; kg:disputed true ; kg:originCount 2 ;
            kg:begin "2031-05-06"^^xsd:date ; kg:end "2031-05-06"^^xsd:date ;
            kg:asOf "2031-05-06"^^xsd:date ; kg:provenBy <report/a/5> , <report/b/1> ;
            kg:accused actor:velmaran-army ; kg:accuser actor:northern-front ;
            kg:denier actor:velmaran-army .
        """,
    )


def history(*reports: Report) -> DealHistory:
    graph = leaves(BASE + vocab.CONSOLIDATED)
    found = DealHistory(graph, [sheet("a", *reports)], BASE)
    found.add(TRUCE.iri, [Telling(Told(0, n, each), f"e/{n}") for n, each in enumerate(reports)])
    return found


def test_a_deal_of_which_nothing_became_has_no_history() -> None:
    assert history(report(deal=TRUCE)).graph.quads == []


def test_what_is_only_planned_leaves_no_status() -> None:
    quads = history(told("InForce", stance=Stance.PLANNED)).graph.quads
    assert (values(quads, "currentStatus"), values(quads, "stepKind")) == ([], ["InForce"])
    known = [str(quad.subject) for quad in quads if quad.predicate.value == vocab.kg("asOf")]
    assert [iri.endswith("/step/1>") for iri in known] == [True]


def test_two_statuses_of_one_day_are_a_dispute() -> None:
    quads = history(told("InForce"), told("Collapsed")).graph.quads
    assert values(quads, "currentStatus") == ["Collapsed", "InForce"]
    assert values(quads, "disputedAspect") == ["status"]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return write_war(tmp_path)


def of_deal(status: str, **given: Any) -> Report:
    return report("CeasefireDeal", of="CeasefireDeal", deal=TRUCE, roles={},
                  facts=(("status", status),), when=Interval(None, None), **given)  # fmt: skip


def test_the_graph_of_all_articles_tells_the_life_of_its_deals(folder: Path) -> None:
    handle = war(
        folder,
        dated("a", told("Extended", when=Interval(DAY.replace(day=2), DAY.replace(day=4)))),
        dated(
            "b",
            broken(stance=Stance.ALLEGED, source=(FRONT,)),
            of_deal("Expired", start=50, end=60),
        ),
        dated("c", told("InForce", stance=Stance.PLANNED, when=Interval(None, None))),
    )
    (card,) = show(handle, "Ostrin truce")
    assert card.history == (
        "2031-05-02 to 2031-05-04: extended",
        "2031-05-06: violated by Velmaran army (alleged by Northern Front)",
        "by 2031-05-09: in force (planned)",
        "by 2031-05-09: expired",
    )
    facts = {fact.name: fact.values for fact in card.facts}
    assert (facts["Current status"], facts["As of"]) == (("Expired",), ("2031-05-09",))
    assert "Step" not in facts
    assert "\n  History:\n    2031-05-02 to 2031-05-04: extended\n" in card_text(card)


def test_other_things_have_no_history(folder: Path) -> None:
    (card,) = show(war(folder, sheet("a", broken())), "Velmaran army")
    assert card.history == ()
    assert "History" not in card_text(card)


@pytest.mark.parametrize(
    ("when", "line"),
    [
        (Interval(DAY, None), "from 2031-05-06: in force"),
        (Interval(None, DAY), "until 2031-05-06: in force"),
        (Interval(None, None), "undated: in force"),
    ],
)
def test_open_days_are_told_as_such(folder: Path, when: Interval, line: str) -> None:
    (card,) = show(war(folder, sheet("a", told("InForce", when=when))), "Ostrin truce")
    assert card.history == (line,)


def test_a_status_that_is_not_asserted_is_no_status_of_the_deal(tmp_path: Path) -> None:
    folder = write_ontology(tmp_path)
    for stance, wanted in ((Stance.ASSERTED, ["Collapsed"]), (Stance.ALLEGED, [])):
        one = sheet("a", of_deal("Collapsed", stance=stance))
        assert values(assemble([one], folder, BASE).shared, "status") == wanted


def test_steps_hang_on_the_reports_of_their_own_deal_alone(folder: Path) -> None:
    other = replace(broken(), deal=deal("Lake accord"))
    alone = assemble([dated("a", broken())], folder, BASE).shared
    more = assemble([dated("a", broken()), dated("b", other)], folder, BASE).shared

    def own(quads: list[ox.Quad]) -> set[str]:
        return {str(q) for q in quads if "ostrin-truce/step" in str(q)}

    assert own(alone) == own(more) != set()
