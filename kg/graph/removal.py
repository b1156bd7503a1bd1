"""Articles taken out of a store, by their names."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from kg.errors import StoreError
from kg.graph.ledger import Ledger, open_ledger
from kg.graph.settle import Settled

_MOST_NEAR = 3


def remove(path: Path, names: Sequence[str], folder: Path) -> Settled:
    """Take articles out of a store, all of those named or none.

    Args:
        path: the store's folder.
        names: each the file's name or record's id, or the IRI, whole, without the base or with
            `article:` before its last part.
        folder: the ontology folder.

    Returns:
        What is left.

    Raises:
        StoreError: if a name is of no article or of several, or the store can't be written.
    """
    with open_ledger(path, folder) as ledger:
        ledger.drop(sorted({_found(ledger, name, path) for name in names}))
        return ledger.settle()


def _found(ledger: Ledger, name: str, path: Path) -> str:
    """The article of a name, as its IRI without the base."""
    local = name.removeprefix(ledger.meta.base)
    if name.startswith("article:"):
        local = f"article/{name.removeprefix('article:')}"
    if local in ledger.entries:
        return local
    found = sorted(ledger.named(name))
    if len(found) == 1:
        return found[0]
    if found:
        problem = f"{len(found)} articles are called {name!r}"
        raise StoreError(problem, where=str(path), advice=f"name one of {' '.join(found)}")
    raise StoreError(f"there is no article {name!r}", where=str(path), advice=_near(ledger, name))


def _near(ledger: Ledger, name: str) -> str:
    names = {entry.identifier for entry in ledger.entries.values()}
    near = difflib.get_close_matches(name, sorted(names), _MOST_NEAR)
    if not names:
        return "the store holds no articles"
    return f"perhaps {' or '.join(near)}" if near else f"it holds {min(names)} and others"
