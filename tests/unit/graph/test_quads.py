"""An article's graph holds its Article, its Reports, their Tolls and Mentions, nothing else."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest

from graph.sheets import BASE, CLASSES, DAY, actor, bounded, deal, pair, place, report, sheet, toll
from kg import vocab
from kg.graph import quads
from kg.graph.quads import Sheet, article_quads, fact, links_of
from kg.graph.turtle import trig
from kg.ids import digest
from kg.model import Article, Document, Interval, IssueDate, Report, SegmentKind, Signature, Stance

JETS = replace(actor("Velmara", "State", surface="jets"), score=0.7)
SALIM = replace(place("Deir Salim", parent="place/ostrin"), position=(35.5, 36.25), geonames=7)
FULL = Sheet(
    local="article/raid-1",
    identifier="raid.txt",
    facts=(("title", "Raid"), ("publisher", "Ostrin Post")),
    issued=IssueDate(datetime.date(2020, 2, 5), "text", "the stamp"),
    content_hash="ab" * 32,
    reports=(
        report(
            "AirStrike",
            start=10,
            end=40,
            quote="jets killed 20, including three",
            trigger=(12, 16),
            roles={"initiator": (JETS,), "place": (SALIM,)},
            source=(actor("Ostrin Monitor", "Organization"),),
            stance=Stance.ALLEGED,
            when=Interval(DAY, None),
            date_text="on Monday",
            tolls=(
                toll(20, actor("civilians", "Population")),
                toll(3, actor("children", "Population"), part_of=0),
                bounded(None, 9, actor("civilians", "Population"), kind="Injured"),
            ),
            deal=deal("Ostrin truce"),
            facts=(("dateBasis", "told"),),
            segment=SegmentKind.HEADLINE,
            rule="strike",
            confidence=0.5,
            same_as="e7",
        ),
    ),
    signature=Signature(b"\0\1", 31),
    read_with="cd" * 32,
)
FULL_TRIG = """
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix article: <https://example.org/kg/id/article/> .
@prefix deal: <https://example.org/kg/id/deal/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix event: <https://example.org/kg/id/event/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix place: <https://example.org/kg/id/place/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://example.org/kg/id/report/raid-1/> .

article:raid-1 {
    article:raid-1 a kg:Article ;
        dcterms:identifier "raid.txt" ;
        dcterms:title "Raid" ;
        dcterms:language "en" ;
        dcterms:publisher "Ostrin Post" ;
        dcterms:issued "2020-02-05"^^xsd:date ;
        kg:issuedBasis "text" ;
        kg:issuedReason "the stamp" ;
        kg:contentHash "abababababababababababababababababababababababababababababababab" ;
        kg:readWith "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd" ;
        kg:signature "AAE="^^xsd:base64Binary ;
        kg:shingleCount 31 .
    <1> a kg:Report, kg:AirStrike, kg:Bombardment, kg:Attack, kg:ArmedEvent, kg:Event ;
        kg:reports event:e1 ;
        kg:article article:raid-1 ;
        kg:quote "jets killed 20, including three" ;
        kg:quoteStart 10 ;
        kg:quoteEnd 40 ;
        kg:triggerStart 12 ;
        kg:triggerEnd 16 ;
        kg:initiator actor:velmara ;
        kg:participant actor:velmara ;
        kg:place place:deir-salim ;
        kg:source actor:ostrin-monitor ;
        kg:stance kg:Alleged ;
        kg:concernsDeal deal:ostrin-truce ;
        kg:begin "2020-02-03"^^xsd:date ;
        kg:dateText "on Monday" ;
        kg:dateBasis "told" ;
        kg:segment "headline" ;
        kg:rule "strike" ;
        kg:confidence 0.5 ;
        kg:coreference "e7" ;
        kg:mention <../../mention/raid-1/1>, <../../mention/raid-1/2>, <../../mention/raid-1/3>,
            <../../mention/raid-1/4>, <../../mention/raid-1/5>, <../../mention/raid-1/6> ;
        kg:toll <1/toll/1>, <1/toll/2>, <1/toll/3> .
    <../../mention/raid-1/1> a kg:Mention ; kg:refersTo actor:children ;
        kg:mentionClass kg:Population ; kg:linkScore "1"^^xsd:decimal ; kg:surface "children" ;
        kg:linkRule "label" .
    <../../mention/raid-1/2> a kg:Mention ; kg:refersTo actor:civilians ;
        kg:mentionClass kg:Population ; kg:linkScore "1"^^xsd:decimal ; kg:surface "civilians" ;
        kg:linkRule "label" .
    <../../mention/raid-1/3> a kg:Mention ; kg:refersTo actor:ostrin-monitor ;
        kg:mentionClass kg:Organization ; kg:linkScore "1"^^xsd:decimal ;
        kg:surface "Ostrin Monitor" ;
        kg:linkRule "label" .
    <../../mention/raid-1/4> a kg:Mention ; kg:refersTo actor:velmara ;
        kg:mentionClass kg:State ; kg:linkScore 0.7 ; kg:surface "jets" ;
        kg:mentionLabel "Velmara" ; kg:linkRule "label" .
    <../../mention/raid-1/5> a kg:Mention ; kg:refersTo deal:ostrin-truce ;
        kg:mentionClass kg:CeasefireDeal ; kg:linkScore "1"^^xsd:decimal ;
        kg:surface "Ostrin truce" ;
        kg:linkRule "label" .
    <../../mention/raid-1/6> a kg:Mention ; kg:refersTo place:deir-salim ;
        kg:mentionClass kg:Settlement ; kg:linkScore "1"^^xsd:decimal ; kg:surface "Deir Salim" ;
        kg:linkRule "label" ; kg:mentionWithin place:ostrin ; kg:mentionPoint "35.5 36.25" ;
        kg:mentionGeoNames 7 .
    <1/toll/1> a kg:Toll ; kg:tollKind kg:Killed ; kg:count 20 ; kg:minCount 20 ; kg:maxCount 20 ;
        kg:figureStart 0 ; kg:figureEnd 5 ; kg:victims actor:civilians .
    <1/toll/2> a kg:Toll ; kg:tollKind kg:Killed ; kg:count 3 ; kg:minCount 3 ; kg:maxCount 3 ;
        kg:figureStart 0 ; kg:figureEnd 5 ; kg:victims actor:children ; kg:partOfToll <1/toll/1> .
    <1/toll/3> a kg:Toll ; kg:tollKind kg:Injured ; kg:maxCount 9 ;
        kg:figureStart 0 ; kg:figureEnd 5 ; kg:victims actor:civilians .
}
"""


def written(text: str) -> set[ox.Quad]:
    return set(ox.parse(text, format=ox.RdfFormat.TRIG))


def test_an_article_with_everything_is_written_whole() -> None:
    found = article_quads(FULL, {0: "event/e1"}, CLASSES, BASE)
    assert trig(found, BASE) == trig(written(FULL_TRIG), BASE)
    assert len(found) == len(set(found))


def about(one: Report, thing: str = "event/e1") -> set[tuple[str, str]]:
    """Properties of the only report of an article, with the last part of each value."""
    found = article_quads(sheet("x", one), {0: thing}, CLASSES, BASE)
    return {
        (vocab.local(quad.predicate.value), _last(quad.object))
        for quad in found
        if quad.subject == ox.NamedNode(f"{BASE}report/x/1")
    }


def _last(term: object) -> str:
    return vocab.local(term.value) if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def test_what_is_not_told_is_not_written() -> None:
    bare = report(roles={}, when=Interval(None, None))
    assert about(bare) == {
        ("type", "Report"),
        ("type", "Attack"),
        ("type", "ArmedEvent"),
        ("type", "Event"),
        ("reports", "e1"),
        ("article", "x"),
        ("quote", "words"),
        ("quoteStart", "0"),
        ("quoteEnd", "5"),
        ("triggerStart", "0"),
        ("triggerEnd", "5"),
        ("stance", "Asserted"),
        ("confidence", "1"),
        ("rule", "test"),
        ("segment", "body"),
    }


def test_an_undated_article_has_no_date_and_no_basis() -> None:
    found = article_quads(sheet("x"), {}, CLASSES, BASE)
    assert {vocab.local(quad.predicate.value) for quad in found} == {
        "type",
        "identifier",
        "contentHash",
        "language",
    }


def test_a_report_of_a_relation_has_no_trigger_and_keeps_its_ends() -> None:
    backing = pair("Backing", actor("Ilmar", "State"), actor("Northern Front"))
    found = about(backing, "backing/ilmar--northern-front")
    assert {("backer", "ilmar"), ("backed", "northern-front"), ("type", "Backing")} <= found
    assert not {name for name, _ in found} & {"triggerStart", "triggerEnd", "participant"}


def test_a_report_of_a_deal_does_not_concern_itself() -> None:
    told = report("CeasefireDeal", of="CeasefireDeal", deal=deal("Ostrin truce"))
    names = {name for name, _ in about(told, "deal/ostrin-truce")}
    assert "concernsDeal" not in names


def test_both_sides_take_part_and_sources_and_places_do_not() -> None:
    told = report(
        roles={
            "initiator": (actor("Northern Front"),),
            "target": (actor("Velmara", "State"), actor("Ilmar", "State")),
            "place": (place("Ostrin"),),
        },
        source=(actor("Monitor"),),
    )
    took_part = {who for name, who in about(told) if name == "participant"}
    assert took_part == {"northern-front", "velmara", "ilmar"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "agreedOn",
            "2020-02",
            ox.Literal("2020-02", datatype=ox.NamedNode(vocab.XSD + "gYearMonth")),
        ),
        ("status", "InForce", ox.NamedNode(vocab.KG + "InForce")),
        ("former", "true", ox.Literal("true", datatype=ox.NamedNode(vocab.XSD + "boolean"))),
        ("role", "leader", ox.Literal("leader")),
        ("term", "2020", ox.Literal("2020")),
    ],
)
def test_a_fact_has_the_type_of_its_property(
    name: str, value: str, expected: ox.NamedNode | ox.Literal
) -> None:
    assert fact(name, value) == expected


def test_all_that_a_report_names_is_linked() -> None:
    told = report(
        roles={"target": (actor("T"),), "initiator": (actor("I"),)},
        source=(actor("S"),),
        tolls=(toll(1, actor("V")),),
        deal=deal("D"),
    )
    assert [link.label for link in links_of(told)] == ["I", "T", "S", "V", "D"]


def article(identifier: str, text: str = "text", lead: str = "", **given: Any) -> Article:
    issued = IssueDate(DAY, "metadata", "told")
    return Article(Document(identifier, text, **given), (), issued, lead or None)


def test_a_sheet_carries_the_article_without_its_text() -> None:
    told = (report(),)
    assert quads.sheet(article("a raid.txt", publisher="Post", lead="Raid"), told) == Sheet(
        local=f"article/a-raid-{digest('a raid.txt', 'text')[:16]}",
        identifier="a raid.txt",
        facts=(("title", "Raid"), ("publisher", "Post")),
        issued=IssueDate(DAY, "metadata", "told"),
        content_hash=digest("text"),
        reports=told,
    )


def test_the_title_of_the_metadata_goes_before_the_headline() -> None:
    told = quads.sheet(article("x", title="Meta", lead="Head", url="https://example.org/x"), ())
    assert told.facts == (("title", "Meta"), ("source", "https://example.org/x"))


def test_one_name_with_two_texts_and_one_text_under_two_names_are_four_articles() -> None:
    made = [quads.sheet(article(name, text), ()).local for name in "ab" for text in "xy"]
    assert len(set(made)) == 4
    assert quads.sheet(article("n" * 300), ()).local.count("n") == 60
