"""One article's named graph: the Article, its Reports, their Tolls and Mentions, nothing else.

All that is kept of a sheet stands there, and `kg.graph.decode` reads it back; only what a report
is merged into (`kg:reports`) hangs on the other articles.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import pyoxigraph as ox

from kg import vocab
from kg.graph.mentions import add_mentions
from kg.graph.terms import Leaves, date_as_told, day, decimal, integer, kg, leaves, node
from kg.ids import digest, slug
from kg.model import Article, Document, IssueDate, Link, Report, Signature, Toll

#: Properties whose values are dates as exact as told.
_AS_TOLD = ("agreedOn",)
#: Properties whose values are ontology terms.
TERMS = ("status", "stepKind")
#: What a report can be of.
KINDS = ("Event", "CeasefireDeal", "Backing", "Control", "Affiliation", "Leadership")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one article says: all that the graph needs of it, without the text.

    Attributes:
        local: the article's IRI without the base; differs for files of one name and other text.
        identifier: the file's name, or the record's id.
        facts: Dublin Core local name -> value ("title", "publisher", "source").
        issued: its date, with basis and reason.
        content_hash: SHA-256 of the text as decoded.
        reports: in text order.
        language: the article's, a code.
        wires: news agencies that it credits.
        signature: of its words, to find copies by, or None.
        read_with: digest of all beside the text that its reports hang on, "" if not told.
    """

    local: str
    identifier: str
    facts: tuple[tuple[str, str], ...]
    issued: IssueDate
    content_hash: str
    reports: tuple[Report, ...]
    language: str = "en"
    wires: tuple[str, ...] = ()
    signature: Signature | None = None
    read_with: str = ""


def local_of(document: Document) -> str:
    """The IRI, without the base, of the article that a document holds."""
    stem = PurePath(document.identifier).stem or document.identifier
    return f"article/{slug(stem)[:60]}-{digest(document.identifier, document.text)[:16]}"


def hash_of(document: Document) -> str:
    """The content hash of a document."""
    return digest(document.text)


def sheet(article: Article, reports: Sequence[Report]) -> Sheet:
    """The sheet of an article."""
    document = article.document
    facts = (
        ("title", document.title or article.title),
        ("publisher", document.publisher),
        ("source", document.url),
    )
    return Sheet(
        local=local_of(document),
        identifier=document.identifier,
        facts=tuple((name, value) for name, value in facts if value),
        issued=article.issued,
        content_hash=hash_of(document),
        reports=tuple(reports),
        language=article.language,
        wires=article.wires,
        signature=article.signature,
    )


def article_quads(
    sheet: Sheet, things: Mapping[int, str], classes: Mapping[str, tuple[str, ...]], base: str
) -> list[ox.Quad]:
    """The named graph of an article.

    Args:
        sheet: the article and its reports.
        things: position of a report -> IRI, without the base, of the thing it reports, as far as
            that is known yet; a report that a correction rejects has none.
        classes: superclasses of each class (`tree.superclasses`).
        base: the base IRI.
    """
    iri = node(base + sheet.local)
    graph = leaves(iri.value)
    _article(graph, iri, sheet)
    named = [(report_node(sheet, at, base), report) for at, report in enumerate(sheet.reports)]
    for subject, report in named:
        _report(graph, subject, report, classes, base)
        graph.add(subject, vocab.kg("article"), iri)
    add_mentions(graph, sheet.local, named, base)
    return graph.quads + reports_quads(sheet, things, base)


def report_node(sheet: Sheet, at: int, base: str) -> ox.NamedNode:
    """The IRI of the report at a position of an article."""
    return node(f"{base}report/{sheet.local.removeprefix('article/')}/{at + 1}")


def reports_quads(sheet: Sheet, things: Mapping[int, str], base: str) -> list[ox.Quad]:
    """What ties an article's reports to merged things: all of its graph that others bear on."""
    graph = leaves(base + sheet.local)
    for at, thing in sorted(things.items()):
        graph.add(report_node(sheet, at, base), vocab.kg("reports"), node(base + thing))
    return graph.quads


def _article(graph: Leaves, iri: ox.NamedNode, sheet: Sheet) -> None:
    issued = sheet.issued
    graph.add(iri, vocab.TYPE, kg("Article"))
    graph.add(iri, vocab.DCTERMS + "identifier", ox.Literal(sheet.identifier))
    for name, value in sheet.facts:
        graph.add(iri, vocab.DCTERMS + name, ox.Literal(value))
    graph.add(iri, vocab.DCTERMS + "language", ox.Literal(sheet.language))
    graph.add(iri, vocab.kg("wireSource"), *(ox.Literal(name) for name in sheet.wires))
    graph.add(iri, vocab.kg("contentHash"), ox.Literal(sheet.content_hash))
    if sheet.read_with:
        graph.add(iri, vocab.kg("readWith"), ox.Literal(sheet.read_with))
    if sheet.signature is not None:
        graph.add(iri, vocab.kg("signature"), _octets(sheet.signature.least))
        graph.add(iri, vocab.kg("shingleCount"), integer(sheet.signature.size))
    if issued.day is not None:
        graph.add(iri, vocab.DCTERMS + "issued", day(issued.day))
        graph.add(iri, vocab.kg("issuedBasis"), ox.Literal(issued.basis))
    for name, bound in (("issuedEarliest", issued.earliest), ("issuedLatest", issued.latest)):
        if bound is not None:
            graph.add(iri, vocab.kg(name), day(bound))
    if issued.reason:
        graph.add(iri, vocab.kg("issuedReason"), ox.Literal(issued.reason))


def _octets(octets: bytes) -> ox.Literal:
    text = base64.b64encode(octets).decode("ascii")
    return ox.Literal(text, datatype=node(vocab.XSD + "base64Binary"))


def _report(
    graph: Leaves,
    iri: ox.NamedNode,
    report: Report,
    classes: Mapping[str, tuple[str, ...]],
    base: str,
) -> None:
    graph.add(iri, vocab.TYPE, kg("Report"), *(kg(name) for name in classes[report.type]))
    _evidence(graph, iri, report)
    for role, links in report.roles.items():
        graph.add(iri, vocab.kg(role), *(node(base + link.iri) for link in links))
        if role in ("initiator", "target"):
            graph.add(iri, vocab.kg("participant"), *(node(base + link.iri) for link in links))
    graph.add(iri, vocab.kg("source"), *(node(base + link.iri) for link in report.source))
    if report.deal is not None and report.of == "Event":
        graph.add(iri, vocab.kg("concernsDeal"), node(base + report.deal.iri))
    _time(graph, iri, report)
    _facts(graph, iri, report)
    _tolls(graph, iri, report.tolls, base)


def _evidence(graph: Leaves, iri: ox.NamedNode, report: Report) -> None:
    graph.add(iri, vocab.kg("quoteStart"), integer(report.start))
    graph.add(iri, vocab.kg("quoteEnd"), integer(report.end))
    if report.of == "Event":
        graph.add(iri, vocab.kg("triggerStart"), integer(report.trigger[0]))
        graph.add(iri, vocab.kg("triggerEnd"), integer(report.trigger[1]))
    graph.add(iri, vocab.kg("quote"), ox.Literal(report.quote))
    graph.add(iri, vocab.kg("stance"), kg(report.stance.value))
    graph.add(iri, vocab.kg("confidence"), decimal(report.confidence))
    graph.add(iri, vocab.kg("rule"), ox.Literal(report.rule))
    graph.add(iri, vocab.kg("segment"), ox.Literal(report.segment.value))
    if report.same_as:
        graph.add(iri, vocab.kg("coreference"), ox.Literal(report.same_as))


def _time(graph: Leaves, iri: ox.NamedNode, report: Report) -> None:
    if report.when.begin is not None:
        graph.add(iri, vocab.kg("begin"), day(report.when.begin))
    if report.when.end is not None:
        graph.add(iri, vocab.kg("end"), day(report.when.end))
    if report.date_text:
        graph.add(iri, vocab.kg("dateText"), ox.Literal(report.date_text))


def _facts(graph: Leaves, iri: ox.NamedNode, report: Report) -> None:
    for name, value in report.facts:
        graph.add(iri, vocab.kg(name), fact(name, value))


def fact(name: str, value: str) -> ox.NamedNode | ox.Literal:
    """The value of a report's further property, in its type."""
    if name in _AS_TOLD:
        return date_as_told(value)
    if name in TERMS:
        return kg(value)
    if value in ("true", "false"):
        return ox.Literal(value, datatype=ox.NamedNode(vocab.XSD + "boolean"))
    return ox.Literal(value)


def _tolls(graph: Leaves, report: ox.NamedNode, tolls: tuple[Toll, ...], base: str) -> None:
    nodes = [node(f"{report.value}/toll/{at + 1}") for at in range(len(tolls))]
    for iri, toll in zip(nodes, tolls, strict=True):
        graph.add(report, vocab.kg("toll"), iri)
        graph.add(iri, vocab.TYPE, kg("Toll"))
        graph.add(iri, vocab.kg("tollKind"), kg(toll.kind))
        graph.add(iri, vocab.kg("figureStart"), integer(toll.start))
        graph.add(iri, vocab.kg("figureEnd"), integer(toll.end))
        for name, value in (("count", toll.count), ("minCount", toll.low), ("maxCount", toll.high)):
            if value is not None:
                graph.add(iri, vocab.kg(name), integer(value))
        graph.add(iri, vocab.kg("victims"), *(node(base + link.iri) for link in toll.victims))
        if toll.part_of is not None:
            graph.add(iri, vocab.kg("partOfToll"), nodes[toll.part_of])


def links_of(report: Report) -> list[Link]:
    """All actors, places and deals that a report names, in a fixed order."""
    links = [link for role in sorted(report.roles) for link in report.roles[role]]
    links += [*report.source, *(link for toll in report.tolls for link in toll.victims)]
    return links + ([report.deal] if report.deal is not None else [])
