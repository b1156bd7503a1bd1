"""One SPARQL 1.1 server: found by its address, then asked, read and written.

The default graph of kg's queries is the union of all graphs. Some servers have it so, some on
request; which, is tried once with one triple of a named graph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreError
from kg.graph.answer import Table
from kg.graph.remote.address import Endpoints, candidates, checked, endpoints
from kg.graph.remote.client import Client, Reply
from kg.vocab import DEFAULT_BASE, TYPE, UPLOADS
from kg.vocab import kg as term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_FORMS = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/ntriples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/n-quads": RdfFormat.N_QUADS,
}
#: How servers are asked for the union of all graphs: not at all, Oxigraph, Jena, Stardog.
_UNIONS: tuple[dict[str, str], ...] = (
    {},
    {"union-default-graph": "true"},
    {"default-graph-uri": "urn:x-arq:UnionGraph"},
    {"default-graph-uri": "tag:stardog:api:context:all"},
)
#: One triple of a named graph, looked for in the default graph: cheap in a store of any size.
_SEEN = "ASK { { SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } ?s ?p ?o }"
_NAMED = "ASK { GRAPH ?g { ?s ?p ?o } }"
#: Graphs that Virtuoso keeps for itself.
_OWN = re.compile(
    r"http://www\.openlinksw\.com/|http://www\.w3\.org/(?:2002/07/owl|ns/ldp)#$"
    r"|http://localuriqaserver/|https?://localhost(?::\d+)?/(?:DAV|sparql)"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answered.

    Attributes:
        client: sends the requests.
        at: the server's addresses.
        software: what it calls itself.
        union: parameters that make the default graph the union of all.
    """

    client: Client
    at: Endpoints
    software: str
    union: Mapping[str, str]

    @classmethod
    def find(cls, address: str, client: Client, environ: Mapping[str, str]) -> Self:
        """The server at an address.

        Raises:
            StoreError: if none answers there, or it lacks what kg's queries need.
        """
        given = checked(address)
        query, reply = _answering(client, candidates(given, environ))
        software = reply.headers.get("server", "")
        at = endpoints(query, software, environ, known=bool(client.credentials.user))
        return cls(client, at, software, _union(client, at.query, environ))

    def rows(self, text: str) -> Table:
        """The rows of a SELECT.

        Raises:
            StoreError: if the server refuses it, or sends only a part of them.
        """
        found = _read(self.at.query, self._asked(text, _ROWS))
        if not isinstance(found, QuerySolutions):
            raise _unreadable(self.at.query)
        names = tuple(variable.value for variable in found.variables)
        try:
            return Table(names, tuple(tuple(row[name] for name in names) for row in found))
        except (SyntaxError, ValueError, OSError) as error:
            raise _unreadable(self.at.query) from error

    def says(self, text: str) -> bool:
        """The answer to an ASK.

        Raises:
            StoreError: if the server refuses it.
        """
        found = _truth(_read(self.at.query, self._asked(text, _ROWS)))
        if found is None:
            raise _unreadable(self.at.query)
        return found

    def triples(self, text: str) -> frozenset[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE.

        Raises:
            StoreError: if the server refuses it, or sends only a part of them.
        """
        reply = self._asked(text, _TRIPLES)
        return frozenset(quad.triple for quad in _parsed(reply, self.at.query))

    def quads(self) -> Iterator[Quad]:
        """All quads, less kg's own notes on what it wrote.

        Raises:
            StoreError: if the server refuses to give them.
        """
        if self.software.startswith("Oxigraph"):
            reply = self._get(self.at.store, None, "application/n-quads")
            for quad in _parsed(reply, self.at.store):
                if not _is_note(quad.graph_name):
                    yield quad
            return
        for graph in self.graphs():
            reply = self._get(self.at.store, {"graph": graph.value}, _TRIPLES)
            for quad in _parsed(reply, self.at.store):
                yield Quad(quad.subject, quad.predicate, quad.object, graph)

    def graphs(self) -> list[NamedNode]:
        """The named graphs, less those of the server itself and kg's notes."""
        rows = self.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        found = {row[0] for row in rows if isinstance(row[0], NamedNode)}
        kept = [g for g in found if not _is_note(g) and not _OWN.match(g.value)]
        return sorted(kept, key=str)

    def base(self) -> str:
        """The base IRI, as told by an article's IRI; the usual one if there is none."""
        text = f"SELECT ?a WHERE {{ ?a <{TYPE}> <{term('Article')}> }} LIMIT 1"
        for row in self.rows(text).rows:
            found = re.match(r"(.*/)article/[^/]*$", getattr(row[0], "value", ""))
            if found:
                return found[1]
        return DEFAULT_BASE

    def update(self, text: str) -> None:
        """Carry out an update.

        Raises:
            StoreError: if the server refuses it.
        """
        self._done(self.client.send("POST", self.at.update, form={"update": text}), self.at.update)

    def put(self, graph: NamedNode | DefaultGraph, triples: bytes, *, more: bool = False) -> None:
        """Put N-Triples in the place of a graph, or add them to it.

        Raises:
            StoreError: if the server refuses it.
        """
        # N-Triples are Turtle, and Turtle is what every graph store reads.
        headers = {"Content-Type": "text/turtle"}
        method = "POST" if more else "PUT"
        params = _graph(graph)
        reply = self.client.send(
            method, self.at.store, params=params, body=triples, headers=headers
        )
        self._done(reply, self.at.store)

    def drop(self, graph: NamedNode) -> None:
        """Remove a graph, if it is there.

        Raises:
            StoreError: if the server refuses it.
        """
        reply = self.client.send("DELETE", self.at.store, params=_graph(graph))
        if reply.status != 404:
            self._done(reply, self.at.store)

    def load(self, quads: bytes) -> None:
        """Add N-Quads to the graphs that they name.

        Raises:
            StoreError: if the server refuses it.
        """
        headers = {"Content-Type": "application/n-quads"}
        reply = self.client.send("POST", self.at.bulk, body=quads, headers=headers)
        self._done(reply, self.at.bulk)

    def _asked(self, text: str, accept: str) -> Reply:
        return _ask(self.client, self.at.query, {"query": text, **self.union}, accept)

    def _get(self, address: str, params: Mapping[str, str] | None, accept: str) -> Reply:
        reply = self.client.send("GET", address, params=params, headers={"Accept": accept})
        self._done(reply, address)
        return reply

    def _done(self, reply: Reply, address: str) -> None:
        if not reply.ok:
            raise self.client.refusal(reply, address)


def _answering(client: Client, places: tuple[str, ...]) -> tuple[str, Reply]:
    """The first place that answers a query, and its answer."""
    failure = StoreError("")
    for place in places:
        headers = {"Accept": _ROWS}
        reply = client.send("POST", place, form={"query": "ASK {}"}, headers=headers)
        if reply.ok and reply.media_type in (_ROWS, "application/json"):
            return place, reply
        problem = "does not answer as a SPARQL server"
        wrong = StoreError(problem, where=place, advice="KG_QUERY_URL names the place that does")
        failure = wrong if reply.ok else client.refusal(reply, place)
        if reply.status not in (200, 400, 404, 405, 406, 415, 501):
            break
    raise failure


def _union(client: Client, query: str, environ: Mapping[str, str]) -> Mapping[str, str]:
    if graph := environ.get("KG_DEFAULT_GRAPH"):
        return {"default-graph-uri": graph}

    def says(text: str, params: Mapping[str, str]) -> bool:
        form = {"query": text, **params}
        reply = client.send("POST", query, form=form, headers={"Accept": _ROWS})
        # A server may well refuse a parameter that it doesn't know.
        return reply.ok and bool(_truth(_read(query, reply)))

    for params in _UNIONS:
        if says(_SEEN, params):
            return params
    if not says(_NAMED, {}):
        return {}
    problem = "the default graph of its queries does not hold the named graphs"
    advice = "start the server with the union as default graph, or name it by KG_DEFAULT_GRAPH"
    raise StoreError(problem, where=query, advice=advice)


def _ask(client: Client, address: str, form: Mapping[str, str], accept: str) -> Reply:
    reply = client.send("POST", address, form=form, headers={"Accept": accept})
    if not reply.ok:
        raise client.refusal(reply, address)
    # Virtuoso cuts long answers, and says so only here.
    if cut := reply.headers.get("x-sparql-maxrows"):
        problem = f"the server gives no more than {cut} rows of an answer"
        advice = "ask for less, or raise ResultSetMaxRows in virtuoso.ini"
        raise StoreError(problem, where=address, advice=advice)
    return reply


def _read(address: str, reply: Reply) -> QuerySolutions | QueryBoolean:
    try:
        return parse_query_results(reply.body, format=QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise _unreadable(address) from error


def _truth(found: QuerySolutions | QueryBoolean) -> bool | None:
    """The answer to an ASK; None if it is none."""
    if isinstance(found, QueryBoolean):
        return bool(found)
    # Virtuoso's way to say yes is a row of this name, and to say no, none.
    asked = [variable.value for variable in found.variables] == ["__ASK_RETVAL"]
    return any(True for _ in found) if asked else None


def _parsed(reply: Reply, address: str) -> Iterator[Quad]:
    form = _FORMS.get(reply.media_type)
    if form is None:
        raise _unreadable(address)
    try:
        yield from parse(reply.body, format=form)
    except (SyntaxError, ValueError) as error:
        raise _unreadable(address) from error


def _unreadable(address: str) -> StoreError:
    problem = "the server's answer can't be read"
    return StoreError(problem, where=address, advice="is this the address of a SPARQL server?")


def _graph(graph: NamedNode | DefaultGraph) -> dict[str, str]:
    return {"graph": graph.value} if isinstance(graph, NamedNode) else {"default": ""}


def _is_note(graph: object) -> bool:
    return isinstance(graph, NamedNode) and graph.value.endswith("/" + UPLOADS)
