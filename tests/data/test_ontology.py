"""ontology/kg.ttl holds every term of the vocabulary contract, explained, and nothing undefined."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Namespace, URIRef

from kg import vocab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
CONTRACT = ROOT.parent / "shared" / "contract" / "vocabulary.md"
KG = Namespace(vocab.KG)
SCHEMA = Namespace(vocab.SCHEMA)

#: The event types of the contract: each indented below the type it is a kind of.
EVENT_TREE = """
Event
  ArmedEvent
    Clash
    Offensive
    Attack
      Bombardment
        AirStrike
        Shelling
      Explosion
      ChemicalAttack
    Killing
    Capture
    Withdrawal
    Deployment
    Siege
    Detention
    Release
  HumanitarianEvent
    Displacement
    FacilityLoss
    AidDelivery
    AidObstruction
    Evacuation
    Closure
    Opening
  DiplomaticEvent
    CeasefireAgreement
    CeasefireViolation
    Negotiation
    Statement
      Accusation
      Denial
      Demand
      Threat
      Warning
      Condemnation
      Support
    Sanction
  Protest
"""
CLASSES = """
Article Report Toll Mention Merge Actor State ArmedForces ArmedGroup Organization Person Population
Place Country AdministrativeArea Settlement Facility Area CeasefireDeal Backing Control Affiliation
Leadership Correction DealStep Fighting
"""
PROPERTIES = """
issuedBasis contentHash dateBasis placeBasis within reports article quote quoteStart quoteEnd
triggerStart triggerEnd source stance confidence
initiator target participant place destination begin end dateText concernsDeal toll
tollKind count minCount maxCount victims partOfToll backer backed backs controller controlled
controls member group former affiliatedWith person organization role leads party broker guarantor
agreedOn appliesTo term status issuedReason issuedEarliest issuedLatest wireSource copyOf
country activeFrom activeTo succeeds partOf forcesOf
officeOf office kind demonym metonym territory iso featureKind supportKind endedOn rule segment
reportCount sourceCount articleCount disputed
disputedAspect occurrence originCount bestCount mergedBecause joined mergeRule mergeScore
correctionKind correctionRecord correctionProblem correctedBy rejectedBy mergedInto
readWith signature shingleCount behind mention refersTo surface linkRule linkScore mentionRole
mentionClass mentionLabel mentionWithin mentionPoint mentionGeoNames coreference figureStart
figureEnd
stepKind step accused accuser denier provenBy asOf currentStatus
fighter opponent foughtAgainst drawnFrom eventCount deathsLow deathsHigh
"""
VALUES = {
    "Stance": "Asserted Denied Alleged Planned",
    "TollKind": "Killed Injured Displaced Missing Detained Released FacilitiesLost Affected",
    "DealStepKind": "Extended",
    "DealStatus": "Announced InForce Violated Collapsed Expired",
    "SupportKind": "Troops Weapons Training Funding Intelligence Sanctuary Materiel Political",
}
VIEW_GROUPS = {"armed", "humanitarian", "diplomatic", "protest"}
RELATIONS = ("Backing", "Control", "Affiliation", "Leadership", "CeasefireDeal", "Fighting")
DIRECT_LINKS = ("backs", "controls", "affiliatedWith", "leads", "foughtAgainst")
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@lru_cache(maxsize=1)
def _ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "kg.ttl")


def _edges(tree: str) -> set[tuple[str, str]]:
    """Pairs (type, the type above it) of an indented tree."""
    above: list[str] = []
    edges: set[tuple[str, str]] = set()
    for line in tree.strip().splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        del above[depth:]
        if above:
            edges.add((line.strip(), above[-1]))
        above.append(line.strip())
    return edges


def _terms() -> list[URIRef]:
    """What the ontology defines: every subject in the kg: namespace."""
    return sorted({node for node in _ontology().subjects() if _is_term(node)})


def _is_term(node: Node) -> TypeGuard[URIRef]:
    return isinstance(node, URIRef) and node.startswith(vocab.KG)


def _names(kinds: tuple[URIRef, ...]) -> set[str]:
    return {
        vocab.local(str(node)) for kind in kinds for node in _ontology().subjects(RDF.type, kind)
    }


def _event_names() -> set[str]:
    return {name for edge in _edges(EVENT_TREE) for name in edge}


@pytest.mark.parametrize("term", _terms(), ids=vocab.local)
def test_a_term_is_explained_once(term: URIRef) -> None:
    ontology = _ontology()
    for part in (RDFS.label, SKOS.definition, SKOS.example):
        (words,) = ontology.objects(term, part)
        assert str(words).strip() == str(words) != ""
    (definition,) = ontology.objects(term, SKOS.definition)
    assert str(definition).endswith(".")
    assert list(ontology.objects(term, RDFS.isDefinedBy)) == [URIRef(vocab.KG.rstrip("#"))]


def test_no_two_terms_share_a_definition_or_an_example() -> None:
    for part in (SKOS.definition, SKOS.example):
        words = list(_ontology().objects(None, part))
        assert len(words) == len(set(words)) == len(_terms())


def test_the_classes_are_those_of_the_contract() -> None:
    assert _names((OWL.Class,)) == {*CLASSES.split(), *_event_names(), *VALUES}


def test_the_properties_are_those_of_the_contract_and_the_annotations() -> None:
    annotations = {"acledSubEventType", "ucdpType", "ploverEvent", "esdCode", "viewGroup"}
    assert _names(PROPERTY_KINDS) == {*PROPERTIES.split(), *annotations}


def test_the_fixed_values_are_those_of_the_contract() -> None:
    found = {kind: _names((KG[kind],)) for kind in VALUES}
    assert found == {kind: set(names.split()) for kind, names in VALUES.items()}


def test_the_event_types_form_the_tree_of_the_contract() -> None:
    ontology = _ontology()
    found = {
        (vocab.local(str(child)), vocab.local(str(parent)))
        for child, parent in ontology.subject_objects(RDFS.subClassOf)
        if _is_term(parent) and KG.Event in ontology.transitive_objects(child, RDFS.subClassOf)
    }
    assert found == _edges(EVENT_TREE)


def test_initiators_and_targets_are_participants() -> None:
    found = set(_ontology().subjects(RDFS.subPropertyOf, KG.participant))
    assert found == {KG.initiator, KG.target}


def test_a_metonym_is_no_shown_label() -> None:
    assert list(_ontology().objects(KG.metonym, RDFS.subPropertyOf)) == [SKOS.hiddenLabel]


def test_every_event_type_and_relation_has_one_view_group() -> None:
    ontology = _ontology()
    for name in (*_event_names() - {"Event"}, *RELATIONS, *DIRECT_LINKS):
        (group,) = ontology.objects(KG[name], KG.viewGroup)
        assert str(group) in VIEW_GROUPS


def test_every_support_kind_but_the_political_has_a_code() -> None:
    without = {
        vocab.local(str(kind))
        for kind in _ontology().subjects(RDF.type, KG.SupportKind)
        if (kind, KG.esdCode, None) not in _ontology()
    }
    assert without == {"Political"}


def test_ranges_are_classes_or_datatypes_that_exist() -> None:
    ontology = _ontology()
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for predicate in (RDFS.domain, RDFS.range, SCHEMA.domainIncludes, SCHEMA.rangeIncludes):
        for target in ontology.objects(None, predicate):
            assert target in classes or str(target).startswith((str(XSD), vocab.OWL)), target


def test_a_datatype_property_has_literals_and_an_object_property_has_things() -> None:
    ontology = _ontology()
    for kind, literal in ((OWL.DatatypeProperty, True), (OWL.ObjectProperty, False)):
        for term in ontology.subjects(RDF.type, kind):
            targets = {
                *ontology.objects(term, RDFS.range),
                *ontology.objects(term, SCHEMA.rangeIncludes),
            }
            assert targets, term
            assert all(str(target).startswith(str(XSD)) is literal for target in targets), term


def test_the_ontology_says_what_it_is() -> None:
    (header,) = _ontology().subjects(RDF.type, OWL.Ontology)
    found = {vocab.local(str(part)) for part in _ontology().predicates(header)}
    assert found == {"type", "label", "title", "description", "license", "versionInfo"}


def _undefined() -> Iterator[tuple[str, str]]:
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        used = {node for triple in Graph().parse(path) for node in triple if _is_term(node)}
        yield from ((path.name, str(node)) for node in sorted(used - set(_terms()), key=str))


def test_no_file_of_the_ontology_uses_an_undefined_term() -> None:
    assert list(_undefined()) == []


@pytest.mark.skipif(
    not CONTRACT.is_file(), reason="the vocabulary contract is not beside the checkout"
)
def test_every_term_named_in_the_contract_is_defined() -> None:
    named = set(re.findall(r"\bkg:(\w+)", CONTRACT.read_text(encoding="utf-8")))
    assert len(named) > 100
    assert named - {vocab.local(str(term)) for term in _terms()} == set()
