"""Types of event as people name them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.view.classes import class_tree, words
from kg.view.records import records

if TYPE_CHECKING:
    import pyoxigraph as ox


def event_types(store: ox.Store, names: Iterable[str]) -> frozenset[str]:
    """Local names of the event types that these names ("AirStrike", "air strike") mean.

    Raises:
        QueryError: if one is no type of event; its advice names those most alike.
    """
    wanted = tuple(names)
    if not wanted:
        return frozenset()
    source = records(store)
    tree = class_tree(source.classes)
    known = {name for name, above in tree.above.items() if "Event" in above} | {"Event"}
    events = (thing.types for thing in source.things.values() if "Event" in thing.types)
    known |= {name for types in events for name in types}
    by_name = {_plain(name): name for name in sorted(known)}
    by_name |= {_plain(tree.label(name)): name for name in sorted(known)}
    return frozenset(_meant(name, by_name) for name in wanted)


def _meant(name: str, by_name: dict[str, str]) -> str:
    plain = _plain(name)
    if plain in by_name:
        return by_name[plain]
    near = difflib.get_close_matches(plain, by_name, n=3, cutoff=0.5)
    problem = f"no type of event is called {name!r}"
    advice = f"did you mean {', '.join(dict.fromkeys(by_name[each] for each in near))}?"
    raise QueryError(problem, advice=advice if near else "kg ontology lists them")


def _plain(name: str) -> str:
    return words(name).replace(" ", "").casefold()
