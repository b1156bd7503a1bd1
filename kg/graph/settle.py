"""Merged things brought up to date with the articles: what is gone is deleted, what is new added.

The marker (`store.behind`) stands until the last of it is done, so wherever this ends early, the
next writer finds out and does it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg import vocab
from kg.graph.assemble import Assembly
from kg.graph.corrections.effect import Effect
from kg.graph.quads import reports_quads
from kg.graph.store import behind
from kg.graph.turtle import floats, stable

#: Quads in one transaction.
MOST = 5_000
_SHARED = (vocab.CONSOLIDATED, vocab.GAZETTEER, vocab.ONTOLOGY, vocab.CORRECTIONS)
_PLAIN = frozenset((vocab.XSD + "string", vocab.RDF + "langString"))


@dataclass(frozen=True, slots=True)
class Difference:
    """What parts a store from what should stand in it.

    Attributes:
        gone: quads that stand there and should not.
        new: quads that should stand there and do not.
    """

    gone: frozenset[ox.Quad]
    new: frozenset[ox.Quad]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a store holds once its merged things are up to date.

    Attributes:
        counts: how many of what there are: name -> number, in the order to tell them.
        unused: the corrections that did not do what they say.
    """

    counts: dict[str, int]
    unused: tuple[Effect, ...] = ()


def difference(store: ox.Store, assembly: Assembly) -> Difference:
    """How the graphs that articles share, and what ties reports to things, must change."""
    base = assembly.base
    tied = (q for sheet, iris in assembly.articles for q in reports_quads(sheet, iris, base))
    wanted = as_stored([*assembly.shared, *tied])
    there = set(store.quads_for_pattern(None, ox.NamedNode(vocab.kg("reports")), None, None))
    for name in _SHARED:
        there.update(store.quads_for_pattern(None, None, None, ox.NamedNode(base + name)))
    there.discard(behind(base))
    return Difference(frozenset(there - wanted), frozenset(wanted - there))


def as_stored(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads as a store gives them back: numbers in one spelling, blank nodes named by place."""
    ground: set[ox.Quad] = set()
    typed: list[ox.Quad] = []
    floating: list[ox.Quad] = []
    for quad in quads:
        if floats(quad.subject) or floats(quad.object):
            floating.append(quad)
        elif isinstance(quad.object, ox.Literal) and quad.object.datatype.value not in _PLAIN:
            typed.append(quad)
        else:
            ground.add(quad)
    spelled = ox.Store()
    spelled.extend([*typed, *(stable(floating) if floating else ())])
    ground.update(spelled)
    return ground


def apply(store: ox.Store, change: Difference, base: str) -> None:
    """Write a difference and take the marker away; in one transaction, unless it is large.

    Raises:
        OSError: if it can't be written.
    """
    marker = behind(base)
    gone, floating = _parted(change.gone)
    new, named = _parted(change.new)
    if floating or named or len(gone) + len(new) > MOST:
        store.add(marker)
        for quad in floating:  # an update can't name a blank node
            store.remove(quad)
        store.bulk_extend([*named, *new])  # six times as fast as an update
        for some in _batches(gone):
            store.update(f"DELETE DATA {{ {as_text(some)} }}")
        new, gone = [], []
    store.update(
        f"DELETE DATA {{ {as_text([*gone, marker])} }} ;\nINSERT DATA {{ {as_text(new)} }}"
    )


def _parted(quads: Iterable[ox.Quad]) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """Quads without blank nodes, and those with."""
    ground: list[ox.Quad] = []
    floating: list[ox.Quad] = []
    for quad in quads:
        is_floating = floats(quad.subject) or floats(quad.object)
        (floating if is_floating else ground).append(quad)
    return ground, floating


def _batches(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    waiting = iter(quads)
    while some := list(islice(waiting, MOST)):
        yield some


def as_text(quads: Iterable[ox.Quad]) -> str:
    """Quads of named graphs as SPARQL writes them in INSERT DATA; pyoxigraph escapes all text."""
    return "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)
