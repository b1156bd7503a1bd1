"""Which articles a store holds, and by what a changed one is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a store holds it.

    Attributes:
        identifier: the file's name, or the record's id.
        content_hash: of its text.
        read_with: digest of all else that its reports hang on.
    """

    identifier: str
    content_hash: str
    read_with: str


def entries(store: ox.Store, base: str) -> Iterator[tuple[str, Entry]]:
    """Every article of a store, by its IRI without the base."""
    hashes = _values(store, vocab.kg("contentHash"))
    marks = _values(store, vocab.kg("readWith"))
    for iri, identifier in _values(store, vocab.DCTERMS + "identifier").items():
        if iri in hashes and iri.startswith(base):
            yield iri.removeprefix(base), Entry(identifier, hashes[iri], marks.get(iri, ""))


def _values(store: ox.Store, predicate: str) -> dict[str, str]:
    """For each article, the value of a property that stands in its own graph."""
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, None)
        if quad.subject == quad.graph_name
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
    }
