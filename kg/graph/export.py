"""A graph as a file that other programs read.

    ttl nt rdf jsonld   all triples, each once, whatever graph they stand in
    trig nq             quads, with the graph of each article
    graphml gexf        a network of actors, places, deals and events (kg.graph.exports.network)
    geojson             events on the map
    csv                 one row a report of an event (kg.graph.exports.reports)
    acled ucdp          one row an event, in the columns of these projects
    ftm                 entities of FollowTheMoney, a JSON object a line
    neo4j               a zip of nodes and relationships for its import

The same graph gives the same bytes, however and in whatever order it was filled.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, Quad, RdfFormat, Triple, serialize

from kg.errors import StoreError
from kg.graph.exports.acled import acled
from kg.graph.exports.ftm import ftm
from kg.graph.exports.geojson import geojson
from kg.graph.exports.gexf import gexf
from kg.graph.exports.graphml import graphml
from kg.graph.exports.jsonld import jsonld
from kg.graph.exports.neo4j import neo4j
from kg.graph.exports.reports import event_rows
from kg.graph.exports.ucdp import ucdp
from kg.graph.formats import EXPORTS, EXTENSIONS
from kg.graph.turtle import Shortener, stable, trig, turtle
from kg.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.graph.store import GraphHandle

# XML 1.0 has no way to write these, not even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def format_of(path: Path) -> str:
    """The format that a file's extension means.

    Raises:
        StoreError: if it means none.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in EXTENSIONS:
        problem = "the extension doesn't tell a known format"
        advice = f"use one of {' '.join(EXTENSIONS)}, or --format"
        raise StoreError(problem, where=str(path), advice=advice)
    return form


def export(handle: GraphHandle, path: Path, form: str | None = None) -> None:
    """Write a graph to a file, whole or not at all.

    Raises:
        StoreError: if the format is unknown, can't hold the graph, or can't be written.
    """
    write_whole(path, render(handle, form or format_of(path)))


def render(handle: GraphHandle, form: str) -> bytes:
    """A graph in one of EXPORTS: text as UTF-8, or a zip.

    Raises:
        StoreError: if the format is unknown or can't hold the graph.
        KnowledgeError: if a file of the ontology that the format needs is wrong.
    """
    writers: dict[str, Callable[[], str | bytes]] = {
        "ttl": lambda: turtle(_triples(handle), handle.base),
        "trig": lambda: trig(handle.store, handle.base),
        "nt": lambda: _lines(_union(handle)),
        "nq": lambda: _lines(list(handle.store)),
        "jsonld": lambda: jsonld(_triples(handle), handle.base),
        "rdf": lambda: _rdf_xml(handle),
        "graphml": lambda: graphml(handle),
        "gexf": lambda: gexf(handle),
        "geojson": lambda: geojson(handle),
        "csv": lambda: event_rows(handle),
        "neo4j": lambda: neo4j(handle),
        "acled": lambda: acled(handle),
        "ucdp": lambda: ucdp(handle),
        "ftm": lambda: ftm(handle),
    }
    if form not in writers:
        raise StoreError(f"unknown format {form!r}", advice=f"known: {' '.join(EXPORTS)}")
    content = writers[form]()
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _triples(handle: GraphHandle) -> list[Triple]:
    return [quad.triple for quad in handle.store]


def _union(handle: GraphHandle) -> list[Quad]:
    return [Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in handle.store]


def _lines(quads: list[Quad]) -> str:
    return "".join(sorted(f"{quad} .\n" for quad in stable(quads)))


def _rdf_xml(handle: GraphHandle) -> str:
    triples = [quad.triple for quad in stable(_union(handle))]
    bad = next((t for t in triples if _has_no_xml(t)), None)
    if bad is not None:
        problem = f"RDF/XML can't hold the control character in a value of {bad.subject}"
        raise StoreError(problem, advice="export to .ttl or .jsonld")
    shortener = Shortener(handle.base)
    names = {shortener.short(t.predicate) or "" for t in triples}
    used = sorted({name.partition(":")[0] for name in names} - {"", "rdf"})
    prefixes = {prefix: shortener.namespace(prefix) for prefix in used}
    document = io.BytesIO()
    serialize(triples, document, RdfFormat.RDF_XML, prefixes=prefixes)
    return document.getvalue().decode("utf-8")


def _has_no_xml(triple: Triple) -> bool:
    return isinstance(triple.object, Literal) and bool(_NO_XML.search(triple.object.value))
