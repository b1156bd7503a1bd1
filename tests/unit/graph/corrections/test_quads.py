"""Corrections in the graph: merged things as corrected, articles as told, each record once."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from graph.assembled import short
from graph.corrections.records import (
    BACKS,
    MORTARS_BY_NAME,
    SHELLED_BY_NAME,
    STRUCK_BY_NAME,
    articles,
    fix,
)
from graph.sheets import BASE, write_ontology
from kg import vocab
from kg.errors import CorrectionError
from kg.graph.answer import Table
from kg.graph.assemble import Assembly, assemble
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.quads import iri_of
from kg.graph.corrections.stored import stored
from kg.graph.query import load_query, run
from kg.graph.store import GraphHandle
from kg.graph.turtle import trig
from kg.graph.validate import load_shapes, validate
from kg.model import Report

ONTOLOGY = Path(__file__).parents[4] / "ontology"
DAY = datetime.date(2031, 5, 2)
ALL = [
    fix("merge-actors", these=("Valley Guard",), into="Northern Front"),
    fix("reject-report", ReportName("one.txt", BACKS.quote)),
    fix("set-date", SHELLED_BY_NAME, begin=DAY, end=DAY),
    fix("rename", thing="Northern Front", label="United Front"),
    fix("merge-events", SHELLED_BY_NAME, MORTARS_BY_NAME),
    fix("un-alias", thing="actor/velmara", name="Velmaran government"),
    fix("rename", thing="Nobody", label="Somebody"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


def made(folder: Path, *corrections: Correction) -> Assembly:
    return assemble(articles(), folder, BASE, corrections)


def told(assembly: Assembly, subject: str) -> dict[str, list[str]]:
    """What the union of all graphs says of a thing but its types."""
    found: dict[str, list[str]] = {}
    for quad in assembly.quads:
        if short(quad.subject) == subject and quad.predicate.value != vocab.TYPE:
            found.setdefault(vocab.local(quad.predicate.value), []).append(short(quad.object))
    return {name: sorted(values) for name, values in found.items()}


def opened(assembly: Assembly) -> GraphHandle:
    store = ox.Store()
    store.bulk_extend(assembly.quads)
    return GraphHandle(store, BASE)


def test_without_corrections_there_is_no_graph_of_them(folder: Path) -> None:
    graphs = {short(quad.graph_name) for quad in made(folder).quads}
    assert vocab.CORRECTIONS not in graphs


def test_articles_stay_as_told(folder: Path) -> None:
    # A rejected report alone no longer leads to a thing; the things' own names may change.
    plain, corrected = made(folder), made(folder, *ALL)
    for local in ("article/one", "article/two"):
        before, after = (
            {q for q in one.quads if short(q.graph_name) == local
             and q.predicate.value != vocab.kg("reports")}
            for one in (plain, corrected)
        )  # fmt: skip
        assert before == after
    reports = [
        short(q.subject) for q in corrected.quads if q.predicate.value == vocab.kg("reports")
    ]
    # The Guard merged into the Front can't be its wing either.
    assert sorted(reports) == ["report/one/1", "report/one/2", "report/one/3", "report/one/6",
                               "report/two/1"]  # fmt: skip


def test_no_triple_stands_twice(folder: Path) -> None:
    quads = set(made(folder, *ALL).quads)
    count = Counter((q.subject, q.predicate, q.object) for q in quads)
    assert [triple for triple, times in count.items() if times > 1] == []


def test_merged_actors_share_names_and_the_old_one_leads_to_the_new(folder: Path) -> None:
    found = made(folder, ALL[0])
    iri = iri_of(ALL[0])
    assert told(found, "actor/valley-guard") == {
        "prefLabel": ["Valley Guard"],
        "mergedInto": ["actor/northern-front"],
        "correctedBy": [iri],
    }
    assert told(found, "actor/northern-front") == {
        "prefLabel": ["Northern Front"],
        "altLabel": ["Valley Guard", "the Front"],
        "correctedBy": [iri],
    }
    (event,) = [one for one in found.things if "mortars" in {t.report.quote[:7] for t in one.told}]
    assert told(found, event.iri)["initiator"] == ["actor/northern-front"]
    assert told(found, "backing/velmara--northern-front")["backed"] == ["actor/northern-front"]
    assert told(found, "report/two/1")["initiator"] == ["actor/valley-guard"]


def test_a_rename_makes_the_old_label_another_name_curated_or_not(folder: Path) -> None:
    found = made(
        folder,
        fix("rename", thing="actor/velmara", label="Realm of Velmara"),
        fix("rename", thing="Valley Guard", label="Lake Guard"),
        fix("rename", thing="Northern Front", label="the Front"),
    )
    labels = {iri: told(found, iri) for iri in
              ("actor/velmara", "actor/valley-guard", "actor/northern-front")}  # fmt: skip
    assert labels["actor/velmara"]["prefLabel"] == ["Realm of Velmara"]
    assert labels["actor/velmara"]["altLabel"] == ["Velmara", "Velmaran government"]
    assert labels["actor/valley-guard"]["prefLabel"] == ["Lake Guard"]
    assert labels["actor/valley-guard"]["altLabel"] == ["Valley Guard"]
    assert labels["actor/northern-front"]["prefLabel"] == ["the Front"]
    assert labels["actor/northern-front"]["altLabel"] == ["Northern Front"]


def test_what_is_no_name_is_not_shown_as_one_curated_or_not(folder: Path) -> None:
    found = made(
        folder,
        fix("un-alias", thing="actor/velmara", name="velmaran government"),
        fix("un-alias", thing="Northern Front", name="the Front"),
        fix("rename", thing="actor/velmara", label="Realm"),
        fix("un-alias", thing="actor/velmara", name="Velmara"),
    )
    assert "altLabel" not in told(found, "actor/northern-front")
    assert told(found, "actor/velmara")["prefLabel"] == ["Realm"]
    assert "altLabel" not in told(found, "actor/velmara")


def test_a_thing_that_only_articles_still_name_keeps_its_label(folder: Path) -> None:
    found = made(folder, fix("un-alias", thing="farmers", name="farmers"))
    labels = told(found, "actor/farmers")
    assert (labels["prefLabel"], labels.get("altLabel")) == (["farmers"], None)


def test_a_correction_says_who_when_why_and_what(folder: Path) -> None:
    found, iri = made(folder, *ALL), iri_of(ALL[2])
    record = told(found, iri)
    assert record.pop("correctionRecord")[0].startswith('[[correction]]\ndo = "set-date"')
    assert record == {
        "correctionKind": ["set-date"],
        "creator": ["Ana"],
        "date": ["2031-06-01"],
        "description": ["checked"],
    }
    (event,) = [one for one in found.things if "the Front shelled" in one.told[0].report.quote]
    assert iri in told(found, event.iri)["correctedBy"]
    assert iri in told(found, "report/one/1")["correctedBy"]
    assert told(found, event.iri)["begin"] == ["2031-05-02"]


def test_a_rejected_report_says_by_whom_and_leads_nowhere(folder: Path) -> None:
    found = made(folder, *ALL)
    report = told(found, "report/one/4")
    assert (report["rejectedBy"], "reports" in report) == ([iri_of(ALL[1])], False)
    assert not [one for one in found.things if one.of == "Backing"]


def test_a_rejected_report_is_not_counted_among_those_of_its_source(folder: Path) -> None:
    asked = load_query("sources")
    counts = []
    for corrections in ((), ALL[1:2]):
        answer = run(opened(made(folder, *corrections)), asked, {})
        assert isinstance(answer, Table)
        counts.append(getattr(answer.rows[0][1], "value", ""))
    assert counts == ["6", "5"]


def test_what_does_not_apply_says_why(folder: Path) -> None:
    found = made(folder, *ALL)
    problem = "no actor, place or deal here is called 'Nobody'"
    assert told(found, iri_of(ALL[-1]))["correctionProblem"] == [problem]
    assert [one.problem for one in found.unused] == [problem]


def test_the_order_of_records_and_articles_means_nothing(folder: Path) -> None:
    one = list(assemble(articles(), folder, BASE, ALL).quads)
    other = list(assemble(articles()[::-1], folder, BASE, ALL[::-1]).quads)
    assert trig(one, BASE) == trig(other, BASE)


def test_a_contradiction_ends_the_build(folder: Path) -> None:
    with pytest.raises(CorrectionError, match="gets two labels"):
        made(folder, *(fix("rename", thing="actor/velmara", label=name) for name in "AB"))


def test_the_graph_carries_its_corrections(folder: Path) -> None:
    found = stored(opened(made(folder, *ALL)))
    assert {one.correction for one in found} == set(ALL)
    by_kind = {one.correction: (one.changed, one.problem) for one in found}
    assert by_kind[ALL[1]] == (1, "")
    assert by_kind[ALL[-1]][0] == 0
    assert stored(opened(made(folder))) == ()
    # Made again from what it carries, the graph is the same.
    again = [one.correction for one in found]
    assert trig(list(made(folder, *again).quads), BASE) == trig(
        list(made(folder, *ALL).quads), BASE
    )


def test_a_record_that_was_tampered_with_is_an_error(folder: Path) -> None:
    handle = opened(made(folder, ALL[3]))
    record = ox.NamedNode(vocab.kg("correctionRecord"))
    (quad,) = handle.store.quads_for_pattern(None, record, None)
    handle.store.remove(quad)
    changed = ox.Literal(quad.object.value.replace("United", "Divided"))  # type: ignore[union-attr]
    handle.store.add(ox.Quad(quad.subject, record, changed, quad.graph_name))
    with pytest.raises(CorrectionError, match="not the one that it was made from"):
        stored(handle)
    nobody = ox.Quad(ox.BlankNode(), ox.NamedNode(vocab.TYPE), ox.NamedNode(vocab.kg("Correction")))
    assert stored(GraphHandle(_store(nobody), BASE)) == ()


def _store(*quads: ox.Quad) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


def test_events_are_what_corrections_say(folder: Path) -> None:
    joined = fix("merge-events", SHELLED_BY_NAME, STRUCK_BY_NAME)
    parted = fix("split-events", SHELLED_BY_NAME, MORTARS_BY_NAME)
    assert events(folder) == {"shelled fell", "struck", "pounded"}
    assert events(folder, joined) == {"shelled struck fell", "pounded"}
    assert events(folder, parted) == {"shelled", "fell", "struck", "pounded"}
    assert events(folder, joined, parted) == {"shelled struck", "fell", "pounded"}
    # That two actors are made one takes nothing from what corrections say of their events.
    assert events(folder, ALL[0], joined, parted) == events(folder, joined, parted)


def events(folder: Path, *corrections: Correction) -> set[str]:
    """The events, each as the words that name it in its reports."""
    things = made(folder, *corrections).things
    return {
        " ".join(_trigger(told.report) for told in one.told) for one in things if one.of == "Event"
    }


def _trigger(report: Report) -> str:
    start, end = (at - report.start for at in report.trigger)
    return report.quote[start:end]


def test_a_corrected_graph_conforms_to_the_shapes() -> None:
    found = assemble(articles(), ONTOLOGY, BASE, ALL)
    graph = Graph()
    for quad in found.quads:
        if short(quad.graph_name) != vocab.ONTOLOGY:
            graph.parse(data=f"{quad.subject} {quad.predicate} {quad.object} .", format="nt")
    ontology = Graph().parse(ONTOLOGY / "kg.ttl")
    findings = validate(graph, load_shapes(ONTOLOGY), ontology)
    known = {"the trigger", "the quote"}  # the pairs of these tests have quotes of no length
    assert [f for f in findings if not f.message.startswith(tuple(known))] == []
