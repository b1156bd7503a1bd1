"""The words by which an article names a thing, with the rule that tied them to it and its score.

A mention is a node of its own in the article's graph, told once for all reports that name the
thing alike; `kg:mention` leads to it from each of them. Where one report names a thing in several
ways, each of its mentions says in which role it does (`kg:mentionRole`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.terms import Leaves, decimal, integer, kg, node
from kg.model import Link, Report

#: Roles beside those that are properties of a report.
SOURCE = "source"
DEAL = "deal"
PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Mention:
    """A link as an article's graph keeps it.

    Attributes:
        link: the words and what they are tied to.
        role: where a report names the thing so; "" if the property that leads to it tells.
    """

    link: Link
    role: str = ""


def victims(number: int) -> str:
    """The role of those whom a report's toll counts, by the toll's position."""
    return f"victims {number + 1}"


def roles_of(report: Report) -> Iterator[tuple[str, Link]]:
    """Every link of a report with the role that it has there."""
    for role, links in report.roles.items():
        yield from ((role, link) for link in links)
    yield from ((SOURCE, link) for link in report.source)
    for at, toll in enumerate(report.tolls):
        yield from ((victims(at), link) for link in toll.victims)
    if report.deal is not None:
        yield DEAL, report.deal


def mentions_of(report: Report) -> list[Mention]:
    """The mentions that a report needs, each once."""
    ways: dict[str, set[Link]] = {}
    for _, link in roles_of(report):
        ways.setdefault(link.iri, set()).add(link)
    found = {
        Mention(link, role if len(ways[link.iri]) > 1 or _is_untold(report, role, link) else "")
        for role, link in roles_of(report)
    }
    return sorted(found, key=_order)


def _is_untold(report: Report, role: str, link: Link) -> bool:
    """Whether no property of the report tells that the link has the role."""
    if role == DEAL:  # of a report of the deal itself, kg:reports leads there, once it is merged
        return report.of != "Event"
    # Who acts or is acted on stands under kg:participant anyway.
    return role == PARTICIPANT and link.iri in {one.iri for one in acting(report)}


def acting(report: Report) -> list[Link]:
    """Who acts and who is acted on: participants, even where they are not told as such."""
    return [link for role in ("initiator", "target") for link in report.roles.get(role, ())]


def link_order(link: Link) -> tuple[object, ...]:
    """What links are sorted by: a total order of different links."""
    return (
        link.iri, link.surface, link.rule, link.score, link.cls, link.label, link.parent,
        link.position or (), link.geonames,
    )  # fmt: skip


def _order(mention: Mention) -> tuple[object, ...]:
    return (*link_order(mention.link), mention.role)


def add_mentions(
    graph: Leaves, local: str, reports: Sequence[tuple[ox.NamedNode, Report]], base: str
) -> None:
    """The mentions of an article, and what leads to them from its reports.

    Args:
        graph: the article's graph.
        local: the article's IRI without the base.
        reports: each with its IRI.
        base: the base IRI.
    """
    own = [(iri, mentions_of(report)) for iri, report in reports]
    ordered = sorted({mention for _, found in own for mention in found}, key=_order)
    stem = f"{base}mention/{local.removeprefix('article/')}"
    nodes = {mention: node(f"{stem}/{at + 1}") for at, mention in enumerate(ordered)}
    for mention, iri in nodes.items():
        _add(graph, iri, mention, base)
    for iri, found in own:
        graph.add(iri, vocab.kg("mention"), *(nodes[mention] for mention in found))


def _add(graph: Leaves, iri: ox.NamedNode, mention: Mention, base: str) -> None:
    link = mention.link
    graph.add(iri, vocab.TYPE, kg("Mention"))
    graph.add(iri, vocab.kg("refersTo"), node(base + link.iri))
    graph.add(iri, vocab.kg("mentionClass"), kg(link.cls))
    graph.add(iri, vocab.kg("linkScore"), decimal(link.score))
    texts = {
        "surface": link.surface,
        "linkRule": link.rule,
        # Most often the words are the label.
        "mentionLabel": "" if link.label == link.surface else link.label,
        "mentionRole": mention.role,
        "mentionPoint": " ".join(map(str, link.position or ())),
    }
    for name, text in texts.items():
        if text:
            graph.add(iri, vocab.kg(name), ox.Literal(text))
    if link.parent:
        graph.add(iri, vocab.kg("mentionWithin"), node(base + link.parent))
    if link.geonames:
        graph.add(iri, vocab.kg("mentionGeoNames"), integer(link.geonames))
