"""The corrections that a graph carries, and what they did there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

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

    With `[one.correction for one in stored(handle)]` a graph can be made again as it is.

    Raises:
        CorrectionError: if a record can't be read.
    """
    store, found = handle.store, []
    for quad in store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(kg("Correction"))):
        subject = quad.subject
        if not isinstance(subject, NamedNode):
            continue
        changed = {
            told.subject
            for name in ("correctedBy", "rejectedBy")
            for told in store.quads_for_pattern(None, NamedNode(kg(name)), subject)
        }
        problem = _text(handle, subject, "correctionProblem")
        found.append(Stored(subject.value.removeprefix(handle.base),
                            _record(handle, subject), len(changed), problem))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.correction.when, one.iri)))


def _record(handle: GraphHandle, subject: NamedNode) -> Correction:
    corrections = parse(_text(handle, subject, "correctionRecord"), subject.value)
    if len(corrections) != 1 or iri_of(corrections[0]) != subject.value.removeprefix(handle.base):
        problem = "its record is not the one that it was made from"
        raise CorrectionError(problem, where=subject.value, advice="build the graph again")
    return corrections[0]


def _text(handle: GraphHandle, subject: NamedNode, name: str) -> str:
    quads = handle.store.quads_for_pattern(subject, NamedNode(kg(name)), None)
    return min(
        (quad.object.value for quad in quads if isinstance(quad.object, Literal)), default=""
    )
