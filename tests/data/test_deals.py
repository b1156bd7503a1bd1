"""Lint of ontology/deals.ttl: what a curated ceasefire deal must be."""

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
DEAL = "https://example.org/kg/id/deal/"

STATUSES = {KG.Announced, KG.InForce, KG.Violated, KG.Collapsed, KG.Expired}
ROLES = (KG.broker, KG.party, KG.guarantor)
EXACTNESS = {XSD.date: r"\d{4}-\d\d-\d\d", XSD.gYearMonth: r"\d{4}-\d\d", XSD.gYear: r"\d{4}"}

PREFIXES = f"""@prefix deal: <{DEAL}> . @prefix kg: <{KG}> . @prefix skos: <{SKOS}> .
@prefix actor: <{ACTOR}> . @prefix place: <{PLACE}> . @prefix xsd: <{XSD}> .
"""


def name(node: rdflib.term.Node | None) -> str:
    """The slug of a deal, actor or place."""
    return str(node).rsplit("/", 1)[-1]


def slugs_of(*files: str) -> set[str]:
    """What some files of ontology/ describe, by slug; skips where one is absent."""
    found: set[str] = set()
    for file in files:
        path = folder("ontology") / file
        if not path.is_file():
            pytest.skip(f"ontology/{file} is not there yet")
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r"^(?:actor|place):(\S+) a ", text, flags=re.MULTILINE))
    return found


def misshapen(deals: rdflib.Graph) -> set[str]:
    """Not a ceasefire deal with one preferred label of this slug, or with a label told twice."""
    return {
        name(deal)
        for deal in deals.subjects(unique=True)
        for labels in [list(deals.objects(deal, SKOS.prefLabel))]
        if list(deals.objects(deal, RDF.type)) != [KG.CeasefireDeal]
        or len(labels) != 1
        or str(deal) != DEAL + slug(str(labels[0]))
        or labels[0] in set(deals.objects(deal, SKOS.altLabel))
    }


def undated(deals: rdflib.Graph) -> set[str]:
    """Not made on one day, month or year that exists; ended before it was made, or twice."""
    return {
        name(deal)
        for deal in deals.subjects(unique=True)
        for made, ended in [(told(deals, deal, KG.agreedOn), told(deals, deal, KG.endedOn))]
        if len(made) != 1
        or len(ended) > 1
        or not all(map(well_formed, made + ended))
        or any(str(end)[: len(str(made[0]))] < str(made[0]) for end in ended)
    }


def told(deals: rdflib.Graph, deal: rdflib.term.Node, of: rdflib.URIRef) -> list[rdflib.term.Node]:
    """What is told of the deal, as a list."""
    return list(deals.objects(deal, of))


def well_formed(moment: rdflib.term.Node) -> bool:
    """A date, month or year that exists, written as its datatype wants."""
    if not isinstance(moment, rdflib.Literal) or moment.datatype not in EXACTNESS:
        return False
    return not moment.ill_typed and bool(re.fullmatch(EXACTNESS[moment.datatype], str(moment)))


def unsettled(deals: rdflib.Graph) -> set[str]:
    """Several statuses, or none of the five; a deal that is over and told to go on."""
    return {
        name(deal)
        for deal in deals.subjects(unique=True)
        for statuses in [set(deals.objects(deal, KG.status))]
        if len(statuses) > 1
        or not statuses <= STATUSES
        or ((deal, KG.endedOn, None) in deals and not statuses <= {KG.Expired, KG.Collapsed})
    }


def vague(deals: rdflib.Graph) -> set[str]:
    """Applies to no place, or binds and was made by nobody."""
    return {
        name(deal)
        for deal in deals.subjects(unique=True)
        if (deal, KG.appliesTo, None) not in deals
        or not any((deal, role, None) in deals for role in ROLES)
    }


@pytest.fixture(scope="module")
def deals() -> rdflib.Graph:
    """The curated deals."""
    return rdflib.Graph().parse(folder("ontology") / "deals.ttl", format="turtle")


RULES = (misshapen, undated, unsettled, vague)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_curated_deal_breaks_a_rule(
    rule: Callable[[rdflib.Graph], set[str]], deals: rdflib.Graph
) -> None:
    assert rule(deals) == set()


DUN = 'deal:dun-truce a kg:CeasefireDeal ; skos:prefLabel "Dun truce" ; kg:agreedOn'


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (misshapen, 'deal:dun-truce skos:prefLabel "Dun truce" .'),
        (misshapen, 'deal:dun-truce a kg:CeasefireDeal ; skos:prefLabel "Truce of Dun" .'),
        (misshapen, f'{DUN} "2031"^^xsd:gYear ; skos:prefLabel "Dun deal" .'),
        (misshapen, f'{DUN} "2031"^^xsd:gYear ; skos:altLabel "Dun truce" .'),
        (undated, 'deal:dun-truce skos:prefLabel "Dun truce" .'),
        (undated, f'{DUN} "2031" .'),
        (undated, f'{DUN} "2031-05"^^xsd:date .'),
        (undated, f'{DUN} "2031-02-30"^^xsd:date .'),
        (undated, f'{DUN} "2031"^^xsd:gYear, "2032"^^xsd:gYear .'),
        (undated, f'{DUN} "2031-05-02"^^xsd:date ; kg:endedOn "2031-05-01"^^xsd:date .'),
        (undated, f'{DUN} "2031-05"^^xsd:gYearMonth ; kg:endedOn "2031-04-30"^^xsd:date .'),
        (unsettled, f'{DUN} "2031"^^xsd:gYear ; kg:status kg:Asserted .'),
        (unsettled, f'{DUN} "2031"^^xsd:gYear ; kg:status kg:Expired, kg:Collapsed .'),
        (unsettled, f'{DUN} "2031"^^xsd:gYear ; kg:endedOn "2031" ; kg:status kg:InForce .'),
        (vague, f'{DUN} "2031"^^xsd:gYear ; kg:party actor:velmara .'),
        (vague, f'{DUN} "2031"^^xsd:gYear ; kg:appliesTo place:dun .'),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_broken_deal_is_found(rule: Callable[[rdflib.Graph], set[str]], broken: str) -> None:
    graph = rdflib.Graph().parse(data=PREFIXES + broken, format="turtle")
    assert rule(graph) == {"dun-truce"}


def test_a_deal_may_end_on_the_day_it_was_made() -> None:
    day = f"""{DUN} "2031-05-02"^^xsd:date ; kg:endedOn "2031-05-02"^^xsd:date ;
        kg:status kg:Collapsed ; kg:party actor:velmara ; kg:appliesTo place:dun ."""
    graph = rdflib.Graph().parse(data=PREFIXES + day, format="turtle")
    assert [rule(graph) for rule in RULES] == [set() for _ in RULES]


def test_a_label_means_one_deal(deals: rdflib.Graph) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for kind in (SKOS.prefLabel, SKOS.altLabel):
        for deal, label in deals.subject_objects(kind):
            bearers[str(label).casefold()].add(name(deal))
    assert {label: found for label, found in bearers.items() if len(found) > 1} == {}


def test_those_bound_by_a_deal_are_known_actors(deals: rdflib.Graph) -> None:
    known = slugs_of("actors.ttl", "states.ttl")
    bound = {name(actor) for role in ROLES for actor in deals.objects(None, role)}
    assert bound - known == set()


def test_deals_apply_to_known_places(deals: rdflib.Graph) -> None:
    known = slugs_of("places.ttl")
    assert {name(place) for place in deals.objects(None, KG.appliesTo)} - known == set()


def test_same_as_leads_to_wikidata(deals: rdflib.Graph) -> None:
    items = {str(item) for item in deals.objects(None, OWL.sameAs)}
    assert [i for i in items if not re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+", i)] == []


@pytest.mark.parametrize(
    ("words", "deal", "made"),
    [
        ("Sochi ceasefire deal", "sochi-agreement-2018", "2018-09-17"),
        ("Moscow protocol", "moscow-protocol-2020", "2020-03-05"),
        ("Minsk II", "minsk-ii-2015", "2015-02-12"),
        ("Stockholm Agreement", "stockholm-agreement-2018", "2018-12-13"),
        ("Pretoria Agreement", "pretoria-agreement-2022", "2022-11-02"),
    ],
)
def test_words_of_the_press_lead_to_their_deal(
    words: str, deal: str, made: str, deals: rdflib.Graph
) -> None:
    found = set(deals.subjects(SKOS.altLabel, rdflib.Literal(words)))
    assert {name(node) for node in found} == {deal}
    assert [str(on) for node in found for on in deals.objects(node, KG.agreedOn)] == [made]


def test_the_file_covers_the_wars(deals: rdflib.Graph) -> None:
    assert len(set(deals.subjects())) >= 40
