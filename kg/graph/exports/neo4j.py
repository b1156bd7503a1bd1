"""A graph as the two CSV files that `neo4j-admin database import` reads, in a zip.

    nodes.csv           actors, places, deals, events, backings and other relations, reports and
                        articles, labelled with all their classes
    relationships.csv   every statement of kg's vocabulary that ties two of them

Line breaks become spaces: the import reads a line a record. Tolls are columns of events.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.cells import table
from kg.graph.exports.events import events
from kg.graph.exports.geojson import tolls
from kg.graph.names import names_of, plain
from kg.vocab import DCTERMS, KG, TYPE, WGS84, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from kg.graph.names import Names
    from kg.graph.store import GraphHandle

#: The first segments of the IRIs that become nodes.
KINDS = (
    *("actor", "place", "deal", "event", "backing", "control", "affiliation", "leadership"),
    *("article", "report"),
)
#: Column, with neo4j's type -> the property it shows.
_PROPERTIES = {
    "begin:date": kg("begin"),
    "end:date": kg("end"),
    "lat:double": WGS84 + "lat",
    "long:double": WGS84 + "long",
    "identifier": DCTERMS + "identifier",
    "title": DCTERMS + "title",
    "publisher": DCTERMS + "publisher",
    "issued:date": DCTERMS + "issued",
    "quote": kg("quote"),
    "quoteStart:int": kg("quoteStart"),
    "quoteEnd:int": kg("quoteEnd"),
    "role": kg("role"),
}
#: What a typed column must look like; another value is left out, as it would stop the import.
_TYPED = {
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "double": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "int": re.compile(r"-?[0-9]{1,9}"),
}
_OBJECTS = ("stance", "status")
#: No clock: the first moment that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def neo4j(handle: GraphHandle) -> bytes:
    """A zip of nodes.csv and relationships.csv."""
    names = names_of(handle)
    nodes = sorted({plain(q.subject) for q in _typed(handle) if _is_node(handle, q.subject)})
    counts = {event.iri: tolls(event) for event in events(handle)}
    rows = [_node(names, iri, counts.get(iri, {})) for iri in nodes]
    columns = [":ID", ":LABEL", "name", "iri", *_PROPERTIES, *_OBJECTS]
    columns += sorted({name for row in rows for name in row} - {*columns})
    return _zip(
        {
            "nodes.csv": table(columns, rows),
            "relationships.csv": table(
                (":START_ID", ":END_ID", ":TYPE"), _relationships(handle, frozenset(nodes))
            ),
        }
    )


def _typed(handle: GraphHandle) -> Iterable[Quad]:
    return handle.store.quads_for_pattern(None, NamedNode(TYPE), None)


def _is_node(handle: GraphHandle, term: object) -> bool:
    """Whether it has a place of its own below the base; tolls stand below what they count for."""
    if not isinstance(term, NamedNode) or not term.value.startswith(handle.base):
        return False
    kind, *rest = term.value.removeprefix(handle.base).split("/")
    return kind in KINDS and bool(rest) and "toll" not in rest[1:]


def _node(names: Names, iri: str, counts: dict[str, int]) -> dict[str, str]:
    node = NamedNode(iri)
    classes = {plain(found) for found in names.values(node, TYPE)}
    row = {
        ":ID": iri.removeprefix(names.handle.base),
        ":LABEL": ";".join(sorted(local(each) for each in classes if each.startswith(KG))),
        "name": _line(names.label(node)),
        "iri": iri,
    }
    row |= {column: _fitting(column, names.text(node, of)) for column, of in _PROPERTIES.items()}
    row |= {name: local(names.text(node, kg(name))) for name in _OBJECTS}
    return row | {f"{column}:int": str(count) for column, count in counts.items()}


def _fitting(column: str, text: str) -> str:
    form = _TYPED.get(column.partition(":")[2])
    return _line(text) if form is None or form.fullmatch(text) else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _relationships(handle: GraphHandle, nodes: frozenset[str]) -> list[dict[str, str]]:
    found = set()
    for quad in handle.store:
        start, end, name = plain(quad.subject), plain(quad.object), local(quad.predicate.value)
        if start in nodes and end in nodes and quad.predicate.value == kg(name):
            cut = len(handle.base)
            found.add((start[cut:], end[cut:], re.sub(r"(?=[A-Z])", "_", name).upper()))
    return [dict(zip((":START_ID", ":END_ID", ":TYPE"), row, strict=True)) for row in sorted(found)]


def _zip(files: dict[str, str]) -> bytes:
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 3  # Unix, whatever the machine
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED, 9)
    return octets.getvalue()
