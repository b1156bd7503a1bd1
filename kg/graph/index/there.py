"""What a graph holds of merged things, their names and copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.engagements import Pair
from kg.graph.fighting import fighting_iri

#: What `labels.learnt` tells of a thing.
_LEARNT = (
    vocab.TYPE, vocab.PREF_LABEL, vocab.ALT_LABEL, vocab.EXACT_MATCH, vocab.kg("within"),
    vocab.WGS84 + "lat", vocab.WGS84 + "long",
)  # fmt: skip
#: What `DealHistory` says of a deal itself.
_OF_DEALS = ("step", "currentStatus", "asOf", "disputed", "disputedAspect")
_OF_COPIES = (vocab.kg("copyOf"), vocab.PROV + "wasDerivedFrom")


@dataclass(frozen=True, slots=True)
class There:
    """Looks up the graph of merged things.

    Attributes:
        store: all graphs.
        base: the base IRI.
    """

    store: ox.Store
    base: str

    def things(self, iris: Iterable[str]) -> Iterator[ox.Quad]:
        """All of merged things and of what stands below their IRIs, as tolls do."""
        for iri in iris:
            own = self.base + iri
            quads = list(self._of(own))
            yield from quads
            for each in _nodes(quads):
                if each.startswith(f"{own}/"):
                    yield from self._of(each)

    def names(self, iris: Iterable[str]) -> Iterator[ox.Quad]:
        """What articles taught of things."""
        for iri in iris:
            for predicate in _LEARNT:
                yield from self._of(self.base + iri, predicate)

    def copies(self, locals_: Iterable[str]) -> Iterator[ox.Quad]:
        """Which articles these copy."""
        for local in locals_:
            for predicate in _OF_COPIES:
                yield from self._of(self.base + local, predicate)

    def deals(self, iris: Iterable[str]) -> Iterator[ox.Quad]:
        """The lives of deals."""
        for iri in iris:
            for name in _OF_DEALS:
                yield from self._of(self.base + iri, vocab.kg(name))
            for step in _nodes(self._of(self.base + iri, vocab.kg("step"))):
                yield from self._of(step)

    def fights(self, pairs: Iterable[Pair]) -> Iterator[ox.Quad]:
        """Who of some pairs fought whom."""
        graph, fought = (
            ox.NamedNode(iri) for iri in (self.base + vocab.CONSOLIDATED, vocab.kg("foughtAgainst"))
        )
        for pair in pairs:
            fighter, opponent = (ox.NamedNode(self.base + iri) for iri in pair)
            yield from self.store.quads_for_pattern(fighter, fought, opponent, graph)
            yield from self._of(self.base + fighting_iri(pair))

    def gazetteer(self) -> Iterator[ox.Quad]:
        """All of the graph of curated things."""
        graph = ox.NamedNode(self.base + vocab.GAZETTEER)
        yield from self.store.quads_for_pattern(None, None, None, graph)

    def _of(self, subject: str, predicate: str | None = None) -> Iterator[ox.Quad]:
        graph = ox.NamedNode(self.base + vocab.CONSOLIDATED)
        name = None if predicate is None else ox.NamedNode(predicate)
        yield from self.store.quads_for_pattern(ox.NamedNode(subject), name, None, graph)


def _nodes(quads: Iterable[ox.Quad]) -> set[str]:
    """IRIs that quads lead to."""
    return {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
