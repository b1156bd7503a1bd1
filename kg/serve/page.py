"""The page of an IRI."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from kg.vocab import kg

if TYPE_CHECKING:
    from kg.serve.described import Described

FOLDER = Path(__file__).resolve().parent / "web"


def thing_page(thing: Described) -> str:
    """The page as HTML; every text in it is escaped."""
    return _template().render(thing=thing, question=_question(thing.iri))


def _question(iri: str) -> str:
    """The query for all reports of an IRI, for those that a page doesn't show."""
    return f"SELECT ?report ?quote {{ ?report ?as <{iri}> ; <{kg('quote')}> ?quote }}"


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template("thing.html")
