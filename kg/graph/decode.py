"""An article's named graph read back to the sheet that it was written from."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.errors import StoreError
from kg.graph.mentions import DEAL, PARTICIPANT, SOURCE, Mention, victims
from kg.graph.nodes import Node, nodes_of, numbered, text_of
from kg.graph.quads import KINDS, TERMS, Sheet
from kg.graph.tidy import FACTS, tidy_report
from kg.model import Interval, IssueDate, Link, Report, SegmentKind, Signature, Stance, Toll

#: Properties of a report that are neither roles nor further facts.
_OWN = frozenset(
    vocab.kg(name)
    for name in (
        "article", "begin", "concernsDeal", "confidence", "coreference", "dateText", "end",
        "mention", "quote", "quoteEnd", "quoteStart", "reports", "rule", "segment", "source",
        "stance", "toll", "triggerEnd", "triggerStart",
    )
)  # fmt: skip
#: From the IRI of a thing, without the base, to a link for one that no mention names.
Unnamed = Callable[[str], Link]
_Values = Mapping[str, Sequence[ox.Quad]]


def unnamed(iri: str) -> Link:
    """A link of which nothing but the thing is known."""
    name = vocab.local(iri)
    return Link(iri, name, {"place": "Area", "deal": "CeasefireDeal"}.get(
        iri.partition("/")[0], "Organization"), "", "", 1.0)  # fmt: skip


def sheet_of(
    quads: Iterable[ox.Quad],
    classes: Mapping[str, Sequence[str]],
    base: str,
    nameless: Unnamed = unnamed,
) -> Sheet:
    """The sheet of an article, in tidy form.

    Args:
        quads: the article's named graph.
        classes: superclasses of each class.
        base: the base IRI.
        nameless: gives a link for a thing that the graph names without a mention, as graphs did
            that kg wrote before it kept mentions.

    Raises:
        StoreError: if the graph is no article's, or lacks what every article has.
    """
    nodes = nodes_of(quads)
    found = [iri for iri, node in nodes.items() if vocab.kg("Article") in node.types()]
    if len(found) != 1:
        raise StoreError(f"a graph of {len(found)} articles, not of one")
    try:
        return _Decoder(nodes, classes, base, nameless).sheet(found[0])
    except (KeyError, ValueError, IndexError) as error:
        problem = f"the graph of the article can't be read back: {_said(error)}"
        raise StoreError(problem, where=found[0]) from error


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{vocab.local(str(error.args[0]))} is missing"
    return str(error) or "it is incomplete"


@dataclass(frozen=True, slots=True)
class _Decoder:
    """Reads one article's graph.

    Attributes:
        nodes: all that it says, by subject.
        classes, base, nameless: as in `sheet_of`.
    """

    nodes: Mapping[str, Node]
    classes: Mapping[str, Sequence[str]]
    base: str
    nameless: Unnamed

    def sheet(self, iri: str) -> Sheet:
        node = self.nodes[iri]
        told = {name: node.get(name, vocab.DCTERMS) for name in FACTS}
        reports = [at for at, one in self.nodes.items() if vocab.kg("Report") in one.types()]
        mentions = self._mentions()
        return Sheet(
            local=self._local(iri),
            identifier=text_of(node.told[vocab.DCTERMS + "identifier"][0].object),
            facts=tuple((name, value) for name, value in told.items() if value),
            issued=_issued(node),
            content_hash=node.one("contentHash"),
            reports=tuple(self._report(at, mentions) for at in numbered(reports)),
            language=node.get("language", vocab.DCTERMS) or "en",
            wires=tuple(sorted(node.all(vocab.kg("wireSource")))),
            signature=_signature(node),
            read_with=node.get("readWith"),
        )

    def _local(self, iri: str) -> str:
        if not iri.startswith(self.base):
            raise ValueError(f"{iri} does not begin with {self.base}")
        return iri.removeprefix(self.base)

    def _mentions(self) -> dict[str, Mention]:
        named = vocab.kg("refersTo")
        return {iri: self._mention(node) for iri, node in self.nodes.items() if named in node.told}

    def _mention(self, node: Node) -> Mention:
        surface, point = node.get("surface"), node.get("mentionPoint").split()
        parent = node.get("mentionWithin")
        link = Link(
            iri=self._local(node.one("refersTo")),
            label=node.get("mentionLabel") or surface,
            cls=vocab.local(node.one("mentionClass")),
            surface=surface,
            rule=node.get("linkRule"),
            score=float(node.one("linkScore")),
            parent=self._local(parent) if parent else "",
            position=(float(point[0]), float(point[1])) if point else None,
            geonames=node.number("mentionGeoNames") or 0,
        )
        return Mention(link, node.get("mentionRole"))

    def _report(self, iri: str, mentions: Mapping[str, Mention]) -> Report:
        node = self.nodes[iri]
        ways: dict[str, list[Mention]] = {}
        for at in node.all(vocab.kg("mention")):
            ways.setdefault(mentions[at].link.iri, []).append(mentions[at])
        named = _Named(ways, self._local, self.nameless)
        of, type_ = self._types(node)
        start, end = int(node.one("quoteStart")), int(node.one("quoteEnd"))
        is_event = of == "Event"
        return tidy_report(
            Report(
                of=of,
                type=type_,
                start=start,
                end=end,
                quote=node.one("quote"),
                trigger=(int(node.one("triggerStart")), int(node.one("triggerEnd")))
                if is_event
                else (start, end),
                roles=_roles(node, named),
                stance=Stance(vocab.local(node.one("stance"))),
                source=named.all(node.all(vocab.kg("source")), SOURCE),
                when=Interval(node.day("begin"), node.day("end")),
                date_text=node.get("dateText"),
                tolls=self._tolls(node, named),
                same_as=node.get("coreference"),
                deal=self._deal(node, of, named),
                facts=_facts(node),
                segment=SegmentKind(node.one("segment")),
                rule=node.get("rule"),
                confidence=float(node.one("confidence")),
            )
        )

    def _types(self, node: Node) -> tuple[str, str]:
        """What a report is of, and its most special type."""
        names = {vocab.local(iri) for iri in node.types() if iri.startswith(vocab.KG)} - {"Report"}
        of = next(kind for kind in (*KINDS, "") if kind in names or not kind)
        if not of:
            raise ValueError("a report of nothing that kg knows")
        known = names & self.classes.keys()
        return of, max(
            known or {of}, key=lambda name: (len(names & {*self.classes.get(name, ())}), name)
        )

    def _deal(self, node: Node, of: str, named: _Named) -> Link | None:
        iris = node.all(vocab.kg("concernsDeal"))
        if of == "Event":
            return next(iter(named.all(iris, DEAL)), None)
        told = [
            mention.link for at in named.ways.values() for mention in at if mention.role == DEAL
        ]
        if told or of != "CeasefireDeal":
            return told[0] if told else None
        # As written before mentions were kept.
        return next(iter(named.all(node.all(vocab.kg("reports")), DEAL)), None)

    def _tolls(self, node: Node, named: _Named) -> tuple[Toll, ...]:
        iris = numbered(node.all(vocab.kg("toll")))
        return tuple(self._toll(self.nodes[iri], at, iris, named) for at, iri in enumerate(iris))

    def _toll(self, node: Node, at: int, iris: Sequence[str], named: _Named) -> Toll:
        whole = node.get("partOfToll")
        return Toll(
            kind=vocab.local(node.one("tollKind")),
            count=node.number("count"),
            low=node.number("minCount"),
            high=node.number("maxCount"),
            victims=named.all(node.all(vocab.kg("victims")), victims(at)),
            start=node.number("figureStart") or 0,
            end=node.number("figureEnd") or 0,
            part_of=iris.index(whole) if whole else None,
        )


@dataclass(frozen=True, slots=True)
class _Named:
    """How one report names things.

    Attributes:
        ways: IRI of a thing without the base -> its mentions in the report.
        local: takes the base off an IRI.
        nameless: as in `sheet_of`.
    """

    ways: Mapping[str, Sequence[Mention]]
    local: Callable[[str], str]
    nameless: Unnamed

    def all(self, iris: Iterable[str], role: str) -> tuple[Link, ...]:
        """The links of things that fill a role."""
        return tuple(link for iri in iris for link in self._links(self.local(iri), role))

    def has(self, iri: str, role: str) -> bool:
        """Whether a mention says that the thing has this role."""
        return any(mention.role == role for mention in self.ways.get(self.local(iri), ()))

    def _links(self, iri: str, role: str) -> Sequence[Link]:
        ways = self.ways.get(iri, ())
        own = [mention.link for mention in ways if mention.role == role]
        return own or [one.link for one in ways if not one.role] or [self.nameless(iri)]


def _roles(node: Node, named: _Named) -> dict[str, tuple[Link, ...]]:
    found = {vocab.local(name): iris for name, iris in _further(node) if not _is_fact(name, iris)}
    told = {role: [text_of(quad.object) for quad in quads] for role, quads in found.items()}
    acting = {*told.get("initiator", ()), *told.get("target", ())}
    told[PARTICIPANT] = [
        iri for iri in told.get(PARTICIPANT, ()) if iri not in acting or named.has(iri, PARTICIPANT)
    ]
    return {role: named.all(iris, role) for role, iris in told.items() if iris}


def _facts(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple(
        (vocab.local(name), vocab.local(text_of(q.object)) if _is_iri(q) else text_of(q.object))
        for name, quads in _further(node)
        if _is_fact(name, quads)
        for q in quads
    )


def _further(node: Node) -> Iterator[tuple[str, list[ox.Quad]]]:
    """Roles and facts: the properties of a report that a frame or a pattern adds."""
    for name, quads in node.told.items():
        if name.startswith(vocab.KG) and name not in _OWN:
            yield name, quads


def _is_fact(name: str, quads: Sequence[ox.Quad]) -> bool:
    return vocab.local(name) in TERMS or not _is_iri(quads[0])


def _is_iri(quad: ox.Quad) -> bool:
    return isinstance(quad.object, ox.NamedNode)


def _issued(node: Node) -> IssueDate:
    return IssueDate(
        day=node.day("issued", vocab.DCTERMS),
        basis=node.get("issuedBasis"),
        reason=node.get("issuedReason"),
        earliest=node.day("issuedEarliest"),
        latest=node.day("issuedLatest"),
    )


def _signature(node: Node) -> Signature | None:
    if vocab.kg("signature") not in node.told:
        return None
    return Signature(base64.b64decode(node.one("signature")), int(node.one("shingleCount")))
