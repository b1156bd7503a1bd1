"""A new event type, its words and a new actor need no Python edit: ontology/ alone is enough."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Graph
from reading import ONTOLOGY, article, read

from kg.extract import knowledge
from kg.graph.assemble import assemble
from kg.graph.quads import sheet
from kg.graph.validate import Finding, load_shapes, validate
from kg.view.model import view_model
from kg.vocab import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Report

TEXT = "The Veltran Brigade rammed a patrol boat of the Yemeni navy near Mocha on Friday."
TYPE = """
kg:Ramming a owl:Class ; rdfs:isDefinedBy <> ; rdfs:label "ramming" ;
    rdfs:subClassOf kg:Attack ;
    skos:definition "A boat or vehicle is driven into another on purpose." ;
    skos:example "\\"A dinghy rammed the patrol boat\\"" .
"""
FRAME = """
[[frame]]
name = "ramming"
event = "Ramming"
template = "strike"
nouns = ["ramming"]
verbs = ["ram"]
yes = ["Smugglers rammed a boat of the navy near Mocha."]
no = ["The farmer fed the ram near Mocha."]
"""
ACTOR = """
actor:veltran-brigade a kg:ArmedGroup ;
    skos:prefLabel "Veltran Brigade" ;
    skos:altLabel "VTB" ;
    kg:country place:yemen .
"""
QUERY = """
SELECT ?who ?where WHERE {
    ?event a kg:Ramming , kg:Attack , kg:Event ; kg:initiator/skos:prefLabel ?who ;
        kg:place/skos:prefLabel ?where .
    FILTER NOT EXISTS { ?event a kg:Report }
}"""


@dataclass(frozen=True, slots=True)
class Extended:
    """The extended ontology folder, what it makes of the sentence, and the graph of it."""

    folder: Path
    reports: tuple[Report, ...]
    store: ox.Store


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Extended:
    """A copy of ontology/ with one type, one frame and one actor more, and its graph."""
    folder = tmp_path_factory.mktemp("extended") / "ontology"
    shutil.copytree(ONTOLOGY, folder)
    _append(folder / "kg.ttl", TYPE)
    _append(folder / "actors.ttl", ACTOR)
    (folder / "lexicon" / "events-extra.toml").write_text(FRAME, encoding="utf-8")
    reports = read(TEXT, folder)
    made = assemble([sheet(article(TEXT), reports)], folder, DEFAULT_BASE)
    store = ox.Store()
    store.bulk_extend(made.quads)
    return Extended(folder, reports, store)


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_the_sentence_says_nothing_of_the_kind_without_the_new_rows() -> None:
    assert [report for report in read(TEXT) if "Ramming" in report.type] == []


def test_the_new_frame_tells_the_new_type_with_the_new_actor(extended: Extended) -> None:
    told = [report for report in extended.reports if report.type == "Ramming"]
    assert [(report.rule, report.quote in TEXT) for report in told] == [("ramming", True)]
    actors = {role: [link.iri for link in links] for role, links in told[0].roles.items()}
    assert actors["initiator"] == ["actor/veltran-brigade"]
    assert actors["place"] == ["place/mocha"]


def test_the_new_actor_is_found_by_its_other_name(extended: Extended) -> None:
    told = read("VTB fighters rammed a boat near Mocha.", extended.folder)
    links = [link.iri for report in told for link in report.roles.get("initiator", ())]
    assert links == ["actor/veltran-brigade"]


def test_the_new_verb_is_known_in_all_its_forms(extended: Extended) -> None:
    forms = knowledge.load(extended.folder).forms.verbs
    assert {forms[form] for form in ("ram", "rams", "rammed", "ramming")} == {"ram"}


def test_the_graph_conforms_to_the_shapes(extended: Extended) -> None:
    asserted = Graph().parse(data=_turtle(extended.store), format="nt")
    ontology = Graph().parse(extended.folder / "kg.ttl")
    findings = validate(asserted, load_shapes(extended.folder), ontology)
    assert [each for each in findings if _is_violation(each)] == []


def _is_violation(finding: Finding) -> bool:
    return finding.severity == "Violation"


def _turtle(store: ox.Store) -> bytes:
    """All graphs of a store as one, in N-Triples."""
    triples = {(quad.subject, quad.predicate, quad.object) for quad in store}
    lines = ox.serialize((ox.Triple(*each) for each in triples), format=ox.RdfFormat.N_TRIPLES)
    return lines or b""


def test_a_query_finds_the_event_under_its_type_and_all_above(extended: Extended) -> None:
    rows = extended.store.query(QUERY, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    assert [(row["who"].value, row["where"].value) for row in rows] == [
        ("Veltran Brigade", "Mocha"),
    ]


def test_the_view_draws_actor_and_event_and_joins_them(extended: Extended) -> None:
    model = view_model(extended.store)
    actor = next(node for node in model.nodes if node.label == "Veltran Brigade")
    event = next(event for event in model.happenings if event.node.cls == "Ramming")
    assert actor.id in event.parts
    drawn = {end for edge in model.edges for end in (edge.source, edge.target) if edge.events}
    assert actor.id in drawn
