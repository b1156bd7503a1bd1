"""What kind of side an actor is in an event: of a state, a group, or civilians."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.codes import Codes, codes_of
from kg.graph.names import Names, names_of
from kg.vocab import kg

if TYPE_CHECKING:
    from kg.graph.exports.events import Event
    from kg.graph.store import GraphHandle

#: Party -> the words of a rule that fit it.
_FITS = {
    "home": {"home", "state", "armed"},
    "foreign": {"foreign", "state", "armed"},
    "state": {"state", "armed"},
    "group": {"group", "armed"},
    "civil": {"civil"},
    "": set[str](),
}
_HURT = ("Killed", "Injured", "Detained", "Missing")


@dataclass(frozen=True, slots=True)
class Parties:
    """Tells the parties of events.

    Attributes:
        names: of the graph.
        codes: what the ontology says of the form, with the words for civilians.
    """

    names: Names
    codes: Codes

    def party(self, iri: str, event: Event) -> str:
        """One of the keys of _FITS: "" where none is sure."""
        classes = self.names.types(NamedNode(iri))
        if {"State", "ArmedForces"} & {*classes}:
            return self._state(iri, event)
        if "ArmedGroup" in classes:
            return "group"
        return "civil" if self._is_civil(iri, classes) else ""

    def fit(self, word: str, iris: tuple[str, ...], event: Event) -> bool:
        """Whether all of some actors fit a rule's word; any do where it is ""."""
        parties = [self.party(iri, event) for iri in iris]
        return not word or (bool(parties) and all(word in _FITS[each] for each in parties))

    def targets(self, event: Event) -> tuple[str, ...]:
        """To whom it is done: the targets told, else those hurt."""
        counted = (each for each in event.counts if each.kind in _HURT)
        return event.targets or tuple(sorted({iri for each in counted for iri in each.victims}))

    def label(self, iri: str) -> str:
        """The actor's name."""
        return self.names.label(NamedNode(iri))

    def _state(self, iri: str, event: Event) -> str:
        node = NamedNode(iri)
        homes = {str(each) for each in self.names.nodes(node, kg("country"))}
        for state in (node, *self.names.nodes(node, kg("forcesOf"))):
            homes |= {str(each) for each in self.names.nodes(state, kg("territory"))}
        countries = {str(NamedNode(c.iri)) for place in event.places if (c := place.country)}
        if not homes or len(countries) != 1:
            return "state"
        return "home" if countries <= homes else "foreign"

    def _is_civil(self, iri: str, classes: list[str]) -> bool:
        if "Organization" in classes:
            return self.names.text(NamedNode(iri), kg("kind")) not in self.codes.other
        begins = self.label(iri).partition(" (")[0].casefold()
        return "Population" in classes and begins in self.codes.populations


def parties_of(handle: GraphHandle) -> Parties:
    """Who is what in a graph.

    Raises:
        KnowledgeError: if the table of codes is wrong.
    """
    return Parties(names_of(handle), codes_of(handle))
