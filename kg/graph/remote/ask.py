"""A question to a server: checked and bound here, answered there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    Store,
    Triple,
)

from kg.graph import sparql
from kg.graph.answer import Answer, Table, Triples
from kg.graph.parameter import NAMED
from kg.graph.query import prepare
from kg.graph.solve import ordered_table
from kg.graph.store import GraphHandle
from kg.vocab import ALT_LABEL, PREF_LABEL, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.answer import Term
    from kg.graph.query import Query
    from kg.graph.remote.server import Server

_JOINED = re.compile(r"\bGROUP_CONCAT\s*\([^()]*\)\s*AS\s*[?$](\w+)", re.IGNORECASE)


def ask(server: Server, query: Query, values: Mapping[str, str], base: str) -> Answer:
    """Ask a server; the same answer as that of an embedded store with the same graph.

    Args:
        server: whom to ask.
        query: what.
        values: the parameters' values as people write them.
        base: the graph's base IRI.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound.
        StoreError: if the server refuses it or can't be reached.
    """
    text, form = prepare(_named(server, query, values, base), query, values)
    # kg's prefixes need no declaration; a query's own come later and count.
    sent = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n" + text
    if isinstance(form, bool):
        return server.says(sent)
    if isinstance(form, Triples):
        return Triples(server.triples(sent))
    return ordered_table(_in_order(_as_embedded(server.rows(sent), text), text), text)


def _named(server: Server, query: Query, values: Mapping[str, str], base: str) -> GraphHandle:
    """A graph of the things alone that the values name, to look them up in."""
    store = Store()
    given = {p.name: values.get(p.name, p.default) for p in query.parameters if p.type in NAMED}
    for value in filter(None, given.values()):
        found = _labelled(server, _alike(value, base)).rows
        # Nothing is called so: all labels, for the error to tell the most alike.
        for subject, predicate, label in found or _labelled(server, "").rows:
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
                assert label is not None, "a SELECT without OPTIONAL"  # noqa: S101 - for mypy
                store.add(Quad(subject, predicate, label, DefaultGraph()))
    return GraphHandle(store, base)


def _labelled(server: Server, restriction: str) -> Table:
    kinds = f"VALUES ?kind {{ <{PREF_LABEL}> <{ALT_LABEL}> }}"
    where = f"{kinds} ?thing ?kind ?label {restriction}"
    return server.rows(f"SELECT DISTINCT ?thing ?kind ?label WHERE {{ {where} }}")


def _alike(value: str, base: str) -> str:
    tests = (
        f"STR(?label) = {Literal(value)}",
        f"LCASE(STR(?label)) = {Literal(value.lower())}",
        f"STR(?thing) IN ({Literal(value)}, {Literal(base + value)})",
    )
    return f"FILTER({' || '.join(tests)})"


def _in_order(table: Table, text: str) -> Table:
    """The rows in the order that the query asks for, as Oxigraph has it.

    Virtuoso sorts long texts after several keys wrongly. Where the order can't be told from the
    rows alone, they stay in the server's.
    """
    clause = sparql.final_order(text)
    used = set(re.findall(r"[?$](\w+)", clause))
    nameless = any(isinstance(term, BlankNode | Triple) for row in table.rows for term in row)
    if not clause or nameless or not used <= set(table.columns):
        return table
    names = " ".join(f"?{name}" for name in table.columns)
    rows = "".join(
        f"({' '.join('UNDEF' if term is None else str(term) for term in row)})\n"
        for row in table.rows
    )
    sorting = f"SELECT {names} WHERE {{ VALUES ({names}) {{ {rows} }} }} {clause}"
    try:
        found = Store().query(sorting, prefixes=PREFIXES)
    except SyntaxError:  # a prefix of the query's own
        return table
    assert isinstance(found, QuerySolutions), "a SELECT"  # noqa: S101 - for mypy
    return Table(table.columns, tuple(tuple(row[name] for name in table.columns) for row in found))


def _as_embedded(table: Table, text: str) -> Table:
    """The rows as Oxigraph gives them: the GROUP_CONCAT of nothing is nothing there, else ""."""
    joined = {table.columns.index(name) for name in _JOINED.findall(text) if name in table.columns}
    empty = Literal("")

    def cell(column: int, term: Term | None) -> Term | None:
        return None if column in joined and term == empty else term

    return Table(
        table.columns,
        tuple(tuple(cell(i, term) for i, term in enumerate(row)) for row in table.rows),
    )
