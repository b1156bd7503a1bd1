"""An IRI and what the graph holds of it: as triples for programs, as a view for a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import LimitError
from kg.graph.names import names_of, spaced
from kg.graph.show import in_words, reports_of
from kg.vocab import DCTERMS, KG, PREF_LABEL, TYPE, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad, Triple

    from kg.graph.answer import Node, Term
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

#: How much of one kind a page shows; it tells how much more there is.
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the address that they lead to, or ""."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property in words, its values, and how many more there are."""

    name: Link
    values: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A report, as a page shows it; the parts are those of `kg.graph.show.Evidence`."""

    what: Link
    quote: str
    article: Link
    outlet: str
    issued: str
    says: tuple[Link, ...]
    stance: str
    place: str


@dataclass(frozen=True, slots=True)
class Described:
    """All that a page shows of an IRI.

    Attributes:
        iri: the IRI.
        label: what it is called.
        types: its classes.
        facts: its own properties, by name.
        told: reports of it, by day, article and place, and `more` that are not shown.
        others: what else refers to it, by property.
        address: where the page itself is.
    """

    iri: str
    address: str
    label: str
    types: tuple[Link, ...]
    facts: tuple[Property, ...]
    told: tuple[Told, ...]
    more: int
    others: tuple[Property, ...]

    def form_address(self, form: str) -> str:
        """Where the same is in another format."""
        return f"{self.address}{'&' if '?' in self.address else '?'}format={form}"


def address(handle: GraphHandle, iri: str) -> str:
    """Where this server shows an IRI.

    >>> from kg.graph.store import GraphHandle
    >>> from pyoxigraph import Store
    >>> address(GraphHandle(Store()), "https://example.org/kg/id/actor/russia")
    '/id/actor/russia'
    """
    rest = iri.removeprefix(handle.base)
    plain = rest != iri and re.fullmatch(r"[\w%+~:.-]+(?:/[\w%+~:.-]+)*", rest)
    # A browser takes "." and ".." out of a path.
    if plain and not {".", ".."} & set(rest.split("/")):
        return f"/id/{quote(rest, safe='/+~:')}"
    return f"/resource?iri={quote(iri, safe='')}"


def about(handle: GraphHandle, node: NamedNode, most: int) -> frozenset[Triple]:
    """The triples on an IRI and to it, with the reports of it and all their parts whole.

    Raises:
        LimitError: if there are more than `most`.
    """
    store = handle.store
    found: set[Triple] = set()
    for quad in _quads(handle, node):
        found.add(quad.triple)
        if len(found) > most:
            problem = f"more than {most:,} triples tell of {node}"
            raise LimitError(problem, advice="ask for parts of it in SPARQL")
    for quad in store.quads_for_pattern(None, None, node):
        found.add(quad.triple)
    return frozenset(found)


def described(handle: GraphHandle, node: NamedNode) -> Described:
    """What a page shows of an IRI."""
    names = names_of(handle)
    reports = reports_of(names, node)
    told = sorted((_told(names, report) for report in reports), key=_order)
    return Described(
        iri=node.value,
        address=address(handle, node.value),
        label=names.label(node),
        types=tuple(_link(names, found) for found in _types(names, node)),
        facts=tuple(_facts(names, node)),
        told=tuple(told[:MOST_SHOWN]),
        more=max(0, len(told) - MOST_SHOWN),
        others=tuple(_others(names, node)),
    )


def _quads(handle: GraphHandle, node: Node) -> Iterator[Quad]:
    """The triples on a node and on its parts, its reports and theirs."""
    waiting: list[Node] = [node, *reports_of(names_of(handle), node)]
    seen = set(waiting)
    while waiting:
        for quad in handle.store.quads_for_pattern(waiting.pop(), None, None):
            yield quad
            part = quad.object
            whole = isinstance(part, BlankNode) or quad.predicate.value == kg("toll")
            if whole and not isinstance(part, Literal) and part not in seen:
                seen.add(part)
                waiting.append(part)


def _types(names: Names, node: NamedNode) -> list[Term]:
    own = {kg(name) for name in names.types(node)}
    found = names.values(node, TYPE)
    return [value for value in found if getattr(value, "value", "") in own] or found


def _facts(names: Names, node: NamedNode) -> Iterator[Property]:
    quads = names.handle.store.quads_for_pattern(node, None, None)
    for predicate in sorted({quad.predicate.value for quad in quads} - {TYPE}):
        values = names.values(node, predicate)
        if predicate == PREF_LABEL and len(values) == 1:
            continue  # the heading tells it
        shown = sorted((_link(names, value) for value in values[:MOST_SHOWN]), key=str)
        yield Property(_predicate(names, predicate), tuple(shown), _more(len(values)))


def _others(names: Names, node: NamedNode) -> Iterator[Property]:
    """What refers to a node, reports aside, by property."""
    found: dict[str, list[Node]] = {}
    for quad in names.handle.store.quads_for_pattern(None, None, node):
        if not _is_told(names, quad.subject):
            found.setdefault(quad.predicate.value, []).append(quad.subject)
    for predicate, subjects in sorted(found.items()):
        shown = [_link(names, subject) for subject in sorted(subjects, key=str)[:MOST_SHOWN]]
        name = _predicate(names, predicate)
        shown.sort(key=lambda link: (link.text.casefold(), link.href))
        yield Property(Link(f"{name.text} of", name.href), tuple(shown), _more(len(subjects)))


def _is_told(names: Names, subject: Node) -> bool:
    """Whether a node is a report or a report's toll, which the reports on the page show."""
    store = names.handle.store
    if names.nodes(subject, kg("reports")):
        return True
    if not names.values(subject, kg("tollKind")):
        return False
    holders = store.quads_for_pattern(None, NamedNode(kg("toll")), subject)
    return any(names.nodes(holder.subject, kg("reports")) for holder in islice(holders, 1))


def _more(count: int) -> int:
    return max(0, count - MOST_SHOWN)


def _predicate(names: Names, iri: str) -> Link:
    return Link(spaced(local(iri)), _href(names, NamedNode(iri)))


def _link(names: Names, value: Term) -> Link:
    if isinstance(value, Literal):
        return Link(value.value)
    href = _href(names, value) if isinstance(value, NamedNode) else ""
    text = in_words(names, value)
    return Link(spaced(text) if href.startswith(_TERM) and text.isalpha() else text, href)


_TERM = f"/resource?iri={quote(KG, safe='')}"


def _href(names: Names, node: NamedNode) -> str:
    """The page of an IRI here, its own address on the web, or nothing safe to follow."""
    own = (names.handle.base, KG)
    if node.value.startswith(own) or next(
        names.handle.store.quads_for_pattern(node, None, None), None
    ):
        return address(names.handle, node.value)
    return node.value if re.match(r"https?://", node.value) else ""


def _told(names: Names, report: Node) -> Told:
    article = next(iter(names.nodes(report, kg("article"))), None)
    facts = {
        name: names.text(article, DCTERMS + name) if article else ""
        for name in ("title", "identifier", "publisher", "issued")
    }
    href = _href(names, article) if isinstance(article, NamedNode) else ""
    what = names.type_words(report) or names.type_words(names.nodes(report, kg("reports"))[0])
    begin, end = (names.text(report, kg(name)) for name in ("quoteStart", "quoteEnd"))
    return Told(
        what=Link(what, _href(names, report) if isinstance(report, NamedNode) else ""),
        quote=names.text(report, kg("quote")),
        article=Link(facts["title"] or facts["identifier"], href),
        outlet=facts["publisher"],
        issued=facts["issued"],
        says=tuple(_link(names, value) for value in names.values(report, kg("source"))),
        stance=local(names.text(report, kg("stance"))).lower() or "asserted",
        place=f"{facts['identifier']}, {begin}–{end}",
    )


def _order(told: Told) -> tuple[str, str, int, str]:
    start = re.search(r"(\d+)–\d*$", told.place)
    return told.issued, told.article.text, int(start[1]) if start else 0, told.what.text
