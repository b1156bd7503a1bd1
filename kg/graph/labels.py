"""Labels and links of things: curated ones in the gazetteer, learnt ones beside."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeGuard

import pyoxigraph as ox

from kg import vocab
from kg.graph.quads import Sheet, links_of
from kg.graph.terms import Leaves, kg, leaves, node
from kg.model import Link
from kg.resolve import world as worlds

#: Classes of actors that only names are further names of.
_NAMED_ONLY = ("ArmedGroup", "Organization", "Person")
#: Latitude and longitude, as the vocabulary of WGS 84 and the known world name them.
_POINT = ("lat", "long")


def named_links(sheets: Sequence[Sheet]) -> list[Link]:
    """All links of all reports, in a fixed order, repeated surfaces once."""
    links = {
        (link.iri, link.surface): link
        for sheet in sheets
        for r in sheet.reports
        for link in links_of(r)
    }
    return [links[at] for at in sorted(links)]


def roots(links: Iterable[Link]) -> set[str]:
    """IRIs of things and of those that hold them."""
    return {iri for link in links for iri in (link.iri, link.parent) if iri}


def gazetteer(iris: Iterable[str], folder: Path, base: str) -> list[ox.Quad]:
    """The curated triples of the things named, and of the things that those name in turn.

    A graph of ten articles does not carry the whole known world.

    Args:
        iris: the things named, as from `roots`.
        folder: the ontology folder.
        base: the base IRI.
    """
    graph = leaves(base + vocab.GAZETTEER)
    by_subject = worlds.quads_of(folder)
    named = {vocab.DEFAULT_BASE + iri for iri in iris}
    waiting = deque(sorted(named & by_subject.keys()))
    seen = set(waiting)
    while waiting:
        for quad in by_subject[waiting.popleft()]:
            graph.quads.append(_rebased(quad, base, graph.graph))
            target = _value(quad.object)
            if target in by_subject and target not in seen:
                seen.add(target)
                waiting.append(target)
    return graph.quads


def known(iris: Iterable[str], folder: Path) -> set[str]:
    """Those of some things that are curated."""
    by_subject = worlds.quads_of(folder)
    return {iri for iri in iris if vocab.DEFAULT_BASE + iri in by_subject}


def curated(iris: Iterable[str], folder: Path, base: str) -> list[ox.Quad]:
    """The curated triples of some things and of no others, as in `gazetteer`."""
    graph, by_subject = node(base + vocab.GAZETTEER), worlds.quads_of(folder)
    found = (quad for iri in iris for quad in by_subject.get(vocab.DEFAULT_BASE + iri, ()))
    return [_rebased(quad, base, graph) for quad in found]


def _rebased(quad: ox.Quad, base: str, graph: ox.NamedNode) -> ox.Quad:
    if base == vocab.DEFAULT_BASE:
        return ox.Quad(quad.subject, quad.predicate, quad.object, graph)
    subject = node(_moved(quad.subject.value, base)) if _is_iri(quad.subject) else quad.subject
    target = node(_moved(quad.object.value, base)) if _is_iri(quad.object) else quad.object
    return ox.Quad(subject, quad.predicate, target, graph)


def _is_iri(term: object) -> TypeGuard[ox.NamedNode]:
    return isinstance(term, ox.NamedNode)


def _moved(iri: str, base: str) -> str:
    ours = iri.startswith(vocab.DEFAULT_BASE)
    return base + iri.removeprefix(vocab.DEFAULT_BASE) if ours else iri


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def learnt(
    links: Sequence[Link], entities: Mapping[str, worlds.Entity], graph: Leaves, base: str
) -> None:
    """Labels that articles taught: new things whole, and new spellings of curated ones."""
    places = {link.iri: link for link in links if link.is_place and link.parent}
    for iri, own in _by_iri(links):
        subject = node(base + iri)
        entity = entities.get(iri)
        known = {entity.label, *entity.aliases} if entity is not None else {own[0].label}
        if entity is None:
            graph.add(subject, vocab.TYPE, kg(own[0].cls))
            graph.add(subject, vocab.PREF_LABEL, ox.Literal(own[0].label))
            if iri in places and places[iri].parent != iri:
                graph.add(subject, vocab.kg("within"), node(base + places[iri].parent))
            _position(subject, own[0], entities.get(own[0].parent), graph)
        surfaces = {
            link.surface for link in own if link.surface and (entity is None or _is_name(link))
        } - known
        graph.add(subject, vocab.ALT_LABEL, *(ox.Literal(surface) for surface in sorted(surfaces)))


def _is_name(link: Link) -> bool:
    """Whether what a curated thing is called is a name: not "the country", "the affiliate".

    What states, their forces and deals are called says who is meant: "state media", "the truce".
    """
    describes = link.surface.islower() and (link.is_place or link.cls in _NAMED_ONLY)
    return not describes


def _position(
    subject: ox.NamedNode, link: Link, holder: worlds.Entity | None, graph: Leaves
) -> None:
    """Where a place lies: as the gazetteer has it, with its record at GeoNames, else its town.

    A part, square or road of a town that has no point of its own stands at the town's.
    """
    degrees = [f"{value:.4f}" for value in link.position or ()]
    if not degrees and holder is not None and holder.cls == "Settlement":
        degrees = [holder.one(name) for name in _POINT if holder.one(name)]
    for name, text in zip(_POINT, degrees, strict=False):
        decimal = ox.Literal(text, datatype=ox.NamedNode(vocab.XSD + "decimal"))
        graph.add(subject, vocab.WGS84 + name, decimal)
    if link.geonames:
        graph.add(subject, vocab.EXACT_MATCH, node(f"https://sws.geonames.org/{link.geonames}/"))


def _by_iri(links: Sequence[Link]) -> Iterator[tuple[str, list[Link]]]:
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(link.iri, []).append(link)
    yield from groups.items()
