"""Where ontology/, queries/ and seeds/ are: in a checkout or inside the installed package."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder of shipped files called `name` ("ontology", "queries", "seeds").

    Raises:
        KnowledgeError: if it is in neither place, as after a broken installation.
    """
    for place in (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    problem = f"the folder {name}/ is missing"
    raise KnowledgeError(problem, where=str(_PACKAGE), advice="install kg again")


def root() -> Path:
    """The folder that holds the package `kg`, for child processes that import it."""
    return _PACKAGE.parent
