"""An ontology's classes, properties and fixed values, read for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.vocab import DCTERMS, KG, OWL, PREFIXES, RDFS, SCHEMA, SKOS, TYPE, kg, local

#: Property -> what it says of a term that is aligned by it.
_ALIGNED = {
    RDFS + "subClassOf": "narrower than",
    RDFS + "subPropertyOf": "narrower than",
    SKOS + "broadMatch": "narrower than",
    SKOS + "closeMatch": "close to",
    SKOS + "exactMatch": "same as",
    OWL + "equivalentClass": "same as",
    OWL + "equivalentProperty": "same as",
    kg("acledSubEventType"): "ACLED",
    kg("ucdpType"): "UCDP",
    kg("ploverEvent"): "PLOVER",
    kg("esdCode"): "UCDP ESD",
}
_UP = (RDFS + "subClassOf", RDFS + "subPropertyOf")


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a term refers to.

    Attributes:
        text: how it is shown: "AirStrike", "prov:Agent", a code.
        anchor: the id of its own entry on the page, or "".
        address: where it is defined, if it is of another vocabulary and on the web, or "".
        relation: what ties the term to it, or "".
    """

    text: str
    anchor: str = ""
    address: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or fixed value.

    Attributes:
        name: local name, and id of its entry.
        label: its label, or its name.
        definition: what it means, or "".
        examples, notes: likewise, as they stand.
        above: the terms of this ontology that it is narrower than, or of whose class it is.
        domain, range: of a property, what it is said of and what its values are.
        aligned: what it is called in other vocabularies.
    """

    name: str
    label: str
    definition: str
    examples: tuple[str, ...]
    notes: tuple[str, ...]
    above: tuple[Reference, ...]
    domain: tuple[Reference, ...]
    range: tuple[Reference, ...]
    aligned: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A class with the classes below it."""

    term: Term
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An ontology.

    Attributes:
        title, description, version: as it says of itself, or "".
        license: where its licence stands.
        tree: its classes, each below the first that it is narrower than.
        classes, properties, values: its terms, sorted by name.
    """

    title: str
    description: str
    version: str
    license: tuple[Reference, ...]
    tree: tuple[Branch, ...]
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    values: tuple[Term, ...]


def vocabulary(quads: Iterable[ox.Quad]) -> Vocabulary:
    """Read an ontology from its triples."""
    return _Reader(quads).vocabulary()


class _Reader:
    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._facts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._types: dict[str, set[str]] = {}
        for quad in sorted(quads, key=str):
            subject, target = _text(quad.subject), _text(quad.object)
            self._facts[subject, quad.predicate.value].append(target)
            if quad.predicate.value == TYPE and subject:
                self._types.setdefault(subject, set()).add(target)

    def vocabulary(self) -> Vocabulary:
        (about,) = self._of_type(OWL + "Ontology")[:1] or ("",)
        classes = [iri for iri in self._of_type(OWL + "Class") if iri.startswith(KG)]
        kinds = (OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty")
        properties = sorted({iri for kind in kinds for iri in self._of_type(kind)}, key=_place)
        values = [iri for cls in classes for iri in self._of_type(cls) if iri.startswith(KG)]
        return Vocabulary(
            title=self._one(about, DCTERMS + "title"),
            description=self._one(about, DCTERMS + "description"),
            version=self._one(about, OWL + "versionInfo"),
            license=self._references(about, DCTERMS + "license"),
            tree=self._tree(classes),
            classes=tuple(map(self._term, classes)),
            properties=tuple(map(self._term, properties)),
            values=tuple(map(self._term, sorted({*values}, key=_place))),
        )

    def _of_type(self, kind: str) -> list[str]:
        found = (iri for iri, types in self._types.items() if kind in types)
        return sorted(found, key=_place)

    def _one(self, iri: str, predicate: str) -> str:
        return next(iter(self._facts.get((iri, predicate), ())), "")

    def _all(self, iri: str, *predicates: str) -> list[str]:
        return [value for name in predicates for value in self._facts.get((iri, name), ())]

    def _references(self, iri: str, *predicates: str) -> tuple[Reference, ...]:
        return tuple(self._reference(value) for value in self._all(iri, *predicates))

    def _reference(self, value: str, relation: str = "") -> Reference:
        if value in self._types and value.startswith(KG):
            return Reference(local(value), anchor=local(value), relation=relation)
        web = value.startswith(("http://", "https://"))
        return Reference(_short(value), address=value if web else "", relation=relation)

    def _term(self, iri: str) -> Term:
        own_classes = [t for t in sorted(self._types[iri]) if t.startswith(KG)]
        above = [up for up in self._all(iri, *_UP) if up.startswith(KG)]
        return Term(
            name=local(iri),
            label=self._one(iri, RDFS + "label") or local(iri),
            definition=self._one(iri, SKOS + "definition"),
            examples=tuple(self._all(iri, SKOS + "example")),
            notes=tuple(self._all(iri, SKOS + "scopeNote")),
            above=tuple(self._reference(each) for each in [*above, *own_classes]),
            domain=self._references(iri, RDFS + "domain", SCHEMA + "domainIncludes"),
            range=self._references(iri, RDFS + "range", SCHEMA + "rangeIncludes"),
            aligned=tuple(self._aligned(iri)),
        )

    def _aligned(self, iri: str) -> Iterator[Reference]:
        for predicate, relation in _ALIGNED.items():
            for value in self._all(iri, predicate):
                if not value.startswith(KG):
                    yield self._reference(value, relation)

    def _tree(self, classes: Sequence[str]) -> tuple[Branch, ...]:
        below: defaultdict[str, list[str]] = defaultdict(list)
        for iri in classes:
            above = [up for up in self._all(iri, RDFS + "subClassOf") if up in {*classes}]
            below[above[0] if above else ""].append(iri)
        return self._branches("", below)

    def _branches(self, above: str, below: dict[str, list[str]]) -> tuple[Branch, ...]:
        # A circle of classes hangs below nothing, so it is in the list but not in the tree.
        children = below.get(above, ())
        return tuple(Branch(self._term(iri), self._branches(iri, below)) for iri in children)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _place(iri: str) -> tuple[str, str]:
    return local(iri).casefold(), iri


def _short(iri: str) -> str:
    """The IRI with a prefix if it has one of ours: "prov:Agent"; a text as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
