"""From all articles' reports to all quads: the one function that decides what stands in a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.graph.consolidate import Thing, things
from kg.graph.copies import copies
from kg.graph.corrections.apply import apply
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.effect import Corrected, Effect
from kg.graph.corrections.quads import Shown, relabelled
from kg.graph.deal_history import DealHistory
from kg.graph.deal_steps import tellings
from kg.graph.engagements import Engagement, Engagements
from kg.graph.fighting import Fighting
from kg.graph.labels import gazetteer, learnt, named_links, roots
from kg.graph.opponents import fights, sides_of, ties
from kg.graph.quads import Sheet, article_quads
from kg.graph.terms import leaves, node
from kg.graph.things import Merger
from kg.graph.tree import ontology, superclasses
from kg.model import Link
from kg.resolve import world


@dataclass(frozen=True, slots=True)
class Assembly:
    """The graph of a build.

    Attributes:
        shared: the quads of every graph but the articles'.
        articles: each article's sheet, with the things that its reports tell of by their position.
        things: the merged things.
        engagements: the events among them in which armed actors fought.
        copies: articles that copy another -> that one (IRIs without the base).
        classes: superclasses of each class.
        base: the base IRI.
        unused: the corrections that did not do what they say.
    """

    shared: list[ox.Quad]
    articles: list[tuple[Sheet, dict[int, str]]]
    things: list[Thing]
    engagements: list[Engagement]
    copies: dict[str, str]
    classes: Mapping[str, tuple[str, ...]]
    base: str
    unused: tuple[Effect, ...] = ()

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


def assemble(
    sheets: Sequence[Sheet], folder: Path, base: str, corrections: Sequence[Correction] = ()
) -> Assembly:
    """The whole graph of a set of articles.

    Args:
        sheets: the articles' reports, in any order.
        folder: the ontology folder.
        base: the base IRI.
        corrections: what people have put right; it shows in the merged things, while each article's
            graph stays as told.

    Raises:
        CorrectionError: if two corrections contradict each other.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.local)
    classes = superclasses(folder)
    curated = world.load(folder).entities
    corrected = apply(ordered, corrections, curated)
    links = _links(ordered, corrected)
    known = relabelled(gazetteer(roots(links), folder, base), corrected, base)
    merged = things(corrected.sheets, classes, folder, corrected.constraints)
    triples = triples_of(known)
    copied = copies(ordered)
    graph = leaves(base + vocab.CONSOLIDATED)
    merger = Merger(graph, corrected.sheets, classes, base, triples, copied, corrected.numbers)
    consolidated(merger, merged, copied, links, curated)
    engagements = Engagements(corrected.sheets, classes, copied).of(merged)
    told = derived(merger, merged, engagements, curated)
    own = [q for q in relabelled(told, corrected, base) if triple_of(q) not in triples]
    shared = [*known, *own, *_ontology_quads(folder, base)]
    iris = _thing_of(merged, corrected)
    shared += _shown(iris, corrected, shared, base)
    articles = list(zip(ordered, iris, strict=True))
    return Assembly(shared, articles, merged, engagements, copied, classes, base, corrected.unused)


def consolidated(
    merger: Merger,
    merged: Sequence[Thing],
    copied: Mapping[str, str],
    links: Sequence[Link],
    curated: Mapping[str, world.Entity],
) -> list[ox.Quad]:
    """What the graph of merged things says of things, copies and names.

    Args:
        merger: writes into an empty graph.
        merged: the things.
        copied: copies -> the article that each copies, both without the base.
        links: all links of what was named.
        curated: IRI without the base -> curated thing.
    """
    graph, base = merger.graph, merger.base
    for thing in merged:
        merger.add(thing)
    for local, origin in sorted(copied.items()):
        graph.add(node(base + local), vocab.kg("copyOf"), node(base + origin))
        graph.add(node(base + local), vocab.PROV + "wasDerivedFrom", node(base + origin))
    learnt(links, curated, graph, base)
    return graph.quads


def derived(
    merger: Merger,
    merged: Sequence[Thing],
    engagements: Iterable[Engagement],
    curated: Mapping[str, world.Entity],
) -> list[ox.Quad]:
    """What the graph of merged things says beside them: lives of deals, and who fought whom.

    As `consolidated`.
    """
    graph, base = merger.graph, merger.base
    history = DealHistory(graph, merger.sheets, base, merger.copied, merger.numbers)
    for deal, told in sorted(tellings(merged).items()):
        history.add(deal, told)
    fighting = Fighting(graph, base)
    sides = sides_of({tie for thing in merged for tie in ties(thing)}, curated)
    for fight in fights(engagements, sides):
        fighting.add(fight)
    return graph.quads


def triple_of(quad: ox.Quad) -> tuple[str, str, str]:
    """What a quad says, in its characters."""
    return _text(quad.subject), quad.predicate.value, _text(quad.object)


def triples_of(quads: Iterable[ox.Quad]) -> frozenset[tuple[str, str, str]]:
    """What quads say, in whichever graphs."""
    return frozenset(map(triple_of, quads))


def _links(sheets: Sequence[Sheet], corrected: Corrected) -> list[Link]:
    """All things named as corrected, and those that only an article's own graph still names.

    The latter keep their label, but no further name: that is now another thing's, or nothing's.
    What was merged lends its label to what it has become part of.
    """
    links = named_links(corrected.sheets)
    seen = {link.iri: link for link in links}
    told = {link.iri: link for link in named_links(sheets) if link.iri not in seen}
    links += [replace(told[iri], surface="") for iri in sorted(told)]
    return links + [
        replace(seen[into], surface=told[iri].label)
        for iri, into in sorted(corrected.merged.items())
        if iri in told and into in seen
    ]


def _thing_of(merged: list[Thing], corrected: Corrected) -> list[dict[int, str]]:
    """For each sheet, the thing that each of its reports tells of, by their position as told."""
    found: list[dict[int, str]] = [{} for _ in corrected.sheets]
    for thing in merged:
        for told in thing.told:
            found[told.sheet][corrected.numbers[told.sheet][told.at]] = thing.iri
    return found


def _shown(
    iris: Sequence[Mapping[int, str]],
    corrected: Corrected,
    quads: Sequence[ox.Quad],
    base: str,
) -> list[ox.Quad]:
    """The graph of corrections."""
    if not corrected.effects:
        return []
    told = {
        (sheet.local, at): iri
        for sheet, own in zip(corrected.sheets, iris, strict=True)
        for at, iri in own.items()
    }
    present = frozenset(_text(quad.subject).removeprefix(base) for quad in quads)
    return Shown(base, told, present).quads(corrected)


def _ontology_quads(folder: Path, base: str) -> list[ox.Quad]:
    graph = node(base + vocab.ONTOLOGY)
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for q in ontology(folder)]


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
