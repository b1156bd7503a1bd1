"""What a graph holds of merged things, their names and copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab

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
            targets = {q.object.value for q in quads if isinstance(q.object, ox.NamedNode)}
            for each in targets:
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

    def derived(self) -> Iterator[ox.Quad]:
        """The lives of deals, and who fought whom."""
        graph = ox.NamedNode(self.base + vocab.CONSOLIDATED)
        find = self.store.quads_for_pattern
        yield from find(None, ox.NamedNode(vocab.kg("foughtAgainst")), None, graph)
        for cls in ("Fighting", "DealStep"):
            of_class = ox.NamedNode(vocab.TYPE), ox.NamedNode(vocab.kg(cls)), graph
            for quad in list(find(None, *of_class)):
                yield from find(quad.subject, None, None, graph)
        deals = {q.subject for q in find(None, ox.NamedNode(vocab.kg("step")), None, graph)}
        for deal in deals:
            for name in _OF_DEALS:
                yield from find(deal, ox.NamedNode(vocab.kg(name)), None, graph)

    def gazetteer(self) -> Iterator[ox.Quad]:
        """All of the graph of curated things."""
        graph = ox.NamedNode(self.base + vocab.GAZETTEER)
        yield from self.store.quads_for_pattern(None, None, None, graph)

    def _of(self, subject: str, predicate: str | None = None) -> Iterator[ox.Quad]:
        graph = ox.NamedNode(self.base + vocab.CONSOLIDATED)
        name = None if predicate is None else ox.NamedNode(predicate)
        yield from self.store.quads_for_pattern(ox.NamedNode(subject), name, None, graph)
