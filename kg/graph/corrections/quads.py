"""Corrections as they stand in the graph, beside what they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.effect import Corrected, Effect
from kg.graph.corrections.named import plain
from kg.graph.corrections.write import as_toml
from kg.graph.terms import Leaves, day, kg, leaves, node
from kg.ids import digest

_LABELS = (vocab.PREF_LABEL, vocab.ALT_LABEL)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the corrections graph tells of the rest of the graph.

    Attributes:
        base: the base IRI.
        things: report as told (sheet and position) -> IRI of its thing, without the base.
        present: IRIs, without the base, of the things that the graph holds.
    """

    base: str
    things: dict[tuple[str, int], str]
    present: frozenset[str]

    def quads(self, corrected: Corrected) -> list[ox.Quad]:
        """The corrections graph: each record, and what was corrected by it."""
        graph = leaves(self.base + vocab.CORRECTIONS)
        changed: set[tuple[str, str, str]] = set()
        for effect in corrected.effects:
            iri = iri_of(effect.correction)
            _record(graph, node(self.base + iri), effect)
            changed |= {(thing, "correctedBy", iri) for thing in self._changed(effect)}
            changed |= {(report_iri(*key), "rejectedBy", iri) for key in effect.rejected}
        changed |= {(one, "mergedInto", into) for one, into in corrected.merged.items()
                    if {one, into} <= self.present}  # fmt: skip
        for subject, name, target in sorted(changed):
            graph.add(node(self.base + subject), vocab.kg(name), node(self.base + target))
        return list(dict.fromkeys(graph.quads))

    def _changed(self, effect: Effect) -> set[str]:
        """The things and reports that a correction changed, and what these reports tell of."""
        rejected = set(effect.rejected)
        reports = [key for key in effect.reports if key not in rejected]
        told = {self.things[key] for key in reports if key in self.things}
        return (set(effect.things) & self.present) | told | {report_iri(*key) for key in reports}


def iri_of(correction: Correction) -> str:
    """The IRI of a correction, without the base; where its record stands means nothing."""
    return f"correction/{digest(as_toml(correction))[:16]}"


def report_iri(sheet: str, at: int) -> str:
    """The IRI of a report, without the base."""
    return f"report/{sheet.removeprefix('article/')}/{at + 1}"


def _record(graph: Leaves, iri: ox.NamedNode, effect: Effect) -> None:
    one, add = effect.correction, graph.add
    add(iri, vocab.TYPE, kg("Correction"))
    add(iri, vocab.kg("correctionKind"), ox.Literal(one.do))
    add(iri, vocab.DCTERMS + "creator", ox.Literal(one.who))
    add(iri, vocab.DCTERMS + "date", day(one.when))
    add(iri, vocab.DCTERMS + "description", ox.Literal(one.why))
    add(iri, vocab.kg("correctionRecord"), ox.Literal(as_toml(one)))
    if effect.problem:
        add(iri, vocab.kg("correctionProblem"), ox.Literal(effect.problem))


def relabelled(quads: Sequence[ox.Quad], corrected: Corrected, base: str) -> list[ox.Quad]:
    """Labels as corrections have them: new preferred ones, and names that are none left out."""
    if not corrected.labels and not corrected.lost:
        return list(quads)
    labels = {base + iri: label for iri, label in corrected.labels.items()}
    lost = {(base + iri, words) for iri, words in corrected.lost}
    found: list[ox.Quad] = []
    for quad in quads:
        found += _relabelled(quad, labels, lost)
    return found


def _relabelled(
    quad: ox.Quad, labels: dict[str, str], lost: set[tuple[str, str]]
) -> Iterable[ox.Quad]:
    subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
    predicate, target = quad.predicate, quad.object
    if predicate.value not in _LABELS or not isinstance(target, ox.Literal):
        return [quad]
    label = labels.get(subject)
    is_lost = (subject, plain(target.value).casefold()) in lost
    if predicate.value == vocab.ALT_LABEL:
        return [] if is_lost or target.value == label else [quad]
    if label is None or label == target.value:
        return [quad]
    fresh = ox.Quad(quad.subject, predicate, ox.Literal(label), quad.graph_name)
    alias = ox.NamedNode(vocab.ALT_LABEL)
    return [fresh] if is_lost else [fresh, ox.Quad(quad.subject, alias, target, quad.graph_name)]
