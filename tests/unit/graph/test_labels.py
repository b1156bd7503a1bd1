"""Curated labels stand in the gazetteer, learnt ones beside it, and none in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.sheets import BASE, PREFIXES, actor, deal, place, report, sheet, toll, write_ontology
from kg import vocab
from kg.graph.labels import gazetteer, learnt, named_links, roots
from kg.graph.terms import leaves
from kg.graph.turtle import trig
from kg.model import Link
from kg.resolve import world


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


def same(found: list[ox.Quad], turtle: str, graph: str, base: str = BASE) -> bool:
    parsed = ox.parse(PREFIXES.replace(BASE, base) + turtle, format=ox.RdfFormat.TURTLE)
    name = ox.NamedNode(base + graph)
    expected = [ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in parsed]
    assert trig(found, base) == trig(expected, base)
    return True


def test_named_links_are_each_surface_once_in_order() -> None:
    told = [
        report(roles={"initiator": (actor("B"), actor("A")), "place": (place("C", surface="c"),)}),
        report(source=(actor("A", surface="aa"),), tolls=(toll(1, actor("B")),), deal=deal("D")),
    ]
    links = named_links([sheet("a", *told), sheet("b", *told)])
    assert [(link.iri, link.surface) for link in links] == [
        ("actor/a", "A"),
        ("actor/a", "aa"),
        ("actor/b", "B"),
        ("deal/d", "D"),
        ("place/c", "c"),
        ("place/deir-salim", "Deir Salim"),
    ]


OSTRIN_KNOWN = """
    place:ostrin a kg:AdministrativeArea ; skos:prefLabel "Ostrin" ; kg:within place:velmara .
    place:velmara a kg:Country ; skos:prefLabel "Velmara" .
"""


def test_the_gazetteer_holds_what_is_named_and_what_that_names(folder: Path) -> None:
    found = gazetteer(roots([place("Ostrin"), place("Ostrin", surface="there")]), folder, BASE)
    assert same(found, OSTRIN_KNOWN, vocab.GAZETTEER)
    assert len(found) == len(set(found))


def test_the_gazetteer_holds_the_place_around_a_new_one(folder: Path) -> None:
    found = gazetteer(roots([place("Deir Salim", parent="place/ostrin")]), folder, BASE)
    assert same(found, OSTRIN_KNOWN, vocab.GAZETTEER)


def test_what_is_not_named_and_not_curated_stays_out(folder: Path) -> None:
    assert gazetteer(roots([actor("Somebody New")]), folder, BASE) == []
    assert gazetteer(roots([]), folder, BASE) == []


def test_statements_on_a_thing_come_from_every_file(folder: Path) -> None:
    assert same(
        gazetteer(roots([actor("Ilmar", "State")]), folder, BASE),
        """
        actor:ilmar a kg:State ; skos:prefLabel "Ilmar" ; kg:backs actor:southern-front .
        actor:southern-front a kg:ArmedGroup ; skos:prefLabel "Southern Front" .
        """,
        vocab.GAZETTEER,
    )


def test_another_base_moves_things_and_not_terms(folder: Path) -> None:
    base = "https://data.example.net/conflict/"
    assert same(
        gazetteer(roots([place("Ostrin")]), folder, base), OSTRIN_KNOWN, vocab.GAZETTEER, base
    )


def taught(links: Sequence[Link], folder: Path) -> list[ox.Quad]:
    graph = leaves(BASE + vocab.CONSOLIDATED)
    ordered = sorted(links, key=lambda link: (link.iri, link.surface))
    learnt(ordered, world.load(folder).entities, graph, BASE)
    return graph.quads


def test_a_new_thing_is_written_whole(folder: Path) -> None:
    new = [
        actor("Ostrin Shield", surface="the Shield"),
        actor("Ostrin Shield", surface="Shield"),
        actor("Ostrin Shield"),
        place("Deir Salim", surface="Salim", parent="place/ostrin"),
        place("Deir Salim"),
    ]
    assert same(
        taught(new, folder),
        """
        actor:ostrin-shield a kg:ArmedGroup ; skos:prefLabel "Ostrin Shield" ;
            skos:altLabel "the Shield" , "Shield" .
        place:deir-salim a kg:Settlement ; skos:prefLabel "Deir Salim" ; skos:altLabel "Salim" ;
            kg:within place:ostrin .
        """,
        vocab.CONSOLIDATED,
    )


def test_learnt_spellings_come_in_a_fixed_order(folder: Path) -> None:
    spellings = ["the Shield", "OS", "Shield", "shield men", "The Shield", "Ostrin shield"]
    found = taught([actor("Ostrin Shield", surface=each) for each in spellings], folder)
    labels = [q.object.value for q in found if q.predicate.value == vocab.ALT_LABEL]  # type: ignore[union-attr]
    assert labels == sorted(spellings)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (actor("Southern Front", surface="affiliate"), []),
        (actor("Southern Front", surface="SF"), ["SF"]),
        (actor("Southern Front", surface="الدرع"), ["الدرع"]),
        (actor("Ilmar", "State", surface="state media"), ["state media"]),
        (place("Ostrin", surface="other parts"), []),
        (actor("Men of Ostrin", surface="affiliate"), ["affiliate"]),
    ],
)
def test_words_that_only_describe_are_no_names_of_a_curated_thing(
    link: Link, expected: list[str], folder: Path
) -> None:
    found = taught([link], folder)
    labels = [q.object.value for q in found if q.predicate.value == vocab.ALT_LABEL]  # type: ignore[union-attr]
    assert labels == expected


def test_a_new_thing_told_in_two_ways_is_what_its_first_spelling_is(folder: Path) -> None:
    told = [place("Kasr", "Facility", surface="the Kasr"), place("KASR", surface="Kasr")]
    assert same(
        taught(told, folder),
        """
        place:kasr a kg:Settlement ; skos:prefLabel "KASR" ; skos:altLabel "Kasr" , "the Kasr" .
        """,
        vocab.CONSOLIDATED,
    )


def test_a_curated_thing_gains_new_spellings_alone(folder: Path) -> None:
    told = [
        actor("Velmara", "State", surface=surface)
        for surface in ("Velmara", "Velmaran government", "the Velmaran regime", "")
    ]
    assert same(
        taught(told, folder),
        'actor:velmara skos:altLabel "the Velmaran regime" .',
        vocab.CONSOLIDATED,
    )


def test_a_curated_place_keeps_its_own_parent(folder: Path) -> None:
    assert taught([place("Ostrin", parent="place/elsewhere")], folder) == []


def test_no_place_lies_within_itself(folder: Path) -> None:
    found = taught([place("Loop", parent="place/loop")], folder)
    assert [quad for quad in found if quad.predicate.value == vocab.kg("within")] == []


GEO = "<http://www.w3.org/2003/01/geo/wgs84_pos#{}>"
XSD = "<http://www.w3.org/2001/XMLSchema#decimal>"


def gazetted(label: str, *, surface: str = "") -> Link:
    """A place that only the gazetteer of the world knows."""
    found = place(label, surface=surface, parent="place/ostrin")
    return replace(found, position=(35.1234, -36.5), geonames=11)


def test_a_place_of_the_gazetteer_tells_where_it_lies_and_its_record(folder: Path) -> None:
    assert same(
        taught([gazetted("Dara"), gazetted("Dara", surface="the Dara")], folder),
        f"""
        place:dara a kg:Settlement ; skos:prefLabel "Dara" ; skos:altLabel "the Dara" ;
            kg:within place:ostrin ;
            {GEO.format("lat")} "35.1234"^^{XSD} ; {GEO.format("long")} "-36.5000"^^{XSD} ;
            skos:exactMatch <https://sws.geonames.org/11/> .
        """,
        vocab.CONSOLIDATED,
    )


def test_a_place_without_a_position_tells_neither(folder: Path) -> None:
    found = taught([place("Dara")], folder)
    told = {quad.predicate.value for quad in found}
    assert not told & {vocab.WGS84 + "lat", vocab.WGS84 + "long", vocab.EXACT_MATCH}


def test_a_curated_place_keeps_its_own_position(folder: Path) -> None:
    assert taught([gazetted("Ostrin")], folder) == []
