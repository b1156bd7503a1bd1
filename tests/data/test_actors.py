"""Lint of the curated actors and backings: ontology/actors.ttl and ontology/backing.ttl."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from kg.ids import slug
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

KG = rdflib.Namespace("https://example.org/kg/ontology#")
ACTOR = "https://example.org/kg/id/actor/"
BACKING = "https://example.org/kg/id/known-backing/"
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*")

CLASSES = {
    KG[name]
    for name in ("State", "ArmedForces", "ArmedGroup", "Organization", "Person", "Population")
}
KINDS = {"media", "monitor", "igo", "ngo", "government-body", "political-body"}
SUPPORT = "Troops Weapons Training Funding Intelligence Sanctuary Materiel Political"
SUPPORT_KINDS = {KG[name] for name in SUPPORT.split()}

#: Labels that several actors bear in truth: casefolded label -> (actors, reason).
HOMONYMS: dict[str, tuple[set[str], str]] = {
    "jem": (
        {"jaish-e-mohammed", "justice-and-equality-movement"},
        "the acronym of both, in Kashmir (JeM) and in Darfur: the article's country decides",
    ),
}

#: Words that name kinds of actors; alone they are the lexicon's, whatever their capitals.
GENERIC_WORDS = """
    activists administration agency alliance allies army authorities battalion brigade brigades
    cabinet civilians coalition command committee council defence defense division fighters force
    forces front government group gunmen insurgents islamists jihadists junta league mediators
    militants militia militias ministry minister mission monitor monitors movement observatory
    observers officials opposition parliament party police presidency president rebels refugees
    regime residents separatists soldiers spokesman state terrorists troops union units"""
GENERIC = frozenset(GENERIC_WORDS.split())

BROKEN = """
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
actor:red-band skos:prefLabel "Red Band" ; skos:altLabel "RB", "red band", "Rebels" ;
    kg:activeFrom "2002-01-01"^^xsd:date ; kg:activeTo "2001-01-01"^^xsd:date .
actor:blue-band skos:prefLabel "Blue Band" ; skos:altLabel "rb", "B", "the Blues" .
"""


@cache
def read(name: str) -> rdflib.Graph:
    """The ontology file called `name`; skips where another hand has not written it yet."""
    path = folder("ontology") / name
    if not path.is_file():
        pytest.skip(f"ontology/{name} is not there yet")
    return rdflib.Graph().parse(path, format="turtle")


@pytest.fixture
def actors() -> rdflib.Graph:
    """The curated actors beside states."""
    return read("actors.ttl")


@pytest.fixture
def backings() -> rdflib.Graph:
    """The curated backings."""
    return read("backing.ttl")


def name_of(node: rdflib.term.Node) -> str:
    """The local name of an actor's IRI."""
    return str(node).rsplit("/", 1)[-1]


def labels(graph: rdflib.Graph) -> Iterator[tuple[str, str]]:
    """Each (local name, label) of the graph, preferred labels first."""
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for subject, label in graph.subject_objects(predicate):
            yield name_of(subject), str(label)


def shared_labels(*graphs: rdflib.Graph) -> dict[str, set[str]]:
    """Casefolded labels that stand for more than one actor, with these actors' local names."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for graph in graphs:
        for name, label in labels(graph):
            bearers[label.casefold()].add(name)
    return {label: names for label, names in bearers.items() if len(names) > 1}


def is_unfit(label: str) -> bool:
    """Whether the label is too short, generic, padded or led by an article."""
    padded = label != " ".join(label.split()) or label.startswith("the ")
    return padded or len(label) < 2 or label.casefold() in GENERIC


def unfit_labels(graph: rdflib.Graph) -> list[str]:
    """The unfit labels of the graph, sorted."""
    return sorted(label for _, label in labels(graph) if is_unfit(label))


def repeated_labels(graph: rdflib.Graph) -> list[tuple[str, str]]:
    """Each (local name, casefolded label) that an actor bears more than once."""
    borne = sorted((name, label.casefold()) for name, label in labels(graph))
    return [pair for pair, following in pairwise(borne) if pair == following]


def backward_periods(graph: rdflib.Graph) -> list[str]:
    """Local names of what ends before it begins."""
    return sorted(
        name_of(subject)
        for subject, begin in graph.subject_objects(KG.activeFrom)
        for end in graph.objects(subject, KG.activeTo)
        if date.fromisoformat(str(begin)) > date.fromisoformat(str(end))
    )


def holding(graph: rdflib.Graph, predicate: rdflib.URIRef) -> set[rdflib.term.Node]:
    """The subjects that have the predicate."""
    return set(graph.subjects(predicate))


@pytest.mark.parametrize("name", ["actors.ttl", "backing.ttl"])
def test_rdflib_and_oxigraph_read_the_same_number_of_triples(name: str) -> None:
    quads = pyoxigraph.parse(path=folder("ontology") / name, format=pyoxigraph.RdfFormat.TURTLE)
    assert len(set(quads)) == len(read(name))


@pytest.mark.parametrize(
    ("name", "prefix", "fewest"), [("actors.ttl", "actor", 350), ("backing.ttl", "backing", 30)]
)
def test_each_thing_has_one_block(name: str, prefix: str, fewest: int) -> None:
    text = (folder("ontology") / name).read_text(encoding="utf-8")
    written = re.findall(rf"^{prefix}:(\S+) a kg:", text, flags=re.MULTILINE)
    assert sorted(written) == sorted(name_of(subject) for subject in set(read(name).subjects()))
    assert len(written) >= fewest


def test_each_actor_has_one_preferred_label_and_its_slug_for_a_name(actors: rdflib.Graph) -> None:
    found = [(name_of(s), slug(str(label))) for s, label in actors.subject_objects(SKOS.prefLabel)]
    assert sorted(found) == sorted((name_of(s), name_of(s)) for s in set(actors.subjects()))


def test_each_actor_has_one_of_the_six_classes(actors: rdflib.Graph) -> None:
    assert set(actors.objects(None, RDF.type)) <= CLASSES
    assert len(list(actors.subjects(RDF.type))) == len(set(actors.subjects()))


def test_literals_have_no_language(actors: rdflib.Graph) -> None:
    literals = [o for o in actors.objects() if isinstance(o, rdflib.Literal)]
    assert [literal for literal in literals if literal.language is not None] == []


def test_organizations_alone_have_a_kind_and_it_is_known(actors: rdflib.Graph) -> None:
    assert holding(actors, KG.kind) == set(actors.subjects(RDF.type, KG.Organization))
    assert {str(kind) for kind in actors.objects(None, KG.kind)} <= KINDS


def test_persons_alone_hold_an_office(actors: rdflib.Graph) -> None:
    persons = set(actors.subjects(RDF.type, KG.Person))
    assert holding(actors, KG.office) | holding(actors, KG.officeOf) <= persons


def test_no_label_is_shared_but_by_known_homonyms(actors: rdflib.Graph) -> None:
    assert shared_labels(actors) == {label: names for label, (names, _) in HOMONYMS.items()}


def test_no_label_is_a_state_s_too(actors: rdflib.Graph) -> None:
    states = read("states.ttl")
    known = shared_labels(actors) | shared_labels(states)
    assert shared_labels(actors, states) == known


def test_no_label_is_generic_short_or_padded(actors: rdflib.Graph) -> None:
    assert unfit_labels(actors) == []


def test_no_label_of_an_actor_repeats_another(actors: rdflib.Graph) -> None:
    assert repeated_labels(actors) == []


def test_nothing_ends_before_it_begins(actors: rdflib.Graph, backings: rdflib.Graph) -> None:
    assert backward_periods(actors) + backward_periods(backings) == []


@pytest.mark.parametrize("predicate", [KG.partOf, KG.succeeds])
def test_no_actor_is_above_or_before_itself(actors: rdflib.Graph, predicate: rdflib.URIRef) -> None:
    chain = rdflib.paths.MulPath(predicate, "+")
    assert [s for s, o in actors.subject_objects(chain) if s == o] == []


def test_each_actor_named_is_described_here_or_among_the_states(
    actors: rdflib.Graph, backings: rdflib.Graph
) -> None:
    named = {o for graph in (actors, backings) for o in graph.objects() if ACTOR in str(o)}
    assert named - set(actors.subjects()) - set(read("states.ttl").subjects()) == set()


def test_no_actor_is_described_among_the_states_too(actors: rdflib.Graph) -> None:
    assert set(actors.subjects()) & set(read("states.ttl").subjects()) == set()


def test_each_country_is_a_place_of_the_gazetteer(actors: rdflib.Graph) -> None:
    assert set(actors.objects(None, KG.country)) <= set(read("places.ttl").subjects())


def test_wikidata_links_are_entities_and_none_stands_twice(actors: rdflib.Graph) -> None:
    links = [str(link) for link in actors.objects(None, OWL.sameAs)]
    assert [link for link in links if WIKIDATA.fullmatch(link) is None] == []
    assert len(links) == len(set(links))


def test_each_backing_has_two_sides_known_kinds_and_a_source(backings: rdflib.Graph) -> None:
    for backing in set(backings.subjects()):
        backer = name_of(backings.value(backing, KG.backer, any=False) or backing)
        backed = name_of(backings.value(backing, KG.backed, any=False) or backing)
        assert str(backing) == f"{BACKING}{backer}-{backed}"
        assert backer != backed
        assert list(backings.objects(backing, RDF.type)) == [KG.Backing]
        assert set(backings.objects(backing, KG.supportKind)) - SUPPORT_KINDS == set()
        assert backings.value(backing, KG.supportKind) is not None
        assert len(list(backings.objects(backing, DCTERMS.source))) == 1


def test_the_checks_find_what_is_wrong_in_a_broken_file() -> None:
    broken = rdflib.Graph().parse(data=BROKEN, format="turtle")
    assert shared_labels(broken) == {"rb": {"red-band", "blue-band"}}
    assert unfit_labels(broken) == ["B", "Rebels", "the Blues"]
    assert repeated_labels(broken) == [("red-band", "red band")]
    assert backward_periods(broken) == ["red-band"]
