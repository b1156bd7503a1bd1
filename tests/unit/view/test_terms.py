"""An ontology is read with its tree, its definitions, and what its terms refer to."""

from __future__ import annotations

import pyoxigraph as ox

from kg.view.terms import Branch, Reference, Term, Vocabulary, vocabulary
from kg.vocab import PREFIXES, RDFS

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def read(turtle: str) -> Vocabulary:
    return vocabulary(ox.parse(f"{HEAD}{turtle} .".encode(), format=ox.RdfFormat.TURTLE))


def names(branches: tuple[Branch, ...]) -> dict[str, object]:
    return {branch.term.name: names(branch.below) for branch in branches}


def test_a_term_has_all_that_is_said_of_it() -> None:
    found = read("""
        kg:Event a owl:Class . kg:Raid a owl:Class ; rdfs:label "raid" ;
            rdfs:subClassOf kg:Event , sem:Event ; skos:closeMatch schema:Event ;
            skos:definition "Taking by force." ; skos:example "a raid" , "another" ;
            skos:scopeNote "Not a theft." ; kg:acledSubEventType "Attack" ;
            kg:ploverEvent "ASSAULT" ; kg:ucdpType "one-sided violence" """)
    (_, raid) = found.classes
    assert raid == Term(
        name="Raid",
        label="raid",
        definition="Taking by force.",
        examples=("a raid", "another"),
        notes=("Not a theft.",),
        above=(Reference("Event", anchor="Event"),),
        domain=(),
        range=(),
        aligned=(
            Reference("sem:Event", "", PREFIXES["sem"] + "Event", "narrower than"),
            Reference("schema:Event", "", PREFIXES["schema"] + "Event", "close to"),
            Reference("Attack", relation="ACLED"),
            Reference("one-sided violence", relation="UCDP"),
            Reference("ASSAULT", relation="PLOVER"),
        ),
    )


def test_a_property_has_domain_and_range() -> None:
    found = read("""
        kg:Event a owl:Class . kg:Report a owl:Class .
        kg:begin a owl:DatatypeProperty ; rdfs:subPropertyOf kg:time ; rdfs:range xsd:date ;
            schema:domainIncludes kg:Event , kg:Report .
        kg:time a owl:AnnotationProperty . kg:who a owl:ObjectProperty ; rdfs:domain kg:Event""")
    begin, time, who = found.properties
    assert [each.anchor for each in begin.domain] == ["Event", "Report"]
    assert begin.range == (Reference("xsd:date", address=PREFIXES["xsd"] + "date"),)
    assert begin.above == (Reference("time", anchor="time"),)
    assert begin.aligned == ()
    assert (time.label, time.definition, time.domain) == ("time", "", ())
    assert [each.text for each in who.domain] == ["Event"]


def test_a_fixed_value_is_of_its_class() -> None:
    found = read("kg:Stance a owl:Class . kg:Denied a kg:Stance ; rdfs:label 'denied'")
    (denied,) = found.values
    assert (denied.name, denied.above) == ("Denied", (Reference("Stance", anchor="Stance"),))


def test_the_tree_hangs_each_class_below_the_first_above_it() -> None:
    found = read("""
        kg:B a owl:Class ; rdfs:subClassOf kg:A . kg:C a owl:Class ; rdfs:subClassOf kg:B , kg:A .
        kg:A a owl:Class ; rdfs:subClassOf sem:Event , [] . schema:Event a owl:Class""")
    assert names(found.tree) == {"A": {"B": {}, "C": {}}}
    assert [each.name for each in found.classes] == ["A", "B", "C"]


def test_classes_in_a_circle_are_listed_and_hang_nowhere() -> None:
    found = read(
        "kg:A a owl:Class ; rdfs:subClassOf kg:B . kg:B a owl:Class ; rdfs:subClassOf kg:A"
    )
    assert (found.tree, [each.name for each in found.classes]) == ((), ["A", "B"])


def test_what_is_on_no_web_has_no_address() -> None:
    found = read("kg:A a owl:Class ; rdfs:subClassOf <javascript:alert(1)> , <urn:x>")
    assert found.classes[0].aligned == (
        Reference("javascript:alert(1)", relation="narrower than"),
        Reference("urn:x", relation="narrower than"),
    )


def test_the_ontology_says_what_it_is_and_none_is_empty() -> None:
    found = read("""<https://a.example/> a owl:Ontology ; dcterms:title "T" ; owl:versionInfo "2" ;
        dcterms:description "D" ; dcterms:license <https://a.example/l>""")
    assert (found.title, found.description, found.version) == ("T", "D", "2")
    assert found.license == (Reference("https://a.example/l", address="https://a.example/l"),)
    assert vocabulary([]) == Vocabulary("", "", "", (), (), (), (), ())


def test_the_order_of_triples_does_not_matter() -> None:
    above = ox.NamedNode(RDFS + "subClassOf")
    quads = list(ox.parse(f"{HEAD} kg:A a owl:Class .".encode(), format=ox.RdfFormat.TURTLE))
    quads += [
        ox.Quad(quads[0].subject, above, ox.NamedNode(f"http://{letter}.example/"))
        for letter in "cab"
    ]
    assert vocabulary(quads) == vocabulary(quads[::-1])
