"""The whole graph holds each triple once, each toll once, and a label for all it names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.assembled import (
    FRONT,
    ILMAR,
    JIHADISTS,
    OSTRIN,
    PEOPLE,
    SALIM,
    SHIELD,
    SOLDIERS,
    TRUCE,
    VELMARA,
    events,
    short,
    strike,
    tolls,
    triples,
)
from graph.sheets import BASE, actor, pair, report, sheet, toll, write_ontology
from kg import vocab
from kg.graph.assemble import assemble
from kg.model import Stance

DESK = [
    sheet(
        "desk",
        strike(toll(35, PEOPLE), same_as="x"),
        strike(toll(19, JIHADISTS), toll(16, SOLDIERS), same_as="x"),
        pair("Backing", ILMAR, actor("Southern Front")),
    ),
    sheet("post", strike(toll(33, PEOPLE)), pair("Backing", VELMARA, SHIELD)),
    sheet(
        "wire",
        report(
            roles={
                "place": (OSTRIN,),
                "target": (FRONT, actor("Northern Front", surface="the Front")),
            },
            deal=TRUCE,
        ),
        report(
            "CeasefireDeal",
            of="CeasefireDeal",
            deal=TRUCE,
            roles={"party": (FRONT,), "appliesTo": (OSTRIN,)},
        ),
        strike(stance=Stance.DENIED, source=(VELMARA,)),
    ),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


def test_each_graph_has_its_own_kind_of_triples(folder: Path) -> None:
    found = list(assemble(DESK, folder, BASE).quads)
    assert {short(quad.graph_name) for quad in found} == {
        "graph/consolidated",
        "graph/gazetteer",
        "graph/ontology",
        "article/desk",
        "article/post",
        "article/wire",
    }
    for name in ("desk", "post", "wire"):
        subjects = {short(s) for s, _, _ in triples(found, f"article/{name}")}
        kinds = (f"report/{name}/", f"mention/{name}/")
        assert all(s == f"article/{name}" or s.startswith(kinds) for s in subjects)


def test_no_triple_stands_in_two_graphs(folder: Path) -> None:
    found = set(assemble(DESK, folder, BASE).quads)
    twice = Counter((quad.subject, quad.predicate, quad.object) for quad in found)
    assert [triple for triple, count in twice.items() if count > 1] == []


def test_a_curated_backing_that_an_article_repeats_stands_in_the_gazetteer_alone(
    folder: Path,
) -> None:
    found = list(assemble(DESK, folder, BASE).quads)
    backs = {
        (vocab.local(short(q.subject)), short(q.graph_name))
        for q in found
        if q.predicate.value == vocab.kg("backs")
    }
    assert backs == {("ilmar", "graph/gazetteer"), ("velmara", "graph/consolidated")}


def test_all_that_reports_name_is_labelled_once(folder: Path) -> None:
    found = set(assemble(DESK, folder, BASE).quads)
    named = {
        short(quad.object)
        for quad in found
        if short(quad.graph_name).startswith("article/")
        and isinstance(quad.object, ox.NamedNode)
        and short(quad.object).startswith(("actor/", "place/", "deal/"))
    }
    labels = Counter(short(q.subject) for q in found if q.predicate.value == vocab.PREF_LABEL)
    assert {iri: labels[iri] for iri in named} == dict.fromkeys(named, 1)


def test_the_place_around_a_new_place_is_labelled_too(folder: Path) -> None:
    found = list(assemble([sheet("a", report(roles={"place": (SALIM,)}))], folder, BASE).quads)
    around = ox.NamedNode(BASE + "place/ostrin")
    assert (
        ox.Quad(
            around,
            ox.NamedNode(vocab.PREF_LABEL),
            ox.Literal("Ostrin"),
            ox.NamedNode(BASE + vocab.GAZETTEER),
        )
        in found
    )


def test_every_report_leads_to_its_thing_and_every_thing_has_a_report(folder: Path) -> None:
    made = assemble(DESK, folder, BASE)
    reported = {
        (short(q.subject).removeprefix("report/"), short(q.object))
        for q in made.quads
        if q.predicate.value == vocab.kg("reports")
    }
    ordered = sorted(DESK, key=lambda each: each.local)
    assert reported == {
        (f"{ordered[told.sheet].local.removeprefix('article/')}/{told.at + 1}", thing.iri)
        for thing in made.things
        for told in thing.told
    }
    assert len(reported) == sum(len(each.reports) for each in DESK)


def test_two_groups_in_one_report_add_up_to_35(folder: Path) -> None:
    told = sheet("a", strike(toll(19, JIHADISTS), toll(16, SOLDIERS)))
    made = assemble([told], folder, BASE)
    assert tolls(made, events(made)[0]) == {
        "killed": ("35", "35", ""),
        "killed/jihadists": ("19", "19", "killed"),
        "killed/soldiers": ("16", "16", "killed"),
    }


def test_a_later_split_and_another_outlet_never_add_up(folder: Path) -> None:
    made = assemble(DESK[:2], folder, BASE)
    (event,) = events(made)
    assert len(event.told) == 3
    assert tolls(made, event) == {
        "killed": ("33", "35", ""),
        "killed/people": ("33", "35", "killed"),
        "killed/jihadists": ("19", "19", "killed"),
        "killed/soldiers": ("16", "16", "killed"),
    }


def test_33_and_34_dead_in_two_outlets_are_low_high_and_disputed(folder: Path) -> None:
    sheets = [sheet("a", strike(toll(33, PEOPLE))), sheet("b", strike(toll(34, PEOPLE)))]
    made = assemble(sheets, folder, BASE)
    (event,) = events(made)
    assert tolls(made, event) == {"killed": ("33", "34", "")}
    true = ox.Literal("true", datatype=ox.NamedNode(vocab.XSD + "boolean"))
    consolidated = ox.NamedNode(BASE + vocab.CONSOLIDATED)
    iri = ox.NamedNode(BASE + event.iri)
    assert ox.Quad(iri, ox.NamedNode(vocab.kg("disputed")), true, consolidated) in made.quads


def test_the_toll_of_a_whole_is_not_summed_with_its_included_part(folder: Path) -> None:
    children = actor("children", "Population")
    made = assemble(
        [sheet("a", strike(toll(20, PEOPLE), toll(3, children, part_of=0)))], folder, BASE
    )
    assert tolls(made, events(made)[0]) == {
        "killed": ("20", "20", ""),
        "killed/people": ("20", "20", "killed"),
        "killed/children": ("3", "3", "killed"),
    }


def test_forgetting_an_article_leaves_the_graph_of_the_others(folder: Path) -> None:
    whole, rest = assemble(DESK, folder, BASE), assemble(DESK[1:], folder, BASE)
    for name in ("article/post", "article/wire"):
        kept = {
            t for t in triples(list(whole.quads), name) if t[1] != ox.NamedNode(vocab.kg("reports"))
        }
        assert kept <= triples(list(rest.quads), name)
    assert triples(list(rest.quads), "article/desk") == set()


def test_no_articles_leave_the_ontology_alone(folder: Path) -> None:
    made = assemble([], folder, BASE)
    assert {short(quad.graph_name) for quad in made.quads} == {vocab.ONTOLOGY}
    assert made.things == []


def test_another_base_holds_every_name_of_ours(folder: Path) -> None:
    base = "https://data.example.net/"
    ours = [str(part) for quad in assemble(DESK, folder, base).quads for part in quad]
    assert not [part for part in ours if BASE in part]
