"""From all articles' reports to all quads: the one function that decides what stands in a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.graph.consolidate import Thing, things
from kg.graph.copies import copies
from kg.graph.labels import gazetteer, learnt, named_links
from kg.graph.quads import Sheet, article_quads
from kg.graph.terms import leaves, node
from kg.graph.things import Merger
from kg.graph.tree import ontology, superclasses
from kg.resolve import world


@dataclass(frozen=True, slots=True)
class Assembly:
    """The graph of a build.

    Attributes:
        shared: the quads of every graph but the articles'.
        articles: each article's sheet, with the things that its reports tell of by their position.
        things: the merged things.
        copies: articles that copy another -> that one (IRIs without the base).
        classes: superclasses of each class.
        base: the base IRI.
    """

    shared: list[ox.Quad]
    articles: list[tuple[Sheet, dict[int, str]]]
    things: list[Thing]
    copies: dict[str, str]
    classes: Mapping[str, tuple[str, ...]]
    base: str

    @property
    def quads(self) -> Iterator[ox.Quad]:
        """Every quad; those of an article, the bulk of all, are made when it is its turn."""
        yield from self.shared
        for sheet, iris in self.articles:
            yield from article_quads(sheet, iris, self.classes, self.base)

    @property
    def counts(self) -> dict[str, int]:
        """How many of what there are: name -> number, in the order to tell them."""
        reports = [report for sheet, _ in self.articles for report in sheet.reports]
        actors = {link.iri for r in reports for links in r.roles.values() for link in links}
        of = [thing.of for thing in self.things]
        return {
            "articles": len(self.articles),
            "copies": len(self.copies),
            "actors": sum(iri.startswith("actor/") for iri in actors),
            "places": sum(iri.startswith("place/") for iri in actors),
            "backings": of.count("Backing"),
            "deals": of.count("CeasefireDeal"),
            "events": of.count("Event"),
            "tolls": sum(len(report.tolls) for report in reports),
            "reports": len(reports),
        }


def assemble(sheets: Sequence[Sheet], folder: Path, base: str) -> Assembly:
    """The whole graph of a set of articles.

    Args:
        sheets: the articles' reports, in any order.
        folder: the ontology folder.
        base: the base IRI.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.local)
    classes = superclasses(folder)
    links = named_links(ordered)
    known = gazetteer(links, folder, base)
    merged = things(ordered, classes)
    graph = leaves(base + vocab.CONSOLIDATED)
    triples = frozenset((_text(q.subject), q.predicate.value, _text(q.object)) for q in known)
    merger = Merger(graph, ordered, classes, base, triples)
    for thing in merged:
        merger.add(thing)
    copied = copies(ordered)
    for local, origin in sorted(copied.items()):
        graph.add(node(base + local), vocab.kg("copyOf"), node(base + origin))
        graph.add(node(base + local), vocab.PROV + "wasDerivedFrom", node(base + origin))
    learnt(links, world.load(folder).entities, graph, base)
    shared = [*known, *graph.quads, *_ontology_quads(folder, base)]
    articles = list(zip(ordered, _thing_of(merged, ordered), strict=True))
    return Assembly(shared, articles, merged, copied, classes, base)


def _thing_of(merged: list[Thing], sheets: Sequence[Sheet]) -> list[dict[int, str]]:
    """For each sheet, the thing that each of its reports tells of."""
    found: list[dict[int, str]] = [{} for _ in sheets]
    for thing in merged:
        for told in thing.told:
            found[told.sheet][told.at] = thing.iri
    return found


def _ontology_quads(folder: Path, base: str) -> list[ox.Quad]:
    graph = node(base + vocab.ONTOLOGY)
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for q in ontology(folder)]


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
