"""The pages that the server writes from templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.vocab import kg
from kg.web.pages import template

if TYPE_CHECKING:
    from kg.serve.described import Described

_FOLDER = Path(__file__).resolve().parent / "web"


def query_page() -> str:
    """The page on which one asks."""
    return template(_FOLDER / "query.html").render()


def thing_page(thing: Described) -> str:
    """The page of an IRI as HTML; every text in it is escaped."""
    return template(_FOLDER / "thing.html").render(thing=thing, question=_question(thing.iri))


def _question(iri: str) -> str:
    """The query for all reports of an IRI, for those that a page doesn't show."""
    return f"SELECT ?report ?quote {{ ?report ?as <{iri}> ; <{kg('quote')}> ?quote }}"
