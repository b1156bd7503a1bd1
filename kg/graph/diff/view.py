"""A graph as things with what is said of them, read in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.vocab import DCTERMS, KG, PREF_LABEL, SKOS, TYPE, WGS84, kg, local

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle

#: Kinds of things, by the first segment of their IRIs below the base, in the order to print them.
KINDS = ("article", "event", "deal", "backing", "control", "affiliation", "leadership", "actor",
         "place")  # fmt: skip
#: What is counted from the reports, or only tells how the graph was made.
_ASIDE = frozenset((
    "reportCount", "articleCount", "sourceCount", "originCount", "mergedBecause", "step",
    "correctedBy", "rejectedBy",
))  # fmt: skip
_FACTS = (KG, SKOS, DCTERMS, WGS84)
_FIGURES = ("count", "minCount", "maxCount")

_OF_REPORTS = frozenset((TYPE, *map(kg, ("reports", "article", "quoteStart", "quoteEnd",
                                          "triggerStart", "stance", "source"))))  # fmt: skip

#: A report, whatever graph it stands in: article, offsets of quote and trigger, what it is of.
Member = tuple[str, int, int, int, str]
Facts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing and what a graph says of it.

    Attributes:
        iri: without the base.
        label: its preferred label; what, where and when for an event.
        facts: name ("begin", "toll") -> values in words.
        members: the reports that tell of it.
    """

    iri: str
    label: str
    facts: Facts
    members: frozenset[Member]

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return self.iri.partition("/")[0]


def view(handle: GraphHandle) -> dict[str, Thing]:
    """The things of a graph by IRI without the base; corrections, reports and tolls in them."""
    return _View(handle, _read(handle)).things()


def _read(handle: GraphHandle) -> dict[str, dict[str, set[str]]]:
    """What is said of nodes below the base: predicate -> values without the base.

    Of reports, the bulk of a graph, only what is asked of them.
    """
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    base, report = handle.base, handle.base + "report/"
    for quad in handle.store:
        subject = quad.subject.value
        if not subject.startswith(base) or not isinstance(quad.subject, NamedNode):
            continue
        predicate = quad.predicate.value
        if subject.startswith(report) and predicate not in _OF_REPORTS:
            continue
        target = quad.object
        is_plain = isinstance(target, NamedNode | Literal)
        value = target.value.removeprefix(base) if is_plain else str(target)
        said = found[subject[len(base) :]]
        if (values := said.get(predicate)) is None:
            said[predicate] = {value}
        else:
            values.add(value)
    return found


@dataclass(frozen=True, slots=True)
class _View:
    """Reads things off what is said of nodes.

    Attributes:
        handle: the graph.
        said: IRI without the base -> predicate -> values.
    """

    handle: GraphHandle
    said: Mapping[str, Mapping[str, set[str]]]

    def things(self) -> dict[str, Thing]:
        reports = self._reports()
        return {
            iri: self._thing(iri, reports.get(iri, []))
            for iri in self.said
            # What has a further part is a toll, merge or step of a thing.
            if iri.partition("/")[0] in KINDS and iri.count("/") == 1
        }

    def _reports(self) -> dict[str, list[str]]:
        """Thing -> its reports."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for iri, said in self.said.items():
            for thing in said.get(kg("reports"), ()):
                found[thing].append(iri)
        return found

    def _thing(self, iri: str, reports: list[str]) -> Thing:
        facts = {name: frozenset(values) for name, values in self._facts(iri) if values}
        stances = frozenset(local(one).lower() for r in reports for one in self._all(r, "stance"))
        sources = frozenset(self.name(one) for r in reports for one in self._all(r, "source"))
        facts |= {name: told for name, told in (("stance", stances), ("source", sources)) if told}
        members = frozenset(self._member(report) for report in reports)
        return Thing(iri, self.name(iri), facts, members)

    def _facts(self, iri: str) -> Iterator[tuple[str, set[str]]]:
        for predicate, values in self.said[iri].items():
            name = local(predicate)
            if predicate == TYPE:
                yield "type", self._types(values)
            elif name == "toll":
                yield name, {self._toll(one) for one in values}
            elif predicate.startswith(_FACTS) and name not in _ASIDE:
                yield name, {self.name(one) for one in values}

    def _types(self, values: set[str]) -> set[str]:
        return {local(one) for one in values if one.startswith(KG)}

    def _toll(self, iri: str) -> str:
        """A toll in words: "killed 6-9 civilians"; "killed 6- civilians" with no upper bound."""
        exact, low, high = (self._one(iri, name) for name in _FIGURES)
        figure = exact or (low if low == high else f"{low}-{high}")
        victims = ", ".join(sorted(self.name(one) for one in self._all(iri, "victims")))
        part = " (part)" if self._all(iri, "partOfToll") else ""
        kind = local(self._one(iri, "tollKind")).lower()
        return " ".join(filter(None, [kind, figure, victims])) + part

    def _member(self, report: str) -> Member:
        article = self._one(report, "article")
        identifiers = self.said.get(article, {}).get(DCTERMS + "identifier", {article})
        types = {local(one) for one in self.said[report].get(TYPE, ())} - {"Report"}
        of = min(types & _OF, default="")
        start, end = (_number(self._one(report, name)) for name in ("quoteStart", "quoteEnd"))
        trigger = _number(self._one(report, "triggerStart"))
        return min(identifiers), start, end, trigger, of

    def _all(self, iri: str, name: str) -> set[str]:
        return self.said.get(iri, {}).get(kg(name), set())

    def _one(self, iri: str, name: str) -> str:
        return min(self._all(iri, name), default="")

    def name(self, value: str) -> str:
        """A thing's label; an event's or relation's description; other values as they are."""
        said = self.said.get(value)
        if said is None:
            return local(value) if value.startswith(KG) else value
        if labels := said.get(PREF_LABEL):
            return min(labels)
        if value.startswith("event/"):
            return self._described(value, said)
        if value.startswith("article/"):
            return min(said.get(DCTERMS + "identifier", {value}))
        ends = [self.name(one) for end in _ENDS for one in sorted(said.get(kg(end), ()))]
        return " → ".join(ends) or value

    def _described(self, iri: str, said: Mapping[str, set[str]]) -> str:
        types = self._types(said.get(TYPE, set()))
        special = max(types, key=lambda one: (self._depth(one), one), default="Event")
        where = sorted(self.name(one) for one in self._all(iri, "place"))
        return ", ".join(filter(None, [special, *where[:1], self._one(iri, "begin")]))

    def _depth(self, name: str) -> int:
        return _DEPTHS.get(name, 3)


_OF = frozenset(("Event", "CeasefireDeal", "Backing", "Control", "Affiliation", "Leadership"))
_ENDS = ("backer", "controller", "member", "person", "backed", "controlled", "group",
         "organization")  # fmt: skip
_DEPTHS = {"Event": 0, "ArmedEvent": 1, "HumanitarianEvent": 1, "DiplomaticEvent": 1,
           "Attack": 2, "Statement": 2, "Bombardment": 2}  # fmt: skip


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else -1
