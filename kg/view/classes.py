"""Classes: which is the most specific, where the legend files it, what people call it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.view.elements import Kind
from kg.vocab import KG, RDFS, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.view.records import Shelf

#: Classes by which the legend files a node, in the legend's order.
GROUPS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ACTOR: ("State", "ArmedForces", "ArmedGroup", "Organization", "Person", "Population"),
    Kind.PLACE: ("Place",),
    Kind.DEAL: ("CeasefireDeal",),
    Kind.EVENT: ("ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Protest"),
}
_REST: Mapping[Kind, str] = {
    Kind.ACTOR: "Actor",
    Kind.PLACE: "Place",
    Kind.DEAL: "CeasefireDeal",
    Kind.EVENT: "Event",
}
# Where the ontology is not in the store, these are known to be general.
_GENERAL = frozenset(
    {"Actor", "ArmedEvent", "DiplomaticEvent", "Event", "HumanitarianEvent", "Place", "Statement"}
)


@dataclass(frozen=True, slots=True)
class ClassTree:
    """The class tree of the ontology.

    Attributes:
        above: local name of a class -> local names of all classes above it.
        labels: local name of a class -> its label.
    """

    above: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]

    def specific(self, types: Iterable[str], kind: Kind) -> str:
        """The one of `types` that stands below the others; ties go by the alphabet."""
        names = set(types)
        general = {upper for name in names for upper in self.above.get(name, frozenset())}
        lowest = sorted(names - general) or sorted(names)
        return next(iter(sorted(lowest, key=lambda name: name in _GENERAL)), _REST[kind])

    def label(self, name: str) -> str:
        """What people call a class: its label, else its name as words."""
        label = self.labels.get(name) or words(name)
        return label[:1].upper() + label[1:]


def class_tree(classes: Shelf) -> ClassTree:
    """The tree that the ontology's rdfs:subClassOf and rdfs:label tell."""
    parents = {
        local(iri): frozenset(
            local(up) for up in resource.all(RDFS + "subClassOf") if up.startswith(KG)
        )
        for iri, resource in classes.items()
    }
    labels = {local(iri): resource.one(RDFS + "label") for iri, resource in classes.items()}
    return ClassTree({name: _above(name, parents) for name in parents}, labels)


def group(types: Iterable[str], kind: Kind) -> str:
    """Where the legend files a node of these classes.

    >>> group({"Event", "ArmedEvent", "AirStrike"}, Kind.EVENT), group({"Militia"}, Kind.ACTOR)
    ('ArmedEvent', 'Actor')
    """
    names = set(types)
    return next((name for name in GROUPS[kind] if name in names), _REST[kind])


def words(name: str) -> str:
    """A local name as a person reads it.

    >>> words("AirStrike"), words("concernsDeal"), words("FacilitiesLost")
    ('Air strike', 'Concerns deal', 'Facilities lost')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _above(name: str, parents: Mapping[str, frozenset[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        fresh = parents.get(waiting.pop(), frozenset()) - seen
        seen |= fresh
        waiting.extend(fresh)
    # A circle in somebody's ontology must not make a class more general than itself.
    return frozenset(seen - {name})
