"""The corrections that a graph carries, and what they did there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import CorrectionError
from kg.graph.corrections.quads import iri_of
from kg.graph.corrections.read import parse
from kg.vocab import TYPE, kg

if TYPE_CHECKING:
    from kg.graph.corrections.correction import Correction
    from kg.graph.store import GraphHandle


@dataclass(frozen=True, slots=True)
class Stored:
    """A correction in a graph.

    Attributes:
        iri: without the base.
        correction: as its record has it.
        changed: how many things and reports carry it.
        problem: why it did nothing, or not all; "" if it did.
    """

    iri: str
    correction: Correction
    changed: int
    problem: str


def stored(handle: GraphHandle) -> tuple[Stored, ...]:
    """The corrections of a graph, by day and then by what they say.

    Raises:
        CorrectionError: if a record can't be read.
    """
    store, base, found = handle.store, handle.base, []
    for subject in _subjects(store):
        changed = {
            told.subject
            for name in ("correctedBy", "rejectedBy")
            for told in store.quads_for_pattern(None, NamedNode(kg(name)), subject)
        }
        problem = _text(store, subject, "correctionProblem")
        iri = subject.value.removeprefix(base)
        found.append(Stored(iri, _record(store, base, subject), len(changed), problem))
    return tuple(sorted(found, key=lambda one: (one.correction.when, one.iri)))


def kept(store: Store, base: str) -> tuple[Correction, ...]:
    """The corrections of a store alone, by day and then by IRI: with them it can be made again.

    Raises:
        CorrectionError: if a record can't be read.
    """
    found = [(_record(store, base, subject), subject.value) for subject in _subjects(store)]
    return tuple(one for one, _ in sorted(found, key=lambda each: (each[0].when, each[1])))


def _subjects(store: Store) -> list[NamedNode]:
    quads = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(kg("Correction")))
    return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]


def _record(store: Store, base: str, subject: NamedNode) -> Correction:
    corrections = parse(_text(store, subject, "correctionRecord"), subject.value)
    if len(corrections) != 1 or iri_of(corrections[0]) != subject.value.removeprefix(base):
        problem = "its record is not the one that it was made from"
        raise CorrectionError(problem, where=subject.value, advice="build the graph again")
    return corrections[0]


def _text(store: Store, subject: NamedNode, name: str) -> str:
    quads = store.quads_for_pattern(subject, NamedNode(kg(name)), None)
    return min(
        (quad.object.value for quad in quads if isinstance(quad.object, Literal)), default=""
    )
