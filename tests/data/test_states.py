"""Lint of ontology/states.ttl: what a curated state and a state's armed forces must be."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SKOS, XSD

from kg.ids import slug
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable

KG = rdflib.Namespace("https://example.org/kg/ontology#")
ACTOR = "https://example.org/kg/id/actor/"
PLACE = "https://example.org/kg/id/place/"
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*")

CLASSES = {KG.State, KG.ArmedForces, KG.Organization}
STRINGS = (SKOS.prefLabel, SKOS.altLabel, KG.demonym, KG.metonym)

#: Demonyms that several states bear: casefolded word -> (states, reason).
SHARED_DEMONYMS: dict[str, tuple[set[str], str]] = {
    "congolese": (
        {"democratic-republic-of-the-congo", "republic-of-the-congo"},
        "one river, two states; Kinshasa's is meant where nothing else is said",
    ),
}

PREFIXES = f"""@prefix actor: <{ACTOR}> . @prefix kg: <{KG}> . @prefix place: <{PLACE}> .
@prefix owl: <{OWL}> . @prefix skos: <{SKOS}> . @prefix xsd: <{XSD}> .
"""
VELMARA = """actor:velmara a kg:State ; skos:prefLabel "Velmara" ; kg:territory place:velmara .
"""


def name(node: rdflib.term.Node | None) -> str:
    """The slug of an actor or place."""
    return str(node).rsplit("/", 1)[-1]


def slugs_of(file: str, kind: str = r"\w+") -> set[str]:
    """The things of a class that a file describes; skips where the file is absent.

    Read by their first lines, since rdflib takes many seconds for the places.
    """
    path = folder("ontology") / file
    if not path.is_file():
        pytest.skip(f"ontology/{file} is not there yet")
    first = re.compile(rf"^(?:actor|place):(\S+) a kg:{kind} ", flags=re.MULTILINE)
    return set(first.findall(path.read_text(encoding="utf-8")))


def misshapen(graph: rdflib.Graph) -> set[str]:
    """Not exactly one class and one preferred label with this slug; a word that is not plain."""
    return {
        name(actor)
        for actor in graph.subjects(unique=True)
        for labels in [list(graph.objects(actor, SKOS.prefLabel))]
        if len(set(graph.objects(actor, RDF.type))) != 1
        or not set(graph.objects(actor, RDF.type)) <= CLASSES
        or str(actor) != ACTOR + slug(str(next(iter(labels), "")))
        or len(labels) != 1
        or labels[0] in set(graph.objects(actor, SKOS.altLabel))
        or any(
            getattr(word, "language", None) or str(word).strip() != str(word) or not str(word)
            for kind in STRINGS
            for word in graph.objects(actor, kind)
        )
    }


def landless(graph: rdflib.Graph) -> set[str]:
    """A state without exactly one territory, or something else with one; "the West" is many."""
    return {
        name(actor)
        for actor, kind in graph.subject_objects(RDF.type)
        if name(actor) != "the-west"
        and len(list(graph.objects(actor, KG.territory))) != (kind == KG.State)
    }


def masterless(graph: rdflib.Graph) -> set[str]:
    """Armed forces that serve not exactly one state of the file; a body that is part of nothing."""
    states = set(graph.subjects(RDF.type, KG.State))
    found = set()
    for actor, kind in graph.subject_objects(RDF.type):
        served = set(graph.objects(actor, KG.forcesOf))
        if len(served) != (kind == KG.ArmedForces) or not served <= states:
            found.add(name(actor))
        if kind == KG.Organization and (actor, KG.partOf, None) not in graph:
            found.add(name(actor))
    return found


def circular(graph: rdflib.Graph) -> set[str]:
    """Part of itself, at once or by steps."""
    return {
        name(actor)
        for actor in graph.subjects(KG.partOf)
        for larger in graph.objects(actor, KG.partOf)
        if actor in graph.transitive_objects(larger, KG.partOf)
    }


def bearers(graph: rdflib.Graph, *kinds: rdflib.URIRef) -> dict[str, set[str]]:
    """Casefolded words that several actors bear, with their slugs."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in kinds:
        for actor, word in graph.subject_objects(kind):
            found[str(word).casefold()].add(name(actor))
    return {word: actors for word, actors in found.items() if len(actors) > 1}


def mismatched(graph: rdflib.Graph) -> set[str]:
    """owl:sameAs that is no Wikidata item, or two actors' one item."""
    known: dict[str, set[str]] = defaultdict(set)
    for actor, item in graph.subject_objects(OWL.sameAs):
        known[str(item)].add(name(actor))
    return {
        actor
        for item, actors in known.items()
        for actor in actors
        if len(actors) > 1 or not WIKIDATA.fullmatch(item)
    }


@pytest.fixture(scope="module")
def states() -> rdflib.Graph:
    """The curated states and their armed forces."""
    return rdflib.Graph().parse(folder("ontology") / "states.ttl", format="turtle")


RULES = (misshapen, landless, masterless, circular, mismatched)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_curated_state_breaks_a_rule(
    rule: Callable[[rdflib.Graph], set[str]], states: rdflib.Graph
) -> None:
    assert rule(states) == set()


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (misshapen, "actor:dun a kg:State ."),
        (misshapen, 'actor:dun a kg:State ; skos:prefLabel "Dune" .'),
        (misshapen, 'actor:dun a kg:State, kg:Organization ; skos:prefLabel "Dun" .'),
        (misshapen, 'actor:dun a kg:State ; skos:prefLabel "Dun" ; skos:altLabel "Dun" .'),
        (misshapen, 'actor:dun a kg:State ; skos:prefLabel "Dun" ; kg:demonym "Duner"@en .'),
        (misshapen, 'actor:dun a kg:State ; skos:prefLabel "Dun" ; kg:metonym " Ostrin" .'),
        (landless, "actor:dun a kg:State ."),
        (landless, "actor:dun a kg:ArmedForces ; kg:territory place:velmara ."),
        (masterless, "actor:dun a kg:ArmedForces ."),
        (masterless, "actor:dun a kg:ArmedForces ; kg:forcesOf actor:nobody ."),
        (masterless, "actor:dun a kg:Organization ."),
        (circular, "actor:dun kg:partOf actor:dun ."),
        (mismatched, "actor:dun owl:sameAs <https://www.wikidata.org/wiki/Q1> ."),
    ],
)
def test_a_broken_state_is_found(rule: Callable[[rdflib.Graph], set[str]], broken: str) -> None:
    graph = rdflib.Graph().parse(data=PREFIXES + VELMARA + broken, format="turtle")
    assert rule(graph) == {"dun"}


def test_a_label_means_one_actor(states: rdflib.Graph) -> None:
    assert bearers(states, SKOS.prefLabel, SKOS.altLabel) == {}


def test_metonyms_mean_one_state(states: rdflib.Graph) -> None:
    assert bearers(states, KG.metonym) == {}


def test_shared_demonyms_are_listed_with_a_reason(states: rdflib.Graph) -> None:
    assert bearers(states, KG.demonym) == {
        word: actors for word, (actors, _) in SHARED_DEMONYMS.items()
    }


def test_territories_are_known_places(states: rdflib.Graph) -> None:
    places = slugs_of("places.ttl")
    assert {name(place) for place in states.objects(None, KG.territory)} - places == set()


def test_larger_bodies_are_known_actors(states: rdflib.Graph) -> None:
    known = slugs_of("actors.ttl") | {name(actor) for actor in states.subjects()}
    assert {name(larger) for larger in states.objects(None, KG.partOf)} - known == set()


def test_each_country_has_a_state(states: rdflib.Graph) -> None:
    countries = slugs_of("places.ttl", "Country")
    assert len(countries) > 190
    lands = {name(place) for place in states.objects(None, KG.territory)}
    assert countries - lands == set()


@pytest.mark.parametrize(
    ("word", "kind", "actor"),
    [
        ("Russian government", SKOS.altLabel, "russia"),
        ("Kremlin", KG.metonym, "russia"),
        ("Russian", KG.demonym, "russia"),
        ("Assad regime", SKOS.altLabel, "syrian-government"),
        ("SAA", SKOS.altLabel, "syrian-armed-forces"),
        ("IDF", SKOS.altLabel, "israeli-armed-forces"),
        ("FARDC", SKOS.altLabel, "congolese-armed-forces"),
    ],
)
def test_words_of_the_press_lead_to_their_actor(
    word: str, kind: rdflib.URIRef, actor: str, states: rdflib.Graph
) -> None:
    assert {name(node) for node in states.subjects(kind, rdflib.Literal(word))} == {actor}
