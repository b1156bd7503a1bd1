"""The codes of ACLED and UCDP: alignments of the ontology, and ontology/event-codes.toml."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kg import resources
from kg.errors import KnowledgeError
from kg.graph.names import plain
from kg.graph.tree import ontology
from kg.vocab import RDFS, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.graph.store import GraphHandle

FILE = "event-codes.toml"
_ALIGNED = ("acledSubEventType", "ucdpType")


@dataclass(frozen=True, slots=True)
class SubEvent:
    """A sub-event type of ACLED with its event type and kind of disorder."""

    name: str
    event: str
    disorder: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that decides between sub-event types; sides are "" where any will do."""

    type: str
    sub_event: str
    initiator: str
    target: str


@dataclass(frozen=True, slots=True)
class Codes:
    """All codes.

    Attributes:
        aligned: property's local name -> class's local name -> its values, sorted.
        parents: class's local name -> the classes directly above it.
        sub_events: by name.
        choices: in the order of the file.
        inter: party -> ACLED's code of actor types.
        violence: UCDP's type of violence -> its code.
        populations: words that begin the labels of unarmed people.
        other: kinds of organizations that are no civilian side.
        iso: two letters of a country -> its number.
    """

    aligned: Mapping[str, Mapping[str, tuple[str, ...]]]
    parents: Mapping[str, tuple[str, ...]]
    sub_events: Mapping[str, SubEvent]
    choices: tuple[Choice, ...]
    inter: Mapping[str, int]
    violence: Mapping[str, int]
    populations: tuple[str, ...]
    other: frozenset[str]
    iso: Mapping[str, int]

    def of(self, name: str, types: Iterable[str]) -> tuple[str, ...]:
        """The values of an alignment for some types, each its own or that of a type above it."""
        found = (value for cls in types for value in self._nearest(name, cls, ()))
        return tuple(sorted(set(found)))

    def _nearest(self, name: str, cls: str, below: tuple[str, ...]) -> tuple[str, ...]:
        own = self.aligned[name].get(cls, ())
        if own or cls in below:
            return own
        above = (up for up in self.parents.get(cls, ()) if up != cls)
        return tuple(value for up in above for value in self._nearest(name, up, (*below, cls)))


def codes_of(handle: GraphHandle, folder: Path | None = None) -> Codes:
    """The codes of a graph's own ontology, else of kg's; the tables are those of `folder`.

    Raises:
        KnowledgeError: if the file of codes is missing or wrong.
    """
    folder = folder or resources.folder("ontology")
    path = folder / FILE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return _codes(tables, _stored(handle) or ontology(folder))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"can't be read: {error}", where=str(path)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"lacks or misplaces {error}", where=str(path)) from error


def _stored(handle: GraphHandle) -> list[Quad]:
    """What a graph's own ontology says of codes and classes; nothing if it holds no codes."""
    aligned = [q for name in _ALIGNED for q in _with(handle, kg(name))]
    return aligned and [*aligned, *_with(handle, RDFS + "subClassOf")]


def _with(handle: GraphHandle, predicate: str) -> Iterator[Quad]:
    return handle.store.quads_for_pattern(None, NamedNode(predicate), None)


def _codes(tables: dict[str, Any], quads: list[Quad]) -> Codes:
    acled = tables["acled"]
    sub_events = {
        name: SubEvent(name, row["event"], row["disorder"])
        for row in acled["sub_event"]
        for name in row["names"]
    }
    rows = acled["choice"]
    return Codes(
        aligned={name: _by_class(quads, kg(name)) for name in _ALIGNED},
        parents={
            cls: tuple(map(local, above))
            for cls, above in _by_class(quads, RDFS + "subClassOf").items()
        },
        sub_events=sub_events,
        choices=tuple(
            Choice(row["type"], row["sub_event"], row.get("initiator", ""), row.get("target", ""))
            for row in rows
        ),
        inter=acled["inter"],
        violence=tables["ucdp"]["violence"],
        populations=tuple(tables["civil"]["populations"]),
        other=frozenset(tables["civil"]["other"]),
        iso=tables["iso"],
    )


def _by_class(quads: Iterable[Quad], predicate: str) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == predicate:
            found[local(plain(quad.subject))].add(plain(quad.object))
    return {cls: tuple(sorted(values)) for cls, values in found.items()}
