"""Words that the query page offers: terms of the ontology, prefixes, names of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.graph.names import KINDS, plain
from kg.graph.tree import ontology
from kg.vocab import KG, OWL, PREF_LABEL, PREFIXES, RDFS, SKOS, TYPE, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad, Triple

    from kg.graph.store import GraphHandle

#: Names of one kind of thing that a form offers; there may be hundreds of thousands.
_MOST_NAMES = 5000
_CLASSES = (OWL + "Class", RDFS + "Class")


def words(handle: GraphHandle) -> dict[str, object]:
    """Terms, prefixes and names.

    Returns:
        "prefixes": prefix -> IRI; "terms": prefixed name, kind and what it means, sorted;
        "names": "actor", "place" and "deal" -> labels, sorted.
    """
    names = {kind: _names(handle, kind) for kind in KINDS[:3]}
    return {"prefixes": PREFIXES, "terms": _terms(handle), "names": names}


def _terms(handle: GraphHandle) -> list[dict[str, str]]:
    """Those of kg's ontology, as the store holds it or kg itself, and the properties in use."""
    stored = [
        quad
        for kind in ("Class", "ObjectProperty", "DatatypeProperty")
        for term in handle.store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(OWL + kind))
        for quad in handle.store.quads_for_pattern(term.subject, None, None)
    ]
    found: dict[str, dict[str, str]] = {}
    for quad in [*stored, *ontology(resources.folder("ontology"))]:
        name = _prefixed(plain(quad.subject))
        if name and quad.predicate.value in (TYPE, RDFS + "label", SKOS + "definition"):
            _note(found.setdefault(name, {"name": name, "kind": "", "means": ""}), quad)
    return [found[name] for name in sorted(found) if found[name]["kind"]]


def _note(term: dict[str, str], quad: Quad | Triple) -> None:
    value = plain(quad.object)
    if quad.predicate.value == SKOS + "definition" or (
        quad.predicate.value == RDFS + "label" and not term["means"]
    ):
        term["means"] = value
    elif value in _CLASSES:
        term["kind"] = "class"
    elif value.endswith("Property"):
        term["kind"] = "property"
    elif quad.predicate.value == TYPE and value.startswith(KG):
        term["kind"] = term["kind"] or local(value)


def _prefixed(iri: str) -> str:
    return f"kg:{iri.removeprefix(KG)}" if iri.startswith(KG) else ""


def _names(handle: GraphHandle, kind: str) -> list[str]:
    quads: Iterable[Quad] = handle.store.quads_for_pattern(None, NamedNode(PREF_LABEL), None)
    below = f"{handle.base}{kind}/"
    labels = {
        quad.object.value
        for quad in quads
        if isinstance(quad.object, Literal) and plain(quad.subject).startswith(below)
    }
    return sorted(labels)[:_MOST_NAMES]
