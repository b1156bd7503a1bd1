"""One thing and all that is said of it: its facts, then each report with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.graph.life import life
from kg.graph.names import find, names_of, spaced
from kg.terminal import single_line
from kg.vocab import ALT_LABEL, DCTERMS, KG, PREF_LABEL, TYPE, WGS84, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.answer import Node, Term
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

_OTHER_FACTS = {
    ALT_LABEL: "Also called",
    WGS84 + "lat": "Latitude",
    WGS84 + "long": "Longitude",
    "http://www.w3.org/2002/07/owl#sameAs": "Same as",
    "http://www.w3.org/2004/02/skos/core#exactMatch": "Same as",
    "http://www.w3.org/2004/02/skos/core#definition": "Definition",
}

#: What a card shows in other places than among the facts.
_ELSEWHERE = frozenset((TYPE, PREF_LABEL, kg("step")))


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a thing, in words, and its values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report of a thing.

    Attributes:
        what: what is reported ("Air strike", "Backing").
        quote: the article's words.
        outlet: the article's publisher, or "".
        article: the article's identifier.
        issued: the day it was published, or "".
        says: who the article says said so; empty for the article itself.
        stance: "Asserted", "Denied", "Alleged" or "Planned".
        start: offset of the quote in the article.
    """

    what: str
    quote: str
    outlet: str
    article: str
    issued: str
    says: tuple[str, ...]
    stance: str
    start: int


@dataclass(frozen=True, slots=True)
class Card:
    """A thing with its facts, sorted, and its reports, by day and place in the article.

    Attributes:
        history: of a ceasefire deal, what became of it, a line for each step.
    """

    iri: str
    label: str
    type: str
    facts: tuple[Fact, ...]
    reports: tuple[Evidence, ...]
    history: tuple[str, ...] = ()


def show(handle: GraphHandle, name: str) -> list[Card]:
    """A card for each actor, place, deal or event that a name means (kg.graph.names.find).

    Raises:
        QueryError: if nothing is called so; its advice names what looks most alike.
    """
    names = names_of(handle)
    return [_card(names, node) for node in find(handle, name)]


def card_text(card: Card) -> str:
    """A card for a terminal."""
    lines = [f"{single_line(card.label)} ({card.type.lower()})", f"  {card.iri}"]
    lines += [f"  {fact.name}: {single_line(', '.join(fact.values))}" for fact in card.facts]
    if card.history:
        lines += ["  History:", *(f"    {single_line(line)}" for line in card.history)]
    lines.append(f"\n{len(card.reports)} report{'s' if len(card.reports) != 1 else ''}")
    for report in card.reports:
        where = ", ".join(filter(None, [report.outlet, report.article]))
        lines += [
            "",
            f"  “{single_line(report.quote)}”",
            f"    {report.issued or 'undated'}  {single_line(where)}  at {report.start}",
            f"    {report.what.lower()}, {report.stance.lower()} by "
            + (single_line(", ".join(report.says)) or "the article"),
        ]
    return "\n".join(lines) + "\n"


def _card(names: Names, node: NamedNode) -> Card:
    reports = (_evidence(names, report) for report in reports_of(names, node))
    ordered = sorted(reports, key=lambda told: (told.issued, told.article, told.start, told.what))
    facts = tuple(sorted(_facts(names, node), key=lambda fact: fact.name))
    about = (node.value, names.label(node), names.type_words(node))
    return Card(*about, facts, tuple(ordered), life(names, node))


def _facts(names: Names, node: NamedNode) -> Iterator[Fact]:
    quads = names.handle.store.quads_for_pattern(node, None, None)
    for predicate in sorted({quad.predicate.value for quad in quads} - _ELSEWHERE):
        word = _OTHER_FACTS.get(predicate)
        if predicate.startswith(KG):
            word = spaced(local(predicate))
        if word:
            values = (in_words(names, value) for value in names.values(node, predicate))
            yield Fact(word, tuple(sorted(values)))


def in_words(names: Names, value: Term) -> str:
    """A label, an IRI of the outside world, or a toll or other nameless thing in words."""
    if isinstance(value, NamedNode) and not value.value.startswith((names.handle.base, KG)):
        return value.value
    if not isinstance(value, Literal) and (kind := names.text(value, kg("tollKind"))):
        victims = ", ".join(names.labels(value, kg("victims")))
        return " ".join(filter(None, [local(kind).lower(), _figure(names, value), victims]))
    return names.label(value)


def _figure(names: Names, toll: Node) -> str:
    """The figure told, or its bounds: "6", "6-9", "at least 6", "up to 9"."""
    exact, low, high = (names.text(toll, kg(name)) for name in ("count", "minCount", "maxCount"))
    if exact or low == high:
        return exact or low
    if low and high:
        return f"{low}-{high}"
    return f"at least {low}" if low else f"up to {high}"


def reports_of(names: Names, node: Node) -> list[Node]:
    """The reports of a thing, and those in which it plays a part or is counted in a toll."""
    store = names.handle.store
    told: set[Node] = set()
    for quad in store.quads_for_pattern(None, None, node):
        subject = quad.subject
        if quad.predicate.value == kg("victims"):
            tolls = store.quads_for_pattern(None, NamedNode(kg("toll")), subject)
            told.update(toll.subject for toll in tolls)
        else:
            told.add(subject)
    return [subject for subject in told if names.nodes(subject, kg("reports"))]


def _evidence(names: Names, report: Node) -> Evidence:
    article = next(iter(names.nodes(report, kg("article"))), None)
    publisher = names.labels(article, DCTERMS + "publisher") if article else []
    return Evidence(
        what=names.type_words(report) or names.type_words(names.nodes(report, kg("reports"))[0]),
        quote=names.text(report, kg("quote")),
        outlet=", ".join(publisher),
        article=names.text(article, DCTERMS + "identifier") if article else "",
        issued=names.text(article, DCTERMS + "issued") if article else "",
        says=tuple(names.labels(report, kg("source"))),
        stance=local(names.text(report, kg("stance"))) or "Asserted",
        start=int(names.text(report, kg("quoteStart")) or 0),
    )
