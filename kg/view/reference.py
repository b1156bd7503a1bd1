"""The ontology as one HTML page to read: no script, no request, nobody's markup."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from kg.view.policy import policy
from kg.view.terms import vocabulary

if TYPE_CHECKING:
    import pyoxigraph as ox

_FOLDER = Path(__file__).resolve().parent


def reference(quads: Iterable[ox.Quad]) -> str:
    """The page that explains the ontology of these triples."""
    style = (_FOLDER / "reference.css").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("reference.html").render(
        vocabulary=vocabulary(quads),
        policy=policy((), style),
        style=Markup(style),  # noqa: S704 - our own file
    )
