"""The formats of answers, and which of them a request wants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RANGE = re.compile(r"\s*(?P<type>[\w!#$&^.+*-]+/[\w!#$&^.+*-]+)\s*(?P<rest>(?:;[^;]*)*)")
_QUALITY = re.compile(r";\s*q\s*=\s*(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """A format.

    Attributes:
        name: as `format=` and the writers call it.
        media: its media types; the answer carries the first, or the other one asked for.
        described: its local name in the W3C's list of formats, or "".
    """

    name: str
    media: tuple[str, ...]
    described: str = ""


#: Of rows, and of a yes or no; the first is for those who don't mind.
ROWS = (
    Form("json", ("application/sparql-results+json", "application/json"), "SPARQL_Results_JSON"),
    Form("xml", ("application/sparql-results+xml", "application/xml"), "SPARQL_Results_XML"),
    Form("csv", ("text/csv",), "SPARQL_Results_CSV"),
    Form("tsv", ("text/tab-separated-values",), "SPARQL_Results_TSV"),
)
#: Of triples.
TRIPLES = (
    Form("ttl", ("text/turtle", "application/x-turtle", "text/plain"), "Turtle"),
    Form("nt", ("application/n-triples",), "N-Triples"),
    Form("jsonld", ("application/ld+json", "application/json"), "JSON-LD"),
    Form("rdf", ("application/rdf+xml", "application/xml"), "RDF_XML"),
    Form("trig", ("application/trig",), "TriG"),
    Form("nq", ("application/n-quads",), "N-Quads"),
)
#: A page for people.
HTML = Form("html", ("text/html", "application/xhtml+xml"))


def choose(accept: str, forms: Sequence[Form], wanted: str = "") -> tuple[Form, str] | None:
    """The format that a request likes best and the media type to call it; None if none will do.

    Args:
        accept: its Accept header; "" takes anything.
        forms: those that there are, the server's favourite first.
        wanted: the name of a format, which goes before the header.

    >>> choose("text/csv;q=0.5, application/xml", ROWS)[1]
    'application/xml'
    >>> choose("image/png", ROWS) is None
    True
    """
    if wanted:
        return next(((form, form.media[0]) for form in forms if form.name == wanted), None)
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    liked = [
        (_quality(media, ranges), form, media)
        for place in (0, 1, 2)
        for form in forms
        for media in form.media[place : place + 1]
    ]
    best = max(liked, key=lambda one: one[0])
    return (best[1], best[2]) if best[0] > 0 else None


def _ranges(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.split(","):
        found = _RANGE.fullmatch(part)
        if found:
            quality = _QUALITY.search(found["rest"])
            yield found["type"].lower(), float(quality[1]) if quality else 1.0


def _quality(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """How much a type is liked: the closest range that covers it decides."""
    covers = {media: 2, media.partition("/")[0] + "/*": 1, "*/*": 0}
    fitting = [(covers[name], quality) for name, quality in ranges if name in covers]
    return max(fitting)[1] if fitting else 0.0
