"""The ontology as one HTML page to read: no script, no request, nobody's markup."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.view.terms import vocabulary
from kg.web.pages import offline_page

if TYPE_CHECKING:
    import pyoxigraph as ox

_PAGE = Path(__file__).resolve().with_suffix(".html")


def reference(quads: Iterable[ox.Quad]) -> str:
    """The page that explains the ontology of these triples."""
    return offline_page(_PAGE, ["reference.css"], vocabulary=vocabulary(quads))
