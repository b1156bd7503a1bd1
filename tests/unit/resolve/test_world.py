"""The known world is what the Turtle files of an ontology folder say, found by IRI and by name."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.world import FILES, Entity, Meaning, World, load, quads_of

PREFIXES = """
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix deal: <https://example.org/kg/id/deal/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix place: <https://example.org/kg/id/place/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TURTLE = {
    "states.ttl": """
        actor:velmara a kg:State ; skos:prefLabel "Velmara" ; skos:altLabel "Republic of Velmara" ;
            kg:metonym "Ostrin" ; kg:demonym "Velmaran" , "Velmarans" ; kg:territory place:velmara .
        place:velmara a kg:Country ; skos:prefLabel "Velmara" .
        actor:velmaran-armed-forces a kg:ArmedForces ; skos:prefLabel "Velmaran Armed Forces" ;
            kg:forcesOf actor:velmara .
        actor:velmaran-air-force a kg:ArmedForces ; skos:prefLabel "Velmaran Air Force" ;
            kg:forcesOf actor:velmara ; kg:partOf actor:velmaran-armed-forces .
    """,
    "actors.ttl": """
        actor:northern-front a kg:ArmedGroup ; skos:prefLabel "Northern Front" ;
            skos:altLabel "NF" ; kg:country place:velmara ; kg:activeFrom "2014-03-01"^^xsd:date .
        actor:idra-vash a kg:Person ; skos:prefLabel "Idra Vash" ; kg:officeOf actor:velmara .
        actor:drifters a kg:ArmedGroup ; skos:prefLabel "Drifters" .
    """,
    "places.ttl": """
        place:ostrin a kg:AdministrativeArea ; skos:prefLabel "Ostrin" ; kg:within place:velmara .
        place:deir-salim a kg:Settlement ; skos:prefLabel "Deir Salim" ; kg:within place:ostrin .
        place:loop a kg:Area ; skos:prefLabel "Loop" ; kg:within place:loop .
    """,
    "deals.ttl": """
        deal:ostrin-truce a kg:CeasefireDeal ; skos:prefLabel "Ostrin truce" ;
            kg:agreedOn "2016-02"^^xsd:gYearMonth .
    """,
    "backing.ttl": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TURTLE.items():
        (tmp_path / name).write_text(PREFIXES + text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def world(folder: Path) -> World:
    return load(folder)


def test_the_files_read_are_those_of_the_fixture() -> None:
    assert set(FILES) == set(TURTLE)


def test_an_entity_carries_its_labels_and_facts_without_the_base(world: World) -> None:
    assert world.entities["actor/velmara"] == Entity(
        iri="actor/velmara",
        cls="State",
        label="Velmara",
        aliases=("Republic of Velmara",),
        metonyms=("Ostrin",),
        demonyms=("Velmaran", "Velmarans"),
        facts={
            "type": ("State",),
            "prefLabel": ("Velmara",),
            "altLabel": ("Republic of Velmara",),
            "metonym": ("Ostrin",),
            "demonym": ("Velmaran", "Velmarans"),
            "territory": ("place/velmara",),
        },
    )


def test_all_labelled_things_are_entities_in_the_order_of_their_iris(world: World) -> None:
    assert list(world.entities) == [
        "actor/drifters",
        "actor/idra-vash",
        "actor/northern-front",
        "actor/velmara",
        "actor/velmaran-air-force",
        "actor/velmaran-armed-forces",
        "deal/ostrin-truce",
        "place/deir-salim",
        "place/loop",
        "place/ostrin",
        "place/velmara",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Velmara", {("actor/velmara", "label"), ("place/velmara", "label")}),
        ("the republic of velmara", {("actor/velmara", "label")}),
        ("Ostrin", {("actor/velmara", "metonym"), ("place/ostrin", "label")}),
        ("Velmarans", {("actor/velmara", "demonym")}),
        ("NF", {("actor/northern-front", "label")}),
        ("Deir Saleem", {("place/deir-salim", "label")}),
        ("Ostrin truce", {("deal/ostrin-truce", "label")}),
        ("Vilmaran", set()),
        ("Velmarany", set()),
        ("Nowhere", set()),
    ],
)
def test_a_name_is_found_with_how_it_means(
    world: World, name: str, expected: set[tuple[str, str]]
) -> None:
    meanings = [each for each in world.names.lookup(name)[0] if isinstance(each, Meaning)]
    assert {(each.entity.iri, each.how) for each in meanings} == expected


@pytest.mark.parametrize(
    ("iri", "country"),
    [
        ("place/velmara", "place/velmara"),
        ("place/deir-salim", "place/velmara"),
        ("actor/velmara", "place/velmara"),
        ("actor/northern-front", "place/velmara"),
        ("actor/velmaran-air-force", "place/velmara"),
        ("actor/idra-vash", "place/velmara"),
        ("actor/drifters", ""),
        ("place/loop", ""),
        ("place/unknown", ""),
        ("", ""),
    ],
)
def test_the_country_of_a_thing_is_found_by_climbing(world: World, iri: str, country: str) -> None:
    assert world.country_of(iri) == country


def test_a_states_forces_are_the_whole_and_not_a_branch(world: World) -> None:
    assert {state: forces.iri for state, forces in world.forces.items()} == {
        "actor/velmara": "actor/velmaran-armed-forces"
    }


def test_a_country_leads_to_its_state(world: World) -> None:
    assert {place: state.iri for place, state in world.state_of.items()} == {
        "place/velmara": "actor/velmara"
    }


def test_a_fact_is_asked_by_name_and_a_day_only_where_a_day_is_told(world: World) -> None:
    front, truce = world.entities["actor/northern-front"], world.entities["deal/ostrin-truce"]
    assert (front.one("country"), front.one("leader")) == ("place/velmara", "")
    assert front.day("activeFrom") == datetime.date(2014, 3, 1)
    assert (truce.one("agreedOn"), truce.day("agreedOn")) == ("2016-02", None)
    assert front.day("activeTo") is None


def test_quads_come_file_by_file(folder: Path) -> None:
    (folder / "states.ttl").write_text("", encoding="utf-8")
    found = [iri.rpartition("/")[2] for iri in quads_of(folder)]
    assert list(dict.fromkeys(found)) == [
        "northern-front",
        "idra-vash",
        "drifters",
        "ostrin",
        "deir-salim",
        "loop",
        "ostrin-truce",
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_turtle_is_named_with_its_line(folder: Path, name: str) -> None:
    (folder / name).write_text("\n\nactor:nobody a", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"not readable as Turtle.*line 3") as caught:
        load(folder)
    assert caught.value.where == str(folder / name)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "deals.ttl").unlink()
    with pytest.raises(KnowledgeError) as caught:
        load(folder)
    assert caught.value.where == str(folder / "deals.ttl")
