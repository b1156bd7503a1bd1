"""The service's description of itself, as SPARQL 1.1 Service Description has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.serve.media import ROWS, TRIPLES
from kg.vocab import FORMATS, SD, TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Literal


def service(endpoint: str, graphs: Iterable[str], *, updates: bool) -> Iterator[Triple]:
    """The triples that describe an endpoint.

    Args:
        endpoint: its address.
        graphs: IRIs of the named graphs.
        updates: whether it takes updates.
    """
    here, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    yield _triple(here, TYPE, _sd("Service"))
    yield _triple(here, SD + "endpoint", NamedNode(endpoint))
    languages = ["SPARQL11Query", "SPARQL11Update"] if updates else ["SPARQL11Query"]
    yield from (_triple(here, SD + "supportedLanguage", _sd(name)) for name in languages)
    yield _triple(here, SD + "feature", _sd("UnionDefaultGraph"))
    names = {form.described for form in (*ROWS, *TRIPLES)}
    formats = (NamedNode(FORMATS + name) for name in sorted(names))
    yield from (_triple(here, SD + "resultFormat", form) for form in formats)
    yield _triple(here, SD + "defaultDataset", dataset)
    yield _triple(dataset, TYPE, _sd("Dataset"))
    yield _triple(dataset, SD + "defaultGraph", default)
    yield _triple(default, TYPE, _sd("Graph"))
    for at, iri in enumerate(graphs):
        graph = BlankNode(f"graph{at}")
        yield _triple(dataset, SD + "namedGraph", graph)
        yield _triple(graph, TYPE, _sd("NamedGraph"))
        yield _triple(graph, SD + "name", NamedNode(iri))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _triple(subject: BlankNode, predicate: str, value: NamedNode | BlankNode | Literal) -> Triple:
    return Triple(subject, NamedNode(predicate), value)
